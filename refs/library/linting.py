"""What is wrong with the citations of an article, without storing anything."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from refs.article.lint import lint_article
from refs.article.output import article_to_json
from refs.library.articles import fields_of, read_all, with_entries

if TYPE_CHECKING:
    from collections.abc import Iterator

    from refs.library.holdings import Holdings
    from refs.model.article import Article, Finding
    from refs.parse.reference import Parsed


@dataclass(frozen=True)
class Linted:
    """An article, its entries read, and what was found."""

    article: Article
    parsed: tuple[Parsed, ...]

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What was found, in the order of the text."""
        return self.article.findings

    def as_json(self) -> dict[str, Any]:
        """The article as the JSON object of ``refs lint --json``."""
        return article_to_json(self.article, fields_of(self.article, self.parsed))


def lint(library: Holdings, path: str, *, format_name: str | None, claims: bool) -> Iterator[Linted]:
    """The findings of every article of a path (``-`` is stdin)."""
    for article in read_all(library, path, format_name):
        with_items, parsed = with_entries(article)
        yield Linted(with_findings(library, with_items, parsed, claims=claims), parsed)


def with_findings(
    library: Holdings, article: Article, parsed: tuple[Parsed, ...], *, claims: bool = False
) -> Article:
    """The article with what a reader of it would want mended."""
    flaws = {entry.position: each.flaws for entry, each in zip(article.entries, parsed, strict=True)}
    found = lint_article(
        article, today=library.today(), flaws=lambda entry: flaws.get(entry.position, ()), claims=claims
    )
    return replace(article, findings=(*article.findings, *found))
