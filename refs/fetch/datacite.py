"""DataCite: works by DOI (api.datacite.org)."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from urllib.parse import quote

from refs.fetch.answer import Answer
from refs.fetch.datacite_names import read_contributors, read_name, real
from refs.fetch.datacite_related import holder_of, publication_of, read_holder, read_numbers
from refs.fetch.datacite_types import general_type, read_type
from refs.fetch.datacitexml import records_of_xml
from refs.fetch.dates import date_of_text
from refs.fetch.decode import as_dict, as_list, as_text, load_json, load_xml, unlike
from refs.fetch.draft import Draft
from refs.fetch.http import Http
from refs.fetch.markup import rich
from refs.model.date import Date
from refs.model.fetched import Notice, NoticeKind, SourceReading, sort_notices
from refs.model.flaw import Flaw, FlawCode
from refs.model.identifier import Identifier, Scheme, normalise_doi
from refs.model.item import Item, ItemType

SERVICE = "datacite"
MOST_AT_ONCE = 50

_PARTS = {ItemType.CHAPTER, ItemType.ARTICLE_JOURNAL, ItemType.PAPER_CONFERENCE, ItemType.ENTRY_ENCYCLOPEDIA}


def ask_datacite(http: Http, dois: Sequence[str]) -> Answer:
    """The answer about one DOI, or about several in one list."""
    base = f"{http.services.datacite}/dois"
    params = {"mailto": http.contact} if http.contact else {}
    if len(dois) == 1:
        return http.get(f"{base}/{quote(dois[0], safe='/:()')}", service=SERVICE, params=params)
    ids = {"ids": ",".join(dois), "page[size]": str(len(dois))}
    return http.get(base, service=SERVICE, params=ids | params)


def read_datacite(data: bytes) -> SourceReading:
    """The works of a DataCite answer, one or a list, or of its XML.

    A record that stands alone (DataCite JSON) says all that is to be cited: its subtitle, and the address of its own.
    """
    if data.lstrip()[:1] == b"<":
        root, flaws = load_xml(data)
        decoded: Any = [] if root is None else list(records_of_xml(root))
    else:
        decoded, flaws = load_json(data)
    fields = as_dict(decoded)
    flaws += [_complaint(error) for error in as_list(fields.get("errors"))]
    records = as_list(fields.get("data")) if "data" in fields else as_list(decoded)
    alone = "data" not in fields and "doi" in fields
    read = [
        _read_record(attributes, alone=alone) for record in records if (attributes := _attributes(record))
    ]
    if not read and not flaws and not isinstance(decoded, list):
        flaws += unlike(decoded, "data")
    notices = {item.id: found for item, found in read if found}
    return SourceReading(tuple(item for item, _ in read), tuple(flaws), notices)


def _complaint(error: object) -> Flaw:
    title = as_text(as_dict(error).get("title")) or "an error"
    return Flaw(FlawCode.UNREAD, f"DataCite answered: {title}")


def _attributes(record: object) -> dict[str, Any]:
    """The attributes of a record of the type ``dois`` that names a DOI."""
    fields = as_dict(record)
    if fields.get("type") not in (None, "dois"):
        return {}
    attributes = as_dict(fields.get("attributes")) or fields
    doi = as_text(attributes.get("doi")) or as_text(fields.get("id"))
    return attributes | {"doi": doi} if doi or attributes.get("titles") else {}


def _read_record(record: Mapping[str, Any], *, alone: bool = False) -> tuple[Item, tuple[Notice, ...]]:
    draft = Draft(SERVICE, read_type(record))
    doi = normalise_doi(as_text(record.get("doi")) or "")
    draft.identify(f"doi:{doi}" if doi else None)
    draft.put("DOI", doi, "doi")
    draft.put("title", _whole_title(record) if alone else _title(record), "titles")
    draft.names("author", map(read_name, as_list(record.get("creators"))), "creators")
    read_contributors(record, draft)
    published = publication_of(record)
    holder = published or (holder_of(record) if draft.get("type") in _PARTS else {})
    tag, issued = _issued(record, date_of_text(as_text(published.get("publicationYear"))))
    draft.put("issued", issued, tag)
    publisher = record.get("publisher")
    draft.put("publisher", real(as_text(as_dict(publisher).get("name")) or as_text(publisher)), "publisher")
    _read_container(as_dict(record.get("container")), draft)
    read_holder(holder, draft)
    read_numbers(record, draft)
    draft.put("version", as_text(record.get("version")), "version")
    draft.put("language", as_text(record.get("language")), "language")
    draft.put("abstract", _description(record), "descriptions")
    draft.put("keyword", ", ".join(_distinct(record, "subjects", "subject")), "subjects")
    draft.put("license", ", ".join(_distinct(record, "rightsList", "rights")), "rightsList")
    draft.put(
        "genre",
        "Preprint" if draft.get("type") is ItemType.ARTICLE and general_type(record) == "preprint" else None,
    )
    if draft.get("type") is ItemType.GRAPHIC:
        draft.put("dimensions", ", ".join(filter(None, map(as_text, as_list(record.get("sizes"))))), "sizes")
    draft.put("medium", "Data set" if draft.get("type") is ItemType.DATASET else None, "types")
    _read_address(as_text(record.get("url")), doi, draft, alone=alone)
    return draft.item(), sort_notices(_notices(record, doi))


def _read_address(landing: str | None, doi: str | None, draft: Draft, *, alone: bool) -> None:
    draft.put("URL", landing if alone else None, "url")
    draft.put("URL", f"https://doi.org/{doi}" if doi else landing, "doi")
    if landing:
        draft.custom["landing_page"] = landing


def _distinct(record: Mapping[str, Any], name: str, part: str) -> list[str]:
    texts = (as_text(as_dict(each).get(part)) for each in as_list(record.get(name)))
    return list(dict.fromkeys(filter(None, texts)))


def _title(record: Mapping[str, Any]) -> str | None:
    """The main title; a subtitle beside it is left out, as those who are asked to cite it leave it out."""
    titles = [as_dict(each) for each in as_list(record.get("titles"))]
    main = next((each for each in titles if not each.get("titleType")), titles[0] if titles else {})
    return real(rich(as_text(main.get("title"))))


def _whole_title(record: Mapping[str, Any]) -> str | None:
    """The main title with its subtitle."""
    title = _title(record)
    titles = [as_dict(each) for each in as_list(record.get("titles"))]
    subtitle = next(
        (rich(as_text(each.get("title"))) for each in titles if each.get("titleType") == "Subtitle"), None
    )
    return f"{title.rstrip(' :')}: {subtitle}" if title and subtitle and subtitle not in title else title


def _issued(record: Mapping[str, Any], held: Date | None) -> tuple[str | None, Date | None]:
    """The date of issue when it agrees with the year of publication, else that year; `held` is that of the whole."""
    year = held or date_of_text(as_text(record.get("publicationYear")))
    listed = {
        as_text(as_dict(each).get("dateType")): as_text(as_dict(each).get("date")) for each in _dates(record)
    }
    for tag in ("Issued", "Available", "Created"):
        date = date_of_text((listed.get(tag) or "").split("/")[0])
        if date and (year is None or date.year == year.year):
            return f"dates.{tag}", date
    if year is None and (text := as_text(record.get("published"))):
        return "published", date_of_text(text)
    return "publicationYear", year


def _dates(record: Mapping[str, Any]) -> list[object]:
    return list(reversed(as_list(record.get("dates"))))


def _read_container(container: Mapping[str, Any], draft: Draft) -> None:
    title = as_text(container.get("title"))
    draft.put("container_title", rich(title), "container.title")
    draft.put("volume", as_text(container.get("volume")), "container.volume")
    draft.put("issue", as_text(container.get("issue")), "container.issue")
    pages = [as_text(container.get(name)) for name in ("firstPage", "lastPage")]
    numbers = dict.fromkeys(page for page in pages if page and page != title)
    draft.put("page", "-".join(numbers), "container.firstPage")
    kind = as_text(container.get("identifierType"))
    if kind in {"ISBN", "ISSN"}:
        draft.put(kind, as_text(container.get("identifier")), "container.identifier")


def _description(record: Mapping[str, Any]) -> str | None:
    for each in map(as_dict, as_list(record.get("descriptions"))):
        if each.get("descriptionType") == "Abstract":
            return rich(as_text(each.get("description")))
    return None


_LATER = {"IsPreviousVersionOf": NoticeKind.NEWER_VERSION, "IsObsoletedBy": NoticeKind.NEWER_VERSION}
_PUBLISHED = {"IsPreprintOf", "IsVersionOf"}


def _notices(record: Mapping[str, Any], doi: str | None) -> Iterable[Notice]:
    """Newer versions, and the article that a preprint became."""
    for each in map(as_dict, as_list(record.get("relatedIdentifiers"))):
        relation = as_text(each.get("relationType")) or ""
        other = normalise_doi(as_text(each.get("relatedIdentifier")) or "")
        kind = _LATER.get(relation)
        if kind is None and relation in _PUBLISHED and general_type(record) == "preprint":
            kind = NoticeKind.PREPRINT_PUBLISHED
        if kind and other and other != doi:
            yield Notice(kind, SERVICE, Identifier(Scheme.DOI, other), label=relation)
