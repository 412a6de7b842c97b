"""What is read, written and read again is the same, for any fields and any items."""

import json
import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refs.model.bibtex import DATES, NAMES, TEXTS, VERBATIM
from refs.model.date import Date
from refs.model.item import DATE_VARIABLES, NAME_VARIABLES, NUMBER_VARIABLES, STRING_VARIABLES, Item, ItemType
from refs.model.name import Name
from refs.model.nbib import TEXTS as NBIB_TEXTS
from refs.model.ris import TYPES as RIS_TYPES
from refs.parse.bib.bibtex import parse_bibtex
from refs.parse.csl.csljson import parse_csljson
from refs.parse.tagged.enw import parse_enw
from refs.parse.tagged.nbib import parse_nbib
from refs.parse.tagged.ris import parse_ris
from refs.render.bibtex import render_biblatex, render_bibtex
from refs.render.csljson import render_csljson
from refs.render.enw import render_enw
from refs.render.nbib import render_nbib
from refs.render.ris import render_ris

WORD = st.text(string.ascii_letters + string.digits + "éßŁ–’", min_size=1, max_size=8)
WORDS = st.lists(WORD, min_size=1, max_size=4).map(" ".join)
PUNCTUATED = st.text(string.ascii_letters + " .,;:()/&-–?!'éß0123456789", min_size=1, max_size=30).map(
    lambda text: " ".join(text.split())
)
YEAR = st.integers(1500, 2050).map(str)

BIB_NAMES = sorted(
    {*NAMES, *TEXTS, *VERBATIM, *DATES, "year", "eprint", "file", "x-own", "keywords"} - {"abstract"}
)
BIB_TYPES = [
    "article",
    "book",
    "inproceedings",
    "incollection",
    "phdthesis",
    "misc",
    "online",
    "report",
    "strange",
]


def bib_value(name):
    if name in NAMES:
        return st.lists(st.tuples(WORD, WORD), min_size=1, max_size=3).map(
            lambda names: " and ".join(f"{family}, {given}" for family, given in names)
        )
    return YEAR if name in DATES or name == "year" else WORDS


@st.composite
def bib_entry(draw):
    names = draw(st.lists(st.sampled_from(BIB_NAMES), unique=True, max_size=8))
    cased = {name: draw(st.sampled_from([name, name.upper(), name.title()])) for name in names}
    fields = "".join(f"  {cased[name]} = {{{draw(bib_value(name))}}},\n" for name in names)
    key = draw(st.text(string.ascii_letters + string.digits + ":_-+.", min_size=1, max_size=12))
    return f"@{draw(st.sampled_from(BIB_TYPES))}{{{key},\n{fields}}}\n", key, list(cased.values())


@given(bib_entry())
def test_an_entry_of_bibtex_keeps_its_key_its_fields_and_their_names(entry):
    text, key, names = entry
    items = parse_bibtex(text).items
    written = render_bibtex(items)
    assert f"{{{key},\n" in written
    assert all(f"\n  {name} = " in written for name in names)
    assert parse_bibtex(written).items == items


RIS_TAGS = [
    "A1",
    "A2",
    "A3",
    "A4",
    "AB",
    "AN",
    "AU",
    "C1",
    "C3",
    "C7",
    "CN",
    "CY",
    "DA",
    "DB",
    "DO",
    "ED",
    "EP",
    "ET",
]
RIS_TAGS += [
    "IS",
    "J2",
    "JF",
    "JO",
    "KW",
    "LA",
    "M1",
    "M3",
    "N1",
    "N2",
    "PB",
    "PY",
    "SE",
    "SN",
    "SP",
    "ST",
    "T1",
    "T2",
]
RIS_TAGS += ["T3", "TI", "U1", "UR", "VL", "Y1", "Y2", "L1", "XX"]


@given(
    st.sampled_from(sorted(RIS_TYPES)),
    st.lists(st.tuples(st.sampled_from(RIS_TAGS), PUNCTUATED), max_size=10),
)
def test_a_record_of_ris_keeps_everything(kind, lines):
    text = f"TY  - {kind}\n" + "".join(f"{tag}  - {value}\n" for tag, value in lines) + "ID  - k\nER  - \n"
    items = parse_ris(text).items
    again = parse_ris(render_ris(items)).items
    assert parse_ris(render_ris(again)).items == again


NBIB_TAGS = sorted(
    {*NBIB_TEXTS, "AU", "FAU", "DP", "OT", "MH", "AID", "LID", "CN", "ED", "FED", "PL", "BTI", "JID", "PT"}
)


@given(
    st.lists(st.tuples(st.sampled_from([tag for tag in NBIB_TAGS if tag != "PMID"]), PUNCTUATED), max_size=10)
)
def test_a_record_of_medline_keeps_everything(lines):
    text = "PMID- 7\n" + "".join(f"{tag:<4}- {value}\n" for tag, value in lines)
    items = parse_nbib(text).items
    again = parse_nbib(render_nbib(items)).items
    assert parse_nbib(render_nbib(again)).items == again


PEOPLE = st.lists(
    st.builds(
        Name,
        WORDS,
        WORDS,
        suffix=st.none() | st.just("Jr."),
        non_dropping_particle=st.none() | st.just("van"),
    )
    | st.builds(Name, literal=WORDS),
    min_size=1,
    max_size=3,
).map(tuple)
DAY = st.tuples(st.integers(1000, 2050), st.integers(1, 12), st.integers(1, 28))
DATE = st.builds(Date, DAY | DAY.map(lambda parts: parts[:2]) | DAY.map(lambda parts: parts[:1]))
KEYWORDS = [
    (
        parse_ris,
        render_ris,
        "TY  - JOUR\nKW  - Burns, Chemical\nKW  - sleep\nER  - \n",
        "KW  - Burns, Chemical\r\n",
    ),
    (parse_nbib, render_nbib, "PMID- 1\nOT  - Burns, Chemical\nMH  - *Sleep\n", "OT  - Burns, Chemical\nPT"),
    (parse_enw, render_enw, "%0 Book\n%K Burns, Chemical\n%K sleep\n", "%K Burns, Chemical\n"),
]


@pytest.mark.parametrize(("read", "write", "text", "line"), KEYWORDS)
def test_a_keyword_with_a_comma_stays_one(read, write, text, line):
    items = read(text).items
    assert line in write(items)
    assert read(write(items)).items == items
    assert line not in write([items[0].replace(keyword="other")])


VALUES = (
    dict.fromkeys(NAME_VARIABLES, PEOPLE)
    | dict.fromkeys(DATE_VARIABLES, DATE)
    | dict.fromkeys(NUMBER_VARIABLES | STRING_VARIABLES, st.text(min_size=1, max_size=20).filter(str.strip))
)


@st.composite
def some_values(draw, values):
    names = draw(st.lists(st.sampled_from(sorted(values)), unique=True, max_size=8))
    return {"type": draw(st.sampled_from(ItemType))} | {name: draw(values[name]) for name in names}


@given(some_values(VALUES))
def test_any_item_comes_back_from_csl_json(values):
    values = {name: value for name, value in values.items() if name != "note"}
    (again,) = parse_csljson(render_csljson([Item(id="k", **values)])).items
    assert again.replace(identifiers=()) == Item(id="k", **values)


@given(st.dictionaries(st.text(min_size=1, max_size=8), st.integers() | st.text(max_size=5), max_size=4))
def test_keys_that_csl_json_does_not_know_are_kept(unknown):
    data = {"id": "k", "type": "book"} | {f"x-{name}": value for name, value in unknown.items()}
    written = json.loads(render_csljson(parse_csljson(json.dumps([data])).items))[0]
    assert {**written, **written.get("custom", {})}.items() >= data.items()


SIMPLE = (
    dict.fromkeys(NAME_VARIABLES, PEOPLE)
    | dict.fromkeys(DATE_VARIABLES, DATE)
    | dict.fromkeys(STRING_VARIABLES | NUMBER_VARIABLES, WORDS)
)


@given(some_values(SIMPLE))
def test_any_item_loses_no_variable_in_bibtex_or_biblatex(values):
    item = Item(id="k", **values)
    for write in (render_bibtex, render_biblatex):
        (again,) = parse_bibtex(write([item])).items
        missing = {name for name, _ in item.filled() if not getattr(again, name)}
        assert not missing
