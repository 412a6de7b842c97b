"""Citations by author and year, known by the entry that they name."""

import re
from collections.abc import Iterator, Sequence

from refs.article.block import Block
from refs.article.candidate import Candidate, is_masked
from refs.model.article import ListEntry, MarkerKind
from refs.text import fold

_NAME = r"(?:(?:van|von|de|der|den|del|della|di|da|la|le|El|Al|al)[ -]){0,3}[^\W\d_a-zß-ÿ][\w'’-]+(?:[ -][^\W\d_a-z][\w'’-]+){0,4}"
_YEAR = r"(?:1[89]|20)\d\d[a-z]?|n\.d\.|in press"
_YEARS = rf"(?:{_YEAR})(?:, ?(?:{_YEAR}|[a-z]\b)){{0,4}}"
_MORE = rf"(?:,? (?:et al\.?,?|(?:and|&|und|et|y) (?:{_NAME}|colleagues|others)|u\. ?a\.)|(?:, {_NAME}){{1,5}},? (?:and|&|und) {_NAME})"
_NAMED = rf"{_NAME}(?:{_MORE})?(?:['’]s)?"
# (Doe, 2010; Roe & Poe 2011, p. 4)   [Doe 2010]
_GROUP = re.compile(
    rf"[(\[](?:[^()\[\]\d]{{0,60}}?[ ;,(\[])??{_NAMED},? {_YEARS}(?:[,:;] ?(?:[^()\[\]]{{0,300}}))?[)\]]"
)
# Doe et al. (2010)
_TEXTUAL = re.compile(rf"{_NAMED},? [(\[]{_YEARS}(?:[,:;] ?[^()\[\]]{{0,60}})?[)\]]")
_CITE = re.compile(rf"({_NAMED}),? [(\[]?({_YEARS})")
_LEAD = re.compile(
    r"(?:As|In|See|And|But|The|For|By|With|While|According to|Like|Both|However|Since|When|Although|From|To|Of|Our) "
)
_ENOUGH = 3


def author_year_candidates(
    blocks: Sequence[Block], indices: Sequence[int], entries: Sequence[ListEntry]
) -> list[Candidate]:
    """The citations by author and year; those that no entry answers to only where many others have one."""
    named = _named(entries)
    found = [candidate for index in indices for candidate in _in_block(index, blocks[index], named)]
    listed = [candidate for candidate in found if candidate.numbers]
    return (
        found if len(listed) >= max(_ENOUGH, 0.6 * len(found)) else listed if len(listed) >= _ENOUGH else []
    )


def _named(entries: Sequence[ListEntry]) -> dict[tuple[str, str], list[int]]:
    """The positions of the entries by family name and year."""
    named: dict[tuple[str, str], list[int]] = {}
    for entry in entries:
        head = fold(entry.text[:200])
        years = set(re.findall(r"(?:1[89]|20)\d\d", entry.text)) | (
            {"n.d."} if "n.d." in entry.text else set()
        )
        for word in set(re.findall(r"[\w'’-]{2,}", head)):
            for year in years:
                named.setdefault((word, year), []).append(entry.position)
    return named


def _in_block(index: int, block: Block, named: dict[tuple[str, str], list[int]]) -> Iterator[Candidate]:
    taken: list[tuple[int, int]] = []
    for pattern in (_GROUP, _TEXTUAL):
        for match in pattern.finditer(block.text):
            start, end = match.span()
            if is_masked(block, start) or any(start < to and at < end for at, to in taken):
                continue
            lead = _LEAD.match(match[0]) if pattern is _TEXTUAL else None
            start += lead.end() if lead else 0
            taken.append((start, end))
            yield Candidate(index, start, end, MarkerKind.AUTHOR_YEAR, tuple(_targets(match[0], named)))


def _targets(text: str, named: dict[tuple[str, str], list[int]]) -> list[int]:
    found: dict[int, None] = {}
    for cite in _CITE.finditer(text):
        words = [fold(word) for word in re.findall(r"[\w'’-]{2,}", cite[1])]
        for year in re.findall(r"(?:1[89]|20)\d\d|n\.d\.", cite[2]):
            for word in words:
                if (word, year) in named:
                    found.update(dict.fromkeys(named[word, year][:1]))
                    break
    return list(found)
