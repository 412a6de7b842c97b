"""``refs repair``: what checks found, mended in articles."""

import click

from refs.cli.context import Settings, pass_settings
from refs.cli.revision import revise_each, write_options


@click.command()
@click.argument("articles", nargs=-1, required=True, type=click.Path(dir_okay=False))
@write_options
@pass_settings
def repair(
    settings: Settings, articles: tuple[str, ...], out: str | None, *, write: bool, no_backup: bool
) -> None:
    """Mend ARTICLES: duplicates made one, moved links replaced, retrieval dates as checked, order restored.

    Run 'refs check' first: it finds what moved; 'refs check --touch' moves retrieval dates.

    The change is shown; --write makes it, and keeps what was there as .bak. All other text stays byte for byte.

    \b
    Example:
      refs repair posts/*.html --write
    """
    with settings.open() as library:
        revise_each(articles, library.repair, write=write, out=out, no_backup=no_backup)
