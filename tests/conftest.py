"""What every test may ask for."""

import itertools
import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile("refs", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("refs")

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of shared development data; a test that needs it is skipped where it is absent."""
    folder = Path(os.environ.get("REFS_SHARED", ROOT.parent / "shared"))
    if not folder.is_dir():
        pytest.skip("the shared development data is not here (set REFS_SHARED)")
    return folder


@pytest.fixture(autouse=True)
def _own_cache(tmp_path_factory, monkeypatch):
    """Each test keeps the answers that it gets in a folder of its own, which is made when the first one comes."""
    monkeypatch.setenv("REFS_CACHE", str(tmp_path_factory.getbasetemp() / f"cache-{next(_numbers)}"))


_numbers = itertools.count()


@pytest.fixture(scope="session")
def web():
    """The small web on loopback, as it was when the example articles were written."""
    from refs.demo.web import small_web

    with small_web() as running:
        yield running


@pytest.fixture
def library(web, tmp_path):
    """An empty library that asks the small web."""
    from refs.library import Library

    with Library.open(tmp_path / "library.db", services=web.services, delay=0.0) as opened:
        yield opened


@pytest.fixture
def refs(web, tmp_path, monkeypatch):
    """The command line, in an empty folder, on the small web: ``refs("add", "NBK556010")``."""
    from click.testing import CliRunner

    from refs.cli.entry import main

    monkeypatch.chdir(tmp_path)

    def run(*words: str, **options: object):
        environment = {"REFS_GATEWAY": web.address, "NO_COLOR": "1"}
        return CliRunner().invoke(main, [str(word) for word in words], env=environment, **options)

    return run
