"""Numbers: cs:number and number variables in cs:text (CSL 1.0.2, "Number")."""

from collections.abc import Callable

from refs.model.style import Number
from refs.render import marks
from refs.render.context import Context, Render
from refs.render.look import leaf_dress_of
from refs.render.maker import Maker
from refs.render.numerals import LABELS, Numeral, Part, parse_numeral
from refs.render.ordinals import long_ordinal, ordinal, roman
from refs.render.ranges import RANGED, RangeSettler
from refs.render.richtext import parse_rich

NUMBER_VARIABLES = frozenset(
    [
        "chapter-number",
        "collection-number",
        "edition",
        "issue",
        "number",
        "number-of-pages",
        "number-of-volumes",
        "page",
        "page-first",
        "part-number",
        "printing-number",
        "section",
        "supplement-number",
        "version",
        "volume",
        "locator",
    ]
)
_MAX_DIGITS = 9
Write = Callable[[str, str], str]
"""(value, variable with label) → text."""


def compile_number(number: Number, maker: Maker) -> Render:
    """A number in its form; what is not numeric as it is."""
    return compile_numeral(number.variable, number.form, leaf_dress_of(number.look), maker)


def compile_numeral(name: str, form: str, dress: Callable[[str], str] | None, maker: Maker) -> Render:
    """A number variable in a form, dressed."""
    write = NumeralWriter(name, form, maker).write
    tail = marks.NUMBERED if dress is not None and marks.TAIL_SEAM in dress("1")[-2:] else ""
    value_of = value_finder(name)

    def render_number(context: Context) -> str:
        context.called = True
        value = value_of(context)
        if not value:
            return ""
        context.filled = True
        text = write(value, name if name != "locator" else f"locator:{context.label}")
        return dress(text) + tail if dress is not None else text

    return _once(render_number) if name == "locator" else render_number


def _once(render: Render) -> Render:
    """A cite prints its locator once, wherever the style asks for it first."""

    def render_once(context: Context) -> str:
        if context.located:
            context.called = True
            return ""
        text = render(context)
        context.located = bool(text)
        return text

    return render_once


def value_finder(name: str) -> Callable[[Context], str | None]:
    """The function that finds the value of a number variable."""
    if name == "locator":
        return lambda context: context.locator
    if name == "citation-number":
        return lambda context: str(context.number) if context.number else None
    if name == "first-reference-note-number":
        return lambda context: str(context.first_note) if context.first_note else None
    return lambda context: context.vars.get(name)


class NumeralWriter:
    """Writes the values of a number variable, and remembers them."""

    def __init__(self, name: str, form: str, maker: Maker) -> None:
        self.name, self.form, self.locale = name, form, maker.locale
        self.and_ = maker.locale.term("and") or "and"
        self.ampersand = maker.locale.term("and", "symbol") or "&"
        page_form = maker.style.page_range_format
        self.ranges = RangeSettler(name, maker.locale, page_form) if name in RANGED else None
        term = maker.locale.find_term(name)
        self.gender = (term.gender if term else None) or ""
        self.written: dict[tuple[str, str], str] = {}

    def write(self, value: str, variable: str) -> str:
        """The value as text."""
        if self.form == "numeric" and value.isdecimal() and value.isascii():
            return value
        key = (value, variable)
        text = self.written.get(key)
        if text is None:
            if len(self.written) > 20_000:
                self.written.clear()
            text = self.written[key] = self._write(parse_numeral(value, variable, self.and_, self.ampersand))
        return text

    def _write(self, numeral: Numeral) -> str:
        parts = self.ranges.settle(numeral.parts) if self.ranges is not None else numeral.parts
        first = parts[0].label
        return "".join(
            [self._label(part) + self._number(part, same=part.label == first) + part.joiner for part in parts]
        )

    def _label(self, part: Part) -> str:
        if not part.shown or not part.label:
            return ""
        term = LABELS.get(part.label, "")
        words = self.locale.term(term, "short", plural=part.plural) if term else ""
        return parse_rich(words or part.label) + part.spaces

    def _number(self, part: Part, *, same: bool) -> str:
        if not (same and part.collapsible and not part.prefix and part.value.isdecimal()):
            return part.text if part.collapsible and not part.prefix else parse_rich(part.text)
        if self.form == "numeric" or len(part.value) > _MAX_DIGITS:
            return part.value
        return parse_rich(self._formed(int(part.value)))

    def _formed(self, value: int) -> str:
        if self.form == "ordinal":
            return ordinal(value, self.locale, self.gender)
        if self.form == "long-ordinal":
            return long_ordinal(value, self.locale, self.gender)
        if self.form == "roman":
            return roman(value)
        return str(value)


def is_numeric(value: str, variable: str) -> bool:
    """Whether the content of a variable is numeric (CSL 1.0.2, "is-numeric")."""
    if value.isdecimal() and value.isascii():
        return True
    return parse_numeral(marks.bare(value), variable).numeric
