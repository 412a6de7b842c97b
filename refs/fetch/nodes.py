"""Elements of XML by their local names, whatever their namespaces."""

from lxml import etree


def local(node: etree._Element) -> str:
    """The local name; empty for what is no element."""
    return str(node.tag).rpartition("}")[2] if isinstance(node.tag, str) else ""


def every(node: etree._Element | None, name: str) -> list[etree._Element]:
    """The elements of a name in the node, itself among them."""
    return [] if node is None else [each for each in node.iter() if local(each) == name]


def first(node: etree._Element | None, name: str) -> etree._Element | None:
    """The first element of a name in the node."""
    return next(iter(every(node, name)), None)


def children(node: etree._Element | None, name: str) -> list[etree._Element]:
    """The children of a name."""
    return [] if node is None else [each for each in node if local(each) == name]


def child(node: etree._Element | None, name: str) -> etree._Element | None:
    """The first child of a name."""
    return next(iter(children(node, name)), None)


def own(node: etree._Element | None, name: str) -> etree._Element | None:
    """The child of that name, else a deeper one."""
    found = child(node, name)
    return first(node, name) if found is None else found


def text(node: etree._Element | None) -> str | None:
    """All the text in a node; None where there is none."""
    return None if node is None else "".join(map(str, node.itertext())).strip() or None
