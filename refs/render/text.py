"""cs:text (CSL 1.0.2, "Text")."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from refs.model.style import Element, Group, Text
from refs.render import marks
from refs.render.citation_label import make_label
from refs.render.context import Context, Render
from refs.render.group import as_group
from refs.render.look import group_dress_of, leaf_dress_of
from refs.render.maker import Maker
from refs.render.number import NUMBER_VARIABLES, compile_numeral
from refs.render.punctuation import STOPS
from refs.render.richtext import parse_rich
from refs.render.sequence import nothing

_TITLES = frozenset(
    [
        "event",
        "event-title",
        "publisher",
        "publisher-place",
        "event-place",
        "title",
        "container-title",
        "collection-title",
        "authority",
        "genre",
        "title-short",
        "container-title-short",
        "original-title",
        "part-title",
        "reviewed-title",
        "volume-title",
        "medium",
        "jurisdiction",
        "archive",
        "archive-place",
    ]
)


def compile_text(text: Text, maker: Maker) -> Render:
    """Text of a variable, macro, term or value."""
    if text.macro is not None:
        return _compile_macro(text, maker)
    if text.variable is not None:
        return _compile_variable(text, maker)
    if text.term is not None:
        return _compile_term(text, maker)
    words = parse_rich(text.value or "")
    return _fixed(text, marks.APART + words if words and not words.strip(STOPS) else words)


def _fixed(text: Text, words: str) -> Render:
    if not words:
        return nothing
    dress = leaf_dress_of(text.look)
    fixed = dress(words) if dress is not None else words
    return lambda _context: fixed


def _compile_term(text: Text, maker: Maker) -> Render:
    words = parse_rich(maker.locale.term(text.term or "", text.form, plural=text.plural))
    if text.look.strip_periods:
        words = words.replace(".", "")
    if words and maker.capitalizes and not text.look.text_case:
        return _first_term(_fixed(text, marks.FIRST + words), _fixed(text, words))
    return _fixed(text, words)


def _first_term(first: Render, other: Render) -> Render:
    """A term that may come first; behind names, even behind those that are not there, it does not."""
    return lambda context: other(context) if context.named else first(context)


def _compile_macro(text: Text, maker: Maker) -> Render:
    outer, maker.strips = maker.strips, maker.strips or text.look.strip_periods
    before = maker.names_made
    render = maker.macro(text.macro or "")
    maker.strips = outer
    if not _is_bare_group(maker.style.macros.get(text.macro or "", ())):
        render = as_group(render, names=maker.names_made > before)
    dress = group_dress_of(text.look)
    if dress is None:
        return render

    def render_macro(context: Context) -> str:
        words = render(context)
        return dress(words) if words else ""

    return render_macro


def _is_bare_group(elements: Sequence[Element]) -> bool:
    """Whether this is one group without a look of its own, which needs no group around it."""
    return len(elements) == 1 and isinstance(elements[0], Group) and group_dress_of(elements[0].look) is None


def _compile_variable(text: Text, maker: Maker) -> Render:
    name = text.variable or ""
    if name in _ADDRESSES and text.look.strip_periods:
        text = replace(text, look=replace(text.look, strip_periods=False))
    special = _SPECIAL.get(name)
    if special is not None:
        return special(text, maker)
    if name in NUMBER_VARIABLES:
        numeral = compile_numeral(name, "numeric", leaf_dress_of(text.look), maker)
        return _telling(numeral) if maker.collapses and name != "locator" else numeral
    render = _compile_string(name, text, maker)
    if maker.collapses:
        render = _telling(render)
    if text.look.text_case == "uppercase":
        return _turkish(render)
    return _titled(text, render, maker) if text.look.text_case == "title" and name in _TITLES else render


def _telling(render: Render) -> Render:
    """The text of a variable; its cite is more than names, date and numbers, which matters when cites collapse."""

    def render_telling(context: Context) -> str:
        context.texted = True
        return render(context)

    return render_telling


def _compile_string(name: str, text: Text, _maker: Maker) -> Render:
    find = _finder(name, text.form)
    dress = leaf_dress_of(text.look)
    if find is not None:
        return _found(find, dress)

    def render_variable(context: Context) -> str:
        value = context.vars.get(name)
        if value is None:
            context.called = True
            return ""
        context.filled = context.called = True
        return dress(value) if dress is not None else value

    return render_variable


def _found(find: Callable[[Context], str | None], dress: Callable[[str], str] | None) -> Render:
    def render_found(context: Context) -> str:
        value = find(context)
        context.called = True
        if not value:
            return ""
        context.filled = True
        return dress(value) if dress is not None else value

    return render_found


def _finder(name: str, form: str) -> Callable[[Context], str | None] | None:
    if form == "short" and name == "URL":
        return lambda context: _host(context.vars.get(name))
    if form == "short":
        short = f"{name}-short"

        def find(context: Context) -> str | None:
            held = context.vars
            value = held.get(name)
            if value is None and name in context.work.vars:
                return None
            return held.get(short) or value

        return find
    return None


# http://example.org/a/b
_PATH = re.compile(r"(.*\.[^/]+)/.*")
_SCHEME = re.compile(r"https?://")


def _host(address: str | None) -> str | None:
    """An address without its path, and without what precedes "www."."""
    if address is None:
        return None
    address = _PATH.sub(r"\1", address)
    return _SCHEME.sub("", address) if "//www." in address else address


_ADDRESSES = ("URL", "DOI")
_DOTTED = str.maketrans({"i": "İ", "ı": "I"})


def _turkish(render: Render) -> Render:
    """Capitals of works in Turkish and Azerbaijani, whose i keeps its dot."""

    def render_capitals(context: Context) -> str:
        if (context.work.language or "")[:2].lower() not in ("tr", "az"):
            return render(context)
        held = context.vars
        context.vars = {name: value.translate(_DOTTED) for name, value in held.items()}
        text = render(context)
        context.vars = held
        return text

    return render_capitals


def _titled(text: Text, render: Render, maker: Maker) -> Render:
    """Title case is for English: the item's language decides, or else that of the style."""
    plain = _compile_variable(replace(text, look=replace(text.look, text_case=None)), maker)
    default = maker.english

    def render_titled(context: Context) -> str:
        language = context.work.language
        english = default if not language else language[:2].lower() == "en"
        return render(context) if english else plain(context)

    return render_titled


def _citation_number(text: Text, _maker: Maker) -> Render:
    dress = leaf_dress_of(text.look)
    return _uncalled(lambda context: str(context.number) if context.number else None, dress)


def _year_suffix(text: Text, _maker: Maker) -> Render:
    dress = leaf_dress_of(text.look)

    def find(context: Context) -> str | None:
        if context.ambiguity is None or not context.ambiguity.suffix or context.looking:
            return None
        context.suffix_done = True
        return marks.YEAR_SUFFIX + context.ambiguity.suffix + marks.YEAR_SUFFIX_END

    return _uncalled(find, dress)


def _uncalled(find: Callable[[Context], str | None], dress: Callable[[str], str] | None) -> Render:
    """Text of a variable that counts as filled even when it is not, so that "n.d." may stand beside it."""

    def render_found(context: Context) -> str:
        context.filled = True
        value = find(context)
        if not value:
            return ""
        return dress(value) if dress is not None else value

    return render_found


def _citation_label(text: Text, _maker: Maker) -> Render:
    dress = leaf_dress_of(text.look)

    def find(context: Context) -> str | None:
        label = make_label(context.work)
        suffix = context.ambiguity.suffix if context.ambiguity is not None and not context.looking else ""
        if suffix:
            context.suffix_done = True
            label += marks.YEAR_SUFFIX + suffix + marks.YEAR_SUFFIX_END
        return label

    return _uncalled(find, dress)


def _first_note(text: Text, _maker: Maker) -> Render:
    dress = leaf_dress_of(text.look)
    return _found(lambda context: str(context.first_note) if context.first_note else None, dress)


_SPECIAL: dict[str, Callable[[Text, Maker], Render]] = {
    "citation-number": _citation_number,
    "year-suffix": _year_suffix,
    "citation-label": _citation_label,
    "first-reference-note-number": _first_note,
}
