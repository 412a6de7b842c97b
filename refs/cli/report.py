"""``refs report``: what the last checks found, on one page."""

import click

from refs.cli.context import Settings, pass_settings
from refs.cli.output import say


@click.command()
@click.option(
    "-o",
    "--output",
    "out",
    default="report.html",
    show_default=True,
    type=click.Path(dir_okay=False, allow_dash=True),
)
@click.option(
    "-f",
    "--format",
    "form",
    type=click.Choice(["html", "markdown", "json", "csv", "junit", "sarif"]),
    default="html",
    show_default=True,
)
@click.option("-a", "--article", help="Only what this article cites.")
@pass_settings
def report(settings: Settings, out: str, form: str, article: str | None) -> None:
    """Write a report of the library: links, retrieval dates, flaws and repairs.

    \b
    Examples:
      refs report
      refs report --format markdown --output -
    """
    with settings.open(create=False) as library:
        say(library.write_report(out, form=form, article=article))
