"""Unicode text with the tags of CSL-JSON → LaTeX."""

import re
import unicodedata

from refs.text import one_line

# <i>, </span>, $\frac{1}{2}$, --, '', or one character that LaTeX would take for a command
_SPECIAL = re.compile(
    r"</?(?:i|b|sup|sub|sc|em|strong|span)\b[^<>]{0,80}>|\$[^$\\]*\\[A-Za-z][^$]*\$|-{2,}|'{2,}|[&%$#_{}~^\\`\u00a0]"
)
_CHARACTERS = {
    "&": r"\&",
    "%": r"\%",
    "$": r"\$",
    "#": r"\#",
    "_": r"\_",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    "\\": r"\textbackslash{}",
    "`": r"\textasciigrave{}",
    "\u00a0": "~",
}
_TAGS = {
    "i": r"\emph{",
    "em": r"\emph{",
    "b": r"\textbf{",
    "strong": r"\textbf{",
    "sup": r"\textsuperscript{",
    "sub": r"\textsubscript{",
    "sc": r"\textsc{",
}
_TAG = re.compile(r"<(/?)([a-z]+)([^>]*)>")


def encode(text: str) -> str:
    r"""The text in LaTeX, on one line.

    >>> encode('The <span class="nocase">NASA</span> & <i>E. coli</i>')
    'The {NASA} \\& \\emph{E. coli}'
    """
    text = one_line(text)
    if _SPECIAL.search(text) is None:
        return text
    closing = _closing_tags(text) if "<" in text else {}
    return _SPECIAL.sub(lambda found: _encode_one(found, closing), text)


def _encode_one(found: re.Match[str], closing: dict[int, str]) -> str:
    mark = found.group()
    if mark[0] == "<":
        return closing.get(found.start(), mark)
    if mark[0] in "-'" and len(mark) > 1:
        return "{}".join(mark)
    if mark[0] == "$" and len(mark) > 1:
        return mark if _is_balanced(mark) else _escape(mark)
    return _CHARACTERS.get(mark, mark)


def _escape(text: str) -> str:
    return "".join(_CHARACTERS.get(char, char) for char in text)


def _is_balanced(text: str) -> bool:
    depth = 0
    for char in re.findall(r"(?<!\\)[{}]", text):
        depth += 1 if char == "{" else -1
        if depth < 0:
            return False
    return depth == 0


def _closing_tags(text: str) -> dict[int, str]:
    """What stands for each tag that has its partner, by its place; a tag without one stays as it is."""
    written: dict[int, str] = {}
    stack: list[tuple[str, int, str]] = []
    for found in _TAG.finditer(text):
        name = found[2]
        if not found[1]:
            opening = _opening(name, found[3], text[found.end() : found.end() + 1])
            if opening is not None:
                stack.append((name, found.start(), opening))
        elif stack and stack[-1][0] == name:
            _, start, opening = stack.pop()
            written[start], written[found.start()] = opening, "}"
    return written


def _opening(name: str, attributes: str, following: str) -> str | None:
    if name == "span":
        if "nocase" in attributes:
            return "{" if following.isalnum() else "{{}"  # BibTeX has other plans for {\command
        return r"\textsc{" if "small-caps" in attributes else None
    return _TAGS.get(name) if not attributes.strip() else None


def encode_verbatim(text: str) -> str:
    """The text for a field that a machine reads: as it is, but for what would break the braces."""
    text = one_line(text)
    return text if _is_balanced(text) and not text.endswith("\\") else _percent(text)


def _percent(text: str) -> str:
    return text.replace("{", "%7B").replace("}", "%7D").replace("\\", "%5C")


def keep_raw(text: str) -> str:
    """LaTeX that came from a file, safe to put between braces."""
    text = re.sub(r"\n(\s*)@", r" @", text)
    if not _is_balanced(text):
        text = re.sub(r"(?<!\\)[{}]", "", text)
    return f"{text} " if text.endswith("\\") else text


def to_ascii(text: str) -> str:
    r"""The LaTeX with every accented letter as a command.

    >>> to_ascii("Gödel, Łukasz")
    'G{\\"o}del, {\\L}ukasz'
    """
    return text if text.isascii() else "".join(_ascii_one(char) for char in text)


_ACCENTS = {
    "\u0300": "`",
    "\u0301": "'",
    "\u0302": "^",
    "\u0303": "~",
    "\u0304": "=",
    "\u0306": "u ",
    "\u0307": ".",
    "\u0308": '"',
    "\u030a": "r ",
    "\u030b": "H ",
    "\u030c": "v ",
    "\u0323": "d ",
    "\u0327": "c ",
    "\u0328": "k ",
}
_LETTERS = {
    "æ": "ae",
    "Æ": "AE",
    "œ": "oe",
    "Œ": "OE",
    "ø": "o",
    "Ø": "O",
    "ł": "l",
    "Ł": "L",
    "ß": "ss",
    "ı": "i",
    "đ": "dj",
    "Đ": "DJ",
    "ð": "dh",
    "Ð": "DH",
    "þ": "th",
    "Þ": "TH",
    "…": "ldots",
    "§": "S",
    "©": "copyright",
    "£": "pounds",
    "’": "textquoteright",
    "°": "textdegree",
    "–": "textendash",
    "—": "textemdash",
    "“": "textquotedblleft",
    "”": "textquotedblright",
    "‘": "textquoteleft",
}


def _ascii_one(char: str) -> str:
    if char.isascii():
        return char
    if char in _LETTERS:
        return f"{{\\{_LETTERS[char]}}}"
    parts = unicodedata.normalize("NFD", char)
    if len(parts) == 2 and parts[0].isascii() and parts[1] in _ACCENTS:
        return f"{{\\{_ACCENTS[parts[1]]}{parts[0]}}}"
    return char
