"""Rows as a table, JSON or CSV; progress on a terminal and silence elsewhere."""

import csv
import json
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import chain, islice
from typing import Any
from unicodedata import combining, east_asian_width

import click

Row = Mapping[str, Any]
WIDEST_CELL = 72
"""Characters of a cell of a table; JSON and CSV have all."""
MEASURED_ROWS = 1_000
"""The rows whose cells say how wide the columns of a table are; further ones stream."""
_TOGETHER = 200


def shape_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options ``--json`` and ``--csv``, as the argument `shape`."""
    command = click.option("--json", "shape", flag_value="json", help="Print JSON.")(command)
    return click.option("--csv", "shape", flag_value="csv", help="Print CSV.")(command)


def print_rows(
    rows: Iterable[Row], columns: Sequence[str], shape: str | None = None, *, empty: str = ""
) -> None:
    """The rows to stdout: as a table of the columns, or with all they hold as JSON or CSV.

    What is said where a table has no rows is `empty`.
    """
    if shape == "json":
        _print_json_rows(rows)
    elif shape == "csv":
        _print_csv(rows, columns)
    else:
        _print_table(rows, columns, empty)


def print_json(value: Any) -> None:
    """A value to stdout as JSON."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=2, default=str))


def _print_json_rows(rows: Iterable[Row]) -> None:
    """The rows as one JSON array, written row by row."""
    begin = "[\n"
    for row in rows:
        text = json.dumps(row, ensure_ascii=False, indent=2, default=str)
        click.echo(begin + "  " + text.replace("\n", "\n  "), nl=False)
        begin = ",\n"
    click.echo("[]" if begin == "[\n" else "\n]")


def say(text: str) -> None:
    """A line of talk, to stderr."""
    click.echo(text, err=True)


def say_flaws(flaws: Iterable[object]) -> None:
    """What is wrong with what was printed, a line each, to stderr."""
    say_each(f"Flaw: {flaw}" for flaw in flaws)


def say_each(lines: Iterable[str]) -> None:
    """Lines of talk, to stderr, some hundreds at a time."""
    _echo_each(lines, err=True)


def _echo_each(lines: Iterable[str], *, err: bool = False) -> None:
    """The lines, some hundreds at a time: every echo is a system call."""
    waiting = iter(lines)
    while together := list(islice(waiting, _TOGETHER)):
        click.echo("\n".join(together), err=err)


def _print_csv(rows: Iterable[Row], columns: Sequence[str]) -> None:
    writer = csv.DictWriter(sys.stdout, columns, extrasaction="ignore", lineterminator="\n")
    writer.writeheader()
    writer.writerows({name: _cell(row.get(name)) for name in columns} for row in rows)


def _print_table(rows: Iterable[Row], columns: Sequence[str], empty: str) -> None:
    lines = ([_shortened(_cell(row.get(name))) for name in columns] for row in rows)
    table = list(islice(lines, MEASURED_ROWS))
    if not table:
        if empty:
            say(empty)
        return
    head = [name.replace("_", " ") for name in columns]
    widths = [max(cell_width(line[place]) for line in [head, *table]) for place in range(len(columns))]
    click.echo(_line(head, widths, [click.style(name, bold=True) for name in head]))
    _echo_each(_line(line, widths, [_styled(cell) for cell in line]) for line in chain(table, lines))


def _line(cells: Sequence[str], widths: Sequence[int], shown: Sequence[str]) -> str:
    """The cells in columns; colours have no width."""
    padded = (
        text + " " * (width - cell_width(cell))
        for cell, width, text in zip(cells, widths, shown, strict=True)
    )
    return "  ".join(padded).rstrip()


def cell_width(text: str) -> int:
    """How many columns of a terminal a text takes.

    >>> cell_width("nō"), cell_width("日本")
    (2, 4)
    """
    if text.isascii():
        return len(text)
    return sum(0 if combining(each) else 2 if east_asian_width(each) in "WF" else 1 for each in text)


def _shortened(text: str) -> str:
    return text if len(text) <= WIDEST_CELL or "://" in text else text[: WIDEST_CELL - 1] + "…"


_STYLES: Mapping[str, Mapping[str, Any]] = {
    "alive": {"fg": "green"},
    "moved": {"fg": "yellow"},
    "changed": {"fg": "yellow"},
    "suspect": {"fg": "yellow"},
    "soft-404": {"fg": "red"},
    "dead": {"fg": "red", "bold": True},
    "blocked": {"fg": "magenta"},
    "unreachable": {"fg": "red"},
    "offline": {"dim": True},
    "skipped": {"dim": True},
}


def _styled(cell: str) -> str:
    style = _STYLES.get(cell)
    return click.style(cell, **style) if style else cell


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
