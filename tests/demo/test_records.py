"""The fetcher finds the records of the small web: the same code as live, only the address differs."""

import pytest

from refs.model.identifier import parse_identifier

fetcher = pytest.importorskip("refs.fetch.fetcher")
http = pytest.importorskip("refs.fetch.http")

LABEL = "https://www.accessdata.fda.gov/drugsatfda_docs/label/2021/017533s061lbl.pdf"
MAYO = "https://www.mayoclinic.org/drugs-supplements/clonazepam-oral-route/description/drg-20072102"
GABA = "https://my.clevelandclinic.org/health/articles/22857-gamma-aminobutyric-acid-gaba"
AFP = "https://www.aafp.org/afp/2000/0401/p2121.html"
FOUND = [
    ("10.1176/appi.ps.201800321", "article-journal", "Benzodiazepine Use and Misuse Among Adults", "Maust"),
    ("10.1097/MD.0000000000002881", "article-journal", "A Case Report of Clonazepam Dependence", "Kacirova"),
    ("10.1016/j.biopha.2024.116329", "article-journal", "Exploring clinical applications", "Chang"),
    ("10.1111/cns.14569", "article-journal", "Polysomnographic features", "Mogavero"),
    ("10.1007/978-3-540-74806-9_16", "chapter", "Midazolam and Other Benzodiazepines", "Olkkola"),
    ("NBK556010", "chapter", "Clonazepam", "Basit"),
    ("PMC8583742", "article-journal", "Drug dependence is not addiction", "Szalavitz"),
    ("PMC8294026", "article-journal", "Benzodiazepine Misuse: An Epidemic", "Sarangi"),
    ("pmid:10779253", "article-journal", "Addiction: part I", "Longo"),
    ("https://pubmed.ncbi.nlm.nih.gov/29760253/", "article-journal", "Deprescribing", "Pottie"),
    ("isbn:9780890425763", "book", "Diagnostic and Statistical Manual", "American Psychiatric Association"),
    (LABEL, "report", "Klonopin", "Roche"),
    ("acbce0e8-5098-4785-943b-8bdb5ff17fab", "report", "Klonopin", "H2-Pharma, LLC"),
    (MAYO, "webpage", "Clonazepam (oral route)", None),
    (GABA, "webpage", "Gamma-Aminobutyric Acid (GABA)", None),
    (AFP, "article-journal", "Addiction: Part I", "Longo"),
]
MISSING = ["10.1000/nobody", "PMC1", "NBK999999", "pmid:99999999", "arxiv:2104.12255", "NCT00000102"]


@pytest.fixture
def fetch(running):
    client = http.Http(running.services, sleep=lambda _: None)
    yield lambda name: fetcher.Fetcher(client).fetch(parse_identifier(name))
    client.close()


@pytest.mark.parametrize(("name", "kind", "title", "author"), FOUND, ids=[row[0] for row in FOUND])
def test_an_identifier_gives_its_record(fetch, name, kind, title, author):
    item = fetch(name).item
    assert item.type == kind
    assert item.title.startswith(title)
    first = item.author[0] if item.author else None
    assert (first and (first.family or first.literal)) == author


@pytest.mark.parametrize("name", MISSING)
def test_what_nobody_knows_is_missing(fetch, name):
    assert fetch(name).outcome == "missing"


def test_a_wall_says_nothing_about_the_page(fetch):
    assert fetch("https://www.dea.gov/drug-information/drug-scheduling").outcome == "not-now"


def test_the_chapter_has_the_day_of_its_revision(fetch):
    assert fetch("NBK556010").item.issued.parts == (2023, 5, 13)


def test_the_newer_label_and_the_retraction_are_told(fetch):
    assert [notice.kind for notice in fetch(LABEL).notices] == ["newer-label"]
    assert [notice.kind for notice in fetch("10.1016/S0140-6736(97)11096-0").notices] == [
        "retraction",
        "correction",
    ]
