"""Style and Locale → rendering functions: each element of the style becomes one closure, specialised once."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from refs.model.locale import Locale
from refs.model.look import PLAIN, Look
from refs.model.style import (
    Choose,
    Date,
    Element,
    EtAl,
    Group,
    Label,
    NameOptions,
    Names,
    Number,
    Style,
    Text,
)
from refs.render.choose import compile_choose
from refs.render.context import Context, Render
from refs.render.date import compile_date
from refs.render.group import compile_group, compile_sequence, nothing
from refs.render.label import compile_label
from refs.render.names import compile_names
from refs.render.number import compile_number
from refs.render.text import compile_text
from refs.render.textcase import CASES, TURKISH

_ADDRESSES = ("URL", "DOI")
_COMPILERS = {
    Text: compile_text,
    Number: compile_number,
    Label: compile_label,
    Date: compile_date,
    Names: compile_names,
    Group: compile_group,
    Choose: compile_choose,
}


class Maker:
    """Compiles the elements of one area (citation, bibliography or a sort key) of a style."""

    def __init__(
        self,
        style: Style,
        locale: Locale,
        options: NameOptions,
        *,
        in_bibliography: bool,
        sorting: bool = False,
    ) -> None:
        self.style, self.locale, self.options = style, locale, options
        self.in_bibliography, self.sorting = in_bibliography, sorting
        self.lang = locale.lang or "en-US"
        self.turkish = self.lang[:2] in ("tr", "az")
        self.english = self.lang.startswith("en")
        self.collapses = not in_bibliography and not sorting and style.citation.collapse is not None
        self.macros: dict[tuple[object, ...], Render] = {}
        self.strips = False
        self.names_made = 0
        self.named: set[tuple[object, ...]] = set()
        self.only_dates = False
        self.notes = False
        self.names: Names | None = None
        self.year_suffix_explicit = uses_variable(style, "year-suffix") or uses_variable(
            style, "citation-label"
        )
        self.capitalizes = not sorting and (in_bibliography or style.is_note)

    def macro(self, name: str) -> Render:
        """The compiled macro."""
        elements = self.style.macros.get(name, ())
        outer = self.only_dates
        self.only_dates = outer or (self.sorting and _has_date(elements))
        key = (name, self.notes, self.strips, self.only_dates)
        made = self.macros.get(key)
        if made is None:
            before = self.names_made
            made = self.macros[key] = self.sequence(elements)
            if self.names_made > before:
                self.named.add(key)
        elif key in self.named:
            self.names_made += 1
        self.only_dates = outer
        return made

    def element(self, element: Element) -> Render:
        """The compiled element."""
        if self.only_dates:
            if not isinstance(element, Date | Group | Choose) and not _calls(element):
                return nothing
            element = _undressed(element)
        if self.strips:
            element = stripped(element)
        if self.turkish:
            element = relooked(element, _in_turkish)
        render: Render = _COMPILERS[type(element)](element, self)  # type: ignore[operator]
        return noted(element, render) if self.notes else render

    def elements(self, elements: Sequence[Element]) -> list[Render]:
        """The compiled elements."""
        return [self.element(each) for each in elements]

    def sequence(self, elements: Sequence[Element]) -> Render:
        """The elements one after another."""
        return compile_sequence(self.elements(elements))


def stripped(element: Element) -> Element:
    """The element as it stands inside a macro of which the periods are stripped."""
    if isinstance(element, Text) and element.variable in _ADDRESSES:
        return element
    if isinstance(element, Names) and element.name is not None:
        et_al = element.et_al or EtAl()
        element = replace(element, et_al=replace(et_al, look=_stripped(et_al.look)))
    return relooked(element, _stripped)


def relooked(element: Element, change: Callable[[Look], Look]) -> Element:
    """The element with another look, and so its name parts and its label."""
    if isinstance(element, Text | Number | Date | Label):
        return replace(element, look=change(element.look))
    if isinstance(element, Names) and element.name is not None:
        name, label = element.name, element.label
        name = replace(name, family=change(name.family), given=change(name.given))
        return replace(element, name=name, label=replace(label, look=change(label.look)) if label else None)
    return element


def _in_turkish(look: Look) -> Look:
    case = look.text_case
    return replace(look, text_case=case + TURKISH) if case and case + TURKISH in CASES else look


def _undressed(element: Element) -> Element:
    """The element as it stands in a sort key that is made of dates alone."""
    if isinstance(element, Group):
        return replace(element, look=PLAIN, delimiter="")
    return replace(element, look=PLAIN) if isinstance(element, Text) else element


def _has_date(elements: Sequence[Element]) -> bool:
    """Whether a date stands among the elements; then a sort key is made of dates alone."""
    return any(isinstance(each, Date) for each in walk(None, elements))


def _stripped(look: Look) -> Look:
    return replace(look, strip_periods=True)


def _calls(element: Element) -> bool:
    return isinstance(element, Text) and element.macro is not None


def noted(element: Element, render: Render) -> Render:
    """The element, noting in the context which variables it rendered (cs:substitute silences them)."""
    if isinstance(element, Names):
        variables: tuple[str, ...] = element.variables
    elif isinstance(element, Text | Number | Date) and not _calls(element):
        variables = (element.variable,) if element.variable else ()
    else:
        return render
    if not variables:
        return render

    def render_noted(context: Context) -> str:
        text = render(context)
        if text and context.noted is not None:
            context.noted.extend(variables)
            context.silence(variables)
        return text

    return render_noted


def uses_variable(style: Style, name: str, roots: Sequence[Element] | None = None) -> bool:
    """Whether a text of the style, or of these elements and the macros they call, renders this variable."""
    if roots is None:
        roots = [*style.citation.layout.children]
        if style.bibliography is not None:
            roots += style.bibliography.layout.children
    return any(isinstance(each, Text) and each.variable == name for each in walk(style, roots))


def walk(style: Style | None, roots: Sequence[Element]) -> Iterator[Element]:
    """The elements, those inside them, and those of the macros that they call."""
    stack, called = list(roots), set()
    while stack:
        element = stack.pop()
        yield element
        if isinstance(element, Group):
            stack.extend(element.children)
        elif isinstance(element, Choose):
            stack.extend(child for branch in element.branches for child in branch.children)
        elif isinstance(element, Names):
            stack.extend(element.substitute)
        elif isinstance(element, Text) and element.macro is not None and element.macro not in called:
            called.add(element.macro)
            stack.extend(style.macros.get(element.macro, ()) if style is not None else ())


__all__ = ["Context", "Maker", "Render", "uses_variable", "walk"]
