"""The fields of one MARC record, MARC 21 or UNIMARC, → an Item (Library of Congress, "MARC 21 Format")."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from refs.model.item import Item
from refs.model.item import ItemType as T
from refs.model.name import Name
from refs.parse.draft import Draft
from refs.parse.people import read_person

KEPT = "marc"
"""The name in `Item.custom` under which stand the fields that have no CSL variable."""


@dataclass(frozen=True, slots=True)
class Field:
    """A field: its tag, its two indicators, and its subfields; a control field has a value alone."""

    tag: str
    marks: str = "  "
    parts: tuple[tuple[str, str], ...] = ()
    value: str = ""

    def all(self, codes: str) -> list[str]:
        """The subfields with one of these codes, in their order."""
        return [text for code, text in self.parts if code in codes and text]

    def first(self, codes: str) -> str:
        """The first subfield with one of these codes."""
        return next(iter(self.all(codes)), "")


@dataclass(frozen=True, slots=True)
class MarcRecord:
    """One record: its leader and its fields."""

    leader: str
    fields: tuple[Field, ...]

    def every(self, *tags: str) -> Iterator[Field]:
        """The fields with one of these tags, tag by tag."""
        for tag in tags:
            yield from (each for each in self.fields if each.tag == tag)

    def first(self, tag: str, codes: str) -> str:
        """The first subfield with one of these codes in the fields with this tag."""
        return next((text for each in self.every(tag) if (text := each.first(codes))), "")

    def control(self, tag: str) -> str:
        """The value of a control field."""
        return next((each.value for each in self.every(tag)), "")

    @property
    def is_unimarc(self) -> bool:
        """Whether the title stands where UNIMARC has it."""
        return any(True for _ in self.every("200")) and not any(True for _ in self.every("245"))


_TYPES: Mapping[str, T] = {
    "c": T.MUSICAL_SCORE,
    "d": T.MUSICAL_SCORE,
    "e": T.MAP,
    "f": T.MAP,
    "g": T.MOTION_PICTURE,
    "i": T.SONG,
    "j": T.SONG,
    "k": T.GRAPHIC,
    "r": T.GRAPHIC,
    "t": T.MANUSCRIPT,
}
"""The kind of record (leader, place 6); text and what is digital is told by the level (place 7)."""

_ROLES: Mapping[str, str] = {
    "aut": "author",
    "cre": "author",
    "art": "author",
    "author": "author",
    "verfasser": "author",
    "edt": "editor",
    "editor": "editor",
    "ed": "editor",
    "hrsg": "editor",
    "herausgeber": "editor",
    "trl": "translator",
    "translator": "translator",
    "übersetzer": "translator",
    "ill": "illustrator",
    "illustrator": "illustrator",
    "cmp": "composer",
    "composer": "composer",
    "drt": "director",
    "director": "director",
    "prf": "performer",
    "pro": "producer",
    "070": "author",
    "340": "editor",
    "651": "editor",
    "730": "translator",
}
"""A relator as a code of MARC 21 or UNIMARC or as a word, and the name variable."""

_NOTES = ("500", "501", "504", "300")
_YEAR = re.compile(r"(?<!\d)(?:1[0-9]|20)\d\d(?!\d)")
# 432 p., 361 Seiten
_LEAVES = re.compile(r"(\d{1,5})\s*(?:p\b|p\.|pages?|S\.|Seiten|s\.)")
# Seite 447-473, p. 45-60, pages:447-473
_PAGES = re.compile(r"(?:pages?|Seiten?|S\.|pp?\.)\s*:?\s*(\d+(?:\s*[-–]\s*\d+)?)", re.IGNORECASE)
_VOLUME = re.compile(r"(?:volumes?|vol\.?|v\.|Bd\.|Jahrgang)\s*:?\s*(\d+)", re.IGNORECASE)
_ISSUE = re.compile(r"(?:numbers?|no\.?|Heft|issue|number)\s*:?\s*(\d+)", re.IGNORECASE)
_ENDS = " /:;,=."
# Bello, Emmanuel G.
_KEEPS_STOP = re.compile(r"(?:(?:^|[\s.-])[^\W\d_]\.|\.\.)$")


def read_marc(record: MarcRecord, default_id: str) -> Item:
    """The Item of a record."""
    draft = Draft(KEPT, record.control("001").strip() or default_id, _read_type(record))
    if record.is_unimarc:
        _read_unimarc(draft, record)
    else:
        _read_marc21(draft, record)
    return draft.item()


def _read_type(record: MarcRecord) -> T:
    kind, level = (f"{record.leader:<8}"[at] for at in (6, 7))
    if any(True for _ in record.every("502", "328")):
        return T.THESIS
    if kind in _TYPES:
        return _TYPES[kind]
    if level in "ab" or any(True for _ in record.every("773")):
        serial = level == "b" or record.first("773", "x") or _VOLUME.search(record.first("773", "g"))
        return T.ARTICLE_JOURNAL if serial else T.CHAPTER
    if kind == "m" and not record.first("020", "a"):
        return T.SOFTWARE
    return T.PERIODICAL if level == "s" else T.BOOK


def _read_marc21(draft: Draft, record: MarcRecord) -> None:
    draft.put("title", _title(record, "245", "abnp"))
    _read_people(draft, record, ("100", "110", "111"), ("700", "710", "711"))
    _read_numbers(draft, record)
    draft.put("edition", record.first("250", "a").rstrip(" /"))
    for each in record.every("260", "264"):
        if each.tag == "260" or each.marks[1:2] in {"1", " ", ""}:
            _read_publisher(draft, each.first("a"), each.first("b"), each.first("c"))
    code = record.control("008")
    if "issued" not in draft.values and code[7:11].isdigit():
        draft.put_date("issued", code[7:11])
    draft.put("language", record.first("041", "a")[:3] or code[35:38].strip(" |"))
    _read_size(draft, record.first("300", "a"))
    for each in record.every("490", "440", "830"):
        draft.fill("collection_title", _bare(each.first("a")))
        draft.fill("collection_number", _bare(each.first("v")))
    for tag in ("050", "055", "060", "090", "082"):
        draft.fill("call_number", " ".join(record_parts(record, tag)))
    draft.put("abstract", record.first("520", "a"))
    draft.put("genre", record.first("502", "b"))
    draft.put("publisher", record.first("502", "c"), "502")
    draft.put("note", "\n".join(each.first("a") for each in record.every("500") if each.first("a")))
    draft.put("URL", record.first("856", "u"))
    _read_words(draft, record, ("600", "610", "611", "630", "650", "651", "653", "689"))
    _read_host(draft, record)


def record_parts(record: MarcRecord, tag: str) -> list[str]:
    """The parts of the first call number with this tag."""
    return next((each.all("ab") for each in record.every(tag)), [])


def _read_unimarc(draft: Draft, record: MarcRecord) -> None:
    draft.put("title", _title(record, "200", "aehi"))
    _read_people(draft, record, ("700", "710", "720"), ("701", "702", "711", "712", "721", "722"))
    draft.put("ISBN", record.first("010", "a"))
    draft.put("ISSN", record.first("011", "a"))
    draft.put("language", record.first("101", "a"))
    draft.put("edition", record.first("205", "a"))
    for each in record.every("210", "214"):
        _read_publisher(draft, each.first("a"), each.first("c"), each.first("d"))
    _read_size(draft, record.first("215", "a"))
    draft.put("collection_title", _bare(record.first("225", "a")))
    draft.put("collection_number", _bare(record.first("225", "v")))
    draft.put("call_number", record.first("676", "a") or record.first("680", "a"))
    draft.put("abstract", record.first("330", "a"))
    draft.put("note", "\n".join(each.first("a") for each in record.every("300") if each.first("a")))
    draft.put("URL", record.first("856", "u"))
    _read_words(draft, record, ("600", "601", "602", "604", "605", "606", "607", "610"))
    draft.put("container_title", record.first("461", "t") or record.first("463", "t"))


def _title(record: MarcRecord, tag: str, codes: str) -> str:
    parts = next((each.all(codes) for each in record.every(tag)), [])
    title = ""
    for part in (_bare(each.lstrip(" :")) for each in parts):
        title = f"{title}: {part}" if title and part else title or part
    return title.replace("\x98", "").replace("\x9c", "").replace("\x88", "").replace("\x89", "")


def _bare(text: str) -> str:
    """The text without the punctuation that leads to the next subfield."""
    bare = text.strip().rstrip(" /:;,=")
    return bare[:-1] if bare.endswith(".") and not _KEEPS_STOP.search(bare) else bare


def _read_people(draft: Draft, record: MarcRecord, main: tuple[str, ...], added: tuple[str, ...]) -> None:
    for each in record.every(*main):
        draft.add_name(_role(each) or "author", _read_name(each))
    for each in record.every(*added):
        if not each.first("t"):
            draft.add_name(_role(each) or "contributor", _read_name(each))
    if "author" not in draft.values and "editor" not in draft.values and "contributor" in draft.values:
        draft.values["author"] = draft.values.pop("contributor")


def _role(field: Field) -> str | None:
    told = [text.strip(" .,").lower() for text in field.all("4e")]
    return next((_ROLES[word] for word in told if word in _ROLES), None)


def _read_name(field: Field) -> Name | None:
    """``$a Xarque, Francisco``; UNIMARC has the given name in ``$b``."""
    whole = _bare(field.first("a"))
    if field.tag[1:] in {"10", "11", "12"} and field.tag[0] in "17":
        return Name(literal=" ".join(_bare(each) for each in field.all("ab"))) if whole else None
    given = _bare(field.first("b"))
    if given and "," not in whole and not given.rstrip(".").isupper():
        return Name(whole, given)
    return read_person(whole)


def _read_numbers(draft: Draft, record: MarcRecord) -> None:
    found = [text.split()[0] for each in record.every("020") if (text := each.first("a").strip(_ENDS))]
    draft.put("ISBN", " ".join(dict.fromkeys(found)))
    draft.put("ISSN", record.first("022", "a"))
    for each in record.every("966", "856"):
        if each.first("u").startswith(("https://doi.org/10.", "http://dx.doi.org/10.")):
            draft.fill("DOI", each.first("u"))
    for each in record.every("024"):
        if each.first("2").lower() == "doi" and "DOI" not in draft.values:
            draft.put("DOI", each.first("a"))


def _read_publisher(draft: Draft, place: str, publisher: str, date: str) -> None:
    """Place, publisher and year; what is in brackets was not on the title page, and its brackets go."""
    for variable, text in (("publisher_place", place), ("publisher", publisher)):
        draft.fill(variable, _bare(text).strip("[]"))
    years = _YEAR.findall(date)
    if years:
        is_range = len(years) > 1 and re.search(rf"{years[0]}\s*[-–]\s*{years[1]}", date)
        draft.put_date("issued", "/".join(years[:2]) if is_range else years[0])


def _read_size(draft: Draft, text: str) -> None:
    if found := _LEAVES.search(text):
        draft.put("number_of_pages", found[1])


def _read_words(draft: Draft, record: MarcRecord, tags: tuple[str, ...]) -> None:
    for each in record.every(*tags):
        draft.add_words([" -- ".join(_bare(part) for part in each.all("abcdvxyz"))])


def _read_host(draft: Draft, record: MarcRecord) -> None:
    """What holds an article or a chapter: 773."""
    for each in record.every("773"):
        draft.put("container_title", _bare(each.first("t") or each.first("a")))
        draft.fill("ISSN", each.first("x"))
        draft.fill("ISBN", each.first("z"))
        where = " ".join(each.all("gq"))
        for variable, pattern in (("page", _PAGES), ("volume", _VOLUME), ("issue", _ISSUE)):
            found = pattern.search(where)
            draft.fill(variable, found[1] if found else "")
