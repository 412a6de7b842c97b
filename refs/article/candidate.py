"""Candidate: something in the text that may be a marker, and the forms that are looked for."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from refs.article.block import Block, Stretch
from refs.model.article import MarkerKind

_DASH = r"[-‐‑‒–—−~〜～]"
_RANGE = re.compile(rf"(\d{{1,4}})\s*{_DASH}\s*(\d{{1,4}})")
NUMBERS = rf"\d{{1,3}}(?:\s*(?:[,;，、/&]|{_DASH}|,?\s?and)\s*\d{{1,3}})*"
_UPPER = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_LOWERED = str.maketrans(_UPPER + "⁻⁺˒", "0123456789-+,")

# [1]  [2, 3]  [4–6]  [ 7 ]  [ref. 8]  [9, p. 12]  ［1］
_BRACKET = re.compile(
    rf"[\[［【]\s?(?:refs?\.?|citation|source|文献)?\s?({NUMBERS})(?:[,:]\s?(?:pp?|S)\.\s?[\d–-]+)?\s?[,;]?[\]］】]",
    re.IGNORECASE,
)
_PAREN = re.compile(rf"[(（]\s?(?:refs?\.?\s?)?({NUMBERS})\s?[)）]", re.IGNORECASE)
_FOOTNOTE = re.compile(r"\[\^([\w.:@*+-]{1,80})\]")
_UPPER_RUN = re.compile(rf"[{_UPPER}]+(?:[,˒⁻–-][{_UPPER}]+)*")
_RAISED = re.compile(rf"\s*[\[(（［]?\s*({NUMBERS})\s*[\])）］]?\s*[,;.]?\s*$")
_ISOTOPE = re.compile(r"[\s(\[/-]\d{1,3}(?:[CHNOFPIS]|Tc|Lu|Ga|In|Na|Kr|Xe|Rb|Sr|Cs|Ra|Th|U)(?![a-z])")
_NAMED_LINK = re.compile(r"[^\W\d][^\[\]\d]*\]$|[$_\w]\[$|\w\($|[$][\w.]+$")  # [words][1]
_INTERVAL = re.compile(
    r"(?:\b(?:CI|IQR|range|interval|from|between|score|arr|array|list|index)|[=∈≤≥×+*/])\s?$",
    re.IGNORECASE,
)
# the system.^1 The | sleep^2,3
_CARET = re.compile(r"(?:(?<=[.,;:!?)”\"’])|(?<=[a-z]{3}))\^(\d{1,3}(?:[,–-]\s?\d{1,3})*)(?![\d\w^])")
_MOST = 60


@dataclass(frozen=True, slots=True)
class Candidate:
    """A possible marker: block, stretch of its text, what it would cite.

    `closes` where it follows a sentence, `outward` where it links to another page.
    """

    block: int
    start: int
    end: int
    kind: MarkerKind
    numbers: tuple[int, ...] = ()
    keys: tuple[str, ...] = ()
    linked: bool = False
    closes: bool = False
    outward: bool = False


def expand(text: str) -> tuple[int, ...]:
    """The numbers of a marker, ranges written out.

    >>> expand("1, 3–5")
    (1, 3, 4, 5)
    """
    numbers: list[int] = []
    for part in re.split(r"[,;，、/&]|and", text):
        found = _RANGE.search(part)
        if found and int(found[1]) < int(found[2]) <= int(found[1]) + _MOST:
            numbers.extend(range(int(found[1]), int(found[2]) + 1))
        else:
            numbers.extend(int(each) for each in re.findall(r"\d{1,4}", part))
    return tuple(numbers)


def bracket_candidates(index: int, block: Block) -> Iterator[Candidate]:
    """What stands in square brackets, but not at the head of a line, and not as an index of a name in code."""
    for match in _BRACKET.finditer(block.text):
        if is_masked(block, match.start()) or _heads_line(block.text, match.start(), match.end()):
            continue
        numbers = expand(match[1])
        before = block.text[max(0, match.start() - 12) : match.start()]
        if 0 not in numbers and not _INTERVAL.search(before) and not _NAMED_LINK.search(before):
            yield Candidate(
                index,
                match.start(),
                match.end(),
                MarkerKind.BRACKET,
                numbers,
                closes=bool(re.search(r"[.!?”\"]\s?$", before)),
                outward=_is_outward(block, match.start()),
            )


def _is_outward(block: Block, offset: int) -> bool:
    """Whether a place lies in a link to another page."""
    return any(link.start <= offset < link.end and link.target.startswith("http") for link in block.links)


def _heads_line(text: str, start: int, end: int) -> bool:
    """Whether the brackets are a label: at the head of a line, words after them."""
    following = text[end : end + 2]
    if following[:1] in {"[", "(", "（", "［"}:
        return False
    return not text[:start].rpartition("\n")[2].strip() and bool(following.strip(" .,;"))


def footnote_candidates(index: int, block: Block) -> Iterator[Candidate]:
    """[^1] and [^name]."""
    for match in _FOOTNOTE.finditer(block.text):
        if is_masked(block, match.start()) or block.text[match.end() : match.end() + 1] == ":":
            continue
        yield _note(index, match.start(), match.end(), match[1])


def _note(index: int, start: int, end: int, name: str) -> Candidate:
    if name.isdecimal():
        return Candidate(index, start, end, MarkerKind.FOOTNOTE, (int(name),), linked=True)
    return Candidate(index, start, end, MarkerKind.FOOTNOTE, keys=(name,), linked=True)


def raised_candidates(index: int, block: Block) -> Iterator[Candidate]:
    """Superscript digits, by markup or by character, that are no exponents."""
    ends = {raised.end for raised in block.raised}
    for raised in block.raised:
        words = block.text[raised.start : raised.end].translate(_LOWERED)
        if _heads_line(block.text, raised.start, raised.end) or _ISOTOPE.match(
            block.text[max(0, raised.start - 1) :]
        ):
            continue
        match = _RAISED.match(words)
        power = raised.start not in ends and _is_exponent(block.text, raised, words)
        if match and not is_masked(block, raised.start) and not power:
            yield Candidate(index, raised.start, raised.end, MarkerKind.SUPERSCRIPT, expand(match[1]))
    for match in _UPPER_RUN.finditer(block.text):
        raised = Stretch(match.start(), match.end())
        inside = any(each.start <= raised.start < each.end for each in block.raised)
        power = raised.start not in ends and _is_exponent(block.text, raised, match[0])
        if inside or power or is_masked(block, match.start()):
            continue
        numbers = expand(match[0].translate(_LOWERED))
        yield Candidate(index, match.start(), match.end(), MarkerKind.SUPERSCRIPT, numbers)
    for match in _CARET.finditer(block.text):
        if not is_masked(block, match.start()):
            yield Candidate(index, match.start(), match.end(), MarkerKind.SUPERSCRIPT, expand(match[1]))


# m² 10 km² R² kg/m² CO²
_UNIT = re.compile(
    r"(?:[\s(/·*×\d](?:k?m|cm|mm|µm|μm|nm|ft|in|km|yd|mi|s|sec|min|h|inch|kg|x|y|n|r|R|p|χ|Χ|chi|η|σ|ω|e|E|I|α|β|c|mc|CO|Ca|Mg|Fe|Zn)|[×x*·^]\s?10|\b10)$"
)
_SMALL_BASE = re.compile(r"(?<![\d.,])\d{1,3}$")


def _is_exponent(text: str, raised: Stretch, words: str) -> bool:
    """Whether raised digits are a power: after a unit or a small number, or signed; never in brackets."""
    before = " " + text[max(0, raised.start - 8) : raised.start]
    digits = words.strip()
    if digits.startswith(("-", "−", "+")):
        return True
    if digits.startswith(("[", "(")) or len(digits) > 2:
        return False
    return bool(_UNIT.search(before)) or (digits in {"2", "3", "²", "³"} and bool(_SMALL_BASE.search(before)))


# 。1)  である2）  ※3  *4
_CLOSING = re.compile(
    r"(?<=[\u3040-\u30ff\u4e00-\u9fff。、」』）)])(\d{1,3}(?:[,、，–~〜-]\d{1,3})*)[)）]|(?:※|＊|(?<=\w)\*)\s?(\d{1,3})(?!\d)"
)


def starred_candidates(index: int, block: Block) -> Iterator[Candidate]:
    """1) after Japanese words, and ※1."""
    for match in _CLOSING.finditer(block.text):
        if not is_masked(block, match.start()) and not _heads_line(block.text, match.start(), match.end()):
            yield Candidate(index, match.start(), match.end(), MarkerKind.PAREN, expand(match[1] or match[2]))


_COUNTED = re.compile(
    r"\b(?:box|tables?|fig(?:ure)?s?|sections?|steps?|eq(?:uation)?s?|part|type|class|grade|level|phase|option|item|question|chapter|no|note|number|stage|model|group)\.?\s?$",
    re.IGNORECASE,
)


def paren_candidates(index: int, block: Block) -> Iterator[Candidate]:
    """(7) and (2, 3) after a word or a sentence, but not before the item of an enumeration."""
    for match in _PAREN.finditer(block.text):
        if is_masked(block, match.start()) or _heads_line(block.text, match.start(), match.end()):
            continue
        if _is_marker_place(block.text, match.start(), match.end()):
            yield Candidate(index, match.start(), match.end(), MarkerKind.PAREN, expand(match[1]))


def _is_marker_place(text: str, start: int, end: int) -> bool:
    """Whether a number in parentheses ends a clause rather than begins one."""
    before, after = text[max(0, start - 2) : start], text[end : end + 2]
    if _COUNTED.search(text, max(0, start - 14), start):
        return False  # Box (1)
    if re.search(r"[\d\w]$", before) and not before[-1:].isalpha():
        return False  # 531-535(5), 70(2)
    if re.match(r"[A-Za-z\d]", after):
        return False  # 25(1)OH
    if re.search(r"(?:[:;,—]|\b(?:and|or|und|et|y))\s*$", text[max(0, start - 6) : start]) and re.match(
        r"\s", after
    ):
        return False  # two things: (1) The first
    if re.match(r"\s*$|[.,;:)!?\]]|\s?[(\[]|\s[^\W\d_a-z]|[^\x00-\u02ff]|\s*[—–-]", after):
        return True
    return bool(re.search(r"[.!?]\s?$", before))


def is_masked(block: Block, offset: int) -> bool:
    """Whether an offset lies in code or an address."""
    return any(mask.start <= offset < mask.end for mask in block.masked)


def field_candidates(index: int, block: Block) -> Iterator[Candidate]:
    """The citation fields of a word processor: by the numbers they print, else by the keys they hold."""
    for cited in block.fields:
        shown = block.text[cited.start : cited.end]
        match = _RAISED.match(shown)
        numbers = expand(match[1]) if match else ()
        keys = () if numbers else tuple(cited.target.split())
        yield Candidate(index, cited.start, cited.end, MarkerKind.FIELD, numbers, keys, linked=True)
