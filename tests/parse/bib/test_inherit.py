from refs.model.date import Date
from refs.model.item import Item
from refs.model.name import Name
from refs.parse.bib.bibtex import parse_bibtex


def _child(text: str) -> Item:
    """The first of some entries."""
    return parse_bibtex(text).items[0]


def test_what_stands_in_a_book_has_the_author_of_the_book():
    child = _child("""
    @inbook{c, author={Ana Tea}, title={Cups}, crossref={p}}
    @book{p, author={Ben Milk}, title={Pots}, subtitle={A History}, doi={10.1000/p}, url={https://example.org}}
    """)
    assert (child.author, child.container_author) == ((Name("Tea", "Ana"),), (Name("Milk", "Ben"),))
    assert (child.container_title, child.DOI, child.URL) == ("Pots: A History", None, "https://example.org")


def test_a_volume_takes_no_subtitle_of_the_set():
    child = _child("""
    @book{c, title={Cups}, volume={2}, crossref={p}}
    @mvbook{p, title={Pots}, subtitle={A History}, publisher={Tea Press}, volumes={3}}
    """)
    assert (child.title, child.publisher, child.number_of_volumes) == ("Cups", "Tea Press", "3")
    assert child.custom["bibtex"]["fields"]["mainsubtitle"] == "A History"


def test_a_chapter_of_a_set_stands_in_the_set():
    child = _child("@inbook{c, title={Cups}, crossref={p}} @mvbook{p, title={Pots}, subtitle={A History}}")
    assert child.container_title == "Pots: A History"


def test_the_same_work_told_twice_shares_everything():
    child = _child("""
    @article{c, title={Cups}, crossref={p}}
    @article{p, title={Pots}, journal={J. Tea}, pages={1--2}, doi={10.1000/p}, note={Reprint}}
    """)
    assert (child.title, child.page, child.DOI, child.note) == ("Cups", "1-2", "10.1000/p", "Reprint")


def test_a_year_of_ones_own_keeps_the_date_of_the_parent_out():
    child = _child("@inbook{c, title={Cups}, year=2010, crossref={p}} @book{p, title={Pots}, date={2009-05}}")
    assert child.issued == Date((2010,))


def test_an_empty_field_is_not_inherited_and_stays():
    text = (
        "@inbook{c, title={Cups}, publisher={}, crossref={p}} @book{p, title={Pots}, publisher={Tea Press}}"
    )
    child = _child(text)
    assert (child.publisher, child.custom["bibtex"]["fields"]["publisher"]) == (None, "")


def test_a_book_that_names_itself_for_its_parts_is_a_book():
    text = "@inbook{c, title={Cups}, crossref={p}} @book{p, title={Pots}, booktitle={{Pots}}}"
    kinds = [(str(item.type), item.container_title) for item in parse_bibtex(text).items]
    assert kinds == [("chapter", "Pots"), ("book", None)]
