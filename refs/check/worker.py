"""What a process of a check does: its part of the links is told on standard input, its checks go out by a pipe."""

import gc
import os
import pickle
import signal
import sys
import time
from collections.abc import Iterable, Iterator
from dataclasses import fields
from operator import attrgetter
from typing import Any

from refs.check.checker import Checker
from refs.check.frontier import Frontier
from refs.check.settings import Settings
from refs.check.tables import quirks
from refs.model.link import Check

Row = tuple[Any, ...]
Part = tuple[int, Frontier]
row_of = attrgetter(*(field.name for field in fields(Check)))
_MOST = 500
_LONGEST = 0.25


def work() -> None:
    """Do one part and have copies of this process do the others; the caller says when to end, not the keyboard."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    os.dup2(2, 1)  # what is printed here is no result of the caller's
    gc.enable()
    quirks()  # every part needs them
    settings, history, parts = pickle.load(sys.stdin.buffer)  # noqa: S301 -- our caller's words
    part, others = _choose(parts)
    try:
        _hand_on(part, settings, history)
    except BrokenPipeError:
        os._exit(1)  # the caller is gone, so there is nobody to tell
    for number in others:
        os.waitpid(number, 0)
    os._exit(0)  # all is handed on, and to tidy up costs more than the first hundred links


def _choose(parts: list[Part]) -> tuple[Part, list[int]]:
    """The part that is for this process, and the processes that do the others."""
    others: list[int] = []
    mine, *rest = parts
    for part in rest:
        number = os.fork()  # nothing but imports has happened yet: no thread, no socket, no database
        if number == 0:
            mine, others = part, []
            break
        others.append(number)
    for pipe, _frontier in parts:
        if pipe != mine[0]:
            os.close(pipe)  # the end of a process is heard when nobody holds its pipe any more
    return mine, others


def _hand_on(part: Part, settings: Settings, history: Any) -> None:
    pipe, frontier = part
    with os.fdopen(pipe, "wb") as out:
        for rows in _few_at_a_time(Checker(None, settings).check_frontier(frontier, history)):
            pickle.dump(rows, out, pickle.HIGHEST_PROTOCOL)
            out.flush()
        pickle.dump(None, out)


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
