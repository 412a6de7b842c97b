"""Identifiers and pages as exports write them → the bare form that CSL-JSON holds, and the Item that has them."""

import re
from typing import Any

from refs.model.identifier import derive_identifiers, normalise_doi
from refs.model.item import Item


def bare_doi(text: str) -> str:
    """The DOI without resolver or ``doi:``, in the case it came in; the text itself when it holds none.

    >>> bare_doi("https://doi.org/10.1000/ABC")
    '10.1000/ABC'
    """
    if text.startswith("10."):
        return text
    found = normalise_doi(text)
    if found is None:
        return text
    place = text.lower().find(found)
    return text[place : place + len(found)] if place >= 0 else found


_PMCID = re.compile(r"PMC\d{1,9}\b", re.IGNORECASE)


def bare_pmcid(text: str) -> str:
    """The PMCID at the beginning of a text; the text itself when there is none.

    >>> bare_pmcid("PMC7654321 [available on 2020-03-01]")
    'PMC7654321'
    """
    found = _PMCID.match(text)
    return found[0] if found else text


def identified(values: dict[str, Any]) -> Item:
    """The Item of these fields, with the identifiers that they say."""
    identifiers = derive_identifiers(values)
    if identifiers:
        values["identifiers"] = identifiers
    return Item.build(values)


# 10--19, 10 – 19
_RANGE = re.compile(r"\s*(?:-{1,3}|[–—‒−])\s*")


def hyphenate(pages: str) -> str:
    """The pages with one hyphen in each range, as CSL-JSON has them.

    >>> hyphenate("10--19, 25 – 27")
    '10-19, 25-27'
    """
    return _RANGE.sub("-", pages)
