"""Marked strings → HTML; what comes from data is escaped."""

import re
import unicodedata

from refs.render.output.markup import Markup, Quotes, write_markup

_ESCAPES = {"&": "&#38;", "<": "&#60;", ">": "&#62;", '"': "&#34;", "'": "&#39;"}
_SPECIAL = re.compile("[&<>]")
_BLANKS = re.compile("  ")


def escape_html(text: str) -> str:
    """The text with what HTML would read as markup as character references; double blanks stay visible."""
    text = _SPECIAL.sub(lambda found: _ESCAPES[found[0]], text)
    text = _BLANKS.sub("\u00a0 ", text)
    return text if text.isascii() else _RAISED.sub(lambda found: f"<sup>{_plain(found[0])}</sup>", text)


# ª ² ³ ¹ º ʰ … ⁿ ℠ ™ ㆒ … : the letters that Unicode calls superscript forms of others
_RAISED = re.compile("[ªº²³¹ʰ-ʸˀˁˠ-ˤۥۦᴬᴭ-ᴮᴰ-ᴺᴼ-ᵍᵏ-ᵪ⁰ⁱ⁴-ⁿ℠™㆒-㆟]")
_ODD = {"ˀ": "ʔ", "ˁ": "ʕ", "ˤ": "ʕ", "ۥ": "و", "ۦ": "ي"}


def _plain(letter: str) -> str:
    if letter in _ODD:
        return _ODD[letter]
    kind, _, codes = unicodedata.decomposition(letter).partition(" ")
    return "".join(chr(int(code, 16)) for code in codes.split()) if kind == "<super>" else letter


def _span(style: str) -> tuple[str, str]:
    return f'<span style="{style};">', "</span>"


HTML = Markup(
    escape_html,
    {
        ("font_style", "italic"): ("<i>", "</i>"),
        ("font_style", "oblique"): ("<em>", "</em>"),
        ("font_style", "normal"): _span("font-style:normal"),
        ("font_weight", "bold"): ("<b>", "</b>"),
        ("font_weight", "light"): _span("font-weight:light"),
        ("font_weight", "normal"): _span("font-weight:normal"),
        ("font_variant", "small-caps"): _span("font-variant:small-caps"),
        ("font_variant", "normal"): _span("font-variant:normal"),
        ("text_decoration", "underline"): _span("text-decoration:underline"),
        ("text_decoration", "none"): _span("text-decoration:none"),
        ("vertical_align", "sup"): ("<sup>", "</sup>"),
        ("vertical_align", "sub"): ("<sub>", "</sub>"),
        ("vertical_align", "baseline"): ('<span style="baseline">', "</span>"),
    },
    {
        "block": ('\n\n    <div class="csl-block">', "</div>\n"),
        "left-margin": ('\n    <div class="csl-left-margin">', "</div>"),
        "right-inline": ('<div class="csl-right-inline">', "</div>\n  "),
        "indent": ('<div class="csl-indent">', "</div>\n  "),
    },
)


def write_html(text: str, quotes: Quotes) -> str:
    """The marked string as HTML."""
    return write_markup(text, HTML, quotes)
