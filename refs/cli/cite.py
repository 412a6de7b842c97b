"""``refs cite``: a citation for the text."""

import click

from refs.cli.context import Settings, pass_settings


@click.command()
@click.argument("names", nargs=-1, required=True)
@click.option("-s", "--style", default="apa", show_default=True, help="A CSL style: see 'refs styles'.")
@click.option("-l", "--locale", help="A language such as de-DE; by default the style's own.")
@click.option("--locator", help="A place in the work, such as 'p. 4'.")
@click.option(
    "-f",
    "--format",
    "output",
    type=click.Choice(["plain", "html", "markdown", "rtf", "latex"]),
    default="plain",
)
@pass_settings
def cite(
    settings: Settings,
    names: tuple[str, ...],
    style: str,
    locale: str | None,
    locator: str | None,
    output: str,
) -> None:
    """Print the citation of the items called NAMES, as one marker, and their entries after it.

    \b
    Examples:
      refs cite basit2023
      refs cite NBK556010 PMC8583742 --style american-medical-association
    """
    with settings.open(create=False) as library:
        click.echo(library.cite(names, style=style, locale=locale, locator=locator, output=output))
