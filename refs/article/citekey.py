"""Citations by key, as pandoc writes them: [@key], [see @key, p. 4; -@other], @key in the text."""

import re
from collections.abc import Iterator

from refs.article.block import Block
from refs.article.candidate import Candidate, is_masked
from refs.model.article import MarkerKind

_KEY = re.compile(r"(?<![\w@./&])-?@(?:\{([^}\s]{1,200})\}|([\w][\w:.#$%&+?<>~/-]{0,200}))")
_GROUP = re.compile(r"\[(?![\"'?])(?:[^\[\]\n@]{0,120}?[\s;(])?-?@[^\[\]\"'()@][^\[\]]{0,600}\](?![(\[])")


def citekey_candidates(index: int, block: Block, known: frozenset[str]) -> Iterator[Candidate]:
    """The groups of keys in brackets; outside brackets only keys that are known."""
    groups = [match.span() for match in _GROUP.finditer(block.text) if not _in_link(block, match.start())]
    for start, end in groups:
        keys = keys_of(block.text[start:end])
        if keys and not is_masked(block, start):
            yield Candidate(index, start, end, MarkerKind.CITEKEY, keys=keys, linked=True)
    for match in _KEY.finditer(block.text):
        inside = any(start <= match.start() < end for start, end in groups)
        key = _trimmed(match)
        if (
            not inside
            and key in known
            and not is_masked(block, match.start())
            and not _in_link(block, match.start())
        ):
            start = match.start()
            end = match.end() if match[1] else match.start(2) + len(key)
            yield Candidate(index, start, end, MarkerKind.CITEKEY, keys=(key,), linked=True)


def keys_of(text: str) -> tuple[str, ...]:
    """The keys of a group.

    >>> keys_of("[see @doe99, p. 3; -@roe01]")
    ('doe99', 'roe01')
    """
    return tuple(_trimmed(match) for match in _KEY.finditer(text))


def _trimmed(match: re.Match[str]) -> str:
    return match[1] or match[2].rstrip(":.#$%&+?<>~/-")


def _in_link(block: Block, offset: int) -> bool:
    return any(link.start <= offset < link.end for link in block.links)
