"""cs:date (CSL 1.0.2, "Date")."""

from collections.abc import Callable
from dataclasses import replace

from refs.model.date import Date as DateValue
from refs.model.date import Parts
from refs.model.look import DatePart
from refs.model.style import Date
from refs.render import marks
from refs.render.context import Context, Render
from refs.render.look import change_of, dress_of, wrap_of
from refs.render.maker import Maker
from refs.render.ordinals import ordinal
from refs.render.punctuation import seamed, seamed_prefix
from refs.render.richtext import parse_rich

WritePart = Callable[[DateValue, Parts], str]
_WANTED = {
    "year": ("year",),
    "year-month": ("year", "month"),
    "year-month-day": ("year", "month", "day"),
}


def compile_date(date: Date, maker: Maker) -> Render:
    """A date by its own parts, or by those of the locale with the style's looks over them."""
    parts, delimiter = _parts_of(date, maker)
    name, dress = date.variable, dress_of(replace(date.look, strip_periods=False, text_case=None))
    writer = _Writer(_stripped(parts) if date.look.strip_periods else parts, delimiter, maker)
    write = writer.write
    shows_year = any(part.rank == 0 for part in writer.parts)
    if maker.sorting:
        return _sort_date(name, frozenset(part.rank for part in writer.parts))
    cache: dict[DateValue, str] = {}

    is_accessed = name == "accessed"

    def render_date(context: Context) -> str:
        value = context.dates.get(name)
        context.called = True
        if value is None or (is_accessed and context.looking):
            return ""
        text = cache.get(value)
        if text is None:
            if len(cache) > 20_000:
                cache.clear()
            text = cache[value] = write(value)
        context.filled |= bool(text) or value.literal is not None
        if not text:
            return ""
        if shows_year and context.year_shown is None and value.parts:
            context.year_shown = value.parts[0]
            if context.hide_year:
                text = writer.without_year(value)
        if marks.YEAR_SUFFIX in text:
            text = _with_suffix(text, context)
        return dress(text) if dress is not None and text else text

    return render_date


def _stripped(parts: tuple[DatePart, ...]) -> tuple[DatePart, ...]:
    return tuple(replace(each, look=replace(each.look, strip_periods=True)) for each in parts)


def _with_suffix(text: str, context: Context) -> str:
    """The slot behind the first year filled with the year-suffix, or taken out."""
    slot = marks.YEAR_SUFFIX + marks.YEAR_SUFFIX_END
    ambiguity = context.ambiguity
    if ambiguity is None or not ambiguity.suffix or context.suffix_done:
        return text.replace(slot, "")
    context.suffix_done = True
    filled = marks.YEAR_SUFFIX + ambiguity.suffix + marks.YEAR_SUFFIX_END
    return text.replace(slot, filled, 1).replace(slot, "")


def _sort_date(name: str, ranks: frozenset[int]) -> Render:
    def render_sort_date(context: Context) -> str:
        value = context.dates.get(name)
        context.called = True
        if value is None:
            return ""
        context.filled = True
        return sort_key(value, ranks)

    return render_sort_date


def sort_key(value: DateValue, ranks: frozenset[int] = frozenset((0, 1, 2))) -> str:
    """The date as a string that sorts, as far as these parts (0 year, 1 month, 2 day) go."""
    if not value.parts or not value.parts[0]:
        return ""
    return _sortable(value.parts, ranks) + _sortable(value.end or (0,), ranks)


def _sortable(parts: Parts, ranks: frozenset[int]) -> str:
    year, month, day = (number if at in ranks else 0 for at, number in enumerate((*parts, 0, 0)[:3]))
    return f"{year + 10_000:05d}{month:02d}{day:02d}"


def _parts_of(date: Date, maker: Maker) -> tuple[tuple[DatePart, ...], str]:
    if date.form is None:
        return date.parts, date.delimiter
    found = maker.locale.dates.get(date.form)
    if found is None:
        return date.parts, date.delimiter
    wanted = _WANTED.get(date.date_parts, _WANTED["year-month-day"])
    own = {part.name: part for part in date.parts}
    return tuple(
        _over(own.get(part.name), part) for part in found.parts if part.name in wanted
    ), found.delimiter


def _over(part: DatePart | None, base: DatePart) -> DatePart:
    """The locale's date-part with what the style sets; affixes stay those of the locale."""
    if part is None:
        return base
    look = replace(part.look, prefix=base.look.prefix, suffix=base.look.suffix)
    for name in ("font_style", "font_weight", "font_variant", "text_case"):
        if getattr(look, name) is None:
            look = replace(look, **{name: getattr(base.look, name)})
    return replace(
        base,
        form=part.form or base.form,
        range_delimiter=part.range_delimiter if part.range_delimiter is not None else base.range_delimiter,
        look=look,
    )


class _Writer:
    """Writes dates with one list of parts."""

    def __init__(self, parts: tuple[DatePart, ...], delimiter: str, maker: Maker) -> None:
        self.maker, self.locale = maker, maker.locale
        self.delimiter = seamed(delimiter)
        self.parts = [_Part(part, maker) for part in parts]

    def write(self, value: DateValue) -> str:
        if not value.parts:
            return self.join(
                [part.dressed(parse_rich(value.literal or "")) for part in self.parts if not part.rank]
            )
        if value.end:
            return self.write_range(value)
        return self.join([part.text(value, value.parts) for part in self.parts])

    def without_year(self, value: DateValue) -> str:
        """The date of a cite whose year was given by the cite before."""
        slot = marks.YEAR_SUFFIX + marks.YEAR_SUFFIX_END
        parts = [slot if part.rank == 0 else part.text(value, value.parts) for part in self.parts]
        return self.join([part for part in parts if part != slot or self.parts[0].slot])

    def join(self, texts: list[str]) -> str:
        return self.delimiter.join(text for text in texts if text)

    def write_range(self, value: DateValue) -> str:
        begin, end = value.parts, value.end
        if end in ((0,), begin):
            text = self.join([part.text(value, begin) for part in self.parts])
            is_open = end == (0,) and begin[0] and any(part.rank == 0 for part in self.parts)
            return text + "–" if is_open else text
        size = _common(begin, end)
        shown = [part for part in self.parts if part.given(value, begin) or part.given(value, end)]
        one_season = len(begin) < 2 and len(end) < 2
        differing = [part for part in shown if part.rank >= size and not (part.rank == 1 and one_season)]
        if not differing:
            return self.join([part.text(value, begin) for part in shown])
        first, last = shown.index(differing[0]), shown.index(differing[-1])
        before, middle, after = shown[:first], shown[first : last + 1], shown[last + 1 :]
        dash = max(middle, key=lambda part: -part.rank).range_delimiter
        opening = [part.text(value, begin) for part in middle[:-1]] + [
            middle[-1].text(value, begin, bare="end")
        ]
        closing = [middle[0].text(value, end, bare="start")] + [part.text(value, end) for part in middle[1:]]
        if len(middle) == 1 and begin[0] < 0 and end[0] < 0:
            opening = [text.replace(middle[0].bc, "") for text in opening]
        if len(middle) == 1:
            closing = [middle[0].text(value, end, bare="start")]
        texts = [part.text(value, begin) for part in before]
        texts.append(self.join(opening) + seamed(dash) + self.join(closing))
        texts += [part.text(value, end) for part in after]
        return self.join(texts)


def _common(begin: Parts, end: Parts) -> int:
    """How many leading parts (year, month, day) two dates share."""
    size = 0
    for one, other in zip(begin, end, strict=False):
        if one != other:
            break
        size += 1
    return size


class _Part:
    """One date part: its rank (0 year, 1 month, 2 day), and how its number is written."""

    def __init__(self, part: DatePart, maker: Maker) -> None:
        self.rank = {"year": 0, "month": 1, "day": 2}.get(part.name, 3)
        self.form = part.form or ("long" if part.name != "day" else "numeric")
        self.range_delimiter = part.range_delimiter if part.range_delimiter is not None else "–"
        self.locale, self.part = maker.locale, part
        self.bc = parse_rich(maker.locale.term("bc") or "BC")
        self.strip = part.look.strip_periods
        self.dress = dress_of(part.look)
        before, after = wrap_of(part.look, affixes=False)
        change = change_of(part.look)
        self.naked: Callable[[str], str] = lambda text: before + (change(text) if change else text) + after
        self.prefix, self.suffix = seamed_prefix(part.look.prefix), seamed(part.look.suffix)
        self.slot = "" if maker.year_suffix_explicit else marks.YEAR_SUFFIX + marks.YEAR_SUFFIX_END

    def given(self, value: DateValue, parts: Parts) -> bool:
        return bool(self.words(value, parts))

    def text(self, value: DateValue, parts: Parts, bare: str = "") -> str:
        return self.dressed(self.words(value, parts), bare)

    def dressed(self, words: str, bare: str = "") -> str:
        """Words in the look of this part; `bare` says which end is left without its affix."""
        if not words:
            return ""
        text = self.naked(words)
        if bare != "start":
            text = self.prefix + text
        return text if bare == "end" else text + self.suffix

    def words(self, value: DateValue, parts: Parts) -> str:
        if self.rank == 0:
            return self.year(parts[0]) + self.slot if parts and parts[0] else ""
        if self.rank == 1:
            return self.month(value, parts)
        if self.rank == 2 and len(parts) > 2:
            return self.day(parts)
        return ""

    def year(self, year: int) -> str:
        text = str(abs(year))
        if self.form == "short" and len(text) == 4:
            text = text[2:]
        if year < 0:
            return text + self.bc
        if year < 1000:
            return text + parse_rich(self.locale.term("ad") or "AD")
        return text

    def month(self, value: DateValue, parts: Parts) -> str:
        number = parts[1] if len(parts) > 1 else 0
        if number > 12 or (not number and value.season):
            season = (number - 1) % 4 + 1 if number > 12 else value.season or 0
            return parse_rich(self.locale.term(f"season-{season:02d}"))
        if not number:
            return ""
        if self.form == "numeric":
            return str(number)
        if self.form == "numeric-leading-zeros":
            return f"{number:02d}"
        name = self.locale.term(f"month-{number:02d}", self.form)
        return name.replace(".", "") if self.strip else name

    def day(self, parts: Parts) -> str:
        day = parts[2]
        if self.form == "numeric-leading-zeros":
            return f"{day:02d}"
        if self.form == "ordinal" and (day == 1 or not self.locale.limit_day_ordinals_to_day_1):
            term = self.locale.find_term(f"month-{parts[1]:02d}")
            return ordinal(day, self.locale, (term.gender if term else None) or "")
        return str(day)
