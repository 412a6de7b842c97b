"""``refs backup``: a copy of the library."""

from pathlib import Path

import click

from refs.cli.context import Settings, pass_settings


@click.command()
@click.argument("target", required=False, type=click.Path(dir_okay=False))
@pass_settings
def backup(settings: Settings, target: str | None) -> None:
    """Copy the library, while it may be in use, to TARGET (by default the library's name with the moment).

    \b
    Examples:
      refs backup
      refs backup /media/stick/library.db
    """
    with settings.open(create=False) as library:
        moment = library.now().replace(":", "").replace("-", "")
        path = Path(target) if target else Path(settings.path).with_suffix(f".{moment}.db")
        click.echo(str(library.store.backup(path)))
