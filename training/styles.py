"""References that our own CSL processor renders in published styles, with labels.

The fields of a record are put between marks before it is rendered, and the marks tell afterwards where each went.
"""

import random
import re
from collections.abc import Iterator
from typing import Any

from pieces import Piece

from refs.errors import RefsError
from refs.model.style import Style
from refs.parse.csl.csljson import read_item
from refs.parse.csl.installed import load_locale, load_style, style_names
from refs.render.document import render_document

Record = dict[str, Any]

COMMON = (
    "apa", "american-medical-association", "nlm-citation-sequence", "vancouver", "modern-language-association", "chicago-author-date", "chicago-note-bibliography",
    "chicago-fullnote-bibliography", "harvard-cite-them-right", "ieee", "nature", "elsevier-harvard", "elsevier-vancouver", "springer-basic-author-date", "springer-vancouver",
    "american-chemical-society", "multidisciplinary-digital-publishing-institute", "cell", "science", "the-lancet", "bmj", "jama", "plos", "turabian-author-date",
    "council-of-science-editors-author-date", "american-sociological-association", "modern-humanities-research-association", "apa-6th-edition", "frontiers", "biomed-central",
    "the-new-england-journal-of-medicine", "din-1505-2", "associacao-brasileira-de-normas-tecnicas", "universite-laval-faculte-des-sciences-de-l-administration", "karger-journals", "thieme-german",
)  # fmt: skip
_BASE = 0xF0000
_LETTERS = "atcpled"
_MARK = re.compile("[\U000f0000-\U000f00ff]")
_NUMBER = re.compile(r"^[\[(]?1[\]).]{0,2}\s?(?=[^\d\s])")
_INITIALS_BEFORE = re.compile(r"(?:[^\W\d_a-z]\.?[\s\u00a0-]*){1,5}$")
_GIVEN_AFTER = re.compile(
    r"(?:,?[\s\u00a0](?:[^\W\d_a-z]\.?[\s\u00a0-]*){1,5}(?=[,.:;)(\s]|$))?\.?(?:,?\s(?:et al\.?|and others|u\. a\.|et coll\.))?"
)
_TYPES = {"statpearls": "chapter", "label": "report", "video": "motion_picture"}


def print_in_styles(records: list[Record], count: int, rng: random.Random) -> Iterator[list[Piece]]:
    """References in styles drawn from all installed ones, forty of each style."""
    names = [*COMMON, *rng.sample(style_names(), 800)]
    made = 0
    for name in names:
        if made >= count:
            return
        try:
            style = load_style(name)
        except (RefsError, ValueError):
            continue
        if style.bibliography is None:
            continue
        for pieces in _print_style(style, rng.sample(records, 120 if name in COMMON else 25), rng):
            made += 1
            yield pieces


def _print_style(style: Style, records: list[Record], rng: random.Random) -> Iterator[list[Piece]]:
    lang = (
        style.info.default_locale
        if getattr(style.info, "default_locale", None)
        else rng.choice(("en-US", "en-US", "en-US", "en-GB", "de-DE", "fr-FR", "es-ES", "it-IT", "pt-BR"))
    )
    locale = load_locale(lang)
    for record in records:
        item = read_item(_marked(record, rng))
        try:
            entries = render_document(style, locale, [item]).bibliography.entries
        except Exception as error:  # noqa: BLE001 - a style that does not work yet is no reason to stop
            print(style.info.title, repr(error)[:100])
            return
        if entries and len(entries[0].text) > 20:
            text = _NUMBER.sub(rng.choice(("", "", "1. ", "[1] ")), " ".join(entries[0].text.split()))
            pieces = _pieces(text, record)
            if sum(piece.label == "t" for piece in pieces) == 1:
                yield pieces


def _mark(text: str, letter: str) -> str:
    at = _BASE + 2 * _LETTERS.index(letter)
    return f"{chr(at)}{text}{chr(at + 1)}"


def _marked(record: Record, rng: random.Random) -> Record:
    """The CSL-JSON of a record with marks around what is to be found."""
    item = {key: record[key] for key in ("volume", "issue", "page", "DOI", "edition") if key in record}
    item |= {"id": "x", "type": _TYPES.get(record["type"], record["type"])}
    for key, letter in (
        ("title", "t"),
        ("container-title", "c"),
        ("publisher", "p"),
        ("publisher-place", "l"),
        ("container-title-short", "c"),
    ):
        if record.get(key):
            text = str(record[key])
            body = text.rstrip("?!.") if letter == "t" else text
            item[key] = _mark(body, letter) + text[len(body) :]
    if record.get("site"):
        item["container-title"] = _mark(record["site"], "c")
    if "statpearls" in record["type"]:
        item |= {
            "container-title": _mark("StatPearls", "c"),
            "publisher": _mark("StatPearls Publishing", "p"),
            "publisher-place": _mark("Treasure Island (FL)", "l"),
        }
    for key, letter in (("author", "a"), ("editor", "e")):
        names = record.get(key) or []
        item[key] = [
            {
                part: _mark(value, letter) if part in {"family", "literal"} else value
                for part, value in name.items()
            }
            for name in names
        ]
    parts = record["issued"]
    item["issued"] = {"date-parts": [parts if rng.random() < 0.5 else parts[:1]]}
    if "URL" in record and (record["type"] == "webpage" or rng.random() < 0.4):
        item["URL"] = record["URL"]
        if rng.random() < 0.8:
            item["accessed"] = {
                "date-parts": [[rng.randint(2026, 2031), rng.randint(1, 12), rng.randint(1, 28)]]
            }
    return item


def _pieces(text: str, record: Record) -> list[Piece]:
    """The rendered text cut at its marks; names reach to their given names, and the date is found by its year."""
    raw = _cut(text)
    givens = [
        str(name["given"])
        for key in ("author", "editor")
        for name in record.get(key) or []
        if name.get("given")
    ]
    merged = _merge_names(raw, givens)
    return _label_year(merged, str(record["issued"][0]))


def _cut(text: str) -> list[Piece]:
    pieces: list[Piece] = []
    label, at = "", 0
    for found in _MARK.finditer(text):
        if found.start() > at:
            pieces.append(Piece(text[at : found.start()], label))
        offset = ord(found.group()) - _BASE
        label = _LETTERS[offset // 2] if offset % 2 == 0 else ""
        at = found.end()
    if at < len(text):
        pieces.append(Piece(text[at:], label))
    return pieces


def _merge_names(pieces: list[Piece], givens: list[str]) -> list[Piece]:
    """The pieces with the families of one list, and the given names between and around them, as one piece."""
    result: list[Piece] = []
    at = 0
    while at < len(pieces):
        piece = pieces[at]
        at += 1
        if piece.label not in {"a", "e"}:
            result.append(piece)
            continue
        words = piece.text
        while (
            at + 1 < len(pieces)
            and not pieces[at].label
            and pieces[at + 1].label == piece.label
            and len(pieces[at].text) < 60
        ):
            words += pieces[at].text + pieces[at + 1].text
            at += 2
        words, result = _with_given_before(words, result, givens)
        if at < len(pieces) and not pieces[at].label:
            length = _given_after(pieces[at].text, givens)
            words += pieces[at].text[:length]
            pieces[at] = Piece(pieces[at].text[length:])
        result.append(Piece(words, piece.label))
    return [piece for piece in result if piece.text]


def _given_after(text: str, givens: list[str]) -> int:
    """How far given names, initials and "et al." reach into the text after a family name."""
    full = next((len(given) + 2 for given in givens if text.startswith(f", {given}")), 0)
    after = _GIVEN_AFTER.match(text, full)
    return after.end() if after else full


def _with_given_before(words: str, before: list[Piece], givens: list[str]) -> tuple[str, list[Piece]]:
    if before and not before[-1].label:
        for given in givens:
            if before[-1].text.endswith(f"{given} "):
                head = before[-1].text[: -len(given) - 1]
                return f"{given} {words}", [*before[:-1], Piece(head)]
        found = _INITIALS_BEFORE.search(before[-1].text)
        if found:
            return found.group() + words, [*before[:-1], Piece(before[-1].text[: found.start()])]
    return words, before


def _label_year(pieces: list[Piece], year: str) -> list[Piece]:
    """The pieces with the first year outside of fields labelled as the date."""
    result: list[Piece] = []
    done = False
    for piece in pieces:
        at = -1 if done or piece.label else piece.text.find(year)
        if at < 0:
            result.append(piece)
            continue
        done = True
        result += [Piece(piece.text[:at]), Piece(year, "d"), Piece(piece.text[at + 4 :])]
    return [piece for piece in result if piece.text]
