"""Drafts: [@key], [@doi:10.…; @pmid:…, p. 4], [@https://…] in Markdown and HTML, as citations with their places."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from refs.article.block import Block, BlockKind
from refs.article.candidate import is_masked
from refs.article.decode import decode
from refs.article.html import read_html
from refs.article.markdown import read_markdown
from refs.article.sniff import detect_format
from refs.model.article import Format, Span
from refs.model.citation import Citation, CitationMode, Cite


@dataclass(frozen=True, slots=True)
class DraftCitation:
    """A citation as the draft writes it, and its place in the source; the ids of its cites are the keys as written."""

    citation: Citation
    span: Span
    raw: str


@dataclass(frozen=True, slots=True)
class Draft:
    """A text with citations to be written out."""

    path: str
    format: Format
    source: str
    citations: tuple[DraftCitation, ...]
    title: str | None = None

    @property
    def keys(self) -> tuple[str, ...]:
        """What is cited, in the order of first citation."""
        return tuple(dict.fromkeys(cite.id for each in self.citations for cite in each.citation.cites))


_GROUP = re.compile(r"\[(?=[^\[\]]{0,300}@)[^\[\]]{1,2000}\](?![(\[:])")
_BARE = re.compile(
    r"(?<![\w@./\[-])@(?:\{([^}\s]{1,500})\}|([A-Za-z][\w:.+/-]{1,200}))(?:\s\[([^\[\]@]{1,200})\])?"
)
# see @doe2019, pp. 3-4 and passim
_CITE = re.compile(
    r"^(?P<prefix>[^@]*?)(?P<minus>-?)@(?:\{(?P<braced>[^}]{1,2000})\}|(?P<key>\S+?))(?P<rest>(?:,\s.*|\s.*|,)?)$",
    re.DOTALL,
)
_LOCATOR = re.compile(
    r"^,?\s*(?:(?P<label>pages?|pp?|chapters?|chaps?|ch|sections?|secs?|figures?|figs?|paragraphs?|paras?|volumes?|vols?|numbers?|nos?|verses?|lines?|notes?|books?|parts?|columns?|folios?)\b\.?\s*|(?P<sign>§§?|¶)\s*)?"
    r"(?P<locator>\d[\w–-]*(?:\s?[,&–-]\s?\d[\w–-]*)*|(?<=[.\s§¶])[ivxlc]+(?:[–-][ivxlc]+)?)(?P<suffix>.*)$",
    re.DOTALL | re.IGNORECASE,
)
_LABELS = {
    "p": "page",
    "pp": "page",
    "ch": "chapter",
    "chap": "chapter",
    "sec": "section",
    "§": "section",
    "fig": "figure",
    "para": "paragraph",
    "¶": "paragraph",
    "vol": "volume",
    "no": "issue",
    "number": "issue",
}
_ADDRESS = re.compile(r"^(?:https?|doi|pmid|pmc|pmcid|isbn|arxiv|nct|nbk|setid):", re.IGNORECASE)
_EMAIL = re.compile(r"\w@\w")


def read_draft(data: bytes | str, path: str, format: Format | None = None) -> Draft:  # noqa: A002
    """The citations of a draft; bare @keys count where they are an identifier or are cited in brackets as well."""
    source = decode(data, path)[0] if isinstance(data, bytes) else data
    form = format or detect_format(path, data)
    page = read_html(source) if form is Format.HTML else read_markdown(source)
    grouped = [each for block in page.blocks for each in _groups(block)]
    known = {cite.id for each in grouped for cite in each.citation.cites}
    bare = [each for block in page.blocks for each in _bare(block, known)]
    inside = sorted(grouped + bare, key=lambda each: each.span.start)
    return Draft(path, form, source, tuple(_apart(inside)), page.title)


def _apart(found: Sequence[DraftCitation]) -> Iterator[DraftCitation]:
    end = -1
    for each in found:
        if each.span.start >= end:
            end = each.span.end
            yield each


def _groups(block: Block) -> Iterator[DraftCitation]:
    if block.kind in {BlockKind.CODE, BlockKind.FURNITURE}:
        return
    for match in _GROUP.finditer(block.text):
        if is_masked(block, match.start()):
            continue
        cites = tuple(cite for part in _parts(match[0][1:-1]) if (cite := read_cite(part)) is not None)
        if cites:
            yield DraftCitation(Citation(cites), block.span(match.start(), match.end()), match[0])


def _parts(inner: str) -> list[str]:
    """The cites of a group: parted by semicolons that another key follows."""
    return re.split(r"\s*;\s*(?=[^;@]*@)", inner)


def read_cite(text: str) -> Cite | None:
    """The cite that a part of a group writes.

    >>> cite = read_cite("see @doe2019, p. 4")
    >>> cite.prefix, cite.id, cite.label, cite.locator
    ('see ', 'doe2019', 'page', '4')
    """
    match = _CITE.match(text.strip())
    if match is None or _EMAIL.search(text[: match.start("minus") + 2]):
        return None
    key = match["braced"] or _key(match["key"])
    rest = (match["key"] or "")[len(key) :] + match["rest"] if match["key"] else match["rest"]
    locator, label, suffix = _located(rest)
    prefix = match["prefix"].lstrip()
    return Cite(key, locator, label, prefix, suffix, suppress_author=bool(match["minus"]))


def _key(written: str) -> str:
    """The key without the punctuation that follows it."""
    return written.rstrip(",;") if _ADDRESS.match(written) else written.rstrip(",;:.!?")


def _located(rest: str) -> tuple[str | None, str | None, str]:
    match = _LOCATOR.match(rest) if rest.strip(" ,") else None
    if match is None:
        return None, None, rest.strip(" ,") and rest.rstrip()
    label = (match["label"] or match["sign"] or "p").lower().strip(".")
    singular = label.removesuffix("s") if label not in {"p", "pp", "§§"} else label[:1]
    return (
        match["locator"].strip(),
        _LABELS.get(label, _LABELS.get(singular, singular)),
        match["suffix"].rstrip(),
    )


def _bare(block: Block, known: set[str]) -> Iterator[DraftCitation]:
    """@key in the sentence, with a locator in brackets after it."""
    if block.kind in {BlockKind.CODE, BlockKind.FURNITURE}:
        return
    for match in _BARE.finditer(block.text):
        key = match[1] or _key(match[2])
        if is_masked(block, match.start()) or not (key in known or _ADDRESS.match(key)):
            continue
        locator, label, suffix = _located(f", {match[3]}") if match[3] else (None, None, "")
        end = match.end() if match[3] or match[1] else match.start(2) + len(key)
        citation = Citation((Cite(key, locator, label, suffix=suffix),), mode=CitationMode.COMPOSITE)
        yield DraftCitation(citation, block.span(match.start(), end), block.text[match.start() : end])
