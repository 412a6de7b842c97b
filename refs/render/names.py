"""cs:names: lists of names, et al., labels, substitution (CSL 1.0.2, "Names")."""

from collections.abc import Sequence
from dataclasses import replace

from refs.model.look import PLAIN
from refs.model.name import Name
from refs.model.style import Choose, Element, Label, NameOptions, Names, Text
from refs.model.style import Name as NameElement
from refs.render import marks
from refs.render.choose import compile_tests
from refs.render.context import Context, Render
from refs.render.look import dress_of
from refs.render.maker import Maker
from refs.render.name_list import NameList, Shown
from refs.render.punctuation import seamed
from refs.render.richtext import parse_rich
from refs.render.substitute import Repeater

_NAME = NameElement()
_DEFAULTS = NameOptions(
    delimiter=", ",
    delimiter_precedes_et_al="contextual",
    delimiter_precedes_last="contextual",
    form="long",
    sort_separator=", ",
    et_al_use_last=False,
)


def compile_names(names: Names, maker: Maker) -> Render:
    """The names of each variable that has some, or the first substitute that renders."""
    names = _inherit(names, maker)
    outer, maker.names = maker.names, names
    maker.names_made += 1
    lists = _compile_lists(names, maker)
    dress = dress_of(names.look)
    substitutes = _substitutes(names.substitute, maker)
    # names that could print a word of their own are followed by no first term, even where they are empty
    tells = outer is None and (
        names.label is not None or (names.name or _NAME).options.over(maker.options).and_ is not None
    )
    maker.names = outer

    def hidden(context: Context, text: str) -> bool:
        if context.first_names is None and context.noted is None:
            context.first_names = text
            return context.hide_author
        return False

    def render_names(context: Context) -> str:
        first = context.nameset
        text = lists(context)
        context.called = True
        if text:
            context.filled = True
            if context.authors is None:
                context.authors = text
            if hidden(context, text):
                return ""
            return dress(text) if dress is not None else text
        for substitute, is_last in substitutes:
            context.nameset = first
            if text := substitute(context):
                return "" if hidden(context, text) and not is_last else text
            if is_last:
                break
        context.named = context.named or tells
        return ""

    return render_names


def _inherit(names: Names, maker: Maker) -> Names:
    """A names element inside substitute that has no children of its own takes those around it, and their look."""
    outer = maker.names
    if outer is None:
        return names
    if names.name is not None or names.label is not None or names.et_al is not None:
        return _with_parts(names, outer.name)
    return Names(
        variables=names.variables,
        delimiter=names.delimiter if names.delimiter is not None else outer.delimiter,
        options=names.options.over(outer.options),
        name=outer.name,
        et_al=outer.et_al,
        label=outer.label,
        label_first=outer.label_first,
        substitute=names.substitute,
        look=outer.look,
    )


def _with_parts(names: Names, outer: NameElement | None) -> Names:
    """The names with the looks of family and given names around them, where they set none."""
    if outer is None or (outer.family is PLAIN and outer.given is PLAIN):
        return names
    name = names.name or _NAME
    family = outer.family if name.family is PLAIN else name.family
    given = outer.given if name.given is PLAIN else name.given
    return replace(names, name=replace(name, family=family, given=given))


def _substitutes(elements: Sequence[Element], maker: Maker) -> list[tuple[Render, bool]]:
    return [(_substitute(each, maker), _is_fixed(each)) for each in elements]


def _choice(choose: Choose, maker: Maker) -> Render:
    """The first of the substitutes in the branch that is taken."""
    branches = [(compile_tests(each), _substitutes(each.children, maker)) for each in choose.branches]

    def render_choice(context: Context) -> str:
        first = context.nameset
        for test, substitutes in branches:
            if test(context):
                for substitute, is_last in substitutes:
                    context.nameset = first
                    text = substitute(context)
                    if text or is_last:
                        return text
                return ""
        return ""

    return render_choice


def _substitute(element: Element, maker: Maker) -> Render:
    if isinstance(element, Choose):
        return _choice(element, maker)
    outer, maker.notes = maker.notes, True
    render = maker.element(element)
    maker.notes = outer
    is_names, is_fixed = isinstance(element, Names), _is_fixed(element)

    def render_substitute(context: Context) -> str:
        called, filled = context.called, context.filled
        outer_notes, context.noted = context.noted, []
        text = render(context)
        noted, context.noted = context.noted, outer_notes
        if not text:
            context.called, context.filled = called, filled
            return ""
        context.called, context.filled = True, filled or not is_fixed
        if noted and outer_notes is not None:
            outer_notes.extend(noted)
        repeater = context.repeater
        return text if is_names or repeater is None or not noted else _repeated(text, repeater)

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


def _compile_lists(names: Names, maker: Maker) -> Render:
    lists = _Lists(names, maker)
    return lists.count if lists.options.form == "count" else lists.render


class _Lists:
    """The lists of the name variables of one cs:names, with their labels."""

    def __init__(self, names: Names, maker: Maker) -> None:
        element = names.name or NameElement()
        outer = names.options.over(maker.options)
        self.options = element.options.over(outer).over(_DEFAULTS)
        delimiter = names.delimiter if names.delimiter is not None else outer.names_delimiter
        self.joiner = seamed(delimiter or "")
        self.write = NameList(element, names, self.options, maker)
        labelled = names.label is not None and not maker.sorting
        self.labeller = _Labeller(names.label, maker) if labelled and names.label is not None else None
        self.variables, self.label_first = names.variables, names.label_first
        self.merges = set(names.variables) == {"editor", "translator"}

    def count(self, context: Context) -> str:
        """How many names are shown."""
        shown = (self.write.shown(context.names.get(each, ()), context)[0] for each in self.variables)
        total = sum(len(each) for each in shown)
        return str(total) if total else ""

    def render(self, context: Context) -> str:
        """The lists joined."""
        held = context.names
        if context.repeater is not None and context.repeater.is_open:
            return self.repeated(context, context.repeater)
        if self.merges and (text := self.merged(context)):
            return text
        texts = []
        for variable in self.variables:
            people = held.get(variable)
            if people and (text := self.write(people, context)):
                texts.append(self.labelled(variable, people, text) if self.labeller is not None else text)
        return self.joiner.join(texts) if len(texts) > 1 else texts[0] if texts else ""

    def labelled(self, variable: str, people: Shown, text: str) -> str:
        """The list with its label."""
        if self.labeller is None:
            return text
        words = self.labeller.words(variable, len(people) > 1)
        return words + text if self.label_first else text + words

    def merged(self, context: Context) -> str:
        """Editors who are the translators too, once and under a label of both (CSL 1.0.2, "Names")."""
        people = context.names.get("editor")
        if not people or self.labeller is None or people != context.names.get("translator"):
            return ""
        if not self.labeller.words("editortranslator", False):
            return ""
        return self.labelled("editortranslator", people, self.write(people, context))

    def repeated(self, context: Context, repeater: Repeater) -> str:
        """The lists with names that repeat those of the entry before replaced."""
        lists = [(each, people) for each in self.variables if (people := context.names.get(each))]
        shown = [self.write.shown(people, context) for _, people in lists]
        same = repeater.compare([_raw(name) for each, _ in shown for name in each])
        if same is None and self.merges and (text := self.merged(context)):
            return text
        replaced = iter(same or ())
        texts = []
        for (variable, people), (visible, more) in zip(lists, shown, strict=True):
            names = self.write.texts(people, visible, context)
            if same is not None:
                if repeater.replaces_all:
                    return self.labelled(variable, people, repeater.words)
                names = [repeater.words if next(replaced) else name for name in names]
            if text := self.write.assemble(names, people, visible, more):
                texts.append(self.labelled(variable, people, text))
        return self.joiner.join(texts)


class _Labeller:
    """Writes the label of a name variable."""

    def __init__(self, label: Label, maker: Maker) -> None:
        self.label, self.locale = label, maker.locale
        self.dress = dress_of(label.look)
        self.made: dict[tuple[str, bool], str] = {}

    def words(self, variable: str, several: bool) -> str:
        key = (variable, several)
        if key not in self.made:
            plural = several if self.label.plural == "contextual" else self.label.plural == "always"
            text = parse_rich(self.locale.term(variable, self.label.form, plural=plural))
            text = text.replace(".", "") if self.label.look.strip_periods else text
            self.made[key] = self.dress(text) if text and self.dress is not None else text
        return self.made[key]
