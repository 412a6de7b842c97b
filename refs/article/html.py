"""HTML, whole pages and fragments: blocks of visible text, each character tied to its place in the source."""

import html
import re

from refs.article.block import Block, BlockKind, Page, Stretch, TextBuilder
from refs.article.entity import add_words
from refs.article.tag import Tag, Words, scan
from refs.article.words import is_list_heading
from refs.model.article import Format, Span

_BREAKS = {
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "caption",
    "center",
    "dd",
    "details",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "head",
    "header",
    "hr",
    "html",
    "li",
    "main",
    "nav",
    "ol",
    "p",
    "pre",
    "section",
    "summary",
    "table",
    "tbody",
    "tfoot",
    "thead",
    "tr",
    "ul",
    "option",
    "legend",
}
_FURNITURE = {
    "nav",
    "form",
    "button",
    "select",
    "svg",
    "template",
    "noscript",
    "menu",
    "dialog",
    "video",
    "audio",
    "canvas",
    "object",
    "math",
}
_SKIPPED = {"script", "style", "textarea", "iframe", "xmp", "noembed", "noframes"}
_ASIDE = {"aside", "footer"}
_CODE = {"code", "kbd", "samp", "tt"}
_BOXES = {"div", "section", "ul", "ol", "aside", "footer", "span", "td", "details", "p"}
_FURNISHED = frozenset(
    {
        "sidebar",
        "widget",
        "widget-area",
        "comments",
        "comment-list",
        "commentlist",
        "comments-area",
        "comment-respond",
        "respond",
        "related",
        "related-posts",
        "relatedposts",
        "jp-relatedposts",
        "sharedaddy",
        "share-links",
        "social-share",
        "breadcrumb",
        "breadcrumbs",
        "toc",
        "table-of-contents",
        "ez-toc-container",
        "lwptoc",
        "navbox",
        "catlinks",
        "mw-editsection",
        "printfooter",
        "mw-navigation",
        "site-footer",
        "footer-widgets",
        "cookie-notice",
        "newsletter",
        "popup",
        "modal",
        "post-navigation",
        "nav-links",
        "author-box",
        "screen-reader-text",
        "sr-only",
        "visually-hidden",
        "mw-cite-backlink",
        "mw-jump-link",
        "pagination",
        "footnote_tooltip",
        "footnotereverse",
        "footnote-backref",
        "footnote-back",
        "wp-block-comments",
        "addtoany_share_save_container",
    }
)
_KEEPS = re.compile(r"foot-?note|reference|citation|source|endnote|biblio|notes", re.IGNORECASE)
_ID = re.compile(r"\s(?:id|name)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))", re.IGNORECASE)
_HEADING_LENGTH, _MARGIN = 80, 40
_SOFT = {"p", "div", "section", "blockquote", "dd", "dt", "dl", "figcaption", "figure", "address", "center"}
_WHOLE = {"li", "tr", "h1", "h2", "h3", "h4", "h5", "h6"}
_VOID = {
    "br",
    "hr",
    "img",
    "input",
    "meta",
    "link",
    "wbr",
    "area",
    "base",
    "col",
    "embed",
    "source",
    "track",
    "param",
}


def read_html(source: str) -> Page:
    """The blocks of a page or a fragment."""
    reader = HtmlBlocks(source)
    reader.feed(0, len(source))
    return Page(Format.HTML, source, reader.blocks, reader.title)


class HtmlBlocks:
    """Walks over tags and text and puts blocks together; stretches of a source can be fed one after another."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.blocks: list[Block] = []
        self.title: str | None = None
        self._lists: list[tuple[bool, int, int]] = []
        self._list_ids = 0
        self._apart: list[tuple[str, int]] = []
        self._anchors: list[str] = []
        self._inside: dict[str, list[tuple[int, str]]] = {}
        self._pre = 0
        self._reset(0)

    def _reset(self, place: int) -> None:
        self._text = TextBuilder()
        self._from = place
        self._links: list[Stretch] = []
        self._raised: list[Stretch] = []
        self._masked: list[Stretch] = []
        self._kind, self._level, self._list_id = BlockKind.PARAGRAPH, 0, 0
        self._number: int | None = None

    def feed(self, start: int, end: int) -> None:
        """The blocks of a stretch of the source."""
        self._from = start
        for piece in scan(self.source, start, end):
            if isinstance(piece, Words):
                self._words(piece.start, piece.end)
            elif piece.closing:
                self._close(piece)
            else:
                self._open(piece)
        self._flush(end)

    def _words(self, start: int, end: int) -> None:
        add_words(self._text, self.source, start, end, flat=not self._pre)

    def _open(self, tag: Tag) -> None:
        name = tag.name
        if name in _SKIPPED:
            return
        if name in _BREAKS:
            self._break(tag, tag.start)
        self._note_anchor(tag)
        if name not in _VOID and not tag.empty and self._is_apart(tag):
            self._set_apart(tag)
        elif self._apart and self._apart[-1][0] == name:
            self._apart[-1] = (name, self._apart[-1][1] + 1)
        self._begin(tag)

    def _break(self, tag: Tag, place: int) -> None:
        """A new block; inside a list item a paragraph only breaks the line."""
        if self._kind is BlockKind.ITEM and tag.name in _SOFT and not self._text.is_empty():
            self._text.add("\n", tag.start, tag.end - tag.start)
        else:
            self._flush(place)

    def _begin(self, tag: Tag) -> None:
        """What a tag begins."""
        name = tag.name
        self._kind = BlockKind.ROW if name == "tr" else self._kind
        self._pre += name == "pre"
        if name in {"ol", "ul", "menu"}:
            self._list_ids += 1
            self._lists.append(
                (name == "ol", self._list_ids, _whole(tag.attributes.get("start"), 1) if name == "ol" else 1)
            )
        elif name == "li":
            self._begin_item(tag)
        elif name in {"td", "th"}:
            self._text.add("\t", tag.start, tag.end - tag.start)
        elif name == "br":
            self._line_break(tag)
        elif len(name) == 2 and name[0] == "h" and name[1] in "123456":
            self._kind, self._level = BlockKind.HEADING, int(name[1])
        elif name == "title" and self.title is None:
            self.title = self._title(tag)
        elif name in {"a", "sup"} or name in _CODE:
            target = tag.attributes.get("href", "") if name == "a" else ""
            self._inside.setdefault(name, []).append((self._text.length, target.strip()))

    def _line_break(self, tag: Tag) -> None:
        """A new line; after the heading of a list a new block."""
        if self._kind is BlockKind.PARAGRAPH and self._is_heading_so_far():
            self._flush(tag.start)
        self._text.add("\n", tag.start, tag.end - tag.start)

    def _is_heading_so_far(self) -> bool:
        return self._text.length < _HEADING_LENGTH and is_list_heading(self._text.text().strip())

    def _begin_item(self, tag: Tag) -> None:
        ordered, list_id, number = self._lists[-1] if self._lists else (False, 0, 1)
        number = _whole(tag.attributes.get("value"), number) if ordered else number
        self._kind, self._list_id, self._level = BlockKind.ITEM, list_id, len(self._lists)
        self._number = number if ordered else None
        if self._lists:
            self._lists[-1] = (ordered, list_id, number + 1)

    def _close(self, tag: Tag) -> None:
        name = tag.name
        if name in _BREAKS:
            self._break(tag, tag.end)
        if name in {"ol", "ul", "menu"} and self._lists:
            self._lists.pop()
        elif name == "pre":
            self._pre = max(0, self._pre - 1)
        elif self._inside.get(name):
            self._end_stretch(name, tag.start)
        if name in _WHOLE:
            self._reset(tag.end)
        if self._apart and self._apart[-1][0] == name:
            self._leave(name)

    def _leave(self, name: str) -> None:
        depth = self._apart[-1][1] - 1
        if depth:
            self._apart[-1] = (name, depth)
            return
        if name not in _BREAKS:
            self._flush(self._from, keep=True)
        self._apart.pop()

    def _end_stretch(self, name: str, place: int) -> None:
        start, target = self._inside[name].pop()
        stretch = Stretch(start, self._text.length, target)
        if stretch.end <= stretch.start:
            return
        if name == "a":
            if target:
                self._links.append(stretch)
        elif name == "sup":
            self._raised.append(stretch)
            if self._begins_line(stretch):
                self._text.add(" ", place, 0)  # a label, not glued to its entry
        else:
            self._masked.append(stretch)

    def _begins_line(self, stretch: Stretch) -> bool:
        """Whether nothing stands before a superscript on its line: then it is a label."""
        near = "".join(self._text.parts[-4:])
        before = near[: len(near) - (stretch.end - stretch.start)].rstrip(" \xa0\t")
        return before.endswith("\n") or (not before and stretch.start <= _MARGIN)

    def _note_anchor(self, tag: Tag) -> None:
        if "id" in (words := self.source[tag.start : tag.end]) or "name" in words:
            for double, single, bare in _ID.findall(words):
                self._anchors.append(double or single or bare)

    def _is_apart(self, tag: Tag) -> bool:
        """Whether an element is furniture: a menu, comments, a tool-tip."""
        if tag.name in _FURNITURE:
            return True
        if tag.name not in _BOXES:
            return False
        words = self.source[tag.start : tag.end]
        if "class" not in words and "id" not in words and "role" not in words:
            return tag.name in _ASIDE
        attributes = tag.attributes
        names = f"{attributes.get('class', '')} {attributes.get('id', '')} {attributes.get('role', '')}"
        if not _FURNISHED.isdisjoint(names.lower().split()):
            return True
        return tag.name in _ASIDE and not _KEEPS.search(names)

    def _set_apart(self, tag: Tag) -> None:
        if tag.name not in _BREAKS:
            self._flush(tag.start, keep=True)
        self._apart.append((tag.name, 1))

    def _flush(self, end: int, *, keep: bool = False) -> None:
        """The block so far, if it says anything; a break within a line keeps what the block is."""
        before = (self._kind, self._level, self._number, self._list_id)
        if not self._text.is_empty():
            self._close_stretches()
            self.blocks.append(self._block(end))
            self._anchors = self._anchors if keep else []
            self._reset(end)
            if keep:
                self._kind, self._level, self._number, self._list_id = before
        elif self._text.length:
            self._reset(end)
            self._kind, self._level, self._number, self._list_id = before

    def _close_stretches(self) -> None:
        """Links and superscripts that run over a break end here and begin again."""
        for name, opened in self._inside.items():
            for at in range(len(opened)):
                start, target = opened[at]
                if name == "a" and target and self._text.length > start:
                    self._links.append(Stretch(start, self._text.length, target))
                opened[at] = (0, target)

    def _block(self, end: int) -> Block:
        kind = BlockKind.FURNITURE if self._apart else BlockKind.CODE if self._pre else self._kind
        text = self._text
        return Block(
            text.text(),
            text.starts,
            text.places,
            text.widths,
            kind,
            self._level,
            self._number,
            list_id=self._list_id,
            outer=Span(self._from, end),
            anchors=tuple(self._anchors),
            links=tuple(self._links),
            raised=tuple(self._raised),
            masked=tuple(self._masked),
            labelled=self._kind is not BlockKind.ITEM,
            roles=frozenset({self._apart[-1][0]} if self._apart else ()),
            gap="\n\n",
        )

    def _title(self, tag: Tag) -> str | None:
        end = self.source.find("<", tag.end, tag.end + 1000)
        return " ".join(html.unescape(self.source[tag.end : end]).split()) or None if end > 0 else None


def _whole(text: str | None, default: int) -> int:
    return int(text) if text and text.strip().isdecimal() and len(text) < 6 else default
