from hypothesis import given
from hypothesis import strategies as st

from refs.model.date import Date
from refs.model.item import ItemType
from refs.model.name import Name
from refs.parse.catalogue.mab import parse_mab
from refs.parse.formats import detect_format

LEADER = "00000nM2.01200024      h"


def record(**fields):
    """A record of ISO 2709 with fields like ``f331="\x1faA title"``."""
    values = [f" {text}" for text in fields.values()]
    directory = "".join(f"{name[1:]}{len(value):04}00000" for name, value in zip(fields, values, strict=True))
    return f"{LEADER}{directory}\x1e" + "".join(f"{value}\x1e" for value in values) + "\x1d"


def lines(*told):
    (item,) = parse_mab("\n".join((f"### {LEADER}", *told))).items
    return item


def test_records():
    text = record(f001="1", f331="\x1faTides") + record(f001="2", f331="Seas", f425="\x1fa2001")
    assert detect_format("a.dat", text) == "mab"
    first, second = parse_mab(text).items
    assert (first.title, second.title, second.issued) == ("Tides", "Seas", Date((2001,)))


def test_who_did_what():
    item = lines("331 A", "100 Poe, Jo <1950->", "104bRoe, Ann [Übers.]", "108bLee, Bo [Mitarb.]")
    assert (item.author, item.translator) == ((Name("Poe", "Jo"),), (Name("Roe", "Ann"),))
    assert item.contributor == (Name("Lee", "Bo"),)
    assert lines("331 A", "200 Tide Council <Oslo>").author == (Name(literal="Tide Council"),)


def test_a_thesis_and_a_chapter():
    assert lines("331 A", "519 Oslo, Univ., Diss., 1999").type is ItemType.THESIS
    chapter = lines("331 A", "590 Seas", "594 Oslo", "595 2001", "596 S. 45-60")
    assert (chapter.type, chapter.container_title, chapter.page) == (ItemType.CHAPTER, "Seas", "45-60")
    assert (chapter.publisher_place, chapter.issued) == ("Oslo", Date((2001,)))


@given(st.text(alphabet="0123456789 a\x1d\x1e\x1f\n#M2.$", max_size=120))
def test_never_raises(text):
    parse_mab(text)
    parse_mab(f"### {LEADER}\n{text}")
    parse_mab(LEADER + text)
