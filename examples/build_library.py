"""Build the sample library.db of this repository from the example articles.

    python examples/build_library.py [library.db]

The examples' small web answers on loopback and the clock stands still, so that two runs give the same content.
"""

import datetime as dt
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from refs import Library  # noqa: E402  # the path comes first
from refs.demo.examples import example_articles  # noqa: E402  # likewise
from refs.demo.web import small_web  # noqa: E402  # likewise

MOMENT = dt.datetime(2026, 11, 1, 12, 0, tzinfo=dt.UTC)


def build(path: Path) -> None:
    """Write the sample library to `path`, in the place of what was there."""
    for name in (path, Path(f"{path}-wal"), Path(f"{path}-shm")):
        name.unlink(missing_ok=True)
    with (
        small_web() as web,
        Library.open(path, services=web.services, delay=0.0, clock=lambda: MOMENT) as library,
    ):
        for article in example_articles():
            library.ingest(str(article.relative_to(ROOT)))
        for _ in library.refresh(library.to_refresh()):
            pass
        for _ in library.check():
            pass


if __name__ == "__main__":
    build(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "library.db")
