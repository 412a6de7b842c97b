import pytest
from hypothesis import given
from hypothesis import strategies as st

from refs.model.flaw import FlawCode
from refs.parse.reference import parse_reference


def test_an_apa_web_page_is_read():
    item = parse_reference(
        "Clonazepam (oral route). (2025, July 1). Mayo Clinic. Retrieved July 27, 2025, from https://www.mayoclinic.org/drugs"
    ).item
    assert (item.title, item.container_title) == ("Clonazepam (oral route)", "Mayo Clinic")
    assert (str(item.issued), str(item.accessed)) == ("2025-07-01", "2025-07-27")
    assert item.URL == "https://www.mayoclinic.org/drugs"


def test_a_garbled_year_is_a_flaw_and_no_date():
    text = "Controlled Substances (pp. 1–3). (24 C.E.). Retrieved July 27, 2025, from https://www.deadiversion.usdoj.gov/c.pdf"
    parsed = parse_reference(text)
    (flaw,) = parsed.flaws
    assert flaw.code is FlawCode.BAD_DATE
    assert text[flaw.start : flaw.end] == "(24 C.E.)"
    assert parsed.item.issued is None


def test_a_garbled_name_is_a_flaw_and_no_author():
    text = "Professional, C. C. M. (2025a, March 19). Sleep. Cleveland Clinic. https://my.clevelandclinic.org/health/1"
    parsed = parse_reference(text)
    (flaw,) = parsed.flaws
    assert flaw.code is FlawCode.BAD_NAME
    assert text[flaw.start : flaw.end] == "Professional, C. C. M."
    assert parsed.item.author == ()
    assert parsed.printed.author[0].family == "Professional"


def test_an_organisation_turned_round_is_a_flaw_and_no_author():
    text = "Research, C. for D. E. and. (2020, September 23). Sleeping pills. FDA. https://www.fda.gov/drugs/pills"
    parsed = parse_reference(text)
    (flaw,) = parsed.flaws
    assert flaw.code is FlawCode.BAD_NAME
    assert text[flaw.start : flaw.end].startswith("Research, C. for D. E. and")
    assert parsed.item.author == ()
    assert parsed.printed.author[0].family == "Research"


@pytest.mark.parametrize(
    ("words", "accessed"),
    [
        ("Accessed via PubMed on 22 Mar 2021.", "2021-03-22"),
        ("Retrieved 14:02, May 9, 2024, from https://www.sleep.org/", "2024-05-09"),
        ("Web. 9 Mar. 2022. <https://www.sleep.org/pdf/sleep.pdf>.", "2022-03-09"),
    ],
)
def test_the_day_of_reading_is_found(words, accessed):
    item = parse_reference(f'Hart M. "Sleep and you." Sleep Help, 2019. {words}').item
    assert str(item.accessed) == accessed


def test_an_editor_in_brackets_is_no_site():
    item = parse_reference(
        "Hart, M. (2021, June 29). Sedative abuse. (J. Casarella, Ed.). WebMD. https://www.webmd.com/sedatives"
    ).item
    assert (item.container_title, item.type) == ("WebMD", "webpage")
    assert str(item.editor[0]) == "J. Casarella"


@given(st.text(max_size=10_000))
def test_any_text_is_read(text):
    parse_reference(text)


HOSTILE = [
    "(" * 9000,
    "a." * 5000,
    "1" * 10_000,
    "A. " * 3300,
    "10." + "1" * 9990,
    "http://" + "(" * 9000,
    "[" * 5000 + "]" * 5000,
    " " * 10_000,
    "“" * 9000 + "”",
    "1, no. " * 1400,
    "X (A. B. " * 1100,
    "Accessed via a " * 660,
    "Research, C. for D. E. and " * 370,
    "a.com. " * 1400,
    "[version 1; " * 800,
    "1.1 (" * 2000,
]


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_is_read_in_time(text):
    parse_reference(text)
