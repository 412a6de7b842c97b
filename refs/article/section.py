"""Sections: the parts of an article that have a list of their own, each counting from 1."""

from collections.abc import Sequence
from dataclasses import replace

from refs.model.article import Article, Span


def sections_of(article: Article) -> Sequence[Article]:
    """The article itself where its numbers are unique; else one article for each list, with the markers before it."""
    numbers = [entry.number or entry.position for entry in article.entries]
    if len(set(numbers)) == len(numbers):
        return (article,)
    start, sections = 0, []
    for span in sorted(article.lists, key=lambda each: each.start):
        sections.append(_section(article, start, span))
        start = span.end
    return sections


def section_at(article: Article, place: int) -> Article:
    """The section that a place belongs to: the one whose list comes next."""
    sections = sections_of(article)
    for section in sections:
        if any(span.end >= place for span in section.lists):
            return section
    return sections[-1] if sections else article


def _section(article: Article, start: int, span: Span) -> Article:
    return replace(
        article,
        entries=tuple(entry for entry in article.entries if span.start <= entry.span.start < span.end),
        markers=tuple(marker for marker in article.markers if start <= marker.span.start < span.end),
        lists=(span,),
    )
