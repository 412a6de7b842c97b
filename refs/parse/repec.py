"""RePEc's NEP reports, working papers announced by mail, → Items."""

import re

from refs.model.flaw import Flaw, FlawCode
from refs.model.item import Item, ItemType
from refs.model.name import Name
from refs.model.reading import Reading
from refs.parse.dates import read_date
from refs.parse.draft import Draft
from refs.text import one_line

KEPT = "repec"
"""The name in `Item.custom` under which stands what has no CSL variable."""

# a line of dashes before a paper
_RULE = re.compile(r"^-{40,}\s*$", re.MULTILINE)
# 1. Commercial Television and Voter Information
_HEAD = re.compile(r"\s*\d{1,4}\.\s+(\S[^\n]*(?:\n[^\n\S]+\S[^\n]*)*)\n")
# Keywords:   a; b
_FIELD = re.compile(r"^(Keywords|JEL|Date|URL|By)\s*:\s*(.*(?:\n[^\n\S]+\S.*)*)", re.MULTILINE)
# Gentzkow, Matthew (University of Chicago); Matthew Gentzkow (University of Chicago)
_PERSON = re.compile(r"([^()\n;]{2,120}?)\s*(?:\(([^()\n]{0,200})\))?\s*(?:;|$)", re.MULTILINE)
_BLANK = re.compile(r"\n[^\n\S]*\n")


def parse_repec(text: str) -> Reading:
    """A report for each paper that is told at length; the list of titles at the head is no part of it."""
    items: list[Item] = []
    for part in _RULE.split(text.replace("\r\n", "\n")):
        for piece in re.split(r"\n(?=\s{0,3}\d{1,4}\.\s)", f"\n{part}"):
            head = _HEAD.match(f"{piece.lstrip()}\n")
            if head and _FIELD.search(piece):
                items.append(
                    _read(one_line(head[1]), f"{piece.lstrip()}\n"[head.end() :], f"item-{len(items) + 1}")
                )
    flaws = () if items else (Flaw(FlawCode.BROKEN_ENTRY, "this text announces no papers"),)
    return Reading(tuple(items), flaws)


def _read(title: str, rest: str, key: str) -> Item:
    draft = Draft(KEPT, key, ItemType.REPORT)
    draft.put("title", title)
    fields = {name.lower(): one_line(value) for name, value in _FIELD.findall(rest)}
    words = _BLANK.split(_FIELD.sub("", rest).strip("\n"))
    people, paragraphs = (words[0], words[1:]) if rest[:1].strip() else ("", words)
    found = _PERSON.findall(fields.get("by", people))
    for name, _ in found:
        draft.add_name("author", _read_person(name))
    draft.put("publisher", " and ".join(dict.fromkeys(place for _, place in found if place)))
    draft.put("abstract", "\n\n".join(filter(None, (one_line(each) for each in paragraphs))))
    draft.add_words(re.split(r"[;,]", fields.get("keywords", "")))
    draft.put("URL", fields.get("url", ""))
    draft.keep("JEL", fields.get("jel", ""))
    _read_day(draft, fields.get("date", ""))
    return draft.item()


def _read_person(text: str) -> Name | None:
    family, comma, given = (part.strip() for part in text.partition(","))
    if comma:
        return Name(family, given or None)
    given, _, family = text.strip().rpartition(" ")
    return Name(family, given or None) if family else None


def _read_day(draft: Draft, text: str) -> None:
    """``2005-08``, or the year before other words."""
    date = read_date(text)
    found = re.match(r"(\d{4})\b", text)
    if date is not None and (date.parts or found is None):
        draft.put_date("issued", text)
    elif found:
        draft.put_date("issued", found[1])
