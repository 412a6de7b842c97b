import json

THINGS = (
    "10.1176/appi.ps.201800321",
    "NBK556010",
    "PMC8583742",
    "https://www.accessdata.fda.gov/drugsatfda_docs/label/2021/017533s061lbl.pdf",
)


def test_four_kinds_of_identifier_become_four_records(refs):
    done = refs("add", *THINGS, "--json")
    assert done.exit_code == 0, done.output
    titles = [item["title"] for item in json.loads(done.stdout)]
    assert titles == [
        "Benzodiazepine Use and Misuse Among Adults in the United States",
        "Clonazepam",
        "Drug dependence is not addiction—and it matters",
        "Klonopin (clonazepam)",
    ]


def test_adding_twice_adds_once(refs):
    refs("add", "NBK556010")
    assert refs("add", "https://www.ncbi.nlm.nih.gov/books/NBK556010/").stdout.startswith("known")
    assert len(json.loads(refs("list", "--json").stdout)) == 1


def test_offline_it_stores_what_is_known_and_refresh_completes_it(refs):
    done = refs("--offline", "add", "10.1176/appi.ps.201800321")
    assert done.exit_code == 0
    assert "lacks title" in done.stdout
    assert "refs refresh" in done.stdout
    assert len(json.loads(refs("list", "--unresolved", "--json").stdout)) == 1
    assert refs("refresh").stdout.startswith("complete")
    assert json.loads(refs("list", "--unresolved", "--json").stdout) == []


def test_what_was_answered_before_is_known_offline_with_its_date(refs, monkeypatch):
    refs("add", "NBK556010")
    before = [
        line for line in refs("show", "NBK556010", "--provenance").stdout.splitlines() if "StatPearls" in line
    ]
    done = refs("--offline", "--library", "other.db", "add", "NBK556010")
    assert done.stdout.startswith("added")
    assert before
    assert set(before) <= set(
        refs("--library", "other.db", "show", "NBK556010", "--provenance").stdout.splitlines()
    )
    monkeypatch.setenv("REFS_CACHE", "off")
    assert "lacks title" in refs("--offline", "--library", "third.db", "add", "NBK556010").stdout


def test_one_bad_thing_costs_one_thing(refs):
    done = refs("add", "NBK55601O", "10.1176/does.not.exist", "PMC8583742")
    assert done.exit_code == 1
    assert "'NBK55601O' is no identifier that refs knows" in done.stderr
    assert "does not know doi:10.1176/does.not.exist" in done.stderr
    assert [row["id"] for row in json.loads(refs("list", "--json").stdout)] == ["szalavitz2021"]


def test_a_file_is_read_entry_by_entry(refs, tmp_path):
    (tmp_path / "two.json").write_text(
        '[{"id": "a", "title": "A title"}, 7, {"id": "b", "title": "B title"}]'
    )
    done = refs("add", "two.json", "--tag", "spring")
    assert done.exit_code == 0
    assert "entry 2 is no object" in done.stderr
    assert [row["id"] for row in json.loads(refs("list", "--tag", "spring", "--json").stdout)] == ["a", "b"]


def test_an_answer_of_a_service_is_read_from_a_file(refs, tmp_path):
    path = tmp_path / "pubmed.xml"
    path.write_text(
        "<PubmedArticleSet><PubmedArticle><MedlineCitation><PMID>7</PMID><Article><ArticleTitle>Beds.</ArticleTitle>"
        "</Article></MedlineCitation></PubmedArticle></PubmedArticleSet>"
    )
    result = refs("add", str(path))
    assert result.exit_code == 0
    assert "Beds" in result.stdout


def test_a_missing_file_is_named(refs):
    done = refs("add", "nowhere.bib")
    assert done.exit_code == 1
    assert "nowhere.bib cannot be read: there is no such file" in done.stderr


def test_a_dash_reads_stdin(refs):
    assert refs("add", "-", input="NBK556010\n\nPMC8583742\n").stdout.count("added") == 2


def test_a_printed_reference_is_read(refs):
    text = "Basit, H., & Kahwaji, C. I. (2023, May 13). Clonazepam. StatPearls. https://www.ncbi.nlm.nih.gov/books/NBK556010/"
    assert refs("add", text).stdout.startswith("added       basit2023")
