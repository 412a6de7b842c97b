"""Labelled stretches and found spans put together to an item."""

import re
from collections.abc import Mapping
from typing import Any

from refs.model.date import Date
from refs.model.flaw import Flaw, FlawCode
from refs.model.identifier import find_identifiers
from refs.model.item import Item
from refs.model.name import Name
from refs.parse.reference.clean import Clean
from refs.parse.reference.dates import read_date
from refs.parse.reference.kinds import infer_type
from refs.parse.reference.links import path_identifiers
from refs.parse.reference.names import read_names
from refs.parse.reference.parsed import Parsed
from refs.parse.reference.segments import _is_bare_site
from refs.parse.reference.span import Span

PLACEHOLDER = "reference"
"""The id of an item that has none yet."""

_SURE = 0.99
_BY_RULE = 0.8
_LABELS = {"title", "container", "publisher"}
_IDENTIFIERS = {"doi": "DOI", "pmid": "PMID", "pmcid": "PMCID", "isbn": "ISBN", "issn": "ISSN"}
# Professional, C. C. M.: what tools make of "Cleveland Clinic medical professional"
_GARBLED = re.compile(r"Professional,? C\.? ?C\.? ?M\.?", re.IGNORECASE)
_IN_EDITORS = re.compile(r"(?P<names>.{3,200}?),?\s\(?(?:[Ee]ds?|[Hh]rsg)\b\.?\)?[.,:]?\s+(?P<title>.+)")
_PAREN_YEAR = re.compile(r"[(\[]\s*(?P<date>(?:1[4-9]|20)\d\d[a-z]?(?:[,;/-]?\s?[^()\[\]]{2,40})?)\s*[)\]]")
_YEAR = re.compile(r"(?<![\w/.-])(?P<date>(?:1[4-9]|20)\d\d)[a-z]?(?![\w/-])")


class Assembly:
    """The fields of one reference, growing."""

    def __init__(self, clean: Clean, spans: list[Span], labels: list[Span]) -> None:
        self.clean = clean
        self.text = clean.text
        self.spans = spans
        self.labels = labels
        self.values: dict[str, Any] = {}
        self.confidence: dict[str, float] = {}
        self.flaws: list[Flaw] = []
        self.garbled: dict[str, Any] = {}

    def parsed(self) -> Parsed:
        """The item, as far as the spans and labels give one."""
        for span in sorted(self.spans, key=lambda span: span.kind == "url" and "/" not in span.value):
            self._take_span(span)
        for label in self.labels:
            self._take_label(label)
        self._take_date()
        self._take_paths()
        values = {name: value for name, value in self.values.items() if not name.startswith("_")}
        if not any(values.get(name) for name in ("title", "container_title", "author", "URL", "DOI")):
            values["note"] = self.text.strip()
        values["type"] = infer_type(self.values, self.text)
        return self._built(values)

    def _built(self, values: Mapping[str, Any]) -> Parsed:
        identifiers = tuple(
            find_identifiers(
                values.get("URL"), DOI=values.get("DOI"), PMID=values.get("PMID"), PMCID=values.get("PMCID")
            )
        )
        built = dict(values, id=PLACEHOLDER, identifiers=identifiers)
        if not self.garbled:
            return Parsed(Item.build(built), tuple(self.flaws), self.confidence)
        printed = Item.build(
            built | {name: value for name, value in self.garbled.items() if name == "author"}
        )
        item = Item.build(
            built | {"custom": {"as-printed": {name: _plain(value) for name, value in self.garbled.items()}}}
        )
        return Parsed(item, tuple(self.flaws), self.confidence, printed)

    def _put(self, name: str, value: Any, confidence: float = _SURE) -> None:
        if value and name not in self.values:
            self.values[name] = value
            self.confidence[name] = confidence

    def _flaw(self, code: FlawCode, message: str, variable: str, start: int, end: int) -> None:
        first, last = self.clean.origin(start), self.clean.origin(end)
        self.flaws.append(
            Flaw(code, message, variable=variable, text=self.text[start:end], start=first, end=last)
        )

    def _take_span(self, span: Span) -> None:
        if span.kind in _IDENTIFIERS:
            self._put(_IDENTIFIERS[span.kind], span.value)
        elif span.kind == "url":
            self._put("URL", span.value)
        elif span.kind == "accessed":
            self._put("accessed", span.value)
        elif span.kind == "arxiv":
            self._put("number", f"arXiv:{span.value}")
        elif span.kind == "epub":
            self._put("available_date", span.value)
        elif span.kind == "cluster":
            for name, value in span.value.items():
                self._put("_cluster_date" if name == "date" else name, value, _BY_RULE)
        elif span.kind == "edition":
            self._put("edition", span.value)
        elif span.kind == "medium":
            self._put("medium", span.value)
        elif span.kind == "updated":
            self._put("_updated", span.value)
        elif span.kind == "no-date":
            self._put("status", span.value)
            self._put("_no_date", True)
        elif span.kind == "bad-date":
            self.garbled["issued"] = span.value.strip("()[] ")
            self._flaw(FlawCode.BAD_DATE, f"{span.value} is no date", "issued", span.start, span.end)

    def _take_label(self, label: Span) -> None:
        start, end = self._shrunk(label.start, label.end)
        words = self.text[start:end]
        if label.kind == "author":
            self._take_author(words, start, end)
        elif label.kind == "title":
            self._put("title", _title(words), _BY_RULE)
        elif label.kind == "container":
            self._take_container(words)
        elif label.kind == "publisher":
            place, _, publisher = words.rpartition(": ")
            self._put("publisher", publisher.strip(" ,;"), _BY_RULE)
            self._put("publisher_place", place.strip(" ,;"), _BY_RULE)

    def _take_author(self, words: str, start: int, end: int) -> None:
        names, _ = read_names(words)
        if _GARBLED.match(words):
            self.garbled["author"] = names
            self._flaw(
                FlawCode.BAD_NAME,
                f"{words} is no person: a citation tool made it of “Cleveland Clinic medical professional”",
                "author",
                start,
                end,
            )
            return
        self._put("author", names, _BY_RULE)

    def _take_container(self, words: str) -> None:
        inside = re.match(r"[Ii]n:?\s+(?=\S)", words)
        if inside:
            words = words[inside.end() :]
            self._put("_in", True)
            editors = _IN_EDITORS.match(words)
            if editors:
                self._put("editor", read_names(editors["names"])[0], _BY_RULE)
                words = editors["title"]
        self._put("container_title", words.strip(" ,;:").removesuffix(",").strip('“”"«»'), _BY_RULE)

    def _shrunk(self, start: int, end: int) -> tuple[int, int]:
        """The stretch without the found spans at its ends."""
        for span in reversed(self.spans):
            if start < span.start < end <= span.end + 2 and not _is_bare_site(span):
                end = span.start
        for span in self.spans:
            if span.start <= start < span.end < end:
                start = span.end
        while start < end and self.text[start] in " ,;:([-–|.)]":
            start += 1
        while end > start and self.text[end - 1] in " ,;:([–|":
            end -= 1
        return start, end

    def _take_date(self) -> None:
        if self.values.get("_no_date"):
            return
        cluster = self.values.get("_cluster_date")
        if cluster is not None:
            return self._put("issued", cluster)
        found = self._free(_PAREN_YEAR) or self._free(_YEAR, last=True)
        date = read_date(found["date"]) if found else None
        if date is None or (len(date.parts) == 1 and self.values.get("_updated")):
            date = self.values.get("_updated") or date
        if date is not None:
            self._put("issued", date, _BY_RULE)
        return None

    def _free(self, pattern: re.Pattern[str], *, last: bool = False) -> re.Match[str] | None:
        taken = [*self.spans, *(label for label in self.labels if label.kind in _LABELS)]
        found = [
            each
            for each in pattern.finditer(self.text)
            if not any(span.start < each.end() and each.start() < span.end for span in taken)
        ]
        return found[-1 if last else 0] if found else None

    def _take_paths(self) -> None:
        for kind, value in path_identifiers(self.values.get("URL") or ""):
            self._put(_IDENTIFIERS[kind], value)


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return "; ".join(
            f"{name.family}, {name.given}" if isinstance(name, Name) and name.family else str(name)
            for name in value
        )
    return str(value) if isinstance(value, Date) else value


def _title(words: str) -> str:
    words = words.strip(" ,;:")
    if words[:1] in "“\"«„‘'" and words[-1:] in "”\"»’'" and len(words) > 2:
        words = words[1:-1]
    words = words.rstrip(" ,;:")
    return words[:-1] if words.endswith(".") and not re.search(r"\.[A-Z]\.$", words) else words
