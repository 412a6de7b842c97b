"""Searches that are kept by name."""

import json


def test_a_search_is_kept_and_used(refs):
    refs("add", "NBK556010", "10.1056/NEJMoa2034577")
    refs("search", "author:basit", "--save", "klonopin")
    found = refs("search", "@klonopin", "year:>2000", "--json")
    assert [row["id"] for row in json.loads(found.stdout)] == ["basit2023"]
    assert "author:basit" in refs("search", "--saved").stdout
    assert "basit2023" in refs("edit", "@klonopin", "--set", "note=read").output
    refs("search", "@klonopin OR year:1900", "--save", "wider")
    assert "(author:basit) OR year:1900" in refs("search", "--saved").stdout


def test_what_is_not_kept_is_said_to_be_unknown(refs):
    refs("add", "NBK556010")
    refs("search", "author:basit", "--save", "klonopin")
    assert "Did you mean 'klonopin'?" in refs("search", "@klonopim").stderr
    assert refs("search", "year:>", "--save", "broken").exit_code == 1
    assert "forgotten" in refs("search", "--forget", "@klonopin").stderr
    assert refs("search", "@klonopin").exit_code == 1
    assert refs("search").exit_code == 2
