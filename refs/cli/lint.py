"""``refs lint``: what is wrong with the citations of an article."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from refs.cli.context import Settings, pass_settings
from refs.cli.mishaps import Mishaps
from refs.cli.output import print_json

if TYPE_CHECKING:
    from refs.library.linting import Linted


@click.command()
@click.argument("articles", nargs=-1, required=True)
@click.option("--claims", is_flag=True, help="Also tell sentences with a statistic and no citation.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "sarif", "junit"]),
    default="text",
    show_default=True,
)
@click.option("--json", "form", flag_value="json", help="The same as --format json.")
@click.option(
    "--input-format", help="text, markdown, html, docx or wordpress, where the name does not say it."
)
@pass_settings
def lint(
    settings: Settings, articles: tuple[str, ...], form: str, input_format: str | None, *, claims: bool
) -> None:
    """Tell what is wrong with the citations of ARTICLES.

    Undefined and uncited numbers, order, gaps, duplicates, flawed authors and dates, missing links … Exit code 3 says that something was found; docs/findings.md lists the codes. Nothing is stored.

    \b
    Examples:
      refs lint article.txt
      refs lint posts/*.html --format sarif
    """
    mishaps = Mishaps()
    linted: list[Linted] = []
    with settings.open(path=":memory:") as library:
        for path in articles:
            with mishaps.told():
                linted.extend(library.lint(path, format_name=input_format, claims=claims))
        if form == "json":
            shown = [each.as_json() for each in linted]
            print_json(shown[0] if len(shown) == 1 else shown)
        else:
            click.echo(library.write_findings(linted, form), nl=False)
    mishaps.end()
    if any(each.findings for each in linted):
        sys.exit(3)
