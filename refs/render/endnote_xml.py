"""Items → EndNote XML: the way back from parse/endnote_xml.py."""

import re
from collections.abc import Iterable

from lxml import etree

from refs.model.date import Date
from refs.model.endnote import JOURNALS, KEPT, TEXTS, TYPES, WHOLE
from refs.model.item import Item
from refs.model.kept import kept_of, named, words_of
from refs.model.serial import number_kind
from refs.render.enw import person, type_name
from refs.text import strip_tags

_ELEMENT = re.compile(r"[A-Za-z][A-Za-z0-9-]*$")
_NAMES = {
    "authors": "author",
    "secondary-authors": "editor",
    "tertiary-authors": "collection_editor",
    "subsidiary-authors": "translator",
    "translated-authors": "original_author",
}
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
    kind = etree.SubElement(record, "ref-type", name=name)
    kind.text = str(TYPES[name][1]) if name in TYPES else "13"
    _add_names(record, item)
    _add_titles(record, item)
    for tag, variable in TEXTS.items():
        _add(record, tag, getattr(item, variable))
    journal, whole = item.type in JOURNALS, item.type in WHOLE
    _add(record, "number", item.issue if journal else item.collection_number if whole else item.number)
    _add(record, "isbn", _serial(item, "ISSN" if journal else "ISBN"))
    _add_dates(record, item)
    _add_links(record, item)
    _add(record, "label", item.id)
    _add_kept(record, item)


def _serial(item: Item, usual: str) -> str | None:
    """The ISSN or ISBN, the usual one of its type before the other, if a reader would take it for what it is."""
    numbers = ((name, getattr(item, name)) for name in (usual, "ISBN" if usual == "ISSN" else "ISSN"))
    return next((text for name, text in numbers if text and number_kind(text, usual) == name), None)


def _add(parent: etree._Element, tag: str, text: str | None) -> None:
    if text:
        etree.SubElement(parent, tag).text = _legal(strip_tags(text))


def _legal(text: str) -> str:
    """The text without the characters that XML forbids."""
    return (
        "".join(char for char in text if char >= " " or char in "\t\n\r") if not text.isprintable() else text
    )


def _add_names(record: etree._Element, item: Item) -> None:
    contributors = etree.SubElement(record, "contributors")
    for tag, variable in _NAMES.items():
        names = getattr(item, variable)
        if names:
            parent = etree.SubElement(contributors, tag)
            for name in names:
                _add(parent, "author", person(name))


def _add_titles(record: etree._Element, item: Item) -> None:
    titles = etree.SubElement(record, "titles")
    for tag, variable in _TITLES.items():
        _add(titles, tag, getattr(item, variable))
    whole = item.type in WHOLE
    _add(titles, "secondary-title", item.collection_title if whole else item.container_title)
    _add(titles, "tertiary-title", None if whole else item.collection_title)
    if whole and item.container_title:
        _add(etree.SubElement(record, "periodical"), "full-title", item.container_title)


def _add_dates(record: etree._Element, item: Item) -> None:
    if item.accessed:
        _add(record, "access-date", str(item.accessed))
    if item.issued:
        dates = etree.SubElement(record, "dates")
        _add(dates, "year", _year(item.issued))
        if len(item.issued.parts) > 1 or item.issued.end:
            _add(etree.SubElement(dates, "pub-dates"), "date", str(item.issued))


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
