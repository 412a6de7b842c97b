"""``refs bib``: a formatted bibliography."""

import click

from refs.cli.clipboard import copy_text
from refs.cli.complete import complete_names
from refs.cli.context import Settings, pass_settings
from refs.cli.manner import output_option, style_options
from refs.cli.output import say_flaws


@click.command()
@click.argument("names", nargs=-1, shell_complete=complete_names)
@style_options("the house's, or apa")
@click.option("-a", "--article", help="What this article cites, in its order.")
@output_option
@click.option(
    "--number/--no-number", default=None, help="Print a number before each entry, whatever the style does."
)
@click.option("--copy", is_flag=True, help="Also copy it to the clipboard.")
@pass_settings
def bib(
    settings: Settings,
    names: tuple[str, ...],
    style: str | None,
    article: str | None,
    locale: str | None,
    output: str,
    *,
    number: bool | None,
    copy: bool,
) -> None:
    """Print the numbered bibliography of the items called NAMES, of an article, or of the whole library.

    \b
    Examples:
      refs bib --style apa
      refs bib --article article.txt --style american-medical-association
      refs bib basit2023 NBK556010 --style nlm-citation-sequence --format html
    """
    with settings.open(create=False) as library:
        printed = library.bibliography(
            names, style=style, article=article, locale=locale, output=output, number=number
        )
        click.echo(printed.text)
        if copy:
            copy_text(printed.text)
        say_flaws(printed.flaws)
