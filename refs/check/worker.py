"""What a process of a check does: links in, on standard input; checks out, on standard output."""

import os
import pickle
import signal
import sys
import time
from collections.abc import Iterable, Iterator
from dataclasses import fields
from operator import attrgetter
from typing import IO, Any

from refs.check.checker import Checker
from refs.model.link import Check, Link

Row = tuple[Any, ...]
row_of = attrgetter(*(field.name for field in fields(Check)))
_MOST = 500
_LONGEST = 0.25


def work() -> None:
    """Check what is handed over, and hand the checks on; the caller says when to end, not the keyboard."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with os.fdopen(os.dup(1), "wb") as out:
        os.dup2(2, 1)  # a stray print must not get between the checks
        try:
            _work(sys.stdin.buffer, out)
        except (BrokenPipeError, EOFError, pickle.UnpicklingError):
            os._exit(1)  # the caller is gone, so there is nobody to tell


def _work(source: IO[bytes], out: IO[bytes]) -> None:
    settings, history = pickle.load(source)  # noqa: S301 -- our caller's words
    for rows in _few_at_a_time(Checker(None, settings).check(_read_links(source), history)):
        pickle.dump(rows, out, pickle.HIGHEST_PROTOCOL)
        out.flush()
    pickle.dump(None, out)


def _read_links(source: IO[bytes]) -> Iterator[Link]:
    while pairs := pickle.load(source):  # noqa: S301 -- our caller's words
        for url, identifier in pairs:
            yield Link(url, identifier)


def _few_at_a_time(checks: Iterable[Check]) -> Iterator[list[Row]]:
    """The checks as rows, handed on when there are many or the first of them has waited."""
    rows: list[Row] = []
    told = time.monotonic()
    for check in checks:
        rows.append(row_of(check))
        if len(rows) >= _MOST or time.monotonic() - told > _LONGEST:
            yield rows
            rows, told = [], time.monotonic()
    if rows:
        yield rows
