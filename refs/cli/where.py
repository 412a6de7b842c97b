"""``refs where``: which articles cite an item."""

import click

from refs.cli.context import Settings, pass_settings
from refs.cli.output import print_rows, shape_options


@click.command()
@click.argument("names", nargs=-1, required=True)
@shape_options
@pass_settings
def where(settings: Settings, names: tuple[str, ...], shape: str | None) -> None:
    """List the articles, and the numbers in them, that cite the items called NAMES.

    \b
    Example:
      refs where NBK556010
    """
    with settings.open(create=False) as library:
        print_rows(
            library.where(names), ("id", "article", "number", "title"), shape, empty="No article cites it."
        )
