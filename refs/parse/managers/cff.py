"""Citation File Format (CITATION.cff, schema 1.2.0) → Items."""

from collections.abc import Mapping
from typing import Any

from refs.model.bibtex import TYPES as BIBTEX_TYPES
from refs.model.flaw import Flaw, FlawCode
from refs.model.item import Item
from refs.model.item import ItemType as T
from refs.model.name import Name
from refs.model.reading import Reading
from refs.parse.draft import Draft
from refs.parse.yaml_tree import mappings, read_yaml, text_in
from refs.text import one_line

KEPT = "cff"
"""The name in `Item.custom` under which stands what has no CSL variable."""

_TYPES: Mapping[str, T] = {
    "art": T.GRAPHIC,
    "article": T.ARTICLE_JOURNAL,
    "audiovisual": T.MOTION_PICTURE,
    "bill": T.BILL,
    "blog": T.POST_WEBLOG,
    "book": T.BOOK,
    "conference": T.EVENT,
    "conference-paper": T.PAPER_CONFERENCE,
    "data": T.DATASET,
    "database": T.DATASET,
    "dataset": T.DATASET,
    "dictionary": T.ENTRY_DICTIONARY,
    "edited-work": T.BOOK,
    "encyclopedia": T.ENTRY_ENCYCLOPEDIA,
    "film-broadcast": T.MOTION_PICTURE,
    "government-document": T.REPORT,
    "hearing": T.HEARING,
    "historical-work": T.CLASSIC,
    "legal-case": T.LEGAL_CASE,
    "legal-rule": T.REGULATION,
    "magazine-article": T.ARTICLE_MAGAZINE,
    "manual": T.REPORT,
    "map": T.MAP,
    "multimedia": T.MOTION_PICTURE,
    "music": T.SONG,
    "newspaper-article": T.ARTICLE_NEWSPAPER,
    "pamphlet": T.PAMPHLET,
    "patent": T.PATENT,
    "personal-communication": T.PERSONAL_COMMUNICATION,
    "proceedings": T.BOOK,
    "report": T.REPORT,
    "serial": T.PERIODICAL,
    "slides": T.SPEECH,
    "software": T.SOFTWARE,
    "software-code": T.SOFTWARE,
    "software-container": T.SOFTWARE,
    "software-executable": T.SOFTWARE,
    "software-virtual-machine": T.SOFTWARE,
    "sound-recording": T.SONG,
    "standard": T.STANDARD,
    "statute": T.LEGISLATION,
    "thesis": T.THESIS,
    "unpublished": T.MANUSCRIPT,
    "video": T.MOTION_PICTURE,
    "website": T.WEBPAGE,
}
_NAMES: Mapping[str, str] = {
    "authors": "author",
    "editors": "editor",
    "editors-series": "collection_editor",
    "recipients": "recipient",
    "senders": "author",
    "translators": "translator",
}
_TEXTS: Mapping[str, str] = {
    "title": "title",
    "abstract": "abstract",
    "doi": "DOI",
    "version": "version",
    "url": "URL",
    "repository-code": "URL",
    "repository": "URL",
    "repository-artifact": "URL",
    "license": "license",
    "journal": "container_title",
    "collection-title": "container_title",
    "abbreviation": "container_title_short",
    "volume": "volume",
    "issue": "issue",
    "number": "number",
    "edition": "edition",
    "section": "section",
    "isbn": "ISBN",
    "issn": "ISSN",
    "pmcid": "PMCID",
    "medium": "medium",
    "notes": "note",
    "thesis-type": "genre",
    "number-volumes": "number_of_volumes",
    "volume-title": "volume_title",
    "issue-title": "volume_title",
    "status": "status",
    "patent-states": "jurisdiction",
    "scope": "",
    "collection-doi": "",
    "type": "",
}
_ENTITIES: Mapping[str, str] = {
    "conference": "event_title",
    "publisher": "publisher",
    "institution": "publisher",
    "database-provider": "source",
}
_PLACES: Mapping[str, str] = {
    "conference": "event_place",
    "publisher": "publisher_place",
    "institution": "publisher_place",
    "location": "publisher_place",
}
"""An entity and the place that its address is."""

_DATES: Mapping[str, str] = {
    "date-released": "issued",
    "date-published": "issued",
    "date-accessed": "accessed",
    "date-downloaded": "accessed",
    "issue-date": "issued",
}
_ELSEWHERE = frozenset(
    {"cff-version", "message", "references", "preferred-citation", "keywords", "languages", "identifiers"}
    | {"year", "month", "start", "end", "pages", "location", "report-number", "year-original"}
)


def parse_cff(text: str) -> Reading:
    """The software that a CFF text describes, what it asks to have cited instead, and its references."""
    flaws: list[Flaw] = []
    documents = [document for each in read_yaml(text, flaws) for document in mappings(each)]
    items: list[Item] = []
    for document in documents:
        kind = T.DATASET if document.get("type") == "dataset" else T.SOFTWARE
        works = [*mappings(document.get("preferred-citation")), *mappings(document.get("references"))]
        told = [(work, _kind_of(work)) for work in works]
        if "title" in document or "authors" in document:
            told.insert(0, (document, kind))
        else:
            flaws.append(Flaw(FlawCode.BROKEN_ENTRY, "this CFF has neither title nor authors"))
        for work, each in told:
            items.append(_read(work, each, f"item-{len(items) + 1}", flaws))
    if not documents and not flaws:
        flaws.append(Flaw(FlawCode.BROKEN_ENTRY, "this CFF is empty"))
    return Reading(tuple(items), tuple(flaws))


def _kind_of(work: Mapping[str, Any]) -> T:
    """The item type, also of those who write BibTeX's name for it."""
    name = text_in(work.get("type"))
    return _TYPES.get(name) or BIBTEX_TYPES.get(name, (T.DOCUMENT, None))[0]


def _read(work: Mapping[str, Any], kind: T, key: str, flaws: list[Flaw]) -> Item:
    draft = Draft(KEPT, key, kind, flaws)
    for name, variable in (*_TEXTS.items(), *_ENTITIES.items()):
        inner = work.get(name)
        if variable:
            text = _text_of(inner.get("name") if isinstance(inner, dict) else inner)
            draft.put(variable, text if variable == "abstract" else one_line(text), name)
    draft.fill("genre", BIBTEX_TYPES.get(text_in(work.get("type")), (kind, None))[1] or "")
    _read_identifiers(draft, work)
    _read_people(draft, work)
    _read_places(draft, work)
    _read_dates(draft, work)
    draft.put("number" if kind is T.REPORT else None, text_in(work.get("report-number")))
    draft.put_pages(text_in(work.get("start")), text_in(work.get("end")))
    draft.put("page" if kind is not T.BOOK else "number_of_pages", text_in(work.get("pages")), "pages")
    for name, words in (("keywords", "keyword"), ("languages", "language")):
        draft.put(words, _text_of(work.get(name)))
    known = {*_TEXTS, *_ENTITIES, *_DATES, *_NAMES, *_ELSEWHERE}
    for name, value in work.items():
        if name not in known:
            draft.keep(name, _text_of(value))
    return draft.item()


def _text_of(value: Any) -> str:
    """A plain value, or several of them."""
    return ", ".join(filter(None, map(text_in, value if isinstance(value, list) else [value])))


def _read_identifiers(draft: Draft, work: Mapping[str, Any]) -> None:
    for each in mappings(work.get("identifiers")):
        kind, value = text_in(each.get("type")), text_in(each.get("value"))
        if kind in {"doi", "url"}:
            variable = "DOI" if kind == "doi" else "URL"
            draft.put(None if variable in draft.values else variable, value, f"identifier-{kind}")
        else:
            draft.keep(f"identifier-{kind}", value)


def _read_people(draft: Draft, work: Mapping[str, Any]) -> None:
    for field, variable in _NAMES.items():
        for person in mappings(work.get(field)):
            draft.add_name(variable, _read_person(person))


def _read_person(person: Mapping[str, Any]) -> Name | None:
    family, given, particle, suffix, whole = (
        one_line(text_in(person.get(f"{part}"))) or None
        for part in ("family-names", "given-names", "name-particle", "name-suffix", "name")
    )
    if family or given:
        return Name(family, given, suffix, non_dropping_particle=particle)
    whole = whole or text_in(person.get("alias")) or None
    return Name(literal=whole) if whole else None


def _read_places(draft: Draft, work: Mapping[str, Any]) -> None:
    """Where a publisher or a conference is: city, region and country; and when the conference was."""
    for name, variable in _PLACES.items():
        for entity in mappings(work.get(name)):
            parts = (one_line(text_in(entity.get(part))) for part in ("city", "region", "country"))
            draft.fill(
                variable,
                ", ".join(filter(None, parts)) or (text_in(entity.get("name")) if name == "location" else ""),
            )
    for entity in mappings(work.get("conference")):
        ends = (text_in(entity.get(name)) for name in ("date-start", "date-end"))
        draft.put_date("event_date", "/".join(dict.fromkeys(filter(None, ends))))


def _read_dates(draft: Draft, work: Mapping[str, Any]) -> None:
    for name, variable in _DATES.items():
        draft.put_date(variable, text_in(work.get(name)))
    year, month = text_in(work.get("year")), text_in(work.get("month"))
    draft.put_date("issued", f"{year}-{month:0>2}" if year and month.isdecimal() else year)
    draft.put_date("original_date", text_in(work.get("year-original")))
