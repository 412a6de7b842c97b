"""``refs report``: what the last checks found, on one page."""

import click

from refs.cli.context import Settings, pass_settings
from refs.cli.output import say

_SUFFIXES = {"html": "html", "markdown": "md", "json": "json", "csv": "csv", "junit": "xml", "sarif": "sarif"}


@click.command()
@click.option(
    "-o",
    "--output",
    "out",
    type=click.Path(dir_okay=False, allow_dash=True),
    help="Where to, - for standard output.  [default: report.html, report.md, …]",
)
@click.option(
    "-f",
    "--format",
    "form",
    type=click.Choice(list(_SUFFIXES)),
    default="html",
    show_default=True,
)
@click.option("-a", "--article", help="Only what this article cites.")
@pass_settings
def report(settings: Settings, out: str | None, form: str, article: str | None) -> None:
    """Write a report of the library: links, retrieval dates, flaws and repairs.

    \b
    Examples:
      refs report
      refs report --format markdown --output -
    """
    with settings.open(create=False) as library:
        say(library.write_report(out or f"report.{_SUFFIXES[form]}", form=form, article=article))
