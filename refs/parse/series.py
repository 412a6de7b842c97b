"""A series as catalogues write it, the number behind the title → both."""

import re

# Springer series ; 12; Acta biologica, vol. 3
_NUMBERED = re.compile(
    r"^(.+?)\s*(?:;\s*(?:(?:vol|v|no|nr|bd|band|t|pt)\b\.?\s*)?|,\s*(?:vol|v|no|nr|bd|band|t|pt)\b\.?\s*)([\dA-Z]*\d[\w./-]*)$",
    re.IGNORECASE,
)


def split_series(text: str) -> tuple[str, str]:
    """The title of a series, and its number or nothing.

    >>> split_series("Studies in tides ; v. 12"), split_series("Tides, 1900")
    (('Studies in tides', '12'), ('Tides, 1900', ''))
    """
    found = _NUMBERED.match(text.strip())
    return (found[1], found[2]) if found else (text.strip(), "")
