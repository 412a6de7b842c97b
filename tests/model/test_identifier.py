import pytest
from hypothesis import given
from hypothesis import strategies as st

from refs.model.identifier import (
    find_identifiers,
    normalise_doi,
    normalise_isbn,
    normalise_issn,
    normalise_url,
    parse_identifier,
)

NCBI = "https://www.ncbi.nlm.nih.gov"
FDA = "https://www.accessdata.fda.gov"
SETID = "0a1b2c3d-0000-1111-2222-0a1b2c3d4e5f"

IDENTIFIERS = [
    # DOI
    ("10.1176/appi.ps.201800321", "doi:10.1176/appi.ps.201800321"),
    ("doi:10.5555/ABC", "doi:10.5555/abc"),
    ("DOI: 10.5555/abc.", "doi:10.5555/abc"),
    ("https://doi.org/10.5555/abc", "doi:10.5555/abc"),
    ("http://dx.doi.org/10.5555/abc", "doi:10.5555/abc"),
    ("doi.org/10.5555/abc", "doi:10.5555/abc"),
    ("https://doi.org/10.1016/S0140-6736(97)11096-0", "doi:10.1016/s0140-6736(97)11096-0"),
    ("(10.5555/abc)", "doi:10.5555/abc"),
    ("10.1890%2F0012-9658%282006%2987", "doi:10.1890/0012-9658(2006)87"),
    ("10.1002/(SICI)1097-4636(1998)43:4<338::AID-JBM1>3.0.CO;2-#", "doi:10.1002/(sici)1097-4636(1998)43:4<338::aid-jbm1>3.0.co;2-#"),
    ("https://doi.org/10.1101/2020.03.22.002386v3.full.pdf", "doi:10.1101/2020.03.22.002386"),
    ("https://www.biorxiv.org/content/10.1101/2020.03.22.002386v3", "doi:10.1101/2020.03.22.002386"),
    ("https://onlinelibrary.wiley.com/doi/full/10.5555/abc", "doi:10.5555/abc"),
    ("https://www.tandfonline.com/doi/abs/10.5555/abc?journalCode=x", "doi:10.5555/abc"),
    ("https://link.springer.com/article/10.5555/abc-1#Sec2", "doi:10.5555/abc-1"),
    ("https://journals.plos.org/plosone/article?id=10.1371/journal.pone.0000001", "doi:10.1371/journal.pone.0000001"),
    # short DOI
    ("https://doi.org/c7np", "shortdoi:10/c7np"),
    ("10/c7np", "shortdoi:10/c7np"),
    # PubMed
    ("29618526", "pmid:29618526"),
    ("PMID: 29618526", "pmid:29618526"),
    ("https://pubmed.ncbi.nlm.nih.gov/29618526/", "pmid:29618526"),
    ("https://pubmed.ncbi.nlm.nih.gov/29618526/?from_term=x", "pmid:29618526"),
    (f"{NCBI}/pubmed/29618526", "pmid:29618526"),
    (f"{NCBI}/pubmed/?term=21249754", "pmid:21249754"),
    ("https://pubmed.ncbi.nlm.nih.gov/?term=21249754", "pmid:21249754"),
    (f"{NCBI}/labs/pubmed/29618526", "pmid:29618526"),
    (f"{NCBI}/m/pubmed/29618526/", "pmid:29618526"),
    # PubMed Central
    ("PMC8583742", "pmcid:PMC8583742"),
    ("pmcid: pmc8583742", "pmcid:PMC8583742"),
    ("PMC3040717.1", "pmcid:PMC3040717"),
    (f"{NCBI}/pmc/articles/PMC8583742/pdf/nihms.pdf", "pmcid:PMC8583742"),
    ("https://pmc.ncbi.nlm.nih.gov/articles/PMC8583742/", "pmcid:PMC8583742"),
    ("https://europepmc.org/article/PMC/PMC3531190", "pmcid:PMC3531190"),
    # Bookshelf
    ("NBK556010", "nbk:NBK556010"),
    (f"{NCBI}/books/NBK556010/?report=printable", "nbk:NBK556010"),
    (f"{NCBI}/books/NBK556010/#article-1.s2", "nbk:NBK556010"),
    ("www.ncbi.nlm.nih.gov/books/NBK556010", "nbk:NBK556010"),
    # FDA
    ("http://www.accessdata.fda.gov/drugsatfda_docs/label/2023/021121s049lbl.pdf", f"fda-label:{FDA}/drugsatfda_docs/label/2023/021121s049lbl.pdf"),
    (f"{FDA}/drugsatfda_docs/label/2018/215866Orig1s010, s015lbl.pdf", f"fda-label:{FDA}/drugsatfda_docs/label/2018/215866Orig1s010,%20s015lbl.pdf"),
    (f"https://web.archive.org/web/20200101000000/{FDA}/drugsatfda_docs/label/2018/021121s001lbl.pdf", f"fda-label:{FDA}/drugsatfda_docs/label/2018/021121s001lbl.pdf"),
    ("http://www.fda.gov/downloads/Drugs/DrugSafety/UCM134684.pdf", "fda-label:https://www.fda.gov/downloads/Drugs/DrugSafety/UCM134684.pdf"),
    ("NDA 021121", "fda:021121"),
    ("NDA021121", "fda:021121"),
    ("BLA125057", "fda:125057"),
    (f"{FDA}/scripts/cder/daf/index.cfm?event=overview.process&ApplNo=021121", "fda:021121"),
    (f"{FDA}/scripts/cder/daf/index.cfm?event=overview.process&varApplNo=21121&x=1", "fda:021121"),
    # DailyMed
    (SETID.upper(), f"setid:{SETID}"),
    (f"https://dailymed.nlm.nih.gov/dailymed/drugInfo.cfm?setid={SETID}", f"setid:{SETID}"),
    (f"https://dailymed.nlm.nih.gov/dailymed/lookup.cfm?setId={SETID}&version=3", f"setid:{SETID}"),
    # arXiv
    ("arXiv:2104.12255v1 [cs.CL]", "arxiv:2104.12255v1"),
    ("2104.12255", "arxiv:2104.12255"),
    ("hep-th/9901001", "arxiv:hep-th/9901001"),
    ("https://arxiv.org/pdf/2104.12255v1.pdf", "arxiv:2104.12255v1"),
    ("10.48550/arXiv.2104.12255", "arxiv:2104.12255"),
    # others
    ("ISBN 0-306-40615-2", "isbn:9780306406157"),
    ("978-0-306-40615-7", "isbn:9780306406157"),
    ("issn:0140-6736", "issn:0140-6736"),
    ("NCT00000102", "nct:NCT00000102"),
    ("ClinicalTrials.gov identifier: NCT00000102.", "nct:NCT00000102"),
    ("https://classic.clinicaltrials.gov/ct2/show/record/NCT00000102", "nct:NCT00000102"),
    # OpenAlex
    ("W2741809807", "openalex:W2741809807"),
    ("openalex:w2741809807", "openalex:W2741809807"),
    ("https://openalex.org/W2741809807", "openalex:W2741809807"),
    ("https://api.openalex.org/works/W2741809807?mailto=x", "openalex:W2741809807"),
    # what a sentence or a URI puts around them
    ("“10.5555/abc”", "doi:10.5555/abc"),
    ("10.5555/abc\u200b", "doi:10.5555/abc"),
    ("https://doi.org/doi:10.5555/abc", "doi:10.5555/abc"),
    ("info:doi/10.5555/abc", "doi:10.5555/abc"),
    ("urn:doi:10.5555/abc", "doi:10.5555/abc"),
    ("urn:isbn:0306406152", "isbn:9780306406157"),
    ("https://openlibrary.org/isbn/9780306406157", "isbn:9780306406157"),
    ("ISBN: 978-0-306-40615-7.", "isbn:9780306406157"),
    ("PMID: 29618526.", "pmid:29618526"),
    ("PMCID:PMC8583742;", "pmcid:PMC8583742"),
    ("PMCID: 8583742", "pmcid:PMC8583742"),
    (f"{NCBI}/pmc/articles/8583742/", "pmcid:PMC8583742"),
    ("Bookshelf ID: NBK556010", "nbk:NBK556010"),
    (f"{NCBI}/sites/books/NBK556010/", "nbk:NBK556010"),
    (f"Set ID: {SETID}", f"setid:{SETID}"),
    ("arXiv:2104.12255.", "arxiv:2104.12255"),
    ("https://clinicaltrials.gov/ct2/show/NCT00000102?term=x", "nct:NCT00000102"),
    ("https://orcid.org/0000-0002-1825-0097", "orcid:0000-0002-1825-0097"),
    # pages
    ("https://www.mayoclinic.org/a/b", "https://www.mayoclinic.org/a/b"),
    ("www.mayoclinic.org/a/b", "https://www.mayoclinic.org/a/b"),
    ("<https://example.org/a>", "https://example.org/a"),
    ("https://example.org/a).", "https://example.org/a"),
    ("https://en.wikipedia.org/wiki/Fever_(disease)", "https://en.wikipedia.org/wiki/Fever_(disease)"),
]  # fmt: skip
NOTHING = [
    "",
    "hello",
    "clonazepam oral",
    "1234",
    "0-306-40615-3",
    "foo/1234567",
    "notes.org",
    "0000-0002-1825-0098",
    "ftp://example.org/a",
]


@pytest.mark.parametrize(("text", "expected"), IDENTIFIERS)
def test_what_a_pasted_text_is(text, expected):
    assert str(parse_identifier(text)) == expected


@pytest.mark.parametrize("text", NOTHING)
def test_what_is_no_identifier(text):
    assert parse_identifier(text) is None


@pytest.mark.parametrize(("text", "expected"), IDENTIFIERS)
def test_the_url_of_an_identifier_is_that_identifier(text, expected):
    identifier = parse_identifier(text)
    if identifier.url:
        assert parse_identifier(identifier.url) == identifier


@given(st.text(max_size=60))
def test_never_raises(text):
    parse_identifier(text)
    normalise_doi(text)
    normalise_url("https://example.org/" + text)


@given(st.from_regex(r"10\.[0-9]{4,6}/[a-z0-9.()\-]{1,20}", fullmatch=True))
def test_a_normal_doi_stays_as_it_is(text):
    doi = normalise_doi(text)
    assert doi is None or normalise_doi(doi) == doi


def test_check_digits():
    assert normalise_isbn("0306406152") == "9780306406157"
    assert normalise_isbn("9780306406158") is None
    assert normalise_issn("2434-561x") == "2434-561X"
    assert normalise_issn("0140-6737") is None


URLS = [
    ("http://www.Example.org/a/?utm_source=x&id=7#top", "https://example.org/a?id=7"),
    ("https://web.archive.org/web/20250727000000id_/https://example.org/a/", "https://example.org/a"),
    ("https://example.org/a?source=search_result", "https://example.org/a"),
    ("https://example.org:8080/a", "https://example.org:8080/a"),
    ("https://example.org/a#:~:text=word", "https://example.org/a"),
]


@pytest.mark.parametrize(("url", "expected"), URLS)
def test_urls_are_compared_without_what_says_nothing(url, expected):
    assert normalise_url(url) == expected


def test_the_identifiers_of_an_item_each_once():
    found = find_identifiers("https://doi.org/10.5555/abc", DOI="10.5555/ABC", PMID="29618526")
    assert [str(each) for each in found] == ["doi:10.5555/abc", "pmid:29618526"]
