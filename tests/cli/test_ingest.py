import json

import pytest

from refs.demo.examples import example_articles

SEEDS = [("000", 5, 4), ("001", 0, 0), ("002", 5, 0), ("003", 0, 0), ("004", 14, 23)]


@pytest.mark.parametrize(("number", "entries", "markers"), SEEDS)
def test_the_articles_of_the_first_users(refs, shared, number, entries, markers):
    path = next((shared / "articles").glob(f"{number}-*.txt"))
    read = json.loads(refs("ingest", path, "--dry-run", "--json").stdout)
    gold = json.loads(path.with_suffix(".json").read_text())
    assert (len(read["references"]), len(read["markers"])) == (entries, markers)
    assert [each["raw"] for each in read["references"]] == [each["raw"] for each in gold["references"]]
    assert [each["raw"] for each in read["markers"]] == [each["raw"] for each in gold["markers"]]


EXAMPLES = [
    ("klonopin-addiction.txt", 5, 4),
    ("benzodiazepine-safety.txt", 0, 0),
    ("benzodiazepine-misuse.txt", 5, 0),
    ("helping-someone.txt", 0, 0),
    ("clonazepam-guide.txt", 14, 23),
]


@pytest.mark.parametrize(("name", "entries", "markers"), EXAMPLES)
def test_the_example_articles(refs, name, entries, markers):
    path = next(each for each in example_articles() if each.name == name)
    read = json.loads(refs("ingest", path, "--dry-run", "--json").stdout)
    assert (len(read["references"]), len(read["markers"])) == (entries, markers)


def test_flaws_are_told_and_not_printed(refs):
    guide = next(each for each in example_articles() if each.name == "clonazepam-guide.txt")
    done = refs("ingest", guide)
    assert "14 entries, 23 markers" in done.stdout
    assert "(24 C.E.) is no date" in done.stderr
    printed = refs("bib", "--article", "clonazepam-guide.txt")
    assert [line.split(".")[0].strip() for line in printed.stdout.splitlines()] == [
        str(n) for n in range(1, 15)
    ]
    assert "24 C.E." not in printed.stdout
    assert "Professional" not in printed.stdout
    assert "Professional, C. C. M. is no person" in printed.stderr


def test_reading_again_changes_nothing(refs):
    guide = next(each for each in example_articles() if each.name == "clonazepam-guide.txt")
    refs("ingest", guide)
    before = refs("list", "--json").stdout
    assert "0 new, 14 known" in refs("ingest", guide).stdout
    assert refs("list", "--json").stdout == before


def test_a_dry_run_makes_no_library(refs, tmp_path):
    refs("ingest", example_articles()[0], "--dry-run")
    assert not (tmp_path / "library.db").exists()


def test_an_unknown_format_is_named(refs):
    done = refs("ingest", example_articles()[0], "--format", "txet")
    assert done.exit_code == 1
    assert "Did you mean 'text'?" in done.stderr


def test_a_bibliography_is_no_article(refs, tmp_path):
    (tmp_path / "a.bib").write_text("@article{a, title = {Clonazepam}}")
    done = refs("ingest", "a.bib")
    assert done.exit_code == 1
    assert "it is a bibliography (bibtex), no article. Read it with 'refs import'." in done.stderr
    (tmp_path / "a.html").write_text("<style>\n@media (max-width: 9em) {}\n</style><p>No references.</p>")
    assert "a.html: no references" in refs("ingest", "a.html").stdout
