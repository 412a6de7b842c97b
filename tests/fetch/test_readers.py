"""Each reader on a small answer of its service, written for the purpose."""

import json
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refs.fetch.alerts import alerts
from refs.fetch.markup import rich, without_stop
from refs.fetch.match import ACCEPT, confidence
from refs.fetch.people import name_of
from refs.fetch.pmc import read_idconv
from refs.fetch.readers import READERS
from refs.model.date import Date
from refs.model.fetched import Fetched, Notice, NoticeKind, Outcome, sort_notices
from refs.model.identifier import Identifier, Scheme
from refs.model.item import Item, ItemType
from refs.model.name import Name

ARTICLE = """<PubmedArticleSet><PubmedArticle><MedlineCitation><PMID>99000002</PMID><Article>
<Journal><ISSN>1234-5679</ISSN><JournalIssue><Volume>12</Volume><Issue>3</Issue><PubDate><MedlineDate>1998 Dec-1999 Jan</MedlineDate></PubDate></JournalIssue>
<Title>Journal of examples</Title><ISOAbbreviation>J Ex</ISOAbbreviation></Journal>
<ArticleTitle>On <i>E. exempli</i> and H<sub>2</sub>O.</ArticleTitle><Pagination><MedlinePgn>217-64</MedlinePgn></Pagination>
<AuthorList><Author><LastName>Byron</LastName><ForeName>Ada K</ForeName></Author><Author><CollectiveName>Example Study Group.</CollectiveName></Author></AuthorList>
<PublicationTypeList><PublicationType UI="D016441">Retracted Publication</PublicationType></PublicationTypeList></Article>
<CommentsCorrectionsList><CommentsCorrections RefType="RetractionIn"><RefSource>J Ex. 2001 Feb 6;15(2):3</RefSource><PMID>99000009</PMID></CommentsCorrections>
<CommentsCorrections RefType="CommentIn"><RefSource>J Ex. 2000</RefSource></CommentsCorrections></CommentsCorrectionsList></MedlineCitation>
<PubmedData><ArticleIdList><ArticleId IdType="doi">10.5555/P</ArticleId><ArticleId IdType="pmc">PMC990002</ArticleId></ArticleIdList>
<ReferenceList><Reference><ArticleIdList><ArticleId IdType="doi">10.5555/cited</ArticleId></ArticleIdList></Reference></ReferenceList></PubmedData>
</PubmedArticle></PubmedArticleSet>"""
ARXIV = """<feed xmlns="http://www.w3.org/2005/Atom" xmlns:arxiv="http://arxiv.org/schemas/atom"><entry>
<id>http://arxiv.org/abs/2104.99999v2</id><title>A  paper
 in two lines</title><published>2021-04-01T00:00:00Z</published><updated>2021-05-01T00:00:00Z</updated>
<author><name>Ada van der Byron</name></author><arxiv:doi>10.5555/later</arxiv:doi></entry></feed>"""
ARXIV_ERROR = """<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>https://arxiv.org/api/errors#incorrect_id</id>
<title>Error</title><summary>incorrect id format for abc</summary></entry></feed>"""
SPL = """<document xmlns="urn:hl7-org:v3"><id root="1"/><code displayName="HUMAN PRESCRIPTION DRUG LABEL"/>
<title>These highlights do not include all the information</title><effectiveTime value="20230324"/>
<setId root="0A1B2C3D-0000-1111-2222-0A1B2C3D4E5F"/><versionNumber value="11"/>
<author><assignedEntity><representedOrganization><name>Example Labs</name></representedOrganization></assignedEntity></author>
<component><structuredBody><component><section><subject><manufacturedProduct><manufacturedProduct><name>EXAMPLOL</name>
<formCode displayName="TABLET"/><asEntityWithGeneric><genericMedicine><name>exemplamine</name></genericMedicine></asEntityWithGeneric>
</manufacturedProduct><subjectOf><approval><id extension="NDA099121"/></approval></subjectOf></manufacturedProduct></subject></section></component></structuredBody></component></document>"""
LABEL = {"results": [{"set_id": "0a1b2c3d-0000-1111-2222-0a1b2c3d4e5f", "version": "11", "effective_time": "20230324",
         "openfda": {"brand_name": ["EXAMPLOL"], "generic_name": ["EXEMPLAMINE"], "manufacturer_name": ["Example Labs"]}}]}  # fmt: skip
BOOK = {"ISBN:9780306406157": {"title": "A Book", "subtitle": "Its Parts", "authors": [{"name": "Ada Byron"}], "publishers": [{"name": "Press"}],
        "publish_date": "October 2004", "identifiers": {"isbn_13": ["9780306406157"]}}}  # fmt: skip
VOLUME = {"items": [{"volumeInfo": {"title": "A Book", "authors": ["Ada Byron"], "publishedDate": "2003-05-01",
          "industryIdentifiers": [{"type": "ISBN_10", "identifier": "0306406152"}]}}]}  # fmt: skip
ALEX = {"id": "https://openalex.org/W1", "doi": "https://doi.org/10.5555/A", "title": "A work", "type": "article", "publication_date": "2020-01-02",
        "publication_year": 2020, "authorships": [{"author": {"display_name": "Ada Byron"}}], "is_retracted": True,
        "primary_location": {"source": {"display_name": "Journal of Examples"}}, "biblio": {"volume": "1", "first_page": "2", "last_page": "3"}}  # fmt: skip
EUROPE = {"resultList": {"result": [{"id": "99000002", "source": "MED", "pmid": "99000002", "title": "A work.", "authorString": "Byron AK, Example Group.",
          "journalTitle": "J Ex", "pubYear": "2020"}]}}  # fmt: skip
TRIAL = {"protocolSection": {"identificationModule": {"nctId": "NCT00000102", "briefTitle": "A trial"},
         "statusModule": {"lastUpdatePostDateStruct": {"date": "2020-01-02"}},
         "sponsorCollaboratorsModule": {"leadSponsor": {"name": "Example University"}}}}  # fmt: skip
TOPIC = '<nlmSearchResult><list><document url="https://medlineplus.gov/x.html"><content name="title">&lt;span class="qt0"&gt;Fever&lt;/span&gt;</content></document></list></nlmSearchResult>'
JATS = """<pmc-articleset><article><front><journal-meta><journal-title-group><journal-title>Journal of Examples</journal-title></journal-title-group></journal-meta>
<article-meta><article-id pub-id-type="pmc">990002</article-id><title-group><article-title>A paper</article-title></title-group>
<contrib-group><contrib contrib-type="author"><name><surname>Byron</surname><given-names>Ada</given-names></name></contrib></contrib-group>
<pub-date pub-type="ppub"><year>2020</year></pub-date><pub-date pub-type="epub"><day>3</day><month>2</month><year>2020</year></pub-date></article-meta></front></article></pmc-articleset>"""
DATACITE_XML = """<resource xmlns="http://datacite.org/schema/kernel-4"><identifier identifierType="DOI">10.5555/d</identifier><creators><creator>
<creatorName nameType="Personal">Byron, Ada</creatorName></creator></creators><titles><title>Data</title></titles><publicationYear>2020</publicationYear></resource>"""
CROSSREF_XML = """<crossref_result xmlns="http://www.crossref.org/qrschema/3.0"><query><doi>10.5555/x</doi><doi_record><crossref><journal>
<journal_metadata><full_title>Journal of Examples</full_title></journal_metadata><journal_article><titles><title>A paper</title></titles><contributors>
<person_name contributor_role="author"><given_name>Ada</given_name><surname>Byron</surname></person_name></contributors>
<publication_date><year>2020</year></publication_date></journal_article></journal></crossref></doi_record></query></crossref_result>"""

READ = [
    ("pubmed", ARTICLE, "pmid:99000002", "On <i>E. exempli</i> and H<sub>2</sub>O", "1998-12/1999-01", "Byron", "Journal of examples"),
    ("arxiv", ARXIV, "arxiv:2104.99999", "A paper in two lines", "2021-04-01", "Byron", None),
    ("dailymed", SPL, "setid:0a1b2c3d-0000-1111-2222-0a1b2c3d4e5f", "Examplol (exemplamine)", "2023-03-24", "Example Labs", "DailyMed"),
    ("openfda", LABEL, "setid:0a1b2c3d-0000-1111-2222-0a1b2c3d4e5f", "Examplol (exemplamine)", "2023-03-24", "Example Labs", "DailyMed"),
    ("openlibrary", BOOK, "isbn:9780306406157", "A Book: Its Parts", "2004-10", "Byron", None),
    ("googlebooks", VOLUME, "isbn:9780306406157", "A Book", "2003-05-01", "Byron", None),
    ("openalex", ALEX, "doi:10.5555/a", "A work", "2020-01-02", "Byron", "Journal of Examples"),
    ("europepmc", EUROPE, "pmid:99000002", "A work", "2020", "Byron", "J Ex"),
    ("clinicaltrials", TRIAL, "nct:NCT00000102", "A trial", "2020-01-02", "Example University", "ClinicalTrials.gov"),
    ("medlineplus", TOPIC, "https://medlineplus.gov/x.html", "Fever", "", None, "MedlinePlus"),
    ("jats", JATS, "pmcid:PMC990002", "A paper", "2020-02-03", "Byron", "Journal of Examples"),
    ("datacite", DATACITE_XML, "doi:10.5555/d", "Data", "2020", "Byron", None),
    ("crossref", CROSSREF_XML, "doi:10.5555/x", "A paper", "2020", "Byron", "Journal of Examples"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "answer", "expected"), [(name, answer, rest) for name, answer, *rest in READ]
)
def test_what_a_reader_finds(name, answer, expected):
    identifier, title, issued, author, container = expected
    data = (answer if isinstance(answer, str) else json.dumps(answer)).encode()
    (item,) = READERS[name](data).items
    first = (item.author[0].family or item.author[0].literal) if item.author else None
    assert (str(item.identifiers[0]), item.title, str(item.issued or "")) == (identifier, title, issued)
    assert (first, item.container_title) == (author, container)
    assert set(item.provenance) >= {"title"}


def test_pubmed_takes_its_own_ids_and_pages_in_full():
    (item,) = READERS["pubmed"](ARTICLE.encode()).items
    assert (item.DOI, item.PMCID, item.page, item.container_title_short) == (
        "10.5555/p",
        "PMC990002",
        "217-264",
        "J Ex",
    )
    assert [str(name) for name in item.author] == ["Ada K. Byron", "Example Study Group"]


def test_pubmed_tells_a_retraction_once_and_with_its_notice():
    reading = READERS["pubmed"](ARTICLE.encode())
    (notice,) = reading.notices["pmid:99000002"]
    assert (notice.kind, str(notice.identifier), str(notice.date)) == (
        NoticeKind.RETRACTION,
        "pmid:99000009",
        "2001-02-06",
    )


def test_a_preprint_tells_what_it_became():
    (notice,) = READERS["arxiv"](ARXIV.encode()).notices["arxiv:2104.99999"]
    assert (notice.kind, str(notice.identifier)) == (NoticeKind.PREPRINT_PUBLISHED, "doi:10.5555/later")


ERRORS = [
    ("crossref", "Resource not found."),
    (
        "crossref",
        '{"status": "failed", "message-type": "validation-failure", "message": [{"message": "no"}]}',
    ),
    (
        "crossref",
        '{"status": "ok", "message-type": "work-agency", "message": {"DOI": "10.5555/x", "agency": {"id": "crossref"}}}',
    ),
    (
        "datacite",
        '{"errors": [{"status": "404", "title": "The resource you are looking for doesn\'t exist."}]}',
    ),
    ("arxiv", ARXIV_ERROR),
    ("arxiv", '<feed xmlns="http://www.w3.org/2005/Atom"/>'),
    ("openfda", '{"error": {"code": "NOT_FOUND", "message": "No matches found!"}}'),
    ("drugsfda", '{"error": {"code": "SERVER_ERROR", "message": "x"}}'),
    ("pubmed", '{"error": "API rate limit exceeded", "count": "4"}'),
    ("pubmed", "<PubmedArticleSet/>"),
    ("openlibrary", "{}"),
    ("googlebooks", '{"totalItems": 0}'),
    ("europepmc", '{"hitCount": 0, "resultList": {"result": []}}'),
    ("dailymed", "<html><title>415</title></html>"),
    ("dailymed", ""),
    ("pdf", "<html></html>"),
    ("html", "<html><title>404 Not Found</title></html>"),
]


@pytest.mark.parametrize(("name", "answer"), ERRORS)
def test_an_error_is_no_item(name, answer):
    assert READERS[name](answer.encode()).items == ()


def test_idconv_answers_of_both_ages():
    new = {
        "records": [
            {"pmid": 22663011, "requested-id": "22663011", "status": "error"},
            {"pmcid": "PMC1", "pmid": 7, "doi": "10.5555/A"},
        ]
    }
    old = {"records": [{"pmcid": "PMC2", "pmid": "8", "versions": []}]}
    assert read_idconv(json.dumps(new).encode())["22663011"].known is False
    assert read_idconv(json.dumps(new).encode())["PMC1"].pmid == "7"
    assert read_idconv(json.dumps(old).encode())["8"].pmcid == "PMC2"


@pytest.mark.parametrize("name", sorted(READERS))
@given(
    data=st.binary(max_size=80)
    | st.sampled_from(
        [b"[]", b"{}", b"null", b"<a/>", b'{"data": [7]}', b'{"results": {}}', b'{"message": []}']
    )
)
def test_no_reader_raises(name, data):
    assert READERS[name](data).items == ()


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=6),
    lambda inner: st.lists(inner, max_size=2)
    | st.dictionaries(st.sampled_from(["DOI", "title", "author", "issued", "date-parts", "updated-by", "attributes", "doi", "titles", "creators", "type", "data"]), inner, max_size=5),
    max_leaves=8,
)  # fmt: skip


@given(JSON)
def test_no_reader_raises_on_odd_json(value):
    data = json.dumps({"message": value, "data": value, "results": [value]}).encode()
    for name in ("crossref", "datacite", "openfda", "drugsfda", "openalex"):
        READERS[name](data)


PDF = (
    b"""%PDF-1.7
1 0 obj << /Title (A \\(good\\) paper) /Author (Ada Byron; John Roe) /CreationDate (D:20200203040506Z) >> endobj
2 0 obj << /Filter /FlateDecode >> stream
"""
    + zlib.compress(b"BT [(doi:10.5555/)-2(pdf.1)] TJ ET")
    + b"\nendstream endobj"
)


def test_a_pdf_says_what_it_is():
    (item,) = READERS["pdf"](PDF, "https://example.org/a.pdf").items
    assert (item.title, item.issued, item.DOI) == ("A (good) paper", Date((2020, 2, 3)), "10.5555/pdf.1")
    assert [str(name) for name in item.author] == ["Ada Byron", "John Roe"]
    assert item.provenance["DOI"].confidence == 0.5


NAMES = [
    ("Byron, Ada", Name("Byron", "Ada")),
    ("Ada van der Byron", Name("Byron", "Ada", non_dropping_particle="van der")),
    ("Ada Byron, MD, PhD", Name("Byron", "Ada")),
    ("Ada Byron Jr.", Name("Byron", "Ada", "Jr.")),
    ("World Health Organization", Name(literal="World Health Organization")),
    ("Cleveland Clinic medical professional", Name(literal="Cleveland Clinic medical professional")),
    ("Plato", Name(literal="Plato")),
    (" , ", None),
]


@pytest.mark.parametrize(("text", "expected"), NAMES)
def test_names_in_one_string(text, expected):
    assert name_of(text) == expected


MARKUP = [
    ("A&amp;lt;sup&amp;gt;13&amp;lt;/sup&amp;gt;C", "A<sup>13</sup>C"),
    ("<mml:math><mml:mi>x</mml:mi><mml:mn>2</mml:mn></mml:math> in <b>bold", "x2 in bold"),
    ("<math><msub><mi>H</mi><mn>2</mn></msub><mi>O</mi></math> in ice", "H<sub>2</sub>O in ice"),
    (
        '<mml:math xmlns:mml="x"><mml:msup><mml:mi>s</mml:mi><mml:mrow><mml:mo>-</mml:mo><mml:mn>1</mml:mn></mml:mrow></mml:msup></mml:math>',
        "s<sup>-1</sup>",
    ),
    ("<script>alert(1)</script>Title", "alert(1)Title"),
    ("1 < 2 and 3 > 2", "1 < 2 and 3 > 2"),
    ("GeneBooks<sup>®</sup>", "GeneBooks®"),
]


@pytest.mark.parametrize(("text", "expected"), MARKUP)
def test_titles_with_markup(text, expected):
    assert rich(text) == expected


def test_a_stop_at_the_end_is_the_databases_not_the_titles():
    assert [without_stop(each) for each in ("A title.", "In the U.S.", "And so...", "Why?")] == [
        "A title",
        "In the U.S.",
        "And so...",
        "Why?",
    ]


def test_the_worst_notice_comes_first_and_the_named_one_stays():
    named = Notice(NoticeKind.RETRACTION, "crossref", Identifier(Scheme.DOI, "10.5555/r"))
    listed = [Notice(NoticeKind.CORRECTION, "crossref"), Notice(NoticeKind.RETRACTION, "title"), named, named]
    assert [notice.kind for notice in sort_notices(listed)] == [NoticeKind.RETRACTION, NoticeKind.CORRECTION]
    assert sort_notices(listed)[0] == named


SETID = Identifier(Scheme.SETID, "0a1b2c3d-0000-1111-2222-0a1b2c3d4e5f")
ALERTS = [
    ({"version": "11"}, {"version": "12", "identifiers": (SETID,)}, [NoticeKind.NEWER_VERSION]),
    ({"version": "12"}, {"version": "12", "identifiers": (SETID,)}, []),
    ({"issued": Date((2022, 5))}, {"issued": Date((2023, 5, 13)), "identifiers": (Identifier(Scheme.NBK, "NBK1"),)}, [NoticeKind.UPDATED]),
    ({"issued": Date((2023,))}, {"issued": Date((2023, 5, 13)), "identifiers": (Identifier(Scheme.NBK, "NBK1"),)}, []),
    ({"accessed": Date((2023, 1, 1))}, {"custom": {"modified": "2023-02-01"}, "URL": "https://example.org/"}, [NoticeKind.MODIFIED]),
    ({"accessed": Date((2023, 3, 1))}, {"custom": {"modified": "2023-02-01"}, "URL": "https://example.org/"}, []),
]  # fmt: skip


@pytest.mark.parametrize(("cited", "fresh", "kinds"), ALERTS)
def test_what_changed_since_the_cited_edition(cited, fresh, kinds):
    fetched = Fetched(Outcome.FOUND, Item(id="b", **fresh), source="x")
    assert [notice.kind for notice in alerts(Item(id="a", **cited), fetched)] == kinds


WORK = Item(id="w", type=ItemType.ARTICLE_JOURNAL, title="Effects of invented drugs on imaginary patients", author=(Name("Byron", "Ada"),),
            issued=Date((2020, 1)), volume="12", page="34-56", container_title="Journal of Examples")  # fmt: skip
TEXTS = [
    ("Byron A. Effects of invented drugs on imaginary patients. Journal of Examples. 2020;12:34-56.", True),
    ("Byron, A. (2020). Effects of Invented Drugs on Imaginary Patients. J Ex, 12(3), 34–56.", True),
    ("Byron A. Effects of invented drugs on imaginary patients. Journal of Examples. 2011;1:1.", False),
    ("Roe J. Effects of invented foods on imaginary patients. Other Journal. 2020.", False),
    ("Byron A. Something else altogether. Journal of Examples. 2020;12:34-56.", False),
]


@pytest.mark.parametrize(("text", "same"), TEXTS)
def test_a_reference_is_matched_only_when_it_surely_is_the_work(text, same):
    assert (confidence(text, WORK) >= ACCEPT) is same


def test_a_preprint_is_published_by_its_server():
    work = {"type": "posted-content", "subtype": "preprint", "DOI": "10.5555/p", "title": ["A preprint"],
            "institution": [{"name": "bioRxiv"}], "publisher": "Cold Spring Harbor Laboratory"}  # fmt: skip
    (item,) = READERS["crossref"](json.dumps({"message-type": "work", "message": work}).encode()).items
    assert (item.publisher, item.container_title, item.genre) == ("bioRxiv", None, "Preprint")
