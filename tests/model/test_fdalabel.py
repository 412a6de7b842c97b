import pytest

from refs.model.fdalabel import normalise_label_url, read_label_url

BASE = "https://www.accessdata.fda.gov/drugsatfda_docs/label"
SHAPES = [
    ("2023/021121s049lbl.pdf", {"021121": (49,)}),
    ("2021/125057s0110lbl.pdf", {"125057": (110,)}),
    ("2019/206321Orig1s000lbl.pdf", {"206321": (0,)}),
    ("2014/022115s031s032lbl.pdf", {"022115": (31, 32)}),
    ("2012/018081s067,018082s050lbl.pdf", {"018081": (67,), "018082": (50,)}),
    ("2012/018081s067_018082s050lbl.pdf", {"018081": (67,), "018082": (50,)}),
    ("2010/020699s054,057lbl.pdf", {"020699": (54, 57)}),
    ("2010/020118s022,s023lbl.pdf", {"020118": (22, 23)}),
    ("2002/21071s012lbl.pdf", {"021071": (12,)}),
    ("2002/19452s17lbl.pdf", {"019452": (17,)}),
    ("2005/021602lbl.pdf", {"021602": ()}),
    ("2003/20519slr005_name_lbl.pdf", {"020519": (5,)}),
    ("2003/20778se8-018,20779slr039_Name_lbl.pdf", {"020778": (18,), "020779": (39,)}),
    ("2000/21-137_Name_Prntlbl.pdf", {"021137": ()}),
    ("2000/20-154s029_20-155s021_Name.cfm", {"020154": (29,), "020155": (21,)}),
    ("2000/20780S08LBL.PDF", {"020780": (8,)}),
    ("2015/020592s062021086s040021253s048lbl.pdf", {"020592": (62,), "021086": (40,), "021253": (48,)}),
    ("2014/020937s02420975s2520976s26lbl.pdf", {"020937": (24,), "020975": (25,), "020976": (26,)}),
    ("2000/50722005LBL.PDF", {"050722": (5,)}),
    ("2022/215866Orig1s010, s015, s022ltr.pdf", {"215866": (10, 15, 22)}),
    ("2003/etanimm060503LB.pdf", {"103795": ()}),
    ("2018/209816_209817lbl.pdf", {"209816": (), "209817": ()}),
]


@pytest.mark.parametrize(("name", "expected"), SHAPES)
def test_the_applications_in_a_name(name, expected):
    label = read_label_url(f"{BASE}/{name}")
    assert {each.number: each.supplements for each in label.applications} == expected
    assert label.year == int(name[:4])
    assert label.confident is (label.year > 2004 or len(expected) > 1)


UNSURE = [
    "1998/inflxxx082498lb.pdf",
    "1998/119766-s28.cfm",
    "2005/013684s092,et al_lbl.pdf",
    "2005/name_lbl.pdf",
    "2012/019999s096lbl.pdf",
    "2015/050999s056lbl.pdf",
    "2014/022255s026,022254s019,022255s012lbl.pdf",
    "2018/208004s002lbl.pdf",
    "2019/021121s049,020999s002lbl.pdf",
]


@pytest.mark.parametrize("name", UNSURE)
def test_what_cannot_be_explained_is_not_stated_with_confidence(name):
    assert read_label_url(f"{BASE}/{name}").confident is False


def test_other_addresses_are_no_labels():
    assert read_label_url("https://example.org/drugsatfda_docs/label/2023/021121s049lbl.pdf") is None
    assert read_label_url("https://www.fda.gov/drugs/") is None
    assert (
        read_label_url(
            "https://www.accessdata.fda.gov/scripts/cder/daf/index.cfm?event=x&ApplNo=021121"
        ).application
        == "021121"
    )


def test_labels_are_compared_as_https_with_escaped_blanks():
    url = "http://accessdata.fda.gov/drugsatfda_docs/label/2018/a b.pdf"
    assert normalise_label_url(url) == f"{BASE}/2018/a%20b.pdf"
