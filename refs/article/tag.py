"""The tags of HTML and XML source, with their places; nothing is ever expanded or fetched."""

import html
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

_NAME = re.compile(r"</?([a-zA-Z][^\s/>]*)")
_TAG = re.compile(r"</?[a-zA-Z](?>[^>\"']+|\"[^\"]*\"|'[^']*')*+>")
_ATTRIBUTE = re.compile(r"([^\s\"'<>/=]+)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'=<>`]+)))?")
_WINDOW, _PATIENCE = 8192, 200
_RAW = {"script", "style", "textarea", "xmp", "iframe", "noembed", "noframes"}


@dataclass(slots=True)
class Tag:
    """A tag at a place of the source."""

    name: str
    start: int
    end: int
    closing: bool
    source: str

    @property
    def attributes(self) -> Mapping[str, str]:
        """The attributes, names in lower case, entities resolved."""
        inner = self.source[self.start + 1 + len(self.name) : self.end - 1]
        return {
            name.lower(): html.unescape(double or single or bare)
            if "&" in (double or single or bare)
            else (double or single or bare)
            for name, double, single, bare in _ATTRIBUTE.findall(inner)
        }

    @property
    def empty(self) -> bool:
        """Whether the tag closes itself."""
        return self.source[self.end - 2 : self.end - 1] == "/"


@dataclass(slots=True)
class Words:
    """Text between tags."""

    start: int
    end: int


def scan(source: str, start: int = 0, end: int | None = None) -> Iterator[Tag | Words]:
    """The tags and the text between them; comments, declarations and raw elements are passed over."""
    return _Scanner(source, start, len(source) if end is None else end).run()


class _Scanner:
    """Walks over the source once, however broken it is."""

    def __init__(self, source: str, start: int, end: int) -> None:
        self.source, self.at, self.end = source, start, end
        self.failures = 0
        self.missing: set[str] = set()

    def run(self) -> Iterator[Tag | Words]:
        words = self.at
        while (less := self.source.find("<", self.at, self.end)) >= 0:
            past, tag = self._markup(less)
            if past == less:  # a lone less-than sign
                self.at = less + 1
                continue
            if less > words:
                yield Words(words, less)
            if tag is not None:
                yield tag
            self.at = words = past
        if self.end > words:
            yield Words(words, self.end)

    def _markup(self, less: int) -> tuple[int, Tag | None]:
        """Where the markup at a less-than sign ends, and its tag."""
        following = self.source[less + 1 : less + 2]
        if following in {"!", "?"}:
            return self._declaration(less), None
        name = _NAME.match(self.source, less, self.end)
        if name is None:
            return less, None
        past = self._tag_end(less)
        if past < 0:
            return less, None
        tag = Tag(name[1].lower(), less, past, following == "/", self.source)
        if tag.name in _RAW and not tag.closing and not tag.empty:
            return self._raw_end(tag.name, past), tag
        return past, tag

    def _declaration(self, less: int) -> int:
        for opening, closing in (("<!--", "-->"), ("<![CDATA[", "]]>"), ("<?", ">"), ("<!", ">")):
            if self.source.startswith(opening, less):
                found = self._find(closing, less + len(opening))
                return self.end if found < 0 else found + len(closing)
        return less

    def _tag_end(self, less: int) -> int:
        if self.failures < _PATIENCE:
            match = _TAG.match(self.source, less, min(self.end, less + _WINDOW))
            if match:
                return match.end()
            self.failures += 1
        found = self._find(">", less)
        return found + 1 if found >= 0 else -1

    def _raw_end(self, name: str, past: int) -> int:
        """The place of the closing tag of an element whose content is no markup."""
        for spelling in (f"</{name}", f"</{name.upper()}"):
            found = self._find(spelling, past)
            if found >= 0:
                return found
        return past

    def _find(self, what: str, start: int) -> int:
        """The next place of some words; once missing they are not looked for again."""
        if what in self.missing:
            return -1
        found = self.source.find(what, start, self.end)
        if found < 0:
            self.missing.add(what)
        return found
