"""Whether markers and list fit together: uncited, undefined, order, duplicates."""

import re
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from refs.alike import ratio
from refs.model.article import Article, ListEntry, MarkerKind

Label = int | str


@dataclass(frozen=True, slots=True)
class Integrity:
    """How markers and list fit; `order_ok` is None where no marker bears a number."""

    uncited: tuple[Label, ...]
    undefined: tuple[Label, ...]
    order_ok: bool | None
    duplicates: tuple[tuple[Label, ...], ...]


def judge_integrity(article: Article) -> Integrity:
    """How the markers and the list of an article fit together."""
    cited = _cited(article)
    labels = [label_of(entry) for entry in article.entries]
    known = set(labels) | {entry.key for entry in article.entries if entry.key}
    numbers = [number for number in cited if isinstance(number, int)]
    return Integrity(
        uncited=tuple(
            label for label, entry in zip(labels, article.entries, strict=True) if not _is_cited(entry, cited)
        ),
        undefined=tuple(label for label in cited if label not in known),
        order_ok=all(a < b for a, b in pairwise(numbers)) if numbers else None,
        duplicates=tuple(_duplicates(article.entries)),
    )


def label_of(entry: ListEntry) -> Label:
    """What an entry is called: its number, else its key, else its position."""
    if entry.number is not None:
        return entry.number
    return entry.key or entry.position


def _cited(article: Article) -> tuple[Label, ...]:
    """What is cited, in the order of first citation."""
    cited: dict[Label, None] = {}
    for marker in article.markers:
        if marker.kind is not MarkerKind.AUTHOR_YEAR:
            cited.update(dict.fromkeys(marker.numbers or marker.keys))
    by_author = (
        number
        for marker in article.markers
        if marker.kind is MarkerKind.AUTHOR_YEAR
        for number in marker.numbers
    )
    return tuple(cited) or tuple(str(number) for number in by_author)


def _is_cited(entry: ListEntry, cited: Iterable[Label]) -> bool:
    names = {label_of(entry), entry.key or label_of(entry)}
    return any(label in names for label in cited)


_DOI = re.compile(r"10\.\d{4,9}/[^\s\"<>|]+", re.IGNORECASE)
_PMID = re.compile(r"(?:PMID:?\s*|pubmed/|pubmed\.ncbi\.nlm\.nih\.gov/)(\d{5,8})", re.IGNORECASE)
_URL = re.compile(r"https?://[^\s<>\"|]+", re.IGNORECASE)
_ALIKE, _NEAR = 96, 60


def _duplicates(entries: Sequence[ListEntry]) -> Iterable[tuple[Label, ...]]:
    """The groups of entries that are the same work."""
    group: dict[int, int] = {}
    by_sign: dict[Hashable, int] = {}
    for index, entry in enumerate(entries):
        for sign in _signs(entry):
            first = by_sign.setdefault(sign, index)
            if first != index and _alike(entries[first], entry, sign):
                group[index] = group.get(first, first)
                break
    for head in dict.fromkeys(group.values()):
        yield (
            label_of(entries[head]),
            *(label_of(entries[index]) for index, first in group.items() if first == head),
        )


def _signs(entry: ListEntry) -> list[Hashable]:
    text = entry.text or entry.raw
    doi, pmid = _DOI.search(text), _PMID.search(text)
    address = next(iter(_URL.findall(text)), None)
    letters = re.sub(r"[\W_]", "", text).casefold()
    signs: list[Hashable] = [("letters", letters)] if letters else []
    signs += [("doi", doi[0].rstrip(".,;)").casefold())] if doi else []
    signs += [("pmid", pmid[1])] if pmid else []
    signs += [("url", _bare(address))] if address and _bare(address).count("/") else []
    return signs


def _bare(address: str) -> str:
    return re.sub(r"^https?://(?:www\.)?", "", address.rstrip(".,;)")).rstrip("/").casefold()


def _alike(first: ListEntry, second: ListEntry, sign: Hashable) -> bool:
    """Whether two entries with a common sign are one work: chapters of a book share an address, not a title."""
    if isinstance(sign, tuple) and sign[0] in {"letters", "doi", "pmid"}:
        return True
    return ratio(first.text.casefold(), second.text.casefold()) >= _NEAR
