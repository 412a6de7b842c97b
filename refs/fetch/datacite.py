"""DataCite: works by DOI (api.datacite.org)."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from urllib.parse import quote

from refs.fetch.answer import Answer
from refs.fetch.datacitexml import records_of_xml
from refs.fetch.dates import date_of_text
from refs.fetch.decode import as_dict, as_list, as_text, load_json, load_xml
from refs.fetch.draft import Draft
from refs.fetch.http import Http
from refs.fetch.markup import rich
from refs.fetch.people import name_of, organisation, person
from refs.model.date import Date
from refs.model.fetched import Notice, NoticeKind, SourceReading, sort_notices
from refs.model.flaw import Flaw, FlawCode
from refs.model.identifier import Identifier, Scheme, normalise_doi
from refs.model.item import Item, ItemType
from refs.model.name import Name

SERVICE = "datacite"
MOST_AT_ONCE = 50

_GENERAL = {
    "audiovisual": ItemType.MOTION_PICTURE,
    "book": ItemType.BOOK,
    "bookchapter": ItemType.CHAPTER,
    "collection": ItemType.COLLECTION,
    "computationalnotebook": ItemType.SOFTWARE,
    "conferencepaper": ItemType.PAPER_CONFERENCE,
    "conferenceproceeding": ItemType.BOOK,
    "datapaper": ItemType.ARTICLE_JOURNAL,
    "dataset": ItemType.DATASET,
    "dissertation": ItemType.THESIS,
    "image": ItemType.GRAPHIC,
    "journal": ItemType.PERIODICAL,
    "journalarticle": ItemType.ARTICLE_JOURNAL,
    "peerreview": ItemType.REVIEW,
    "preprint": ItemType.ARTICLE,
    "report": ItemType.REPORT,
    "software": ItemType.SOFTWARE,
    "sound": ItemType.SONG,
    "standard": ItemType.STANDARD,
    "workflow": ItemType.SOFTWARE,
}
_CSL = {str(each): each for each in ItemType}
_PLACEHOLDERS = {
    "",
    "(:unav)",
    ":unav",
    "unknown",
    "(:unkn)",
    ":unkn",
    "none",
    "n.a.",
    "not available",
    "unpublished",
}


def ask_datacite(http: Http, dois: Sequence[str]) -> Answer:
    """The answer about one DOI, or about several in one list."""
    base = f"{http.services.datacite}/dois"
    params = {"mailto": http.contact} if http.contact else {}
    if len(dois) == 1:
        return http.get(f"{base}/{quote(dois[0], safe='/:()')}", service=SERVICE, params=params)
    ids = {"ids": ",".join(dois), "page[size]": str(len(dois))}
    return http.get(base, service=SERVICE, params=ids | params)


def read_datacite(data: bytes) -> SourceReading:
    """The works of a DataCite answer, one or a list, or of its XML."""
    if data.lstrip()[:1] == b"<":
        root, flaws = load_xml(data)
        decoded: Any = [] if root is None else list(records_of_xml(root))
    else:
        decoded, flaws = load_json(data)
    fields = as_dict(decoded)
    flaws += [_complaint(error) for error in as_list(fields.get("errors"))]
    records = as_list(fields.get("data")) if "data" in fields else as_list(decoded)
    read = [_read_record(attributes) for record in records if (attributes := _attributes(record))]
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


def _read_record(record: Mapping[str, Any]) -> tuple[Item, tuple[Notice, ...]]:
    draft = Draft(SERVICE, _read_type(record))
    doi = normalise_doi(as_text(record.get("doi")) or "")
    draft.identify(f"doi:{doi}" if doi else None)
    draft.put("DOI", doi, "doi")
    draft.put("title", _title(record), "titles")
    draft.names("author", map(_name, as_list(record.get("creators"))), "creators")
    tag, issued = _issued(record)
    draft.put("issued", issued, tag)
    publisher = record.get("publisher")
    draft.put("publisher", _real(as_text(as_dict(publisher).get("name")) or as_text(publisher)), "publisher")
    _read_container(as_dict(record.get("container")), draft)
    draft.put("version", as_text(record.get("version")), "version")
    draft.put("language", as_text(record.get("language")), "language")
    draft.put("abstract", _description(record), "descriptions")
    subjects = (as_text(as_dict(each).get("subject")) for each in as_list(record.get("subjects")))
    draft.put("keyword", ", ".join(dict.fromkeys(filter(None, subjects))), "subjects")
    rights = (as_text(as_dict(each).get("rights")) for each in as_list(record.get("rightsList")))
    draft.put("license", next(filter(None, rights), None), "rightsList")
    draft.put(
        "genre",
        "Preprint" if draft.get("type") is ItemType.ARTICLE and _general(record) == "preprint" else None,
    )
    draft.put("medium", "Data set" if draft.get("type") is ItemType.DATASET else None, "types")
    draft.put("URL", f"https://doi.org/{doi}" if doi else as_text(record.get("url")), "doi")
    if landing := as_text(record.get("url")):
        draft.custom["landing_page"] = landing
    return draft.item(), sort_notices(_notices(record, doi))


def _general(record: Mapping[str, Any]) -> str:
    return (as_text(as_dict(record.get("types")).get("resourceTypeGeneral")) or "").lower()


def _read_type(record: Mapping[str, Any]) -> ItemType:
    kind = _GENERAL.get(_general(record)) or _GENERAL.get(_specific(record))
    if kind is not None:
        return kind
    given = as_text(as_dict(record.get("types")).get("citeproc")) or ""
    if given == "article-journal" and not as_dict(record.get("container")).get("title"):
        return ItemType.DOCUMENT
    return _CSL.get(given, ItemType.DOCUMENT)


def _specific(record: Mapping[str, Any]) -> str:
    kind = as_text(as_dict(record.get("types")).get("resourceType")) or ""
    return re.sub(r"[^a-z]", "", kind.lower())


def _title(record: Mapping[str, Any]) -> str | None:
    """The main title; a subtitle beside it is left out, as those who are asked to cite it leave it out."""
    titles = [as_dict(each) for each in as_list(record.get("titles"))]
    main = next((each for each in titles if not each.get("titleType")), titles[0] if titles else {})
    return _real(rich(as_text(main.get("title"))))


def _name(creator: object) -> Name | None:
    """A creator; the given and family names count, whatever an old record calls its kind."""
    fields = as_dict(creator)
    family, given = as_text(fields.get("familyName")), as_text(fields.get("givenName"))
    name = _real(rich(as_text(fields.get("name"))))
    if fields.get("nameType") == "Organizational":
        return organisation(name)
    if family:
        return person(family, given)
    if name and fields.get("nameType") == "Personal":
        return name_of(name, may_be_organisation=False)
    return name_of(name) if name and "," in name and ";" not in name else organisation(name)


def _real(text: str | None) -> str | None:
    return text if text and text.casefold() not in _PLACEHOLDERS else None


def _issued(record: Mapping[str, Any]) -> tuple[str | None, Date | None]:
    """The date of issue when it agrees with the year of publication, else that year."""
    year = date_of_text(as_text(record.get("publicationYear")))
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
    if container.get("identifierType") == "ISSN":
        draft.put("ISSN", as_text(container.get("identifier")), "container.identifier")


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
        if kind is None and relation in _PUBLISHED and _general(record) == "preprint":
            kind = NoticeKind.PREPRINT_PUBLISHED
        if kind and other and other != doi:
            yield Notice(kind, SERVICE, Identifier(Scheme.DOI, other), label=relation)
