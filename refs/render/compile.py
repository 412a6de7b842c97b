"""Style and Locale → rendering functions: each element of the style becomes one closure, specialised once."""

from collections.abc import Iterator, Sequence

from refs.model.locale import Locale
from refs.model.style import (
    Choose,
    Date,
    Element,
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
from refs.render.group import compile_group, compile_sequence
from refs.render.label import compile_label
from refs.render.names import compile_names
from refs.render.number import compile_number
from refs.render.text import compile_text

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
        self.english = self.lang.startswith("en")
        self.macros: dict[str, Render] = {}
        self.names: Names | None = None
        self.year_suffix_explicit = uses_variable(style, "year-suffix")
        self.capitalizes = not sorting and (in_bibliography or style.is_note)

    def macro(self, name: str) -> Render:
        """The compiled macro."""
        made = self.macros.get(name)
        if made is None:
            made = self.macros[name] = self.sequence(self.style.macros.get(name, ()))
        return made

    def element(self, element: Element) -> Render:
        """The compiled element."""
        return _COMPILERS[type(element)](element, self)  # type: ignore[operator]

    def elements(self, elements: Sequence[Element]) -> list[Render]:
        """The compiled elements."""
        return [self.element(each) for each in elements]

    def sequence(self, elements: Sequence[Element]) -> Render:
        """The elements one after another."""
        return compile_sequence(self.elements(elements))


def uses_variable(style: Style, name: str, roots: Sequence[Element] | None = None) -> bool:
    """Whether a text of the style, or of these elements and the macros they call, renders this variable."""
    if roots is None:
        roots = [*style.citation.layout.children]
        if style.bibliography is not None:
            roots += style.bibliography.layout.children
    return any(isinstance(each, Text) and each.variable == name for each in walk(style, roots))


def walk(style: Style, roots: Sequence[Element]) -> Iterator[Element]:
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
            stack.extend(style.macros.get(element.macro, ()))


__all__ = ["Context", "Maker", "Render", "uses_variable", "walk"]
