"""``refs check``: which references still hold."""

import sys

import click

from refs.cli.context import Settings, pass_settings
from refs.cli.output import print_rows, progress, say, shape_options

COLUMNS = ("verdict", "reason", "id", "url", "repair")


@click.command()
@click.argument("names", nargs=-1)
@click.option("-a", "--article", help="Only what this article cites.")
@click.option(
    "--touch", is_flag=True, help="Move the printed date of access where the page is alive and unchanged."
)
@click.option(
    "--stale", default="2y", show_default=True, help="Report retrieval dates older than this: 90d, 6m, 2y."
)
@click.option("--delay", type=float, default=None, help="Seconds between two requests to one host.")
@click.option("--allow", multiple=True, help="A private host or address that may be asked.")
@click.option("--robots", is_flag=True, help="Honour robots.txt.")
@click.option(
    "--not-since", "changed_since", metavar="DATE", help="Only links not checked since this day (2026-01-31)."
)
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
@click.option(
    "--fail-on", default="dead,soft-404,retracted", show_default=True, help="What ends with exit code 3."
)
@shape_options
@pass_settings
def check(
    settings: Settings,
    names: tuple[str, ...],
    article: str | None,
    stale: str,
    delay: float | None,
    allow: tuple[str, ...],
    fail_on: str,
    shape: str | None,
    *,
    touch: bool,
    robots: bool,
    changed_since: str | None,
    cluster: str | None,
    processes: int | None,
    only_plan: bool,
) -> None:
    """Check the links and retrieval dates of the items called NAMES, of an article, or of the whole library.

    Exit code 3 says that something was found that --fail-on names.

    \b
    Examples:
      refs check
      refs check --article article.txt
      refs check NBK556010 --json
    """
    with settings.open(create=False) as library:
        run = library.check(
            names,
            article=article,
            stale=stale,
            delay=delay,
            allow=allow,
            touch=touch,
            cluster=cluster,
            processes=processes,
            robots=robots,
            changed_since=changed_since,
        )
        if only_plan:
            click.echo(run.plan)
            return
        with progress("checking", run.total) as step:
            rows = run.rows(step)
        print_rows(rows, COLUMNS, shape)
        for finding in run.findings:
            say(f"{finding}")
        say(run.sentence)
        failed = run.fails(fail_on)
    if failed:
        sys.exit(3)
