"""Whether an item agrees with what another program made of the same record, field by field.

Programs differ in habits and in the fields they have. What such a difference decides says nothing of who has read
rightly: each rule below names one, and why.
"""

import re
import unicodedata
from collections import defaultdict

from refs.model.item import DATE_VARIABLES, NAME_VARIABLES, ItemType
from refs.model.name import Name
from refs.model.serial import number_kind
from refs.parse.identity import hyphenate
from refs.parse.tagged.source_line import read_months
from refs.text import strip_tags

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


UNTOLD = {"pubmed": {"type", "references"}, "citavi": {"type"}}
"""Fields of which BibTeX made from a format says nothing: made from MEDLINE, every record is an article, and
``references`` counts them; made from Citavi, every record is an article that is no book."""


PLACEHOLDERS = ("notitlefound",)
"""What a program writes where it found nothing."""


def compare(items, oracle, score, misses, name, skipped, months=False):
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
                or _is_count(ours, field, value)
                or _lacks_subtitle(ours, field, value)
                or _is_address_of(ours, field, value)
            ):
                score["agree"] += 1
            else:
                misses.append(
                    f"{name}: {theirs.id}: {field}: {_shown(field, mine)!r:.150} is not {_shown(field, value)!r:.150}"
                )


def _says_nothing(field, value, ours):
    """Whether an expected value cannot be agreed with.

    A placeholder, the type that programs fall back on, a date without a year, an address that EndNote alone can
    follow, and the address of the authors where BibTeX has that of the publisher (JabRef's, of many formats, with the
    country behind it).
    """
    if _shown(field, value) in PLACEHOLDERS:
        return True
    if field == "type":
        return value is ItemType.DOCUMENT or ours.type in WORDLESS
    if field in DATE_VARIABLES:
        return not value.parts and not re.search(r"[12]\d{3}", value.literal or "")
    if field == "URL" and value.startswith("<Go to"):
        return True
    return field == "publisher_place" and any(
        _fold(value).startswith(_fold(text)) for tag, text in _kept(ours) if tag in {"AD", "auth-address"}
    )


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
    if field == "keyword" and mine:  # of the fields for headings, every program reads some
        return set(_shown(field, theirs)) <= set(_shown(field, mine))
    if field in NAME_VARIABLES and mine and len(mine) == len(theirs):
        return all(_same_name(*names) for names in zip(mine, theirs, strict=True))
    return _shown(field, mine) == _shown(field, theirs)


def _is_cut(mine, theirs, months):
    """Whether the expected date is the beginning of ours: BibTeX has no day, and Zotero no end of a range."""
    if months and len(theirs.parts) in (1, 2) and not theirs.end:
        return mine.parts[: len(theirs.parts)] == theirs.parts
    return bool(mine.end) and not theirs.end and mine.parts[: len(theirs.parts)] == theirs.parts


def _same_name(mine, theirs):
    """Whether two names are one; the words of a name in one field, or with a Jr., may stand in any order.

    JabRef leaves out the middle names of Citavi.
    """
    if mine.family and mine.family == theirs.family and f"{mine.given} ".startswith(f"{theirs.given} "):
        return True
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


def _is_count(ours, field, theirs):
    """Whether expected pages are how many the whole has, with the words of a catalogue (JabRef's, of Citavi)."""
    counted = field in {"page", "number_of_pages"} and not ours.page and ours.number_of_pages
    return bool(counted) and counted in re.findall(r"\d+", theirs)


def _lacks_subtitle(ours, field, theirs):
    """Whether the expected title is ours up to the subtitle, which is left out (JabRef's, of Citavi)."""
    return field == "title" and bool(ours.title_short) and _fold(ours.title_short) == _fold(theirs)


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
