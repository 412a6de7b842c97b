"""The official cases against passing.txt: a listed case that fails, or an unlisted one that passes, fails."""

import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent


@pytest.fixture(scope="module")
def fixtures(shared):
    sys.path.insert(0, str(shared / "csl"))
    import cslfixture

    return cslfixture


@pytest.fixture(scope="module")
def outcomes(fixtures, shared):
    from importlib.util import module_from_spec, spec_from_file_location

    spec = spec_from_file_location("csl_adapter", HERE / "adapter.py")
    adapter = module_from_spec(spec)
    spec.loader.exec_module(adapter)
    found = {}
    for case in fixtures.load_suite(str(shared / "csl" / "suite")):
        result = adapter.render(
            case["style"],
            adapter.installed_locale,
            case["items"],
            case["mode"],
            case["citations"],
            case["citation_items"],
            case["bibentries"],
            case["bibsection"],
            case["abbreviations"],
        )
        found[case["name"]] = fixtures.judge(case, result)[0]
    return found


def test_the_listed_cases_pass_and_no_others(outcomes):
    listed = set((HERE / "passing.txt").read_text(encoding="utf-8").split())
    passed = {name for name, good in outcomes.items() if good}
    assert (sorted(listed - passed), sorted(passed - listed)) == ([], [])


def test_every_failing_case_has_its_reason(outcomes):
    notes = (HERE / "NOTES.md").read_text(encoding="utf-8")
    assert [name for name, good in outcomes.items() if not good and name not in notes] == []
