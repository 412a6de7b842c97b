"""Marked strings → LaTeX."""

import re

from refs.render.output.markup import Markup, Quotes, write_markup

_ESCAPES = {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "#": r"\#",
    "$": r"\$",
    "%": r"\%",
    "&": r"\&",
    "_": r"\_",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
}
_SPECIAL = re.compile(r"[\\{}#$%&_~^]")


def escape_latex(text: str) -> str:
    """The text with LaTeX's special characters escaped."""
    return _SPECIAL.sub(lambda found: _ESCAPES[found[0]], text)


LATEX = Markup(
    escape_latex,
    {
        ("font_style", "italic"): (r"\textit{", "}"),
        ("font_style", "oblique"): (r"\textsl{", "}"),
        ("font_style", "normal"): (r"\textup{", "}"),
        ("font_weight", "bold"): (r"\textbf{", "}"),
        ("font_weight", "normal"): (r"\textmd{", "}"),
        ("font_variant", "small-caps"): (r"\textsc{", "}"),
        ("font_variant", "normal"): (r"\textnormal{", "}"),
        ("text_decoration", "underline"): (r"\underline{", "}"),
        ("vertical_align", "sup"): (r"\textsuperscript{", "}"),
        ("vertical_align", "sub"): (r"\textsubscript{", "}"),
    },
    {"block": ("\n\n", "\n\n"), "left-margin": ("", " "), "indent": ("\n\n\\quad ", "\n\n")},
)


def write_latex(text: str, quotes: Quotes) -> str:
    """The marked string as LaTeX."""
    return write_markup(text, LATEX, quotes)
