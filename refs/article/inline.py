"""Markdown inside a block: escapes, links, emphasis, code, tags, superscripts, as visible text."""

import html
import re

from refs.article.block import Block, BlockKind, Stretch, TextBuilder
from refs.model.article import Span

_INLINE = re.compile(
    r"(?P<escape>\\[!-/:-@\[-`{-~])"
    r"|(?P<code>(?<!`)(?P<tick>`{1,3})(?!`)[^`\n]{1,400}(?P=tick)(?!`))"
    r"|(?P<image>!\[[^\]\n]{0,300}\]\([^)\s]{0,2000}(?:\s+\"[^\"\n]{0,300}\")?\))"
    r"|(?P<link>(?<!\])\[(?P<words>(?:[^\[\]\\]|\\.|\[[^\[\]]{0,200}\]){1,1000})\]"
    r"\(\s{0,3}<?(?P<href>[^()\s<>]{0,2000}(?:\([^()\s]{0,300}\)[^()\s<>]{0,500}){0,5})>?(?:\s+(?:\"[^\"\n]{0,300}\"|'[^'\n]{0,300}'))?\s{0,3}\)(?:\{[^}\n]{0,200}\})?)"
    r"|(?P<auto><(?P<address>(?:https?://|mailto:)[^\s<>]{1,2000})>)"
    r"|(?P<comment><!--.{0,20000}?-->)"
    r"|(?P<tag></?(?P<name>[a-zA-Z][a-zA-Z0-9-]{0,20})(?:\s(?:[^<>\"']|\"[^\"<>]{0,2000}\"|'[^'<>]{0,2000}'){0,1000})?/?>)"
    r"|(?P<url>https?://[^\s<>\"\]]{1,2000})"
    r"|(?P<raised>(?<![\s^\\\[])\^(?P<digits>[\[(]?\d{1,3}(?:[,;–-]\s?\d{1,3}){0,10}[\])]?)\^)"
    r"|(?P<entity>&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});)"
    r"|(?P<stars>\*{1,3}+(?=\S)|(?<=[^\s*])\*{1,3}+|~~)"
    r"|(?P<lines>(?<![\w_])_{1,3}+(?=[^\s_])|(?<=[^\s_])_{1,3}+(?![\w_]))",
    re.DOTALL,
)
_NEAR = 200
_ATTRIBUTE = re.compile(r"(id|name|href)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))", re.IGNORECASE)


class InlineReader:
    """Reads the inline Markdown of one block."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.text = TextBuilder()
        self.links: list[Stretch] = []
        self.raised: list[Stretch] = []
        self.masked: list[Stretch] = []
        self.anchors: list[str] = []
        self._opened: dict[str, tuple[int, str]] = {}

    def read(self, start: int, end: int) -> None:
        """The visible text of a stretch of the source."""
        at = start
        for match in _INLINE.finditer(self.source, start, end):
            if match.start() < at:
                continue
            self.text.add(self.source[at : match.start()], at)
            self._take(match)
            at = match.end()
        self.text.add(self.source[at:end], at)

    def _take(self, match: re.Match[str]) -> None:
        kind = match.lastgroup
        start, end = match.span()
        if match["escape"]:
            self.text.add(match[0][1], start, 2)
        elif match["code"]:
            ticks = len(match["tick"])
            self._stretch(self.masked, start + ticks, end - ticks)
        elif match["link"]:
            self._link(match)
        elif match["auto"]:
            self._address(match.start("address"), match.end("address"))
        elif match["url"]:
            self._address(start, end)
        elif match["tag"]:
            self._tag(match)
        elif match["raised"]:
            self._stretch(self.raised, match.start("digits"), match.end("digits"))
        elif match["entity"]:
            self.text.add(html.unescape(match[0]).replace("\xa0", " "), start, end - start)
        elif match["comment"] or match["image"]:
            self.text.add(" " if kind else "", start, end - start)

    def _stretch(self, where: list[Stretch], start: int, end: int, target: str = "") -> None:
        begun = self.text.length
        self.text.add(self.source[start:end], start)
        where.append(Stretch(begun, self.text.length, target))

    def _address(self, start: int, end: int) -> None:
        begun = self.text.length
        self._stretch(self.masked, start, end)
        self.links.append(Stretch(begun, self.text.length, self.source[start:end].rstrip(".,;)")))

    def _link(self, match: re.Match[str]) -> None:
        """The words of a link; its brackets belong to its first and last character, so that spans take them in."""
        inner = InlineReader(self.source)
        inner.read(match.start("words"), match.end("words"))
        begun = self.text.length
        for text, place, width in zip(inner.text.parts, inner.text.places, inner.text.widths, strict=True):
            self.text.add(text, place, width)
        self._widen(match, inner)
        for target, found in ((self.raised, inner.raised), (self.masked, inner.masked)):
            target.extend(Stretch(each.start + begun, each.end + begun) for each in found)
        self.links.append(Stretch(begun, self.text.length, match["href"]))

    def _widen(self, match: re.Match[str], inner: "InlineReader") -> None:
        if inner.text.length < 2:
            return
        text = self.text
        last = text.parts.pop()
        place, width = text.places.pop(), text.widths.pop()
        text.starts.pop()
        text.length -= len(last)
        if not width and len(last) > 1:
            text.add(last[:-1], place)
            place, last = place + len(last) - 1, last[-1]
        text.add(last, place, match.end() - place)

    def _tag(self, match: re.Match[str]) -> None:
        name = match["name"].lower()
        for attribute, double, single, bare in _ATTRIBUTE.findall(match[0]):
            if attribute.lower() in {"id", "name"}:
                self.anchors.append(double or single or bare)
        if match[0].startswith("</"):
            self._close(name, match.start())
        elif name in {"sup", "a", "code"}:
            href = next(
                (a or b or c for key, a, b, c in _ATTRIBUTE.findall(match[0]) if key.lower() == "href"), ""
            )
            self._opened[name] = (self.text.length, href)
        elif name in {"br", "p", "li", "tr", "div"}:
            self.text.add("\n" if name == "br" else " ", match.start(), len(match[0]))

    def _close(self, name: str, place: int) -> None:
        start, target = self._opened.pop(name, (-1, ""))
        if 0 <= start < self.text.length:
            stretch = Stretch(start, self.text.length, target)
            {"sup": self.raised, "a": self.links}.get(name, self.masked).append(stretch)
            if name == "sup" and self._begins_line(start):
                self.text.add(" ", place)  # a label, not glued to its entry

    def _begins_line(self, start: int) -> bool:
        near = self.text.text()[:start] if start < _NEAR else ""
        return start < _NEAR and not near.rpartition("\n")[2].strip(" -*•")


def inline_block(source: str, start: int, end: int, kind: BlockKind = BlockKind.PARAGRAPH) -> Block:
    """The block of inline Markdown between two offsets."""
    reader = InlineReader(source)
    reader.read(start, end)
    text = reader.text
    return Block(
        text.text(),
        text.starts or (0,),
        text.places or (start,),
        text.widths or (0,),
        kind,
        outer=Span(start, end),
        anchors=tuple(reader.anchors),
        links=tuple(reader.links),
        raised=tuple(reader.raised),
        masked=tuple(reader.masked),
    )
