"""``refs demo``: the whole way, on examples, without a network."""

from __future__ import annotations

import datetime as dt
import os
import time
from pathlib import Path
from typing import TYPE_CHECKING

import click

from refs.cli.output import print_rows, progress
from refs.errors import CannotWrite, reason_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from refs.library import Library
    from refs.model.services import Services

STYLES = ("apa", "american-medical-association", "nlm-citation-sequence")
SHOWN = "clonazepam-guide.txt"
DAYS_BETWEEN_CHECKS = 4


@click.command()
@click.option("--serve", is_flag=True, help="Keep the small web up afterwards, for playing.")
@click.option("--port", default=0, help="The port of the small web; 0 finds a free one.")
@click.option(
    "--folder", default=".", type=click.Path(file_okay=False), help="Where to write.  [this folder]"
)
def demo(port: int, folder: str, *, serve: bool) -> None:
    """Show the whole way on the example articles: read, complete, check, cite, report.

    A small web on this machine answers in the place of the services and sites, so that no network is needed. It
    writes refs-demo.db and report.html.

    \b
    Examples:
      refs demo
      refs demo --serve
    """
    from refs.demo.examples import example_articles  # noqa: PLC0415  # the demo's own parts
    from refs.demo.web import small_web  # noqa: PLC0415  # likewise

    began = time.perf_counter()
    path = _fresh_library(Path(folder))
    with small_web(port) as web:
        today = dt.datetime.now(dt.UTC)
        with _open(path, web.services, today - dt.timedelta(days=2 * DAYS_BETWEEN_CHECKS)) as library:
            _read(library, example_articles())
            _complete(library)
            _check(library, "4. Check every link, eight days ago")
        web.let_time_pass()
        with _open(path, web.services, today - dt.timedelta(days=DAYS_BETWEEN_CHECKS)) as library:
            _check(library, "5. Check again, four days ago: pages have changed, moved and gone")
        with _open(path, web.services, today) as library:
            _check(library, "6. Check again today: what failed three times is dead")
            _find_copies(library)
            _cite(library)
            library.write_report(str(Path(folder) / "report.html"))
        click.echo(
            f"\nDone in {time.perf_counter() - began:.1f} s. Open {Path(folder) / 'report.html'} and look."
        )
        if serve:
            _serve(web.address, path)


def _fresh_library(folder: Path) -> Path:
    path = folder / "refs-demo.db"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name in (path, Path(f"{path}-wal"), Path(f"{path}-shm")):
            name.unlink(missing_ok=True)
    except OSError as error:
        raise CannotWrite(path, reason_of(error)) from error
    return path


def _open(path: Path, services: Services, moment: dt.datetime) -> Library:
    from refs.library import Library  # noqa: PLC0415  # slow, and the help does not need it

    return Library.open(path, services=services, contact="demo@example.org", clock=lambda: moment, delay=0.0)


def _heading(text: str) -> None:
    click.echo(f"\n{click.style(text, bold=True)}")


def _read(library: Library, paths: Sequence[Path]) -> None:
    _heading(f"1. Read {len(paths)} published articles")
    for path in paths:
        read = library.ingest(_near(path))
        click.echo(f"  {read.sentence}")
        for flaw in read.flaws:
            click.echo(f"    flaw: {flaw}")


def _near(path: Path) -> str:
    """The path from this folder when it lies below, else the whole."""
    relative = os.path.relpath(path)
    return str(path) if relative.startswith("..") else relative


def _complete(library: Library) -> None:
    _heading("2. Complete the references from the services that know them")
    keys = library.to_refresh()
    with progress("asking", len(keys)) as step:
        for refreshed in library.refresh(keys):
            step(1)
            click.echo(f"  {refreshed.sentence}")
            for notice in refreshed.lines:
                if notice.startswith("notice"):
                    click.echo(f"    {notice}")
    _heading("3. The library now")
    print_rows(library.rows(), ("id", "type", "year", "title"))


def _check(library: Library, heading: str) -> None:
    _heading(heading)
    run = library.check()
    with progress("checking", run.total) as step:
        rows = [row for row in run.rows(step) if row["verdict"] != "alive"]
    print_rows(rows, ("verdict", "reason", "id", "url"))
    for finding in run.judge():
        click.echo(f"  {finding}")
    click.echo(f"  {run.sentence}")


def _find_copies(library: Library) -> None:
    _heading("7. Look for archived copies of what is gone")
    for archived in library.archive():
        click.echo(f"  {archived.sentence}")


def _cite(library: Library) -> None:
    for place, style in enumerate(STYLES, 8):
        _heading(f"{place}. The bibliography of {SHOWN} in {style}")
        click.echo(library.bibliography(article=SHOWN, style=style).text)


def _serve(address: str, path: Path) -> None:
    click.echo(f"\nThe small web is at {address}. In another terminal:\n")
    click.echo(f"  export REFS_GATEWAY={address} REFS_LIBRARY={path}")
    click.echo("  refs add 10.1097/MD.0000000000002881\n  refs list\n\nStop it with Ctrl-C.")
    try:
        while True:
            time.sleep(3600)
    except KeyboardInterrupt:
        click.echo("\nStopped.")
