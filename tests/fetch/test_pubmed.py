"""PubMed's records: what their parts say beyond the plain article."""

from refs.fetch.pubmed import read_pubmed
from refs.model.item import ItemType
from refs.model.name import Name


def read(inner, journal="Tides (Oslo)"):
    (item,) = read_pubmed(
        f"<PubmedArticleSet><PubmedArticle><MedlineCitation><PMID>1</PMID><Article><Journal><Title>{journal}</Title>"
        f"<ISOAbbreviation>Td</ISOAbbreviation></Journal><ArticleTitle>A.</ArticleTitle>{inner}</Article></MedlineCitation>"
        "</PubmedArticle></PubmedArticleSet>".encode()
    ).items
    return item


def book(inner, whole=""):
    (item,) = read_pubmed(
        f"<PubmedBookArticle><BookDocument><PMID>1</PMID><Book><BookTitle>Seas</BookTitle>{whole}</Book>{inner}"
        "</BookDocument></PubmedBookArticle>".encode()
    ).items
    return item


def test_the_place_that_tells_a_journal_from_its_namesakes():
    assert read("").publisher_place == "Oslo"
    assert read("", "Tides (Landmark edition)").publisher_place is None
    assert read("", "Tides (1985)").publisher_place is None


def test_a_preprint_is_published_by_its_server():
    item = read(
        "<ELocationID EIdType='pii'>tide:2304.1</ELocationID>"
        "<PublicationTypeList><PublicationType>Preprint</PublicationType></PublicationTypeList>",
        "tideRxiv",
    )
    assert (item.type, item.publisher, item.number) == (ItemType.ARTICLE, "tideRxiv", "tide:2304.1")
    assert (item.container_title, item.container_title_short) == (None, None)


def test_editors_and_pages():
    item = read(
        "<AuthorList Type='authors'><Author><LastName>Roe</LastName></Author></AuthorList>"
        "<AuthorList Type='editors'><Author><LastName>Poe</LastName></Author></AuthorList>"
        "<Pagination><StartPage>10</StartPage><EndPage>19</EndPage></Pagination>"
        "<Abstract><CopyrightInformation>© Roe</CopyrightInformation></Abstract>"
    )
    assert (item.author, item.editor) == ((Name("Roe"),), (Name("Poe"),))
    assert (item.page, item.license) == ("10-19", "© Roe")


AUTHORS = "<AuthorList Type='authors'><Author><LastName>Roe</LastName></Author></AuthorList>"


def test_the_chapters_of_an_authored_book_have_its_authors():
    item = book("<ArticleTitle>One</ArticleTitle>", AUTHORS)
    assert (item.type, item.author, item.container_author) == (ItemType.CHAPTER, (Name("Roe"),), ())


def test_a_book_has_its_doi_and_a_chapter_has_not_that_of_its_book():
    doi = "<ELocationID EIdType='doi'>10.1234/b</ELocationID>"
    assert book("", AUTHORS + doi).DOI == "10.1234/b"
    assert book("<ArticleTitle>One</ArticleTitle>", AUTHORS + doi).DOI is None
