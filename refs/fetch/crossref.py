"""Crossref: works by DOI (api.crossref.org), and CSL-JSON of any agency, which has the same shape."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from urllib.parse import quote

from refs.fetch.answer import Answer
from refs.fetch.crossrefxml import works_of_xml
from refs.fetch.dates import date_of_parts, date_of_text
from refs.fetch.decode import as_dict, as_list, as_text, load_json, load_xml
from refs.fetch.draft import Draft
from refs.fetch.http import Http
from refs.fetch.markup import rich
from refs.fetch.notices import read_kind
from refs.fetch.people import organisation, person
from refs.model.date import Date
from refs.model.fetched import Notice, NoticeKind, SourceReading, sort_notices
from refs.model.flaw import Flaw, FlawCode
from refs.model.identifier import Identifier, Scheme, normalise_doi
from refs.model.item import Item, ItemType
from refs.model.name import Name

SERVICE = "crossref"
MOST_AT_ONCE = 50

_TYPES = {
    "journal-article": ItemType.ARTICLE_JOURNAL,
    "book": ItemType.BOOK,
    "monograph": ItemType.BOOK,
    "edited-book": ItemType.BOOK,
    "reference-book": ItemType.BOOK,
    "book-set": ItemType.BOOK,
    "book-series": ItemType.BOOK,
    "book-chapter": ItemType.CHAPTER,
    "book-section": ItemType.CHAPTER,
    "book-part": ItemType.CHAPTER,
    "book-track": ItemType.CHAPTER,
    "reference-entry": ItemType.ENTRY_ENCYCLOPEDIA,
    "proceedings": ItemType.BOOK,
    "proceedings-article": ItemType.PAPER_CONFERENCE,
    "posted-content": ItemType.ARTICLE,
    "dissertation": ItemType.THESIS,
    "report": ItemType.REPORT,
    "report-component": ItemType.REPORT,
    "dataset": ItemType.DATASET,
    "database": ItemType.DATASET,
    "standard": ItemType.STANDARD,
    "peer-review": ItemType.REVIEW,
    "journal": ItemType.PERIODICAL,
    "journal-issue": ItemType.PERIODICAL,
    "journal-volume": ItemType.PERIODICAL,
}
_CSL_TYPES = {str(each): each for each in ItemType}
_PLAIN = (
    ("volume", "volume"),
    ("issue", "issue"),
    ("publisher-location", "publisher_place"),
    ("publisher-place", "publisher_place"),
    ("edition-number", "edition"),
    ("language", "language"),
    ("abstract", "abstract"),
    ("event-place", "event_place"),
    ("number", "number"),
    ("version", "version"),
    ("collection-title", "collection_title"),
    ("collection-number", "collection_number"),
    ("genre", "genre"),
    ("license-ref", "license"),
)
_DATES = ("issued", "published", "published-print", "published-online", "posted", "created")
_ROLES = (
    ("author", "author"),
    ("editor", "editor"),
    ("translator", "translator"),
    ("chair", "chair"),
    ("contributor", "contributor"),
    ("container_author", "container-author"),
    ("collection_editor", "collection-editor"),
)
_PLACEHOLDERS = {"", "&na;", "na", "n/a", "anonymous", "unknown", ":unav", "(:unav)", ":unkn"}


def ask_crossref(http: Http, dois: Sequence[str]) -> Answer:
    """The answer about one DOI, or about several in one list."""
    params = {"mailto": http.contact} if http.contact else {}
    if len(dois) == 1:
        url = f"{http.services.crossref}/works/{quote(dois[0], safe='/:()')}"
        return http.get(url, service=SERVICE, params=params)
    listed = {"filter": ",".join(f"doi:{doi}" for doi in dois), "rows": str(len(dois))}
    return http.get(f"{http.services.crossref}/works", service=f"{SERVICE}-list", params=listed | params)


def read_crossref(data: bytes, source: str = SERVICE) -> SourceReading:
    """The works of a Crossref answer: one work, a list of works, its XML, or CSL-JSON of any agency."""
    if data.lstrip()[:1] == b"<":
        root, flaws = load_xml(data)
        decoded: Any = None if root is None else list(works_of_xml(root)) or None
    else:
        decoded, flaws = load_json(data)
    read = [_read_work(work, source) for work in _works(decoded)]
    if not read and not flaws and not _is_empty_list(decoded):
        flaws.append(Flaw(FlawCode.UNREAD, _complaint(decoded)))
    notices = {item.id: found for item, found in read if found}
    return SourceReading(tuple(item for item, _ in read), tuple(flaws), notices)


def _works(decoded: Any) -> Iterable[Mapping[str, Any]]:
    message = as_dict(decoded).get("message", decoded)
    listed = as_dict(message).get("items", message)
    return [work for work in as_list(listed) if _is_work(work)]


def _is_work(work: object) -> bool:
    fields = as_dict(work)
    return (
        bool(fields.get("DOI") or fields.get("title")) and "agency" not in fields and "status" not in fields
    )


def _is_empty_list(decoded: Any) -> bool:
    """Whether the answer is a list that found nothing, which says something, unlike an answer without a work."""
    listed = as_dict(as_dict(decoded).get("message")).get("items", decoded)
    return isinstance(listed, list) and not listed


def _complaint(decoded: Any) -> str:
    if as_text(as_dict(decoded).get("status")) not in {"failed", "error"}:
        return "the answer holds no work"
    first = next(iter(as_list(as_dict(decoded).get("message"))), None)
    return f"Crossref answered: {as_text(as_dict(first).get('message')) or as_text(first) or 'an error'}"


def _read_work(work: Mapping[str, Any], source: str) -> tuple[Item, tuple[Notice, ...]]:
    draft = Draft(source, _read_type(work))
    doi = normalise_doi(as_text(work.get("DOI")) or "")
    draft.identify(doi, "doi:")
    draft.put("DOI", doi, "DOI")
    draft.put("title", _title(work, draft.get("type")), "title")
    draft.put("title_short", rich(as_text(work.get("short-title"))), "short-title")
    for field, role in _ROLES:
        draft.names(field, (_name(each) for each in as_list(work.get(role))), role)
    tag, issued = _issued(work)
    draft.put("issued", issued, tag)
    printed = date_of_json(work.get("published-print"))
    if printed is not None and issued is not None and printed.year != issued.year:
        draft.custom["published-print"] = str(printed)
    _read_container(work, draft)
    draft.put("publisher", _posted_at(work), "institution")
    draft.put("publisher", _publisher(work), "publisher")
    for tag, field in _PLAIN:
        draft.put(field, rich(as_text(work.get(tag))), tag)
    draft.put("page", (as_text(work.get("page")) or "").replace("--", "-"), "page")
    draft.put(
        "number" if draft.get("page") else "page", as_text(work.get("article-number")), "article-number"
    )
    draft.put("URL", as_text(work.get("address")), "resource")
    draft.put("URL", f"https://doi.org/{doi}" if doi else as_text(work.get("URL")), "URL")
    for tag in ("PMID", "PMCID"):
        draft.put(tag, as_text(work.get(tag)), tag)
        draft.identify(as_text(work.get(tag)), f"{tag.lower()}:")
    _read_relations(work, draft)
    item = draft.item()
    return item, sort_notices(_notices(work, doi, source))


def _read_type(work: Mapping[str, Any]) -> ItemType:
    kind = as_text(work.get("type")) or ""
    if kind == "posted-content" and work.get("subtype") == "blog":
        return ItemType.POST_WEBLOG
    return _TYPES.get(kind) or _CSL_TYPES.get(kind) or ItemType.DOCUMENT


_WITH_SUBTITLE = {ItemType.BOOK, ItemType.REPORT, ItemType.THESIS}


def _title(work: Mapping[str, Any], kind: ItemType) -> str | None:
    """The first title; a book's subtitle goes with it, an article's title is whole without."""
    title = rich(as_text(work.get("title"))) or rich(as_text(work.get("original-title")))
    subtitle = rich(as_text(work.get("subtitle")))
    if title and subtitle and title.endswith(":"):
        return f"{title} {subtitle}"
    if title and subtitle and kind in _WITH_SUBTITLE and subtitle.casefold() not in title.casefold():
        return f"{title}: {subtitle}"
    return title


def _name(value: object) -> Name | None:
    fields = as_dict(value)
    literal = as_text(fields.get("name")) or as_text(fields.get("literal"))
    family, given = as_text(fields.get("family")), as_text(fields.get("given"))
    if (literal or family or given or "").casefold() in _PLACEHOLDERS:
        return None
    if literal and not family:
        return organisation(rich(literal))
    name = person(rich(family), rich(given), as_text(fields.get("suffix")))
    particle = as_text(fields.get("non-dropping-particle"))
    dropping = as_text(fields.get("dropping-particle"))
    if name is None or not (particle or dropping):
        return name
    return Name(name.family, name.given, name.suffix, dropping, particle)


def _issued(work: Mapping[str, Any]) -> tuple[str | None, Date | None]:
    for tag in _DATES:
        date = date_of_json(work.get(tag))
        if date is not None:
            return tag, date
    return None, None


def date_of_json(value: object) -> Date | None:
    """The Date of a CSL-JSON or Crossref date object: its parts, else its raw or literal text."""
    fields = as_dict(value)
    groups = [as_list(group) for group in as_list(fields.get("date-parts"))[:2]]
    if groups and groups[0] and (first := date_of_parts(*groups[0][:3])):
        end = date_of_parts(*groups[1][:3]) if len(groups) > 1 and groups[1] else None
        return Date(first.parts, end.parts if end else ())
    text = as_text(fields.get("raw")) or as_text(fields.get("literal")) or as_text(value)
    return date_of_text(text)


def _read_container(work: Mapping[str, Any], draft: Draft) -> None:
    titles = [rich(as_text(each)) for each in as_list(work.get("container-title"))]
    short = rich(as_text(work.get("short-container-title") or work.get("container-title-short")))
    draft.put("container_title", titles[0] if titles else None, "container-title")
    if len(titles) > 1 and draft.get("type") in {ItemType.CHAPTER, ItemType.PAPER_CONFERENCE}:
        draft.put("collection_title", titles[0] if titles[0] != titles[-1] else None, "container-title")
    draft.put(
        "container_title_short",
        short if short != draft.get("container_title") else None,
        "short-container-title",
    )
    draft.put("ISSN", as_text(work.get("ISSN")), "ISSN")
    draft.put("ISBN", as_text(work.get("ISBN")), "ISBN")
    for issn in as_list(work.get("ISSN")):
        draft.identify(as_text(issn), "issn:")
    for isbn in as_list(work.get("ISBN")):
        draft.identify((as_text(isbn) or "").rsplit("/", 1)[-1], "isbn:")
    event = as_dict(work.get("event"))
    draft.put("event_title", rich(as_text(event.get("name")) or as_text(work.get("event"))), "event")
    draft.put("event_place", as_text(event.get("location")), "event")


def _posted_at(work: Mapping[str, Any]) -> str | None:
    """The server of a preprint (``medRxiv``), which publishes it: as a container, APA would print "In medRxiv"."""
    if work.get("type") != "posted-content":
        return None
    institution = next(iter(as_list(work.get("institution"))), None)
    return rich(as_text(as_dict(institution).get("name")))


def _publisher(work: Mapping[str, Any]) -> str | None:
    publisher = work.get("publisher")
    return rich(as_text(as_dict(publisher).get("name")) or as_text(publisher))


def _read_relations(work: Mapping[str, Any], draft: Draft) -> None:
    landing = as_text(as_dict(as_dict(work.get("resource")).get("primary")).get("URL"))
    if landing:
        draft.custom["landing_page"] = landing
    subtype = as_text(work.get("subtype"))
    if subtype == "preprint":
        draft.put("genre", "Preprint", "subtype")


def _notices(work: Mapping[str, Any], doi: str | None, source: str) -> Iterable[Notice]:
    """What updates this work (`updated-by`), and the article that a preprint became."""
    for entry in map(as_dict, as_list(work.get("updated-by"))):
        kind, other = read_kind(as_text(entry.get("type"))), normalise_doi(as_text(entry.get("DOI")) or "")
        if kind is None or (other == doi and kind is not NoticeKind.RETRACTION):
            continue
        yield Notice(
            kind,
            as_text(entry.get("source")) or source,
            Identifier(Scheme.DOI, other) if other else None,
            date_of_json(entry.get("updated")),
            as_text(entry.get("label")) or as_text(entry.get("type")),
        )
    for entry in map(as_dict, as_list(as_dict(work.get("relation")).get("is-preprint-of"))):
        other = normalise_doi(as_text(entry.get("id")) or "")
        if other and other != doi:
            yield Notice(
                NoticeKind.PREPRINT_PUBLISHED, source, Identifier(Scheme.DOI, other), label="is-preprint-of"
            )
    yield from _from_title(as_text(work.get("title")), source)


# RETRACTED: …, Retracted Article: …, [Retracted] …
_RETRACTED = re.compile(
    r"\s*(?:\[(?:retracted|withdrawn)(?: article)?\]:?|(?:retracted(?: article)?|withdrawn|removed):)",
    re.IGNORECASE,
)


def _from_title(title: str | None, source: str) -> Iterable[Notice]:
    """A retraction that only the title tells (``RETRACTED: …``)."""
    found = _RETRACTED.match(title or "")
    if found:
        yield Notice(NoticeKind.RETRACTION, source, label=found.group().strip("[]: "))
