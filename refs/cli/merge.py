"""``refs merge``: several items into one."""

import click

from refs.cli.context import Settings, pass_settings
from refs.cli.output import say
from refs.model.duplicate import Merge


@click.command()
@click.argument("keep", required=False)
@click.argument("others", nargs=-1)
@click.option("--all", "everything", is_flag=True, help="Merge every cluster that 'refs dupes' lists.")
@click.option("--dry-run", is_flag=True, help="Show what would happen; change nothing.")
@pass_settings
def merge(
    settings: Settings, keep: str | None, others: tuple[str, ...], *, everything: bool, dry_run: bool
) -> None:
    """Merge OTHERS into KEEP, which keeps its key; tags, notes, history and places in articles go over to it.

    'refs undo' takes a merge back.

    \b
    Examples:
      refs merge basit2023 basit2023a
      refs merge --all --dry-run
    """
    with settings.open(create=False) as library:
        if everything:
            pairs = [(cluster.keep, cluster.others) for cluster in library.store.duplicates()]
        else:
            keys = library.resolve([keep, *others]) if keep else []
            if len(keys) < 2:
                raise click.UsageError("Name the item to keep and those to merge into it, or give --all.")
            pairs = [(keys[0], tuple(keys[1:]))]
        act = library.store.preview_merge if dry_run else library.store.merge
        for kept, rest in pairs:
            _tell(act(kept, rest))


def _tell(merged: Merge) -> None:
    click.echo(f"{', '.join(merged.others)} → {merged.item.id}")
    if merged.gained:
        say(f"  gained: {', '.join(merged.gained)}")
    for conflict in merged.conflicts:
        say(
            f"  {conflict.field}: kept {conflict.kept!s:.60}, gave up {conflict.dropped!s:.60} of {conflict.of}"
        )
