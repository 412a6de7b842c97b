"""Set ids by DailyMed's list of labels."""

import json

from refs.check.answer import Answer
from refs.check.registry.word import SILENT, Word
from refs.model.identifier import Identifier
from refs.model.services import Services


def ask_label(setid: Identifier, services: Services) -> str:
    """The address of the list entry of a set id."""
    return f"{services.dailymed}/spls.json?setid={setid.value}"


def read_label(setid: Identifier, answer: Answer) -> Word:
    """Found with its title and version; an empty list means that the label was withdrawn."""
    try:
        rows = json.loads(answer.body)["data"]
    except (ValueError, KeyError, TypeError):
        return SILENT
    if not isinstance(rows, list):
        return SILENT
    mine = [row for row in rows if isinstance(row, dict) and str(row.get("setid")).lower() == setid.value]
    if mine:
        row = mine[0]
        return Word(
            True,
            f"{row.get('title')}, version {row.get('spl_version')} of {row.get('published_date')}",
            setid.url,
        )
    return Word(False, f"DailyMed has no label {setid.value}") if not rows else SILENT
