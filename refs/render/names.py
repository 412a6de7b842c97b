"""cs:names: lists of names, et al., labels, substitution (CSL 1.0.2, "Names")."""

import re
from collections import Counter
from collections.abc import Callable
from typing import TYPE_CHECKING

from refs.model.name import Name
from refs.model.style import Element, Label, NameOptions, Names, Text
from refs.model.style import Name as NameElement
from refs.render.context import SUBSEQUENT, Context, Render
from refs.render import marks
from refs.render.initials import STARTS_ROMAN, initials
from refs.render.look import dress_of, wrap_of
from refs.render.person import FULL, INITIALS, PersonWriter
from refs.render.punctuation import seamed
from refs.render.richtext import parse_rich
from refs.render.substitute import Repeater

if TYPE_CHECKING:
    from refs.render.compile import Maker

Shown = tuple[Name, ...]
_DEFAULTS = NameOptions(
    delimiter=", ",
    delimiter_precedes_et_al="contextual",
    delimiter_precedes_last="contextual",
    form="long",
    sort_separator=", ",
    et_al_use_last=False,
)


def compile_names(names: Names, maker: "Maker") -> Render:
    """The names of each variable that has some, or the first substitute that renders."""
    names = _inherit(names, maker)
    outer, maker.names = maker.names, names
    lists = _compile_lists(names, maker)
    dress = dress_of(names.look)
    substitutes = [(_substitute(each, maker), _is_fixed(each)) for each in names.substitute]
    maker.names = outer

    def finished(context: Context, text: str) -> str:
        if context.first_names is None:
            context.first_names = text
            if context.hide_author:
                return ""
        return dress(text) if dress is not None else text

    def render_names(context: Context) -> str:
        first = context.nameset
        text = lists(context)
        context.called = True
        if text:
            context.filled = True
            return finished(context, text)
        for substitute, is_last in substitutes:
            context.nameset = first
            if text := substitute(context):
                return finished(context, text)
            if is_last:
                return ""
        return ""

    return render_names


def _inherit(names: Names, maker: "Maker") -> Names:
    """A names element inside substitute that has no children of its own takes those around it."""
    outer = maker.names
    if outer is None or names.name is not None or names.label is not None or names.et_al is not None:
        return names
    return Names(
        variables=names.variables,
        delimiter=names.delimiter if names.delimiter is not None else outer.delimiter,
        options=names.options.over(outer.options),
        name=outer.name,
        et_al=outer.et_al,
        label=outer.label,
        label_first=outer.label_first,
        substitute=names.substitute,
        look=names.look,
    )


def _substitute(element: Element, maker: "Maker") -> Render:
    outer, maker.notes = maker.notes, True
    render = maker.element(element)
    maker.notes = outer
    is_names = isinstance(element, Names)

    def render_substitute(context: Context) -> str:
        called, filled = context.called, context.filled
        outer_notes, context.noted = context.noted, []
        text = render(context)
        noted, context.noted = context.noted, outer_notes
        if not text:
            context.called, context.filled = called, filled
            return ""
        context.called = context.filled = True
        if noted and outer_notes is not None:
            outer_notes.extend(noted)
        repeater = context.repeater
        return text if is_names or repeater is None else _repeated(text, repeater)

    return render_substitute


def _is_fixed(element: Element) -> bool:
    """Whether an element is a term or value, which ends the search for a substitute even when it is empty."""
    return isinstance(element, Text) and element.variable is None and element.macro is None


def _raw(name: Name) -> str:
    """What of a name is compared from entry to entry."""
    parts = (
        name.literal,
        name.family,
        name.given,
        name.dropping_particle,
        name.non_dropping_particle,
        name.suffix,
    )
    return "".join(part for part in parts if part)


def _repeated(text: str, repeater: Repeater) -> str:
    """A title that stands for names, or the words for it when the entry before began with it."""
    return text if repeater.compare((marks.bare(text),)) is None else repeater.words


def _compile_lists(names: Names, maker: "Maker") -> Render:
    element = names.name or NameElement()
    options = element.options.over(names.options.over(maker.options)).over(_DEFAULTS)
    delimiter = names.delimiter
    if delimiter is None:
        delimiter = names.options.over(maker.options).names_delimiter or ""
    joiner = seamed(delimiter)
    write = NameList(element, names, options, maker)
    label = _Labeller(names.label, maker) if names.label is not None else None
    variables = names.variables
    label_first = names.label_first
    sorting = maker.sorting
    merges = set(variables) == {"editor", "translator"}

    def labelled(variable: str, people: Shown, text: str) -> str:
        if label is None or sorting:
            return text
        words = label.words(variable, len(people) > 1)
        return words + text if label_first else text + words

    def repeated(context: Context) -> str:
        """The lists with names that repeat those of the entry before replaced."""
        lists = [(each, people) for each in variables if (people := context.names.get(each))]
        shown = [write.shown(people, context) for _, people in lists]
        repeater = context.repeater
        keys = [_raw(name) for each, _ in shown for name in each]
        same = repeater.compare(keys) if repeater is not None else None
        replaced = iter(same or [False] * len(keys))
        texts = []
        for (variable, people), (visible, more) in zip(lists, shown, strict=True):
            names = write.texts(people, visible, context)
            if same is not None and repeater is not None:
                if repeater.replaces_all:
                    return labelled(variable, people, repeater.words)
                names = [repeater.words if next(replaced) else name for name in names]
            if text := write.assemble(names, people, visible, more):
                texts.append(labelled(variable, people, text))
        return joiner.join(texts)

    def render_lists(context: Context) -> str:
        held = context.names
        texts = []
        if (
            merges
            and (people := held.get("editor"))
            and people == held.get("translator")
            and label is not None
        ):
            if label.words("editortranslator", False) and context.repeater is None:
                return labelled("editortranslator", people, write(people, context))
        if context.repeater is not None and context.repeater.is_open:
            return repeated(context)
        for variable in variables:
            people = held.get(variable)
            if people and (text := write(people, context)):
                texts.append(labelled(variable, people, text) if label is not None else text)
        return joiner.join(texts) if len(texts) > 1 else texts[0] if texts else ""

    if options.form == "count":
        return lambda context: _count(context, variables, write)
    return render_lists


def _count(context: Context, variables: tuple[str, ...], write: "NameList") -> str:
    total = sum(len(write.shown(context.names.get(each, ()), context)[0]) for each in variables)
    return str(total) if total else ""


def people_last_organisation(shown: Shown) -> bool:
    """Whether the last name is an organisation."""
    return bool(shown) and shown[-1].is_organisation


_ET_AL = re.compile(r".*,\s*et.?al[^a-z]?$")


class _Labeller:
    """Writes the label of a name variable."""

    def __init__(self, label: Label, maker: "Maker") -> None:
        self.label, self.locale = label, maker.locale
        self.dress = dress_of(label.look)
        self.made: dict[tuple[str, bool], str] = {}

    def words(self, variable: str, several: bool) -> str:
        key = (variable, several)
        if key not in self.made:
            plural = several if self.label.plural == "contextual" else self.label.plural == "always"
            text = parse_rich(self.locale.term(variable, self.label.form, plural=plural))
            self.made[key] = self.dress(text) if text and self.dress is not None else text
        return self.made[key]


class NameList:
    """Writes a list of names: which are shown, in what order, how joined."""

    def __init__(self, element: NameElement, names: Names, options: NameOptions, maker: "Maker") -> None:
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

    def _set_and(self, options: NameOptions, maker: "Maker") -> None:
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

    def _et_al(self, names: Names, maker: "Maker") -> str:
        term = names.et_al.term if names.et_al is not None else "et-al"
        text = parse_rich(maker.locale.term(term))
        dress = dress_of(names.et_al.look) if names.et_al is not None else None
        return dress(text) if text and dress is not None else text

    def shown(self, people: Shown, context: Context) -> tuple[Shown, bool]:
        """The names that are shown, and whether others follow."""
        size = len(people)
        minimum, use_first = self.minimum, self.use_first
        if context.position >= SUBSEQUENT and not self.in_bibliography:
            minimum, use_first = self.later
        if not minimum or size < minimum:
            return people, False
        if context.ambiguity is not None:
            use_first = max(use_first, context.ambiguity.names.get(context.nameset, 0))
        if use_first >= size:
            return people, False
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
        if more and self.use_last and len(shown) <= len(people) - 2:
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
            return self.delimiter.join(texts)
        glue = self.and_after_one if len(texts) == 2 else self.and_after_more
        if people_last_organisation(shown):
            glue = self.organisation_after_one if len(texts) == 2 else self.organisation_after_more
        if self.after_inverted and self._is_inverted(len(shown) - 2, shown):
            glue = self.delimiter
        return self.delimiter.join(texts[:-1]) + glue + self.and_ + self.and_blank + texts[-1]


__all__ = ["Callable", "NameList", "compile_names"]
