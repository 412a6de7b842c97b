"""RIS → Items."""

import re
from collections.abc import Iterator
from typing import Any

from refs.model.date import Date
from refs.model.endnote import TYPES as WORDS
from refs.model.flaw import Flaw, FlawCode
from refs.model.item import DATE_VARIABLES, NAME_VARIABLES, Item, ItemType
from refs.model.kept import keep, with_commas
from refs.model.reading import Reading
from refs.model.ris import CODES, JOURNALS, KEPT, TYPES, usual_tag
from refs.model.ris_signs import is_count, tells_of_article
from refs.parse.dates import read_date, read_in_year
from refs.parse.identity import bare_doi, bare_pmcid, hyphenate, identified
from refs.parse.people import read_people
from refs.parse.tagged.lines import Record, read_lines
from refs.parse.tagged.procite import is_procite, unfold
from refs.parse.tagged.ris_dates import read_ris_date
from refs.parse.tagged.ris_tags import meaning
from refs.text import one_line, without_entities

# TY  - JOUR; with one blank, a tab, or none after the dash; ER alone
_LINE = re.compile(r"[\ufeff\s]{0,4}([A-Z][A-Z0-9])(?:[ \t]{1,3}-(?:[ \t]+|$)|(?<=ER)[ \t]*$)(.*)")
# PM:12345678: Reference Manager's
_PMID = re.compile(r"PM:\s?(\d{1,8})$")
# http://example.com; http://www.example.com
_BETWEEN_URLS = re.compile(r"\s*;\s*(?=https?://)")
_RANK = {
    tag: rank
    for rank, tag in enumerate(
        [
            "TI",
            "T1",
            "CT",
            "JF",
            "T2",
            "JO",
            "BT",
            "J2",
            "JA",
            "J1",
            "AB",
            "N2",
            "DA",
            "PY",
            "Y1",
            "IS",
            "CP",
            "CY",
            "PP",
            "DO",
            "C5",
            "M3",
            "VL",
            "VO",
            "SN",
        ]
    )
}
_ONLINE = frozenset({"AGGR", "DBASE", "EBOOK", "EJOUR", "MULTI"})


def parse_ris(text: str) -> Reading:
    """The items of a RIS text; a record ends at ER, at the next TY, or at the end of the text."""
    flaws: list[Flaw] = []
    records = list(_records(text, flaws))
    if is_procite(records):
        records = [unfold(record) for record in records]
    items = [_Mapping(record, flaws, f"item-{number}").item() for number, record in enumerate(records, 1)]
    return Reading(tuple(items), tuple(flaws))


def _records(text: str, flaws: list[Flaw]) -> Iterator[Record]:
    record = Record()
    for number, tag, value in read_lines(text, _LINE):
        if tag in {"TY", "ER"} and record.pieces:
            yield record
            record = Record()
        if tag is None:
            if value and record.pieces:
                record.extend(_clean(value).removeprefix("%K "))  # as Reference Manager lists keywords
        elif tag != "ER":
            if not record.pieces and tag != "TY":
                flaws.append(Flaw(FlawCode.BROKEN_ENTRY, f"line {number}: {tag} stands before any TY"))
                record.add("TY", "GEN")
            record.add(tag, _clean(value))
    if record.pieces:
        yield record


def _clean(value: str) -> str:
    return one_line(without_entities(value))


class _Mapping:
    """One record on its way to an Item."""

    def __init__(self, record: Record, flaws: list[Flaw], default_id: str) -> None:
        self.record, self.flaws = record, flaws
        self.lines = [line for line in record.lines if line[1] and line[0] not in {"TY", "ID"}]
        self.key = record.first("ID") or default_id
        self.code = record.first("TY").upper()
        self.values: dict[str, Any] = {}
        self.fields: list[list[str]] = []
        self.names: dict[str, str] = {}
        self.words: list[str] = []
        self.roles: dict[str, list[str]] = {}
        self.kind = self.read_type()

    def read_type(self) -> ItemType:
        kind = TYPES.get(self.code) or WORDS.get(self.record.first("TY").title(), (None, 0))[0]
        if kind is not None and self.code not in TYPES:
            self.code = CODES.get(kind, "GEN")
        self.told = self.code or "GEN"
        if kind is None:
            message = (
                f"no reference type is called {self.code:.20}" if self.code else "the record has no type"
            )
            self.flaws.append(Flaw(FlawCode.UNKNOWN_TYPE, message, self.key, "type"))
        if (kind is None or self.code == "GEN") and tells_of_article({tag for tag, _ in self.lines}):
            self.code, kind = "JOUR", ItemType.ARTICLE_JOURNAL
        return kind or ItemType.DOCUMENT

    def item(self) -> Item:
        """The Item."""
        for tag, value in sorted(self.lines, key=lambda line: self.rank(line[0])):
            self.read_line(tag, value)
        self.join_pages()
        for variable, tags in self.roles.items():
            if set(tags) != {usual_tag(variable, self.code)}:
                self.names[variable] = tags[0] if len(set(tags)) == 1 else " ".join(tags)
        return self.build()

    def rank(self, tag: str) -> int:
        """The place of a tag among those that may fill one variable; what is in no journal is in T2 before JF."""
        if self.kind not in JOURNALS:
            tag = {"JF": "T2", "T2": "JF"}.get(tag, tag)
        return _RANK.get(tag, len(_RANK))

    def build(self) -> Item:
        values = self.values
        values["id"], values["type"] = self.key, self.kind
        told = self.told if self.told != CODES.get(self.kind, "GEN") else ""
        keep(values, KEPT, type=told, fields=self.fields, names=self.names, words=with_commas(self.words))
        return identified(values)

    def read_line(self, tag: str, value: str) -> None:
        variable = meaning(tag, value, self.record, self.code, self.kind)
        if variable in NAME_VARIABLES:
            self.read_names(variable, tag, value)
        elif tag in {"PY", "Y1", "DA"}:
            self.read_issued(tag, value)
        elif tag == "Y2" and " through " in value:
            self.read_event(tag, value)
        elif tag == "Y2" or variable in DATE_VARIABLES:
            variable = variable or "accessed"
            self.put(variable, tag, self.checked(variable, read_ris_date(value)), value)
        elif tag == "KW":
            self.words.append(value)
            self.values["keyword"] = ", ".join(self.words)
        elif variable == "page_first" or (tag in {"SP", "EP"} and variable == "page"):
            self.values.setdefault("EP" if tag == "EP" else "SP", value)
        else:
            self.read_text(tag, variable, value)

    def read_names(self, variable: str, tag: str, value: str) -> None:
        for name in read_people(value):
            self.values[variable] = (*self.values.get(variable, ()), name)
            self.roles.setdefault(variable, []).append(tag)

    def read_text(self, tag: str, variable: str, value: str) -> None:
        if not variable:
            self.fields.append([tag, value])
        elif variable == "URL" and (found := _PMID.match(value)):
            self.values.setdefault("PMID", found[1])
            self.fields.append([tag, value])
        elif variable == "URL":
            first, *others = _BETWEEN_URLS.split(value)
            self.put(variable, tag, first, first)
            self.fields += [[tag, other] for other in others]
        elif variable == "DOI":
            self.put_bare(variable, tag, bare_doi(value).partition("; ")[0], value)
        elif variable == "PMCID":
            self.put_bare(variable, tag, bare_pmcid(value), value)
        else:
            self.put(variable, tag, value, value)

    def put(self, variable: str, tag: str, value: Any, raw: str) -> None:
        """Fill a variable from a line; a second line for it is kept as it stands."""
        if tag == "JO" and variable in self.values and "container_title_short" not in self.values:
            variable = "container_title_short"
        if variable in self.values or not value:
            self.fields.append([tag, raw])
            return
        self.values[variable] = value
        self.remember(variable, tag)

    def put_bare(self, variable: str, tag: str, bare: str, value: str) -> None:
        """Fill an identifier; the words behind it are kept."""
        self.put(variable, tag, bare, value)
        if not value.endswith(bare) and self.fields[-1:] != [[tag, value]]:
            self.fields.append([tag, value])

    def remember(self, variable: str, tag: str) -> None:
        if usual_tag(variable, self.code) != tag:
            self.names[variable] = tag

    def read_issued(self, tag: str, value: str) -> None:
        """DA says the day, PY and Y1 the year: the one that says most is read."""
        date = self.checked("issued", self.read_day(tag, value))
        if date is not None and self.is_access(tag, date):
            self.put("accessed", tag, date, value)
            return
        before = self.values.get("issued")
        if date is None:
            self.fields.append([tag, value])
            self.flaws.append(Flaw(FlawCode.BAD_DATE, f"{value:.60} is no date", self.key, "issued", value))
            return
        if before is None:
            self.values["issued"] = date
            self.names["issued"] = tag
        elif date.parts and (not before.parts or before == Date(date.parts[:1]) != date):
            self.replace_issued(tag, date, before)
        elif (
            before.parts[:1] != date.parts[:1]
            or len(date.parts) > len(before.parts)
            or before.literal != date.literal
        ):
            self.fields.append([tag, value])
        else:
            self.names["issued"] = f"{self.names['issued']} {tag}"

    def replace_issued(self, tag: str, date: Date, before: Date) -> None:
        """Put a date for one that says less; what said it is kept, or written again where it was the year."""
        said = self.names["issued"]
        if said == "PY" and before.parts:
            self.names["issued"] = f"{tag} {said}"
        else:
            others = (place for place, (kept, _) in enumerate(self.fields) if kept == said)
            self.fields.insert(next(others, len(self.fields)), [said, str(before)])
            self.names["issued"] = tag
        self.values["issued"] = date

    def read_event(self, tag: str, value: str) -> None:
        """The days of a conference, "8 July 2013 through 9 July 2013", which Scopus has where others have the access."""
        first, last = (read_date(each) for each in value.split(" through ", 1))
        if first and last and first.parts and last.parts:
            self.values["event_date"] = Date(first.parts, last.parts)
        self.fields.append([tag, value])

    def read_day(self, tag: str, value: str) -> Date | None:
        """The date of a tag; a DA such as "Mar 3" takes its year from PY."""
        date = read_ris_date(value)
        if tag != "DA" or date is None or date.parts:
            return date
        return read_in_year(value, self.record.first("PY", "Y1")[:4]) or date

    def is_access(self, tag: str, date: Date) -> bool:
        """Whether DA is the day of access, as EndNote has it in records of what is online."""
        year = self.record.first("PY", "Y1")[:4]
        return (
            tag == "DA"
            and self.code in _ONLINE
            and year.isdecimal()
            and bool(date.parts)
            and date.year != int(year)
        )

    def checked(self, variable: str, date: Date | None) -> Date | None:
        if date is not None and not date.parts:
            message = f"{date.literal:.60} is no date that can be counted with"
            self.flaws.append(Flaw(FlawCode.BAD_DATE, message, self.key, variable, date.literal))
        return date

    def join_pages(self) -> None:
        """SP and EP as one range; in a whole book SP is the number of pages."""
        first, last = (hyphenate(self.values.pop(tag, "")).strip(" -") for tag in ("SP", "EP"))
        start, _, end = first.partition("-")
        if end and last in {end, first}:  # SP has the range already
            last = ""
        if start == end:
            first = start
        if first and not last and is_count(first, self.code, self.kind):
            self.values["number_of_pages"] = first
        elif last and first != last:
            self.values["page"] = f"{first}-{last}" if first else f"-{last}"
        elif first:
            self.values["page"] = first
