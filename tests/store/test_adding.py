"""Many items at once: in one transaction or several, and with the triggers out of the way."""

import dataclasses

import pytest

from refs.model.date import Date
from refs.model.item import Item
from refs.model.name import Name
from refs.store.likeness import THRESHOLD, compare, has_room
from refs.store.traits import Traits, plain_title

TRIGGERS = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' ORDER BY name"


def page(number):
    return Item(id=f"k{number}", title=f"The page with the number {number} of a long list")


def many(start, number=600):
    return [page(each) for each in range(start, start + number)]


def prepared(store, *starts):
    return [[store._prepare_item(item) for item in many(start)] for start in starts]


def test_batches_that_come_in_time_are_one_transaction(store):
    added = list(store.add_prepared(prepared(store, 0, 600, 1_200), seconds=60))
    assert [len(each) for each in added] == [1_800]
    assert [(each.verb, each.changes) for each in store.log()] == [("add", 1_800)]
    store.undo()
    assert store.count() == 0


def test_without_time_each_batch_is_one(store):
    added = list(store.add_prepared(prepared(store, 0, 600)))
    assert [len(each) for each in added] == [600, 600]
    assert len(store.log()) == 1


def test_a_work_is_known_to_the_later_batches_of_its_transaction(store):
    first, second = prepared(store, 0, 300)
    known = [each.outcome.value for each in next(store.add_prepared([first, second], seconds=60))]
    assert known.count("added") == store.count() == 900


def test_many_items_are_found_and_leave_the_triggers_as_they_were(store):
    before = [tuple(row) for row in store.rows(TRIGGERS)]
    store.add_items(many(0), force=True)
    assert [tuple(row) for row in store.rows(TRIGGERS)] == before
    assert [each.item.id for each in store.search("number 77")] == ["k77"]
    assert [each.code for each in store.examine() if each.code != "unresolved"] == []
    assert store.value("PRAGMA foreign_keys") == 1


def test_a_failure_takes_back_the_items_and_the_triggers(store):
    before = [tuple(row) for row in store.rows(TRIGGERS)]

    def break_off():
        yield prepared(store, 0)[0]
        raise RuntimeError

    with pytest.raises(RuntimeError):
        list(store.add_prepared(break_off(), seconds=60))
    assert [tuple(row) for row in store.rows(TRIGGERS)] == before
    assert (store.count(), store.value("SELECT adding FROM state")) == (0, 0)
    assert store.value("PRAGMA foreign_keys") == 1


def test_inside_an_event_the_journal_keeps_each_of_many(store):
    with store.event("bulk"):
        store.add_items(many(0), force=True)
    assert [(each.verb, each.changes) for each in store.log()] == [("bulk", 600)]
    store.undo()
    assert store.count() == 0


TITLES = [
    "Treatment of chronic pain",
    "Treatment of chronic pain: a systematic review of trials in adults with low back pain",
    "Treatment of acute heart failure",
    "Treatment of chronic pains",
    "Erratum: treatment of chronic pain",
    "Editorial",
    "Review",
    "",
]


@pytest.mark.parametrize("one", TITLES)
@pytest.mark.parametrize("other", TITLES)
def test_where_titles_leave_no_room_nothing_else_makes_up_for_it(one, other):
    item = Item(
        id="a",
        title=one,
        author=(Name("Li", "Wei"),),
        issued=Date((2020,)),
        container_title="Pain",
        volume="3",
        issue="4",
        page="5-9",
        DOI="10.1000/x",
    )
    if not has_room(plain_title(one), plain_title(other), THRESHOLD):
        assert compare(Traits(item), Traits(dataclasses.replace(item, title=other))).score < THRESHOLD
