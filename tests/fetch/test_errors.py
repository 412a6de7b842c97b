"""What services answer when they have no record, or no time: the right outcome, and never an item."""

import json

import pytest

from refs.fetch.fetcher import Fetcher
from refs.model.fetched import Outcome
from refs.model.identifier import Identifier, Scheme

CROSSREF, DATACITE, RA = "api.crossref.org", "api.datacite.org", "doi.org"
EUTILS = "eutils.ncbi.nlm.nih.gov"
HTML = "<!DOCTYPE html><html><head><title>Service Unavailable</title></head><body>Sorry</body></html>"
NO_DOI = '[{"DOI": "10.5555/x", "status": "DOI does not exist"}]'
FEED = '<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>arXiv Query</title>{}</feed>'
ARXIV_ERROR = FEED.format(
    "<entry><id>http://arxiv.org/api/errors#incorrect_id_format_for_x</id><title>Error</title>"
    "<summary>incorrect id format for x</summary><author><name>arXiv api core</name></author></entry>"
)
OPENFDA = '{{"error": {{"code": "{}", "message": "told"}}}}'
JSON = {"Content-Type": "application/json"}

DOI = Identifier(Scheme.DOI, "10.5555/x")
PMID = Identifier(Scheme.PMID, "99000001")
PMCID = Identifier(Scheme.PMCID, "PMC99000001")
NBK = Identifier(Scheme.NBK, "NBK990001")
ARXIV = Identifier(Scheme.ARXIV, "2301.00001")
SETID = Identifier(Scheme.SETID, "00000000-0000-4000-8000-000000000001")
APPLICATION = Identifier(Scheme.FDA_APPLICATION, "099121")
ISBN = Identifier(Scheme.ISBN, "9780000000002")
NCT = Identifier(Scheme.NCT, "NCT00000000")
PAGE = Identifier(Scheme.URL, "https://example.org/a")

MISSING, NOT_NOW, UNSUPPORTED = Outcome.MISSING, Outcome.NOT_NOW, Outcome.UNSUPPORTED
CASES = [
    ("a DOI that nobody knows", DOI, {CROSSREF: (404, "Resource not found."), RA: (200, NO_DOI)}, MISSING),
    ("Crossref is asked too often", DOI, {CROSSREF: (429, "")}, NOT_NOW),
    ("Crossref breaks", DOI, {CROSSREF: (500, '{"status": "error", "message-type": "exception"}')}, NOT_NOW),
    ("Crossref sends a page", DOI, {CROSSREF: (200, HTML)}, NOT_NOW),
    ("Crossref sends half an answer", DOI, {CROSSREF: (200, '{"message": {"DOI": "10.5555/x", "title": ["A')}, NOT_NOW),
    ("PubMed knows no such number", PMID, {EUTILS: (200, '<?xml version="1.0"?><PubmedArticleSet></PubmedArticleSet>')}, MISSING),
    ("NCBI is asked too often", PMID, {EUTILS: (429, '{"error": "API rate limit exceeded", "count": "4", "limit": "3"}')}, NOT_NOW),
    ("NCBI sends a page", PMID, {EUTILS: (200, HTML)}, NOT_NOW),
    ("NCBI breaks", PMID, {EUTILS: (502, HTML)}, NOT_NOW),
    ("NCBI finds the address too long", PMID, {EUTILS: (414, HTML)}, UNSUPPORTED),
    ("a chapter is searched for too often", NBK, {EUTILS: (429, '{"error": "API rate limit exceeded"}')}, NOT_NOW),
    ("the converter breaks", PMCID, {"pmc.ncbi": (500, ""), "www.ncbi": (500, "")}, NOT_NOW),
    ("arXiv's feed is empty", ARXIV, {"export.arxiv.org": (200, FEED.format("")), CROSSREF: (404, ""), DATACITE: (404, "")}, MISSING),
    ("arXiv's feed holds an error", ARXIV, {"export.arxiv.org": (200, ARXIV_ERROR), DATACITE: (404, "")}, MISSING),
    ("arXiv refuses the id", ARXIV, {"export.arxiv.org": (400, ARXIV_ERROR)}, MISSING),
    ("arXiv is down, and so is DataCite", ARXIV, {"export.arxiv.org": (503, ""), DATACITE: (503, "")}, NOT_NOW),
    ("openFDA has no match", APPLICATION, {"api.fda.gov": (404, OPENFDA.format("NOT_FOUND"))}, MISSING),
    ("openFDA finds the query bad", APPLICATION, {"api.fda.gov": (400, OPENFDA.format("BAD_REQUEST"))}, UNSUPPORTED),
    ("openFDA refuses the key", APPLICATION, {"api.fda.gov": (403, OPENFDA.format("API_KEY_INVALID"))}, NOT_NOW),
    ("openFDA breaks", APPLICATION, {"api.fda.gov": (500, OPENFDA.format("SERVER_ERROR"))}, NOT_NOW),
    ("openFDA tells an error with 200", APPLICATION, {"api.fda.gov": (200, OPENFDA.format("SERVER_ERROR"))}, NOT_NOW),
    ("DailyMed refuses the format", SETID, {"dailymed": (415, ""), "api.fda.gov": (404, OPENFDA.format("NOT_FOUND"))}, MISSING),
    ("DailyMed knows no such label", SETID, {"dailymed": (404, ""), "api.fda.gov": (404, OPENFDA.format("NOT_FOUND"))}, MISSING),
    ("DailyMed is down, openFDA too", SETID, {"dailymed": (503, ""), "api.fda.gov": (503, "")}, NOT_NOW),
    ("nobody knows the book", ISBN, {"openlibrary.org": (200, "{}"), "www.googleapis.com": (200, '{"totalItems": 0}')}, MISSING),
    ("Google Books has no quota left", ISBN, {"openlibrary.org": (200, "{}"), "www.googleapis.com": (429, '{"error": {"code": 429}}')}, NOT_NOW),
    ("the register knows no such study", NCT, {"clinicaltrials.gov": (404, "NCT number NCT00000000 not found")}, MISSING),
    ("the page is gone", PAGE, {"example.org": (410, HTML)}, MISSING),
    ("the page is refused", PAGE, {"example.org": (403, "<title>Access denied</title>")}, NOT_NOW),
    ("the page is JSON", PAGE, {"example.org": (200, '{"title": "A page"}', JSON)}, UNSUPPORTED),
    ("the page is JSON and says it is HTML", PAGE, {"example.org": (200, '{"title": "A page"}')}, UNSUPPORTED),
    ("the page is a feed", PAGE, {"example.org": (200, FEED.format(""))}, UNSUPPORTED),
    ("the page is empty", PAGE, {"example.org": (200, "")}, UNSUPPORTED),
    ("the page says that it is not there", PAGE, {"example.org": (200, "<title>Error: DOI Not Found</title><p>Sorry.</p>")}, NOT_NOW),
    ("the page is a wall's program", PAGE, {"example.org": (200, "<title>example.org</title><script src='https://geo.captcha-delivery.com/captcha/c.js'></script>")}, NOT_NOW),
]  # fmt: skip


@pytest.mark.parametrize(
    ("identifier", "answers", "outcome"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_an_error_is_an_outcome_and_no_item(web, identifier, answers, outcome):
    for start, (status, body, *headers) in answers.items():
        web.answers[start] = (status, body, headers[0] if headers else {"Content-Type": "text/html"})
    fetched = Fetcher(web.http(retries=0)).fetch(identifier)
    assert (fetched.outcome, fetched.item) == (outcome, None)
    assert json.dumps(fetched.detail).isprintable()
    assert fetched.detail


ODD = {
    "an empty object": "{}",
    "an error told with 200": '{"error": "down"}',
    "a message": '{"message": "Internal error", "status": 500}',
    "null": "null",
    "an empty list": "[]",
    "a text": '"down"',
    "half an answer": '{"data": {"id": "x", "attrib',
    "XML of its own": "<?xml version='1.0'?><oops><message>Down</message></oops>",
    "a page": HTML,
    "words": "upstream connect error",
}
SHORT = Identifier(Scheme.SHORT_DOI, "10/abcd")
OPENALEX = Identifier(Scheme.OPENALEX, "W123456789")
ARCHIVED = Identifier(Scheme.DOI, "10.5281/zenodo.1")
LABEL = Identifier(
    Scheme.FDA_LABEL, "https://www.accessdata.fda.gov/drugsatfda_docs/label/2023/099121s049lbl.pdf"
)
NOTHING = (404, "")
SOURCES = [
    # who is odd, who is asked for, what the others say
    (CROSSREF, DOI, {}),
    (RA, DOI, {CROSSREF: NOTHING}),
    (RA, SHORT, {}),
    (DATACITE, ARCHIVED, {}),
    (EUTILS, PMID, {}),
    (EUTILS, NBK, {}),
    ("pmc.ncbi.nlm.nih.gov", PMCID, {}),
    (
        "api.ncbi.nlm.nih.gov",
        PMCID,
        {"pmc.ncbi.nlm.nih.gov": (200, '{"records": [{"pmcid": "PMC99000001"}]}')},
    ),
    ("api.fda.gov", LABEL, {}),
    ("api.fda.gov", APPLICATION, {}),
    ("api.fda.gov", SETID, {"dailymed.nlm.nih.gov": NOTHING}),
    ("dailymed.nlm.nih.gov", SETID, {"api.fda.gov": NOTHING}),
    ("export.arxiv.org", ARXIV, {}),
    ("openlibrary.org", ISBN, {"www.googleapis.com": (200, '{"totalItems": 0}')}),
    ("www.googleapis.com", ISBN, {"openlibrary.org": (200, "{}")}),
    ("api.openalex.org", OPENALEX, {}),
    ("clinicaltrials.gov", NCT, {}),
]
SAYS_NO = {
    ("openlibrary.org", "an empty object"),
    ("api.ncbi.nlm.nih.gov", "an empty list"),
    ("api.openalex.org", "an empty list"),
}
"""Who says by which of these that there is no such work."""


@pytest.mark.parametrize("odd", ODD)
@pytest.mark.parametrize(("host", "identifier", "others"), SOURCES)
def test_an_answer_of_another_shape_says_nothing_about_the_work(web, host, identifier, others, odd):
    web.answers |= {name: (*answer, {}) for name, answer in others.items()}
    web.answers[host] = (200, ODD[odd], JSON)
    web.answers[""] = (503, "", {})
    fetched = Fetcher(web.http(retries=0)).fetch(identifier)
    expected = MISSING if (host, odd) in SAYS_NO else NOT_NOW
    assert (fetched.outcome, fetched.item) == (expected, None)
    assert fetched.detail


def test_an_error_of_eutils_is_no_word_about_the_record(web):
    error = "<?xml version='1.0'?><eFetchResult><ERROR>{}</ERROR></eFetchResult>"
    web.answers[f"{EUTILS}/entrez/eutils/efetch"] = [
        (200, error.format("Unable to obtain query #1"), {}),
        (200, error.format("ID list is empty! Possibly it has no correct IDs."), {}),
    ]
    fetcher = Fetcher(web.http(retries=0))
    assert [fetcher.fetch(PMID).outcome for _ in range(2)] == [NOT_NOW, MISSING]


def test_a_search_that_failed_does_not_say_that_there_is_no_chapter(web):
    web.answers[EUTILS] = (200, '{"esearchresult": {"ERROR": "Search Backend failed"}}', JSON)
    assert Fetcher(web.http(retries=0)).fetch(NBK).outcome is NOT_NOW


def test_an_answer_without_end_is_told_as_one(web):
    web.answers[CROSSREF] = (200, b'{"message": {"DOI": "10.5555/x", "title": ["' + b"a" * 5000, JSON)
    fetched = Fetcher(web.http(max_bytes=1000, retries=0)).fetch(DOI)
    assert (fetched.outcome, fetched.item) == (NOT_NOW, None)
    assert "too long" in fetched.detail
