import pytest

from refs.model.citation import Citation, Cite
from refs.parse.csl.csljson import read_item
from refs.parse.csl.installed import load_locale, load_style
from refs.render.document import render_document
from refs.render.marks import bare
from refs.render.session import Session


def work(key, family, year, title="T", given="A."):
    return read_item(
        {
            "id": key,
            "type": "book",
            "title": title,
            "author": [{"family": family, "given": given}],
            "issued": {"date-parts": [[year]]},
        }
    )


def session_of(name, *items, citations):
    session = Session(load_style(name), load_locale("en-US"), items)
    session.set_document([Citation((Cite(key),), note=at) for at, key in enumerate(citations, 1)])
    return session


def test_editing_one_citation_names_those_that_changed():
    session = session_of("ieee", work("a", "A", 1), work("b", "B", 2), work("c", "C", 3), citations="abc")
    before = [session.citation_marked(at) for at in range(3)]
    assert session.replace_citation(0, Citation((Cite("b"),), note=1)) == [0, 1, 2]
    assert [session.citation_marked(at) for at in range(3)] != before


def test_an_edit_that_touches_nothing_else():
    session = session_of("apa", work("a", "A", 1), work("b", "B", 2), citations="abab")
    [session.citation_marked(at) for at in range(4)]
    assert session.replace_citation(3, Citation((Cite("b", locator="7"),), note=4)) == [3]


def test_what_is_written_is_not_written_again(monkeypatch):
    session = session_of("apa", work("a", "A", 1), work("b", "B", 2), citations="ab" * 50)
    [session.citation_marked(at) for at in range(100)]
    written = []
    monkeypatch.setattr(session, "render_citation", lambda at: written.append(at) or "x")
    session.replace_citation(5, Citation((Cite("a", locator="3"),), note=6))
    [session.citation_marked(at) for at in range(100)]
    assert written == [5]


def test_year_suffixes_tell_works_apart():
    session = session_of("apa", work("a", "Doe", 2000, "B"), work("b", "Doe", 2000, "A"), citations="ab")
    texts = [session.citation_marked(at) for at in range(2)]
    assert ["2000b" in texts[0].replace("\x83", "").replace("\x84", ""), "a" in texts[1]] == [True, True]


@pytest.mark.parametrize("count", [450])
def test_many_authors(count):
    people = [{"family": f"Name{at}", "given": "X."} for at in range(count)]
    item = read_item({"id": "a", "type": "article-journal", "title": "T", "author": people})
    twin = read_item({"id": "b", "type": "article-journal", "title": "T", "author": people})
    session = session_of("apa", item, twin, citations="ab")
    assert "Name449" in session.entry_marked("a")


def test_a_remembered_entry_takes_its_number_and_suffix_anew():
    items = [work("a", "Doe", 2000, "A"), work("b", "Doe", 2000, "B")]
    there = session_of("ieee", *items, citations="ab").entry_marked("a")
    back = session_of("ieee", *items, citations="ba").entry_marked("a")
    assert ("1" in there, "2" in back) == (True, True)
    alone = session_of("apa", items[0], citations="a").entry_marked("a")
    beside = session_of("apa", *items, citations="ab").entry_marked("a")
    assert ("2000a" in bare(alone), "2000a" in bare(beside)) == (False, True)


def test_a_remembered_entry_is_not_that_of_other_abbreviations():
    item = read_item(
        {"id": "a", "type": "article-journal", "title": "T", "container-title": "Journal of Tests"}
    )
    style, locale = load_style("nlm-citation-sequence"), load_locale("en-US")
    short = {"container-title": {"Journal of Tests": "J Tests"}}
    texts = [
        render_document(style, locale, [item], abbreviations=each).bibliography.entries[0].text
        for each in (None, short, None)
    ]
    assert ["J Tests" in text for text in texts] == [False, True, False]
