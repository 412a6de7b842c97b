"""Search."""

import pytest

from refs.errors import BadQuery
from refs.model.article import Article, Format, ListEntry, Span
from refs.model.flaw import Flaw, FlawCode
from refs.model.item import Item
from refs.model.link import Check, Verdict
from refs.parse.csl.csljson import read_item
from refs.parse.query import parse_query

ITEMS = [
    {
        "id": "one",
        "type": "article-journal",
        "title": "Clonazepam use in Málaga",
        "author": [{"family": "Ångström", "given": "A"}],
        "issued": {"date-parts": [[2021, 5]]},
        "accessed": {"date-parts": [[2024, 11, 30]]},
        "DOI": "10.1000/X",
        "publisher": "Elsevier Science",
        "volume": "50%",
    },
    {
        "id": "two",
        "type": "webpage",
        "title": "Lorazepam",
        "container-title": "Clonazepam Letters",
        "URL": "https://www.fda.example/a/",
        "abstract": "About a retracted trial",
        "accessed": {"date-parts": [[2025, 3, 1]]},
    },
    {
        "id": "three",
        "type": "book",
        "title": "C++ for Ψυχή",
        "issued": {"date-parts": [[1999]]},
        "PMID": "29618526",
        "custom": {"notices": [{"kind": "retraction", "source": "pubmed"}]},
    },
]


@pytest.fixture
def library(store):
    store.add_items(map(read_item, ITEMS))
    store.add_tags(["one"], ["klonopin", "to read"])
    store.add_checks([Check("https://www.fda.example/a/", "2026-01-05T00:00:00Z", Verdict.DEAD)])
    store.put_article(
        Article("blog/a.html", Format.HTML, "", entries=(ListEntry("1", Span(0, 1), 0),)), {0: "one"}
    )
    store.add_flaws("three", [Flaw(FlawCode.BAD_DATE, "…", "three", "issued")])
    return store


CASES = [
    ("clonazepam", "one two"),
    ("clonazepam malaga", "one"),
    ("clona mala", "one"),
    ("clona* letters", "two"),
    ("angstrom", "one"),
    ("LORAZ", "two"),
    ("ΨΥΧΉ", "three"),
    ('"use in malaga"', "one"),
    ('"malaga use"', ""),
    ("https://doi.org/10.1000/X", "one"),
    ("10.1000/x", "one"),
    ("pmid:29618526", "three"),
    ("29618526", "three"),
    ("http://fda.example/a", "two"),
    ("url:fda.example", "two"),
    ("doi:10.1000/*", "one"),
    ("nothing", ""),
    ("", "three two one"),
    ("clonazepam -retracted", "one"),
    ("retracted", "three two"),
    ("is:retracted", "three"),
    ("notice:retraction", "three"),
    ("notice:correction", ""),
    ("notice:nonsense", None),
    ("Ψυχή -retracted", ""),
    ("clonazepam NOT letters", "one"),
    ("lorazepam OR malaga", "one two"),
    ("(lorazepam OR malaga) year:2021", "one"),
    ("author:angstrom", "one"),
    ("author:clonazepam", ""),
    ("title:clona*", "one"),
    ("journal:clonazepam", "two"),
    ("year:>2000", "one"),
    ("year:1990..2021", "three one"),
    ("type:book", "three"),
    ("tag:klonopin", "one"),
    ('tag:"to read"', "one"),
    ("-tag:klonopin", "three two"),
    ("verdict:dead", "two"),
    ("is:unchecked", "three one"),
    ("checked:2026-01", "two"),
    ("accessed:<2025-01-01", "one"),
    ("accessed:2025", "two"),
    ("accessed:>2024", "two"),
    ("is:cited", "one"),
    ("is:uncited", "three two"),
    ("article:blog", "one"),
    ("has:doi", "one"),
    ("flaw:bad-date", "three"),
    ('publisher:"vier sci"', "one"),
    ("volume:50%", "one"),
    ("abstract:trial", "two"),
    ("key:two", "two"),
    ("id:10.1000/x", "one"),
    ("missing:container-title", "one"),
    ("'; DROP TABLE items;--", ""),
    ('" OR *"', ""),
    ("title:);DROP", None),
]


@pytest.mark.parametrize(("query", "found"), CASES)
def test_search_finds(library, query, found):
    if found is None:
        with pytest.raises(BadQuery):
            parse_query(query)
        return
    tree = parse_query(query)
    assert [each.item.id for each in library.search(tree)] == found.split()
    assert library.count_found(tree) == len(found.split())


def test_results_come_in_pages(library):
    assert [each.item.id for each in library.search(parse_query(""), limit=1, offset=1)] == ["two"]
    assert [each.item.id for each in library.search(parse_query("clonazepam"), limit=1, offset=1)] == ["two"]


def test_a_plain_text_asks_for_its_words(library):
    assert [each.item.id for each in library.search("clonazepam malaga")] == ["one"]


def test_what_was_changed_is_found_as_it_is_now(store):
    store.add_items([Item(id="a", title="Old words")])
    store.update_item("a", Item(id="a", title="New words"))
    assert store.search(parse_query("old")) == []
    assert [each.item.title for each in store.search(parse_query("new"))] == ["New words"]
