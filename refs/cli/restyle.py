"""``refs restyle``: an article's list in another style."""

from functools import partial

import click

from refs.cli.context import Settings, pass_settings
from refs.cli.manner import style_options
from refs.cli.revision import revise_each, write_options


@click.command()
@click.argument("articles", nargs=-1, required=True, type=click.Path(dir_okay=False))
@style_options("the house's, or apa")
@click.option("--markers", is_flag=True, help="Also write the markers in the text anew.")
@write_options
@pass_settings
def restyle(
    settings: Settings,
    articles: tuple[str, ...],
    style: str | None,
    locale: str | None,
    out: str | None,
    *,
    markers: bool,
    write: bool,
    no_backup: bool,
) -> None:
    """Write the reference lists of ARTICLES anew in a CSL style.

    With --markers, a style without numbers also turns the numbers in the text into authors and years.

    The change is shown; --write makes it, and keeps what was there as .bak. All other text stays byte for byte.

    \b
    Example:
      refs restyle article.txt --style american-medical-association
    """
    with settings.open() as library:
        revise = partial(library.restyle, style=style, locale=locale, markers=markers)
        revise_each(articles, revise, write=write, out=out, no_backup=no_backup)
