import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refs.model.date import Date
from refs.model.item import ItemType
from refs.model.name import Name
from refs.parse.managers.zotero_json import parse_zotero_json
from refs.parse.managers.zotero_rdf import parse_zotero_rdf

OBJECT = {
    "key": "ABCD2345",
    "version": 77,
    "itemType": "journalArticle",
    "title": "A title",
    "creators": [
        {"creatorType": "author", "firstName": "Jane", "lastName": "Doe"},
        {"creatorType": "editor", "name": "Mayo Clinic"},
    ],
    "publicationTitle": "Annals of Joints",
    "journalAbbreviation": "Ann Joints",
    "date": "2020-03-07",
    "accessDate": "2024-05-06T10:00:00Z",
    "pages": "10-19",
    "DOI": "10.1234/abc",
    "extra": "PMID: 12345678\noriginal-date: 1999\na remark",
    "tags": [{"tag": "pain"}, {"tag": "joints", "type": 1}],
    "archive": "",
    "unheardOf": "x",
}


def test_an_object_of_the_web_api():
    (item,) = parse_zotero_json(json.dumps([{"key": "ABCD2345", "data": OBJECT}])).items
    assert (item.id, item.type, item.title) == ("ABCD2345", ItemType.ARTICLE_JOURNAL, "A title")
    assert (item.author, item.editor) == ((Name("Doe", "Jane"),), (Name(literal="Mayo Clinic"),))
    assert (item.issued, item.accessed, item.original_date) == (
        Date((2020, 3, 7)),
        Date((2024, 5, 6)),
        Date((1999,)),
    )
    assert (item.PMID, item.note, item.keyword) == ("12345678", "a remark", "pain, joints")
    assert (item.version, item.custom) == (None, {"zotero": {"unheardOf": "x"}})


def test_better_bibtex_keys_are_kept_and_attachments_left_out():
    data = {"items": [OBJECT | {"citationKey": "doe2020"}, {"itemType": "attachment", "title": "PDF"}]}
    assert [item.id for item in parse_zotero_json(json.dumps(data)).items] == ["doe2020"]


RDF = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
 xmlns:z="http://www.zotero.org/namespaces/export#" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:dcterms="http://purl.org/dc/terms/" xmlns:bib="http://purl.org/net/biblio#"
 xmlns:foaf="http://xmlns.com/foaf/0.1/" xmlns:prism="http://prismstandard.org/namespaces/1.2/basic/"
 xmlns:link="http://purl.org/rss/1.0/modules/link/" xmlns:vcard="http://nwalsh.com/rdf/vCard#">
  <bib:Article rdf:about="https://example.org/a">
    <z:itemType>journalArticle</z:itemType>
    <dcterms:isPartOf rdf:resource="urn:issn:1234-5679"/>
    <bib:authors><rdf:Seq><rdf:li><foaf:Person><foaf:surname>Doe</foaf:surname>
      <foaf:givenName>Jane</foaf:givenName></foaf:Person></rdf:li></rdf:Seq></bib:authors>
    <link:link rdf:resource="#item_2"/>
    <dc:subject>pain</dc:subject>
    <dc:title>A title</dc:title>
    <dc:date>2020-03-07</dc:date>
    <dcterms:dateSubmitted>2024-05-06 10:00:00</dcterms:dateSubmitted>
    <dc:identifier><dcterms:URI><rdf:value>https://example.org/a</rdf:value></dcterms:URI></dc:identifier>
    <dc:identifier>DOI 10.1234/abc</dc:identifier>
    <bib:pages>10-19</bib:pages>
    <dc:publisher><foaf:Organization><vcard:adr><vcard:Address><vcard:locality>Bern</vcard:locality>
      </vcard:Address></vcard:adr><foaf:name>Press</foaf:name></foaf:Organization></dc:publisher>
  </bib:Article>
  <z:Attachment rdf:about="#item_2"><z:itemType>attachment</z:itemType><dc:title>PDF</dc:title></z:Attachment>
  <bib:Journal rdf:about="urn:issn:1234-5679"><dc:title>Annals of Joints</dc:title>
    <prism:volume>12</prism:volume><prism:number>3</prism:number>
    <dcterms:alternative>Ann Joints</dcterms:alternative><dc:identifier>ISSN 1234-5679</dc:identifier></bib:Journal>
</rdf:RDF>"""


def test_zotero_rdf():
    (item,) = parse_zotero_rdf(RDF).items
    assert (item.type, item.title, item.author) == (
        ItemType.ARTICLE_JOURNAL,
        "A title",
        (Name("Doe", "Jane"),),
    )
    assert (item.container_title, item.container_title_short) == ("Annals of Joints", "Ann Joints")
    assert (item.volume, item.issue, item.page) == ("12", "3", "10-19")
    assert (item.issued, item.accessed) == (Date((2020, 3, 7)), Date((2024, 5, 6)))
    assert (item.DOI, item.ISSN, item.URL) == ("10.1234/abc", "1234-5679", "https://example.org/a")
    assert (item.publisher, item.publisher_place, item.keyword) == ("Press", "Bern", "pain")


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=10),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)
KEYS = st.sampled_from(
    ["itemType", "title", "creators", "date", "extra", "tags", "DOI", "url", "accessDate", "key"]
)


@given(st.dictionaries(KEYS, JSON, max_size=6) | JSON)
def test_odd_json_does_not_raise(data):
    parse_zotero_json(json.dumps(data))


@given(st.text(alphabet='<>/rdf:RDF="#zbibtle \n', max_size=80))
def test_odd_rdf_does_not_raise(text):
    parse_zotero_rdf(text)
    parse_zotero_rdf(RDF.replace("A title", text))


SPACES = (
    'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    ' xmlns:dcterms="http://purl.org/dc/terms/" xmlns:bibo="http://purl.org/ontology/bibo/" xmlns:bib="http://purl.org/net/biblio#"'
    ' xmlns:prism="http://prismstandard.org/namespaces/basic/2.0/" xmlns:prism1="http://prismstandard.org/namespaces/1.2/basic/"'
    ' xmlns:schema="http://schema.org/"'
    ' xmlns:foaf="http://xmlns.com/foaf/0.1/" xmlns:z="http://www.zotero.org/namespaces/export#"'
    ' xmlns:res="http://purl.org/vocab/resourcelist/schema#" xmlns:ctag="http://commontag.org/ns#"'
    ' xmlns:rel="http://www.loc.gov/loc.terms/relators/" xmlns:eprints="http://purl.org/eprint/terms/"'
)


def read_rdf(inner):
    return parse_zotero_rdf(f"<rdf:RDF {SPACES}>{inner}</rdf:RDF>").items


def test_dublin_core_with_the_type_in_words():
    (item,) = read_rdf(
        "<rdf:Description rdf:about='#1'><dc:type>Moving Image</dc:type><dc:title>A</dc:title>"
        "<dc:creator>Roe, Ann</dc:creator><dc:creator>The Tides Society</dc:creator>"
        "<dcterms:created>2001-02</dcterms:created></rdf:Description>"
    )
    assert (item.type, item.issued) == (ItemType.MOTION_PICTURE, Date((2001, 2)))
    assert item.author == (Name("Roe", "Ann"), Name(literal="The Tides Society"))


def test_the_date_of_issue_comes_before_that_of_making():
    (item,) = read_rdf(
        "<bibo:Book><dc:title>A</dc:title><dcterms:created>1999</dcterms:created><dcterms:issued>2001</dcterms:issued></bibo:Book>"
    )
    assert (item.type, item.issued) == (ItemType.BOOK, Date((2001,)))


def test_prism_and_its_pages():
    (item,) = read_rdf(
        "<bib:Article><dc:title>A</dc:title><prism:publicationName>Tides</prism:publicationName><prism:volume>4</prism:volume>"
        "<prism:startingPage>10</prism:startingPage><prism:endingPage>19</prism:endingPage>"
        "<prism:coverDate>2003-05-01</prism:coverDate><prism:doi>10.1234/a</prism:doi></bib:Article>"
    )
    assert (item.container_title, item.volume, item.page) == ("Tides", "4", "10-19")
    assert (item.issued, item.DOI) == (Date((2003, 5, 1)), "10.1234/a")


def test_an_ordered_list_of_authors_is_not_said_twice():
    (item,) = read_rdf(
        "<bibo:Report><dc:title>A</dc:title><dcterms:creator>Poe</dcterms:creator><bibo:authorList><rdf:Seq>"
        "<rdf:li><foaf:Person><foaf:surname>Roe</foaf:surname></foaf:Person></rdf:li>"
        "<rdf:li><foaf:Person><foaf:surname>Poe</foaf:surname></foaf:Person></rdf:li></rdf:Seq></bibo:authorList></bibo:Report>"
    )
    assert [name.key for name in item.author] == ["roe", "poe"]


def test_a_series_and_the_number_in_it():
    (item,) = read_rdf(
        "<bib:Book><dc:title>A</dc:title><dcterms:isPartOf><bib:Series><dc:title>Studies</dc:title>"
        "<dc:identifier>12</dc:identifier></bib:Series></dcterms:isPartOf></bib:Book>"
    )
    assert (item.collection_title, item.collection_number) == ("Studies", "12")


def person(family):
    return f"<foaf:Person><foaf:surname>{family}</foaf:surname><foaf:givenName>Ann</foaf:givenName></foaf:Person>"


def seq(*families):
    return f"<rdf:Seq>{''.join(f'<rdf:li>{person(each)}</rdf:li>' for each in families)}</rdf:Seq>"


def test_those_in_a_list_did_what_their_own_property_says():
    (item,) = read_rdf(
        f"<bibo:Film><dcterms:title>A</dcterms:title><bibo:director>{person('Roe')}</bibo:director>"
        f"<bibo:authorList>{seq('Roe')}</bibo:authorList><rel:AUS>{person('Poe')}</rel:AUS>"
        f"<bibo:contributorList>{seq('Poe', 'Lee')}</bibo:contributorList></bibo:Film>"
    )
    assert (item.director, item.script_writer) == ((Name("Roe", "Ann"),), (Name("Poe", "Ann"),))
    assert (item.author, item.contributor) == ((), (Name("Lee", "Ann"),))


WHOLE = (
    "<dcterms:isPartOf><bibo:{}><dcterms:title>Tides</dcterms:title><dcterms:date>2001</dcterms:date>"
    "<bibo:edition>2</bibo:edition><bibo:isbn13>9780306406157</bibo:isbn13>{}</bibo:{}></dcterms:isPartOf>"
)


def whole(kind, inner=""):
    return WHOLE.format(kind, inner, kind)


def test_what_a_work_is_part_of_has_its_own_people_and_numbers():
    series = (
        "<dcterms:isPartOf><bibo:Series><dcterms:title>Seas</dcterms:title><bibo:number>7</bibo:number>"
        f"<bibo:editorList>{seq('Lee')}</bibo:editorList></bibo:Series></dcterms:isPartOf>"
    )
    people = f"<bibo:authorList>{seq('Poe')}</bibo:authorList><bibo:editorList>{seq('Roe')}</bibo:editorList>"
    book = whole("EditedBook", people + series)
    (item,) = read_rdf(f"<bibo:BookSection><dcterms:title>A</dcterms:title>{book}</bibo:BookSection>")
    assert (item.container_title, item.issued, item.edition) == ("Tides", Date((2001,)), "2")
    assert (item.container_author, item.editor) == ((Name("Poe", "Ann"),), (Name("Roe", "Ann"),))
    assert (item.collection_title, item.collection_number, item.ISBN) == ("Seas", "7", "9780306406157")
    assert item.collection_editor == (Name("Lee", "Ann"),)


IN_WHOLE = (
    ("Magazine", ItemType.ARTICLE_MAGAZINE),
    ("Newspaper", ItemType.ARTICLE_NEWSPAPER),
    ("Proceedings", ItemType.PAPER_CONFERENCE),
    ("Journal", ItemType.ARTICLE_JOURNAL),
)


@pytest.mark.parametrize(("kind", "told"), IN_WHOLE)
def test_an_article_is_of_the_kind_of_what_holds_it(kind, told):
    issue = f"<dcterms:isPartOf><bibo:Issue>{whole(kind)}</bibo:Issue></dcterms:isPartOf>"
    (item,) = read_rdf(f"<bibo:Article><dcterms:title>A</dcterms:title>{issue}</bibo:Article>")
    assert (item.type, item.container_title) == (told, "Tides")


def test_a_work_that_is_part_of_itself():
    (item,) = read_rdf(
        "<bibo:Article rdf:nodeID='n1'><dcterms:title>A</dcterms:title><dcterms:isPartOf rdf:nodeID='n1'/></bibo:Article>"
    )
    assert item.title == "A"


def test_the_copy_of_a_reader():
    (item,) = read_rdf(
        "<z:UserItem rdf:about='u1'><res:resource rdf:resource='#1'/><z:accessDate>2020-05-06</z:accessDate>"
        "<ctag:tagged><ctag:UserTag><ctag:label>moon</ctag:label></ctag:UserTag></ctag:tagged></z:UserItem>"
        "<bibo:Book rdf:about='#1'><dcterms:title>A</dcterms:title></bibo:Book>"
    )
    assert (item.accessed, item.keyword) == (Date((2020, 5, 6)), "moon")


IDENTIFIERS = (
    ("doi:10.1234/a", "DOI", "10.1234/a"),
    ("https://doi.org/10.1234/a", "DOI", "10.1234/a"),
    ("1234-5679", "ISSN", "1234-5679"),
    ("urn:isbn:9780306406157", "ISBN", "9780306406157"),
    ("https://example.org/1", "URL", "https://example.org/1"),
)


@pytest.mark.parametrize(("told", "variable", "value"), IDENTIFIERS)
def test_an_identifier_says_what_it_is(told, variable, value):
    (item,) = read_rdf(f"<bibo:Book><dc:title>A</dc:title><dc:identifier>{told}</dc:identifier></bibo:Book>")
    assert getattr(item, variable) == value


def test_the_words_of_repositories():
    (item,) = read_rdf(
        "<rdf:Description><dc:title>A</dc:title><dc:type>Conference Item</dc:type><dc:source>Proc. Tides</dc:source>"
        "<eprints:pagerange>4-9</eprints:pagerange></rdf:Description>"
    )
    assert (item.type, item.container_title, item.page) == (ItemType.PAPER_CONFERENCE, "Proc. Tides", "4-9")


def test_the_number_of_a_report_its_series_and_the_lines_of_a_note():
    (item,) = read_rdf(
        "<bib:Report><z:itemType>report</z:itemType><dc:title>A</dc:title><prism1:number>R-7</prism1:number>"
        "<dcterms:isPartOf><bib:Series><dcterms:alternative>Seas</dcterms:alternative></bib:Series></dcterms:isPartOf>"
        "<dc:description>PMID: 123\nA note</dc:description></bib:Report>"
    )
    assert (item.number, item.issue, item.collection_title) == ("R-7", None, "Seas")
    assert (item.PMID, item.note) == ("123", "A note")


def test_the_edition_of_a_program_is_its_version():
    (item,) = read_rdf(
        "<bib:Data><z:itemType>computerProgram</z:itemType><dc:title>A</dc:title><prism1:edition>2.1</prism1:edition></bib:Data>"
    )
    assert (item.version, item.edition) == ("2.1", None)
