"""Marked strings → Markdown (CommonMark, with HTML for what it lacks)."""

import re

from refs.render.output.markup import Markup, Quotes, write_markup

_SPECIAL = re.compile(r"([\\`*_\[\]<>#|~])")


def escape_markdown(text: str) -> str:
    """The text with what Markdown would read as markup behind backslashes."""
    return _SPECIAL.sub(r"\\\1", text).replace("&", "&amp;")


MARKDOWN = Markup(
    escape_markdown,
    {
        ("font_style", "italic"): ("*", "*"),
        ("font_style", "oblique"): ("*", "*"),
        ("font_weight", "bold"): ("**", "**"),
        ("font_variant", "small-caps"): ('<span style="font-variant:small-caps;">', "</span>"),
        ("text_decoration", "underline"): ("<u>", "</u>"),
        ("vertical_align", "sup"): ("<sup>", "</sup>"),
        ("vertical_align", "sub"): ("<sub>", "</sub>"),
    },
    {"block": ("\n\n", ""), "left-margin": ("", " "), "indent": ("\n\n> ", "")},
)


def write_markdown(text: str, quotes: Quotes) -> str:
    """The marked string as Markdown."""
    return write_markup(text, MARKDOWN, quotes)
