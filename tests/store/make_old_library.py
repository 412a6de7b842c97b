"""Keeps a small library of the present schema: ``python tests/store/make_old_library.py``, once for each release."""

import datetime as dt
import gzip
import json
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parents[1]))

from refs.model.article import Article, Format, ListEntry, Span  # noqa: E402  # the path is set above
from refs.model.link import Check, Verdict  # noqa: E402
from refs.parse.csl.csljson import read_item  # noqa: E402
from refs.render.csljson import encode_item  # noqa: E402
from refs.store import Store  # noqa: E402
from refs.store.schema import VERSION  # noqa: E402

ITEMS = [
    {
        "id": "basit2020",
        "type": "article-journal",
        "title": "Clonazepam in practice",
        "author": [{"family": "Basit", "given": "Hajira"}],
        "container-title": "Journal of Examples",
        "issued": {"date-parts": [[2020, 5]]},
        "DOI": "10.1000/X",
    },
    {"id": "label", "type": "webpage", "title": "A label", "URL": "https://www.fda.example/label"},
    {"id": "bare", "type": "document", "DOI": "10.1000/unknown"},
]


def fill(path):
    """A library with an item of each kind, a check, an article and a tag."""
    with Store(
        path,
        encode_item,
        lambda text: read_item(json.loads(text)),
        clock=lambda: dt.datetime(2026, 1, 1, tzinfo=dt.UTC),
    ) as store:
        store.add_items(map(read_item, ITEMS))
        store.add_checks([Check("https://www.fda.example/label", "2026-01-01T00:00:00Z", Verdict.DEAD)])
        store.put_article(
            Article("a.md", Format.MARKDOWN, "…", entries=(ListEntry("1. Basit", Span(0, 1), 0, 1),)),
            {0: "basit2020"},
        )
        list(store.each_link())
        store.add_tags(["basit2020"], ["klonopin"])
        store.compact()


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "library.db"
        fill(file)
        (HERE / "data" / f"library-{VERSION}.db.gz").write_bytes(gzip.compress(file.read_bytes(), 9, mtime=0))
