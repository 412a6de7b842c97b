"""The writer's way: drafts, citations, styles."""

import json
import shutil

import pytest

from refs.demo.examples import example_folder


@pytest.fixture
def draft(tmp_path):
    (tmp_path / "articles").mkdir()
    shutil.copy(example_folder() / "articles" / "draft.md", tmp_path / "articles")
    shutil.copy(example_folder() / "library.bib", tmp_path)
    return tmp_path / "articles" / "draft.md"


def test_a_draft_becomes_a_page_with_anchors_both_ways(refs, draft, tmp_path):
    done = refs("build", draft, "-o", "out.html")
    assert done.exit_code == 0, done.output
    page = (tmp_path / "out.html").read_text()
    assert '<a href="#ref-maust2019">' in page
    assert '<li id="ref-maust2019">' in page
    assert "[@maust2019]" not in page


@pytest.mark.parametrize("suffix", ["md", "txt", "docx"])
def test_a_draft_becomes_every_format(refs, draft, tmp_path, suffix):
    assert refs("build", draft, "-o", f"out.{suffix}").exit_code == 0
    assert (tmp_path / f"out.{suffix}").stat().st_size > 1000


def test_a_key_that_nobody_knows_is_named(refs, tmp_path):
    (tmp_path / "bad.md").write_text("Sleep well [@nobody2020].\n")
    done = refs("build", "bad.md", "-o", "bad.html")
    assert done.exit_code == 1
    assert "'nobody2020'" in done.stderr
    assert not (tmp_path / "bad.html").exists()


def test_identifiers_in_a_draft_are_added(refs, tmp_path):
    (tmp_path / "new.md").write_text(
        "Sleep well [@doi:10.1176/appi.ps.201800321; @https://www.ncbi.nlm.nih.gov/books/NBK556010/].\n"
    )
    refs("build", "new.md", "-o", "new.txt", "--style", "american-medical-association")
    text = (tmp_path / "new.txt").read_text()
    assert "1. Maust DT" in text
    assert "2. Basit H" in text


def test_there_and_back_again_gives_the_same_list(refs, tmp_path):
    shutil.copy(example_folder() / "articles" / "clonazepam-guide.txt", tmp_path / "a.txt")
    refs("build", "a.txt", "-o", "b.txt", "--style", "nlm-citation-sequence")
    refs("build", "b.txt", "-o", "c.txt", "--style", "apa")
    refs("build", "c.txt", "-o", "d.txt", "--style", "nlm-citation-sequence")
    assert (tmp_path / "d.txt").read_text() == (tmp_path / "b.txt").read_text()
    assert (tmp_path / "c.txt").read_text() != (tmp_path / "b.txt").read_text()


def test_a_citation_is_put_in(refs, tmp_path):
    shutil.copy(example_folder() / "articles" / "klonopin-addiction.txt", tmp_path / "a.txt")
    refs("add", "PMC8583742")
    text = (tmp_path / "a.txt").read_text()
    words = " ".join(text.split("[2,3]")[0].split()[-4:])
    done = refs("cite", "a.txt", "szalavitz2021", "--at", words, "--write")
    assert done.exit_code == 0, done.output
    assert "Szalavitz" in (tmp_path / "a.txt").read_text()


def test_words_that_are_not_there_are_named(refs, tmp_path):
    shutil.copy(example_folder() / "articles" / "klonopin-addiction.txt", tmp_path / "a.txt")
    refs("add", "PMC8583742")
    done = refs("cite", "a.txt", "szalavitz2021", "--at", "no such words anywhere")
    assert done.exit_code == 1
    assert "has no words" in done.stderr


def test_what_a_person_sets_stays(refs):
    refs("add", "NBK556010")
    refs("edit", "basit2023", "--set", "title=Clonazepam, as I call it")
    refs("refresh", "basit2023")
    assert "as I call it" in refs("show", "basit2023").stdout
    assert "as I call it" not in (refs("undo"), refs("show", "basit2023"))[1].stdout


def test_a_reference_may_stand_on_the_command_line(refs):
    done = refs("parse", "Basit H, Kahwaji CI. Clonazepam. StatPearls; 2023.")
    assert json.loads(done.stdout)["title"] == "Clonazepam"


def test_a_date_that_is_none_is_kept_as_words_and_told(refs):
    refs("add", "NBK556010")
    told = refs("edit", "basit2023", "--set", "issued=2023-13-45").stderr
    assert "issued: '2023-13-45' is no date such as 2023-05-13, 2023-05 or 2023; it is kept as words." in told
    assert "no date" not in refs("edit", "basit2023", "--set", "issued=2023-05").stderr
