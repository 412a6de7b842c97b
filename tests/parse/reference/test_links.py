import pytest

from refs.parse.reference.links import trim_url
from refs.parse.reference.read import find_spans

LINKS = [
    ("See https://doi.org/10.1176/appi.ps.201800321.", [("doi", "10.1176/appi.ps.201800321")]),
    ("DOI: http://dx.doi.org/10.15585/mmwr.mm7034a2external icon", [("doi", "10.15585/mmwr.mm7034a2")]),
    ("[PubMed: 20177034]", [("pmid", "20177034")]),
    ("pp.110-111. ⟨10.1001/jama.2014.2190⟩. ⟨hal-011⟩", [("doi", "10.1001/jama.2014.2190")]),
    ("doi:10.1001/jama.2023.4855ArticlePubMedGoogle Scholar", [("doi", "10.1001/jama.2023.4855")]),
    ("PMID: 22882333; PMCID: PMC4014015.", [("pmid", "22882333"), ("pmcid", "PMC4014015")]),
    ("Accessed athttp://wonder.cdc.gov/mcd.htmlon Jan 23, 2023", [("url", "http://wonder.cdc.gov/mcd.html")]),
    ("www.rxlist.com/xanax-drug.htm.", [("url", "www.rxlist.com/xanax-drug.htm")]),
    ("https://www. fda.gov/drugs/label", [("url", "https://www.fda.gov/drugs/label")]),
]


@pytest.mark.parametrize(("text", "expected"), LINKS)
def test_links_are_found(text, expected):
    assert [
        (span.kind, span.value) for span in find_spans(text) if span.kind in {"doi", "pmid", "pmcid", "url"}
    ] == expected


def test_a_url_ends_before_the_punctuation_of_its_sentence():
    assert trim_url("https://x.org/a_(b)).") == "https://x.org/a_(b)"
