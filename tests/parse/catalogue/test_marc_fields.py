import pytest

from refs.model.date import Date
from refs.model.item import ItemType
from refs.model.name import Name
from refs.parse.catalogue.marc_fields import read_marc
from refs.parse.catalogue.marc_record import Field, MarcRecord
from refs.parse.catalogue.marcxml import parse_marcxml

BOOK = "00000nam a2200000 a 4500"


def field(line):
    """``245 10 $a Title``: a tag, two indicators with # for a blank, and the subfields."""
    tag, marks, *parts = line.split(" ", 2)
    pairs = [(part[0], part[1:].strip()) for part in parts[0].split("$")[1:]]
    return Field(tag, marks.replace("#", " "), tuple(pairs))


def read(*lines, leader=BOOK, code=""):
    controls = (Field("008", value=code),) if code else ()
    return read_marc(MarcRecord(leader, (*controls, *(field(line) for line in lines))), "item-1")


TYPES = (
    (BOOK, ("245 10 $a A", "502 ## $a Thesis (M.A.)--University of Oslo, 1999."), ItemType.THESIS),
    ("00000cas a22", ("245 10 $a A",), ItemType.PERIODICAL),
    ("00000cab a22", ("245 10 $a A",), ItemType.ARTICLE_JOURNAL),
    (
        BOOK,
        ("245 10 $a A", "020 ## $a 0306406152", "260 ## $b P", "502 ## $a Oslo, Univ., Diss., 1999"),
        ItemType.BOOK,
    ),
    ("00000caa a22", ("245 10 $a A", "773 0# $t B $g S. 1-9"), ItemType.ARTICLE_JOURNAL),
    ("00000caa a22", ("245 10 $a A", "773 0# $7 nnam $t B $g S. 1-9"), ItemType.CHAPTER),
    ("00000caa a22", ("245 10 $a A", "773 0# $7 nnas $t B $d Oslo, 1999"), ItemType.ARTICLE_JOURNAL),
    ("00000caa a22", ("245 10 $a A", "773 0# $t B $d Oslo, 1999 $g S. 1-9"), ItemType.CHAPTER),
    (BOOK, ("245 10 $a A", "773 0# $t Lame eBooks"), ItemType.BOOK),
    (BOOK, ("245 10 $a A", "773 0# $t B $g S. 1-9 $z 0306406152"), ItemType.CHAPTER),
    ("00000caa a22", ("245 10 $a A", "773 0# $t B $g Bd. 3, S. 1-9"), ItemType.ARTICLE_JOURNAL),
    ("00000caa a22", ("245 10 $a A", "773 0# $t B", "711 2# $a Tides 2020"), ItemType.PAPER_CONFERENCE),
    ("00000cgm a22", ("245 10 $a A",), ItemType.MOTION_PICTURE),
    ("00000cem a22", ("245 10 $a A",), ItemType.MAP),
    ("00000cpc a22", ("245 10 $a A",), ItemType.COLLECTION),
    ("00000cmm a22", ("245 10 $a A",), ItemType.SOFTWARE),
    ("00000cmm a22", ("245 10 $a A", "020 ## $a 9780306406157"), ItemType.BOOK),
    ("00000nbm a22", ("200 1# $a A",), ItemType.MANUSCRIPT),
)


@pytest.mark.parametrize(("leader", "lines", "kind"), TYPES)
def test_the_type(leader, lines, kind):
    assert read(*lines, leader=leader).type is kind


def test_a_computer_file_of_numbers_is_a_dataset():
    code = "010101s2001    no         a        eng d"
    assert read("245 10 $a A", leader="00000cmm a22", code=code).type is ItemType.DATASET


def test_unnamed_hands_are_editors_where_nobody_has_the_main_entry():
    edited = read("245 00 $a A", "700 1# $a Roe, Ann", "711 2# $a Symposium on Tides $c Oslo")
    assert (edited.editor, edited.contributor) == ((Name("Roe", "Ann"),), ())
    assert edited.event_title == "Symposium on Tides"
    written = read("245 10 $a A /$c Jo Poe", "100 1# $a Poe, Jo", "700 1# $a Roe, Ann")
    assert (written.author, written.contributor) == ((Name("Poe", "Jo"),), (Name("Roe", "Ann"),))


def test_who_is_added_twice_is_named_once():
    again = ("700 1# $a Roe, Ann", "700 1# $a Roe, Ann", "720 ## $a Roe, Ann $4 aut")
    item = read("245 10 $a A /$c Jo Poe, Ann Roe", "100 1# $a Poe, Jo", *again)
    assert (item.author, item.contributor) == ((Name("Poe", "Jo"), Name("Roe", "Ann")), ())


def test_a_meeting_with_the_main_entry_is_no_author():
    item = read("245 10 $a A", "111 2# $a Tide Talks $c Oslo", "700 1# $a Roe, Ann")
    assert (item.author, item.editor, item.event_title) == ((), (Name("Roe", "Ann"),), "Tide Talks")


def test_without_a_title_page_an_added_person_is_an_author_and_a_body_is_not():
    item = read("245 10 $a A", "100 1# $a Poe, Jo", "700 1# $a Roe, Ann", "710 2# $a Tide Council")
    assert item.author == (Name("Poe", "Jo"), Name("Roe", "Ann"))
    assert item.contributor == (Name(literal="Tide Council"),)


def test_who_has_the_main_entry_is_an_author_whatever_they_did():
    item = read("245 10 $a A", "100 1# $a Poe, Jo,$e compiler.")
    assert (item.author, item.compiler) == ((Name("Poe", "Jo"),), ())


STATEMENTS = (
    ("Jo Poe, Ann Roe.", "author"),
    ("Jo Poe ; edited by Ann Roe", "editor"),
    ("Jo Poe, Ann Roe (eds.)", "editor"),
    ("Jo Poe ; aus dem Englischen von Ann Roe", "translator"),
    ("by Jo Poe ; with drawings by Ann Roe", "illustrator"),
    ("by Jo Poe ; with a foreword by Ann Roe", "contributor"),
    ("by Jo Poe", "contributor"),
)


@pytest.mark.parametrize(("statement", "variable"), STATEMENTS)
def test_the_title_page_tells_what_somebody_did(statement, variable):
    item = read(f"245 10 $a A /$c {statement}", "100 1# $a Poe, Jo", "700 1# $a Roe, Ann.")
    assert getattr(item, variable)[-1] == Name("Roe", "Ann")


def test_a_stop_before_other_punctuation_ends_a_short_form():
    item = read("245 10 $a A", "260 ## $a Reading, Mass. :$b Fjord, Inc., $c 2000.")
    assert (item.publisher_place, item.publisher) == ("Reading, Mass.", "Fjord, Inc.")


def test_all_places_and_publishers():
    item = read("245 10 $a A", "260 ## $a Oslo ;$a New York :$b Fjord ;$b Lame, $c 2000.")
    assert (item.publisher_place, item.publisher) == ("Oslo; New York", "Fjord; Lame")


def test_the_medium_of_what_is_heard():
    assert read("245 10 $a A $h [sound recording] /$c B", leader="00000cjm a22").medium == "sound recording"
    assert read("245 10 $a A $h [microform] /$c B").medium is None


def test_relators_as_codes_and_words():
    item = read(
        "245 00 $a A",
        "700 1# $a Roe, Ann $4 trl",
        "700 1# $a Poe, Jo $e Herausgeber.",
        "700 1# $a Lee, Bo $4 http://id.loc.gov/vocabulary/relators/ill",
        "700 1# $a Poe, Li, $e joint ed.",
        "720 ## $a Li Lo $e author",
    )
    assert item.author == (Name(literal="Li Lo"),)
    assert item.translator == (Name("Roe", "Ann"),)
    assert item.editor == (Name("Poe", "Jo"), Name("Poe", "Li"))
    assert item.illustrator == (Name("Lee", "Bo"),)


WHERE = (
    ("$g Bd. 12 (2003), Heft 2, S. 45-60", ("12", "2", "45-60")),
    ("$g volume:12 $g year:2003 $g number:2 $g pages:45-60", ("12", "2", "45-60")),
    ("$g 12(2003), 2, Seite 45-60", ("12", "2", "45-60")),
    ("$q 12:2<45-60", ("12", "2", "45-60")),
    ("$g Vol. 12, no. 2 (May 2003), p. 45-60", ("12", "2", "45-60")),
)


@pytest.mark.parametrize(("told", "numbers"), WHERE)
def test_where_an_article_stands(told, numbers):
    item = read("245 10 $a A", f"773 0# $t Tides $x 1234-5679 {told}", leader="00000caa a22")
    assert (item.volume, item.issue, item.page) == numbers
    assert (item.container_title, item.ISSN, item.type) == ("Tides", "1234-5679", ItemType.ARTICLE_JOURNAL)


WITHOUT_WORDS = (
    ("$g 12:3 (1998) 45-60", ("12", "3", "45-60")),
    ("$g 1998, 45-60", (None, None, "45-60")),
    ("$g 1998-2001", (None, None, None)),
)


@pytest.mark.parametrize(("told", "numbers"), WITHOUT_WORDS)
def test_where_an_article_stands_without_words(told, numbers):
    item = read("245 10 $a A", f"773 0# $t Tides {told}", leader="00000naa a22")
    assert (item.volume, item.issue, item.page) == numbers


def test_the_month_of_an_issue():
    host = "773 0# $t Tides $g Vol. 12 (Mar. 1998)"
    assert read("245 10 $a A", "264 #1 $c 1998", host, leader="00000nab a22").issued == Date((1998, 3))
    assert read("245 10 $a A", "264 #1 $c 2001", host, leader="00000nab a22").issued == Date((2001,))


def test_the_imprint_of_a_book_that_holds_a_chapter():
    item = read("245 10 $a A", "773 0# $t Seas $d Oslo : Fjord, 2001 $z 0306406152", leader="00000nab a22")
    assert (item.type, item.publisher_place, item.publisher, item.issued) == (
        ItemType.CHAPTER,
        "Oslo",
        "Fjord",
        Date((2001,)),
    )


def test_a_paper_of_a_meeting_and_who_edited_it():
    host = "773 0# $7 m2am $a Tide Talks $t Papers. Edited by Jo Poe and Bo Lee."
    item = read("245 10 $a A", host, leader="00000naa a22")
    assert (item.type, item.event_title, item.container_title) == (
        ItemType.PAPER_CONFERENCE,
        "Tide Talks",
        "Papers",
    )
    assert item.editor == (Name("Poe", "Jo"), Name("Lee", "Bo"))


def test_a_date_of_copyright_alone():
    assert read("245 10 $a A", "264 #4 $c ©1998").issued == Date((1998,))


def test_the_author_of_what_holds_a_chapter():
    item = read(
        "245 10 $a A", "773 0# $a Poe, Jo $t Whole $d Oslo, 2003 $z 0306406152", leader="00000caa a22"
    )
    assert (item.container_author, item.container_title) == ((Name("Poe", "Jo"),), "Whole")
    assert (item.ISBN, item.issued) == ("0306406152", Date((2003,)))


THESES = (
    ("$a Thesis (Ph. D.)--University of Oslo, 1999.", ("Ph. D.", "University of Oslo")),
    ("$b Dissertation $c Universität Wien $d 1999", ("Dissertation", "Universität Wien")),
    ("$a Zugl.: Berlin, Freie Univ., Diss., 1999", ("Diss", "Freie Univ")),
)


@pytest.mark.parametrize(("told", "facts"), THESES)
def test_a_thesis(told, facts):
    item = read("245 10 $a A", f"502 ## {told}")
    assert (item.genre, (item.publisher or "").rstrip("."), item.issued) == (*facts, Date((1999,)))


def test_subject_headings_part_by_part():
    item = read(
        "245 10 $a A", "650 #0 $a Missions $z Paraguay $v Early works", "600 10 $a Roe, Ann, $d 1848-1914."
    )
    assert item.keyword == "Roe, Ann, Missions, Early works, Paraguay"


def test_words_and_forms_are_keywords_too():
    item = read("245 10 $a A", "653 ## $a tides $a moon.", "655 #7 $a Diaries. $2 lcgft")
    assert item.keyword == "tides, moon, Diaries"


def test_the_shelf_mark_of_the_copy_before_the_class():
    assert (
        read("245 10 $a A", "050 ## $a F2681 $b .X3", "852 8# $k VAULT $h 1343 $i .J5").call_number
        == "VAULT 1343 .J5"
    )
    assert read("245 10 $a A", "050 ## $a F2681 $b .X3").call_number == "F2681 .X3"
    assert read("245 10 $a A", "050 ## $a F2681 $b .X3", "090 ## $a F26 $b .X4").call_number == "F26 .X4"


def test_what_is_not_sorted_is_part_of_the_title():
    assert read("245 14 $a <<The >>letters :$b a selection /$c by J. Poe").title == "The letters: a selection"


def test_size_and_volumes():
    item = read("245 10 $a A", "300 ## $a 3 v. (xi, 240 p.) :$b ill.")
    assert (item.number_of_volumes, item.number_of_pages) == ("3", "240")


def test_unimarc():
    item = read(
        "200 1# $a Marées $e essai $f Ann Roe",
        "700 #1 $a Roe $b Ann $4 070",
        "701 #1 $a Poe $b Jo",
        "702 #1 $a Lee $b Bo $4 730",
        "214 #0 $a Nantes $c Lame $d 2003",
        "410 ## $t Mers $v 4",
        "606 ## $a Marées $x Histoire",
    )
    assert read("200 1# $a Marées $d Tides $e an essay").title == "Marées"
    assert (item.title, item.author) == ("Marées: essai", (Name("Roe", "Ann"), Name("Poe", "Jo")))
    assert item.translator == (Name("Lee", "Bo"),)
    assert (item.publisher, item.publisher_place, item.issued) == ("Lame", "Nantes", Date((2003,)))
    assert (item.collection_title, item.collection_number, item.keyword) == ("Mers", "4", "Marées, Histoire")


def test_an_article_of_unimarc():
    item = read("200 1# $a A", "463 ## $t Tides $v 12 $x 1234-5679", leader="00000naa a22")
    assert (item.type, item.container_title, item.volume) == (ItemType.ARTICLE_JOURNAL, "Tides", "12")


def test_pica_is_not_marc():
    pica = '<records><record><datafield tag="021A"><subfield code="a">A title</subfield></datafield></record></records>'
    reading = parse_marcxml(pica)
    assert (reading.items, reading.flaws[0].message) == ((), "this XML has no MARC records")
