"""``refs edit``: fields set by a person."""

import sys

import click

from refs.cli.context import Settings, pass_settings
from refs.cli.output import print_rows, say
from refs.text import counted


@click.command()
@click.argument("query")
@click.option(
    "--set", "settings_", multiple=True, metavar="FIELD=VALUE", help="Set a field; an empty value clears it."
)
@click.option("--write", is_flag=True, help="Change several items; without it, several are only shown.")
@pass_settings
def edit(settings: Settings, query: str, settings_: tuple[str, ...], *, write: bool) -> None:
    """Set fields of the item or items that QUERY names: a key, an identifier, or a search.

    What is set here is a person's word and is never overwritten by 'refs refresh'. One item is changed at once; several
    are shown first and changed with --write. Names are written "Basit, H.; Kahwaji, C. I.; {Mayo Clinic}", dates 2023-05-13.

    \b
    Examples:
      refs edit basit2023 --set "issued=2023-05-13"
      refs edit tag:klonopin --set "publisher=StatPearls Publishing" --write
    """
    if not settings_:
        raise click.UsageError("Nothing to set: give --set FIELD=VALUE.")
    from refs.library.editing import dates_in_words  # noqa: PLC0415  # see Library

    for name, words in dates_in_words(settings_):
        say(f"{name}: '{words}' is no date such as 2023-05-13, 2023-05 or 2023; it is kept as words.")
    with settings.open(create=False) as library:
        keys = library.choose(query)
        alone = len(keys) == 1
        edits = library.edit(keys, settings_, write=write or alone)
        rows = [{"id": e.key, "field": e.field, "before": e.old, "after": e.new} for e in edits]
        print_rows(rows, ("id", "field", "before", "after"))
        if not (write or alone):
            say(f"{counted(len(keys), 'item')}, nothing changed yet: add --write to change them.")
            sys.exit(0)
