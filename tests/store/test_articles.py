"""Articles and where an item is cited."""

import pytest

from refs.errors import UnknownItem
from refs.model.article import Article, Finding, Format, ListEntry, Marker, MarkerKind, Span
from refs.model.item import Item

ARTICLE = Article(
    "a.html",
    Format.HTML,
    "Text [1]. 1. One",
    "A title",
    (Marker("[1]", Span(5, 8), MarkerKind.BRACKET, (1,), context="Text"),),
    (ListEntry("1. One", Span(10, 16), 0, 1),),
    (Finding("never-cited", "Entry 2 is never cited", Span(1, 2), 2),),
)


def test_an_article_comes_back_with_the_keys_of_its_items(store):
    store.add_items([Item(id="one", title="One")])
    store.put_article(ARTICLE, {0: "one"})
    found = store.get_article("a.html")
    assert (found.markers, found.entries, found.findings) == (
        ARTICLE.markers,
        ARTICLE.entries,
        ARTICLE.findings,
    )
    assert found.keys == ("one",)


def test_ingesting_again_replaces(store):
    store.put_article(ARTICLE, {})
    store.put_article(ARTICLE, {})
    assert len(store.articles()) == 1
    assert store.value("SELECT count(*) FROM markers") == 1


def test_an_item_knows_where_it_is_cited(store):
    store.add_items([Item(id="one", title="One")])
    store.put_article(ARTICLE, {0: "one"})
    (cited,) = store.where_cited("one")
    assert (cited.path, cited.number) == ("a.html", 1)


def test_an_unknown_article_is_told(store):
    store.put_article(ARTICLE, {})
    with pytest.raises(UnknownItem, match=r"Did you mean 'a\.html'"):
        store.get_article("a.htm")
