"""The part of YAML that bibliographies are written in: maps, lists, scalars; no tags, no anchors, nothing that runs."""

import re
from dataclasses import dataclass

Value = str | list["Value"] | dict[str, "Value"]

_KEY = re.compile(r"(\"[^\"\n]*\"|'[^'\n]*'|[^\s\"'#\[\]{}&*!|>%@`,][^:#\n]*?)\s*:(?:\s+(.*)|)$")
_BLOCK_SCALAR = re.compile(r"[|>][+-]?\d?$")
_DEEPEST = 20


@dataclass(frozen=True, slots=True)
class _Line:
    indent: int
    text: str


def read_yaml(text: str) -> Value:
    """The value that a block of YAML writes; what is not understood stays text."""
    lines = [
        _Line(len(raw) - len(raw.lstrip(" ")), raw.strip())
        for raw in text.replace("\t", "  ").splitlines()
        if raw.strip() and not raw.lstrip().startswith("#")
    ]
    return _Reader(lines).value(0) if lines else ""


class _Reader:
    """Reads lines by their indentation."""

    def __init__(self, lines: list[_Line]) -> None:
        self.lines, self.at = lines, 0

    def value(self, depth: int) -> Value:
        line = self.lines[self.at]
        if depth > _DEEPEST:
            self.at = len(self.lines)
            return ""
        if line.text == "-" or line.text.startswith("- "):
            return self._list(line.indent, depth)
        if _KEY.match(line.text):
            return self._map(line.indent, depth)
        return self._scalar(line.indent)

    def _list(self, indent: int, depth: int) -> list[Value]:
        values: list[Value] = []
        while self.at < len(self.lines):
            line = self.lines[self.at]
            if line.indent != indent or not (line.text == "-" or line.text.startswith("- ")):
                break
            inner = line.text[1:].lstrip()
            if inner:
                self.lines[self.at] = _Line(indent + len(line.text) - len(inner), inner)
            else:
                self.at += 1
            values.append(self._below(indent, depth))
        return values

    def _below(self, indent: int, depth: int) -> Value:
        """The value that is indented more than its parent."""
        if self.at < len(self.lines) and self.lines[self.at].indent > indent:
            return self.value(depth + 1)
        return ""

    def _map(self, indent: int, depth: int) -> dict[str, Value]:
        values: dict[str, Value] = {}
        while self.at < len(self.lines) and self.lines[self.at].indent == indent:
            match = _KEY.match(self.lines[self.at].text)
            if match is None:
                break
            self.at += 1
            values[unquote(match[1])] = self._value_of(match[2] or "", indent, depth)
        return values

    def _value_of(self, text: str, indent: int, depth: int) -> Value:
        if _BLOCK_SCALAR.match(text):
            return self._folded(indent, "")
        if text:
            return self._inline(self._folded(indent, text))
        following = self.lines[self.at] if self.at < len(self.lines) else None
        if following and following.indent == indent and following.text.startswith("-"):
            return self._list(indent, depth)
        return self._below(indent, depth)

    def _folded(self, indent: int, text: str) -> str:
        """A scalar with the more indented lines that go on with it."""
        parts = [text] if text else []
        while self.at < len(self.lines) and self.lines[self.at].indent > indent:
            parts.append(self.lines[self.at].text)
            self.at += 1
        return " ".join(parts)

    def _scalar(self, indent: int) -> Value:
        text = self.lines[self.at].text
        self.at += 1
        return self._inline(self._folded(indent, text))

    def _inline(self, text: str) -> Value:
        if text[:1] in {"[", "{"}:
            return _Flow(text).value(0)
        return unquote(text)


class _Flow:
    """Reads ``[a, {b: c}]`` on one line."""

    def __init__(self, text: str) -> None:
        self.text, self.at = text, 0

    def value(self, depth: int) -> Value:
        self._blanks()
        opening = self.text[self.at : self.at + 1]
        if depth > _DEEPEST or opening not in {"[", "{"}:
            return unquote(self._word(",]}"))
        self.at += 1
        return self._items(depth) if opening == "[" else self._pairs(depth)

    def _items(self, depth: int) -> list[Value]:
        values: list[Value] = []
        while self._more("]"):
            values.append(self.value(depth + 1))
        return values

    def _pairs(self, depth: int) -> dict[str, Value]:
        values: dict[str, Value] = {}
        while self._more("}"):
            key = unquote(self._word(":,}"))
            if self.text[self.at : self.at + 1] == ":":
                self.at += 1
            values[key] = self.value(depth + 1)
        return values

    def _more(self, closing: str) -> bool:
        """Whether another member comes; the closing bracket is passed."""
        self._blanks(",")
        if self.at >= len(self.text) or self.text[self.at] == closing:
            self.at += 1
            return False
        if self.text[self.at] in "]}":
            self.at += 1
            return False
        return True

    def _blanks(self, also: str = "") -> None:
        while self.at < len(self.text) and self.text[self.at] in " \t" + also:
            self.at += 1

    def _word(self, stops: str) -> str:
        self._blanks()
        start = self.at
        if self.text[start : start + 1] in {'"', "'"}:
            end = self.text.find(self.text[start], start + 1)
            self.at = end + 1 if end > 0 else len(self.text)
        else:
            while self.at < len(self.text) and self.text[self.at] not in stops:
                self.at += 1
        return self.text[start : self.at].strip()


def unquote(text: str) -> str:
    """A scalar without its quotes, escapes resolved."""
    text = text.strip()
    if len(text) > 1 and text[0] == text[-1] == '"':
        return text[1:-1].replace('\\"', '"').replace("\\\\", "\\")
    if len(text) > 1 and text[0] == text[-1] == "'":
        return text[1:-1].replace("''", "'")
    return text
