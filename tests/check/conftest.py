"""The hostile web and a checker for it."""

import importlib.util
import sys
from pathlib import Path

import pytest

from refs.check.settings import Settings


def _load(name):
    if name not in sys.modules:
        spec = importlib.util.spec_from_file_location(
            name, Path(__file__).parent / f"{name.removeprefix('check_')}.py"
        )
        module = importlib.util.module_from_spec(spec)
        sys.modules[name] = module
        spec.loader.exec_module(module)
    return sys.modules[name]


server = _load("check_server")
nameserver = _load("check_nameserver")


@pytest.fixture(scope="session")
def web():
    """The hostile web."""
    web = server.Web()
    yield web
    web.close()


@pytest.fixture(scope="session")
def settings_for():
    """Settings that may talk to a web on loopback, and lose no time."""

    def build(web, **changes):
        options = {
            "allow_private": frozenset({"127.0.0.1", "localhost"}),
            "known_good": (f"{web.base}/new/page.html",),
            "per_host": 24,
            "delay": 0,
            "timeout": 2.0,
            "retry_delay": 0.2,
            "retries": 1,
            "certificates": str(server.CERTIFICATES / "ca.pem"),
        }
        return Settings(**{**options, **changes})

    return build


@pytest.fixture
def names():
    """Starts name servers: ``names({"a.test": ["127.0.0.1"]})``."""
    running = []

    def start(*arguments, **options):
        running.append(nameserver.NameServer(*arguments, **options))
        return running[-1]

    yield start
    for each in running:
        each.close()


@pytest.fixture
def serve():
    """Sets how a path of the web behaves, for one test: ``serve("/x", lambda x: x.answer(404))``."""
    before = dict(server.BEHAVIOURS)
    yield server.BEHAVIOURS.__setitem__
    server.BEHAVIOURS.clear()
    server.BEHAVIOURS.update(before)
