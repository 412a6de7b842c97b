"""Checking: the same verdicts from one process and from several."""

import datetime as dt

import pytest

from refs.errors import UnknownItem
from refs.model.date import date_of
from refs.model.item import Item, ItemType
from refs.model.link import Check, Reason, Verdict


@pytest.mark.parametrize("processes", [1, 2])
def test_the_links_of_a_library_are_judged(refs, processes):
    refs("add", "NBK556010", "10.1056/NEJMoa2034577", "setid:00000000-0000-0000-0000-000000000000")
    result = refs("check", "--delay", "0", "--processes", str(processes), "--json")
    assert "1 link: 1 alive" in result.stderr
    assert "alive" in result.stdout


def test_few_links_take_one_process(library):
    assert library.check()._count_processes() == 1


def test_an_article_a_key_or_a_search_says_what_to_check(library, refs, tmp_path):
    refs("add", "NBK556010")
    (tmp_path / "a.md").write_text(
        "It carries messages.[1]\n\n## References\n\n1. Serotonin. Cleveland Clinic. https://my.clevelandclinic.org/health/articles/22572-serotonin\n"
    )
    refs("ingest", "a.md")
    assert library.check(["a.md"]).total == 1
    assert library.check(["basit2023"]).total == 1
    assert library.check(["author:basit", "a.md"]).total == 2
    with pytest.raises(UnknownItem):
        library.check(["nothing-of-that-name"])


def test_what_was_looked_at_lately_is_not_due(library):
    list(library.add("NBK556010"))
    assert library.check(due=True).total == 1
    list(library.check())
    assert library.check(due=True).total == 0
    library.clock = lambda: dt.datetime.now(dt.UTC) + dt.timedelta(days=31)
    assert library.check(due=True).total == 1


def test_only_what_changed_is_told(library):
    url = "https://my.clevelandclinic.org/health/articles/22572-serotonin"
    list(library.add(url))
    before = Check(url, "2020-05-01T00:00:00Z", Verdict.DEAD, Reason.NOT_FOUND)
    library.store.add_checks([before])
    run = library.check(quick=True, changed_since="2020-06-01")
    assert [row["verdict"] for row in run.rows(lambda _: None)] == ["alive"]
    run = library.check(quick=True, changed_since=library.today().isoformat() + "T99")
    assert list(run.rows(lambda _: None)) == []
    assert not run.fails("alive")


def test_of_many_links_only_trouble_is_shown(refs, monkeypatch):
    monkeypatch.setattr("refs.cli.check.FEW", 1)
    gone = "https://www.ebsco.com/research-starters/health-and-medicine/benzodiazepine-abuse"
    refs("import", "-", input=f"TY  - ELEC\nTI  - Benzodiazepine abuse\nUR  - {gone}\nER  - \n")
    refs("add", "NBK556010", "PMC8294026")
    done = refs("check", "--delay", "0")
    assert "alive" not in done.stdout
    assert "dead" in done.stdout
    assert "4 links: 3 alive, 1 dead" in done.stderr
    assert refs("check", "--delay", "0", "--all").stdout.count("alive") == 3
    assert refs("check", "--delay", "0", "--json").stdout.count('"alive"') == 3
    assert "offline" not in refs("--offline", "check").stdout


def test_of_findings_of_one_kind_the_first_are_told(library):
    for number in range(4):
        page = Item(
            id=f"p{number}",
            type=ItemType.WEBPAGE,
            title=f"{number} alone",
            URL=f"https://p{number}.example/x",
        )
        library.store.add_items([page])
    told = list(library.check().judge(2))
    assert [line[:3] for line in told[:2]] == ["p0:", "p1:"]
    assert told[2:] == ["… and 2 more [retrieval-missing]"]
    run = library.check()
    assert len(list(run.judge())) == 4
    assert run.sentence.endswith("; 4 findings on dates and editions")


def test_touching_moves_the_date_and_keeps_the_rest(library):
    list(library.add("https://my.clevelandclinic.org/health/articles/22572-serotonin"))
    (key,) = library.store.keys()
    before = library.get(key)
    list(library.check(touch=True))
    after = library.get(key)
    assert after.accessed == date_of(library.today())
    assert after.source_of("accessed").source == "check"
    assert (after.title, after.source_of("title")) == (before.title, before.source_of("title"))


def test_a_watch_looks_again_and_tells_what_changed(refs, monkeypatch):
    refs("add", "NBK556010")
    slept = []

    def sleep(seconds):
        slept.append(seconds)
        if len(slept) == 2:
            raise KeyboardInterrupt

    monkeypatch.setattr("refs.cli.check.time.sleep", sleep)
    done = refs("check", "--watch", "6h", "--delay", "0")
    assert (slept, done.stdout.count("basit2023"), "Stopped" in done.stderr) == ([21_600.0] * 2, 1, True)
    assert "no length of time" in refs("check", "--watch", "soon").stderr
