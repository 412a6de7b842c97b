"""The maintainer's way: read a site, check it, find copies, mend the articles."""

import json
import shutil

import pytest

from refs.demo.examples import example_folder

ARTICLE = "panic-attacks.html"


@pytest.fixture
def site(tmp_path):
    folder = tmp_path / "site"
    folder.mkdir()
    for name in (ARTICLE, "clonazepam-guide.txt"):
        shutil.copy(example_folder() / "articles" / name, folder)
    return folder


def test_a_folder_is_audited(refs, site):
    done = refs("audit", "site", "--delay", "0", "--json", "--report", "report.html")
    assert done.exit_code == 3
    rows = json.loads(done.stdout)
    assert {"dead", "soft-404", "moved", "blocked"} <= {row["verdict"] for row in rows}
    assert "2 articles" in done.stderr
    assert (site.parent / "report.html").read_text().startswith("<!doctype html>")


def test_a_sitemap_is_audited(refs):
    done = refs("audit", "https://clinic.example/sitemap.xml", "--delay", "0", "--fail-on", "none")
    assert done.exit_code == 0, done.output
    assert "https://clinic.example/" in done.stdout


def test_an_empty_folder_is_said_to_be_empty(refs, tmp_path):
    (tmp_path / "nothing").mkdir()
    done = refs("audit", "nothing")
    assert done.exit_code == 1
    assert "it holds no article" in done.stderr


def test_a_moved_link_is_mended_and_nothing_else(refs, site):
    refs("ingest", site / ARTICLE)
    refs("check", "--delay", "0")
    before = (site / ARTICLE).read_text()
    assert "add --write" in refs("repair", site / ARTICLE).stderr
    assert (site / ARTICLE).read_text() == before
    refs("repair", site / ARTICLE, "--write")
    after = (site / ARTICLE).read_text()
    old, new = (
        "https://www.aafp.org/afp/2000/0401/p2121.html",
        "https://www.aafp.org/pubs/afp/issues/2000/0401/p2121.html",
    )
    assert old not in after
    assert after.count(new) == before.count(old)
    assert (site / f"{ARTICLE}.bak").read_text() == before
    assert "nothing to change" in refs("repair", site / ARTICLE).stderr


def test_a_dead_page_has_a_copy(refs, site):
    refs("ingest", site / "clonazepam-guide.txt")
    refs("check", "--delay", "0")
    done = refs("archive")
    assert "/web/20250612" in done.stdout, done.output


def test_a_plan_asks_nothing(refs, site, web):
    refs("ingest", site / ARTICLE)
    visits = len(web.visits)
    assert "links on" in refs("check", "--plan").stdout
    assert len(web.visits) == visits


@pytest.mark.parametrize("form", ["cron", "systemd", "github"])
def test_a_schedule_names_the_library(refs, form):
    assert "library.db" in refs("schedule", "--as", form).stdout


def test_touch_moves_the_printed_date_only_of_what_is_alive(refs, site):
    refs("ingest", site / "clonazepam-guide.txt")
    refs("check", "--delay", "0", "--touch")
    rows = {row["id"]: row for row in json.loads(refs("list", "--json").stdout)}
    dates = {key: row["accessed"] for key, row in rows.items() if row["accessed"]}
    verdicts = {key: row["verdict"] for key, row in rows.items()}
    assert all(
        (date > "2026") == (verdicts[key] == "alive")
        for key, date in dates.items()
        if verdicts[key] != "moved"
    )


@pytest.mark.parametrize("form", ["csljson", "bibtex", "ris", "nbib"])
def test_an_export_comes_back_and_tells_its_losses(refs, form):
    refs("add", "NBK556010", "10.1176/appi.ps.201800321")
    refs("export", "--to", form, "-o", "out.txt")
    done = refs("-L", "again.db", "import", "out.txt", "--from", form)
    assert done.exit_code == 0, done.output
    titles = [
        {row["title"] for row in json.loads(refs("-L", name, "list", "--json").stdout)}
        for name in ("library.db", "again.db")
    ]
    assert titles[0] == titles[1]


def test_sql_holds_the_whole_library(refs):
    refs("add", "NBK556010", "--tag", "spring")
    refs("export", "--to", "sql", "-o", "library.sql")
    refs("-L", "again.db", "import", "library.sql")
    assert refs("-L", "again.db", "list", "--json").stdout == refs("list", "--json").stdout


def test_one_article_that_cannot_be_read_leaves_the_others(refs, site):
    done = refs("renumber", "site/none.txt", f"site/{ARTICLE}")
    assert done.exit_code == 1
    assert "site/none.txt cannot be read: no such file or directory" in done.stderr
    assert f"site/{ARTICLE}: nothing to change" in done.stderr or f"--- site/{ARTICLE}" in done.stdout


def test_several_articles_are_not_written_to_one_place(refs, site):
    done = refs("renumber", f"site/{ARTICLE}", "site/clonazepam-guide.txt", "-o", "out.html")
    assert done.exit_code == 2
    assert "--output takes one article" in done.stderr
    assert not (site.parent / "out.html").exists()


def test_an_audit_looks_at_the_articles_of_its_source(refs, site):
    refs("add", "https://www.dea.gov/drug-information/drug-scheduling")
    refs("ingest", "site/clonazepam-guide.txt")
    done = refs("audit", f"site/{ARTICLE}", "--delay", "0", "--json")
    assert {row["article"] for row in json.loads(done.stdout)} == {f"site/{ARTICLE}"}
    assert "1 article, 7 links: " in done.stderr


def test_a_report_tells_what_is_wrong_with_items_of_no_article(refs, tmp_path):
    page = {"id": "old", "type": "webpage", "title": "Old", "URL": "https://old.example/x"}
    (tmp_path / "a.json").write_text(json.dumps([{**page, "accessed": {"date-parts": [[2019, 5, 2]]}}]))
    refs("import", "a.json")
    found = json.loads(refs("report", "--format", "json", "-o", "-").stdout)["flaws"]
    assert [flaw["code"] for flaw in found] == ["retrieval-stale"]
    assert found[0]["message"].startswith("old: Retrieved 2019-05-02")
    assert "- old: Retrieved 2019-05-02" in refs("report", "--format", "markdown", "-o", "-").stdout
    (tmp_path / "refs.toml").write_text('stale = "never"')
    assert json.loads(refs("report", "--format", "json", "-o", "-").stdout)["flaws"] == []


def test_a_report_is_named_after_its_format_and_no_password_is_shown(refs, tmp_path):
    page = {"id": "old", "type": "webpage", "title": "Old", "URL": "ftp://ada:secret@127.0.0.1/x"}
    (tmp_path / "a.json").write_text(json.dumps([page]))
    refs("import", "a.json")
    for shape in ((), ("--json",), ("--csv",)):
        shown = refs("check", "--all", *shape).stdout
        assert "127.0.0.1/x" in shown
        assert "secret" not in shown
    assert "report.xml" in refs("report", "--format", "junit").stderr
    assert (tmp_path / "report.xml").read_text().startswith("<?xml")
