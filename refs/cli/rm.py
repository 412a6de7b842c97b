"""``refs rm``: items out of the library."""

import click

from refs.cli.context import Settings, pass_settings


@click.command()
@click.argument("names", nargs=-1, required=True)
@click.option("--force", is_flag=True, help="Also remove what an article cites.")
@pass_settings
def rm(settings: Settings, names: tuple[str, ...], *, force: bool) -> None:
    """Remove the items called NAMES.

    \b
    Example:
      refs rm basit2023
    """
    with settings.open(create=False) as library:
        for key in library.remove(names, force=force):
            click.echo(f"removed  {key}")
