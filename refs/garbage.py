"""Garbage: how often Python looks for cycles of objects, where many objects are made and no cycles."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def no_collections() -> Iterator[None]:
    """A block of bounded size without the collector, which would go through everything again and again."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


@contextmanager
def fewer_collections() -> Iterator[None]:
    """A long block in which cycles are looked for more rarely, and not among what is there already.

    A check makes many objects and no cycles, and looking costs a tenth of its time.
    """
    before = gc.get_threshold()
    gc.freeze()
    gc.set_threshold(max(before[0], 20_000), *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)
        gc.unfreeze()
