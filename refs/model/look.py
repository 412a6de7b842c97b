"""Look: how rendered text is dressed, and DatePart, which styles and locales both are made of."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Look:
    """How rendered text is dressed: affixes, formatting, quotes, text-case, strip-periods, display."""

    prefix: str = ""
    suffix: str = ""
    font_style: str | None = None
    font_variant: str | None = None
    font_weight: str | None = None
    text_decoration: str | None = None
    vertical_align: str | None = None
    quotes: bool = False
    text_case: str | None = None
    strip_periods: bool = False
    display: str | None = None


PLAIN = Look()


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class DatePart:
    """cs:date-part."""

    name: str
    form: str | None = None
    range_delimiter: str | None = None
    look: Look = PLAIN
