"""Identifiers as exports write them → the bare form that CSL-JSON holds."""

from refs.model.identifier import normalise_doi


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
