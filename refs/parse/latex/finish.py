"""What is put right in a text once its LaTeX is gone."""

import html
import re

# </sub><sub>
_AGAIN = re.compile(r"</(i|b|sup|sub)><\1>")
# &amp; &#8211; &eacute;
_ENTITY = re.compile(r"&(?:#\d{1,7}|#x[0-9A-Fa-f]{1,6}|[A-Za-z]{2,31}\d{0,2});")


def finish(text: str) -> str:
    """The text with neighbours of one kind in one tag, and with the characters that entities of HTML name.

    >>> finish("In<sub>1</sub><sub>x</sub> &amp; N")
    'In<sub>1x</sub> & N'
    """
    if "&" in text:
        text = _ENTITY.sub(lambda found: html.unescape(found[0]), text)
    return _AGAIN.sub("", text) if "><" in text else text
