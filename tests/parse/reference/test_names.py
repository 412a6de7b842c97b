import pytest

from refs.parse.reference.names import read_names

PEOPLE = [
    ("Basit, H., & Kahwaji, C. I.", ["H. Basit", "C. I. Kahwaji"]),
    ("Chou R, de Leon-Casasola OA, et al", ["R Chou", "OA de Leon-Casasola"]),
    ("Y. Zhu, Q. Wang, and L. Zhang", ["Y. Zhu", "Q. Wang", "L. Zhang"]),
    ("Koch, Clarissa M, and Stephen F Chiu", ["Clarissa M Koch", "Stephen F Chiu"]),
    ("Anna Holt, M.D., and Keith Hume, Ph.D.", ["Anna Holt", "Keith Hume"]),
    ("Rickels, K.; Case, W.G.", ["K. Rickels", "W.G. Case"]),
    ("Griffin CE 3rd, Kaye AM", ["CE Griffin, 3rd", "AM Kaye"]),
    ("Nutt DJ and Malizia AL", ["DJ Nutt", "AL Malizia"]),
    ("Lydiard, R. Bruce.", ["R. Bruce Lydiard"]),
    ("Fouchier R., Kawaoka Y. & 36 co-authors", ["R. Fouchier", "Y. Kawaoka"]),
    ("Dr. Jane Smith", ["Jane Smith"]),
    ("Rosen, J. F., & Poll, M. H. (Chairs).", ["J. F. Rosen", "M. H. Poll"]),
    ("Cafasso J, Legg TJ (medical reviewer)", ["J Cafasso", "TJ Legg"]),
    ("Goodwin RD, Hasin DS", ["RD Goodwin", "DS Hasin"]),
    ("Jane Goodwin RD and Amy Hasin PhD", ["Jane Goodwin", "Amy Hasin"]),
    ("Smith, J. (Producer), & Doe, A. (Director)", ["J. Smith", "A. Doe"]),
    ("Torres, Eduardo, and Wen Li.", ["Eduardo Torres", "Wen Li"]),
    ("Kennedy C; Leiden Skin Cancer Study", ["C Kennedy", "Leiden Skin Cancer Study"]),
]
ORGANISATIONS = [
    "U.S. Food and Drug Administration (FDA)",
    "Federal Ministry of Health, Nigeria",
    "Agence nationale de sécurité du médicament",
    "Alcoholics Anonymous World Services",
    "Healthdirect Australia",
    "U.S. Customs and Border Protection",
    "NIDA",
]


@pytest.mark.parametrize(("text", "expected"), PEOPLE)
def test_people_are_told_apart(text, expected):
    assert [str(name) for name in read_names(text)[0]] == expected


@pytest.mark.parametrize("text", ORGANISATIONS)
def test_an_organisation_stays_whole(text):
    (name,) = read_names(text)[0]
    assert name.literal == text


def test_a_list_that_was_cut_is_told():
    assert read_names("Whelton PK, et al")[1]
