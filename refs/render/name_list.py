"""A list of names: which are shown, in what order, how joined (CSL 1.0.2, "Name" and "Et-al")."""

import re
from collections import Counter

from refs.model.name import Name
from refs.model.style import Name as NameElement
from refs.model.style import NameOptions, Names
from refs.render import marks
from refs.render.context import SUBSEQUENT, Context
from refs.render.initials import STARTS_ROMAN, initials
from refs.render.look import dress_of, wrap_of
from refs.render.maker import Maker
from refs.render.person import FULL, INITIALS, PersonWriter
from refs.render.punctuation import seamed
from refs.render.richtext import parse_rich

Shown = tuple[Name, ...]
_ET_AL = re.compile(r".*(?:,\s*et.?al[^a-z]?| et.?al[^a-z])$")


class NameList:
    """Writes a list of names: which are shown, in what order, how joined."""

    def __init__(self, element: NameElement, names: Names, options: NameOptions, maker: Maker) -> None:
        self.person = PersonWriter(options, element, maker)
        self.options = options
        self.delimiter = seamed(options.delimiter or "")
        self.before, self.after = wrap_of(element.look)
        self.minimum = 0 if options.et_al_use_first is None else options.et_al_min or 0
        self.use_first = options.et_al_use_first or 0
        self.later = (
            options.et_al_subsequent_min or self.minimum,
            options.et_al_subsequent_use_first or self.use_first,
        )
        self.use_last = bool(options.et_al_use_last)
        order = options.name_as_sort_order
        self.inverts_first, self.inverts_all = order in ("first", "all"), order == "all"
        self.tells_apart = (
            maker.style.citation.disambiguate_add_givenname
            and self.person.level == INITIALS
            and not maker.sorting
        )
        self.et_al = self._et_al(names, maker)
        self.after_inverted = options.delimiter_precedes_last == "after-inverted-name"
        self._set_et_al_glue(options.delimiter_precedes_et_al)
        own = element.options.delimiter
        self.before_organisation = self.delimiter if own is not None else seamed(", ")
        self._set_and(options, maker)
        self.in_bibliography, self.sorting = maker.in_bibliography, maker.sorting

    def _set_et_al_glue(self, rule: str | None) -> None:
        roman = STARTS_ROMAN.match(marks.bare(self.et_al)) is not None
        one, more = " ", self.delimiter
        if rule == "always":
            one = self.delimiter
        elif rule == "never":
            more = " "
        elif rule == "after-inverted-name":
            one, more = self.delimiter, " "
        self.et_al_after_one = "" if one == " " and not roman else one
        self.et_al_after_more = "" if more == " " and not roman else more

    def _set_and(self, options: NameOptions, maker: Maker) -> None:
        words = {"text": maker.locale.term("and"), "symbol": "&"}
        self.and_ = parse_rich(words.get(options.and_ or "", ""))
        self.and_blank = " " if STARTS_ROMAN.match(self.and_) else ""
        self.and_after_one, self.and_after_more = self._and_glue(options.delimiter_precedes_last)
        # before an organisation only what the style says above cs:name counts
        outer = maker.options.delimiter_precedes_last
        if outer == "after-inverted-name":
            outer = None
        self.organisation_after_one, self.organisation_after_more = self._and_glue(outer)

    def _and_glue(self, rule: str | None) -> tuple[str, str]:
        """What stands before "and" after one name, and after several."""
        blank = seamed(" ") if marks.TAIL_SEAM in self.after else " "
        one, more = (blank, self.delimiter) if self.and_blank else ("", "")
        if rule == "always":
            one = self.delimiter
        elif rule == "never":
            more = more and " "
        elif rule == "after-inverted-name":
            one, more = one and self.delimiter, more and " "
        return one, more

    def _et_al(self, names: Names, maker: Maker) -> str:
        term = names.et_al.term if names.et_al is not None else "et-al"
        text = parse_rich(maker.locale.term(term))
        dress = dress_of(names.et_al.look) if names.et_al is not None else None
        return dress(text) if text and dress is not None else text

    def shown(self, people: Shown, context: Context) -> tuple[Shown, bool]:
        """The names that are shown, and whether others follow; those who are not named are no name."""
        unnamed = len(people) > 1 and people[-1].is_others
        if unnamed:
            people = people[:-1]
        size = len(people)
        minimum, use_first = self.minimum, self.use_first
        if context.position >= SUBSEQUENT and not self.in_bibliography:
            minimum, use_first = self.later
        if not minimum or size < minimum:
            return people, unnamed
        if context.ambiguity is not None:
            use_first = max(use_first, context.ambiguity.names.get(context.nameset, 0))
        if self.use_last and minimum > 2 and not context.looking:
            use_first = min(use_first, minimum - 2)
        if use_first >= size:
            return people, unnamed
        return people[:use_first], True

    def __call__(self, people: Shown, context: Context) -> str:
        """The list as text."""
        shown, more = self.shown(people, context)
        return self.assemble(self.texts(people, shown, context), people, shown, more)

    def texts(self, people: Shown, shown: Shown, context: Context) -> list[str]:
        """The names that are shown, each as text."""
        levels = context.ambiguity.givens.get(context.nameset) if context.ambiguity is not None else None
        context.nameset += 1
        if context.observed is not None:
            context.observed.append((people, self.person.level, int(self.person.terminator is not None)))
        write, inverts_all = self.person.write, self.inverts_all
        if context.work.is_eastern:
            write = self.person.write_eastern
        if not shown:
            return []
        if self.tells_apart and len(people) > 1:
            levels = self.apart(people, levels)
        if levels:
            return [
                write(
                    name, inverted=inverts_all or (at == 0 and self.inverts_first), level=levels.get(at, -1)
                )
                for at, name in enumerate(shown)
            ]
        texts = [write(shown[0], inverted=self.inverts_first)]
        if len(shown) > 1:
            texts += [write(name, inverted=inverts_all) for name in shown[1:]]
        return texts

    def apart(self, people: Shown, levels: dict[int, int] | None) -> dict[int, int] | None:
        """The levels at which people of one list who share family name and initials differ."""
        families = Counter(name.family for name in people)
        if len(families) == len(people):
            return levels
        found = dict(levels or {})
        for family, count in families.items():
            if count > 1 and family:
                found |= self._apart(people, family)
        return found

    def _apart(self, people: Shown, family: str) -> dict[int, int]:
        same: dict[str, set[str]] = {}
        rows = [(at, name.given) for at, name in enumerate(people) if name.family == family and name.given]
        for _, given in rows:
            same.setdefault(initials(given, ""), set()).add(given.replace(".", " ").strip())
        return {at: FULL for at, given in rows if len(same[initials(given, "")]) > 1}

    def assemble(self, texts: list[str], people: Shown, shown: Shown, more: bool) -> str:
        """The names joined, with et al. or the last name where names are left out."""
        texts = [text for text in texts if text]
        if not texts:
            return ""
        if more and self.use_last and len(shown) <= len(people) - 2 and not people[-1].is_others:
            last = self.person.write(people[-1], inverted=self.inverts_all)
            text = self.delimiter.join(texts) + (self.delimiter if len(texts) > 1 else " ") + "… " + last
        elif more or _ET_AL.match(people[-1].given or "") is not None:
            text = self._with_et_al(texts)
        else:
            text = self._joined(texts, shown)
        return text

    def _with_et_al(self, texts: list[str]) -> str:
        text = self.delimiter.join(texts)
        if self.et_al and not self.sorting:
            text += (self.et_al_after_one if len(texts) == 1 else self.et_al_after_more) + self.et_al
        return self.before + text + self.after

    def _is_inverted(self, at: int, shown: Shown) -> bool:
        inverted = self.inverts_all or (at == 0 and self.inverts_first)
        return inverted and not shown[at].is_organisation

    def _joined(self, texts: list[str], shown: Shown) -> str:
        if len(texts) == 1:
            return texts[0]
        if not self.and_ or self.sorting:
            if self.sorting or not _ends_in_organisation(shown):
                return self.delimiter.join(texts)
            return self.delimiter.join(texts[:-1]) + self.before_organisation + texts[-1]
        glue = self.and_after_one if len(texts) == 2 else self.and_after_more
        if _ends_in_organisation(shown):
            glue = self.organisation_after_one if len(texts) == 2 else self.organisation_after_more
        if self.after_inverted and self._is_inverted(len(shown) - 2, shown):
            glue = self.delimiter
        return self.delimiter.join(texts[:-1]) + glue + self.and_ + self.and_blank + texts[-1]


def _ends_in_organisation(shown: Shown) -> bool:
    """Whether the last name is an organisation."""
    return bool(shown) and shown[-1].is_organisation
