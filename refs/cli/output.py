"""Rows as a table, JSON or CSV; progress on a terminal and silence elsewhere."""

import csv
import json
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

import click

Row = Mapping[str, Any]
WIDTH_WHEN_PIPED = 110


def shape_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options ``--json`` and ``--csv``, as the argument `shape`."""
    command = click.option("--json", "shape", flag_value="json", help="Print JSON.")(command)
    return click.option("--csv", "shape", flag_value="csv", help="Print CSV.")(command)


def print_rows(rows: Iterable[Row], columns: Sequence[str], shape: str | None = None) -> None:
    """The rows to stdout: as a table of the columns, or with all they hold as JSON or CSV."""
    if shape == "json":
        print_json(list(rows))
    elif shape == "csv":
        _print_csv(rows, columns)
    else:
        _print_table(rows, columns)


def print_json(value: Any) -> None:
    """A value to stdout as JSON."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=2, default=str))


def say(text: str) -> None:
    """A line of talk, to stderr."""
    click.echo(text, err=True)


def _print_csv(rows: Iterable[Row], columns: Sequence[str]) -> None:
    writer = csv.DictWriter(
        click.get_text_stream("stdout"), columns, extrasaction="ignore", lineterminator="\n"
    )
    writer.writeheader()
    writer.writerows({name: _cell(row.get(name)) for name in columns} for row in rows)


def _print_table(rows: Iterable[Row], columns: Sequence[str]) -> None:
    from rich.console import Console  # noqa: PLC0415  # slow, and JSON does not need it
    from rich.table import Table  # noqa: PLC0415  # likewise
    from rich.text import Text  # noqa: PLC0415  # likewise

    table = Table(box=None, pad_edge=False, header_style="bold", padding=(0, 2, 0, 0))
    for name in columns:
        table.add_column(name.replace("_", " "), overflow="fold", no_wrap=name in {"id", "verdict", "year"})
    for row in rows:
        table.add_row(
            *(Text(_cell(row.get(name)), style=_STYLES.get(_cell(row.get(name)), "")) for name in columns)
        )
    width = None if sys.stdout.isatty() else WIDTH_WHEN_PIPED
    console = Console(file=click.get_text_stream("stdout"), width=width, highlight=False, soft_wrap=False)
    if table.row_count:
        for line in _lines(console, table):
            click.echo(line)


def _lines(console: Any, table: Any) -> Iterator[str]:
    with console.capture() as capture:
        console.print(table)
    return (line.rstrip() for line in capture.get().splitlines())


_STYLES = {
    "alive": "green",
    "moved": "yellow",
    "changed": "yellow",
    "suspect": "yellow",
    "soft-404": "red",
    "dead": "bold red",
    "blocked": "magenta",
    "unreachable": "red",
    "offline": "dim",
    "skipped": "dim",
}


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, list | tuple):
        return ", ".join(str(each) for each in value)
    return str(value)


@contextmanager
def progress(label: str, total: int | None) -> Iterator[Callable[[int], None]]:
    """A bar on a terminal, silence elsewhere; the block calls what it is given with the steps done."""
    if not sys.stderr.isatty():
        yield lambda _steps: None
        return
    from rich.console import Console  # noqa: PLC0415  # slow, and only a terminal needs it
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn  # noqa: PLC0415

    shown = Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        console=Console(stderr=True),
        transient=True,
    )
    with shown:
        task = shown.add_task(label, total=total)
        yield lambda steps: shown.advance(task, steps)
