"""The parts of a description that both MARCs cut alike: titles, people, publishers, sizes, subject headings (ISBD)."""

import re
from collections.abc import Iterable
from dataclasses import replace

from refs.model.item import ItemType as T
from refs.model.name import Name
from refs.parse.catalogue.marc_record import Field, MarcRecord
from refs.parse.catalogue.relators import is_imprint, variable_of
from refs.parse.catalogue.responsibility import role_in
from refs.parse.draft import Draft
from refs.parse.extents import pages_in, volumes_in
from refs.parse.people import read_person

_YEAR = re.compile(r"(?<!\d)(?:1[0-9]|20)\d\d(?!\d)")
# Bello, Emmanuel G.
_KEEPS_STOP = re.compile(r"(?:(?:^|[\s.-])[^\W\d_]\.|\.\.)$")
# <<The >>letters, and the control characters that stand for the same
UNSORTED = re.compile(r"<<|>>|[\x88\x89\x98\x9c\u200d¬]")
"""The marks around what is not sorted."""
MEDIA = frozenset({T.SONG, T.MOTION_PICTURE, T.GRAPHIC})
"""Types of what is heard or looked at, which has a medium and no pages."""
_SECONDARY = frozenset({"compiler", "contributor", "illustrator"})
"""What they have done who are no authors, unless they have the main entry."""
_EDITED = frozenset({T.BOOK, T.PERIODICAL, T.COLLECTION})


def bare(text: str) -> str:
    """The text without the punctuation that leads to the next subfield; a stop before that ends a short form.

    >>> bare("Reading, Mass. :"), bare("Hunt, Andrew,"), bare("The town scold.")
    ('Reading, Mass.', 'Hunt, Andrew', 'The town scold')
    """
    whole = text.strip()
    plain = whole.rstrip(" /:;,=")
    is_end = plain.endswith(".") and plain == whole and not _KEEPS_STOP.search(plain)
    return plain[:-1] if is_end else plain


def title_of(record: MarcRecord, tag: str, codes: str) -> str:
    """The title and what follows it, with colons between."""
    parts = next((_of_one_language(each).all(codes) for each in record.every(tag)), [])
    title = ""
    for part in (bare(each.lstrip(" :")) for each in parts):
        title = f"{title}: {part}" if title and part else title or part
    return UNSORTED.sub("", title)


def _of_one_language(field: Field) -> Field:
    """The field up to a parallel title, which UNIMARC has in ``$d``; MARC 21 has none there."""
    end = next((place for place, (code, _) in enumerate(field.parts) if code == "d"), len(field.parts))
    return replace(field, parts=field.parts[:end])


def read_people(
    draft: Draft, record: MarcRecord, main: Iterable[str], added: Iterable[str], statement: str
) -> None:
    """The names of the main and the added entries; what the latter did is told by a relator or the title page.

    Where nobody has the main entry, the work is one of many hands: those of whom nothing is said have edited it. Where
    somebody has, and no title page is told, the persons are authors too.
    """
    for each in record.every(*main):
        role = _role(each)
        draft.add_name("author" if role in _SECONDARY or role is None else role, _read_name(each))
    unlabelled = []
    for each in record.every(*added):
        role = _role(each)
        if each.first("t") or is_imprint(each.all("4e")):
            continue
        name = _read_name(each)
        role = role or role_in(statement, (name.family or "") if name else "")
        if role is None:
            unlabelled.append(name)
        elif name not in draft.values.get(role, ()):  # added again for another of their works
            draft.add_name(role, name)
    by_many = "author" not in draft.values
    for name in dict.fromkeys(unlabelled):
        if by_many:
            draft.add_name("editor" if draft.kind in _EDITED else "contributor", name)
        else:
            draft.add_name("author" if name and name.family and not statement else "contributor", name)


def _role(field: Field) -> str | None:
    told = field.all("4e")
    return variable_of(told) or ("contributor" if told else None)


def _read_name(field: Field) -> Name | None:
    """``$a Xarque, Francisco``; UNIMARC has the given name in ``$b``."""
    whole = bare(field.first("a"))
    if field.tag[1:] in {"10", "11", "12"} and field.tag[0] in "17":
        return Name(literal=" ".join(bare(each) for each in field.all("ab"))) if whole else None
    more = bare(field.first("b")).lstrip(", ")
    if more and "," not in whole and not more.rstrip(".").isupper():
        return Name(whole, more)
    return read_person(f"{whole} {more}" if more and "," not in whole else whole)


def read_publisher(draft: Draft, places: Iterable[str], publishers: Iterable[str], date: str) -> None:
    """Places, publishers and year; what is in brackets was not on the title page, and its brackets go."""
    for variable, texts in (("publisher_place", places), ("publisher", publishers)):
        draft.fill(variable, "; ".join(filter(None, (bare(text).strip("[]") for text in texts))))
    years = _YEAR.findall(date)
    if years:
        is_range = len(years) > 1 and re.search(rf"{years[0]}\s*[-–]\s*{years[1]}", date)
        draft.put_date("issued", "/".join(years[:2]) if is_range else years[0])


def read_size(draft: Draft, text: str) -> None:
    """The pages, and the volumes where there are several."""
    draft.fill("number_of_pages", pages_in(text) if draft.kind not in MEDIA else "")
    draft.fill("number_of_volumes", volumes_in(text))


def read_words(draft: Draft, record: MarcRecord, tags: Iterable[str]) -> None:
    """The subject headings, each part of a heading a word of its own."""
    for each in record.every(*tags):
        if each.tag == "653":  # words, not the parts of a heading
            draft.add_words(map(bare, each.all("a")))
        heading = " ".join(bare(part) for part in each.all("ab")) if each.tag != "653" else ""
        rest = (" ".join(bare(part) for part in each.all(code)) for code in "tqvxyz")
        draft.add_words([heading.replace(", ,", ","), *rest])
