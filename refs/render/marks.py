"""The control characters that carry formatting inside strings while an entry is put together.

Rendered text is an ordinary string in which C0 and C1 control characters stand for formatting, quotes and the
seams between what the style and what the data say. Data cannot forge them: `clean` takes them out of it.
"""

import re

SEAM = "\x01"
"""Stands before a suffix or delimiter that may collide with what precedes it."""
PREFIX_SEAM, TAIL_SEAM, JOIN_SEAM = "\x89", "\x8a", "\x8d"
"""Stand before a prefix that may collide, and after any affix that may."""
DRESSED, NUMBERED = "\x8b", "\x8c"
"""Stand behind text with formatting of its own, and behind a number's suffix: they collide less."""
NESTED, APART, LEAF = "\x8e", "\x8f", "\x94"
"""Stand behind a suffix that is inside a group or macro, before punctuation that is all of a value, and behind
the colon or semicolon of a piece that holds no others."""
LOOSE = "\x95"
"""Stands before the prefix of text with formatting of its own: its stop joins no quote before it."""
END = "\x02"
"""Closes the latest formatting that is open."""
QUOTE, UNQUOTE = "\x03", "\x04"
ITALIC, OBLIQUE, UPRIGHT = "\x05", "\x06", "\x07"
BOLD, LIGHT, MEDIUM = "\x08", "\x0e", "\x0f"
SMALL_CAPS, FULL_CAPS = "\x10", "\x11"
UNDERLINE, NO_LINE = "\x12", "\x13"
SUPERSCRIPT, SUBSCRIPT, BASELINE = "\x14", "\x15", "\x16"
NOCASE, CASE = "\x17", "\x18"
BLOCK, LEFT_MARGIN, RIGHT_INLINE, INDENT = "\x19", "\x1a", "\x1b", "\x80"
APOSTROPHE_QUOTE, APOSTROPHE_UNQUOTE = "\x81", "\x82"
"""Single quotes of the data, which flip with the others."""
CURLY, UNCURLY, CURLY_SINGLE, UNCURLY_SINGLE = "\x90", "\x91", "\x92", "\x93"
"""“ ” and ‘ ’ of the data: quotes where the locale has them, plain letters where it has others."""
YEAR_SUFFIX, YEAR_SUFFIX_END = "\x83", "\x84"
NO_DECOR = "\x86"
"""Opens text that no formatting around it reaches; END closes it."""
KEEP = "\x88"
"""Stands before a word that title case leaves alone."""
FIRST = "\x87"
"""Stands before a term that is capitalized when it comes first."""

LOOKS: dict[tuple[str, str], str] = {
    ("font_style", "italic"): ITALIC,
    ("font_style", "oblique"): OBLIQUE,
    ("font_style", "normal"): UPRIGHT,
    ("font_variant", "small-caps"): SMALL_CAPS,
    ("font_variant", "normal"): FULL_CAPS,
    ("font_weight", "bold"): BOLD,
    ("font_weight", "light"): LIGHT,
    ("font_weight", "normal"): MEDIUM,
    ("text_decoration", "underline"): UNDERLINE,
    ("text_decoration", "none"): NO_LINE,
    ("vertical_align", "sup"): SUPERSCRIPT,
    ("vertical_align", "sub"): SUBSCRIPT,
    ("vertical_align", "baseline"): BASELINE,
}
DISPLAYS = {"block": BLOCK, "left-margin": LEFT_MARGIN, "right-inline": RIGHT_INLINE, "indent": INDENT}

ALL = "\x01-\x08\x0e-\x1b\x80-\x84\x86-\x95"
"""Every mark, as the inside of a character class."""
UNSEAMED = "\x02-\x08\x0e-\x1b\x80-\x84\x86-\x88\x8b\x8c\x8e-\x95"
"""Every mark but the seams."""
ANY = re.compile(f"[{ALL}]")
TOKENS = re.compile(f"([{ALL}])")
_JUNK = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff]")


def clean(text: str) -> str:
    r"""The text without control characters and lone surrogates.

    >>> clean("a\x05b")
    'ab'
    """
    return _JUNK.sub("", text)


_HEAD = re.compile(f"([^\\w]*?){FIRST}([{ALL}]*)(.)", re.DOTALL)
_NUMBERED_HEAD = re.compile(f"(\\W*\\d+[^\\w]*?){FIRST}([{ALL}]*)(.)", re.DOTALL)


def capitalize_first_term(text: str, *, comes_first: bool = True, numbered: bool = False) -> str:
    """The text with a term at its very beginning capitalized."""
    if FIRST not in text:
        return text
    found = _HEAD.match(text) or (numbered and _NUMBERED_HEAD.match(text)) if comes_first else None
    if found:
        text = found[1] + found[2] + found[3].upper() + text[found.end() :]
    return text.replace(FIRST, "")


def bare(text: str) -> str:
    """The text without marks."""
    return ANY.sub("", text)
