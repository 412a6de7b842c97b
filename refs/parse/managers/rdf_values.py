"""Identifiers and publishers in RDF → fields in the words of Zotero's JSON."""

import re
from typing import Any

from lxml import etree

from refs.parse.managers.rdf_words import FOAF, VCARD
from refs.parse.tree import text_of

_IDENTIFIERS = ("DOI", "ISBN", "ISSN")
# https://doi.org/10.1000/x, doi:10.1000/x
_DOI = re.compile(r"(?:^|doi\.org/|doi:\s?|info:doi/)(10\.\d{4,9}/\S+)", re.IGNORECASE)
# 1234-5678, urn:isbn:9780306406157
_NUMBER = re.compile(
    r"(?:urn:is[bs]n:)?(\d{4}-\d{3}[\dXx]|(?:\d[- ]?){9}[\dXx]|97[89](?:[- ]?\d){10})$", re.IGNORECASE
)
_ISSN_LENGTH = 9
_LOCALITY = "{http://schemas.talis.com/2005/address/schema#}localityName"


def read_identifier(child: etree._Element, data: dict[str, Any]) -> None:
    """``DOI 10.1000/x``, ``ISSN 1234-5678``, ``urn:isbn:…``, the numbers alone, or an address, in ``dcterms:URI`` too."""
    text = text_of(child)
    scheme, _, value = text.partition(" ")
    if scheme in _IDENTIFIERS and value:
        data.setdefault(scheme, value)
    elif found := _DOI.search(text):
        data.setdefault("DOI", found[1])
    elif text.startswith(("http://", "https://")):
        data.setdefault("url", text)
    elif found := _NUMBER.match(text):
        data.setdefault("ISSN" if len(found[1]) == _ISSN_LENGTH else "ISBN", found[1])


def read_publisher(node: etree._Element, data: dict[str, Any]) -> None:
    """The name of a publisher and its place."""
    places = (text_of(each) for tag in (f"{VCARD}locality", _LOCALITY) for each in node.iter(tag))
    place = next(places, "")
    name = text_of(node.find(f"{FOAF}name")) or ("" if len(node) else text_of(node))
    if name:
        data.setdefault("publisher", name)
    if place:
        data.setdefault("place", place)
