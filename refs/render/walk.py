"""The elements of a style, those inside them, and those of the macros that they call."""

from collections.abc import Iterator, Sequence

from refs.model.style import Choose, Date, Element, Group, Names, Style, Text


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


def uses_variable(style: Style, name: str, roots: Sequence[Element] | None = None) -> bool:
    """Whether a text of the style, or of these elements and the macros they call, renders this variable."""
    if roots is None:
        roots = [*style.citation.layout.children]
        if style.bibliography is not None:
            roots += style.bibliography.layout.children
    return any(isinstance(each, Text) and each.variable == name for each in walk(style, roots))


def has_date(elements: Sequence[Element]) -> bool:
    """Whether a date stands among the elements."""
    return any(isinstance(each, Date) for each in walk(None, elements))
