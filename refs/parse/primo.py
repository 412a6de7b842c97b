"""Primo's normalised XML (PNX), of library search pages, → Items."""

import html
import re
from collections.abc import Iterator, Mapping

from lxml import etree

from refs.model.flaw import Flaw
from refs.model.item import Item
from refs.model.item import ItemType as T
from refs.model.reading import Reading
from refs.parse.draft import Draft
from refs.parse.people import read_person, without_life
from refs.parse.relators import variable_of
from refs.parse.series import split_series
from refs.parse.tree import read_records, text_of
from refs.text import fold

KEPT = "primo"
"""The name in `Item.custom` under which stands what has no CSL variable."""

_TYPES = (
    ("newspaper", T.ARTICLE_NEWSPAPER),
    ("magazine", T.ARTICLE_MAGAZINE),
    ("newsletter", T.ARTICLE_MAGAZINE),
    ("chapter", T.CHAPTER),
    ("book_part", T.CHAPTER),
    ("bookitem", T.CHAPTER),
    ("conference", T.PAPER_CONFERENCE),
    ("proceeding", T.PAPER_CONFERENCE),
    ("dissertation", T.THESIS),
    ("thes", T.THESIS),
    ("technical_report", T.REPORT),
    ("government", T.REPORT),
    ("market_research", T.REPORT),
    ("report", T.REPORT),
    ("legal", T.LEGAL_CASE),
    ("preprint", T.ARTICLE),
    ("article", T.ARTICLE_JOURNAL),
    ("review", T.ARTICLE_JOURNAL),
    ("reference_entry", T.ENTRY_ENCYCLOPEDIA),
    ("encyclop", T.ENTRY_ENCYCLOPEDIA),
    ("dictionar", T.ENTRY_DICTIONARY),
    ("manuscript", T.MANUSCRIPT),
    ("archiv", T.MANUSCRIPT),
    ("book", T.BOOK),
    ("standard", T.STANDARD),
    ("patent", T.PATENT),
    ("journal", T.PERIODICAL),
    ("serial", T.PERIODICAL),
    ("score", T.MUSICAL_SCORE),
    ("audio", T.SONG),
    ("sound", T.SONG),
    ("music", T.SONG),
    ("video", T.MOTION_PICTURE),
    ("film", T.MOTION_PICTURE),
    ("image", T.GRAPHIC),
    ("photo", T.GRAPHIC),
    ("realia", T.GRAPHIC),
    ("map", T.MAP),
    ("data", T.DATASET),
    ("computer", T.SOFTWARE),
    ("software", T.SOFTWARE),
    ("collection", T.COLLECTION),
    ("web", T.WEBPAGE),
)
"""A word of Primo's resource types and the item type, the first that fits."""

_RIS_TYPES: Mapping[str, T] = {
    "JOUR": T.ARTICLE_JOURNAL,
    "JFULL": T.PERIODICAL,
    "MGZN": T.ARTICLE_MAGAZINE,
    "NEWS": T.ARTICLE_NEWSPAPER,
    "BOOK": T.BOOK,
    "CHAP": T.CHAPTER,
    "CONF": T.PAPER_CONFERENCE,
    "THES": T.THESIS,
    "RPRT": T.REPORT,
    "MAP": T.MAP,
    "PAT": T.PATENT,
}
_ADDED: Mapping[str, str] = {
    "volume": "volume",
    "issue": "issue",
    "doi": "DOI",
    "pmid": "PMID",
    "inst": "publisher",
    "pub": "publisher",
    "cop": "publisher_place",
    "edition": "edition",
    "degree": "genre",
    "abstract": "abstract",
}
"""What stands in ``addata``, the part meant for citations."""

_SHOWN: Mapping[str, str] = {
    "edition": "edition",
    "language": "language",
    "description": "abstract",
    "rights": "license",
}
_IN = frozenset({T.ARTICLE_JOURNAL, T.ARTICLE_NEWSPAPER, T.ARTICLE_MAGAZINE, T.CHAPTER, T.PAPER_CONFERENCE})
_SERIAL = frozenset({T.ARTICLE_JOURNAL, T.ARTICLE_NEWSPAPER, T.ARTICLE_MAGAZINE, T.PERIODICAL})
# Simone, Daniela$$QSimone Daniela
_CODED = re.compile(r"\$\$[A-Z].*$")
# (xxi-300 p.), 463 p. ; 20 cm
_LEAVES = re.compile(
    r"(?:\b([ivxlc]+)\s*[-+]\s*)?(\d{1,5})[\]\s]*(?:p\b|p\.|pages|S\.|Seiten)", re.IGNORECASE
)
_NUMBERS = re.compile(r"(?:ISBN\W*?(?:\$\$V)?)\s*([\d-]{9,17}[\dXx])")
_DOI = re.compile(r"DOI\W*?(?:\$\$V)?\s*(10\.\d{4,9}/[^\s;$<]+)", re.IGNORECASE)
# Accounts of tides, 17 January 2012, Vol.45(1), pp.1-2
_PART_OF = re.compile(
    r"^(?P<title>[^,]+),.*?\bVol\.?\s*(?P<volume>\w+)(?:\s*\((?P<issue>[^()]+)\))?", re.IGNORECASE
)
_PAGES = re.compile(r"\bpp?\.?\s*([\w]+(?:\s*[-–]\s*\w+)?)\s*(?:\[|$|;|,)")
# Doe, Jane, [ed.]; Doe, Jane (editor)
_ROLE = re.compile(r",?\s*[(\[]\s*([^()\[\]]{2,40}?)\s*[)\]]\s*$")
# Verne, Jules (1828-1905) NLR10::RU\NLR\AUTH\773453
_AUTHORITY = re.compile(r"\s+\w+::\S+$")
# Carpenter, Humphrey <author>
_ANGLED = re.compile(r"\s*<[^<>]{1,60}>\s*$")
# $$I07NLR$$2(18.104.6.29 )$$Savailable
_SHELF = re.compile(r"\$\$2\(?\s*([^$()]*[^$()\s])")
_UNSORTED = re.compile(r"<<|>>")


def parse_primo(text: str) -> Reading:
    """The items of a PNX text."""
    return read_records(text, "Primo records", _records, _read)


def _records(root: etree._Element) -> Iterator[etree._Element]:
    return (each for each in root.iter("record") if each.find("display") is not None)


def _read(record: etree._Element, default_id: str, flaws: list[Flaw]) -> Item:
    kind = _read_type(record)
    draft = Draft(KEPT, _first(record, "control/recordid") or default_id, kind, flaws)
    draft.put("title", _title(record))
    _read_people(draft, record)
    if kind in _IN:
        draft.put("container_title", _first(record, "addata/jtitle", "addata/btitle"))
        draft.put("container_title_short", _first(record, "addata/stitle"))
    for name, variable in _ADDED.items():
        draft.fill(variable, _first(record, f"addata/{name}"))
    for name, variable in _SHOWN.items():
        draft.fill(variable, _first(record, f"display/{name}"))
    series, number = split_series(_first(record, "addata/seriestitle", "display/series"))
    draft.put("collection_title", series)
    draft.put("collection_number", number)
    draft.put(
        "call_number", _first(record, "enrichment/classificationlcc", "delivery/bestlocation/callNumber")
    )
    held = _SHELF.search(text_of(record.find("display/availlibrary")))
    draft.fill("call_number", held[1] if held else "")
    _read_publisher(draft, _first(record, "display/publisher"))
    _read_numbers(draft, record)
    draft.put_date("issued", _date(record))
    _read_place(draft, record)
    words = (
        word for text in _every(record, "display/subject") for word in re.split(r" ; | / |\s+--\s+", text)
    )
    draft.add_words(words)
    return draft.item()


def _read_type(record: etree._Element) -> T:
    for path in ("display/type", "facets/rsrctype", "search/rsrctype", "addata/genre", "addata/format"):
        told = _first(record, path).lower().replace(" ", "_")
        found = next((each for word, each in _TYPES if word in told), None)
        if found is not None:
            return found
    return _RIS_TYPES.get(_first(record, "addata/ristype"), T.DOCUMENT)


def _title(record: etree._Element) -> str:
    """The title shown; what follows a slash says who is responsible, where the title for citations ends before it."""
    title = _UNSORTED.sub(
        "", _first(record, "display/title", "addata/atitle", "addata/btitle", "search/title")
    )
    head, slash, _ = title.partition(" / ")
    cited = {fold(_first(record, f"addata/{name}")).rstrip(". ") for name in ("atitle", "btitle", "title")}
    if slash and (fold(head).rstrip(". ") in cited or cited <= {""}):
        title = head
    return re.sub(r"\s+:\s+", ": ", title).rstrip(" /:;")


def _every(record: etree._Element, path: str) -> Iterator[str]:
    """The texts at a path, without the codes behind them."""
    for each in record.iterfind(path):
        if text := _plain(_CODED.sub("", text_of(each))):
            yield text


def _plain(text: str) -> str:
    """The text without escapes and marks that nobody sees."""
    return (
        html.unescape(text).replace("\u200d", "").replace("\u200e", "").strip()
        if "&" in text
        else text.strip()
    )


def _first(record: etree._Element, *paths: str) -> str:
    return next((text for path in paths for text in _every(record, path)), "")


def _read_people(draft: Draft, record: etree._Element) -> None:
    creators = _names(record, "display/creator") or list(_every(record, "addata/au"))
    contributors = _names(record, "display/contributor") or list(_every(record, "addata/addau"))
    for each in creators or contributors:
        _read_person(draft, each, "author")
    for each in contributors if creators else ():
        _read_person(draft, each, "contributor")


def _read_person(draft: Draft, text: str, variable: str) -> None:
    """``Carpenter, Humphrey <editor>``; who is named behind the creators is no author, whatever the record calls them."""
    text = _ANGLED.sub("", _AUTHORITY.sub("", text))
    found = _ROLE.search(text)
    person, told = (text[: found.start()], found[1]) if found else (text, "")
    if not told and text.count(",") > 1:  # Roe, Ann, author; but no role in Harris, Ed
        person, _, told = text.rpartition(",")
    role = variable_of([told])
    text = person if role or (found and told.endswith(".")) else text
    draft.add_name(role if role not in {None, "author"} else variable, read_person(without_life(text)))


def _names(record: etree._Element, path: str) -> list[str]:
    return [name for text in _every(record, path) for each in text.split(";") if (name := each.strip())]


def _read_publisher(draft: Draft, text: str) -> None:
    """``Cambridge etc. : Cambridge University Press``."""
    place, colon, publisher = text.partition(" : ")
    draft.fill("publisher", publisher.strip() if colon else text)
    draft.fill("publisher_place", place.strip() if colon else "")


def _read_numbers(draft: Draft, record: etree._Element) -> None:
    issn = _first(record, "addata/issn", "addata/eissn", "search/issn")
    draft.put("ISSN", issn if draft.kind in _IN or draft.kind in _SERIAL else "")
    shown = text_of(record.find("display/identifier"))
    if draft.kind not in _SERIAL:
        draft.put("ISBN", _first(record, "addata/isbn", "addata/eisbn", "search/isbn"))
        found = _NUMBERS.search(shown)
        draft.fill("ISBN", found[1] if found else "")
    if found := _DOI.search(shown):
        draft.fill("DOI", found[1])


def _date(record: etree._Element) -> str:
    """The date as words, days written with dashes."""
    text = _first(record, "addata/date", "addata/risdate", "display/creationdate", "search/creationdate")
    if found := re.fullmatch(r"(\d{4})(\d{2})(\d{2})?", text):
        return "-".join(part for part in found.groups() if part and part != "00")
    year = re.search(r"(?:1[4-9]|20)\d\d", text)
    return text if re.fullmatch(r"[\d-]+", text) or year is None else year[0]


def _read_place(draft: Draft, record: etree._Element) -> None:
    """The pages; where the part for citations lacks them, what is shown of the whole."""
    if draft.kind not in _IN:
        if found := _LEAVES.search(_first(record, "display/format")):
            draft.put("number_of_pages", "+".join(filter(None, found.groups())))
        return
    draft.put("page", _first(record, "addata/pages"))
    if "page" not in draft.values:
        draft.put_pages(_first(record, "addata/spage"), _first(record, "addata/epage"))
    shown = _first(record, "display/ispartof")
    if whole := _PART_OF.search(shown):
        for variable, name in (("container_title", "title"), ("volume", "volume"), ("issue", "issue")):
            draft.fill(variable, whole[name] or "")
    if pages := _PAGES.search(shown):
        draft.fill("page", pages[1])
