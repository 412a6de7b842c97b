"""What a MODS record is: its genre, the kind of resource, what holds it, how it is issued → an item type of CSL."""

import re
from collections.abc import Iterable, Mapping

from lxml import etree

from refs.model.bibtex import TYPES as BIBTEX_TYPES
from refs.model.item import ItemType as T
from refs.model.zotero import TYPES as ZOTERO_TYPES
from refs.parse.catalogue.relators import variable_of
from refs.parse.tree import text_of

_MARC_GENRES: Mapping[T, str] = {
    T.GRAPHIC: "art original|art reproduction|chart|comic strip|diorama|flash card|graphic|kit|microscope slide|model|picture|realia|"
    "remote sensing image|slide|technical drawing|toy|transparency",
    T.MAP: "atlas|globe|map",
    T.ARTICLE_JOURNAL: "article|legal article",
    T.BOOK: "autobiography|bibliography|biography|book|comic or graphic novel|comic|graphic novel|drama|festschrift|fiction|folktale|"
    "government publication|handbook|history|humor, satire|humor,satire|humor|satire|hymnal|loose-leaf|memoir|multivolume monograph|novel|script|yearbook",
    T.PAPER_CONFERENCE: "conference publication",
    T.DATASET: "database|numeric data",
    T.ENTRY_DICTIONARY: "dictionary",
    T.ENTRY_ENCYCLOPEDIA: "encyclopedia",
    T.SONG: "discography|sound",
    T.MOTION_PICTURE: "filmography|filmstrip|motion picture|videorecording",
    T.INTERVIEW: "interview",
    T.PERIODICAL: "journal|newspaper|periodical",
    T.REPORT: "law report or digest|reporting|technical report",
    T.LEGAL_CASE: "legal case and case notes|legal case|case notes",
    T.LEGISLATION: "legislation",
    T.PERSONAL_COMMUNICATION: "letter",
    T.WEBPAGE: "online system or service|online system|online service|web site",
    T.PATENT: "patent",
    T.SPEECH: "speech",
    T.STANDARD: "standard or specification",
    T.THESIS: "theses|thesis",
    T.TREATY: "treaty",
}
"""The genres of the MARC list ("marcgt") that say what a thing is, not what it is about."""

_DC_GENRES: Mapping[T, str] = {
    T.DATASET: "dataset",
    T.GRAPHIC: "image|still image|stillimage|physical object",
    T.WEBPAGE: "interactive resource|interactiveresource",
    T.MOTION_PICTURE: "moving image|movingimage",
    T.SOFTWARE: "software",
    T.COLLECTION: "collection",
    T.EVENT: "event",
}
"""The types of Dublin Core."""

_GENRES: Mapping[str, T] = (
    {name: kind for name, (kind, _) in BIBTEX_TYPES.items() if kind not in {T.DOCUMENT, T.PAPER_CONFERENCE}}
    | {
        word: kind
        for table in (_MARC_GENRES, _DC_GENRES)
        for kind, words in table.items()
        for word in words.split("|")
    }
    | {name.lower(): kind for name, kind in ZOTERO_TYPES.items()}
)
"""A genre as lists have it, those of Zotero and of BibTeX among them, and the item type."""

_WORDS = tuple(
    (re.compile(rf"\b(?:{words})", re.IGNORECASE), kind)
    for words, kind in (
        ("newspaper", T.ARTICLE_NEWSPAPER),
        ("magazine", T.ARTICLE_MAGAZINE),
        ("conference|proceedings|inproceedings", T.PAPER_CONFERENCE),
        (r"dissertation|thes[ei]s|ph\.?d|mastersthesis", T.THESIS),
        ("book ?(?:chapter|section|part)|chapter|inbook|incollection", T.CHAPTER),
        ("(?:journal|academic|review|research|scholarly) ?(?:article|journal)|article", T.ARTICLE_JOURNAL),
        ("preprint|working paper|eprint", T.ARTICLE),
        ("patent", T.PATENT),
        ("(?:technical ?)?reports?$|techreport|report literature", T.REPORT),
        ("interviews?$|oral histor", T.INTERVIEW),
        ("encyclop", T.ENTRY_ENCYCLOPEDIA),
        ("dictionar", T.ENTRY_DICTIONARY),
        ("hearing", T.HEARING),
        ("legislation|statute", T.LEGISLATION),
        ("letters?$|correspondence|e-?mail", T.PERSONAL_COMMUNICATION),
        ("manuscripts?$|unpublished", T.MANUSCRIPT),
        ("blog|weblog", T.POST_WEBLOG),
        ("web ?(?:site|page)|electronic$", T.WEBPAGE),
        ("data ?sets?", T.DATASET),
        ("(?:computer )?(?:software|program)$", T.SOFTWARE),
        ("lecture|address|presentation", T.SPEECH),
        ("books?$|monograph", T.BOOK),
    )
)
"""Words of genres outside the lists, the first that fits."""

_RESOURCES: Mapping[str, T] = {
    "cartographic": T.MAP,
    "notated music": T.MUSICAL_SCORE,
    "sound recording": T.SONG,
    "sound recording-musical": T.SONG,
    "sound recording-nonmusical": T.SONG,
    "still image": T.GRAPHIC,
    "moving image": T.MOTION_PICTURE,
    "software, multimedia": T.SOFTWARE,
    "software": T.SOFTWARE,
}
"""The values of ``typeOfResource``; text and mixed material may be anything."""

_PARTS: Mapping[T, T] = {T.BOOK: T.CHAPTER, T.PERIODICAL: T.ARTICLE_JOURNAL}
"""What the part of something is, where the genre is that of the whole."""

_CONTENTS = frozenset(
    {"biography", "autobiography", "drama", "fiction", "folktale", "history", "humor", "satire", "memoir"}
)
"""Genres that say what is told, be it in a book, a film or a picture."""


_LISTS = {"local": 0, "marcgt": 1, "marc": 1, "dct": 2}
"""The lists that genres are from, those first that name types."""


def read_type(record: etree._Element, hosts: list[etree._Element], *, numbered: bool, bound: bool) -> T:
    """The item type; `numbered` when an ISSN is known, `bound` when an ISBN is."""
    resource = _of_resources(record)
    listed = sorted(
        record.iterfind("genre"), key=lambda each: _LISTS.get(each.get("authority") or "", len(_LISTS))
    )
    genres = [text_of(each).lower() for each in listed]
    found = _of_genres(genre for genre in genres if not (resource and genre in _CONTENTS))
    if found is T.PAPER_CONFERENCE and not hosts:
        return T.BOOK if "conference publication" in genres else found
    if found is not None:
        return _part_of(found, genres) if any(map(_is_whole, hosts)) else found
    if resource in {None, T.MANUSCRIPT} and _is_letter(record):
        return T.PERSONAL_COMMUNICATION
    if resource is not None:
        return resource
    if hosts:
        return _held(record, hosts, numbered=numbered)
    return _alone(record, bound=bound)


def _part_of(whole: T, genres: list[str]) -> T:
    return T.ARTICLE_NEWSPAPER if "newspaper" in genres else _PARTS.get(whole, whole)


def _is_whole(host: etree._Element) -> bool:
    """Whether a host is what the work was published in, by its numbers or what is told of its issue, not a collection."""
    told = ("part", "originInfo", "identifier[@type='issn']", "identifier[@type='isbn']", "genre")
    return any(host.find(path) is not None for path in told)


def _of_genres(genres: Iterable[str]) -> T | None:
    listed = [genre.replace("/", ", ") for genre in genres if genre]
    known = (_GENRES.get(genre) or _GENRES.get(genre.replace(" ", "")) for genre in listed)
    found = next(filter(None, known), None)
    words = ((kind for pattern, kind in _WORDS if pattern.search(genre)) for genre in listed)
    return found or next((kind for kinds in words for kind in kinds), None)


def _of_resources(record: etree._Element) -> T | None:
    for each in record.iterfind("typeOfResource"):
        kind = _RESOURCES.get(text_of(each).lower())
        if kind is not None:
            return kind
        if each.get("manuscript") == "yes":
            return T.MANUSCRIPT
    return None


def _held(record: etree._Element, hosts: list[etree._Element], *, numbered: bool) -> T:
    """The type that what holds the work, and how that is issued, tells."""
    genres = [text_of(each).lower() for host in hosts for each in host.iterfind("genre")]
    if any("newspaper" in genre for genre in genres):
        return T.ARTICLE_NEWSPAPER
    if any("magazine" in genre for genre in genres):
        return T.ARTICLE_MAGAZINE
    if any("conference" in genre for genre in genres):
        return T.PAPER_CONFERENCE
    issued = {text_of(each).lower() for host in hosts for each in host.iterfind("originInfo/issuance")}
    serial = issued & {"continuing", "serial"} or any(
        word in genre for genre in genres for word in ("periodical", "journal")
    )
    if numbered or serial:
        return T.ARTICLE_JOURNAL
    return T.WEBPAGE if _is_hypertext(record) else T.CHAPTER


def _alone(record: etree._Element, *, bound: bool) -> T:
    issued = {text_of(each).lower() for each in record.iterfind("originInfo/issuance")}
    if bound or issued & {"monographic", "single unit", "multipart monograph"}:
        return T.BOOK
    return T.WEBPAGE if _is_hypertext(record) else T.DOCUMENT


def _is_letter(record: etree._Element) -> bool:
    """Whether somebody has received it."""
    return any(variable_of([text_of(each)]) == "recipient" for each in record.iterfind("name/role/*"))


def _is_hypertext(record: etree._Element) -> bool:
    kinds = (text_of(each).lower() for each in record.iterfind("physicalDescription/internetMediaType"))
    return "text/html" in kinds
