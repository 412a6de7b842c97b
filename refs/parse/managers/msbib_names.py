"""The names of Word's sources → Names, also where a whole list was typed into the field of one person.

Word's dialogue takes what stands before the first comma for the family name, or the last word where there is no comma,
and the rest for given names: of ``Doe, J. and Roe, R.`` it makes a person Doe with the given names "J. and Roe, R.".
"""

import re

from lxml import etree

from refs.model.name import OTHERS, Name
from refs.parse.bib.names import read_name
from refs.parse.latex.decode import decode_plain
from refs.parse.people import read_person_in_order
from refs.parse.tree import text_of

# marks of a list in what should be given names: a comma, and, &, et al.; Jr. is no list
_LIST = re.compile(r",\s*(?!(?:jr|sr|[ivx]{2,4})\b)[^\W\d_]|;|&|(?:^|\s)(?:and|et\.? ?al)\b", re.IGNORECASE)
# behind the family name: J. and Roe, R.; and others; et al
_BEHIND = re.compile(r",|;|^(?:and|&|et)\s|\bet\.? ?al\b", re.IGNORECASE)
# Department of Health: words that stand among no given names
_GROUP = re.compile(r"(?:^|\s)(?:of|for|the|on)(?=\s|$)", re.IGNORECASE)
_OTHERS = re.compile(r"(?:et\.? al\.?|(?:and )?others)$", re.IGNORECASE)
_SUFFIX = re.compile(r",?\s+((?:jr|sr)\.?|[IVX]{2,4}),?$", re.IGNORECASE)


def read_role(element: etree._Element) -> tuple[Name, ...]:
    """The people and the organisation of one role."""
    names: list[Name] = []
    for person in element.iterfind("NameList/Person"):
        parts = (" ".join(map(text_of, person.iterfind(part))) for part in ("Last", "First", "Middle"))
        last, first, middle = (decode_plain(part) if "\\" in part else part for part in parts)
        names += _read_person(last, " ".join(filter(None, (first, middle))))
    corporate = text_of(element.find("Corporate"))
    return (*names, Name(literal=corporate)) if corporate else tuple(names)


def _read_person(last: str, given: str) -> tuple[Name, ...]:
    whole = f"{given} {last}".strip()
    if _OTHERS.match(whole):
        return (Name(literal=OTHERS),)
    if _LIST.search(given) or _LIST.search(last):
        behind = not given or (last and _BEHIND.search(given))
        return _read_typed(f"{last}, {given}".strip(", ") if behind else whole)
    if not last or not given:
        return (_lone(last, given),) if whole else ()
    if _GROUP.search(given) or ((name := read_name(whole)) and name.literal):
        return (Name(literal=whole),)
    if given.rpartition(" ")[2].islower() and " " in given and (name := read_person_in_order(whole)):
        return (name,)
    suffix = _SUFFIX.search(given)
    given = given[: suffix.start()] if suffix else given
    return (Name(last, given.rstrip(", ") or None, suffix[1] if suffix else None),)


def _lone(last: str, given: str) -> Name:
    """A name of which only one part is there: a family name, unless several words are a group's."""
    group = given or (" " in last and ((name := read_name(last)) is None or name.literal))
    return Name(literal=last or given) if group else Name(last)


def _read_typed(text: str) -> tuple[Name, ...]:
    """The names of a list as somebody typed it."""
    from refs.parse.reference.names import read_names  # noqa: PLC0415  # its house is large, and seldom asked

    names, cut = read_names(text)
    return (*names, Name(literal=OTHERS)) if cut else names
