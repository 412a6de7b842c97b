"""The content of a number variable, taken apart: labels, prefixes, values, joiners.

``vol. 3, no. 2–4`` is three numbers under two labels. What is numeric, what is plural, and where a range delimiter
stands all follow from the parts (CSL 1.0.2, "is-numeric" and "Label").
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

LABELS = {
    "vrs.": "verse",
    "sv.": "sub-verbo",
    "subpara.": "subparagraph",
    "op.": "opus",
    "subch.": "subchapter",
    "add.": "addendum",
    "amend.": "amendment",
    "annot.": "annotation",
    "app.": "appendix",
    "art.": "article",
    "bibliog.": "bibliography",
    "bk.": "book",
    "ch.": "chapter",
    "cl.": "clause",
    "col.": "column",
    "cmt.": "comment",
    "dec.": "decision",
    "dept.": "department",
    "ex.": "example",
    "fig.": "figure",
    "fld.": "field",
    "fol.": "folio",
    "n.": "note",
    "hypo.": "hypothetical",
    "illus.": "illustration",
    "intro.": "introduction",
    "l.": "line",
    "no.": "issue",
    "p.": "page",
    "pp.": "page",
    "para.": "paragraph",
    "pt.": "part",
    "pmbl.": "preamble",
    "princ.": "principle",
    "pub.": "publication",
    "r.": "rule",
    "rn.": "randnummer",
    "sched.": "schedule",
    "sec.": "section",
    "ser.": "series",
    "subdiv.": "subdivision",
    "subsec.": "subsection",
    "supp.": "supplement",
    "tbl.": "table",
    "tit.": "title",
    "vol.": "volume",
}
"""Short labels that people write inside locators and numbers, and the terms they stand for."""

_OPEN_LABELS = frozenset({"locator", "number", "page"})
_COUNTS = "number-of-"
_WORD = r"(?:[a-z]{1,4}|subpara|subch|amend|bibliog|annot|illus|princ|intro|sched|subdiv|subsec)"
# " p. 12", "vol 3"
_LABEL = re.compile(rf"((?:^| ){_WORD}(?:\.| ) *)")
# 12, A12, IV03b
_VALUE = re.compile(r"([0-9]*[a-zA-Z]+0*)?([0-9]+(?:[a-zA-Z]*|[-,a-zA-Z]+))$")
_PLAIN = re.compile(r"[0-9]+([-;,:a-zA-Z]*)$")
_FIRST = re.compile(r"[0-9]+([-,:a-zA-Z]*)$")
_MASTER = re.compile(r"(?:[0-9]+|[ixv]+)([-,:a-zA-Z]*|-[-0-9]+)$")
_ROMAN = re.compile(r"[ivxlcmIVXLCM]+$")
_LETTERED = re.compile(r"(?:[a-z]{1,4}\.  *)*[0-9]+[,a-zA-Z]+$")
_LETTERS = re.compile(r"[,a-zA-Z]+$")
_SLASHED = re.compile(r"[0-9]+(?:/[0-9]+)+$")
_SIMPLE = re.compile(r"[1-9][0-9]*$")


@dataclass(slots=True)
class Part:
    """One value: what label it stands under, what precedes its digits, and what joins it to the next."""

    label: str | None
    spaces: str
    shown: bool
    prefix: str
    value: str
    joiner: str = ""
    numeric: bool = True
    collapsible: bool = True
    plural: bool = False

    @property
    def text(self) -> str:
        """The value with its prefix."""
        return self.prefix + self.value


@dataclass(slots=True)
class Numeral:
    """The content of a number variable."""

    parts: Sequence[Part]
    numeric: bool
    plural: bool
    label: str | None


@lru_cache(maxsize=8192)
def parse_numeral(value: str, variable: str, and_: str = "and", ampersand: str = "&") -> Numeral:
    """The parts of a value of this variable; for locators `variable` is ``locator:LABEL``."""
    if _SIMPLE.match(value):
        several = variable.startswith(_COUNTS) and value != "1"
        return Numeral(
            (Part(_own_label(variable), "", False, "", value, plural=several),), True, several, None
        )
    base = variable.partition(":")[0]
    parts = _Parser(variable, base, and_, ampersand).parse(value)
    numeral = Numeral(parts, parts[0].numeric, parts[0].plural, _term_of(parts[0].label))
    if len(parts) == 1 and _SLASHED.match(parts[0].value):
        numeral.numeric = parts[0].numeric = True
        numeral.plural = parts[0].plural = parts[0].collapsible = False
    return numeral


def _term_of(label: str | None) -> str | None:
    return LABELS.get(label) if label else None


_REVERSE = {term: label for label, term in LABELS.items() if label != "pp."} | {"sub verbo": "sv."}


def _own_label(variable: str) -> str:
    """The label that a value stands under when it says none itself."""
    name, _, label = variable.partition(":")
    if name in ("page", "page-first", "locator"):
        return _REVERSE.get(label or "page", "") or f"var:{name}"
    return _REVERSE.get(name) or f"var:{name}"


class _Parser:
    def __init__(self, variable: str, base: str, and_: str, ampersand: str) -> None:
        self.variable, self.base = variable, "page" if base == "page-first" else base
        self.ampersand = "&" if ampersand == and_ else ampersand
        words = {"and", and_} - {""}
        ands = "|".join(rf",\s+{re.escape(word)}\s+|\s+{re.escape(word)}\s+" for word in words)
        self.joiner = rf"(\s*&\s*|{ands}|;\s+|,\s+|\s*\\*[-\u2013]+\s*)"

    def parse(self, text: str) -> list[Part]:
        parts = self._split(self._with_label(text.strip()))
        for part, following in pairwise(parts):
            if not part.joiner and following.label:
                part.joiner = " "
        self._judge(parts)
        return parts

    def _with_label(self, text: str) -> str:
        first = text.split(" ", 1)[0]
        label = _own_label(self.variable)
        if first not in LABELS and not label.startswith("var:"):
            return f"{label} {text}"
        return text

    def _split(self, text: str) -> list[Part]:
        if self.base == "page":
            text = text.replace("\u2013", "-")
        joiner = self.joiner
        if "\\-" in text:
            joiner = joiner.replace(r"[-\u2013]", r"\u2013")
            text = "\\-".join(each.replace("-", "\u2013") for each in text.split("\\-")).replace("\\", "")
        pieces = re.split(joiner, text)
        for at in range(1, len(pieces), 2):
            if pieces[at].strip() == "&":
                pieces[at] = f" {self.ampersand} "
        pieces = self._subsections(pieces)
        parts: list[Part] = []
        self.label, self.original = _own_label(self.variable), ""
        for at in range(0, len(pieces), 2):
            glue = pieces[at + 1] if at + 1 < len(pieces) else ""
            parts += self._labelled(pieces[at], glue, first=at == 0)
        return parts

    def _subsections(self, pieces: list[str]) -> list[str]:
        """``12a-c`` is one value."""
        for at in range(len(pieces) - 2, 0, -2):
            if pieces[at] == "-" and _LETTERED.match(pieces[at - 1]) and _LETTERS.match(pieces[at + 1]):
                pieces[at - 1 : at + 2] = ["".join(pieces[at - 1 : at + 2])]
        return pieces

    def _labelled(self, text: str, glue: str, *, first: bool) -> list[Part]:
        pieces = _LABEL.split(text)
        values, labels = pieces[0::2], pieces[1::2]
        if not labels:
            return [self._part(text, glue, first=False)]
        for at in range(len(values) - 1, 0, -1):
            if values[at - 1] and not (_PLAIN.match(values[at]) and _PLAIN.match(values[at - 1])):
                values[at - 1 : at + 1] = [values[at - 1] + labels.pop(at - 1) + values[at]]
        if labels:
            slug = labels[0].strip()
            if not self._is_label(slug):
                if first:
                    values[0:2] = [f"{values[0]} {slug} {values[1]}"]
                    labels.pop(0)
            else:
                self.original = slug
        parts: list[Part] = []
        for at, value in enumerate(values):
            last = at == len(values) - 1
            if value or last:
                self.label = labels[at - 1] if at and at <= len(labels) else self.label
                parts.append(self._part(value.strip(), glue if last else "", first=first and not parts))
        return parts

    def _is_label(self, slug: str) -> bool:
        term = LABELS.get(slug)
        return term is not None and (self.base in _OPEN_LABELS or term == self.base)

    def _part(self, value: str, glue: str, *, first: bool) -> Part:
        label = self.label
        stripped = label.strip()
        spaces = label[len(label.rstrip()) :]
        shown = self.variable == "page" and first and stripped not in ("p.", "pp.")
        glue = "-" if glue.strip() == "-" else glue
        found = _VALUE.match(value)
        prefix, digits = (found[1] or "", found[2]) if found else ("", value)
        return Part(stripped, spaces, shown, prefix, digits, glue)

    def _judge(self, parts: list[Part]) -> None:
        start = 0
        for at in range(1, len(parts) + 1):
            if at == len(parts) or parts[at].label != parts[start].label:
                self._judge_group(parts, start, at)
                start = at
        for part in parts:
            if not part.numeric:
                part.plural = False
        first = parts[0]
        if first.numeric and self.base.startswith(_COUNTS):
            digits = re.match(r"\d+", first.value)
            first.plural = digits is not None and int(digits[0]) > 1

    def _judge_group(self, parts: list[Part], start: int, end: int) -> None:
        group, head = parts[start:end], parts[start]
        numeric = _MASTER.match(head.value) is not None
        collapsible = [part.value[:1].isdecimal() or _ROMAN.match(part.value) is not None for part in group]
        for part in group:
            part.numeric, part.collapsible = numeric, collapsible[0]
            part.plural = len(group) > 1 and collapsible[0]
        if not (head.label or "").startswith("var:"):
            term = LABELS.get(head.label or "")
            if start:
                head.shown = True
            elif self.base in _OPEN_LABELS:
                head.shown = head.shown or (term is None)
            else:
                head.shown = term != self.base
