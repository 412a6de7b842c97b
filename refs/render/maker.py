"""Maker: compiles the elements of one area of a style, each into one closure, specialised once."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from refs.model.locale import Locale
from refs.model.style import Choose, Date, Element, Group, NameOptions, Names, Number, Style, Text
from refs.render.context import Context, Render
from refs.render.relook import stripped, turkish, undressed
from refs.render.sequence import compile_sequence, nothing
from refs.render.walk import has_date, uses_variable

Compiler = Callable[[Any, "Maker"], Render]
"""What makes the rendering function of one kind of element, as a part of what a Maker compiles."""


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
        compilers: Mapping[type, Compiler],
    ) -> None:
        self.style, self.locale, self.options = style, locale, options
        self._compilers = compilers
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
        self.only_dates = outer or (self.sorting and has_date(elements))
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
            element = undressed(element)
        if self.strips:
            element = stripped(element)
        if self.turkish:
            element = turkish(element)
        render = self._compilers[type(element)](element, self)
        return noted(element, render) if self.notes else render

    def elements(self, elements: Sequence[Element]) -> list[Render]:
        """The compiled elements."""
        return [self.element(each) for each in elements]

    def sequence(self, elements: Sequence[Element]) -> Render:
        """The elements one after another."""
        return compile_sequence(self.elements(elements))


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
