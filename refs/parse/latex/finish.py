"""What is put right in a text once its LaTeX is gone."""

import re

from refs.text import without_entities

# </sub><sub>
_AGAIN = re.compile(r"</(i|b|sup|sub)><\1>")


def finish(text: str) -> str:
    """The text with neighbours of one kind in one tag, and with the characters that entities of HTML name.

    >>> finish("In<sub>1</sub><sub>x</sub> &amp; N")
    'In<sub>1x</sub> & N'
    """
    text = without_entities(text)
    return _AGAIN.sub("", text) if "><" in text else text
