"""Numbers: cs:number and number variables in cs:text (CSL 1.0.2, "Number")."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from refs.model.style import Number
from refs.render import marks
from refs.render.context import Context, Render
from refs.render.look import leaf_dress_of
from refs.render.numerals import LABELS, Numeral, Part, parse_numeral
from refs.render.ordinals import long_ordinal, ordinal, roman
from refs.render.pages import page_range
from refs.render.richtext import parse_rich

if TYPE_CHECKING:
    from refs.render.compile import Maker

NUMBER_VARIABLES = frozenset(
    """chapter-number collection-number edition issue number number-of-pages number-of-volumes page
    page-first part-number printing-number section supplement-number version volume locator""".split()
)
_RANGED = frozenset({"locator", "issue", "volume", "edition", "number", "page"})
_PAGED = frozenset({"page", "page-first"})
_DASHED = _RANGED | {
    "collection-number",
    "chapter-number",
    "number-of-pages",
    "number-of-volumes",
    "page-first",
}
_MAX_DIGITS = 9
Write = Callable[[str, str], str]
"""(value, variable with label) → text."""


def compile_number(number: Number, maker: "Maker") -> Render:
    """A number in its form; what is not numeric as it is."""
    return compile_numeral(number.variable, number.form, leaf_dress_of(number.look), maker)


def compile_numeral(name: str, form: str, dress: Callable[[str], str] | None, maker: "Maker") -> Render:
    """A number variable in a form, dressed."""
    write = NumeralWriter(name, form, maker).write
    tail = marks.NUMBERED if dress is not None and dress("1")[-1:] == marks.TAIL_SEAM else ""
    value_of = value_finder(name)

    def render_number(context: Context) -> str:
        context.called = True
        value = value_of(context)
        if not value:
            return ""
        context.filled = True
        text = write(value, name if name != "locator" else f"locator:{context.label}")
        return dress(text) + tail if dress is not None else text

    return render_number


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

    def __init__(self, name: str, form: str, maker: "Maker") -> None:
        self.name, self.form, self.locale = name, form, maker.locale
        self.and_ = maker.locale.term("and") or "and"
        self.ampersand = maker.locale.term("and", "symbol") or "&"
        self.page_format = maker.style.page_range_format
        self.page_delimiter = maker.locale.term("page-range-delimiter") or "–"
        self.year_delimiter = maker.locale.term("year-range-delimiter") or "–"
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
            text = self.written[key] = self._write(
                parse_numeral(value, variable, self.and_, self.ampersand), variable
            )
        return text

    def _write(self, numeral: Numeral, variable: str) -> str:
        parts = numeral.parts
        is_page = self.name == "page" or (
            self.name == "locator" and (parts[0].label in ("p.", "pp.") or variable == "locator:page")
        )
        out, at = [], 0
        while at < len(parts):
            part = parts[at]
            out.append(self._label(part))
            if self._begins_range(parts, at) and self.name in _DASHED:
                same = part.label == parts[0].label
                out.append(self._range(part, parts[at + 1], is_page=is_page, same=same))
                out.append(self._glue(parts[at + 1]))
                at += 2
                continue
            out.append(self._number(part, same=part.label == parts[0].label) + self._glue(part))
            at += 1
        return "".join(out)

    def _begins_range(self, parts: "list[Part] | tuple[Part, ...] | object", at: int) -> bool:
        row = parts
        if at + 1 >= len(row):  # type: ignore[arg-type]
            return False
        one, other = row[at], row[at + 1]  # type: ignore[index]
        return bool(
            one.joiner == "-"
            and one.collapsible
            and other.collapsible
            and one.label == other.label
            and one.prefix == other.prefix
            and other.joiner != "-"
        )

    def _range(self, one: Part, other: Part, *, is_page: bool, same: bool) -> str:
        if self.form != "numeric" and same:
            return self._number(one, same=True) + self.page_delimiter + self._number(other, same=True)
        numbers = one.value[:1].isdecimal() and other.value[:1].isdecimal()
        if is_page and numbers:
            if not self.page_format and _leading(one.value) > _leading(other.value):
                return one.text + self.page_delimiter + other.text
            return page_range(one.text, other.text, self.page_format, self.page_delimiter)
        if one.value.isalnum() and other.value.isalnum() and not (one.prefix or other.prefix):
            delimiter = self.year_delimiter if self.name == "collection-number" else self.page_delimiter
            return one.text + delimiter + other.text
        return one.text + (self.page_delimiter if one.numeric and self.name in _RANGED else "-") + other.text

    def _glue(self, part: Part) -> str:
        if part.joiner == "-" and part.numeric and not part.collapsible:
            return self.page_delimiter if self.name in _RANGED and self._has_term(part) else "-"
        return part.joiner

    def _has_term(self, part: Part) -> bool:
        if self.name not in ("locator", "page"):
            return True
        return bool(self.locale.term(LABELS.get(part.label or "", "")))

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


def _leading(value: str) -> int:
    digits = ""
    for each in value[:15]:
        if not each.isdecimal():
            break
        digits += each
    return int(digits or "0")


def is_numeric(value: str, variable: str) -> bool:
    """Whether the content of a variable is numeric (CSL 1.0.2, "is-numeric")."""
    return parse_numeral(marks.bare(value), variable).numeric
