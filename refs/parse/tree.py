"""XML text → a tree, without entities, network or depth beyond reason."""

import re
from collections.abc import Callable, Iterable
from typing import TypeVar

from lxml import etree

from refs.model.flaw import Flaw, FlawCode
from refs.model.item import Item
from refs.model.reading import Reading
from refs.text import one_line

# <?xml version="1.0" encoding="UTF-8"?>
_DECLARATION = re.compile(r"\A\s*<\?xml[^>]{0,200}\?>")
_LARGEST = 200_000_000

Record = TypeVar("Record")


def read_tree(text: str, flaws: list[Flaw]) -> etree._Element | None:
    """The root of an XML text with what can be read of it; a flaw, and perhaps None, when it is broken."""
    data = _DECLARATION.sub("", text.removeprefix("\ufeff"), count=1).strip().encode("utf-8", "replace")
    if not data.startswith(b"<") or len(data) > _LARGEST:
        flaws.append(Flaw(FlawCode.BROKEN_ENTRY, "this is no XML"))
        return None
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        recover=True,
        remove_comments=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        flaws.append(Flaw(FlawCode.BROKEN_ENTRY, f"this XML is broken: {error}"))
        return None
    if root is None:
        flaws.append(Flaw(FlawCode.BROKEN_ENTRY, "this XML is broken: it has no root"))
    elif parser.error_log:
        first = parser.error_log[0]
        flaws.append(Flaw(FlawCode.BROKEN_ENTRY, f"line {first.line}: {first.message}"))
    return root


def without_namespaces(root: etree._Element) -> etree._Element:
    """The tree with the local names of its elements alone, changed in place."""
    for element in root.iter(etree.Element):
        tag = str(element.tag)
        if "}" in tag or ":" in tag:
            try:
                element.tag = local_name(element)
            except ValueError:  # broken XML has prefixes that leave no name
                element.tag = "nothing"
    return root


def read_records(
    text: str,
    name: str,
    find: Callable[[etree._Element], Iterable[Record]],
    read: Callable[[Record, str, list[Flaw]], Item],
    *,
    with_namespaces: bool = False,
) -> Reading:
    """The items of the records that `find` sees in an XML text; a flaw where there are none of this `name`.

    `read` is given a record, an id for one that has none, and the flaws so far. The elements have their local names
    alone, unless they are wanted `with_namespaces`.
    """
    flaws: list[Flaw] = []
    root = read_tree(text, flaws)
    if root is None:
        return Reading(flaws=tuple(flaws))
    records = list(find(root if with_namespaces else without_namespaces(root)))
    if not records:
        flaws.append(Flaw(FlawCode.BROKEN_ENTRY, f"this XML has no {name}"))
    items = tuple(read(record, f"item-{number}", flaws) for number, record in enumerate(records, 1))
    return Reading(items, tuple(flaws))


def local_name(element: etree._Element) -> str:
    """The name of an element without its namespace, or without a prefix that stands for none."""
    return str(element.tag).rpartition("}")[2].rpartition(":")[2]


def text_of(element: etree._Element | None) -> str:
    """All text within an element, on one line; empty when there is no element."""
    if element is None:
        return ""
    return one_line("".join(str(each) for each in element.itertext()))
