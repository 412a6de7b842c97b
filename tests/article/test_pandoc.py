"""The pandoc filter: JSON in, JSON out."""

from refs.article.pandoc import filter_pandoc, inlines_of, read_suffix
from refs.model.citation import CitationMode


def cite(*keys, mode="NormalCitation", suffix=()):
    listed = [
        {
            "citationId": key,
            "citationPrefix": [],
            "citationSuffix": list(suffix),
            "citationMode": {"t": mode},
            "citationNoteNum": 1,
            "citationHash": 0,
        }
        for key in keys
    ]
    return {"t": "Cite", "c": [listed, [{"t": "Str", "c": "[@x]"}]]}


def document(*inlines, blocks=()):
    return {"pandoc-api-version": [1, 23], "meta": {}, "blocks": [{"t": "Para", "c": list(inlines)}, *blocks]}


def render(citations):
    ids = list(dict.fromkeys(each.id for citation in citations for each in citation.cites))
    texts = [
        "[" + ", ".join(str(ids.index(each.id) + 1) for each in citation.cites) + "]"
        for citation in citations
    ]
    return texts, [(key, f"Work of {key}.") for key in ids]


def test_citations_become_links_and_a_bibliography_is_added():
    given = document({"t": "Str", "c": "Sleep"}, {"t": "Space"}, cite("doe"), cite("roe", "doe"))
    done = filter_pandoc(given, render)
    para, refs = done["blocks"]
    assert para["c"][2] == {
        "t": "Span",
        "c": [
            ["", ["citation"], []],
            [{"t": "Link", "c": [["", ["citation"], []], [{"t": "Str", "c": "[1]"}], ["#ref-doe", ""]]}],
        ],
    }
    assert para["c"][3]["c"][1] == inlines_of("[2, 1]")
    assert [row["c"][0][0] for row in refs["c"][1]] == ["ref-doe", "ref-roe"]
    assert given["blocks"][0]["c"][2]["t"] == "Cite"


def test_a_division_named_refs_takes_the_bibliography():
    division = {"t": "Div", "c": [["refs", [], []], []]}
    done = filter_pandoc(document(cite("doe"), blocks=[division]), render)
    assert len(done["blocks"]) == 2
    assert done["blocks"][1]["c"][1][0]["c"][1] == [{"t": "Para", "c": inlines_of("Work of doe.")}]


def test_locators_and_modes_are_read():
    seen = []

    def watch(citations):
        seen.extend(citations)
        return render(citations)

    suffix = [
        {"t": "Str", "c": ","},
        {"t": "Space"},
        {"t": "Str", "c": "p."},
        {"t": "Space"},
        {"t": "Str", "c": "4"},
    ]
    filter_pandoc(
        document(cite("doe", mode="AuthorInText", suffix=suffix), cite("roe", mode="SuppressAuthor")), watch
    )
    assert (seen[0].mode, seen[0].cites[0].locator, seen[0].cites[0].label) == (
        CitationMode.COMPOSITE,
        "4",
        "page",
    )
    assert seen[1].cites[0].suppress_author


def test_unknown_keys_are_left_for_pandoc():
    given = document(cite("doe"), cite("other"))
    done = filter_pandoc(given, render, known=lambda key: key == "doe")
    assert [inline["t"] for inline in done["blocks"][0]["c"]] == ["Span", "Cite"]


def test_nothing_to_cite_changes_nothing():
    given = document({"t": "Str", "c": "Sleep"})
    assert filter_pandoc(given, render) == given


def test_suffixes():
    assert read_suffix("") == (None, None, "")
    assert read_suffix(", chap. 2") == ("2", "chapter", "")
