"""biblatexml, the XML of biber (.bltxml), → Items: each entry is put as biblatex has it and read as such."""

import re
from collections.abc import Mapping

from lxml import etree

from refs.model.reading import Reading
from refs.parse.bib.entry import Entry
from refs.parse.bib.fields import read_entry
from refs.parse.bib.inherit import inherit
from refs.parse.tree import read_records, text_of

_DATES: Mapping[str, str] = {"": "date", "orig": "origdate", "event": "eventdate", "url": "urldate"}
_KEYS = frozenset({"xdata", "crossref", "xref", "related", "entryset", "keywords", "options"})
"""Fields whose items are joined by commas."""
_INVISIBLE = frozenset({"xdata", "set"})
_SPECIAL = re.compile(r"[\\{}%&$#_~^]")


def parse_bltxml(text: str) -> Reading:
    """The items of a biblatexml text, with xdata and crossref inherited."""
    return read_records(
        text, "biblatex entries", _entries, lambda entry, key, flaws: read_entry(entry, flaws, key)
    )


def _entries(root: etree._Element) -> list[Entry]:
    """The entries that stand for a work, with what they inherit from the others."""
    entries = [_read_entry(each) for each in root.iter("entry")]
    inherit(entries)
    return [each for each in entries if each.type not in _INVISIBLE]


def _read_entry(element: etree._Element) -> Entry:
    entry = Entry((element.get("entrytype") or "misc").lower(), (element.get("id") or "").strip())
    for child in element.iterchildren(tag=etree.Element):
        name, value = _read_field(str(child.tag), child)
        if value:
            entry.fields.setdefault(name, value)
    return entry


def _read_field(name: str, child: etree._Element) -> tuple[str, str]:
    if name == "names":
        return (child.get("type") or "author").lower(), _read_names(child)
    if name == "date":
        return _DATES.get(child.get("type") or "", f"{child.get('type')}date"), _read_range(child, "/")
    if name == "ids":
        return name, ",".join(text_of(each) for each in child.iterfind("key"))
    if name == "annotation" and child.get("field"):
        return _annotated(child), _plain(text_of(child))
    items = child.findall("list/item")
    if items:
        joint = "," if name in _KEYS or name == "pages" else " and "
        return name, joint.join(filter(None, (_read_item(each) for each in items)))
    return name, _read_item(child)


def _annotated(child: etree._Element) -> str:
    """``author+an:default``, as biblatex names what is noted at a field."""
    return f"{child.get('field')}+an:{child.get('name') or 'default'}-{child.get('item') or '0'}{child.get('part') or ''}"


def _read_item(element: etree._Element) -> str:
    """The text of a field or of one item of it; one that only points to another entry says where to."""
    if element.find("start") is not None:
        return _read_range(element, "--")
    if element.get("xdata"):
        return f"xdata={element.get('xdata')}"
    return _plain(text_of(element)) or (element.get("ids") or "")


def _read_range(element: etree._Element, dash: str) -> str:
    start = element.find("start")
    if start is None:
        return text_of(element)
    end = element.find("end")
    return text_of(start) if end is None else f"{text_of(start)}{dash}{text_of(end)}"


def _read_names(element: etree._Element) -> str:
    names = [
        f"xdata={each.get('xdata')}" if each.get("xdata") else _read_name(each)
        for each in element.iterfind("name")
    ]
    more = ["others"] if element.get("morenames") == "1" else []
    return " and ".join([*filter(None, names), *more])


def _read_name(element: etree._Element) -> str:
    """``prefix family, suffix, given``; a family name alone in braces."""
    parts = {each.get("type"): _read_part(each) for each in element.iterfind("namepart")}
    family, given = parts.get("family", ""), parts.get("given", "")
    if not parts:
        return ""
    if not given and not parts.get("prefix"):
        return f"{{{_plain(family)}}}"
    last = " ".join(filter(None, (_plain(parts.get("prefix", "")), f"{{{_plain(family)}}}")))
    return ", ".join(filter(None, (last, _plain(parts.get("suffix", "")), f"{_plain(given)}")))


def _read_part(element: etree._Element) -> str:
    inner = element.findall("namepart")
    return " ".join(text_of(each) for each in inner) if inner else text_of(element)


def _plain(text: str) -> str:
    """The text with what means something to LaTeX escaped."""
    return _SPECIAL.sub(lambda found: _ESCAPES.get(found[0], f"\\{found[0]}"), text)


_ESCAPES: Mapping[str, str] = {
    "\\": "\\textbackslash{}",
    "~": "\\textasciitilde{}",
    "^": "\\textasciicircum{}",
}
