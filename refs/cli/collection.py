"""``refs collection``: items kept together under a name."""

import click

from refs.cli.context import Settings, pass_settings
from refs.cli.output import print_rows, shape_options


@click.command()
@click.argument("name", required=False)
@click.argument("names", nargs=-1)
@click.option("--remove", is_flag=True, help="Take the items out; without items, forget the collection.")
@shape_options
@pass_settings
def collection(
    settings: Settings, name: str | None, names: tuple[str, ...], shape: str | None, *, remove: bool
) -> None:
    """Put the items called NAMES into the collection NAME, list what is in it, or list all collections.

    \b
    Examples:
      refs collection benzodiazepines basit2023 NBK556010
      refs collection benzodiazepines
    """
    with settings.open(create=False) as library:
        store = library.store
        if name is None:
            rows = [{"collection": each, "items": count} for each, count in store.collections().items()]
            print_rows(rows, ("collection", "items"), shape)
        elif remove:
            if names:
                store.remove_from_collection(name, library.resolve(names))
            else:
                store.remove_collection(name)
        elif names:
            click.echo(f"{store.add_to_collection(name, library.resolve(names))} added")
        else:
            print_rows(library.export_csl(store.collection(name)), ("id", "type", "title"), shape)
