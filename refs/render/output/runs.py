"""Marked strings → runs: pieces of text with their formatting, for outputs that are no text."""

from dataclasses import dataclass

from refs.render.output.markup import SETS, Markup, Quotes, write_markup

_MARK = "\ue000"


@dataclass(frozen=True, slots=True)
class Run:
    """Text in one formatting."""

    text: str
    italic: bool = False
    bold: bool = False
    small_caps: bool = False
    underline: bool = False
    superscript: bool = False
    subscript: bool = False
    display: str | None = None


_SWITCH = {
    ("font_style", "italic"): ("italic", True),
    ("font_style", "oblique"): ("italic", True),
    ("font_style", "normal"): ("italic", False),
    ("font_weight", "bold"): ("bold", True),
    ("font_weight", "normal"): ("bold", False),
    ("font_variant", "small-caps"): ("small_caps", True),
    ("font_variant", "normal"): ("small_caps", False),
    ("text_decoration", "underline"): ("underline", True),
    ("text_decoration", "none"): ("underline", False),
    ("vertical_align", "sup"): ("superscript", True),
    ("vertical_align", "sub"): ("subscript", True),
    ("vertical_align", "baseline"): ("superscript", False),
}
_DISPLAYS = ("block", "left-margin", "right-inline", "indent")
_RUNS = Markup(
    lambda text: text.replace(_MARK, ""),
    {key: (f"{_MARK}{key[0]}={key[1]}{_MARK}", f"{_MARK}{_MARK}") for key in SETS.values()},
    {name: (f"{_MARK}display={name}{_MARK}", f"{_MARK}{_MARK}") for name in _DISPLAYS},
)


def write_runs(text: str, quotes: Quotes) -> tuple[Run, ...]:
    """The runs of a marked string."""
    pieces = write_markup(text, _RUNS, quotes).split(_MARK)
    stack: list[dict[str, object]] = [{}]
    runs: list[Run] = []
    for at, piece in enumerate(pieces):
        if not at % 2:
            if piece:
                runs.append(Run(piece, **stack[-1]))  # type: ignore[arg-type]
        elif not piece:
            if len(stack) > 1:
                stack.pop()
        else:
            name, _, value = piece.partition("=")
            field, switch = (
                ("display", value) if name == "display" else _SWITCH.get((name, value), ("", False))
            )
            stack.append({**stack[-1], field: switch} if field else dict(stack[-1]))
    return tuple(runs)
