"""Disambiguation of cites: names, given names, the disambiguate condition, year-suffixes (CSL 1.0.2)."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from refs.model.name import Name
from refs.model.style import Choose, CitationPart, Style
from refs.render import marks
from refs.render.context import SUBSEQUENT, Ambiguity, Context
from refs.render.engine import Engine
from refs.render.initials import initials
from refs.render.particles import split_name
from refs.render.person import FULL, INITIALS, SHORT
from refs.render.walk import walk
from refs.render.work import Work

Step = tuple[int, int, bool]
"""(nameset, position, whether the given name grows; else a name is added)."""


class Disambiguator:
    """Finds for each of a set of works how far its cites must be extended."""

    def __init__(self, engine: Engine, works: dict[str, Work]) -> None:
        self.engine, self.works = engine, works
        self.part: CitationPart = engine.style.citation
        self.by_cite = self.part.givenname_disambiguation_rule == "by-cite"
        self.texts: dict[str, str] = {}
        self.shown: dict[str, list[tuple[tuple[Name, ...], int, int]]] = {}
        self.conditions = count_conditions(engine.style)
        self.has_condition = self.conditions > 0
        self.is_active = (
            self.part.disambiguate_add_names
            or self.part.disambiguate_add_givenname
            or self.part.disambiguate_add_year_suffix
            or self.has_condition
        )

    def run(self, order: Sequence[str], rank: Callable[[str], int]) -> dict[str, Ambiguity]:
        """The ambiguities of the works that need one; `rank` orders year-suffixes."""
        found: dict[str, Ambiguity] = {}
        if not self.is_active:
            return found
        for key in order:
            if key not in self.texts:
                self.texts[key] = self.render(key, None, observe=True)
        texts = {key: self.texts[key] for key in order}
        if self.part.disambiguate_add_givenname and not self.by_cite:
            for key, ambiguity in self._global_givens(order):
                found[key] = ambiguity
                texts[key] = self.render(key, ambiguity)
        groups: dict[str, list[str]] = {}
        for key in order:
            groups.setdefault(texts[key], []).append(key)
        for group in groups.values():
            if len(group) > 1:
                self._resolve(sorted(group, key=self._names_count), found, rank)
        return found

    def _names_count(self, key: str) -> tuple[int, str]:
        shown = self.shown.get(key)
        return (len(shown[0][0]) if shown else 0, key)

    def render(self, key: str, ambiguity: Ambiguity | None, *, observe: bool = False) -> str:
        """The subsequent cite of a work, without formatting."""
        context = Context(self.works[key])
        context.position, context.near_note, context.looking = SUBSEQUENT, True, True
        context.ambiguity = ambiguity
        if observe:
            context.observed = self.shown[key] = []
        return marks.bare(self.engine.cite(context))

    # given names by the names of all works

    def _global_givens(self, order: Sequence[str]) -> Iterator[tuple[str, Ambiguity]]:
        rule = self.part.givenname_disambiguation_rule
        primary, only_initials = rule.startswith("primary-name"), rule.endswith("-with-initials")
        register = _Register(self.engine.style.initialize_with_hyphen)
        for key in order:
            for people, _, _ in self.shown[key]:
                for name in people[:1] if primary else people:
                    register.add(name)
        for key in order:
            ambiguity = Ambiguity()
            for nameset, (people, level, has_initials) in enumerate(self.shown[key]):
                grown = {}
                for at, name in enumerate(people[:1] if primary else people):
                    wanted = register.level(
                        name, level, initial=bool(has_initials), only_initials=only_initials
                    )
                    if wanted > level:
                        grown[at] = wanted
                if grown:
                    ambiguity.givens[nameset] = grown
            if ambiguity.givens:
                yield key, ambiguity

    # works whose cites are the same

    def _resolve(self, group: list[str], found: dict[str, Ambiguity], rank: Callable[[str], int]) -> None:
        base = {key: found.get(key) or Ambiguity() for key in group}
        clashing = [group]
        if self.part.disambiguate_add_names or (self.by_cite and self.part.disambiguate_add_givenname):
            clashing = self._grow(group, base)
        for clash in clashing:
            if self.part.disambiguate_add_year_suffix:
                for at, key in enumerate(sorted(clash, key=rank)):
                    base[key].suffix = suffix_of(at)
            elif self.has_condition:
                self._extend(clash, base)
        found.update(base)

    def _extend(self, clash: list[str], base: dict[str, Ambiguity]) -> None:
        pending = [clash]
        for _ in range(self.conditions):
            for each in pending:
                for key in each:
                    base[key].extra += 1
            parts = [part for each in pending for part in self._partition(each, base)]
            pending = [part for part in parts if len(part) > 1]
            if not pending:
                return

    def _grow(self, group: list[str], base: dict[str, Ambiguity]) -> list[list[str]]:
        """Add names and given names step by step; what still clashes at the end."""
        steps = list(self._steps(group))
        trial = {key: base[key].copy() for key in group}
        full = {key: base[key].copy() for key in group}
        for step in steps:
            for key in group:
                self._apply(step, full[key])
        if len(self._partition(group, full)) == 1:
            return [group]
        done: list[list[str]] = []
        self._descend(group, base, trial, steps, done)
        return done

    def _descend(
        self,
        group: list[str],
        base: dict[str, Ambiguity],
        trial: dict[str, Ambiguity],
        steps: list[Step],
        done: list[list[str]],
    ) -> None:
        pending = [group]
        for step in steps:
            following: list[list[str]] = []
            for each in pending:
                for key in each:
                    self._apply(step, trial[key])
                parts = self._partition(each, trial)
                if len(parts) > 1:
                    for key in each:
                        self._capture(step, trial[key], base[key])
                following += [part for part in parts if len(part) > 1]
            pending = following
            if not pending:
                return
        done.extend(pending)

    def _partition(self, group: list[str], trial: dict[str, Ambiguity]) -> list[list[str]]:
        parts: dict[str, list[str]] = {}
        for key in group:
            parts.setdefault(self.render(key, trial[key]), []).append(key)
        return list(parts.values())

    def _steps(self, group: list[str]) -> Iterator[Step]:
        """Given names of the names shown, then one name more, and so on, nameset by nameset."""
        shown = [self.shown[key] for key in group]
        grows = self.by_cite and self.part.disambiguate_add_givenname
        for nameset in range(min(len(each) for each in shown)):
            most = max(len(each[nameset][0]) for each in shown)
            for at in range(most):
                if grows:
                    yield (nameset, at, True)
                    yield (nameset, at, True)
                if self.part.disambiguate_add_names:
                    yield (nameset, at + 1, False)

    def _apply(self, step: Step, ambiguity: Ambiguity) -> None:
        nameset, at, grows = step
        if grows:
            levels = ambiguity.givens.setdefault(nameset, {})
            levels[at] = min(levels.get(at, SHORT) + 1, FULL)
        else:
            ambiguity.names[nameset] = max(ambiguity.names.get(nameset, 0), at + 1)

    def _capture(self, step: Step, trial: Ambiguity, base: Ambiguity) -> None:
        """Take over from the trial the step that helped."""
        nameset, at, _ = step
        levels = trial.givens.get(nameset)
        if levels and at in levels:
            base.givens.setdefault(nameset, {})[at] = levels[at]
        if nameset in trial.names:
            base.names[nameset] = trial.names[nameset]


class _Register:
    """Which names of all works share a family name, and which share its initials too."""

    def __init__(self, hyphen: bool) -> None:
        self.hyphen = hyphen
        self.short: dict[str, set[str]] = {}
        self.full: dict[tuple[str, str], set[str]] = {}

    def _keys(self, name: Name) -> tuple[str, str, str]:
        name = split_name(name)
        family = f"{name.non_dropping_particle or ''} {name.family or ''}".strip()
        given = (name.given or "").replace(".", " ").strip()
        given = " ".join(given.split())
        return family, initials(given, "", hyphen=self.hyphen), given

    def add(self, name: Name) -> None:
        if name.literal is not None or not name.given:
            return
        family, short, given = self._keys(name)
        self.short.setdefault(family, set()).add(short)
        self.full.setdefault((family, short), set()).add(given)

    def level(self, name: Name, level: int, *, initial: bool, only_initials: bool) -> int:
        """How much of the given name is needed to tell it from the others."""
        if name.literal is not None or not name.given:
            return level
        family, short, _ = self._keys(name)
        shorts, fulls = self.short.get(family, ()), self.full.get((family, short), ())
        if len(shorts) < 2 and len(fulls) < 2:
            return level
        if only_initials:
            return max(level, INITIALS) if len(shorts) > 1 else level
        if len(fulls) > 1 or not initial:
            return FULL
        return max(level, INITIALS)


def suffix_of(number: int) -> str:
    """The year-suffix of a number from 0: a to z, then aa.

    >>> suffix_of(27)
    'ab'
    """
    letters = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(97 + rest) + letters
    return letters


def count_conditions(style: Style) -> int:
    """How many times the citation layout tests disambiguate."""
    return sum(
        test.test == "disambiguate"
        for each in walk(style, style.citation.layout.children)
        if isinstance(each, Choose)
        for branch in each.branches
        for test in branch.conditions
    )


__all__ = ["Counter", "Disambiguator", "suffix_of"]
