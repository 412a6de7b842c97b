"""Crossref's XML: each kind of work, what holds it, and where the record says that it is."""

from refs.fetch.crossref import read_crossref
from refs.model.date import Date
from refs.model.item import ItemType
from refs.model.name import Name

PERSON = (
    "<contributors><person_name contributor_role='{}' sequence='first'><given_name>Ann</given_name>"
    "<surname>{}</surname></person_name></contributors>"
)
CITED = "<citation_list><citation><volume>99</volume><first_page>77</first_page><doi>10.1/x</doi></citation></citation_list>"


def read(inner):
    text = f"<doi_records><doi_record><crossref>{inner}</crossref></doi_record></doi_records>"
    (item,) = read_crossref(text.encode()).items
    return item


def test_an_article_has_the_date_on_paper_and_its_own_address():
    item = read(
        "<journal><journal_metadata><full_title>Tides</full_title><abbrev_title>Td.</abbrev_title></journal_metadata>"
        "<journal_issue><journal_volume><volume>4</volume></journal_volume><issue>2</issue></journal_issue>"
        f"<journal_article language='en'><titles><title>A</title></titles>{PERSON.format('author', 'Roe')}"
        "<publication_date media_type='online'><month>12</month><year>2012</year></publication_date>"
        "<publication_date media_type='print'><month>04</month><year>2013</year></publication_date>"
        "<pages><first_page>1</first_page><last_page>9</last_page></pages>"
        "<program><license_ref>https://example.org/by</license_ref></program>"
        "<doi_data><doi>10.1234/a</doi><resource>https://example.org/a</resource>"
        f"<collection><item><resource>https://example.org/a.pdf</resource></item></collection></doi_data>{CITED}"
        "</journal_article></journal>"
    )
    assert (item.type, item.issued, item.DOI) == (ItemType.ARTICLE_JOURNAL, Date((2013, 4)), "10.1234/a")
    assert (item.URL, item.license) == ("https://example.org/a", "https://example.org/by")
    assert (item.container_title, item.container_title_short) == ("Tides", "Td.")
    assert (item.volume, item.issue, item.page) == ("4", "2", "1-9")


def test_what_a_work_cites_says_nothing_of_the_work():
    item = read(
        "<journal><journal_metadata><full_title>Tides</full_title></journal_metadata>"
        f"<journal_article><titles><title>A</title></titles>{CITED}</journal_article></journal>"
    )
    assert (item.volume, item.page, item.DOI) == (None, None, None)


def test_a_chapter_in_a_book_of_a_series():
    item = read(
        "<book book_type='edited_book'><book_series_metadata>"
        "<series_metadata><titles><title>Studies</title></titles><issn>1234-5679</issn></series_metadata>"
        f"{PERSON.format('editor', 'Poe')}<titles><title>Whole</title><subtitle>more</subtitle></titles><volume>12</volume>"
        "<isbn>9780306406157</isbn><publisher><publisher_name>P</publisher_name><publisher_place>Oslo</publisher_place>"
        "</publisher></book_series_metadata>"
        f"<content_item component_type='chapter'>{PERSON.format('author', 'Roe')}<titles><title>A</title></titles>"
        "<doi_data><doi>10.1234/c</doi></doi_data></content_item></book>"
    )
    assert (item.type, item.title, item.container_title) == (ItemType.CHAPTER, "A", "Whole: more")
    assert (item.author, item.editor) == ((Name("Roe", "Ann"),), (Name("Poe", "Ann"),))
    assert (item.collection_title, item.collection_number, item.volume) == ("Studies", "12", None)
    assert (item.publisher, item.publisher_place, item.URL) == ("P", "Oslo", "https://doi.org/10.1234/c")


def test_an_entry_of_a_work_of_reference():
    item = read(
        "<book book_type='reference'><book_metadata><titles><title>Whole</title></titles></book_metadata>"
        "<content_item component_type='reference_entry'><titles><title>A</title></titles></content_item></book>"
    )
    assert item.type is ItemType.ENTRY_ENCYCLOPEDIA


def test_a_paper_at_a_conference():
    item = read(
        "<conference><event_metadata><conference_name>Tides 2020</conference_name><conference_location>Oslo</conference_location>"
        "</event_metadata><proceedings_metadata><proceedings_title>Proceedings</proceedings_title></proceedings_metadata>"
        "<conference_paper><titles><title>A</title></titles></conference_paper></conference>"
    )
    assert (item.type, item.container_title) == (ItemType.PAPER_CONFERENCE, "Proceedings")
    assert (item.event_title, item.event_place) == ("Tides 2020", "Oslo")


def test_whole_proceedings():
    item = read(
        "<conference><proceedings_metadata><proceedings_title>Proceedings</proceedings_title></proceedings_metadata></conference>"
    )
    assert (item.type, item.title) == (ItemType.BOOK, "Proceedings")


def test_a_thesis_names_its_degree():
    item = read(
        "<dissertation><person_name contributor_role='author'><surname>Roe</surname></person_name>"
        "<titles><title>A</title></titles><approval_date><year>1958</year></approval_date>"
        "<institution><institution_name>U</institution_name><institution_place>Oslo</institution_place></institution>"
        "<degree>PhD (Doctor of Philosophy)</degree></dissertation>"
    )
    assert (item.type, item.genre, item.publisher, item.publisher_place) == (
        ItemType.THESIS,
        "PhD",
        "U",
        "Oslo",
    )


def test_a_report_and_its_number():
    item = read(
        "<report-paper><report-paper_metadata><titles><title>A</title></titles><publisher_item><item_number>R-7</item_number>"
        "</publisher_item></report-paper_metadata></report-paper>"
    )
    assert (item.type, item.number) == (ItemType.REPORT, "R-7")


def test_a_preprint_and_its_server():
    item = read(
        "<posted_content type='preprint'><titles><title>A</title></titles><posted_date><year>2020</year></posted_date>"
        "<institution><institution_name>tideRxiv</institution_name></institution></posted_content>"
    )
    assert (item.type, item.genre, item.publisher) == (ItemType.ARTICLE, "Preprint", "tideRxiv")


def test_a_record_alone_says_its_subtitle():
    item = read(
        "<journal><journal_metadata><full_title>Tides</full_title></journal_metadata><journal_article>"
        "<titles><title>A:</title><subtitle>more</subtitle></titles></journal_article></journal>"
    )
    assert item.title == "A: more"


def test_who_is_called_first_stands_first():
    people = "".join(
        f"<person_name contributor_role='author' sequence='{place}'><surname>{name}</surname></person_name>"
        for name, place in (("Roe", "additional"), ("Poe", "first"), ("Lee", "additional"))
    )
    item = read(f"<dataset><contributors>{people}</contributors><titles><title>A</title></titles></dataset>")
    assert [name.key for name in item.author] == ["poe", "roe", "lee"]


def test_a_volume_of_a_set_and_a_component():
    item = read(
        "<book><book_set_metadata><set_metadata><titles><title>Seas</title></titles></set_metadata>"
        "<titles><title>North</title></titles><volume>1</volume></book_set_metadata></book>"
    )
    assert (item.title, item.collection_title, item.volume) == ("North", "Seas", "1")
    item = read(
        f"<sa_component><component_list><component>{PERSON.format('author', 'Roe')}<titles><title>A</title></titles>"
        "</component></component_list></sa_component>"
    )
    assert (item.title, item.author) == ("A", (Name("Roe", "Ann"),))


def test_what_was_sent_to_crossref_holds_many_works():
    articles = "".join(
        f"<journal_article><titles><title>{title}</title></titles></journal_article>" for title in "AB"
    )
    text = (
        "<doi_batch xmlns='http://www.crossref.org/schema/5.3.1'><head/><body><journal><journal_metadata>"
        f"<full_title>Tides</full_title></journal_metadata>{articles}</journal></body></doi_batch>"
    )
    items = read_crossref(text.encode()).items
    assert [(item.title, item.container_title) for item in items] == [("A", "Tides"), ("B", "Tides")]


REPORT = (
    "<report-paper><report-paper_series_metadata language='en'>"
    "<series_metadata><titles><title>Studies</title></titles>"
    f"{PERSON.format('editor', 'Lee')}<isbn>0306406152</isbn></series_metadata>"
    f"{PERSON.format('author', 'Roe')}<titles><title>A report</title></titles><volume>12</volume>"
    "<isbn>9780306406157</isbn><doi_data><doi>10.1234/r</doi><resource>https://example.org/r</resource></doi_data>"
    "</report-paper_series_metadata></report-paper>"
)


def test_a_report_of_a_series():
    item = read(REPORT)
    assert (item.type, item.title, item.author) == (ItemType.REPORT, "A report", (Name("Roe", "Ann"),))
    assert (item.collection_title, item.collection_editor) == ("Studies", (Name("Lee", "Ann"),))
    assert (item.number, item.ISBN, item.language) == ("12", "9780306406157", "en")
    assert item.URL == "https://example.org/r"


def test_a_standard_and_who_made_it():
    item = read(
        "<standard><standard_metadata language='en'><contributors><organization contributor_role='author'>Lame"
        "</organization></contributors><titles><title>A</title></titles>"
        "<designators><as_published><std_designator>L 1</std_designator></as_published></designators>"
        "</standard_metadata></standard>"
    )
    assert (item.type, item.number, item.author) == (ItemType.STANDARD, "L 1", (Name(literal="Lame"),))
    assert item.language == "en"


def test_the_authors_of_a_book_are_not_those_of_a_chapter():
    item = read(
        f"<book><book_metadata>{PERSON.format('author', 'Poe')}<titles><title>Whole</title></titles></book_metadata>"
        f"<content_item component_type='chapter'>{PERSON.format('author', 'Roe')}<titles><title>A</title></titles>"
        "</content_item></book>"
    )
    assert (item.author, item.container_author) == ((Name("Roe", "Ann"),), (Name("Poe", "Ann"),))


def test_the_hands_of_a_database_made_what_has_no_others():
    item = read(
        f"<database><database_metadata>{PERSON.format('author', 'Poe')}<titles><title>Base</title></titles>"
        "</database_metadata><dataset><titles><title>A</title></titles></dataset></database>"
    )
    assert (item.type, item.author) == (ItemType.DATASET, (Name("Poe", "Ann"),))


def test_a_peer_review_is_by_its_reviewer():
    item = read(
        f"<peer_review>{PERSON.format('reviewer', 'Poe')}<titles><title>Of A</title></titles></peer_review>"
    )
    assert (item.author, item.genre) == ((Name("Poe", "Ann"),), "peer review")


def test_posted_content_of_several_kinds():
    posted = (
        "<posted_content type='{}'><titles><title>A</title></titles>"
        "<institution><institution_name>Lame</institution_name></institution></posted_content>"
    )
    assert read(posted.format("working_paper")).type is ItemType.REPORT
    post = read(posted.format("other"))
    assert (post.type, post.container_title) == (ItemType.POST_WEBLOG, "Lame")


def test_an_article_numbered_without_a_word_for_the_number():
    numbered = "<publisher_item><item_number{}>123</item_number></publisher_item>"
    article = "<journal><journal_article><titles><title>A</title></titles>{}</journal_article></journal>"
    assert read(article.format(numbered.format(""))).page == "123"
    assert read(article.format(numbered.format(" item_number_type='sequence-number'"))).page is None
