"""Marked strings → RTF fragments."""

from refs.render.output.markup import Markup, Quotes, write_markup


def escape_rtf(text: str) -> str:
    """The text with braces and backslashes escaped and everything beyond ASCII as Unicode escapes."""
    text = text.replace("\\", "\\\\").replace("{", "\\{").replace("}", "\\}")
    if text.isascii():
        return text
    return "".join(each if each < "\x80" else _unicode(each) for each in text)


def _unicode(letter: str) -> str:
    data = letter.encode("utf-16-le", "replace")
    units = [int.from_bytes(data[at : at + 2], "little", signed=True) for at in range(0, len(data), 2)]
    return "".join(f"\\uc0\\u{unit} " for unit in units)


RTF = Markup(
    escape_rtf,
    {
        ("font_style", "italic"): ("{\\i{}", "}"),
        ("font_style", "oblique"): ("{\\i{}", "}"),
        ("font_style", "normal"): ("{\\i0{}", "}"),
        ("font_weight", "bold"): ("{\\b{}", "}"),
        ("font_weight", "normal"): ("{\\b0{}", "}"),
        ("font_variant", "small-caps"): ("{\\scaps ", "}"),
        ("font_variant", "normal"): ("{\\scaps0{}", "}"),
        ("text_decoration", "underline"): ("{\\ul ", "}"),
        ("text_decoration", "none"): ("{\\ul0{}", "}"),
        ("vertical_align", "sup"): ("{\\super ", "}"),
        ("vertical_align", "sub"): ("{\\sub ", "}"),
        ("vertical_align", "baseline"): ("{\\nosupersub ", "}"),
    },
    {"block": ("\n\\line ", "\\line\n"), "left-margin": ("", "\\tab "), "indent": ("\n\\tab ", "\\line\n")},
)


def write_rtf(text: str, quotes: Quotes) -> str:
    """The marked string as RTF."""
    return write_markup(text, RTF, quotes)
