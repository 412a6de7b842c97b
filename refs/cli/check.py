"""``refs check``: which references still hold."""

from __future__ import annotations

import sys
import time
from functools import partial
from typing import TYPE_CHECKING, Any

import click

from refs.cli.context import Settings, pass_settings
from refs.cli.looking import changed_since_option, delay_option, fail_on_option
from refs.cli.output import print_rows, progress, say, say_each, shape_options
from refs.errors import BadPeriod

if TYPE_CHECKING:
    from collections.abc import Callable

    from refs.library.checkrun import CheckRun

COLUMNS = ("verdict", "reason", "id", "url", "repair")
FEW = 20
"""Of so few links each has its row; of more, those that are alive are only counted. So many findings of one kind are told."""


@click.command()
@click.argument("names", nargs=-1)
@click.option("-a", "--article", help="Only what this article cites.")
@click.option("--due", is_flag=True, help="Only links that were not looked at lately, each in its time.")
@click.option("--quick", is_flag=True, help="Ask with HEAD; read no page that answers well.")
@click.option(
    "--touch", is_flag=True, help="Move the printed date of access where the page is alive and unchanged."
)
@click.option(
    "--stale", help="Report retrieval dates older than this: 90d, 6m, 2y, never.  [the house's, or 2y]"
)
@delay_option
@click.option("--allow", multiple=True, help="A private host or address that may be asked.")
@click.option("--robots", is_flag=True, help="Honour robots.txt.")
@changed_since_option
@click.option(
    "--cluster",
    metavar="ADDRESS",
    help="Check on a Dask cluster: tcp://host:8786, or local. Needs refs[cluster].",
)
@click.option(
    "--processes",
    type=click.IntRange(min=1),
    default=None,
    help="Check in so many processes; as a rule one for each core when there are thousands of links.",
)
@click.option(
    "--plan", "only_plan", is_flag=True, help="Say what it would ask of whom and for how long; ask nothing."
)
@click.option("--watch", metavar="PERIOD", help="Check what is due every 6h, 1d, 2w …, until Ctrl-C.")
@click.option(
    "--all",
    "everything",
    is_flag=True,
    help=f"Show what is alive too, as of up to {FEW} links, and all findings.",
)
@fail_on_option
@shape_options
@pass_settings
def check(
    settings: Settings,
    /,
    names: tuple[str, ...],
    fail_on: str,
    shape: str | None,
    watch: str | None,
    *,
    only_plan: bool,
    everything: bool,
    **asked: Any,
) -> None:
    """Check the links and retrieval dates of items, articles or searches (NAMES), or of the whole library.

    Shows what is not alive, the gravest first, then what is wrong with the dates, then the counts; JSON and CSV have
    every link. Exit code 3 says that something was found that --fail-on names.

    \b
    Examples:
      refs check
      refs check article.txt
      refs check tag:klonopin --json
      refs check --due --changed-since 2026-01-31
    """
    if watch is not None and not only_plan:
        _watch(settings, names, partial(_tell, shape=shape, everything=everything), _seconds(watch), asked)
    with settings.open(create=False) as library:
        run = library.check(names, **asked)
        if only_plan:
            click.echo(run.plan)
            return
        _tell(run, shape=shape, everything=everything)
        failed = run.fails(fail_on)
    if failed:
        sys.exit(3)


def _tell(run: CheckRun, *, shape: str | None, everything: bool) -> None:
    everything = everything or run.total <= FEW
    is_news = run.changed_since is not None  # a page that came back is news too
    with progress("checking", run.total) as step:
        rows = run.rows(step, everything=everything or is_news or shape is not None)
    print_rows(rows, COLUMNS, shape)
    say_each(run.judge(None if everything else FEW))
    say(run.sentence)


def _watch(
    settings: Settings,
    names: tuple[str, ...],
    tell: Callable[[CheckRun], None],
    seconds: float,
    asked: dict[str, Any],
) -> None:
    """Check again and again; after the first round only what has changed is told."""
    with settings.open(create=False) as library:
        tell(library.check(names, **asked))
    while True:
        time.sleep(seconds)
        with settings.open(create=False) as library:
            tell(library.check(names, **{**asked, "due": True, "changed_since": library.now()}))


def _seconds(period: str) -> float:
    from refs.check.freshness import parse_period  # noqa: PLC0415  # only --watch needs it

    hours = period.strip().lower().removesuffix("h")
    if hours != period.strip().lower() and hours.isdecimal() and 0 < int(hours[:6]) < 100_000:
        return int(hours) * 3600.0
    days = parse_period(period)
    if not days:
        raise BadPeriod(period)
    return days * 86_400.0
