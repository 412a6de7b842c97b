"""subsequent-author-substitute: names that repeat those of the entry before (CSL 1.0.2, "Reference Grouping")."""

from collections.abc import Sequence

from refs.render import marks
from refs.render.punctuation import seamed


class Repeater:
    """Follows the names of a bibliography from entry to entry."""

    def __init__(self, words: str, rule: str) -> None:
        self.words, self.rule = seamed(words) or marks.SEAM, rule
        self.last: tuple[object, ...] = ()
        self.is_open = False

    def begin(self) -> None:
        """A new entry begins; its first names will be compared."""
        self.is_open = True

    def compare(self, keys: Sequence[object]) -> list[bool] | None:
        """Which of the first names of an entry are replaced, or None when they are not the first or differ."""
        if not self.is_open or not keys:
            return None
        self.is_open = False
        last, self.last = self.last, tuple(keys)
        if self.rule in ("complete-all", "complete-each"):
            return [True] * len(keys) if last == self.last else None
        same = [at < len(last) and last[at] == key for at, key in enumerate(self.last)]
        if self.rule == "partial-first":
            return [at == 0 and each for at, each in enumerate(same)] if same[0] else None
        stop = same.index(False) if False in same else len(same)
        return [at < stop for at in range(len(same))] if stop else None

    @property
    def replaces_all(self) -> bool:
        """Whether the words stand once for all the names."""
        return self.rule == "complete-all"
