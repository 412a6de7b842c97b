"""``refs ingest``: a published article's references, into the library."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from refs.cli.context import Settings, pass_settings
from refs.cli.mishaps import Mishaps
from refs.cli.output import print_json, progress, say

if TYPE_CHECKING:
    from refs.library.ingesting import Ingested


@click.command()
@click.argument("articles", nargs=-1, required=True)
@click.option("--dry-run", is_flag=True, help="Read and report; store nothing.")
@click.option(
    "--format", "format_name", help="text, markdown, html, docx or wordpress, where the name does not say it."
)
@click.option("--json", "as_json", is_flag=True, help="Print what was read as JSON.")
@click.option("--tag", "tags", multiple=True, help="Tag the articles' items; may be given several times.")
@pass_settings
def ingest(
    settings: Settings,
    articles: tuple[str, ...],
    format_name: str | None,
    tags: tuple[str, ...],
    *,
    dry_run: bool,
    as_json: bool,
) -> None:
    """Read ARTICLES: find their markers and reference lists and tie each entry to an item.

    An ARTICLE is a text, Markdown, HTML, Word or WordPress export file, or - for stdin.

    \b
    Examples:
      refs ingest article.txt
      refs ingest posts/*.html --tag spring
      refs ingest article.txt --dry-run --json
    """
    mishaps = Mishaps()
    shown = []
    with (
        settings.open(path=":memory:" if dry_run else None) as library,
        progress("reading", len(articles)) as step,
    ):
        for path in articles:
            with mishaps.told():
                for read in library.ingest_each(path, format_name=format_name, tags=tags, dry_run=dry_run):
                    shown.append(read)
                    if not as_json:
                        _tell(read)
            step(1)
    if as_json and shown:
        print_json(shown[0].as_json() if len(shown) == 1 else [each.as_json() for each in shown])
    mishaps.end()


def _tell(read: Ingested) -> None:
    click.echo(read.sentence)
    for flaw in read.flaws:
        say(f"  {flaw}")
