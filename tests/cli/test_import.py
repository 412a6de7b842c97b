"""``refs import``: what a file may hold, where each field is said to be from, and what is wrong in a sentence."""

import json

import pytest

from refs.library.importing import Source, import_file

CROSSREF = {
    "status": "ok",
    "message-type": "work",
    "message": {
        "DOI": "10.5555/fever",
        "type": "journal-article",
        "title": ["Fever of examples"],
        "author": [{"given": "Ada", "family": "Byron"}],
        "issued": {"date-parts": [[2020, 3]]},
    },
}
PUBMED = """<PubmedArticleSet><PubmedArticle><MedlineCitation><PMID>99000002</PMID><Article>
<Journal><JournalIssue><PubDate><Year>1998</Year></PubDate></JournalIssue></Journal><ArticleTitle>On cold.</ArticleTitle>
<AuthorList><Author><LastName>Byron</LastName><ForeName>Ada</ForeName></Author></AuthorList>
<PublicationTypeList><PublicationType UI="D016441">Retracted Publication</PublicationType></PublicationTypeList></Article>
<CommentsCorrectionsList><CommentsCorrections RefType="RetractionIn"><RefSource>J Ex. 2001</RefSource><PMID>99000009</PMID>
</CommentsCorrections></CommentsCorrectionsList></MedlineCitation></PubmedArticle></PubmedArticleSet>"""
LABEL = {
    "meta": {"terms": "https://open.fda.gov/terms/"},
    "results": [
        {
            "set_id": "0a1b2c3d-0000-1111-2222-0a1b2c3d4e5f",
            "effective_time": "20230324",
            "openfda": {"brand_name": ["EXAMPLOL"], "manufacturer_name": ["Example Labs"]},
        }
    ],
}
PAGE = """<!DOCTYPE html>
<!-- saved from url=(0028)https://clinic.example/fever -->
<html><head><title>Fever at home | Example Clinic</title></head><body><h1>Fever at home</h1><p>Rest.</p></body></html>"""
ANSWERS = [
    ("a.json", json.dumps(CROSSREF), "byron2020", "title", "crossref title"),
    ("a.xml", PUBMED, "byron1998", "title", "pubmed ArticleTitle"),
    ("label.json", json.dumps(LABEL), "examplelabs2023", "title", "openfda"),
    ("page.html", PAGE, "fever", "URL", "web url"),
]


@pytest.mark.parametrize(("name", "text", "key", "field", "source"), ANSWERS)
def test_an_answer_is_imported_and_its_fields_say_whose_it_is(
    refs, library, tmp_path, name, text, key, field, source
):
    (tmp_path / name).write_text(text)
    assert refs("import", name).stdout == f"{name}: 1 added, 0 known\n"
    (row,) = (each for each in library.fields(key) if each["field"] == field)
    assert row["source"].startswith(source)
    assert row["when"]


def test_adding_and_importing_a_file_give_the_same_item(refs, tmp_path):
    (tmp_path / "a.xml").write_text(PUBMED)
    refs("-L", "one.db", "add", "a.xml")
    refs("-L", "two.db", "import", "a.xml")
    one, two = (refs("-L", each, "show", "byron1998", "--json").stdout for each in ("one.db", "two.db"))
    assert one == two
    assert "This work was retracted" in refs("-L", "two.db", "show", "byron1998").stdout


def test_several_answers_and_formats_in_one_call(refs, tmp_path):
    for name, text, *_ in ANSWERS:
        (tmp_path / name).write_text(text)
    (tmp_path / "b.ris").write_text("TY  - JOUR\nTI  - Colds\nER  - \n")
    done = refs("import", "a.json", "a.xml", "b.ris", "page.html", "--tag", "spring")
    assert (done.exit_code, done.stdout.count("1 added")) == (0, 4)
    assert len(json.loads(refs("list", "--tag", "spring", "--json").stdout)) == 4


def test_stdin_and_a_named_service_are_read(refs):
    assert (
        refs("import", "-", "--from", "crossref", input=json.dumps(CROSSREF)).stdout
        == "-: 1 added, 0 known\n"
    )
    assert refs("import", "-", input=PUBMED).stdout == "-: 1 added, 0 known\n"


def test_a_url_says_where_a_page_came_from(refs, library, tmp_path):
    (tmp_path / "page.html").write_text(PAGE)
    refs("import", "page.html", "--url", "https://other.example/x")
    assert library.get("fever").URL == "https://other.example/x"
    assert refs("import", "page.html", "a.xml", "--url", "https://other.example/x").exit_code == 2


@pytest.mark.parametrize("name", ["a.json", "a.xml", "page.html"])
def test_what_a_process_of_its_own_reads_is_the_same(library, tmp_path, name):
    (text,) = (each[1] for each in ANSWERS if each[0] == name)
    (tmp_path / name).write_text(text)
    form = {"a.json": "crossref", "a.xml": "pubmed", "page.html": "html"}[name]
    source = Source(tmp_path / name, form, "2026-01-01T00:00:00Z", "https://clinic.example/x")
    assert [done.added for done in import_file(library.store, source, alone=False)] == [1]


BAD = [
    ("cut.xml", PUBMED[:80], "cut.xml cannot be read: no XML: it begins '<PubmedArticleSet>"),
    ("none.xml", "<PubmedArticleSet></PubmedArticleSet>", "none.xml cannot be read: it holds no entry."),
    ("cut.json", json.dumps(CROSSREF)[:70], "cut.json cannot be read: no JSON: it begins"),
    ("empty.html", "<!doctype html><html></html>", "empty.html cannot be read: the page names no title"),
    ("diary.txt", "Dear diary", "an article is read by 'refs ingest'"),
    ("empty.bib", "", "empty.bib cannot be read: it holds no entry."),
]


@pytest.mark.parametrize(("name", "text", "sentence"), BAD)
def test_what_cannot_be_read_costs_one_sentence(refs, tmp_path, name, text, sentence):
    (tmp_path / name).write_text(text)
    done = refs("import", name)
    assert done.exit_code == 1
    assert sentence in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_an_unknown_format_is_told_before_anything_is_read(refs):
    done = refs("import", "nowhere.json", "--from", "crosref")
    assert done.exit_code == 1
    assert "Did you mean 'crossref'" in done.stderr


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_csl_json_in_other_encodings_is_read(refs, library, tmp_path, encoding):
    (tmp_path / "a.json").write_bytes('[{"id": "a", "title": "Über Ärzte – größer"}]'.encode(encoding))
    assert refs("import", "a.json").exit_code == 0
    assert library.get("a").title == "Über Ärzte – größer"


@pytest.mark.parametrize("alone", [True, False])
def test_the_keys_are_those_of_the_house(refs, library, tmp_path, monkeypatch, alone):
    monkeypatch.setattr("refs.library.importing._WORTH_A_PROCESS", 1 << 30 if alone else 0)
    (tmp_path / "refs.toml").write_text('keys = "{author}{year}{word}"')
    (tmp_path / "a.json").write_text(json.dumps(CROSSREF))
    refs("import", "a.json")
    assert library.store.keys() == ["byron2020fever"]


@pytest.mark.parametrize("command", ["import", "add"])
def test_an_answer_completes_what_was_stored_without_a_network(refs, library, tmp_path, command):
    (tmp_path / "a.json").write_text(json.dumps(CROSSREF))
    refs("--offline", "add", "10.5555/fever")
    refs("edit", "10.5555/fever", "--set", "publisher=House")
    done = refs(command, "a.json")
    assert "completed" in done.stdout
    (key,) = library.store.keys()
    item = library.get(key)
    assert (item.title, item.publisher) == ("Fever of examples", "House")
    assert item.source_of("title").source == "crossref"
    assert "completed" not in refs(command, "a.json").stdout
