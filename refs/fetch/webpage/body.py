"""Organisations in bylines, whose own names may hold an "and"."""

import re

from refs.fetch.people import OFFICE, is_organisation

COMPANY = re.compile(r",\s*(?:inc|llc|ltd)\.?$", re.IGNORECASE)
"""What a company is called by at its end."""
# Doe & Roe
_PARTNERS = re.compile(r"[^\s,]+ & [^\s,]+")
# Centers for Disease Control and Prevention; College of Surgeons and Barbers
_HEAD_FIRST = re.compile(
    r"([^,;|]+?)\s+(?:for|of|on)\s+[^,;|]+\s+(?:and|&)\s+(?!the\b)(?![^,;|]*\b(?:for|of)\b)[^,;|]+",
    re.IGNORECASE,
)
# Food and Drug Administration
_HEAD_LAST = re.compile(
    r"([^,;|]+?)\s+(?:and|&)\s+(?!(?:the|american|national|international|european|world|royal)\b)[^,;|]*\b(?:administration|services?|"
    r"organi[sz]ation|association|society|agency|foundation|institutes?|commission|council|department|academy|board|ministry|authority)",
    re.IGNORECASE,
)


def is_body(text: str, *, single: bool) -> bool:
    """Whether a whole byline is one organisation; `single` tells that nothing in it parts names.

    >>> is_body("Centers for Disease Control and Prevention", single=False), is_body("Mayo Clinic and Ada Byron", single=False)
    (True, False)
    """
    if _PARTNERS.fullmatch(text):
        return True
    if not is_organisation(OFFICE.sub(r"\1", text)):
        return False
    return single or bool(COMPANY.search(text)) or _holds_and(text)


def _holds_and(text: str) -> bool:
    """Whether the "and" of an organisation is part of its name: what heads the name stands at its front or its end."""
    if found := _HEAD_FIRST.fullmatch(text):
        return is_organisation(found.group(1))
    found = _HEAD_LAST.fullmatch(text)
    return found is not None and not is_organisation(found.group(1))
