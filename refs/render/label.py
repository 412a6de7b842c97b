"""cs:label of a number or locator (CSL 1.0.2, "Label")."""

from typing import TYPE_CHECKING

from refs.model.style import Label
from refs.render.context import Context, Render
from refs.render.look import dress_of
from refs.render.number import is_several
from refs.render.richtext import parse_rich

if TYPE_CHECKING:
    from refs.render.compile import Maker

_COUNTS = ("number-of-pages", "number-of-volumes")


def compile_label(label: Label, maker: "Maker") -> Render:
    """The term of a variable that has a value, in the number of its content."""
    name, dress = label.variable, dress_of(label.look)
    locale, form = maker.locale, label.form

    def term(of: str, plural: bool) -> str:
        text = parse_rich(locale.term(of, form, plural=plural))
        return dress(text) if text and dress is not None else text

    if name == "locator":
        return _locator_label(label, term)
    one, many = term(name, False), term(name, True)
    if label.plural == "always":
        one = many
    elif label.plural == "never":
        many = one
    counted = name in _COUNTS

    def render_label(context: Context) -> str:
        value = context.vars.get(name)
        if value is None:
            return ""
        several = (
            (value != "1" and not value.startswith("0"))
            if counted and value.isdecimal()
            else is_several(value)
        )
        return many if several else one

    return render_label


def _locator_label(label: Label, term) -> Render:  # type: ignore[no-untyped-def]  # noqa: ANN001
    cache: dict[tuple[str, bool], str] = {}

    def render_label(context: Context) -> str:
        locator = context.locator
        if not locator:
            return ""
        several = label.plural == "always" or (label.plural != "never" and is_several(locator))
        key = (context.label, several)
        if key not in cache:
            cache[key] = term(*key)
        return cache[key]

    return render_label
