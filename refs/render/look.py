"""Look → a function that dresses text: text-case, periods, formatting, quotes, affixes, display."""

from collections.abc import Callable

from refs.model.style import Look
from refs.render import marks
from refs.render.punctuation import seamed
from refs.render.textcase import CASES

_FORMATS = ("font_style", "font_variant", "font_weight", "text_decoration", "vertical_align")
Dress = Callable[[str], str]


def wrap_of(look: Look, *, affixes: bool = True) -> tuple[str, str]:
    """What stands before and after text of this look."""
    opened = [
        mark for name in _FORMATS if (mark := marks.LOOKS.get((name, getattr(look, name) or ""))) is not None
    ]
    before, after = "".join(reversed(opened)), marks.END * len(opened)
    if look.quotes:
        before, after = marks.QUOTE + before, after + marks.UNQUOTE
    if affixes:
        before, after = seamed(look.prefix) + before, after + seamed(look.suffix)
    if look.display in marks.DISPLAYS:
        before, after = marks.DISPLAYS[look.display] + before, after + marks.END
    return before, after


def wrap_layout(look: Look) -> tuple[str, str]:
    """What stands before and after a layout: its affixes are inside its formatting (CSL 1.0.2, "Affixes")."""
    before, after = wrap_of(look, affixes=False)
    return before + seamed(look.prefix), seamed(look.suffix) + after


def strip_periods(text: str) -> str:
    """The text without full stops."""
    return text.replace(".", "")


def change_of(look: Look) -> Dress | None:
    """The change that text-case and strip-periods make, or None."""
    case = CASES.get(look.text_case or "")
    if look.strip_periods:
        if case is None:
            return strip_periods
        return lambda text: case(strip_periods(text))
    return case


def dress_of(look: Look) -> Dress | None:
    """The function that dresses non-empty text, or None when there is nothing to do."""
    before, after = wrap_of(look)
    change = change_of(look)
    if change is None:
        if not before and not after:
            return None
        return lambda text: before + text + after
    if not before and not after:
        return change
    return lambda text: before + change(text) + after
