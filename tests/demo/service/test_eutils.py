import xml.etree.ElementTree as ET

import pytest

BASE = "https://eutils.ncbi.nlm.nih.gov/entrez/eutils"
SEARCHES = [
    ("pubmed", "10.1176/appi.ps.201800321[doi]", ["30554562"]),
    ("pubmed", "PMC8583742[pmcid]", ["34751058"]),
    ("pubmed", "NBK556010[bookaccession]", ["32310470"]),
    ("pubmed", '"NBK556010"[All Fields]', ["32310470"]),
    ("pubmed", "34306882[uid]", ["34306882"]),
    ("pubmed", "addiction part I benzodiazepines side effects[title]", ["10779253"]),
    ("pubmed", "polysomnographic AND melatonin", ["38421131"]),
    ("pmc", "PMC8294026[pmcid]", ["8294026"]),
    ("books", "NBK556010[accession]", ["4556010"]),
    ("pubmed", "nobody wrote this", []),
    ("pubmed", "", []),
]


@pytest.mark.parametrize(("database", "term", "uids"), SEARCHES)
def test_a_search_finds_by_id_and_by_words(ask, database, term, uids):
    found = ask(f"{BASE}/esearch.fcgi?db={database}&term={term}&retmode=json").json["esearchresult"]
    assert (found["idlist"], found["count"]) == (uids, str(len(uids)))


def test_a_search_answers_in_xml_as_well(ask):
    tree = ET.fromstring(ask(f"{BASE}/esearch.fcgi?db=pubmed&term=NBK556010").body)
    assert [each.text for each in tree.findall("IdList/Id")] == ["32310470"]


def test_the_chapter_has_the_dates_of_statpearls(ask):
    tree = ET.fromstring(ask(f"{BASE}/efetch.fcgi?db=pubmed&id=32310470&retmode=xml").body)
    chapter = tree.find("PubmedBookArticle/BookDocument")
    assert chapter.findtext("ArticleIdList/ArticleId") == "NBK556010"
    assert chapter.findtext("ArticleTitle") == "Clonazepam"
    assert [each.text for each in chapter.find("ContributionDate")] == ["2023", "05", "13"]
    assert [each.text for each in chapter.findall("AuthorList/Author/LastName")] == ["Basit", "Kahwaji"]
    assert chapter.findtext("Book/PubDate/Year") == "2025"


def test_articles_are_fetched_together_and_unknown_ids_left_out(ask):
    tree = ET.fromstring(
        ask(f"{BASE}/efetch.fcgi", "POST", body="db=pubmed&id=30554562,1,10779253&retmode=xml").body
    )
    assert [each.findtext("MedlineCitation/PMID") for each in tree] == ["30554562", "10779253"]


def test_the_retraction_stands_in_the_record(ask):
    tree = ET.fromstring(ask(f"{BASE}/efetch.fcgi?db=pubmed&id=9500320").body)
    kinds = [each.get("RefType") for each in tree.iter("CommentsCorrections")]
    assert kinds == ["PartialRetractionIn", "RetractionIn"]
    assert "Retracted Publication" in [each.text for each in tree.iter("PublicationType")]


def test_summaries_tell_unknown_ids_apart(ask):
    result = ask(f"{BASE}/esummary.fcgi?db=pubmed&id=34751058,999999&retmode=json").json["result"]
    assert result["uids"] == ["34751058", "999999"]
    assert result["34751058"]["volume"] == "53"
    assert "cannot get document summary" in result["999999"]["error"]


@pytest.mark.parametrize(
    ("database", "uid", "title"),
    [("pmc", "8583742", "Drug dependence is not"), ("books", "4556010", "Clonazepam")],
)
def test_summaries_of_other_databases(ask, database, uid, title):
    assert (
        ask(f"{BASE}/esummary.fcgi?db={database}&id={uid}&retmode=json")
        .json["result"][uid]["title"]
        .startswith(title)
    )


def test_pmc_gives_jats(ask):
    tree = ET.fromstring(ask(f"{BASE}/efetch.fcgi?db=pmc&id=8294026").body)
    assert tree.findtext("article/front/article-meta/title-group/article-title").startswith(
        "Benzodiazepine Misuse"
    )


def test_links_from_pubmed_to_pmc(ask):
    tree = ET.fromstring(ask(f"{BASE}/elink.fcgi?dbfrom=pubmed&db=pmc&id=34306882").body)
    assert tree.findtext("LinkSet/LinkSetDb/Link/Id") == "8294026"
    assert (
        ET.fromstring(ask(f"{BASE}/elink.fcgi?dbfrom=pubmed&db=pmc&id=28328330").body).find(".//LinkSetDb")
        is None
    )
