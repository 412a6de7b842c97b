"""What a MARC record describes: its leader, its coded data and its fields → an item type of CSL."""

from collections.abc import Mapping

from refs.model.item import ItemType as T
from refs.parse.catalogue.marc_record import MarcRecord

_TYPES: Mapping[str, T] = {
    "c": T.MUSICAL_SCORE,
    "d": T.MUSICAL_SCORE,
    "e": T.MAP,
    "f": T.MAP,
    "g": T.MOTION_PICTURE,
    "i": T.SONG,
    "j": T.SONG,
    "k": T.GRAPHIC,
    "p": T.COLLECTION,
    "r": T.GRAPHIC,
    "t": T.MANUSCRIPT,
}
"""The kind of record (leader, place 6); text and what is digital is told by the level (place 7)."""

_UNIMARC_TYPES: Mapping[str, T] = {
    **{kind: found for kind, found in _TYPES.items() if kind not in "pt"},
    "b": T.MANUSCRIPT,
}
_FILES: Mapping[str, T] = {
    "a": T.DATASET,
    "b": T.SOFTWARE,
    "d": T.BOOK,
    "f": T.SONG,
    "g": T.SOFTWARE,
    "h": T.SONG,
}
"""The kind of a computer file (008, place 26)."""


def read_type(record: MarcRecord, *, held: bool, in_serial: bool | None, at_meeting: bool) -> T:
    """The item type; `held` when the work is part of another, `in_serial` whether that is a serial, `at_meeting` when of a meeting."""
    kind, level = (f"{record.leader:<8}"[at] for at in (6, 7))
    if record.has("328") or (record.has("502") and not _is_published(record)):
        return T.THESIS
    types = _UNIMARC_TYPES if record.is_unimarc else _TYPES
    if kind in types:
        return types[kind]
    if level in "ab" or held:
        if at_meeting or _at_a_conference(record):
            return T.PAPER_CONFERENCE
        return T.ARTICLE_JOURNAL if (level == "b" if in_serial is None else in_serial) else T.CHAPTER
    if kind == "m" and not record.first("020", "a"):
        return _FILES.get(f"{record.control('008'):<27}"[26], T.SOFTWARE)
    return T.PERIODICAL if level == "s" else T.BOOK


def _is_published(record: MarcRecord) -> bool:
    """Whether a publisher has brought the work out: a thesis so published is cited as a book."""
    return bool(record.first("020", "a") and (record.first("260", "b") or record.first("264", "b")))


def _at_a_conference(record: MarcRecord) -> bool:
    """Whether the work is coded as one of a conference (008, place 29), or a meeting is named in it or what holds it."""
    coded = f"{record.control('008'):<30}"[29] == "1" and not record.is_unimarc
    return coded or (record.has("111", "711") and not record.is_unimarc)
