"""A library in memory, and one in a file."""

import datetime as dt
import json

import pytest

from refs.parse.csl.csljson import read_item
from refs.render.csljson import encode_item as encode
from refs.store import Store


@pytest.fixture
def open_store(clock):
    """Opens a library file; the test closes it."""
    return lambda path, **options: Store(path, encode, decode, clock=clock, **options)


def decode(text):
    return read_item(json.loads(text))


class Clock:
    """A clock that is set by hand."""

    def __init__(self):
        self.moment = dt.datetime(2026, 3, 1, 12, tzinfo=dt.UTC)

    def __call__(self):
        return self.moment

    def pass_days(self, days):
        self.moment += dt.timedelta(days=days)


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def store(clock):
    with Store(":memory:", encode, decode, clock=clock) as opened:
        yield opened


@pytest.fixture(scope="session")
def store_maker():
    """Opens a new store in memory, for tests that need many."""
    return lambda: Store(":memory:", encode, decode)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "library.db"


@pytest.fixture
def opened(path, clock):
    def open_file(**options):
        return Store(path, encode, decode, clock=clock, **options)

    return open_file
