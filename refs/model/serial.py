"""ISSN or ISBN: formats that have one field for both, and what a number's own form says."""

import re

# 1234-5679, 1234-5679 (Print)
_ISSN = re.compile(r"\d{4}-\d{3}[\dXx](?![\dXx-])")
# 978-0-12-345678-9, 0123456789 (pbk.)
_ISBN = re.compile(r"(?:97[89][- ]?)?\d(?:[- ]?\d){8}[- ]?[\dXx](?![\dXx])")


def number_kind(text: str, default: str) -> str:
    """The variable that a number fills, by its form, or the default where that tells nothing.

    >>> number_kind("1234-5679", "ISBN"), number_kind("0-12-345678-9", "ISSN"), number_kind("x", "ISSN")
    ('ISSN', 'ISBN', 'ISSN')
    """
    if _ISSN.match(text):
        return "ISSN"
    return "ISBN" if _ISBN.match(text) else default
