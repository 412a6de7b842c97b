"""Sentences with a statistic that nothing backs."""

import re
from collections.abc import Iterator

from refs.model.article import Article, Finding, Format, Span

# 30.6 million adults | 20 % | one in five | 4.6 times higher | a 2019 study | 49,316 deaths
_STATISTIC = re.compile(
    r"\d[\d.,]*\s?(?:%|percent|per cent|million|billion|Prozent|Millionen)|\b(?:one|two|three|\d+) (?:in|out of) (?:\w+|\d+)\b"
    r"|\b\d[\d.,]*\s?(?:times|-fold)\b|\b\d{1,3}(?:,\d{3})+ [a-z]+|\bstud(?:y|ies)\b.{0,60}\b(?:found|showed|estimated|suggests?|reported)\b",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[^.!?\n]{20,600}(?:\.(?=\d)[^.!?\n]{0,600}){0,6}[.!?]?")
_TAG = re.compile(r"<[^>]{0,500}>")


def uncited_claims(article: Article) -> Iterator[Finding]:
    """A finding for each sentence with a statistic and no marker in it or right after it."""
    if article.format in {Format.DOCX}:
        return
    markers = sorted(marker.span.start for marker in article.markers)
    end = min((span.start for span in article.lists), default=len(article.source))
    for match in _SENTENCE.finditer(article.source, 0, end):
        words = _TAG.sub("", match[0]).strip()
        if _STATISTIC.search(words) and not _is_cited(markers, *match.span()):
            message = "A statistic that nothing backs."
            yield Finding("uncited-claim", message, Span(*match.span()), text=" ".join(words.split()))


def _is_cited(markers: list[int], start: int, end: int) -> bool:
    return any(start <= place <= end + 12 for place in markers)
