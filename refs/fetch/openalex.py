"""OpenAlex: works by DOI, PMID or its own id."""

from collections.abc import Iterable, Mapping
from typing import Any

from refs.fetch.answer import Answer
from refs.fetch.dates import date_of_text
from refs.fetch.decode import as_dict, as_list, as_text, load_json, unlike
from refs.fetch.draft import Draft
from refs.fetch.http import Http
from refs.fetch.markup import rich
from refs.fetch.people import name_of
from refs.model.fetched import Notice, NoticeKind, SourceReading
from refs.model.identifier import normalise_doi
from refs.model.item import Item, ItemType

SERVICE = "openalex"
_TYPES = {
    "article": ItemType.ARTICLE_JOURNAL,
    "journal-article": ItemType.ARTICLE_JOURNAL,
    "review": ItemType.ARTICLE_JOURNAL,
    "letter": ItemType.ARTICLE_JOURNAL,
    "editorial": ItemType.ARTICLE_JOURNAL,
    "erratum": ItemType.ARTICLE_JOURNAL,
    "retraction": ItemType.ARTICLE_JOURNAL,
    "data-paper": ItemType.ARTICLE_JOURNAL,
    "peer-review": ItemType.REVIEW,
    "libguides": ItemType.WEBPAGE,
    "monograph": ItemType.BOOK,
    "edited-book": ItemType.BOOK,
    "reference-book": ItemType.BOOK,
    "book-part": ItemType.CHAPTER,
    "book-section": ItemType.CHAPTER,
    "proceedings": ItemType.BOOK,
    "journal": ItemType.PERIODICAL,
    "report-component": ItemType.REPORT,
    "database": ItemType.DATASET,
    "preprint": ItemType.ARTICLE,
    "posted-content": ItemType.ARTICLE,
    "book": ItemType.BOOK,
    "book-chapter": ItemType.CHAPTER,
    "proceedings-article": ItemType.PAPER_CONFERENCE,
    "conference-paper": ItemType.PAPER_CONFERENCE,
    "dissertation": ItemType.THESIS,
    "dataset": ItemType.DATASET,
    "report": ItemType.REPORT,
    "standard": ItemType.STANDARD,
    "reference-entry": ItemType.ENTRY_ENCYCLOPEDIA,
    "software": ItemType.SOFTWARE,
}

_SERVED = frozenset({ItemType.ARTICLE, ItemType.DATASET})
"""What the server that holds it has published, as one does a preprint."""


def ask_openalex(http: Http, name: str) -> Answer:
    """The work of a name such as ``doi:10.…``, ``pmid:…`` or ``W…``."""
    key = {"api_key": http.keys[SERVICE]} if SERVICE in http.keys else {}
    mail = {"mailto": http.contact} if http.contact else {}
    return http.get(f"{http.services.openalex}/works/{name}", service=SERVICE, params=key | mail)


def read_openalex(data: bytes) -> SourceReading:
    """The works of an answer, one or a list."""
    decoded, flaws = load_json(data)
    fields = as_dict(decoded)
    listed = as_list(fields.get("results")) if "results" in fields else as_list(decoded)
    if not flaws and not isinstance(decoded, list) and not _is_work(fields):
        flaws += unlike(decoded, "results")
    read = [(_read_work(work), _retracted(work)) for work in map(as_dict, listed) if _is_work(work)]
    notices = {item.id: found for item, found in read if found}
    return SourceReading(tuple(item for item, _ in read), tuple(flaws), notices)


def _is_work(work: Mapping[str, Any]) -> bool:
    return "authorships" in work or "publication_year" in work


def _retracted(work: Mapping[str, Any]) -> tuple[Notice, ...]:
    return (
        (Notice(NoticeKind.RETRACTION, SERVICE, label="is_retracted"),)
        if work.get("is_retracted") is True
        else ()
    )


def _read_work(work: Mapping[str, Any]) -> Item:
    draft = Draft(SERVICE, _read_type(work))
    ids = as_dict(work.get("ids"))
    doi = normalise_doi(as_text(work.get("doi")) or as_text(ids.get("doi")) or "")
    for name in (f"doi:{doi}" if doi else None, as_text(ids.get("pmid")), as_text(ids.get("pmcid"))):
        draft.identify(name)
    draft.put("DOI", doi, "doi")
    draft.put("PMID", _tail(ids.get("pmid")), "ids.pmid")
    draft.put("title", rich(as_text(work.get("title")) or as_text(work.get("display_name"))), "title")
    draft.names("author", _authors(work), "authorships")
    draft.put("issued", date_of_text(as_text(work.get("publication_date"))), "publication_date")
    draft.put("issued", date_of_text(as_text(work.get("publication_year"))), "publication_year")
    source = _source(work)
    name, kind = as_text(source.get("display_name")), draft.get("type")
    if kind is not ItemType.THESIS:
        draft.put("publisher" if kind in _SERVED else "container_title", name, "primary_location.source")
    draft.put("publisher", as_text(source.get("host_organization_name")), "primary_location.source")
    if kind is ItemType.THESIS:
        draft.put("publisher", _university(work), "authorships.institutions")
        draft.put("publisher", name, "primary_location.source")
    draft.put("ISSN", as_text(source.get("issn_l") or source.get("issn")), "primary_location.source")
    _read_place(as_dict(work.get("biblio")), draft)
    draft.put("language", as_text(work.get("language")), "language")
    draft.put("keyword", ", ".join(dict.fromkeys(_keywords(work))), "keywords")
    draft.put("URL", f"https://doi.org/{doi}" if doi else as_text(work.get("id")), "doi")
    if name := as_text(work.get("id")):
        draft.custom["openalex"] = name.rsplit("/", 1)[-1]
        draft.identify(name)
    return draft.item()


def _read_type(work: Mapping[str, Any]) -> ItemType:
    """The type; an article at a conference or of no other type is what Crossref calls it."""
    told, of_crossref = as_text(work.get("type")) or "", as_text(work.get("type_crossref")) or ""
    if _source(work).get("type") == "conference" or of_crossref == "proceedings-article":
        return (
            ItemType.PAPER_CONFERENCE
            if told in {"article", "proceedings-article"}
            else _TYPES.get(told, ItemType.DOCUMENT)
        )
    found = _TYPES.get(told) or _TYPES.get(of_crossref) or ItemType.DOCUMENT
    return _by_place(work).get(found, found)


def _by_place(work: Mapping[str, Any]) -> Mapping[ItemType, ItemType]:
    """What the place tells of a type: a chapter of a journal is an article, one that was only submitted a preprint."""
    place, source = as_dict(work.get("primary_location")), _source(work)
    if source.get("type") == "journal":
        return {ItemType.CHAPTER: ItemType.ARTICLE_JOURNAL}
    submitted = source.get("type") == "repository" and place.get("version") == "submittedVersion"
    return {ItemType.ARTICLE_JOURNAL: ItemType.ARTICLE} if submitted else {}


def _keywords(work: Mapping[str, Any]) -> Iterable[str]:
    for each in map(as_dict, as_list(work.get("keywords"))):
        if text := as_text(each.get("display_name")) or as_text(each.get("keyword")):
            yield text


def _source(work: Mapping[str, Any]) -> dict[str, Any]:
    place = as_dict(work.get("primary_location"))
    return as_dict(place.get("source")) or as_dict(work.get("host_venue"))


def _read_place(place: Mapping[str, Any], draft: Draft) -> None:
    draft.put("volume", as_text(place.get("volume")), "biblio.volume")
    draft.put("issue", as_text(place.get("issue")), "biblio.issue")
    pages = [as_text(place.get(name)) for name in ("first_page", "last_page")]
    draft.put("page", "-".join(dict.fromkeys(page for page in pages if page)), "biblio.first_page")


def _authors(work: Mapping[str, Any]) -> Iterable[Any]:
    for each in map(as_dict, as_list(work.get("authorships"))):
        text = as_text(as_dict(each.get("author")).get("display_name")) or as_text(
            each.get("raw_author_name")
        )
        yield name_of(rich(text))


def _university(work: Mapping[str, Any]) -> str | None:
    """The institution of who wrote a thesis."""
    first = as_dict(next(iter(as_list(work.get("authorships"))), None))
    return as_text(as_dict(next(iter(as_list(first.get("institutions"))), None)).get("display_name"))


def _tail(value: object) -> str | None:
    text = as_text(value)
    return text.rstrip("/").rsplit("/", 1)[-1] if text else None
