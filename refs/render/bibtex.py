"""Items → BibTeX and biblatex: the way back from parse/bibtex.py."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from refs.model.bibstrings import GENRES
from refs.model.bibtex import (
    COUNTED,
    ENTRY_TYPES,
    JOURNAL_TYPES,
    KEPT,
    ROLES,
    SUBTITLES,
    TYPES,
    WRITTEN_TWICE,
    field_of,
    is_count,
)
from refs.model.date import Date
from refs.model.identifier import Scheme
from refs.model.item import DATE_VARIABLES, NAME_VARIABLES, Item, ItemType
from refs.model.kept import kept_of, named
from refs.model.languages import BABEL
from refs.render.bib.dates import render_edtf, says_all, year_fields
from refs.render.bib.encode import encode, encode_verbatim, keep_raw, to_ascii
from refs.render.bib.names import render_names
from refs.render.bib.share import Written, leave_inherited, put_macros

_MACHINE = frozenset({"DOI", "ISBN", "ISSN", "PMCID", "PMID", "URL"})
_FIRST = [
    "author",
    "editor",
    "translator",
    "title",
    "subtitle",
    "booktitle",
    "booksubtitle",
    "journal",
    "journaltitle",
    "shortjournal",
    "year",
    "month",
    "day",
    "date",
    "series",
    "volume",
    "number",
    "issue",
    "chapter",
    "edition",
    "pages",
    "publisher",
    "school",
    "institution",
    "organization",
    "address",
    "location",
    "doi",
    "url",
    "urldate",
    "eprint",
]
_COUNTED = frozenset({"number", "issue", "collection_number"})
"""What ``number`` may mean, which a reader tells by the type of the entry."""
_ISSUED = frozenset({"date", "year"})
_RANK = {name: rank for rank, name in enumerate(_FIRST)}
_KEYS = {words: key for key, words in GENRES.items()}
_ROLES = {variable: role for role, variable in ROLES.items() if variable != "contributor"}
_LOOSE = frozenset({ItemType.DOCUMENT, ItemType.WEBPAGE, ItemType.ARTICLE})

Field = tuple[str, str]


def render_bibtex(items: Iterable[Item], *, biblatex: bool = False, ascii_only: bool = False) -> str:
    """A BibTeX text of the items, one entry each; what an entry said on its way in is said again.

    What one inherited from another item of these is left to its ``crossref``, and macros stand before the entries.
    """
    entries = [_written_entry(item, biblatex=biblatex) for item in items]
    leave_inherited(entries)
    macros = put_macros(entries)
    texts = [_text(each, ascii_only=ascii_only) for each in entries]
    if macros:
        lines = "".join(f"@string{{{name} = {value}}}\n" for name, value in macros.items())
        texts.insert(0, to_ascii(lines) if ascii_only else lines)
    return "\n".join(texts)


def render_biblatex(items: Iterable[Item]) -> str:
    """A biblatex text of the items, one entry each."""
    return render_bibtex(items, biblatex=True)


def render_entry(item: Item, *, biblatex: bool = False, ascii_only: bool = False) -> str:
    """One entry, with a line feed at the end."""
    return _text(_written_entry(item, biblatex=biblatex), ascii_only=ascii_only)


def _written_entry(item: Item, *, biblatex: bool) -> Written:
    kept = kept_of(item.custom, KEPT)
    kind = _entry_type(item, kept, biblatex=biblatex)
    fields: dict[str, str] = {}
    for name, value in _fields(item, kind, kept, biblatex=biblatex):
        fields.setdefault(name, value)
    raw = {name: f"{{{keep_raw(value)}}}" for name, value in named(kept, "fields").items()}
    fields = raw | fields if biblatex else fields | raw
    return Written(kind, _key(item.id), fields, kept)


def _text(written: Written, *, ascii_only: bool) -> str:
    """The entry, the fields that matter most first."""
    fields, cases = written.fields, named(written.kept, "case")
    names = sorted(fields, key=lambda each: _RANK.get(each, 99))
    lines = [f"  {_cased(name, cases)} = {fields[name]}," for name in names]
    entry = "\n".join([f"@{written.kind}{{{written.key},", *lines, "}", ""])
    return to_ascii(entry) if ascii_only else entry


def _cased(name: str, cases: Mapping[str, str]) -> str:
    """The name of a field as it was written, in capitals or not."""
    written = cases.get(name, name)
    return written if written.lower() == name else name


def _key(text: str) -> str:
    """The key without the characters that end a key."""
    return "".join(char for char in " ".join(text.split()) if char not in '{},="')


def _entry_type(item: Item, kept: Mapping[str, Any], *, biblatex: bool) -> str:
    came = kept.get("type")
    if isinstance(came, str) and _is_type(came) and _fits(came, item.type):
        return came
    if item.type is ItemType.THESIS and not biblatex and "master" in (item.genre or "").lower():
        return "mastersthesis"
    return ENTRY_TYPES.get(item.type, ("misc", "misc"))[biblatex]


def _is_type(name: str) -> bool:
    """Whether a word can stand behind an ``@`` and begin an entry."""
    return name.isidentifier() and not name.lower().startswith(("comment", "preamble", "string"))


def _fits(entry_type: str, kind: ItemType) -> bool:
    """Whether an entry of this type could have become an item of this type."""
    if entry_type not in TYPES:
        return True
    usual = TYPES[entry_type][0]
    if usual is ItemType.BOOK and kind is ItemType.CHAPTER:
        return True
    return (
        usual is kind
        or (kind in _LOOSE and (usual in _LOOSE or entry_type in {"article", "unpublished"}))
        or (entry_type == "article" and kind in {ItemType.ARTICLE_MAGAZINE, ItemType.ARTICLE_NEWSPAPER})
    )


def _fields(item: Item, kind: str, kept: Mapping[str, Any], *, biblatex: bool) -> Iterator[Field]:
    """The fields of an item, those with a name of BibTeX's own before those that only CSL names."""
    names = _names(item, kept, biblatex=biblatex)
    split, tex = kept_of(kept, "split"), kept_of(kept, "tex")
    late: list[Field] = []
    written: set[str] = set()
    read_as = TYPES.get(kind, (item.type, None))[0]
    for variable, value in item.filled():
        if variable == "issued" and names.get(variable, "date") in _ISSUED:
            alone = biblatex or "year" in named(kept, "fields")
            words = {name: _raw(tex.get(name), str(value)) for name in (variable, "year", "month")}
            yield from _issued(value, names.get("issued"), words, biblatex=biblatex, alone=alone)
            continue
        if variable == "genre" and variable not in names and value == TYPES.get(kind, (None, None))[1]:
            continue
        of = read_as if variable in _COUNTED else item.type
        name = names.get(variable) or field_of(variable, of, biblatex=biblatex)
        said = _said(variable, value)
        if variable == "page" and name == "pages" and _would_count(item, read_as):
            name = "page"
        if name and variable not in split and (raw := _raw(tex.get(variable), said)):
            yield name, f"{{{keep_raw(raw)}}}"
            continue
        if name is None:
            late.append((variable.replace("_", "-"), _value(variable, value)))
            continue
        if biblatex and variable in _ROLES and not item.editor and "editor" not in written:
            written.add("editor")
            yield "editor", _value(variable, value)
            yield "editortype", f"{{{_ROLES[variable]}}}"
            continue
        yield from _written(variable, name, value, split.get(variable))
        if name in WRITTEN_TWICE and variable in {"container_title", "publisher_place"} and not biblatex:
            yield from _written(variable, WRITTEN_TWICE[name], value, split.get(variable))
    yield from _eprint(item, biblatex=biblatex)
    yield from late


def _names(item: Item, kept: Mapping[str, Any], *, biblatex: bool) -> Mapping[str, str]:
    """The fields that the variables came in; biblatex has its own, but for the journal of what is no article."""
    names = named(kept, "names")
    if not biblatex:
        return names
    in_journal = names.get("container_title") in {"journal", "journaltitle"}
    return {"container_title": "journaltitle"} if in_journal and item.type not in JOURNAL_TYPES else {}


def _would_count(item: Item, read_as: ItemType) -> bool:
    """Whether ``pages`` would be read for how many there are, and not for which."""
    told = item.number_of_pages or item.chapter_number
    return read_as in COUNTED and not told and is_count(item.page or "")


def _said(variable: str, value: Any) -> object:
    """A value in the form by which its LaTeX is remembered."""
    if variable in NAME_VARIABLES:
        return "; ".join(map(str, value))
    return str(value) if variable in DATE_VARIABLES else value


def _raw(told: object, value: object) -> str | None:
    """The LaTeX that a value was read from, while the value is still the same."""
    if isinstance(told, list) and len(told) == 2 and told[0] == value and isinstance(told[1], str):
        return told[1]
    return None


def _written(variable: str, name: str, value: Any, cut: object) -> Iterator[Field]:
    if isinstance(cut, int) and 0 < cut < len(value) and name in SUBTITLES:
        yield SUBTITLES[name], _value(variable, value[cut:].lstrip(": "))
        value = value[:cut]
    yield name, _value(variable, value)


def _value(variable: str, value: Any) -> str:
    """The value of a field, in its braces."""
    if variable in NAME_VARIABLES:
        text = render_names(value)
    elif variable in DATE_VARIABLES:
        text = encode(render_edtf(value)) if not value.parts else render_edtf(value)
    elif variable in _MACHINE:
        text = encode_verbatim(value)
    elif variable == "page":
        text = encode(value.replace("-", "–"))
    elif variable == "language":
        text = encode(BABEL.get(value, value))
    elif variable == "genre":
        text = _KEYS.get(value) or encode(value)
    else:
        text = encode(value)
    return f"{{{text}}}"


def _issued(
    date: Date, name: str | None, told: Mapping[str, str | None], *, biblatex: bool, alone: bool
) -> Iterator[Field]:
    """The date, and year, month and day; in the words it came in while it is still the same."""
    raw = told["issued"]
    if raw and name == "date":
        yield "date", f"{{{keep_raw(raw)}}}"
    elif raw and not biblatex and not alone:
        yield "year", f"{{{keep_raw(raw)}}}"
        return
    if biblatex and not date.parts:
        yield "year", f"{{{encode(date.literal or '')}}}"
        return
    if biblatex or name == "date" or not says_all(date):
        yield "date", f"{{{encode(render_edtf(date)) if not date.parts else render_edtf(date)}}}"
    if not alone:
        for field, value, is_macro in year_fields(date):
            if words := told.get(field):
                yield field, f"{{{keep_raw(words)}}}"
            elif field != "day" or not told["month"]:
                yield field, value if is_macro else "{" + (encode(value) if not date.parts else value) + "}"


def _eprint(item: Item, *, biblatex: bool) -> Iterator[Field]:
    """Where arXiv has the work."""
    for identifier in item.identifiers:
        told = KEPT in item.custom or identifier.value in (item.container_title or "")
        if identifier.scheme is Scheme.ARXIV and not told:
            yield "eprint", f"{{{identifier.value}}}"
            yield "eprinttype" if biblatex else "archiveprefix", "{arXiv}"
            return
