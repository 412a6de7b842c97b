"""Mishaps: of many things, those that go wrong are told, and the others go on."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from refs.cli.output import say
from refs.errors import RefsError


class Mishaps:
    """``with mishaps.told():`` around each thing, and at the end ``mishaps.end()``."""

    def __init__(self) -> None:
        self.count = 0

    @contextmanager
    def told(self) -> Iterator[None]:
        """A block whose error is told and counted."""
        try:
            yield
        except RefsError as error:
            self.count += 1
            say(f"Error: {error}")

    def end(self) -> None:
        """End the program with exit code 1 where anything went wrong."""
        if self.count:
            sys.exit(1)
