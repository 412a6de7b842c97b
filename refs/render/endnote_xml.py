"""Items → EndNote XML: the way back from parse/endnote_xml.py."""

import re
from collections.abc import Iterable, Iterator, Mapping

from lxml import etree

from refs.model.date import SEASONS, Date
from refs.model.endnote import (
    ELEMENTS,
    FACES,
    JOURNALS,
    KEPT,
    MORE_ELEMENTS,
    RIS_CODES,
    TEXTS,
    TYPES,
    number_tag,
)
from refs.model.item import NAME_VARIABLES, Item, ItemType
from refs.model.kept import kept_of, named, words_of
from refs.model.ris import PROCEEDINGS, usual_tag
from refs.model.serial import number_kind
from refs.render.enw import person, type_name
from refs.text import strip_tags

_ELEMENT = re.compile(r"[A-Za-z][A-Za-z0-9-]*$")
_TITLES = {
    "title": "title",
    "short-title": "title_short",
    "alt-title": "container_title_short",
    "translated-title": "original_title",
}


def render_endnote_xml(items: Iterable[Item]) -> str:
    """An EndNote XML text of the items."""
    root = etree.Element("xml")
    records = etree.SubElement(root, "records")
    for item in items:
        _add_record(records, item)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + etree.tostring(
        root, encoding="unicode", pretty_print=True
    )


def _add_record(records: etree._Element, item: Item) -> None:
    record = etree.SubElement(records, "record")
    name = type_name(item)
    kind = etree.SubElement(record, "ref-type", name=_legal(name))
    kind.text = str(TYPES[name][1]) if name in TYPES else "13"
    told = _told(item, RIS_CODES.get(name, "GEN"))
    _add_names(record, item, told)
    _add_titles(record, item, told)
    for tag, variable in TEXTS.items():
        _add(record, tag, getattr(item, variable))
    for path, variable in told.items():
        if "/" not in path:
            _add(record, path, _text(getattr(item, variable)))
    _add_dates(record, item)
    _add_links(record, item)
    _add(record, "label", item.id)
    _add_kept(record, item)


def _told(item: Item, code: str) -> Mapping[str, str]:
    """The elements that depend on the type, and the field of the item that each will hold."""
    tags = {tag or number_tag(code): path for path, tag in {**MORE_ELEMENTS, **ELEMENTS}.items()}
    told: dict[str, str] = {}
    for variable, value in item.filled():
        path = tags.get(_tag(item, variable, code) or "")
        if path and path not in told and _is_told(item, variable, value) and variable not in TEXTS.values():
            told[path] = variable
    return told


def _text(value: object) -> str:
    """A value on one line; names are parted by semicolons."""
    return "; ".join(person(name) for name in value) if isinstance(value, tuple) else str(value)


def _tag(item: Item, variable: str, code: str) -> str | None:
    """The tag of RIS for a field: pages and how many there are share one; T2 is a conference's title if there is one."""
    if item.type is ItemType.PAPER_CONFERENCE and item.event_title and variable in PROCEEDINGS:
        return PROCEEDINGS[variable]
    if variable == "number_of_pages" and item.page:
        return None
    return "SP" if variable == "page" else usual_tag(variable, code)


def _is_told(item: Item, variable: str, value: object) -> bool:
    """Whether a reader would take a number for what it is: by its form, or by the type of the item."""
    usual = "ISSN" if item.type in JOURNALS else "ISBN"
    return variable not in {"ISSN", "ISBN"} or number_kind(str(value), usual) == variable


def _add(parent: etree._Element, tag: str, text: str | None) -> None:
    if text:
        etree.SubElement(parent, tag).text = _legal(strip_tags(text))


# <i>in vitro</i>
_TAG = re.compile(r"<(/?)(b|i|sup|sub)>")


def _add_styled(parent: etree._Element, tag: str, text: str | None) -> None:
    """An element whose text has a style element for each face; plain text where there is but one."""
    if not text or not _TAG.search(text):
        _add(parent, tag, text)
        return
    element, open_tags = etree.SubElement(parent, tag), set[str]()
    for piece in _pieces(text):
        if found := _TAG.fullmatch(piece):
            (open_tags.discard if found[1] else open_tags.add)(found[2])
        elif piece:
            face = " ".join(face for face, name in FACES.items() if name in open_tags) or "normal"
            _add(element, "style", piece)
            element[-1].set("face", face)


def _pieces(text: str) -> Iterator[str]:
    """The text cut before and behind each tag, the tags as well."""
    start = 0
    for found in _TAG.finditer(text):
        yield from (text[start : found.start()], found[0])
        start = found.end()
    yield text[start:]


def _legal(text: str) -> str:
    """The text without the characters that XML forbids."""
    return (
        "".join(char for char in text if char >= " " or char in "\t\n\r") if not text.isprintable() else text
    )


def _add_names(record: etree._Element, item: Item, told: Mapping[str, str]) -> None:
    contributors = etree.SubElement(record, "contributors")
    people = [
        (path.partition("/")[2], variable) for path, variable in told.items() if "contributors/" in path
    ]
    for tag, variable in (*people, ("translated-authors", "original_author")):
        value = getattr(item, variable)
        names = [person(name) for name in value] if variable in NAME_VARIABLES else [f"{value},"]
        if value and names:
            parent = etree.SubElement(contributors, tag)
            for name in names:
                _add(parent, "author", name)


def _add_titles(record: etree._Element, item: Item, told: Mapping[str, str]) -> None:
    titles = etree.SubElement(record, "titles")
    for tag, variable in _TITLES.items():
        _add_styled(titles, tag, getattr(item, variable))
    for path, variable in told.items():
        if path.startswith("titles/"):
            _add(titles, path.partition("/")[2], getattr(item, variable))
    if item.container_title and "container_title" not in told.values():
        _add(etree.SubElement(record, "periodical"), "full-title", item.container_title)


def _add_dates(record: etree._Element, item: Item) -> None:
    if item.accessed:
        _add(record, "access-date", str(item.accessed))
    if item.issued:
        dates = etree.SubElement(record, "dates")
        _add(dates, "year", _year(item.issued))
        season = SEASONS[item.issued.season - 1] if item.issued.season else None
        if season or len(item.issued.parts) > 1 or item.issued.end:
            _add(etree.SubElement(dates, "pub-dates"), "date", season or str(item.issued))


def _year(date: Date) -> str | None:
    return str(date.parts[0]) if date.parts else date.literal


def _add_links(record: etree._Element, item: Item) -> None:
    if item.URL:
        _add(etree.SubElement(etree.SubElement(record, "urls"), "related-urls"), "url", item.URL)
    if item.PMID:
        _add(record, "accession-num", item.PMID)
    if item.keyword:
        keywords = etree.SubElement(record, "keywords")
        for keyword in words_of(kept_of(item.custom, KEPT), item.keyword):
            _add(keywords, "keyword", keyword)


def _add_kept(record: etree._Element, item: Item) -> None:
    for tag, text in named(kept_of(item.custom, KEPT), "fields").items():
        if _ELEMENT.match(tag) and record.find(tag) is None:
            _add(record, tag, text)
