"""A picker for the terminal: a few words in, items to choose from, keys out."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from refs.cli.output import say

if TYPE_CHECKING:
    from refs.library import Library

_SHOWN = 15


def pick_names(library: Library) -> tuple[str, ...]:
    """The keys that a person chooses; raises UsageError where nobody can be asked."""
    if not sys.stdin.isatty():
        raise click.UsageError("Name the items: keys, identifiers or URLs.")
    while True:
        words = click.prompt("Search", err=True)
        found = library.search(words, limit=_SHOWN)
        if not found:
            say("Nothing was found; try other words.")
            continue
        for number, row in enumerate(found, 1):
            say(f"{number:>3}  {row['id']}  {row['year'] or ''}  {row['title'] or ''}")
        chosen = click.prompt("Numbers", default="1", err=True)
        picked = [int(each) for each in chosen.replace(",", " ").split() if each.isdecimal()]
        names = tuple(str(found[number - 1]["id"]) for number in picked if 1 <= number <= len(found))
        if names:
            return names
