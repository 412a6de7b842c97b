"""Checking: the same verdicts from one process and from several."""

import pytest


@pytest.mark.parametrize("processes", [1, 2])
def test_the_links_of_a_library_are_judged(refs, processes):
    refs("add", "NBK556010", "10.1056/NEJMoa2034577", "setid:00000000-0000-0000-0000-000000000000")
    result = refs("check", "--delay", "0", "--processes", str(processes), "--json")
    assert "links:" in result.stderr
    assert "alive" in result.stdout


def test_few_links_take_one_process(library):
    assert library.check()._count_processes() == 1
