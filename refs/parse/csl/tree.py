"""XML of styles and locales → a tree of nodes that know their line and column; no DTD, no entities."""

import re
from collections.abc import Iterator
from xml.parsers import expat

from refs.errors import BadStyle

MAX_BYTES = 8_000_000
MAX_DEPTH = 200


class Node:
    """One element: its local name, attributes, children and text."""

    __slots__ = ("attributes", "children", "column", "line", "tag", "text")

    def __init__(self, tag: str, attributes: dict[str, str], line: int, column: int) -> None:
        self.tag, self.attributes, self.line, self.column = tag, attributes, line, column
        self.children: list[Node] = []
        self.text = ""

    def get(self, name: str, default: str = "") -> str:
        """The attribute, or the default."""
        return self.attributes.get(name, default)

    def find(self, tag: str) -> "Node | None":
        """The first child of this name."""
        return next((child for child in self.children if child.tag == tag), None)

    def all(self, tag: str) -> Iterator["Node"]:
        """The children of this name."""
        return (child for child in self.children if child.tag == tag)


def parse_tree(xml: str | bytes, name: str) -> Node:
    """The root of the tree; BadStyle with line and column when the text is no well-formed XML."""
    data = xml.encode("utf-8", "surrogatepass") if isinstance(xml, str) else xml
    if len(data) > MAX_BYTES:
        raise BadStyle(name, f"it has more than {MAX_BYTES:,} bytes")
    return _Builder(name, "utf-8" if isinstance(xml, str) else None).parse(data.lstrip())


# &#160; in a value: its style was escaped twice
_TWICE = re.compile(r"&#(?:[0-9]{1,6}|x[0-9a-fA-F]{1,5});")


def _unescaped(found: re.Match[str]) -> str:
    code = found[0][2:-1]
    number = int(code[1:], 16) if code[0] == "x" else int(code)
    return chr(number) if 31 < number < 0xD800 or number in (9, 10, 13) else ""


class _Builder:
    def __init__(self, name: str, encoding: str | None) -> None:
        self.name = name
        self.stack: list[Node] = []
        self.root: Node | None = None
        self.parser = parser = expat.ParserCreate(encoding)
        parser.buffer_text = True
        parser.StartElementHandler = self.start
        parser.EndElementHandler = self.end
        parser.CharacterDataHandler = self.data
        parser.StartDoctypeDeclHandler = self.doctype
        parser.EntityDeclHandler = self.doctype

    def parse(self, data: bytes) -> Node:
        try:
            self.parser.Parse(data, True)
        except expat.ExpatError as error:
            raise BadStyle(
                self.name, f"it is no XML: {expat.ErrorString(error.code)}", error.lineno, error.offset + 1
            ) from error
        except (ValueError, UnicodeError, LookupError) as error:
            raise BadStyle(self.name, f"it is no XML: {error}") from error
        if self.root is None:
            raise BadStyle(self.name, "it is empty")
        return self.root

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        parser, stack = self.parser, self.stack
        if ":" in tag:
            tag = tag.rpartition(":")[2]
        for name, value in attributes.items():
            if "&#" in value:
                attributes[name] = _TWICE.sub(_unescaped, value)
        node = Node(tag, attributes, parser.CurrentLineNumber, parser.CurrentColumnNumber + 1)
        if stack:
            stack[-1].children.append(node)
        else:
            self.root = node
        stack.append(node)
        if len(stack) > MAX_DEPTH:
            raise BadStyle(self.name, "its elements are nested too deep", node.line, node.column)

    def end(self, _tag: str) -> None:
        self.stack.pop()

    def data(self, text: str) -> None:
        node = self.stack[-1]
        node.text = node.text + text if node.text else text

    def doctype(self, *_arguments: object) -> None:
        raise BadStyle(
            self.name,
            "it declares a document type or entities, which are refused",
            self.parser.CurrentLineNumber,
        )
