"""cs:label of a number or locator (CSL 1.0.2, "Label")."""

from refs.model.style import Label
from refs.render.context import Context, Render
from refs.render.look import leaf_dress_of
from refs.render.maker import Maker
from refs.render.number import value_finder
from refs.render.numerals import parse_numeral
from refs.render.richtext import parse_rich

_RELABELLED = frozenset({"locator", "number", "page"})


def compile_label(label: Label, maker: Maker) -> Render:
    """The term of a variable that has a value, in the number of its content."""
    name, dress = label.variable, leaf_dress_of(label.look)
    locale, form = maker.locale, label.form
    and_, ampersand = locale.term("and") or "and", locale.term("and", "symbol") or "&"
    value_of = value_finder(name)
    is_locator, relabelled = name == "locator", name in _RELABELLED
    always, never = label.plural == "always", label.plural == "never"
    made: dict[tuple[str, bool], str] = {}

    def words(term: str, several: bool) -> str:
        key = (term, several)
        if key not in made:
            text = parse_rich(locale.term(term, form, plural=several))
            text = text.replace(".", "") if label.look.strip_periods else text
            made[key] = dress(text) if text and dress is not None else text
        return made[key]

    def render_label(context: Context) -> str:
        value = value_of(context)
        if not value:
            return words(_term(context.label) if is_locator else name, always)
        variable = f"locator:{context.label}" if is_locator else name
        numeral = parse_numeral(value, variable, and_, ampersand)
        term = (numeral.label if relabelled else None) or (_term(context.label) if is_locator else name)
        return words(term, always or (numeral.plural and not never))

    return render_label


def _term(label: str) -> str:
    return "sub-verbo" if label == "sub verbo" else label
