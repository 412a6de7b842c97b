"""The people of a PNX record → Names."""

import html
import re
from collections.abc import Iterator

from lxml import etree

from refs.parse.catalogue.primo_fields import every, without_code
from refs.parse.catalogue.relators import variable_of
from refs.parse.draft import Draft
from refs.parse.people import read_person, without_life
from refs.parse.tree import text_of

# Doe, Jane, [ed.]; Doe, Jane (editor)
_ROLE = re.compile(r",?\s*[(\[]\s*([^()\[\]]{2,40}?)\s*[)\]]\s*$")
# Verne, Jules (1828-1905) NLR10::RU\NLR\AUTH\773453
_AUTHORITY = re.compile(r"\s+\w+::\S+$")
# Carpenter, Humphrey <author>
_ANGLED = re.compile(r"\s*<[^<>]{1,60}>\s*$")
# Roe, Ann$$8en
_LANGUAGE = re.compile(r"\$\$8(\w+)")


def read_people(draft: Draft, record: etree._Element) -> None:
    """Put the creators and the contributors into a draft; where nobody created, the contributors did."""
    creators = list(_shown(record, "display/creator")) or list(every(record, "addata/au"))
    contributors = list(_shown(record, "display/contributor")) or list(every(record, "addata/addau"))
    for each in creators or contributors:
        _read_person(draft, each, "author")
    for each in contributors if creators else ():
        _read_person(draft, each, "contributor")


def _read_person(draft: Draft, text: str, variable: str) -> None:
    """``Carpenter, Humphrey <editor>``; who is named behind the creators is no author, whatever the record calls them."""
    text = _ANGLED.sub("", _AUTHORITY.sub("", text))
    found = _ROLE.search(text)
    person, told = (text[: found.start()], found[1]) if found else (text, "")
    if not told and text.count(",") > 1:  # Roe, Ann, author; but no role in Harris, Ed
        person, _, told = text.rpartition(",")
    role = variable_of([told])
    # Roe, A. (Anna); but The Tides (Group)
    is_role = role or (found and (told.endswith(".") or "," in person))
    draft.add_name(
        role if role not in {None, "author"} else variable,
        read_person(without_life(person if is_role else text)),
    )


def _shown(record: etree._Element, path: str) -> Iterator[str]:
    """The names that are shown, each in the language of the first where they are told in several."""
    texts = (html.unescape(text_of(each)) for each in record.iterfind(path))
    listed = [each for text in texts for each in text.split(";") if each.strip()]
    told = [found[1] if (found := _LANGUAGE.search(each)) else "" for each in listed]
    first = next(filter(None, told), "")
    for name, language in zip(listed, told, strict=True):
        if (not language or language == first) and (plain := without_code(name)):
            yield plain
