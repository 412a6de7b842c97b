"""The past of links, in another process."""

import pickle

from refs.model.link import Check, Verdict
from refs.store import Store
from refs.store.past import Past


def test_a_past_that_was_pickled_knows_the_checks(tmp_path):
    check = Check("https://www.example.org/", "2026-01-01T00:00:00Z", Verdict.ALIVE)
    with Store(tmp_path / "library.db", encode=str, decode=str) as store:
        store.add_checks([check])
    past = pickle.loads(pickle.dumps(Past(str(tmp_path / "library.db"))))
    assert past(check.url) == [check]
    assert past("https://www.example.org/other") == []
    past.close()
