"""``refs audit``: a whole site, read and checked."""

import sys

import click

from refs.cli.context import Settings, pass_settings
from refs.cli.looking import changed_since_option, delay_option, fail_on_option
from refs.cli.output import print_rows, progress, say, shape_options
from refs.text import counted

COLUMNS = ("article", "number", "verdict", "id", "url", "repair")


@click.command()
@click.argument("source")
@click.option("--report", "out", type=click.Path(dir_okay=False), help="Also write the report to this file.")
@changed_since_option
@click.option("--quick", is_flag=True, help="Ask with HEAD; read no page that answers well.")
@delay_option
@fail_on_option
@shape_options
@pass_settings
def audit(
    settings: Settings,
    source: str,
    out: str | None,
    delay: float | None,
    changed_since: str | None,
    fail_on: str,
    shape: str | None,
    *,
    quick: bool,
) -> None:
    """Read and check every article of SOURCE: a folder, a sitemap, a feed, or a WordPress export.

    Lists each reference that needs a hand with its article and number. Exit code 3 says that something was found that
    --fail-on names.

    \b
    Examples:
      refs audit posts/
      refs audit https://clinic.example/sitemap.xml --report report.html
    """
    with settings.open() as library:
        with progress("reading", None) as step:
            articles = set()
            for path in library.audit(source):
                articles.add(path)
                step(1)
        run = library.check(articles=articles, delay=delay, quick=quick, changed_since=changed_since)
        with progress("checking", run.total) as step:
            news = {row["url"] for row in run.rows(step)}
        rows = (row for row in library.trouble() if row["article"] in articles and row["url"] in news)
        print_rows(rows, COLUMNS, shape)
        for _finding in run.judge():
            pass  # each stands in the report
        if out is not None:
            say(library.write_report(out))
        say(f"{counted(len(articles), 'article')}, {run.sentence}")
        failed = run.fails(fail_on)
    if failed:
        sys.exit(3)
