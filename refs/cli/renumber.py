"""``refs renumber``: numbers in the order of first citation."""

import click

from refs.cli.context import Settings, pass_settings
from refs.cli.revision import revise_each, write_options


@click.command()
@click.argument("articles", nargs=-1, required=True, type=click.Path(dir_okay=False))
@write_options
@pass_settings
def renumber(
    settings: Settings, articles: tuple[str, ...], out: str | None, *, write: bool, no_backup: bool
) -> None:
    """Give ARTICLES numbers in the order of first citation, in the text and in the list.

    The change is shown; --write makes it, and keeps what was there as .bak. All other text stays byte for byte.

    \b
    Example:
      refs renumber article.html --write
    """
    with settings.open() as library:
        revise_each(articles, library.renumber, write=write, out=out, no_backup=no_backup)
