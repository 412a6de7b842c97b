import json

import pytest

from refs.fetch.fetcher import Fetcher
from refs.model.date import Date
from refs.model.fetched import NoticeKind, Outcome
from refs.model.identifier import Identifier, Scheme, parse_identifier

WORK = {
    "DOI": "10.5555/One",
    "type": "journal-article",
    "title": ["On <i>small</i> &amp; large"],
    "author": [{"given": "Ada", "family": "Byron"}, {"name": "The Example Group"}],
    "container-title": ["Journal of Examples"],
    "issued": {"date-parts": [[2021, 3, 4]]},
    "updated-by": [
        {"DOI": "10.5555/c", "type": "correction", "source": "publisher"},
        {
            "DOI": "10.5555/r",
            "type": "retraction",
            "source": "retraction-watch",
            "updated": {"date-parts": [[2022, 1, 2]]},
        },
        {"DOI": "10.5555/one", "type": "new_version", "source": "publisher"},
    ],
}
CHAPTER = b"""<PubmedArticleSet><PubmedBookArticle><BookDocument><PMID>99000001</PMID>
<ArticleIdList><ArticleId IdType="bookaccession">NBK990001</ArticleId></ArticleIdList>
<Book><Publisher><PublisherName>StatPearls Publishing</PublisherName><PublisherLocation>Treasure Island (FL)</PublisherLocation></Publisher>
<BookTitle book="statpearls">StatPearls</BookTitle><PubDate><Year>2024</Year><Month>01</Month></PubDate>
<BeginningDate><Year>2024</Year><Month>01</Month></BeginningDate><Medium>Internet</Medium></Book>
<ArticleTitle>An Invented Drug</ArticleTitle>
<AuthorList Type="authors"><Author><LastName>Doe</LastName><ForeName>Jane Q</ForeName></Author></AuthorList>
<ContributionDate><Year>2023</Year><Month>5</Month><Day>13</Day></ContributionDate>
</BookDocument></PubmedBookArticle></PubmedArticleSet>"""
DRUG = {
    "results": [
        {
            "application_number": "NDA099121",
            "sponsor_name": "EXAMPLE PHARMS INC",
            "products": [{"brand_name": "EXAMPLOL", "active_ingredients": [{"name": "EXEMPLAMINE"}]}],
            "submissions": [
                {"submission_type": "SUPPL", "submission_number": "49", "application_docs": [
                    {"url": "http://www.accessdata.fda.gov/drugsatfda_docs/label/2023/099121s049lbl.pdf", "date": "20231005", "type": "Label"}]},
                {"submission_type": "SUPPL", "submission_number": "51", "application_docs": [
                    {"url": "https://www.accessdata.fda.gov/drugsatfda_docs/label/2025/099121s051lbl.pdf", "date": "20250203", "type": "Label"}]},
            ],
        }
    ]
}  # fmt: skip
LABEL = "https://www.accessdata.fda.gov/drugsatfda_docs/label/2023/099121s049lbl.pdf"
EUTILS = "eutils.ncbi.nlm.nih.gov/entrez/eutils"


def crossref(work):
    return (200, json.dumps({"status": "ok", "message": work}), {})


def test_a_doi_at_crossref_with_all_its_notices_the_worst_first(web):
    web.answers["api.crossref.org/works/10.5555/one"] = crossref(WORK)
    fetched = Fetcher(web.http()).fetch(Identifier(Scheme.DOI, "10.5555/one"))
    assert fetched.item.title == "On <i>small</i> & large"
    assert [str(name) for name in fetched.item.author] == ["Ada Byron", "The Example Group"]
    assert fetched.item.issued == Date((2021, 3, 4))
    assert [notice.kind for notice in fetched.notices] == [NoticeKind.RETRACTION, NoticeKind.CORRECTION]
    assert fetched.worst.date == Date((2022, 1, 2))
    assert fetched.item.provenance["title"].tag == "title"
    assert fetched.item.provenance["title"].when


def test_a_doi_of_another_agency_is_found_through_the_doi_system(web):
    web.answers["doi.org/ra/10.5555/d"] = (200, '[{"DOI": "10.5555/d", "RA": "DataCite"}]', {})
    record = {"doi": "10.5555/d", "titles": [{"title": "Data"}], "creators": [], "publicationYear": 2020}
    web.answers["api.datacite.org/dois/10.5555/d"] = (
        200,
        json.dumps({"data": {"type": "dois", "attributes": record}}),
        {},
    )
    fetched = Fetcher(web.http()).fetch(Identifier(Scheme.DOI, "10.5555/d"))
    assert (fetched.outcome, fetched.source, fetched.item.title) == (Outcome.FOUND, "datacite", "Data")


def test_an_agency_that_refs_does_not_know_is_asked_by_content_negotiation(web):
    web.answers["doi.org/ra/10.5555/m"] = (200, '[{"DOI": "10.5555/m", "RA": "mEDRA"}]', {})
    csl = {"type": "article-journal", "DOI": "10.5555/m", "title": "Altrove", "author": [{"family": "Rossi"}]}
    web.answers["doi.org/10.5555/m"] = (302, "", {"Location": "https://data.medra.org/10.5555/m"})
    web.answers["data.medra.org/10.5555/m"] = (200, json.dumps(csl), {})
    assert Fetcher(web.http()).fetch(Identifier(Scheme.DOI, "10.5555/m")).item.title == "Altrove"


def test_a_doi_that_no_agency_knows_is_missing(web):
    web.answers["doi.org/ra/"] = (200, '[{"DOI": "10.5555/no", "status": "DOI does not exist"}]', {})
    assert Fetcher(web.http()).fetch(Identifier(Scheme.DOI, "10.5555/no")).outcome is Outcome.MISSING


def test_a_short_doi(web):
    alias = {"responseCode": 1, "values": [{"type": "HS_ALIAS", "data": {"value": "10.5555/ONE"}}]}
    web.answers["doi.org/api/handles/10/abc"] = (200, json.dumps(alias), {})
    web.answers["api.crossref.org/works/10.5555/one"] = crossref(WORK)
    fetched = Fetcher(web.http()).fetch(parse_identifier("https://doi.org/abc"))
    assert fetched.item.DOI == "10.5555/one"


@pytest.mark.parametrize(
    ("status", "body", "outcome"),
    [
        (404, "Resource not found.", Outcome.MISSING),
        (400, '{"status": "failed"}', Outcome.UNSUPPORTED),
        (429, "", Outcome.NOT_NOW),
        (500, '{"status": "error"}', Outcome.NOT_NOW),
        (200, "<!doctype html><title>Please wait</title>", Outcome.NOT_NOW),
        (200, '{"status": "ok", "message": {', Outcome.NOT_NOW),
    ],
)
def test_an_answer_that_is_no_record_gives_no_item(web, status, body, outcome):
    web.answers["api.crossref.org/works"] = (status, body, {})
    web.answers["doi.org/ra/"] = (200, '[{"DOI": "10.5555/x", "RA": "Crossref"}]', {})
    fetched = Fetcher(web.http(retries=0)).fetch(Identifier(Scheme.DOI, "10.5555/x"))
    assert (fetched.outcome, fetched.item) == (outcome, None)
    assert fetched.detail


def test_offline_everything_is_not_now(web):
    fetcher = Fetcher(web.http(offline=True))
    for text in (
        "10.5555/x",
        "pmid:123456",
        "PMC123456",
        "NBK990001",
        LABEL,
        "2104.12255",
        "https://example.org/",
    ):
        fetched = fetcher.fetch(parse_identifier(text))
        assert fetched.outcome is Outcome.NOT_NOW, text
        assert "offline" in fetched.detail
    assert web.asked == []


def test_a_statpearls_chapter_as_ncbi_prints_it(web):
    web.answers[f"{EUTILS}/esearch.fcgi"] = (200, '{"esearchresult": {"idlist": ["99000001"]}}', {})
    web.answers[f"{EUTILS}/efetch.fcgi"] = (200, CHAPTER, {})
    item = (
        Fetcher(web.http())
        .fetch(parse_identifier("https://www.ncbi.nlm.nih.gov/books/NBK990001/?report=printable"))
        .item
    )
    assert item.issued == Date((2023, 5, 13))
    assert item.custom["updated"] == "[Updated 2023 May 13]"
    assert item.custom["nlm"] == (
        "Doe JQ. An Invented Drug. [Updated 2023 May 13]. In: StatPearls [Internet]. Treasure Island (FL): "
        "StatPearls Publishing; 2024 Jan-. Available from: https://www.ncbi.nlm.nih.gov/books/NBK990001/"
    )


def test_an_fda_label_by_its_url_tells_its_date_and_the_newer_label(web):
    web.answers["api.fda.gov/drug/drugsfda.json"] = (200, json.dumps(DRUG), {})
    fetched = Fetcher(web.http()).fetch(parse_identifier(LABEL))
    item = fetched.item
    assert (item.title, str(item.author[0])) == ("Examplol (exemplamine)", "Example Pharms Inc")
    assert (item.issued, item.number) == (Date((2023, 10, 5)), "NDA 099121/S-049")
    assert (fetched.worst.kind, fetched.worst.label) == (NoticeKind.NEWER_LABEL, "S-051")


def test_a_pmcid_goes_by_way_of_its_pmid(web):
    web.answers["pmc.ncbi.nlm.nih.gov/tools/idconv"] = (
        200,
        json.dumps({"records": [{"pmcid": "PMC1", "pmid": 99000001}]}),
        {},
    )
    web.answers[f"{EUTILS}/efetch.fcgi"] = (200, CHAPTER, {})
    fetched = Fetcher(web.http()).fetch(Identifier(Scheme.PMCID, "PMC1"))
    assert fetched.item.identifiers[0] == Identifier(Scheme.PMCID, "PMC1")


def test_many_dois_are_asked_for_in_one_request(web):
    works = [WORK, {**WORK, "DOI": "10.5555/two", "title": ["Two"]}]
    body = json.dumps({"status": "ok", "message": {"items": works}})
    web.answers["api.crossref.org/works?filter=doi"] = (200, body, {})
    web.answers["doi.org/ra/"] = (200, '[{"status": "DOI does not exist"}]', {})
    asked = [Identifier(Scheme.DOI, f"10.5555/{name}") for name in ("two", "one", "none")]
    fetched = Fetcher(web.http()).fetch_many(asked)
    assert list(fetched) == asked
    assert [each.outcome for each in fetched.values()] == [Outcome.FOUND, Outcome.FOUND, Outcome.MISSING]


def test_another_record_than_the_one_asked_for_is_not_taken(web):
    web.answers[f"{EUTILS}/efetch.fcgi"] = (200, CHAPTER, {})
    assert Fetcher(web.http()).fetch(Identifier(Scheme.PMID, "12345")).outcome is Outcome.MISSING


def test_a_private_url_is_refused_in_a_sentence(web):
    fetched = Fetcher(web.http()).fetch(parse_identifier("http://192.168.0.1/router"))
    assert (fetched.outcome, fetched.item) == (Outcome.UNSUPPORTED, None)
    assert "192.168.0.1" in fetched.detail


def test_many_chapters_take_two_requests(web):
    web.answers[f"{EUTILS}/esearch.fcgi"] = (
        200,
        '{"esearchresult": {"idlist": ["99000001", "99000003"]}}',
        {},
    )
    second = (
        CHAPTER.replace(b"99000001", b"99000003")
        .replace(b"NBK990001", b"NBK990003")
        .split(b"<PubmedArticleSet>")[1]
    )
    web.answers[f"{EUTILS}/efetch.fcgi"] = (200, CHAPTER.replace(b"</PubmedArticleSet>", b"") + second, {})
    asked = [Identifier(Scheme.NBK, "NBK990003"), Identifier(Scheme.NBK, "NBK990001")]
    fetched = Fetcher(web.http()).fetch_many(asked)
    assert [each.item.PMID for each in fetched.values()] == ["99000003", "99000001"]
    assert len(web.asked) == 2


def test_many_pmcids_take_two_requests(web):
    names = {
        "records": [
            {"pmcid": "PMC1", "pmid": 99000001},
            {"pmcid": "PMC2", "status": "error", "requested-id": "PMC2"},
        ]
    }
    web.answers["pmc.ncbi.nlm.nih.gov/tools/idconv"] = (200, json.dumps(names), {})
    web.answers[f"{EUTILS}/efetch.fcgi"] = (200, CHAPTER, {})
    fetched = Fetcher(web.http()).fetch_many(
        [Identifier(Scheme.PMCID, "PMC1"), Identifier(Scheme.PMCID, "PMC2")]
    )
    assert [each.outcome for each in fetched.values()] == [Outcome.FOUND, Outcome.MISSING]
    assert len(web.asked) == 2


def test_a_free_text_reference_is_matched(web):
    web.answers["api.crossref.org/works?query.bibliographic"] = (200, json.dumps({"message": {"items": [
        {"DOI": "10.5555/o", "title": ["Another thing"], "author": [{"family": "Roe"}]},
        {**WORK, "title": ["On small and large examples of things"], "updated-by": []}]}}), {})  # fmt: skip
    fetcher = Fetcher(web.http())
    fetched = fetcher.match("Byron A. On small and large examples of things. J Ex. 2021.")
    assert (fetched.outcome, fetched.item.DOI) == (Outcome.FOUND, "10.5555/one")
    assert "confidence" in fetched.detail
    assert fetcher.match("Somebody. A wholly different title of a work. 1999.").outcome is Outcome.MISSING


def test_an_isbn_that_comes_back_as_another_book_is_not_taken(web):
    web.answers["openlibrary.org/api/books"] = (200, "{}", {})
    volume = {
        "items": [
            {"volumeInfo": {"title": "Other", "industryIdentifiers": [{"identifier": "9780262033848"}]}}
        ]
    }
    web.answers["www.googleapis.com/books/v1/volumes"] = (200, json.dumps(volume), {})
    assert Fetcher(web.http()).fetch(parse_identifier("9780306406157")).outcome is Outcome.MISSING


def test_a_malformed_arxiv_id_is_missing(web):
    web.answers["export.arxiv.org/api/query"] = (400, "<feed/>", {})
    assert Fetcher(web.http()).fetch(Identifier(Scheme.ARXIV, "2104.99999")).outcome is Outcome.MISSING


def test_pubmed_down_leaves_europe_pmc(web):
    web.answers[f"{EUTILS}/efetch.fcgi"] = (503, "", {})
    web.answers["api.ncbi.nlm.nih.gov/lit/ctxp"] = (503, "", {})
    answer = {
        "resultList": {
            "result": [{"source": "MED", "pmid": "99000001", "title": "A work.", "pubYear": "2020"}]
        }
    }
    web.answers["www.ebi.ac.uk/europepmc"] = (200, json.dumps(answer), {})
    fetched = Fetcher(web.http(retries=0)).fetch(Identifier(Scheme.PMID, "99000001"))
    assert (fetched.source, fetched.item.title) == ("europepmc", "A work")


def test_pubmed_down_leaves_the_citation_exporter(web):
    web.answers[f"{EUTILS}/efetch"] = (500, "", {})
    record = {
        "id": "pmid:99000001",
        "PMID": "99000001",
        "PMCID": "PMC99000001",
        "type": "article-journal",
        "title": "On walls",
    }
    web.answers["api.ncbi.nlm.nih.gov/lit/ctxp/v1/pubmed/"] = (200, json.dumps(record), {})
    fetched = Fetcher(web.http()).fetch(Identifier(Scheme.PMID, "99000001"))
    assert (fetched.source, fetched.item.title, fetched.item.PMCID) == ("ctxp", "On walls", "PMC99000001")


@pytest.mark.parametrize(
    ("title", "retracted"),
    [
        ("RETRACTED: On walls", True),
        ("Retracted Article: On walls", True),
        ("[Retracted] On walls", True),
        ("[RETRACTED ARTICLE] On walls", True),
        ("WITHDRAWN: On walls", True),
        ("Retraction: On walls", False),
        ("Retracted positions of cats", False),
    ],
)
def test_a_title_may_be_all_that_tells_of_a_retraction(web, title, retracted):
    web.answers["api.crossref.org/works/10.5555/one"] = crossref({"DOI": "10.5555/one", "title": [title]})
    fetched = Fetcher(web.http()).fetch(Identifier(Scheme.DOI, "10.5555/one"))
    assert (NoticeKind.RETRACTION in {notice.kind for notice in fetched.notices}) is retracted


def test_control_characters_stay_outside(web):
    web.answers["api.crossref.org/works/10.5555/one"] = crossref(
        {"DOI": "10.5555/one", "title": ["On\x00 walls\x07 \u200b"]}
    )
    assert Fetcher(web.http()).fetch(Identifier(Scheme.DOI, "10.5555/one")).item.title == "On walls"


def test_an_fda_document_that_names_no_application_is_found_by_its_url(web):
    url = "http://www.fda.gov/downloads/Drugs/DrugSafety/UCM990001.pdf"
    document = {"url": url, "date": "20100203", "type": "Medication Guide"}
    result = {
        **DRUG["results"][0],
        "submissions": [
            {"submission_type": "SUPPL", "submission_number": "7", "application_docs": [document]}
        ],
    }
    web.answers["api.fda.gov/drug/drugsfda.json"] = (200, json.dumps({"results": [result]}), {})
    item = Fetcher(web.http()).fetch(parse_identifier(url)).item
    assert (item.number, item.genre, item.issued) == (
        "NDA 099121/S-007",
        "Medication guide",
        Date((2010, 2, 3)),
    )
    web.answers["api.fda.gov/drug/drugsfda.json"] = (200, json.dumps(DRUG), {})
    assert Fetcher(web.http()).fetch(parse_identifier(url)).item is None


def test_an_old_fda_document_belongs_to_the_application_that_lists_it(web):
    url = "http://www.accessdata.fda.gov/drugsatfda_docs/label/2001/99634s13lbl.pdf"
    document = {"url": url, "date": "20010203", "type": "Label"}
    result = {
        **DRUG["results"][0],
        "submissions": [
            {"submission_type": "SUPPL", "submission_number": "8", "application_docs": [document]}
        ],
    }
    web.answers["api.fda.gov/drug/drugsfda.json"] = (200, json.dumps({"results": [result]}), {})
    assert Fetcher(web.http()).fetch(parse_identifier(url)).item.number == "NDA 099121/S-008"


@pytest.mark.parametrize(
    "first", [(404, '{"error": {"code": "NOT_FOUND"}}', {}), (200, json.dumps(DRUG), {})]
)
def test_an_fda_document_with_a_misprinted_number_belongs_to_the_application_that_lists_it(web, first):
    url = "http://www.accessdata.fda.gov/drugsatfda_docs/label/2018/209112s002lbl.pdf"
    document = {"url": url, "date": "20180203", "type": "Label"}
    submission = {"submission_type": "SUPPL", "submission_number": "2", "application_docs": [document]}
    result = {**DRUG["results"][0], "application_number": "NDA209121", "submissions": [submission]}
    web.answers["api.fda.gov/drug/drugsfda.json"] = [first, (200, json.dumps({"results": [result]}), {})]
    assert Fetcher(web.http()).fetch(parse_identifier(url)).item.number == "NDA 209121/S-002"


def test_an_fda_document_is_not_looked_for_elsewhere_when_openfda_is_down(web):
    web.answers["api.fda.gov/drug/drugsfda.json"] = (503, "", {})
    fetched = Fetcher(web.http(retries=0)).fetch(parse_identifier(LABEL))
    assert (fetched.outcome, fetched.item) == (Outcome.NOT_NOW, None)
    assert len(web.asked) == 1


def test_what_is_expected_comes_in_batches_and_the_rest_alone(web):
    web.answers["api.crossref.org/works?filter="] = (
        200,
        json.dumps(
            {"message": {"items": [{"DOI": f"10.5555/{number}", "title": ["A"]} for number in range(60)]}}
        ),
        {},
    )
    dois = [parse_identifier(f"10.5555/{number}") for number in range(60)]
    fetcher = Fetcher(web.http())
    fetcher.expect(dois)
    assert {fetcher.fetch(each).outcome for each in dois} == {Outcome.FOUND}
    assert len(web.asked) == 2
    fetcher.fetch(dois[0])
    assert len(web.asked) > 2


def test_a_batch_that_leads_to_a_private_address_is_refused_for_each_in_a_sentence(web):
    web.answers["api.crossref.org/"] = (302, "", {"Location": "http://169.254.169.254/"})
    found = Fetcher(web.http()).fetch_many([parse_identifier(f"10.5555/{number}") for number in "ab"])
    assert {each.outcome for each in found.values()} == {Outcome.UNSUPPORTED}
    assert all("169.254" in each.detail for each in found.values())


def test_an_answer_of_one_that_stands_in_says_so(web):
    web.answers["api.crossref.org/"] = (503, "", {})
    work = {
        "id": "https://openalex.org/W123456",
        "doi": "https://doi.org/10.5555/one",
        "title": "A",
        "authorships": [],
    }
    web.answers["api.openalex.org/works/doi:10.5555/one"] = (200, json.dumps(work), {})
    fetched = Fetcher(web.http()).fetch(parse_identifier("10.5555/one"))
    assert (fetched.source, fetched.stands_in) == ("openalex", True)


def test_json_that_holds_what_no_text_can(web):
    body = (
        '{"message": {"DOI": "10.5555/one", "title": ["On \\ud83d walls"], "volume": 7.0, "issue": NaN, "page": 1e999,'
        ' "author": [{"family": "B\\udc00yron"}], "issued": {"date-parts": [[2019.0, "03"]]}}}'
    )
    web.answers["api.crossref.org/works/10.5555/one"] = (200, body, {})
    item = Fetcher(web.http()).fetch(Identifier(Scheme.DOI, "10.5555/one")).item
    assert (item.title, item.volume, item.issue, item.page) == ("On \ufffd walls", "7", None, None)
    assert item.author[0].family == "B\ufffdyron"
    assert str(item.issued) == "2019-03"


@pytest.mark.parametrize(
    ("there", "outcome"),
    [
        ("https://www.example.org/", Outcome.NOT_NOW),
        ("https://example.org/en/index.html", Outcome.NOT_NOW),
        ("https://example.org/health/walls-at-night", Outcome.FOUND),
        ("https://elsewhere.example/", Outcome.FOUND),
        ("https://example.org/?id=7", Outcome.FOUND),
    ],
)
def test_a_page_that_leads_home_is_not_the_page(web, there, outcome):
    page = (
        "<html><head><title>Walls of every kind</title></head><body><p>Many words on walls.</p></body></html>"
    )
    web.answers["example.org/health/walls"] = (302, "", {"Location": there})
    web.answers[there.removeprefix("https://")] = (200, page, {"Content-Type": "text/html"})
    web.answers = dict(reversed(web.answers.items()))
    fetched = Fetcher(web.http()).fetch(parse_identifier("https://example.org/health/walls"))
    assert fetched.outcome is outcome
