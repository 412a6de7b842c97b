"""A draft written out: its citations, its bibliography, its anchors, as Markdown, HTML, text or Word."""

import html
import re
from collections.abc import Sequence
from dataclasses import dataclass

from markdown_it import MarkdownIt

from refs.article.block import Block, BlockKind
from refs.article.draft import Draft
from refs.article.edit import Edit, apply_edits
from refs.article.entry import clean
from refs.article.html import read_html
from refs.article.markdown import front_matter_end, read_markdown
from refs.article.word import write_word
from refs.article.words import is_list_heading
from refs.model.article import Format

HEADING = "References"
_OPEN, _SHUT = "\ue000", "\ue001"
_HOLE = re.compile(f"{_OPEN}(\\d+){_SHUT}")


@dataclass(frozen=True, slots=True)
class BuiltEntry:
    """An entry of the bibliography: the id that cites name it by, its number, its text in the output's format."""

    id: str
    text: str
    number: int | None = None


def build_draft(
    draft: Draft,
    citations: Sequence[str],
    entries: Sequence[BuiltEntry],
    output: Format,
    *,
    heading: str = HEADING,
    whole_page: bool = True,
) -> bytes:
    """The article that a draft becomes.

    `citations` are the texts of the draft's citations, `entries` its bibliography, both written for the output:
    HTML for HTML, Markdown for Markdown, plain text for text and Word.
    """
    if output is Format.HTML:
        return _html(draft, citations, entries, heading, whole_page=whole_page).encode()
    if output is Format.MARKDOWN and draft.format is not Format.HTML:
        return _markdown(draft, citations, entries, heading).encode()
    source = (
        _markdown(draft, citations, entries, heading)
        if draft.format is not Format.HTML
        else _filled(draft, citations)
    )
    if output is Format.DOCX:
        return _docx(draft, source, entries, heading)
    return _plain(draft, source, entries, heading).encode()


def _filled(draft: Draft, citations: Sequence[str]) -> str:
    edits = [
        Edit(each.span.start, each.span.end, text)
        for each, text in zip(draft.citations, citations, strict=True)
    ]
    return apply_edits(draft.source, edits)


def _holes(draft: Draft) -> str:
    """The source with a numbered hole for each citation."""
    return _filled(draft, [f"{_OPEN}{index}{_SHUT}" for index in range(len(draft.citations))])


def _markdown(draft: Draft, citations: Sequence[str], entries: Sequence[BuiltEntry], heading: str) -> str:
    source = _filled(draft, citations)
    if not entries:
        return source
    listed = "\n".join(_item(entry) for entry in entries) + "\n"
    place = _empty_heading(source)
    if place is not None:
        return source[:place] + "\n\n" + listed + source[place:].lstrip("\n")
    return f"{source.rstrip()}\n\n## {heading}\n\n{listed}"


def _item(entry: BuiltEntry) -> str:
    return f"{entry.number}. {entry.text}" if entry.number is not None else f"- {entry.text}"


def _empty_heading(source: str) -> int | None:
    """The end of a heading of a reference list that has nothing below it."""
    blocks = [block for block in read_markdown(source).blocks if block.text.strip()]
    last = blocks[-1] if blocks else None
    if last is not None and last.kind is BlockKind.HEADING and is_list_heading(last.text.strip()):
        end = source.find("\n", last.whole.end)
        return end if end >= 0 else len(source)
    return None


def _html(
    draft: Draft, citations: Sequence[str], entries: Sequence[BuiltEntry], heading: str, *, whole_page: bool
) -> str:
    holed = _holes(draft)
    linked = [_linked(draft, index, text, entries) for index, text in enumerate(citations)]
    if draft.format is Format.HTML:
        body = _HOLE.sub(lambda match: linked[int(match[1])], holed)
        return _with_section(body, _section(draft, entries, heading))
    place = _empty_heading(holed)
    text = holed[: holed.rfind("\n", 0, place - 1) + 1] if place is not None else holed
    shown = _renderer().render(text[front_matter_end(text) :])
    body = _HOLE.sub(lambda match: linked[int(match[1])], shown) + _section(draft, entries, heading)
    if not whole_page:
        return body
    title = html.escape(draft.title or draft.path)
    return f'<!doctype html>\n<html>\n<head>\n<meta charset="utf-8">\n<title>{title}</title>\n</head>\n<body>\n{body}</body>\n</html>\n'


def _renderer() -> MarkdownIt:
    return MarkdownIt("commonmark", {"html": True}).enable("table")


def _anchor(key: str) -> str:
    return re.sub(r"[^\w.-]+", "-", key).strip("-")


def _linked(draft: Draft, index: int, text: str, entries: Sequence[BuiltEntry]) -> str:
    """A citation with links to its entries: number by number where numbers are printed."""
    keys = [cite.id for cite in draft.citations[index].citation.cites]
    numbers = {
        str(entry.number): entry.id for entry in entries if entry.number is not None and entry.id in keys
    }
    shown = (
        re.sub(r"(?<![\w;#&/.-])\d+(?![\w;.])", lambda match: _number_link(match[0], numbers), text)
        if numbers
        else text
    )
    if (
        shown == text
        and len(keys) == 1
        and any(entry.id == keys[0] for entry in entries)
        and "<a " not in text
    ):
        shown = f'<a href="#ref-{_anchor(keys[0])}">{text}</a>'
    return f'<span class="citation" id="cite-{index + 1}">{shown}</span>'


def _number_link(number: str, ids: dict[str, str]) -> str:
    return f'<a href="#ref-{_anchor(ids[number])}">{number}</a>' if number in ids else number


def _section(draft: Draft, entries: Sequence[BuiltEntry], heading: str) -> str:
    if not entries:
        return ""
    listed = "ol" if all(entry.number is not None for entry in entries) else "ul"
    rows = "".join(
        f'<li id="ref-{_anchor(entry.id)}">{entry.text}{_back(draft, entry)}</li>\n' for entry in entries
    )
    return f'<section class="references">\n<h2>{html.escape(heading)}</h2>\n<{listed}>\n{rows}</{listed}>\n</section>\n'


def _back(draft: Draft, entry: BuiltEntry) -> str:
    """Links from an entry to the places that cite it."""
    places = [
        n
        for n, each in enumerate(draft.citations, 1)
        if any(cite.id == entry.id for cite in each.citation.cites)
    ]
    return "".join(f' <a class="footnote-back" href="#cite-{place}">↩</a>' for place in places)


def _with_section(body: str, section: str) -> str:
    """The page with the bibliography before the end of its article, main part or body."""
    for closing in ("</article>", "</main>", "</body>", "</html>"):
        at = body.lower().rfind(closing)
        if at >= 0:
            return body[:at] + section + body[at:]
    return body + ("" if body.endswith("\n") or not section else "\n") + section


def _plain(draft: Draft, source: str, entries: Sequence[BuiltEntry], heading: str) -> str:
    if draft.format is Format.HTML:
        lines = [
            _plain_line(block) for block in read_html(source).blocks if block.kind is not BlockKind.FURNITURE
        ]
        listed = [f"{entry.number}. {entry.text}" if entry.number else entry.text for entry in entries]
        return (
            "\n\n".join([line for line in lines if line] + ([heading, "\n".join(listed)] if listed else []))
            + "\n"
        )
    blocks = [block for block in read_markdown(source).blocks if block.kind is not BlockKind.FURNITURE]
    text = "\n".join(_plain_line(block) for block in blocks)
    return re.sub(r"\n{3,}", "\n\n", text).strip() + "\n"


def _plain_line(block: Block) -> str:
    if block.kind is BlockKind.CODE:
        return "" if re.match(r"\s*(?:```|~~~)", block.text) else block.text
    words = clean(block.text)
    if block.kind is BlockKind.ITEM and not block.labelled:
        return f"{block.number}. {words}" if block.number else f"- {words}"
    return words


def _docx(draft: Draft, source: str, entries: Sequence[BuiltEntry], heading: str) -> bytes:
    if draft.format is Format.HTML:
        return write_word((), draft.title, _plain(draft, source, entries, heading).split("\n\n"))
    return write_word(_renderer().parse(source[front_matter_end(source) :]), draft.title)
