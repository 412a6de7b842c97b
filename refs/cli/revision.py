"""An article before and after, shown as a coloured diff and written when asked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from refs.cli.mishaps import Mishaps
from refs.cli.output import say

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from refs.library.revising import Revision

_COLOURS = {"+": "green", "-": "red", "@": "cyan"}


def write_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options ``--write``, ``--output`` and ``--no-backup``."""
    command = click.option("--no-backup", is_flag=True, help="Keep no .bak of what was there.")(command)
    command = click.option(
        "-o", "--output", "out", type=click.Path(dir_okay=False, allow_dash=True), help="Write there instead."
    )(command)
    return click.option(
        "--write", is_flag=True, help="Write the article; without it, the change is only shown."
    )(command)


def revise_each(
    articles: Sequence[str],
    revise: Callable[[str], Revision],
    *,
    write: bool,
    out: str | None,
    no_backup: bool,
) -> None:
    """Show the change of each article; write it when asked. What goes wrong with one leaves the others."""
    if out is not None and len(articles) > 1:
        raise click.UsageError("--output takes one article; give --write to write each in its place.")
    mishaps = Mishaps()
    for path in articles:
        with mishaps.told():
            show_revision(revise(path), write=write, out=out, no_backup=no_backup)
    mishaps.end()


def show_revision(revision: Revision, *, write: bool, out: str | None, no_backup: bool) -> None:
    """Show the change; write it when asked."""
    if out is not None:
        if revision.write(out) != "-":
            say(f"{out}: written")
        return
    if not revision.changed:
        say(f"{revision.path}: nothing to change")
        return
    for line in revision.diff():
        click.secho(line, fg=_COLOURS.get(line[:1]), bold=line.startswith(("+++", "---")))
    if write:
        revision.write(backup=not no_backup)
        say(
            f"{revision.path}: written" + ("" if no_backup else f"; what was there is in {revision.path}.bak")
        )
    else:
        say("Nothing is written yet: add --write.")
