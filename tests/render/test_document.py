import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from refs.errors import UnknownFormat
from refs.model.citation import Citation, CitationMode, Cite
from refs.parse.csl.csljson import read_item
from refs.parse.csl.installed import load_locale, load_style
from refs.render.document import render_document
from refs.render.page import render_html_bibliography, render_html_citation

ARTICLE = {
    "id": "lynch",
    "type": "article-journal",
    "title": "Sleep & <i>memory</i>: a “review”?",
    "author": [{"family": "Lynch", "given": "Ann B."}, {"family": "van Dam", "given": "Piet"}],
    "container-title": "Journal of Sleep",
    "volume": "12",
    "issue": "3",
    "page": "123-128",
    "issued": {"date-parts": [[2019, 5, 3]]},
    "DOI": "10.1000/xyz(1)",
}
PAGE = {
    "id": "mayo",
    "type": "webpage",
    "title": "Clonazepam",
    "author": [{"literal": "Mayo Clinic"}],
    "issued": {"date-parts": [[2020]]},
    "accessed": {"date-parts": [[2023, 1, 2]]},
    "URL": "https://www.mayoclinic.org/x",
}
ENTRIES = [
    (
        "apa",
        [
            (
                "Lynch, A. B., & van Dam, P. (2019). Sleep & memory: a “review”? Journal of Sleep, 12(3), 123–128. "
                "https://doi.org/10.1000/xyz(1)"
            ),
            "Mayo Clinic. (2020). Clonazepam. https://www.mayoclinic.org/x",
        ],
    ),
    (
        "american-medical-association",
        [
            (
                "1. Lynch AB, van Dam P. Sleep & memory: a “review”? Journal of Sleep. 2019;12(3):123-128. "
                "doi:10.1000/xyz(1)"
            ),
            "2. Mayo Clinic. Clonazepam. 2020. Accessed January 2, 2023. https://www.mayoclinic.org/x",
        ],
    ),
]


@pytest.mark.parametrize(("name", "entries"), ENTRIES)
def test_a_bibliography_in_a_published_style(name, entries, render):
    document = render(load_style(name), [ARTICLE, PAGE])
    assert [each.text for each in document.bibliography.entries] == entries
    assert [each.id for each in document.bibliography.entries] == ["lynch", "mayo"]


def test_citations_and_their_ids(render):
    citations = [
        Citation((Cite("mayo"), Cite("lynch"))),
        Citation((Cite("lynch", locator="12-14", label="page"),)),
    ]
    document = render(load_style("apa"), [ARTICLE, PAGE], citations)
    texts = [each.text for each in document.citations]
    assert texts == ["(Lynch & van Dam, 2019; Mayo Clinic, 2020)", "(Lynch & van Dam, 2019, pp. 12–14)"]
    assert document.citations[0].ids == ("lynch", "mayo")


MODES = [
    (CitationMode.FULL, "(Lynch & van Dam, 2019)"),
    (CitationMode.SUPPRESS_AUTHOR, "(2019)"),
    (CitationMode.AUTHOR_ONLY, "Lynch & van Dam"),
    (CitationMode.COMPOSITE, "Lynch & van Dam (2019)"),
]


@pytest.mark.parametrize(("mode", "text"), MODES)
def test_modes_of_a_citation(mode, text, render):
    document = render(load_style("apa"), [ARTICLE], [Citation((Cite("lynch"),), mode=mode)])
    assert document.citations[0].text == text


def test_a_number_as_part_of_a_sentence(render):
    citation = Citation((Cite("lynch"),), mode=CitationMode.COMPOSITE)
    assert render(load_style("ieee"), [ARTICLE], [citation]).citations[0].text == "Lynch and van Dam [1]"


OUTPUTS = [
    ("html", "Sleep &#38; <i>memory</i>"),
    ("markdown", r"Sleep &amp; *memory*"),
    ("rtf", r"Sleep & {\i{}memory}"),
    ("latex", r"Sleep \& \textit{memory}"),
]


@pytest.mark.parametrize(("output", "piece"), OUTPUTS)
def test_outputs(output, piece, render):
    assert piece in render(load_style("apa"), [ARTICLE], output=output).bibliography.entries[0].text


def test_runs_carry_the_formatting(render):
    runs = render(load_style("apa"), [ARTICLE]).bibliography.entries[0].runs
    assert "".join(each.text for each in runs if each.italic) == "memoryJournal of Sleep12"


def test_an_unknown_output(render):
    with pytest.raises(UnknownFormat, match="No format is called 'pdf'"):
        render(load_style("apa"), [ARTICLE], output="pdf")


def test_a_page_with_anchors_and_links(render):
    document = render(load_style("apa"), [ARTICLE], [Citation((Cite("lynch"),))], output="html")
    page = render_html_bibliography(document.bibliography)
    assert '<div class="csl-entry" id="ref-lynch">' in page
    assert '<a href="https://doi.org/10.1000/xyz(1)">https://doi.org/10.1000/xyz(1)</a>' in page
    assert render_html_citation(document.citations[0]).startswith(
        '<a class="csl-citation" href="#ref-lynch">'
    )


def test_what_is_missing_is_told(render):
    document = render(load_style("apa"), [{"id": "empty"}], [Citation((Cite("empty"), Cite("gone")))])
    assert [each.text for each in document.bibliography.entries] == ["(N.d.)."]
    assert [str(each) for each in document.warnings] == ["gone: no item is called 'gone'"]


def test_an_entry_of_which_nothing_prints_shows_its_title(make_style, render):
    style = make_style(
        "<layout><text variable='title'/></layout>", "<layout><text variable='note'/></layout>"
    )
    document = render(style, [{"id": "a", "title": "T"}])
    assert document.bibliography.entries[0].text == "T"
    assert "prints nothing" in document.warnings[0].message


def test_uncited_items_follow_the_cited(make_style, render):
    style = make_style(
        "<layout><text variable='citation-number'/></layout>", "<layout><text variable='title'/></layout>"
    )
    items = [{"id": "a", "title": "A"}, {"id": "b", "title": "B"}, {"id": "c", "title": "C"}]
    document = render(style, items, [Citation((Cite("b"),))], uncited=("a",))
    assert [each.text for each in document.bibliography.entries] == ["B", "A"]


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=12),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=5,
)
NAMES = st.lists(
    st.dictionaries(st.sampled_from(["family", "given", "literal", "suffix"]), st.text(max_size=8))
)
FIELDS = {
    "type": st.sampled_from(["book", "chapter", "article-journal", "webpage", 7, None]),
    "title": VALUES,
    "author": NAMES | VALUES,
    "editor": NAMES,
    "issued": st.fixed_dictionaries({"date-parts": st.lists(st.lists(st.integers(-9999, 99999), max_size=4))})
    | VALUES,
    "page": VALUES,
    "volume": VALUES,
    "edition": VALUES,
    "DOI": VALUES,
    "language": VALUES,
}


@settings(max_examples=25)
@given(
    st.lists(st.fixed_dictionaries({}, optional=FIELDS), min_size=1, max_size=3),
    st.sampled_from(
        ["apa", "ieee", "modern-language-association", "chicago-notes-bibliography", "din-1505-2"]
    ),
    st.text(max_size=6),
)
def test_no_item_makes_it_raise(data, name, locator):
    items = [read_item({**each, "id": str(at)}) for at, each in enumerate(data)]
    citations = [
        Citation((Cite(item.id, locator=locator, prefix=locator, suffix=locator),)) for item in items
    ]
    for output in ("plain", "html"):
        document = render_document(load_style(name), load_locale("en-US"), items, citations, output)
        assert len(document.citations) == len(items)


def test_a_style_may_leave_an_entry_out(make_style, render):
    style = make_style(
        "<layout><text variable='title'/></layout>",
        "<layout><choose><if type='book'><text variable='title'/></if></choose></layout>",
    )
    item = {"id": "a", "type": "personal_communication", "title": "T", "author": [{"family": "Doe"}]}
    assert render(style, [item]).bibliography.entries[0].text == ""


OTHERS = [
    ("apa", "Lynch, A. B., van Dam, P., et al. (2019)."),
    ("american-medical-association", "Lynch AB, van Dam P, et al."),
]


@pytest.mark.parametrize(("style", "start"), OTHERS)
def test_those_who_are_not_named_are_et_al(style, start):
    item = read_item({**ARTICLE, "author": [*ARTICLE["author"], {"literal": "others"}]})
    (entry,) = render_document(load_style(style), load_locale("en-US"), [item]).bibliography.entries
    assert start in entry.text
    assert "others" not in entry.text
