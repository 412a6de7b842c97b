import pytest

from refs.model.citation import Citation, Cite
from refs.render.position import place_cites

FIRST, SUBSEQUENT, IBID, IBID_WITH_LOCATOR = range(4)

ROWS = [
    ("a in 1, a in 2", [(1, "a"), (2, "a")], [FIRST, IBID]),
    ("another between", [(1, "a"), (2, "b"), (3, "a")], [FIRST, FIRST, SUBSEQUENT]),
    ("a locator now", [(1, "a"), (2, "a:5")], [FIRST, IBID_WITH_LOCATOR]),
    ("the same locator", [(1, "a:5"), (2, "a:5")], [FIRST, IBID]),
    ("no locator any more", [(1, "a:5"), (2, "a")], [FIRST, SUBSEQUENT]),
    ("several cites before", [(1, "a b"), (2, "a")], [FIRST, FIRST, SUBSEQUENT]),
    ("within one citation", [(1, "a a")], [FIRST, IBID]),
    ("a note left out", [(1, "a"), (3, "a")], [FIRST, SUBSEQUENT]),
    ("text and notes count apart", [(0, "a"), (1, "a")], [FIRST, FIRST]),
]


@pytest.mark.parametrize(("why", "notes", "positions"), ROWS)
def test_positions(why, notes, positions):
    citations = []
    for note, cites in notes:
        pairs = [each.partition(":") for each in cites.split()]
        citations.append(
            Citation(tuple(Cite(key, locator=place or None) for key, _, place in pairs), note=note)
        )
    placed = place_cites(citations, near=5)
    assert [each.position for row in placed for each in row] == positions
