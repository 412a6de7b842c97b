"""Names as exports write them, "Family, Given", → Names."""

import re

from refs.model.name import Name

# Jr., III
_SUFFIX = re.compile(r"(?:jr|sr|esq|[ivx]{2,4}|2nd|3rd|4th)\.?$", re.IGNORECASE)


def read_person(text: str) -> Name | None:
    """``Family, Given, Suffix``; a name without a comma, or with one at its end, is an organisation's."""
    family, comma, rest = (part.strip() for part in text.partition(","))
    if not comma or not rest:
        return Name(literal=family) if family else None
    given, _, suffix = (part.strip() for part in rest.partition(","))
    if not family:
        return Name(literal=rest)
    if suffix and _SUFFIX.match(given) and not _SUFFIX.match(suffix):
        given, suffix = suffix, given
    return Name(family, given or None, suffix=suffix or None)
