"""``refs ingest``: a published article's references, into the library."""

import sys

import click

from refs.cli.context import Settings, pass_settings
from refs.cli.output import print_json, progress, say
from refs.errors import RefsError


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
    failures = 0
    with (
        settings.open(path=":memory:" if dry_run else None) as library,
        progress("reading", len(articles)) as step,
    ):
        for path in articles:
            try:
                read = library.ingest(path, format_name=format_name, tags=tags, dry_run=dry_run)
            except RefsError as error:
                failures += 1
                say(f"Error: {error}")
                continue
            finally:
                step(1)
            if as_json:
                print_json(read.as_json())
                continue
            click.echo(read.sentence)
            for flaw in read.flaws:
                say(f"  {flaw}")
    if failures:
        sys.exit(1)
