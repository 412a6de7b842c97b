import pytest
from hypothesis import given
from hypothesis import strategies as st

from refs.model.date import Date
from refs.model.item import ItemType
from refs.model.name import Name
from refs.parse.bib.bibtex import parse_bibtex

ENTRY = r"""
@string{aj = "Annals of " # {Joints}}
@article{doe2020,
  author  = {Doe, Jane and {Mayo Clinic}},
  title   = {Pain in the {XYZ} Joint: A $\beta$-Study},
  journal = aj,
  year    = 2020,
  month   = mar # "~7",
  volume  = 12,
  number  = {3},
  pages   = {10--19},
  doi     = {https://doi.org/10.1234/abc.DEF},
  keywords = {pain, joints},
  timestamp = {2021-01-01},
}
"""


def one(text):
    (item,) = parse_bibtex(text).items
    return item


def test_an_article():
    item = one(ENTRY)
    assert (item.id, item.type) == ("doe2020", ItemType.ARTICLE_JOURNAL)
    assert item.author == (Name("Doe", "Jane"), Name(literal="Mayo Clinic"))
    assert item.title == 'Pain in the <span class="nocase">XYZ</span> Joint: A β-Study'
    assert item.container_title == "Annals of Joints"
    assert item.issued == Date((2020, 3, 7))
    assert (item.volume, item.issue, item.page) == ("12", "3", "10-19")
    assert item.DOI == "10.1234/abc.DEF"
    assert [str(each) for each in item.identifiers] == ["doi:10.1234/abc.def"]
    assert item.custom["bibtex"]["fields"] == {"timestamp": "2021-01-01"}
    assert item.custom["bibtex"]["macros"] == {"journal": ["aj", "Annals of Joints"]}


def test_fields_that_mean_other_things_beside_others():
    item = one("@article{a, journal = {Adv. Math.}, fjournal = {Advances in Mathematics}}")
    assert (item.container_title, item.container_title_short) == ("Advances in Mathematics", "Adv. Math.")
    item = one("@inproceedings{a, booktitle = {B}, location = {San Jose}, address = {New York}}")
    assert (item.event_place, item.publisher_place) == ("San Jose", "New York")


def test_a_note_may_be_an_identifier():
    item = one("@article{a, journal = {J}, note = {{PMID:} 23439512}}")
    assert (item.PMID, item.note) == ("23439512", "PMID: 23439512")


def test_single_values_are_picked_from_xdata():
    text = """@xdata{x-1, author = {Berg, Ida and Lund, Per}, title = {T}}
        @book{a, author = {Okafor, C. and xdata=x-1-author-2}, title = {xdata=x-1-title}, note = {xdata=none-note}}
        @xdata{loop, title = {xdata=loop-title}}
        @book{b, title = {xdata=loop-title}}"""
    first, second = parse_bibtex(text).items
    assert [name.family for name in first.author] == ["Okafor", "Lund"]
    assert (first.title, first.note) == ("T", "xdata=none-note")
    assert second.title == "xdata=loop-title"


TYPES = [
    ("@online{a, title={T}, url={https://example.org}}", ItemType.WEBPAGE, None),
    ("@misc{a, title={T}, howpublished={\\url{https://example.org/a_b}}}", ItemType.WEBPAGE, None),
    ("@misc{a, title={T}, eprint={2001.00001}, archiveprefix={arXiv}}", ItemType.ARTICLE, None),
    ("@phdthesis{a, title={T}}", ItemType.THESIS, "PhD thesis"),
    ("@thesis{a, type={mathesis}, title={T}}", ItemType.THESIS, "Master’s thesis"),
    ("@inproceedings{a, title={T}}", ItemType.PAPER_CONFERENCE, None),
    ("@article{a, title={T}, entrysubtype={newspaper}}", ItemType.ARTICLE_NEWSPAPER, None),
    ("@book{a, title={T}, booktitle={B}}", ItemType.CHAPTER, None),
    ("@dataset(a, title={T})", ItemType.DATASET, None),
    ("@unheardof{a, title={T}}", ItemType.DOCUMENT, None),
]


@pytest.mark.parametrize(("text", "kind", "genre"), TYPES)
def test_types(text, kind, genre):
    item = one(text)
    assert (item.type, item.genre) == (kind, genre)


ACCESSED = [
    "urldate = {2024-05-06}",
    "lastchecked = {6 May 2024}",
    "note = {Accessed 6 May 2024}",
    "note = {[Online; accessed 6-May-2024]}",
    "howpublished = {\\url{https://example.org} (visited on 2024-05-06)}",
]


@pytest.mark.parametrize("field", ACCESSED)
def test_the_day_of_access(field):
    assert one(f"@misc{{a, title={{T}}, {field}}}").accessed == Date((2024, 5, 6))


def test_an_arxiv_eprint_is_an_identifier():
    item = one("@article{a, title={T}, eprint={2001.00001}, eprinttype={arxiv}, journal={J}}")
    assert [str(each) for each in item.identifiers] == ["arxiv:2001.00001"]
    assert item.type is ItemType.ARTICLE_JOURNAL


def test_a_year_in_press_is_a_literal_and_a_flaw():
    reading = parse_bibtex("@article{a, year={in press}}")
    assert reading.items[0].issued == Date(literal="in press")
    assert [str(flaw.code) for flaw in reading.flaws] == ["bad-date"]


def test_crossref_gives_the_book_its_title():
    text = """
    @inproceedings{p, title={Paper}, crossref={c}}
    @proceedings{c, title={Proceedings of X}, year={2001}, editor={A B}, doi={10.1234/book}}
    """
    paper = parse_bibtex(text).items[0]
    assert (paper.title, paper.container_title, paper.issued) == ("Paper", "Proceedings of X", Date((2001,)))
    assert paper.editor == (Name("B", "A"),)
    assert paper.DOI is None


def test_xdata_gives_its_fields_and_is_no_item():
    text = "@xdata{x, publisher={P}, location={L}}\n@book{b, title={T}, xdata={x}}"
    (book,) = parse_bibtex(text).items
    assert (book.publisher, book.publisher_place) == ("P", "L")


def test_a_circle_of_parents_ends():
    text = "@book{a, title={A}, crossref={b}}\n@book{b, publisher={P}, crossref={a}}"
    assert [item.publisher for item in parse_bibtex(text).items] == ["P", "P"]


def test_one_broken_entry_costs_one_entry():
    text = "@book{a, title={A}}\n@book{b, title={B\n@book{c, title={C}}\n"
    reading = parse_bibtex(text)
    assert [item.id for item in reading.items] == ["a", "b", "c"]
    assert [(str(flaw.code), flaw.item) for flaw in reading.flaws] == [("broken-entry", "b")]
    assert "line 2" in reading.flaws[0].message


def test_a_missing_comma_loses_no_field():
    item = one("@book{a, title={A}\n publisher={P},\n year={1999}}")
    assert (item.title, item.publisher, item.issued) == ("A", "P", Date((1999,)))


def test_what_is_told():
    text = "@book{a, title=undefined}\n@book{a, title={A}, title={B}}\n@strange{c, title={C}}"
    codes = [str(flaw.code) for flaw in parse_bibtex(text).flaws]
    assert sorted(codes) == ["bad-value", "bad-value", "duplicate-key", "unknown-type"]


def test_keys_of_every_kind():
    text = "@book{a key with blanks, title={A}}\n@book{, title={B}}\n@book{ü:1/2+3, title={C}}"
    assert [item.id for item in parse_bibtex(text).items] == ["a key with blanks", "item-2", "ü:1/2+3"]


def test_comments_and_preambles_are_no_items():
    assert parse_bibtex('@comment{x}\n@preamble{"y"}\nfree text\n% more').items == ()


@given(st.text(alphabet='@{}(),="#\\ \nabarticleookstringyear0129-', max_size=120))
def test_never_raises(text):
    parse_bibtex(text)


@given(st.text(max_size=40), st.text(max_size=40), st.text(max_size=20))
def test_never_raises_on_odd_fields(title, author, year):
    parse_bibtex(f"@article{{k, title={{{title}}}, author={{{author}}}, year={{{year}}}, note={{{title}}}}}")


def test_the_blanks_of_a_macro_stay():
    text = '@string{of = " of " # "the "} @book{k, title = {Art} # of # {Tea}}'
    assert parse_bibtex(text).items[0].title == "Art of the Tea"
