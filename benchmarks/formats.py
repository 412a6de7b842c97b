"""How well the formats are read: every file of a collection, field by field where an expected output stands beside it.

    python benchmarks/formats.py FOLDER [--show N] [--only FORMAT] [--files] [--match REGEX]

FOLDER holds a MANIFEST.tsv with the columns ``file`` and ``oracle_file``. Prints files, items and flaws for each
format, the fields that agree with the expected outputs, the fields that survive a round trip, and the time. An
expected output is what the manifest names, or the same stem in another format beside the file (what an exporter
wrote, against what it wrote it from). It is read by refs' own readers: Zotero's items by the table
refs/model/zotero.py (Zotero's schema, "csl"), JabRef's BibTeX by refs/model/bibtex.py.
"""

import argparse
import csv
import re
import time
import unicodedata
from collections import Counter, defaultdict
from pathlib import Path

from refs.fetch.readers import READERS
from refs.library.converting import detect_answer
from refs.model.item import DATE_VARIABLES, NAME_VARIABLES, ItemType
from refs.model.name import Name
from refs.model.serial import number_kind
from refs.parse.formats import detect_format, parse_text
from refs.parse.identity import hyphenate
from refs.parse.source_line import read_months
from refs.render.formats import WRITERS
from refs.text import decode, strip_tags

SKIPPED = {
    "note",
    "annote",
    "citation_key",
    "archive",
    "archive_location",
    "abstract",
    "source",
    "status",
    "license",
}
"""Fields that every program fills after its own custom, so that agreement says nothing: notes, where a record came
from (JabRef's ``source`` is MEDLINE's whole SO line), how far it is processed (its ``status`` is MEDLINE's STAT) and
the rights in the record (its ``copyright`` is the last sentence of an abstract)."""

ELSEWHERE = {
    "event_title": "container_title",
    "event_place": "publisher_place",
    "publisher_place": "event_place",
    "section": "chapter_number",
    "director": "author",
    "composer": "author",
}
"""Where CSL has two words for one thing: a paper's one title is its conference's or its proceedings', so is its place,
and who made a film or a piece of music is its author or has a role of his own. Asked only where the first is empty."""

WORDLESS = frozenset(
    {
        ItemType.CLASSIC,
        ItemType.COLLECTION,
        ItemType.ENTRY,
        ItemType.EVENT,
        ItemType.FIGURE,
        ItemType.PAMPHLET,
    }
    | {ItemType.MUSICAL_SCORE, ItemType.PERFORMANCE, ItemType.PERIODICAL, ItemType.REGULATION}
    | {ItemType.REVIEW, ItemType.REVIEW_BOOK, ItemType.TREATY}
)
"""The item types of CSL that neither Zotero nor BibTeX has a word for: where we say one, the expected type is a makeshift."""


UNTOLD = {"pubmed": {"type", "references"}}
"""Fields of which BibTeX made from a format says nothing: made from MEDLINE, every record is an article, and
``references`` counts them."""

PLACEHOLDERS = ("notitlefound",)
"""What a program writes where it found nothing."""


def main():
    arguments = _arguments()
    table = defaultdict(Counter)
    misses = defaultdict(list)
    for row in _manifest(arguments.folder):
        if arguments.match and not re.search(arguments.match, row["file"]):
            continue
        path = arguments.folder / row["file"]
        format = _format_of(path)  # noqa: A001
        if arguments.only and format != arguments.only:
            continue
        score = Counter()
        if format is None:
            score["files"] = 1
        else:
            _judge(path, row, arguments.folder, format, score, misses[format])
        table[format or "unknown"].update(score)
        if arguments.files:
            print(_line_of(row["file"], format or "unknown", score))
    _print(table)
    if arguments.show:
        for found in misses.values():
            print(*found[: arguments.show], sep="\n")


def _judge(path, row, folder, format, score, misses):  # noqa: A002
    items = _read(path, format, score)
    oracle = _oracle(path, row, folder)
    if oracle is not None:
        score["oracles"] += 1
        by_bibtex = path.suffix != ".bib" and path.with_suffix(".bib").is_file()
        skipped = SKIPPED | (UNTOLD.get(format, set()) if by_bibtex else set())
        _compare(items, oracle, score, misses, path.name, skipped, months=path.suffix != ".bib")
    if format in WRITERS:
        _round_trip(items, format, score)


def _format_of(path):
    data = path.read_bytes()
    return detect_answer(data) or detect_format(path.name, decode(data))


def _line_of(name, format, score):  # noqa: A002
    told = f"{score['items']} items, {score['flaws']} flaws"
    agree = _percent(score["agree"], score["fields"])
    return f"{format:12} {name}: {told}{', ' + agree if agree else ''}"


def _arguments():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--show", type=int, default=0, help="print so many disagreements of each format")
    parser.add_argument("--only", help="one format")
    parser.add_argument("--match", help="only files whose names match")
    parser.add_argument("--files", action="store_true", help="print a line for each file")
    return parser.parse_args()


def _manifest(folder):
    with (folder / "MANIFEST.tsv").open(encoding="utf-8", newline="") as lines:
        return [row for row in csv.DictReader(lines, delimiter="\t") if (folder / row["file"]).is_file()]


def _read(path, format, score):  # noqa: A002
    start = time.process_time()
    try:
        reading = _reading(path, format)
    except Exception as error:  # noqa: BLE001  # the bar is that none does
        print(f"raised: {path.name}: {type(error).__name__}: {error}")
        score.update(files=1, raised=1)
        return ()
    taken = time.process_time() - start
    score.update(files=1, items=len(reading.items), flaws=len(reading.flaws), microseconds=int(taken * 1e6))
    if taken > 1:
        print(f"slow: {path.name} took {taken:.1f} s for {len(reading.items)} items")
    return reading.items


def _reading(path, format):  # noqa: A002
    data = path.read_bytes()
    return READERS[format](data, None) if format in READERS else parse_text(decode(data), format)


def _oracle(path, row, folder):
    """The items of the expected output, read by our own readers."""
    name = row.get("oracle_file") or ""
    stem = re.sub(r"\.(?:csl\.)?[^.]+$", "", path.name)
    beside = [path.with_name(stem + suffix) for suffix in _BESIDE.get(path.suffix, ())]
    for other in [folder / name, *beside] if name else beside:
        if other.is_file():
            format = _format_of(other)  # noqa: A001
            return _reading(other, format).items if format else None
    return None


_BESIDE = {
    ".bib": (".json",),
    ".biblatex": (".csl.json",),
    ".xml": (".bib",),
    ".yaml": (".json",),
}
"""The suffix of a file and that of what tells, under the same stem, what is in it."""


def _compare(items, oracle, score, misses, name, skipped, months=False):
    for ours, theirs in _pairs(items, oracle):
        if ours is None:
            score["absent"] += 1
            score["fields"] += sum(1 for field, _ in theirs.filled() if field not in skipped)
            misses.append(f"{name}: {theirs.id}: absent")
            continue
        for field, value in (("type", _type_of(theirs)), *theirs.filled()):
            if field in skipped or _says_nothing(field, value, ours):
                continue
            score["fields"] += 1
            mine = _held(ours, field, value)
            if (
                _same(field, mine, value, months)
                or _is_abbreviation(ours, field, value)
                or _apart(ours, theirs, field)
                or _is_in_series(ours, field, value)
                or _is_address_of(ours, field, value)
            ):
                score["agree"] += 1
            else:
                misses.append(
                    f"{name}: {theirs.id}: {field}: {_shown(field, mine)!r:.150} is not {_shown(field, value)!r:.150}"
                )


def _says_nothing(field, value, ours):
    """Whether an expected value cannot be agreed with.

    A placeholder, the type that programs fall back on, a date without a year, and the address of the authors where
    BibTeX has that of the publisher (JabRef's, of many formats).
    """
    if _shown(field, value) in PLACEHOLDERS:
        return True
    if field == "type":
        return value is ItemType.DOCUMENT or ours.type in WORDLESS
    if field in DATE_VARIABLES:
        return not value.parts and not re.search(r"[12]\d{3}", value.literal or "")
    return field == "publisher_place" and _fold(value) in {
        _fold(text) for tag, text in _kept(ours) if tag in {"AD", "auth-address"}
    }


def _kept(ours):
    """The tags and texts of a record that have no CSL variable."""
    for kept in ours.custom.values():
        fields = kept.get("fields", ()) if isinstance(kept, dict) else ()
        yield from fields.items() if isinstance(fields, dict) else fields


def _type_of(theirs):
    """The expected type; a @book with a booktitle, which we read as a chapter, was meant for a book."""
    return ItemType.BOOK if theirs.custom.get("bibtex", {}).get("type") == "book" else theirs.type


def _apart(ours, theirs, field):
    """Whether the same words were only taken apart at another place: publisher and place, a list of names."""
    if field in {"publisher", "publisher_place"}:
        both = _fold(ours.publisher), _fold(ours.publisher_place)
        told = _fold(theirs.publisher) + _fold(theirs.publisher_place)
        return told in {"".join(both), "".join(reversed(both))}
    if field in NAME_VARIABLES:
        names = getattr(theirs, field) + _groups(theirs)
        one = len(getattr(theirs, field)) == 1 or len(names) > len(getattr(theirs, field))
        return one and sorted(_parts(names)) == sorted(_parts(getattr(ours, field)))
    return False


def _groups(theirs):
    """The groups among the authors, which JabRef has in a field of their own."""
    return tuple(Name(literal=text) for tag, text in _kept(theirs) if tag == "corporate")


def _parts(names):
    return [word for name in names for word in re.findall(r"\w+", str(name).casefold())]


def _held(ours, field, value):
    """What we have for an expected value: a number by its own form, not by the field that it was put into."""
    if field in {"ISSN", "ISBN"} and not getattr(ours, field):
        return getattr(ours, number_kind(value, field)) or getattr(ours, field)
    return getattr(ours, field) or getattr(ours, ELSEWHERE.get(field, field))


def _pairs(items, oracle):
    """Each expected item with ours: by key, then by title, then by place."""
    by_key, by_title = defaultdict(list), defaultdict(list)
    for item in items:
        by_key[item.id].append(item)
        by_title[_fold(item.title)].append(item)
    used = set()
    for place, theirs in enumerate(oracle):
        candidates = [*by_key[theirs.id], *by_title[_fold(theirs.title)], *items[place : place + 1]]
        candidates.sort(key=lambda each: _fold(each.title) != _fold(theirs.title))
        candidates = [each for each in candidates if _could_be(each, theirs) or len(items) == len(oracle)]
        candidates.sort(key=lambda each: each.id != theirs.id and each.DOI != theirs.DOI)
        found = next((each for each in candidates if id(each) not in used), None)
        used.add(id(found))
        yield found, theirs


def _could_be(ours, theirs):
    return (
        ours.id == theirs.id
        or _fold(ours.title) == _fold(theirs.title)
        or any(
            getattr(ours, name) and getattr(ours, name) == getattr(theirs, name)
            for name in ("DOI", "PMID", "ISBN")
        )
        or (_shown("author", ours.author) == _shown("author", theirs.author) and ours.page == theirs.page)
    )


def _same(field, mine, theirs, months):
    """Whether two values say the same; ours may say more than the other program has a place for."""
    if field in DATE_VARIABLES and theirs.literal:
        theirs = read_months(theirs.literal) or theirs
        if theirs.literal and mine and mine.parts:  # words that are no date say no more than a year
            return str(mine.parts[0]) in theirs.literal
    if field == "issued" and mine and _is_cut(mine, theirs, months):
        return True
    if field in {"ISSN", "ISBN"} and mine:  # a journal has one on paper and one online: one of them is enough
        return _fold(mine) in _fold(theirs) or _fold(theirs) in _fold(mine)
    if field in NAME_VARIABLES and mine and len(mine) == len(theirs):
        return all(_same_name(*names) for names in zip(mine, theirs, strict=True))
    return _shown(field, mine) == _shown(field, theirs)


def _is_cut(mine, theirs, months):
    """Whether the expected date is the beginning of ours: BibTeX has no day, and Zotero no end of a range."""
    if months and len(theirs.parts) in (1, 2) and not theirs.end:
        return mine.parts[: len(theirs.parts)] == theirs.parts
    return bool(mine.end) and not theirs.end and mine.parts[: len(theirs.parts)] == theirs.parts


def _same_name(mine, theirs):
    """Whether two names are one; the words of a name in one field, or with a Jr., may stand in any order."""
    if theirs.literal is None and not mine.suffix:
        return _fold(_name(mine)) == _fold(_name(theirs))
    return sorted(map(_fold, _name(mine).split())) == sorted(map(_fold, _name(theirs).split()))


def _shown(field, value):
    if value is None or value == ():
        return ""
    if field in NAME_VARIABLES:  # who are not named (et al.) are a mark of ours, not a person
        return "; ".join(_fold(_name(name)) for name in value if not name.is_others)
    if field in DATE_VARIABLES:
        return _fold(str(value))
    if field == "language":  # en-US, eng and en are one language
        return _fold(value)[:2]
    if field == "genre":  # PhD thesis and PhD, Master's thesis and Master
        return re.sub("thesis|dissertation|s$", "", _fold(value).replace("sthesis", "thesis"))
    if field == "page":
        return _fold(_SHORTENED.sub(_whole_range, hyphenate(value)))
    if field == "keyword":  # a set of headings, without what qualifies one behind a slash
        return sorted({_fold(word.split("/")[0]) for word in re.split(r"[,;]", value)})
    return _fold(str(value))


# 6913-7, which is 6913-6917
_SHORTENED = re.compile(r"\b(\d+)-(\d+)\b")


def _whole_range(found):
    first, last = found.groups()
    whole = first[: -len(last)] + last if len(last) < len(first) else last
    return first if whole == first else f"{first}-{whole}"


def _is_abbreviation(ours, field, theirs):
    """Whether the expected journal is ours in the other length: looked up in a list, or the record's own short title."""
    if field not in {"container_title", "container_title_short"} or not ours.container_title:
        return False
    if _fold(ours.container_title_short) == _fold(theirs):
        return True
    short, long = sorted(
        (_words(ours.container_title), _words(theirs)), key=lambda words: sum(map(len, words))
    )
    rest = iter(long)
    return all(any(_shortens(part, word) for word in rest) for part in short)


def _shortens(part, word):
    """Whether a word of an abbreviation stands for a word: Jpn for Japanese, as Appl for Applied."""
    letters = iter(word[1:])
    return part[0] == word[0] and all(letter in letters for letter in part[1:])


def _is_in_series(ours, field, theirs):
    """Whether the expected volume is the number in a series: in BibTeX both are ``volume``."""
    return field == "volume" and bool(ours.collection_title) and ours.collection_number == theirs


def _is_address_of(ours, field, theirs):
    """Whether the expected address is only a DOI or a PMID over again, and ours has the same."""
    if field != "URL":
        return False
    known = {
        f"doi.org/{ours.DOI}",
        f"pubmed.ncbi.nlm.nih.gov/{ours.PMID}",
        f"www.ncbi.nlm.nih.gov/pubmed/{ours.PMID}",
    }
    return re.sub(r"^https?://(?:dx\.)?", "", theirs).rstrip("/") in known


def _words(text):
    words = re.findall(r"\w+", unicodedata.normalize("NFKD", strip_tags(text)).casefold())
    return [word for word in words if word not in {"of", "the", "and", "in", "for", "on", "a"}]


def _name(name):
    return str(name)


def _fold(text):
    """Letters and digits alone: programs differ in quotes, dashes, case and blanks."""
    text = unicodedata.normalize("NFKD", strip_tags(text or "")).casefold().replace("ı", "i")
    return "".join(char for char in text if char.isalnum())


def _round_trip(items, format, score):  # noqa: A002
    again = parse_text(WRITERS[format](items), format).items
    for first, second in zip(items, again, strict=False):
        for field, value in (("id", first.id), *first.filled(), ("custom", first.custom)):
            score["written"] += 1
            score["back"] += getattr(second, field) == value
    score["lost"] += len(items) - len(again)


def _print(table):
    print(
        f"{'format':13}{'files':>6}{'raised':>7}{'items':>7}{'flaws':>6}{'oracles':>8}{'fields':>7}{'agree':>9}{'round trip':>12}{'µs/item':>9}"
    )
    rows = sorted(table.items())
    others = (score for format, score in rows if format != "bibtex")  # noqa: A001
    for format, score in [*rows, ("not bibtex", sum(others, Counter()))]:  # noqa: A001
        print(
            f"{format:13}{score['files']:6}{score['raised']:7}{score['items']:7}{score['flaws']:6}{score['oracles']:8}{score['fields']:7}"
            f"{_percent(score['agree'], score['fields']):>9}{_percent(score['back'], score['written']):>12}"
            f"{score['microseconds'] / max(1, score['items']):9.0f}"
        )


def _percent(part, whole):
    return f"{100 * part / whole:.2f} %" if whole else ""


if __name__ == "__main__":
    main()
