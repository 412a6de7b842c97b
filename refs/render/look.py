"""Look → a function that dresses text: text-case, periods, formatting, quotes, affixes, display."""

import re
from collections.abc import Callable

from refs.model.look import Look
from refs.render import marks
from refs.render.punctuation import STOPS, seamed, seamed_prefix
from refs.render.textcase import CASES

_PERIOD = re.compile(r"\.(?![a-z])")
_YIELDING = frozenset(":;")
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
        prefix = seamed_prefix(look.prefix)
        if opened and look.prefix and look.prefix[0] in STOPS:
            prefix = marks.LOOSE + prefix
        before, after = prefix + before, after + seamed(look.suffix)
    if look.display in marks.DISPLAYS:
        before, after = marks.DISPLAYS[look.display] + before, after + marks.END
    return before, after


def wrap_layout(look: Look) -> tuple[str, str]:
    """What stands before and after a layout: its affixes are inside its formatting (CSL 1.0.2, "Affixes")."""
    before, after = wrap_of(look, affixes=False)
    return before + seamed_prefix(look.prefix), seamed(look.suffix) + after


def strip_periods(text: str) -> str:
    """The text without full stops; a dot inside a word or address stays."""
    return _PERIOD.sub("", text)


def change_of(look: Look) -> Dress | None:
    """The change that text-case and strip-periods make, or None."""
    case = CASES.get(look.text_case or "")
    if look.strip_periods:
        if case is None:
            return strip_periods
        return lambda text: strip_periods(case(text))
    return case


def leaf_dress_of(look: Look) -> Dress | None:
    """The function that dresses a piece of text that holds no others; its formatting sets it apart."""
    return _dress_of(*wrap_leaf(look), change_of(look))


def group_dress_of(look: Look) -> Dress | None:
    """The function that dresses what was put together from pieces; text-case and strip-periods are for the pieces alone."""
    return _dress_of(*wrap_of(look), None)


def wrap_leaf(look: Look) -> tuple[str, str]:
    """What stands before and after a piece of text that holds no others."""
    before, after = wrap_of(look)
    if not any(getattr(look, name) for name in _FORMATS):
        yields = look.suffix[-1:] in _YIELDING or (look.quotes and look.suffix[-1:] == ",")
        return before, after + marks.LEAF if yields and not look.display else after
    suffix = seamed(look.suffix)
    at = len(after) - len(suffix) - (1 if look.display in marks.DISPLAYS else 0)
    after = after[:at] + marks.DRESSED + after[at:]
    return before, after + (marks.DRESSED if suffix else "")


def dress_of(look: Look) -> Dress | None:
    """The function that dresses non-empty text, or None when there is nothing to do."""
    return _dress_of(*wrap_of(look), change_of(look))


def _dress_of(before: str, after: str, change: Dress | None) -> Dress | None:
    if change is None:
        if not before and not after:
            return None
        return lambda text: before + text + after
    if not before and not after:
        return change
    return lambda text: before + change(text) + after
