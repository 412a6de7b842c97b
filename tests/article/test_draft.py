"""Drafts: their citations read, and written out in every format."""

import io

import docx
import pytest

from refs.article.build import BuiltEntry, build_draft
from refs.article.draft import read_cite, read_draft
from refs.article.read import read_article
from refs.model.article import Format
from refs.model.citation import CitationMode

DRAFT = """---
title: Sleep & mood
---
# Sleep

Sleep *helps* [@doe2019, p. 4; see @doi:10.1000/nap.7]. Naps [@pmid:12345678] do.
@doe2019 says so; so does [@https://clinic.example.org/a_b?c=1], mail a@b.example.org, `[@code]`.

- one
- two [@doe2019]
"""
IDS = ["doe2019", "doi:10.1000/nap.7", "pmid:12345678", "https://clinic.example.org/a_b?c=1"]
ENTRIES = [BuiltEntry(key, f"Work {number}.", number) for number, key in enumerate(IDS, 1)]
TEXTS = ["[1, 2]", "[3]", "[1]", "[4]", "[1]"]


def test_keys_identifiers_and_addresses_are_cited():
    draft = read_draft(DRAFT, "a.md")
    assert draft.keys == tuple(IDS)
    assert [each.raw for each in draft.citations][1:4] == [
        "[@pmid:12345678]",
        "@doe2019",
        "[@https://clinic.example.org/a_b?c=1]",
    ]
    assert draft.citations[2].citation.mode is CitationMode.COMPOSITE
    assert all(draft.source[each.span.start : each.span.end] == each.raw for each in draft.citations)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("@doe", ("doe", None, None, "", "")),
        ("@doe, p. 4", ("doe", "4", "page", "", "")),
        ("see @doe, pp. 3-4 and passim", ("doe", "3-4", "page", "see ", " and passim")),
        ("@doe, ch. 2", ("doe", "2", "chapter", "", "")),
        ("@doe, 12", ("doe", "12", "page", "", "")),
        ("@doe, fig. 3b", ("doe", "3b", "figure", "", "")),
        ("@doi:10.1000/a.b(c)", ("doi:10.1000/a.b(c)", None, None, "", "")),
        ("@{https://x.example.org/a;b}, § 5", ("https://x.example.org/a;b", "5", "section", "", "")),
        ("@doe, for one", ("doe", None, None, "", ", for one")),
    ],
)
def test_cites_have_locators_and_affixes(written, expected):
    cite = read_cite(written)
    assert (cite.id, cite.locator, cite.label, cite.prefix, cite.suffix) == expected


def test_authors_may_be_left_out():
    assert read_cite("-@doe").suppress_author


def test_an_address_is_no_citation():
    assert read_cite("mail a@b.example.org") is None
    assert read_draft("Mail [a@b.example.org] or @someone.", "a.md").citations == ()


def test_html_drafts():
    draft = read_draft("<p>Sleep [@doe; @roe, p. 2] <code>[@x]</code></p>", "a.html")
    built = build_draft(
        draft, ["[1, 2]"], [BuiltEntry("doe", "A &amp; B", 1), BuiltEntry("roe", "C", 2)], Format.HTML
    ).decode()
    assert built.startswith(
        '<p>Sleep <span class="citation" id="cite-1">[<a href="#ref-doe">1</a>, <a href="#ref-roe">2</a>]</span> <code>[@x]</code></p>'
    )
    assert '<li id="ref-doe">A &amp; B <a class="footnote-back" href="#cite-1">↩</a></li>' in built


def test_markdown_keeps_every_other_line():
    built = build_draft(read_draft(DRAFT, "a.md"), TEXTS, ENTRIES, Format.MARKDOWN).decode()
    assert built.startswith(
        "---\ntitle: Sleep & mood\n---\n# Sleep\n\nSleep *helps* [1, 2]. Naps [3] do.\n[1] says so; so does [4],"
    )
    assert built.endswith("\n\n## References\n\n1. Work 1.\n2. Work 2.\n3. Work 3.\n4. Work 4.\n")


def test_an_empty_heading_takes_the_list():
    built = build_draft(
        read_draft("Sleep [@doe].\n\n# Sources\n", "a.md"), ["[1]"], ENTRIES[:1], Format.MARKDOWN
    ).decode()
    assert built == "Sleep [1].\n\n# Sources\n\n1. Work 1.\n"


def test_html_has_anchors_both_ways():
    built = build_draft(read_draft(DRAFT, "a.md"), TEXTS, ENTRIES, Format.HTML).decode()
    assert "<title>Sleep &amp; mood</title>" in built
    assert 'id="cite-2">[<a href="#ref-pmid-12345678">3</a>]</span>' in built
    assert (
        '<li id="ref-doe2019">Work 1. <a class="footnote-back" href="#cite-1">↩</a> <a class="footnote-back" href="#cite-3">↩</a>'
        in built
    )
    assert "<em>helps</em>" in built
    article = read_article(built, "a.html")
    assert [marker.numbers for marker in article.markers] == [(1, 2), (3,), (1,), (4,), (1,)]
    assert [entry.text for entry in article.entries] == ["Work 1.", "Work 2.", "Work 3.", "Work 4."]


def test_text_and_word():
    draft = read_draft(DRAFT, "a.md")
    text = build_draft(draft, TEXTS, ENTRIES, Format.TEXT).decode()
    assert text.startswith("Sleep\n\nSleep helps [1, 2]. Naps [3] do.\n[1] says so")
    assert "4. Work 4." in text
    document = docx.Document(io.BytesIO(build_draft(draft, TEXTS, ENTRIES, Format.DOCX)))
    assert [paragraph.style.name for paragraph in document.paragraphs][:2] == ["Heading 1", "Normal"]
    assert document.paragraphs[1].text.startswith("Sleep helps [1, 2]. Naps [3] do.")
    assert [run.text for run in document.paragraphs[1].runs if run.italic] == ["helps"]
    assert document.paragraphs[-1].text == "Work 4."


def test_a_draft_without_citations_is_as_it_was():
    draft = read_draft("# Sleep\n\nNothing is cited.\n", "a.md")
    assert build_draft(draft, [], [], Format.MARKDOWN).decode() == draft.source
