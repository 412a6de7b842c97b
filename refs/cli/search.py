"""``refs search``: items by words, fields and identifiers."""

import click

from refs.cli.context import Settings, pass_settings
from refs.cli.list import COLUMNS
from refs.cli.output import print_rows, shape_options


@click.command()
@click.argument("words", nargs=-1, required=True)
@click.option("--limit", type=click.IntRange(1), default=50, show_default=True, help="At most so many.")
@shape_options
@pass_settings
def search(settings: Settings, words: tuple[str, ...], limit: int, shape: str | None) -> None:
    """Find items by WORDS, fields or identifiers, the best first.

    \b
    Examples:
      refs search clonazepam depend
      refs search author:basit year:2023
      refs search PMC8583742
    """
    with settings.open(create=False) as library:
        print_rows(library.search(" ".join(words), limit=limit), COLUMNS, shape)
