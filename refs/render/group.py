"""cs:group, and elements one after another (CSL 1.0.2, "Group")."""

from collections.abc import Callable, Sequence

from refs.model.style import Choose, Element, Group
from refs.render import marks
from refs.render.choose import compile_tests
from refs.render.context import Context, Render
from refs.render.look import group_dress_of
from refs.render.maker import Maker
from refs.render.punctuation import seamed_delimiter
from refs.render.sequence import nothing

_OPEN = frozenset((marks.TAIL_SEAM, marks.LEAF))
_SIGNS = _OPEN | {marks.DRESSED}
_LOOSE = marks.LOOSE


def compile_group(group: Group, maker: Maker) -> Render:
    """The children joined by the delimiter; nothing when every variable they call is empty.

    A group that calls no variable at all is kept, and one that renders counts as a filled variable of the
    group around it.
    """
    delimiter = seamed_delimiter(group.delimiter)
    before = maker.names_made
    if delimiter and any(isinstance(child, Choose) for child in group.children):
        collect = _compile_collector(group.children, maker)
    else:
        children = maker.elements(group.children)

        def collect(context: Context) -> list[str]:
            return [part for render in children if (part := render(context))]

    dress = group_dress_of(group.look)

    names = maker.names_made > before

    def render_group(context: Context) -> str:
        called, filled = context.called, context.filled
        context.called = context.filled = False
        parts = collect(context)
        if not parts or (context.called and not context.filled):
            context.filled = filled
            if names:
                context.named = False
            return ""
        context.called, context.filled = called, True
        text = delimiter.join(parts) if len(parts) > 1 else parts[0]
        if text[-1] in _SIGNS or text[0] == _LOOSE:
            text = _closed(text)
        return dress(text) if dress is not None else text

    return render_group


def as_group(render: Render, *, names: bool) -> Render:
    """What a macro renders; it stands in a group of its own, and forgets the names in it when it is empty."""

    def render_macro(context: Context) -> str:
        called, filled = context.called, context.filled
        context.called = context.filled = False
        text = render(context)
        if not text or (context.called and not context.filled):
            context.filled = filled
            if names:
                context.named = False
            return ""
        context.called, context.filled = called, True
        return _closed(text) if text[-1] in _SIGNS or text[0] == _LOOSE else text

    return render_macro


def _closed(text: str) -> str:
    """What a group or macro holds, as those around it see it."""
    last = text[-1]
    if text[0] == marks.LOOSE:
        text = text[1:]
    if last in _OPEN:
        return text + marks.NESTED
    return text[:-1] if last == marks.DRESSED else text


Collect = Callable[[Context], list[str]]


def _compile_collector(elements: Sequence[Element], maker: Maker) -> Collect:
    """The texts of the elements; those inside cs:choose stand beside the others, as if it were not there."""
    steps = [_compile_step(each, maker) for each in elements]

    def collect(context: Context) -> list[str]:
        parts: list[str] = []
        for spread, render in steps:
            if spread is not None:
                parts += spread(context)
            elif part := render(context):
                parts.append(part)
        return parts

    return collect


def _compile_step(element: Element, maker: Maker) -> tuple[Collect | None, Render]:
    if not isinstance(element, Choose):
        return None, maker.element(element)
    branches = [(compile_tests(each), _compile_collector(each.children, maker)) for each in element.branches]

    def spread(context: Context) -> list[str]:
        for test, collect in branches:
            if test(context):
                return collect(context)
        return []

    return spread, nothing
