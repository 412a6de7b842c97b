import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refs.model.date import Date
from refs.model.identifier import Identifier, Scheme
from refs.model.item import Item, ItemType
from refs.model.name import Name
from refs.parse.bib.bibtex import parse_bibtex
from refs.render.bibtex import render_biblatex, render_bibtex

ARTICLE = Item(
    id="doe2020",
    type=ItemType.ARTICLE_JOURNAL,
    author=(
        Name("Doe", "Jane"),
        Name("Berg", "M.", non_dropping_particle="van den"),
        Name(literal="Mayo Clinic"),
    ),
    title='Pain & the <span class="nocase">XYZ</span> joint: 50% of <i>all</i>',
    container_title="Annals of Joints",
    issued=Date((2020, 3, 7)),
    page="10-19",
    issue="3",
    URL="https://example.org/a_b?c=d%20e",
    accessed=Date((2024, 5, 6)),
)
WRITTEN = r"""@article{doe2020,
  author = {Doe, Jane and van den Berg, M. and {Mayo Clinic}},
  title = {Pain \& the {XYZ} joint: 50\% of \emph{all}},
  journal = {Annals of Joints},
  year = {2020},
  month = mar,
  day = {7},
  number = {3},
  pages = {10–19},
  url = {https://example.org/a_b?c=d%20e},
  urldate = {2024-05-06},
}
"""

SOURCES = [
    r"@article{a, title = {The {NASA} of \emph{it}}, journaltitle = {J}, date = {2020-02-03/2020-02-05}, volume = 3}",
    "@techreport{b, title = {T}, institution = {I}, type = {Working paper}, number = {7}, address = {Bern}}",
    "@phdthesis{c, title = {T}, school = {S}, year = {1999}, month = {10~} # jan}",
    "@book{d, title = {Main}, subtitle = {Sub}, series = {S}, number = {4}, publisher = {P}, location = {L}}",
    "@misc{e, title = {T}, howpublished = {\\url{https://example.org}}, note = {Accessed 3 May 2020}}",
    "@misc{f, title = {T}, eprint = {2001.00001}, archiveprefix = {arXiv}, primaryclass = {cs.LG}}",
    "@online{g, title = {T}, year = {in press}, langid = {ngerman}, language = {en}}",
    "@strange{h, title = {T}, author = {A B and others}, groups = {x, {y}}, x-1 = {$\\frac{1}{2}$}}",
    "@article{l, title = {T}, journal = {Adv. Math.}, fjournal = {Advances in Mathematics}}",
    "@inproceedings{m, title = {T}, booktitle = {B}, location = {San Jose}, address = {New York}, publisher = {ACM}}",
    "@inbook{i, title = {T}, chapter = {3}, pages = {1--2, 5}, edition = {Second}, organization = {O}, publisher = {P}}",
    "@thesis{j, title = {T}, type = {mathesis}, institution = {I}, date = {2020-21}}",
    "@article{k, title = {T}, journal = {J}, eid = {e123}, number = {1}, issue = {Spring}, file = {a:b\\:c.pdf:PDF}}",
]


def names_of(text):
    return set(re.findall(r"^\s*(?:@\w+\{\w+,)?\s*([\w-]+) = ", text, re.MULTILINE)) | set(
        re.findall(r", ([\w-]+) = ", text)
    )


def test_an_entry():
    assert render_bibtex([ARTICLE]) == WRITTEN


def test_biblatex_has_its_own_words():
    text = render_biblatex([ARTICLE])
    assert "journaltitle = {Annals of Joints}" in text
    assert "date = {2020-03-07}" in text
    assert "year" not in text


@pytest.mark.parametrize("source", SOURCES)
def test_a_round_trip_keeps_the_item(source):
    items = parse_bibtex(source).items
    assert parse_bibtex(render_bibtex(items)).items == items


@pytest.mark.parametrize("source", SOURCES)
def test_a_round_trip_keeps_every_field(source):
    written = render_bibtex(parse_bibtex(source).items)
    assert names_of(source) <= names_of(written)
    assert written.startswith(source[: source.index(",")])


def test_variables_without_a_field_keep_the_name_that_csl_gives_them():
    item = Item(id="a", type=ItemType.REPORT, title="T", archive_place="Bern", authority="Court")
    (again,) = parse_bibtex(render_bibtex([item])).items
    assert (again.archive_place, again.authority) == ("Bern", "Court")


def test_an_arxiv_identifier_is_an_eprint():
    item = Item(id="a", title="T", identifiers=(Identifier(Scheme.ARXIV, "2001.00001"),))
    assert "eprint = {2001.00001}" in render_bibtex([item])


def test_accents_as_commands_for_old_programs():
    item = Item(id="a", title="Gödel – Łukasz")
    assert r"{G{\"o}del {\textendash} {\L}ukasz}" in render_bibtex([item], ascii_only=True)


def test_a_master_is_no_doctor():
    item = Item(id="a", type=ItemType.THESIS, genre="Master's thesis")
    assert render_bibtex([item]).startswith("@mastersthesis{a,")


TEXT = st.text(
    st.characters(exclude_categories=["C", "Z"]) | st.sampled_from(list(" {}\\$&%#_^~'`-<>")), max_size=30
)


@given(TEXT, TEXT, TEXT)
def test_any_text_comes_back(title, publisher, url):
    item = Item(id="k", type=ItemType.BOOK, title=title or None, publisher=publisher or None, URL=url or None)
    (again,) = parse_bibtex(render_bibtex([item])).items
    assert parse_bibtex(render_bibtex([again])).items == (again,)


def test_biblatex_has_an_editor_who_directed():
    item = Item(id="k", type=ItemType.MOTION_PICTURE, director=(Name("Rector", "Di"),))
    text = render_biblatex([item])
    assert "  editor = {Rector, Di},\n" in text
    assert "  editortype = {director},\n" in text
    assert parse_bibtex(text).items[0].director == item.director


BOTH_WAYS = [
    "@article{k, journal={J}, number={3}, issue={Spring}}",
    "@book{k, title={A}, journal={J}}",
    "@article{k, fjournal={Journal of Tea}, journal={J. Tea}}",
    "@book{k, date={2017-22/2018}}",
    "@book{k, date={Y17000002}}",
    "@book{k, date={May 03}, year={2018}}",
    "@book{k, title={A}, pages={253}}",
]


@pytest.mark.parametrize("text", BOTH_WAYS)
def test_biblatex_says_the_same_as_bibtex(text):
    (item,) = parse_bibtex(text).items
    (again,) = parse_bibtex(render_biblatex([item])).items
    assert (again.type, tuple(again.filled())) == (item.type, tuple(item.filled()))


@pytest.mark.parametrize(
    "key", ["doe#1", "doe@home", "doe~1", "doe%1", "doe(1)", "Doe & Roe", "ключ", "doi:10.1/x_y"]
)
def test_a_key_stays(key):
    items = parse_bibtex(f"@book{{{key}, title={{A}}}}").items
    assert [item.id for item in parse_bibtex(render_bibtex(items)).items] == [key]
