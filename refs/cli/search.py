"""``refs search``: items by words, fields and identifiers."""

import click

from refs.cli.context import Settings, pass_settings
from refs.cli.list import COLUMNS
from refs.cli.output import print_rows, say, shape_options


@click.command()
@click.argument("words", nargs=-1)
@click.option("--limit", type=click.IntRange(1), default=50, show_default=True, help="At most so many.")
@click.option("--save", metavar="NAME", help="Also keep the search; @NAME stands for it from then on.")
@click.option("--saved", is_flag=True, help="List the searches that are kept.")
@click.option("--forget", metavar="NAME", help="Keep a search no longer.")
@shape_options
@pass_settings
def search(
    settings: Settings,
    words: tuple[str, ...],
    limit: int,
    save: str | None,
    forget: str | None,
    shape: str | None,
    *,
    saved: bool,
) -> None:
    """Find items by WORDS, fields or identifiers, the best first.

    \b
    Examples:
      refs search clonazepam depend
      refs search author:basit year:2023
      refs search tag:klonopin verdict:dead --save trouble
      refs search @trouble year:>2020
    """
    with settings.open(create=False) as library:
        if forget is not None:
            library.store.remove_search(forget.removeprefix("@"))
            say(f"@{forget.removeprefix('@')}: forgotten")
        if saved:
            rows = [{"name": f"@{name}", "search": query} for name, query in library.store.searches().items()]
            print_rows(rows, ("name", "search"), shape)
        if not words:
            if saved or forget is not None:
                return
            raise click.UsageError("Say what to search for, or --saved for the searches that are kept.")
        query = " ".join(words)
        if save is not None:
            library.save_search(save, query)
        print_rows(library.search(query, limit=limit), COLUMNS, shape, empty="Nothing is found.")
