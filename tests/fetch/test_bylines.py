"""Bylines taken apart, and what in them is nobody."""

import pytest

from refs.fetch.webpage.nobody import holds_site, is_nobody, is_ours
from refs.fetch.webpage.splitting import split_names
from refs.fetch.webpage.wording import names_seen

SPLIT = [
    ("By Ada Byron and John Roe, MD", ["Ada Byron", "John Roe"]),
    ("Ada Byron, MPH, RDN, CSCS and Mary Doe, FNP-C", ["Ada Byron", "Mary Doe"]),
    ("Ada Byron, MPH in Nutrition, CHN", ["Ada Byron"]),
    ("ADA BYRON, JOHN ROE and MARY DOE", ["ADA BYRON", "JOHN ROE", "MARY DOE"]),
    ("By ADA BYRON, AP Medical Writer", ["ADA BYRON"]),
    ("ADA BYRON Associated Press", ["ADA BYRON"]),
    ("Ada Byron, The Associated Press", ["Ada Byron", "The Associated Press"]),
    ("Ada Byron, The Plain Paper", ["Ada Byron"]),
    ("Ada Byron, CNN Editor-at-large", ["Ada Byron"]),
    ("Ada Byron, Northern Media Group", ["Ada Byron"]),
    ("Ada Byron, Live Wire Contributor", ["Ada Byron"]),
    ("Ada Byron, Washington", ["Ada Byron"]),
    (
        "Ada Byron, Registered Dietitian and John Roe, Board-Certified Dermatologist",
        ["Ada Byron", "John Roe"],
    ),
    ("Ada Byron, RN, Nurse Practitioner", ["Ada Byron"]),
    ("Ada Byron, foodstylist", ["Ada Byron"]),
    ("Ada Byron and Mike", ["Ada Byron", "Mike"]),
    ("Ada Byron for The Fine Kitchen", ["Ada Byron"]),
    ("Ada Byron (The Fine Kitchen)", ["Ada Byron"]),
    ("Byron, Ada; Roe, John A.", ["Ada Byron", "John A. Roe"]),
    ("Byron, A. L., Roe, J.-P. and Doe, M.", ["A. L. Byron", "J.-P. Roe", "M. Doe"]),
    (
        "European Centre for Disease Prevention and Control",
        ["European Centre for Disease Prevention and Control"],
    ),
    ("U.S. Food and Drug Administration", ["U.S. Food and Drug Administration"]),
    ("Department of Health and Human Services", ["Department of Health and Human Services"]),
    (
        "Substance Abuse and Mental Health Services Administration",
        ["Substance Abuse and Mental Health Services Administration"],
    ),
    (
        "National Institutes of Health and the Imaginary Fund",
        ["National Institutes of Health", "the Imaginary Fund"],
    ),
    ("University of Oxford and University of Cambridge", ["University of Oxford", "University of Cambridge"]),
    ("Ada Byron and Mayo Clinic", ["Ada Byron", "Mayo Clinic"]),
    ("Reuters, Washington", ["Reuters"]),
    ("Associated Press in Valencia", ["Associated Press"]),
    ("World Health Organization, Geneva", ["World Health Organization"]),
    ("Ada Byron and AFP", ["Ada Byron", "AFP"]),
    ("Fine Foods Co., Inc", ["Fine Foods Co., Inc"]),
    ("Recipe by Ada Byron", ["Ada Byron"]),
    ("Autorin/Autor Ada Byron", ["Ada Byron"]),
    ("Skrevet av Ada Byron", ["Ada Byron"]),
    ("Автор: Ада Байрон", ["Ада Байрон"]),
    ("編集委員 山田太郎", ["山田太郎"]),
    ("김영희 기자", ["김영희"]),
    ("Medically reviewed by John Roe, MD", []),
    ("Written by Ada Byron, medically reviewed by John Roe, MD", ["Ada Byron"]),
]


@pytest.mark.parametrize(("text", "names"), SPLIT)
def test_a_byline_is_taken_apart(text, names):
    assert [str(name) for name in split_names(text)] == names


SEEN = [
    ("by Ada Byron Hjel 17 Comments", ["Ada Byron Hjel"]),
    ("Ada Byron December 16, 2016", ["Ada Byron"]),
    ("Print Ada Byron", ["Ada Byron"]),
    ("Ada Byron ／ May 4", ["Ada Byron"]),
    ("责任编辑：张三", []),
    ("作者：张三", ["张三"]),
    ("张三 发布时间：2019-09-07", ["张三"]),
    ("FINEMIX ® RECIPE", []),
]


@pytest.mark.parametrize(("text", "names"), SEEN)
def test_a_byline_is_read_as_it_is_printed(text, names):
    assert [str(name) for name in names_seen(text)] == names


NOBODY = [
    "Fine Paper Staff", "Editorial", "siteadmin", "User Admin", "Redazione", "Redacción", "Fine Food Redaktion", "Reporter",
    "See All Articles", "Get author RSS feed", "Last Name", "Twitter", "Fine Contributor", "Multiple Sources", "den Montag",
    "未知", "@ada", "https://example.org/ada", "Fine Paper Business",
]  # fmt: skip


@pytest.mark.parametrize("text", NOBODY)
def test_nobody_is_named(text):
    assert is_nobody(text, {"finepaper"})


@pytest.mark.parametrize(
    "text", ["Ada Byron", "Edith Editora", "Fine Paper Roe", "World Health Organization", "张三"]
)
def test_somebody_is_named(text):
    assert not is_nobody(text, {"finepaper"})


def test_the_site_speaks_of_itself():
    assert is_ours("Fine Paper", {"finepaper"})
    assert is_ours("Fine Paper News", {"finepaper"})
    assert is_ours("Plain Editorial Team", {"finepaper"})
    assert holds_site("About Fine Paper", {"finepaper"})
    assert holds_site("Fine Paper Fine Paper", {"finepaper"})
    assert not holds_site("Ada Paper", {"paper"})
