"""Letter case, quotes, Unicode: str in, str out."""

import re
import unicodedata


def fold(text: str) -> str:
    """The text without case, accents and compatibility forms, for comparing.

    >>> fold("Ångström ﬁle")
    'angstrom file'
    """
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(each for each in decomposed if not unicodedata.combining(each)).casefold()


def squeeze(text: str) -> str:
    r"""The text with every run of white space as one blank, trimmed.

    >>> squeeze("  two\n words ")
    'two words'
    """
    return " ".join(text.split())


_TAG = re.compile(r"</?(?:i|b|em|strong|sup|sub|sc|span|jats:[a-z-]+)\b[^<>]{0,200}>", re.IGNORECASE)


def strip_tags(text: str) -> str:
    """The text without the rich-text tags that CSL-JSON allows.

    >>> strip_tags("CO<sub>2</sub> and 1 < 2")
    'CO2 and 1 < 2'
    """
    return _TAG.sub("", text) if "<" in text else text
