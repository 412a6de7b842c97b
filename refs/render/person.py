"""One name → its string: order, particles, initials, suffix (CSL 1.0.2, "Names")."""

import re
from collections.abc import Callable
from dataclasses import replace

from refs.model.look import Look
from refs.model.name import Name
from refs.model.style import Name as NameElement
from refs.model.style import NameOptions
from refs.render import marks
from refs.render.initials import HAS_ROMAN, STARTS_ROMAN, initials
from refs.render.look import change_of, dress_of, wrap_of
from refs.render.maker import Maker
from refs.render.particles import split_name
from refs.render.punctuation import seamed, seamed_prefix
from refs.render.richtext import parse_rich

SHORT, INITIALS, FULL = 0, 1, 2
_JOINING = ("’", "'", "-", " ")
_APOSTROPHES = ("'", "\u02bc", "’", "-")
_ET_AL = re.compile(r"et.?al[^a-z]$")
_QUOTES = re.compile("['’]")


class PersonWriter:
    """Writes names in one configuration; remembers what it wrote."""

    def __init__(self, options: NameOptions, element: NameElement, maker: Maker) -> None:
        self.options = options
        family, given = element.family, element.given
        self.dress = dress_of(element.look)
        self.family, self.given = _dresser(family), _dresser(given)
        self.family_affixes = (seamed_prefix(family.prefix), seamed(family.suffix))
        self.given_affixes = (seamed_prefix(given.prefix), seamed(given.suffix))
        self.demote = maker.style.demote_non_dropping_particle
        self.hyphen = maker.style.initialize_with_hyphen
        self.sorting = maker.sorting
        self.comma = options.sort_separator if options.sort_separator is not None else ", "
        self.separator = seamed(self.comma)
        self.terminator = options.initialize_with
        self.normalize_only = options.initialize is False
        rule = maker.style.citation.givenname_disambiguation_rule
        self.only_initials = rule.endswith("-with-initials")
        self.level = SHORT if options.form == "short" else FULL if self.terminator is None else INITIALS
        self.narrow = any(each in (options.initialize_with or "") for each in "\u00a0\ufeff")
        lang = (maker.style.default_locale or maker.lang)[:2]
        self.space = "\u00a0" if lang in ("fr", "ru", "cs") else " "
        self.written: dict[tuple[Name, bool, int], str] = {}

    def write(self, name: Name, *, inverted: bool, level: int = -1) -> str:
        """The name; `level` (SHORT, INITIALS, FULL) may ask for more of the given name than the style does."""
        key = (name, inverted, level)
        text = self.written.get(key)
        if text is None:
            if len(self.written) > 50_000:
                self.written.clear()
            text = self.written[key] = self._dressed(name, inverted, max(level, self.level))
        return text

    def write_eastern(self, name: Name, *, inverted: bool, level: int = -1) -> str:
        """The name as Chinese and Japanese works give it, the family name first."""
        if name.literal is None and not name.static_ordering and not self.sorting:
            name = replace(name, static_ordering=True)
        return self.write(name, inverted=inverted, level=level)

    def _dressed(self, name: Name, inverted: bool, level: int) -> str:
        text = self._write(name, inverted, level)
        return self.dress(text) if self.dress is not None and text and name.literal is None else text

    def _write(self, name: Name, inverted: bool, level: int) -> str:
        if name.literal is not None:
            return self.family(parse_rich(name.literal))
        name = split_name(name)
        if not name.family:
            return self.given(parse_rich(name.given or ""))
        if self.sorting:
            return self._sorted(name, level)
        given = self._given(name, level)
        roman = HAS_ROMAN.search(name.family.replace('"', "")) is not None
        if not roman and not STARTS_ROMAN.match(name.given or ""):
            return (
                self.family(name.non_dropping_particle or "")
                + self.family(parse_rich(name.family))
                + self.given(given)
            )
        family = self.family(parse_rich(name.family))
        particle = self.family(parse_rich(name.non_dropping_particle or ""))
        if name.static_ordering or not roman:
            return " ".join(part for part in (self._joined(particle, family), self.given(given)) if part)
        if inverted:
            return self._inverted(name, family, particle, given, level)
        return self._natural(name, family, particle, given, level)

    def _joined(self, particle: str, family: str) -> str:
        if not particle:
            return family
        return particle + ("" if marks.bare(particle)[-1:] in _JOINING else self.space) + family

    def _given(self, name: Name, level: int) -> str:
        given = name.given or ""
        if level == SHORT or not given:
            return ""
        if level == INITIALS and (self.terminator is not None or self.only_initials):
            given = initials(
                given, self.terminator or "", normalize_only=self.normalize_only, hyphen=self.hyphen
            )
        return parse_rich(given)

    def _suffix(self, name: Name) -> str:
        if not name.suffix:
            return ""
        suffix = name.suffix
        if self.terminator is not None:
            suffix = initials(suffix, self.terminator, normalize_only=True, hyphen=self.hyphen)
        return parse_rich(suffix)

    def _natural(self, name: Name, family: str, particle: str, given: str, level: int) -> str:
        before, after = self.family_affixes
        if level == SHORT:
            return before + self._joined(particle, family) + after
        dropping = self.given(parse_rich(name.dropping_particle or ""))
        if _ET_AL.match(name.dropping_particle or ""):
            dropping = ""
        if dropping and not particle and dropping[-1] in _APOSTROPHES and marks.bare(dropping)[:-1] != "de":
            family, dropping = dropping + family, ""
        second = self._joined(particle, family)
        if dropping:
            second = dropping + self.space + second
        suffix = self._suffix(name)
        if suffix:
            second += (", " if name.comma_suffix else " ") + suffix
        second = before + second + after
        if not given:
            return second
        head, tail = self.given_affixes
        wide = self.space if level == INITIALS and self.narrow else " "
        if tail:
            wide = seamed(wide)
        return head + self.given(given) + tail + wide + second

    def _inverted(self, name: Name, family: str, particle: str, given: str, level: int) -> str:
        dropping = self.given(parse_rich(name.dropping_particle or ""))
        if level == SHORT or _ET_AL.match(name.dropping_particle or ""):
            dropping = ""
        demoted = self.demote == "display-and-sort"
        before, after = self.family_affixes
        head, tail = self.given_affixes
        first = family if demoted else self._joined(particle, family)
        last = particle if demoted else ""
        rest = " ".join(part for part in (self.given(given), dropping, last) if part)
        separator = seamed(", ") if name.given in ("Lord", "Lady") else self.separator
        parts = [before + first + after]
        if rest:
            parts.append(head + rest + tail)
        suffix = self._suffix(name) if level > SHORT else ""
        if suffix:
            parts.append(suffix)
        return separator.join(parts)

    def _sorted(self, name: Name, level: int) -> str:
        """The name as a sort key: family, given, particles as the style demotes them."""
        particle = _QUOTES.sub("", name.non_dropping_particle or "", count=1)
        dropping = _QUOTES.sub("", name.dropping_particle or "", count=1)
        given = self._given(name, level)
        if self.demote == "never":
            family = f"{particle} {name.family}" if particle else name.family or ""
            parts = [family, dropping, given]
        else:
            parts = [name.family or "", given, dropping, particle]
        return " ".join(part for part in [*parts, name.suffix or ""] if part)


def _dresser(look: Look) -> Callable[[str], str]:
    before, after = wrap_of(look, affixes=False)
    change = change_of(look)

    def dress(text: str) -> str:
        if not text:
            return ""
        return before + (change(text) if change is not None else text) + after

    return dress
