"""What every test may ask for."""

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
