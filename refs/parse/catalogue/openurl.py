"""OpenURL context objects in XML (Z39.88-2004) → Items."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from lxml import etree

from refs.model.initials import pointed
from refs.model.item import Item
from refs.model.item import ItemType as T
from refs.model.name import Name
from refs.model.reading import Reading
from refs.model.zotero import TYPES as ZOTERO_TYPES
from refs.parse.draft import Draft
from refs.parse.managers.rdf_words import TOLD, TYPES
from refs.parse.people import read_person
from refs.parse.tree import read_records, text_of

KEPT = "openurl"
"""The name in `Item.custom` under which stands what has no CSL variable."""

_GENRES: Mapping[str, T] = {
    "article": T.ARTICLE_JOURNAL,
    "preprint": T.ARTICLE,
    "proceeding": T.PAPER_CONFERENCE,
    "conference": T.BOOK,
    "issue": T.PERIODICAL,
    "journal": T.PERIODICAL,
    "book": T.BOOK,
    "bookitem": T.CHAPTER,
    "report": T.REPORT,
    "document": T.DOCUMENT,
    "unknown": T.DOCUMENT,
    "dissertation": T.THESIS,
    "patent": T.PATENT,
}
_FORMATS: Mapping[str, T] = {
    "journal": T.ARTICLE_JOURNAL,
    "book": T.BOOK,
    "dissertation": T.THESIS,
    "patent": T.PATENT,
    "dc": T.DOCUMENT,
}
_TEXTS: Mapping[str, str] = {
    "volume": "volume",
    "issue": "issue",
    "issn": "ISSN",
    "eissn": "ISSN",
    "isbn": "ISBN",
    "pub": "publisher",
    "inst": "publisher",
    "place": "publisher_place",
    "edition": "edition",
    "series": "collection_title",
    "stitle": "container_title_short",
    "artnum": "number",
    "number": "number",
    "degree": "genre",
    "tpages": "number_of_pages",
    "language": "language",
    "description": "abstract",
    "publisher": "publisher",
    "co": "publisher_place",
    "part": "part_number",
    "rights": "license",
    "source": "container_title",
    "assignee": "authority",
    "applnumber": "call_number",
}
_IDENTIFIERS = (
    ("info:doi/", "DOI"),
    ("info:pmid/", "PMID"),
    ("urn:ISBN:", "ISBN"),
    ("http", "URL"),
)
_NAMES: Mapping[str, str] = {
    "au": "author",
    "creator": "author",
    "inventor": "author",
    "inv": "author",
    "contributor": "contributor",
    "advisor": "contributor",
}
_DATES: Mapping[str, str] = {"date": "issued", "appldate": "submitted"}
_SEASONS: Mapping[str, str] = {
    "winter": "winter",
    "spring": "spring",
    "summer": "summer",
    "fall": "autumn",
    "autumn": "autumn",
}
_ELSEWHERE = frozenset({"atitle", "btitle", "jtitle", "title", "genre", "spage", "epage", "pages", "ssn", "chron"}) | {
    "aulast", "aufirst", "auinit", "auinit1", "auinitm", "ausuffix", "aucorp", "identifier", "subject", "type",
}  # fmt: skip


def parse_openurl(text: str) -> Reading:
    """The items of a text with context objects."""
    return read_records(
        text, "context objects", lambda root: root.iter("referent"), lambda each, key, _: _read(each, key)
    )


def _read(referent: etree._Element, default_id: str) -> Item:
    by_value = referent.find("metadata-by-val")
    fields = list(_fields(by_value))
    told = dict(reversed(fields))
    form = text_of(by_value.find("format") if by_value is not None else None).rpartition(":")[2]
    kind = _GENRES.get(told.get("genre", "").lower()) or _of_word(told.get("type", ""))
    kind = kind or _FORMATS.get(form, T.DOCUMENT)
    draft = Draft(KEPT, default_id, kind)
    _read_titles(draft, told)
    _read_people(draft, fields, told, [] if by_value is None else by_value.findall(".//author"))
    for name, value in fields:
        if name in _DATES:
            draft.put_date(_DATES[name], _in_season(value, told.get("ssn", "")))
        elif name not in _ELSEWHERE and name not in _NAMES:
            draft.put(_TEXTS.get(name), value, name)
    draft.put_date("issued", told.get("chron", ""))
    draft.put("page", told.get("pages", ""))
    if "page" not in draft.values:
        draft.put_pages(told.get("spage", ""), told.get("epage", ""))
    draft.add_words(value for name, value in fields if name == "subject")
    names = [text_of(each) for each in referent.iterfind("identifier")]
    for value in [*names, *(value for name, value in fields if name == "identifier")]:
        _read_identifier(draft, value)
    return draft.item()


def _of_word(word: str) -> T | None:
    """The item type by Dublin Core's word for it."""
    kind = TYPES.get(word.title().replace(" ", "")) or TOLD.get(re.sub("[^a-z]", "", word.lower()))
    return ZOTERO_TYPES[kind] if kind else None


def _fields(by_value: etree._Element | None) -> Iterator[tuple[str, str]]:
    """The names and values of the metadata, however deep the format puts them."""
    inner = None if by_value is None else by_value.find("metadata")
    for each in () if inner is None else inner.iter(etree.Element):
        held = each.getparent()
        if not len(each) and held is not None and held.tag != "author" and (value := text_of(each)):
            yield str(each.tag), value


def _in_season(date: str, season: str) -> str:
    """``2003`` with the season that stands beside it."""
    word = _SEASONS.get(season.lower())
    return f"{word} {date}" if word and date.isdecimal() and len(date) == len("2003") else date


def _read_people(
    draft: Draft, fields: list[tuple[str, str]], told: Mapping[str, str], authors: list[etree._Element]
) -> None:
    """The authors in parts, else as whole names, else the first author that the fields tell in parts."""
    for each in authors:
        draft.add_name("author", _name_of({str(part.tag): text_of(part) for part in each}))
    for name, value in fields:
        if name in _NAMES and not (authors and _NAMES[name] == "author"):
            draft.add_name(_NAMES[name], _read_name(value))
        elif name == "aucorp":
            draft.add_name("author", Name(literal=value))
    if "author" not in draft.values:
        draft.add_name("author", _name_of(told))


def _name_of(told: Mapping[str, str]) -> Name | None:
    initials = told.get("auinit") or " ".join(filter(None, (told.get("auinit1"), told.get("auinitm"))))
    given = told.get("aufirst") or initials or None
    if told.get("aulast"):
        return Name(told["aulast"], pointed(given), told.get("ausuffix") or None)
    whole = told.get("au") or told.get("aucorp")
    return _read_name(whole) if whole else None


def _read_titles(draft: Draft, told: Mapping[str, str]) -> None:
    """The title of an article is in atitle, of a book in btitle; what holds it in jtitle or title."""
    own = told.get("atitle", "")
    whole = told.get("jtitle") or told.get("btitle") or told.get("title", "")
    draft.put("title", own or whole or told.get("stitle", ""))
    if own:
        draft.put("container_title", whole or told.get("stitle", ""))


def _read_name(text: str) -> Name | None:
    """``Crick, F H C`` or ``F H C Crick``."""
    given, blank, family = text.rpartition(" ")
    name = read_person(text) if "," in text or not blank else Name(family, given)
    return replace(name, given=pointed(name.given)) if name else None


def _read_identifier(draft: Draft, value: str) -> None:
    for start, variable in _IDENTIFIERS:
        if value.startswith(start):
            draft.fill(variable, value if variable == "URL" else value.removeprefix(start))
            return
