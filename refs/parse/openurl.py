"""OpenURL context objects in XML (Z39.88-2004) → Items."""

from collections.abc import Mapping

from lxml import etree

from refs.model.item import Item
from refs.model.item import ItemType as T
from refs.model.name import Name
from refs.model.reading import Reading
from refs.parse.draft import Draft
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
}
_IDENTIFIERS = (
    ("info:doi/", "DOI"),
    ("info:pmid/", "PMID"),
    ("urn:ISBN:", "ISBN"),
    ("http", "URL"),
)
_ELSEWHERE = frozenset({"atitle", "btitle", "jtitle", "title", "genre", "date", "spage", "epage", "pages"}) | {
    "au", "aulast", "aufirst", "auinit", "aucorp", "creator", "identifier", "inventor",
}  # fmt: skip


def parse_openurl(text: str) -> Reading:
    """The items of a text with context objects."""
    return read_records(
        text, "context objects", lambda root: root.iter("referent"), lambda each, key, _: _read(each, key)
    )


def _read(referent: etree._Element, default_id: str) -> Item:
    fields = [(str(each.tag), text_of(each)) for each in referent.iterfind("metadata-by-val/metadata/*/*")]
    fields = [(name, value) for name, value in fields if value]
    told = dict(reversed(fields))
    form = text_of(referent.find("metadata-by-val/format")).rpartition(":")[2]
    draft = Draft(KEPT, default_id, _GENRES.get(told.get("genre", ""), _FORMATS.get(form, T.DOCUMENT)))
    _read_titles(draft, told)
    for name, value in fields:
        if name in {"au", "creator", "inventor"}:
            draft.add_name("author", _read_name(value))
        elif name == "aucorp":
            draft.add_name("author", Name(literal=value))
        elif name not in _ELSEWHERE:
            draft.put(_TEXTS.get(name), value, name)
    if "author" not in draft.values and told.get("aulast"):
        draft.add_name("author", Name(told["aulast"], told.get("aufirst") or told.get("auinit")))
    draft.put("page", told.get("pages", ""))
    if "page" not in draft.values:
        draft.put_pages(told.get("spage", ""), told.get("epage", ""))
    draft.put_date("issued", told.get("date", ""))
    names = [text_of(each) for each in referent.iterfind("identifier")]
    for value in [*names, *(value for name, value in fields if name == "identifier")]:
        _read_identifier(draft, value)
    return draft.item()


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
    return read_person(text) if "," in text or not blank else Name(family, given)


def _read_identifier(draft: Draft, value: str) -> None:
    for start, variable in _IDENTIFIERS:
        if value.startswith(start):
            draft.fill(variable, value if variable == "URL" else value.removeprefix(start))
            return
