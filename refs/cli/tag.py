"""``refs tag``: words on items."""

import click

from refs.cli.context import Settings, pass_settings
from refs.cli.output import print_rows, shape_options


@click.command()
@click.argument("tag_name", required=False, metavar="[TAG]")
@click.argument("names", nargs=-1)
@click.option("--remove", is_flag=True, help="Take the tag off.")
@shape_options
@pass_settings
def tag(
    settings: Settings, tag_name: str | None, names: tuple[str, ...], shape: str | None, *, remove: bool
) -> None:
    """Put TAG on the items called NAMES, take it off, or list all tags.

    \b
    Examples:
      refs tag klonopin basit2023 NBK556010
      refs tag --remove klonopin basit2023
      refs tag
    """
    with settings.open(create=False) as library:
        if tag_name is None:
            rows = [{"tag": name, "items": count} for name, count in library.store.tags().items()]
            print_rows(rows, ("tag", "items"), shape)
            return
        if not names:
            raise click.UsageError(f"Name the items that the tag '{tag_name}' is for.")
        keys = library.resolve(names)
        change = library.store.remove_tags if remove else library.store.add_tags
        click.echo(f"{change(keys, [tag_name])} changed")
