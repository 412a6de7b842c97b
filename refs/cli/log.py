"""``refs log``: what was done to the library."""

import click

from refs.cli.context import Settings, pass_settings
from refs.cli.output import print_rows, shape_options


@click.command()
@click.option("--limit", type=click.IntRange(1), default=20, show_default=True, help="At most so many.")
@shape_options
@pass_settings
def log(settings: Settings, limit: int, shape: str | None) -> None:
    """List what was done to the library, the latest first.

    \b
    Example:
      refs log --limit 5
    """
    with settings.open(create=False) as library:
        rows = [
            {
                "event": event.id,
                "when": event.when,
                "verb": event.verb,
                "detail": event.detail,
                "undone": f"by {event.undone_by}" if event.undone_by else "",
            }
            for event in library.store.log(limit=limit)
        ]
        print_rows(rows, ("event", "when", "verb", "detail", "undone"), shape)
