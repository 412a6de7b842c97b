"""``refs refresh``: what the services know by now."""

import click

from refs.cli.context import Settings, pass_settings
from refs.cli.output import progress, say


@click.command()
@click.argument("names", nargs=-1)
@click.option("--all", "everything", is_flag=True, help="Also items that are complete.")
@click.option("--dry-run", is_flag=True, help="Show what would change; store nothing.")
@pass_settings
def refresh(settings: Settings, names: tuple[str, ...], *, everything: bool, dry_run: bool) -> None:
    """Complete the items called NAMES, or all that lack something, from the services that know them.

    What a person set is never overwritten.

    \b
    Examples:
      refs refresh
      refs refresh basit2023 --dry-run
    """
    with settings.open(create=False) as library:
        chosen = library.to_refresh(names, everything=everything)
        with progress("asking", len(chosen)) as step:
            for refreshed in library.refresh(chosen, dry_run=dry_run):
                step(1)
                click.echo(refreshed.sentence)
                for line in refreshed.lines:
                    say(f"  {line}")
