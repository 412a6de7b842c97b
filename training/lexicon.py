"""What the words of tagged references tell: in which elements each of them stands elsewhere."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

Seen = Sequence[tuple[str, str]]
"""The words of one reference, each with the name of its element."""

_EDGE = " .,;:!?()[]{}<>“”\"«»„‘’'…"
_ALIKE = {
    "editor": "author",
    "translator": "author",
    "director": "author",
    "producer": "author",
    "collection-title": "container-title",
}


def core_of(word: str) -> str:
    """A word in small letters without punctuation."""
    return word.strip(_EDGE).lower()


class Lexicon:
    """In how many references a word stands in each kind of element."""

    def __init__(self, references: Iterable[Seen]) -> None:
        self._counts: dict[str, Counter[str]] = defaultdict(Counter)
        for reference in references:
            for word, element in _pairs(reference):
                self._counts[word][element] += 1

    def features(self, words: Sequence[str], own: Seen = ()) -> list[list[str]]:
        """What the lexicon says of each word; a reference that it was made of is left out of the count."""
        mine = _pairs(own)
        said = [self._say(core_of(word), mine) for word in words]
        return [
            [
                *said[at],
                *(f"-{each}" for each in (said[at - 1] if at else ())),
                *(f"+{each}" for each in (said[at + 1] if at + 1 < len(said) else ())),
                *(f"++{each}" for each in (said[at + 2][:1] if at + 2 < len(said) else ())),
            ]
            for at in range(len(said))
        ]

    def _say(self, word: str, mine: set[tuple[str, str]]) -> list[str]:
        counts = self._counts.get(word, Counter())
        left = Counter({name: count - ((word, name) in mine) for name, count in counts.items()})
        total = left.total()
        if not total:
            return ["L=unknown"]
        best, count = left.most_common(1)[0]
        purity = "!" if count == total else "" if count > 0.6 * total else "?"
        often = 1 if total < 2 else 3 if total < 5 else 9
        others = [f"l={name}" for name, number in left.items() if number >= 0.15 * total]
        return [f"L={best}{purity}", f"L={best}{often}", *others]


def _pairs(reference: Seen) -> set[tuple[str, str]]:
    return {(core_of(word), _ALIKE.get(element, element)) for word, element in reference}
