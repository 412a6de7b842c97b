"""Letter case, quotes, Unicode: str in, str out."""

import html
import re
import unicodedata
from html.entities import html5


def fold(text: str) -> str:
    """The text without case, accents and compatibility forms, for comparing.

    >>> fold("Ångström ﬁle")
    'angstrom file'
    """
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(each for each in decomposed if not unicodedata.combining(each)).casefold()


_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z]\w{1,30});")


def without_entities(text: str) -> str:
    """The text with the character that each whole entity of HTML stands for; ``&copy=`` of an address is none.

    >>> without_entities("Tides &amp; fjords, &#233;t&eacute;")
    'Tides & fjords, été'
    """
    return _ENTITY.sub(_character, text) if "&" in text else text


def _character(found: re.Match[str]) -> str:
    known = found[0][1] == "#" or found[0][1:] in html5
    return html.unescape(found[0]) if known else found[0]


def squeeze(text: str) -> str:
    r"""The text with every run of white space as one blank, trimmed.

    >>> squeeze("  two\n words ")
    'two words'
    """
    return " ".join(text.split())


_BLANKS = re.compile(r"[ \t\r\n\f\v]+")
_RUN = re.compile(r"[\t\r\n\f\v]|  ")


def one_line(text: str) -> str:
    r"""The text with every run of ASCII blanks as one, trimmed; other blanks mean something and stay.

    >>> one_line(" 5\u2009mg\n a day ")
    '5\u2009mg a day'
    """
    text = text.strip(" \t\r\n\f\v")
    return _BLANKS.sub(" ", text) if _RUN.search(text) else text


def whole(text: str) -> str:
    r"""The text with each lone half of a surrogate pair as U+FFFD: JSON may hold such halves, UTF-8 cannot.

    >>> whole("a \ud83d b") == "a \ufffd b"
    True
    """
    if is_whole(text):
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def is_whole(text: str) -> bool:
    """Whether the text is free of lone halves of surrogate pairs."""
    if text.isascii():
        return True
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


_TAG = re.compile(r"</?(?:i|b|em|strong|sup|sub|sc|span|jats:[a-z-]+)\b[^<>]{0,200}>", re.IGNORECASE)


def strip_tags(text: str) -> str:
    """The text without the rich-text tags that CSL-JSON allows.

    >>> strip_tags("CO<sub>2</sub> and 1 < 2")
    'CO2 and 1 < 2'
    """
    return _TAG.sub("", text) if "<" in text else text


def counted(number: int, noun: str) -> str:
    """A number of things; the noun is that of one of them.

    >>> counted(1, "link"), counted(20000, "link"), counted(0, "entry")
    ('1 link', '20,000 links', '0 entries')
    """
    if number != 1:
        noun = f"{noun[:-1]}ies" if noun.endswith("y") else f"{noun}s"
    return f"{number:,} {noun}"
