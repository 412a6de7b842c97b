"""Sentences with a statistic that nothing backs."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from refs.article.block import Block, BlockKind
from refs.article.html import HtmlBlocks
from refs.article.markdown import read_markdown
from refs.article.plain import read_plain
from refs.model.article import Article, Finding, Format, Span

# 30.6 million adults | 20 % | one in five | 4.6 times higher | a 2019 study | 49,316 deaths
_STATISTIC = re.compile(
    r"\d[\d.,]*\s?(?:%|percent|per cent|million|billion|Prozent|Millionen)|\b(?:one|two|three|\d+) (?:in|out of) (?:\w+|\d+)\b"
    r"|\b\d[\d.,]*\s?(?:times|-fold)\b|\b\d{1,3}(?:,\d{3})+ [a-z]+|\bstud(?:y|ies)\b.{0,60}\b(?:found|showed|estimated|suggests?|reported)\b",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[^.!?\n]{20,600}(?:\.(?=\d)[^.!?\n]{0,600}){0,6}[.!?]?")
_PROSE = {BlockKind.PARAGRAPH, BlockKind.ITEM}
_NEAR = 400
_TAG = re.compile(r"<[^>]{0,500}>")


def uncited_claims(article: Article) -> Iterator[Finding]:
    """A finding for each sentence with a statistic and no marker in it or right after it."""
    markers = sorted(marker.span.start for marker in article.markers)
    end = min((span.start for span in article.lists), default=len(article.source))
    for block in _blocks(article):
        for match in _SENTENCE.finditer(block.text) if block.kind in _PROSE else ():
            span = block.span(match.start(), match.end())
            if span.end <= end and _STATISTIC.search(match[0]) and not _is_cited(article, markers, span):
                text = " ".join(match[0].split())
                yield Finding("uncited-claim", "A statistic that nothing backs.", span, text=text)


def _blocks(article: Article) -> Sequence[Block]:
    """The article's text as its reader sees it."""
    if article.format in {Format.HTML, Format.WORDPRESS}:
        reader = HtmlBlocks(article.source)
        extent = article.extent or Span(0, len(article.source))
        reader.feed(extent.start, extent.end)
        return reader.blocks
    if article.format is Format.MARKDOWN:
        return read_markdown(article.source).blocks
    return read_plain(article.source).blocks if article.format is Format.TEXT else ()


def _is_cited(article: Article, markers: Sequence[int], span: Span) -> bool:
    """Whether a marker stands in the sentence, or after it with nothing but punctuation and markup between."""
    at = bisect_left(markers, span.start)
    if at == len(markers):
        return False
    between = _TAG.sub("", article.source[span.end : max(span.end, markers[at])][:_NEAR])
    return markers[at] <= span.end + _NEAR and not re.search(r"\w", between)
