"""Digits glued to what stands before them: "nervous system.1", "include:1,3,4", "in 2009.8", "100,0003"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from refs.article.block import Block
from refs.article.candidate import Candidate, expand, is_masked
from refs.model.article import MarkerKind

_DIGIT = re.compile(r"\d")
_WORD = 60
_LIST = r"\d{1,3}(?:,\s?\d{1,3}(?!\d)|[–-]\d{1,3}(?!\d))*"
# What may follow: the end, a blank, closing punctuation, or the capital of the next sentence.
_AFTER = r"(?=$|\s|[.,;:!?)\]”\"’—–](?!\d)|[^\W\d_a-z]{1,2}[a-z]|[^\W\d_a-z]{2,}|[^\W\d_a-z]\s|\*)"
_GLUED = re.compile(
    rf"(?P<word>(?<![^\W\d_])[^\W\d_]{{2,}}+[®™©]?|[^\W\d_][)”\"’\]]+|(?<=-)[^\W\d_](?=[.,])|(?<=\.)[A-Z](?=\.))(?P<mark>[.,;:!?)”\"’*\]%]{{0,4}})(?P<list>{_LIST}){_AFTER}"
)
# … after a number that ends a sentence: 2009.8 | 26-49.6 | 45.7Veterans | 10-34.2 | 5.2%).5 | 28.5 years.10 (the latter is above)
_YEAR = re.compile(
    rf"(?<![\d.,])(?:1[89]|20)\d\d(?:[)”\"]{{1,2}}[.,;:]?|[.,;:])(?P<list>{_LIST})(?=$|\n|\s+[A-ZÀ-Þ(“]|[A-ZÀ-Þ][a-z]|[.,;])"
)
_DECIMAL = re.compile(r"(?<![\d.,])(?:\d{1,4}|\d{1,3}(?:,\d{3})+)\.(?P<list>\d{1,2})(?=$|\n|[A-Z][a-z])")
_THOUSANDS = re.compile(r"(?<![\d.,])\d{1,3}(?:,\d{3})+(?P<list>\d{1,2})(?!\d|[.,]\d)")
_PERCENT = re.compile(rf"\d ?%(?P<mark>[.,;:)”\"’]{{0,3}})(?P<list>{_LIST}){_AFTER}")
# COVID-19.4 The | vitamin B12.3 The
_NAMED = re.compile(
    rf"(?:[A-Za-z]{{2,}}-\d{{1,2}}|\b[A-UW-Z]{{1,3}}\d{{1,2}})[.,](?P<list>{_LIST})(?=$|\s+[A-Z]|[A-Z][a-z])"
)
_CLOSED = re.compile(rf"\d[)”\"\]+]{{1,2}}[.,;:]?(?P<list>{_LIST}){_AFTER}")
_INWORD = re.compile(r"(?P<list>(?<!\d)\d(?:(?<=[a-z]{4}\d)|\d(?<=[a-z]{4}\d\d)))(?=[a-z]{2,})")
# B12, CO2, H1N1, SARS2, COVID19, GABA1, Q10, HbA1c, mm6903, vitamin names, chemistry, file names
_NAMES = re.compile(
    r"(?:^|[^\W\d_])[A-Z]{1,}$|^[A-Z]{1,5}$|^(?:Vitamin|omega|Omega|COVID|Covid|covid|SARS|mmwr|mm|su|no|No|vol|Vol|pp|Fig|Figs|fig|figure|Figure|Table|table|Eq|Sec|Ch"
    r"|http|https|www|doi|v|version|Chapter|chapter|page|Part|Box|Step|Day|Week|Phase|Type|type|Level|Grade|level|Group|Stage|e|ver|rev|Art|Nr|Abs|art|approx|ca)$"
)
_AFFILIATION = re.compile(
    r"\b(?:Department|University|Institute|School of|Hospital|College|Faculty|Centre|Center) of|\bPh\.?D\b|\bM\.?D\.?,|\bRN\b|\bMSc\b|@"
)
_NAME_LIST = re.compile(r"(?:[A-Z][\w.’'-]+ ){1,3}[A-Z][\w’'-]+,?\d(?:,\d)*,? (?:and )?[A-Z]")


@dataclass(frozen=True, slots=True)
class _Rule:
    pattern: re.Pattern[str]
    strong: bool


_RULES = (
    _Rule(_GLUED, strong=True),
    _Rule(_PERCENT, strong=True),
    _Rule(_CLOSED, strong=True),
    _Rule(_YEAR, strong=True),
    _Rule(_NAMED, strong=False),
    _Rule(_DECIMAL, strong=False),
    _Rule(_THOUSANDS, strong=False),
    _Rule(_INWORD, strong=False),
)


def glued_markers(blocks: Sequence[Block], indices: Sequence[int], offered: int) -> list[Candidate]:
    """The glued markers of a text whose list has `offered` entries, when they make sense together."""
    found: list[tuple[Candidate, bool]] = []
    for index in indices:
        block = blocks[index]
        if not _DIGIT.search(block.text) or _is_affiliation(block.text):
            continue
        found.extend(_in_block(index, block, offered))
    accepted = _in_sequence(found, offered)
    return accepted if _is_system(accepted, offered) else []


def _is_affiliation(text: str) -> bool:
    """Whether the block lists authors and institutions, whose digits are their own."""
    return bool(_NAME_LIST.search(text[:400])) or (len(text) < 300 and bool(_AFFILIATION.search(text)))


def _in_block(index: int, block: Block, offered: int) -> Iterator[tuple[Candidate, bool]]:
    taken: list[tuple[int, int]] = []
    hits: list[tuple[Candidate, bool]] = []
    for rule in _RULES:
        for match in rule.pattern.finditer(block.text):
            start, end = match.span("list")
            if is_masked(block, start) or any(start < to and at < end for at, to in taken):
                continue
            numbers = _numbers(match["list"], offered)
            if numbers and not _is_name(match):
                taken.append((start, end))
                hits.append((Candidate(index, start, end, MarkerKind.GLUED, numbers), rule.strong))
    yield from sorted(hits, key=lambda hit: hit[0].start)


def _numbers(text: str, offered: int) -> tuple[int, ...]:
    """The numbers, if the list has them; fused ones, "67" in a list of seven, taken apart."""
    if re.search(r"(?<!\d)0", text):
        return ()
    numbers = expand(text)
    if all(1 <= number <= offered for number in numbers):
        return numbers
    if len(numbers) == 1 and len(text) == 2 and "0" not in text:
        first, second = int(text[0]), int(text[1])
        if first < second <= offered:
            return first, second
    return ()


def _is_name(match: re.Match[str]) -> bool:
    """Whether the digits belong to the word before them: B12, COVID19, Figure 2, DSM.5."""
    groups = match.groupdict()
    word, mark = groups.get("word"), groups.get("mark", "")
    if word is None:
        return False
    if mark == "." and word.isupper():
        return True
    if mark and not re.search(r"(?:^|[^\w])(?:no|vol|pp?|fig|eq|sec|ch|v|ver|art|nr)$", word, re.IGNORECASE):
        return "@" in mark
    end = match.end("word")
    whole = re.search(r"[\w-]*$", match.string[max(0, end - _WORD) : end])
    return bool(_NAMES.search(word)) or bool(whole and re.search(r"\d|[A-Z]$", whole[0]))


def _in_sequence(found: Sequence[tuple[Candidate, bool]], offered: int) -> list[Candidate]:
    """The candidates that fit: a new number is near the numbers cited so far; weak readings must be very near."""
    highest, seen, kept = 0, set[int](), []
    for candidate, strong in found:
        least = min(number for number in candidate.numbers)
        slack = max(3, offered // 3) if strong else 1
        if least <= highest + slack and (strong or set(candidate.numbers) <= seen | {highest + 1}):
            kept.append(candidate)
            seen.update(candidate.numbers)
            highest = max(highest, *candidate.numbers)
    return kept


def _is_system(candidates: Sequence[Candidate], offered: int) -> bool:
    """Whether the markers cite a good part of the list, beginning at its head."""
    cited = {number for candidate in candidates for number in candidate.numbers}
    firsts = list(dict.fromkeys(number for candidate in candidates for number in candidate.numbers))
    rising = sum(earlier < later for earlier, later in pairwise(firsts))
    enough = len(candidates) >= 2 and len(cited) >= max(2, offered * 0.4) and min(cited) <= 2
    return enough and rising >= 0.6 * (len(firsts) - 1)


def highest_glued(blocks: Sequence[Block], indices: Sequence[int], most: int) -> int:
    """The highest number up to `most` that glued markers seem to cite."""
    markers = glued_markers(blocks, indices, most)
    return max((number for marker in markers for number in marker.numbers), default=0)
