"""``refs undo``: take back what was done."""

import click

from refs.cli.context import Settings, pass_settings


@click.command()
@click.argument("event", type=int, required=False)
@pass_settings
def undo(settings: Settings, event: int | None) -> None:
    """Take back the EVENT of that number in 'refs log', or the last one.

    \b
    Examples:
      refs undo
      refs undo 12
    """
    with settings.open(create=False) as library:
        undone = library.store.undo(event)
        click.echo(f"undone  {undone.id}  {undone.verb}  {undone.detail}")
