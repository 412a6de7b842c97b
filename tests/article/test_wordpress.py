"""WordPress exports: every post an article."""

from refs.article.edit import write_article
from refs.article.read import read_articles
from refs.article.renumber import renumber
from refs.model.article import Format

EXPORT = """<?xml version="1.0"?><rss xmlns:content="c" xmlns:wp="http://wordpress.org/export/1.2/"><channel>
<item><title>Sleep &amp; mood</title><content:encoded><![CDATA[<p>Sleep helps.[1]</p><h2>Sources</h2><ol><li>Doe J. Sleep. J Rest. 2001;2:3-4.</li></ol>]]></content:encoded></item>
<item><title><![CDATA[Naps]]></title><content:encoded><![CDATA[<p>Naps help.<sup>1</sup></p><p>References</p><p>1. Roe R. Naps. J Rest. 2002;3:5-6.</p>]]></content:encoded></item>
<item><title>Menu</title><content:encoded><![CDATA[]]></content:encoded></item>
</channel></rss>"""


def test_every_post_is_an_article_with_spans_in_the_export():
    articles = read_articles(EXPORT.encode(), "blog.xml")
    assert [(a.path, a.title, a.format) for a in articles] == [
        ("blog.xml#1", "Sleep & mood", Format.WORDPRESS),
        ("blog.xml#2", "Naps", Format.WORDPRESS),
    ]
    assert [[m.numbers for m in a.markers] for a in articles] == [[(1,)], [(1,)]]
    entry = articles[1].entries[0]
    assert EXPORT[entry.span.start : entry.span.end] == entry.raw == "Roe R. Naps. J Rest. 2002;3:5-6."


def test_entities_are_never_expanded():
    bomb = EXPORT.replace("<rss", '<!DOCTYPE rss [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><rss').replace(
        "Sleep helps", "&b;"
    )
    assert "aaaa" not in read_articles(bomb.encode(), "blog.xml")[0].entries[0].raw


def test_an_export_comes_back_as_an_export():
    text = EXPORT.replace("Naps help.<sup>1</sup>", "Naps help.<sup>2</sup> Rest.<sup>1</sup>").replace(
        "1. Roe R. Naps. J Rest. 2002;3:5-6.",
        "1. Roe R. Naps. J Rest. 2002;3:5-6.</p><p>2. Poe P. Dreams. J Rest. 2003;4:7-8.",
    )
    first, second = read_articles(text.encode(), "blog.xml")
    assert renumber(first) == ()
    changed = write_article(second, renumber(second)).decode()
    assert changed == text.replace(
        "help.<sup>2</sup> Rest.<sup>1</sup>", "help.<sup>1</sup> Rest.<sup>2</sup>"
    ).replace(
        "1. Roe R. Naps. J Rest. 2002;3:5-6.</p><p>2. Poe P. Dreams. J Rest. 2003;4:7-8.",
        "1. Poe P. Dreams. J Rest. 2003;4:7-8.</p><p>2. Roe R. Naps. J Rest. 2002;3:5-6.",
    )
