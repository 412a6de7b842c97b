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


def test_an_article_without_pages_has_its_number():
    assert read("<ELocationID EIdType='pii'>e1042</ELocationID>").page == "e1042"
    assert read("<ELocationID EIdType='pii'>S0140-6736(20)30183-5</ELocationID>").page is None


def test_the_sections_of_an_abstract_have_their_labels():
    sections = (
        "<AbstractText Label='AIM'>Tides.</AbstractText><AbstractText Label='UNLABELLED'>Ebb.</AbstractText>"
    )
    assert read(f"<Abstract>{sections}</Abstract>").abstract == "AIM: Tides. Ebb."


def test_where_a_usual_part_is_missing():
    item = read(
        "<AuthorList><Author><LastName>Roe</LastName><FirstName>Ann</FirstName></Author></AuthorList>", ""
    )
    assert (item.container_title, item.author) == ("Td", (Name("Roe", "Ann"),))


def test_a_title_that_is_not_available_is_that_of_the_own_language():
    (item,) = read_pubmed(
        b"<PubmedArticleSet><PubmedArticle><MedlineCitation><PMID>1</PMID><Article><ArticleTitle>[Not Available]."
        b"</ArticleTitle><VernacularTitle>Tidevann.</VernacularTitle></Article></MedlineCitation></PubmedArticle></PubmedArticleSet>"
    ).items
    assert item.title == "Tidevann"


AUTHORS = "<AuthorList Type='authors'><Author><LastName>Roe</LastName></Author></AuthorList>"


def test_the_chapters_of_an_authored_book_have_its_authors():
    item = book("<ArticleTitle>One</ArticleTitle>", AUTHORS)
    assert (item.type, item.author, item.container_author) == (ItemType.CHAPTER, (Name("Roe"),), ())


def test_a_book_has_its_doi_and_a_chapter_has_not_that_of_its_book():
    doi = "<ELocationID EIdType='doi'>10.1234/b</ELocationID>"
    assert book("", AUTHORS + doi).DOI == "10.1234/b"
    assert book("<ArticleTitle>One</ArticleTitle>", AUTHORS + doi).DOI is None
