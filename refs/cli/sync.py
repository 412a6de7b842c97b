"""``refs sync``: two copies of a library made one."""

import click

from refs.cli.context import Settings, pass_settings
from refs.cli.output import say


@click.command()
@click.argument("other", type=click.Path(dir_okay=False))
@pass_settings
def sync(settings: Settings, other: str) -> None:
    """Bring what the copy OTHER has, changed and removed into this library; OTHER itself is not written.

    Where both changed the same field differently, this library's value stays and the conflict is told. 'refs undo' takes
    a sync back.

    \b
    Example:
      refs sync /media/share/library.db
    """
    with settings.open(create=False) as library:
        done = library.store.sync(other)
        click.echo(f"{len(done.added)} added, {len(done.updated)} changed, {len(done.removed)} removed")
        for theirs, mine in done.renamed.items():
            say(f"  {theirs} is called {mine} here, since another item has that key")
        for clash in done.clashes:
            say(
                f"  {clash.key}.{clash.field}: here {clash.mine!s:.60}, there {clash.theirs!s:.60}; kept {clash.taken!s:.60}"
            )
