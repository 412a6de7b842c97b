"""The fields of a BibTeX entry → an Item."""

import re

from refs.model.bibstrings import BIBSTRINGS
from refs.model.bibtex import (
    COUNTED,
    DATES,
    ENTRY_TYPES,
    KEPT,
    LISTS,
    NAMES,
    ROLES,
    SUBTITLES,
    TEXTS,
    TITLES,
    TYPES,
    VERBATIM,
    variable_of,
)
from refs.model.flaw import Flaw, FlawCode
from refs.model.identifier import derive_identifiers
from refs.model.item import Item, ItemType
from refs.model.kept import keep
from refs.model.languages import BABEL, LANGUAGES
from refs.parse.bib.dates import DATE_PARTS, Dates
from refs.parse.bib.entry import Entry
from refs.parse.bib.kinds import IN_BOOKS, counts_pages, is_for_parts, is_page, is_preprint, kind_of
from refs.parse.bib.names import read_names
from refs.parse.bib.remarks import URL, accessed_in, pmid_in, says_access_alone
from refs.parse.bib.verbatim import archive_of, read_eprint, read_verbatim, unescape
from refs.parse.identity import hyphenate
from refs.parse.latex import decode, decode_plain, decode_title
from refs.parse.latex.journals import journal_of

# first come, first served: of several fields for one variable the first here is read
_ORDER = {
    name: rank
    for rank, name in enumerate(
        [
            "url",
            "ee",
            "bdsk-url-1",
            "pages",
            "page",
            "fjournal",
            "journaltitle",
            "journal",
            "booktitle",
            "publisher",
            "institution",
            "school",
            "organization",
            "location",
            "address",
            "number",
            "issue",
            "eventtitle",
            "conference",
            "annotation",
            "annote",
            "langid",
            "language",
            "pagetotal",
            "numpages",
            "note",
            "addendum",
            "date",
            "urldate",
            "lastchecked",
        ]
    )
}
_SECOND = frozenset({*SUBTITLES.values(), "entrysubtype"})
_SPECIAL = _SECOND | set(DATE_PARTS)


def read_entry(entry: Entry, flaws: list[Flaw], default_id: str) -> Item:
    """The Item of an entry; what has no CSL variable stands as it was in ``custom["bibtex"]``."""
    return _Mapping(entry, flaws, entry.key or default_id).item()


class _Mapping(Dates):
    """One entry on its way to an Item."""

    def __init__(self, entry: Entry, flaws: list[Flaw], key: str) -> None:
        super().__init__(entry, flaws, key)
        self.split: dict[str, int] = {}
        self.joined: set[str] = set()
        self.kind, self.genre = self.read_type()

    def read_type(self) -> tuple[ItemType, str | None]:
        if self.entry.type not in TYPES:
            message = f"no entry type is called {self.entry.type:.60}"
            self.flaws.append(Flaw(FlawCode.UNKNOWN_TYPE, message, self.key, "type"))
        return kind_of(self.entry.type, self.entry.fields)

    def item(self) -> Item:
        """The Item."""
        fields = self.entry.fields
        self.read_dates()
        for name in sorted(sorted(fields), key=_rank):  # whatever their order, the same one fills a variable
            value = fields[name]
            if name not in _SPECIAL and value.strip():
                self.read_field(name, value)
            elif "crossref" in fields and not value.strip():  # what is empty is not inherited
                self.fields[name] = ""
        self.read_links()
        for name in sorted(_SECOND & fields.keys() - self.joined):
            if fields[name].strip():
                self.keep(name)
        if (
            self.genre
            and self.values.setdefault("genre", self.genre) == self.genre
            and fields.get("type", "").strip()
        ):
            self.names["genre"] = "type"
        return self.build()

    def build(self) -> Item:
        values = self.values
        values["id"], values["type"] = self.key, self.kind
        usual = ENTRY_TYPES.get(self.kind, ("misc", "misc"))[0] == self.entry.type
        keep(
            values,
            KEPT,
            type="" if usual else self.entry.type,
            fields=self.fields,
            names=self.names,
            tex=self.tex,
            split=self.split,
            case=self.entry.cases,
            inherited=sorted(self.entry.inherited),
            macros=self.entry.macros,
        )
        identifiers = derive_identifiers(values) + read_eprint(self.fields, values.get("container_title", ""))
        if identifiers:
            values["identifiers"] = tuple(dict.fromkeys(identifiers))
        return Item.build(values)

    def read_field(self, name: str, value: str) -> None:
        if name in NAMES:
            self.read_people(name, value)
        elif name in TEXTS:
            self.read_text(name, value)
        elif name in VERBATIM:
            self.put(VERBATIM[name], name, read_verbatim(name, value))
        elif name not in DATES:
            self.keep(name)

    def read_people(self, name: str, value: str) -> None:
        """A list of names; one in biblatex's extended format is kept as it was written."""
        names = read_names(value)
        variable = NAMES[name]
        if name == "editor":
            variable = ROLES.get(self.entry.fields.get("editortype", "").strip().lower(), variable)
        if "=" in value and "xdata=" not in value and names and variable not in self.values:
            self.tex[variable] = ["; ".join(map(str, names)), value.strip()]
        self.put(variable, name, names)

    def variable(self, name: str) -> str | None:
        """What a text field fills, in the company of the others.

        MathSciNet has the whole name in ``fjournal``; the ACM has in ``location`` where the meeting was, and in
        ``address`` where the publisher is.
        """
        fields = self.entry.fields
        if name == "journal" and fields.get("fjournal", "").strip():
            return "container_title_short"
        if name == "location" and self.kind is ItemType.PAPER_CONFERENCE:
            address = fields.get("address", "").strip()
            return "event_place" if address and address != fields[name].strip() else "publisher_place"
        if name in {"journal", "journaltitle"} and self.kind in IN_BOOKS and "booktitle" in fields:
            return None if fields.get("series", "").strip() else "collection_title"
        if name == "booktitle" and is_for_parts(self.entry.type, fields):
            return None
        if name == "pages" and self.kind in COUNTED and counts_pages(fields):
            return "number_of_pages"
        if name == "maintitle":
            return None if self.kind is ItemType.BOOK or _HAS_CONTAINER & fields.keys() else "container_title"
        return variable_of(name, self.kind)

    def decoded(self, variable: str, value: str) -> str:
        """The text of a field, for what it fills."""
        if variable == "container_title" and (journal := journal_of(value)):
            self.tex.setdefault(variable, [journal, value.strip()])
            return journal
        if variable in TITLES and variable not in BIBSTRINGS:
            return decode_title(value)
        if variable == "page":
            return hyphenate(decode_plain(value))
        if variable == "language":
            return self.read_language(decode_plain(value))
        if variable in BIBSTRINGS:
            return self.read_key(variable, value)
        return decode(value)

    def read_key(self, variable: str, value: str) -> str:
        """The words for a key of biblatex, also within a list; the writer knows those for genres."""
        words = BIBSTRINGS[variable]
        listed = _LISTED.split(value.strip())
        if not any(each.lower() in words for each in listed):
            return (decode_title if variable in TITLES else decode)(value)
        text = " and ".join(words.get(each.lower()) or decode(each) for each in listed)
        if variable != "genre":
            self.tex.setdefault(variable, [text, value.strip()])
        return text

    def read_text(self, name: str, value: str) -> None:
        variable = self.variable(name)
        if variable is None:
            self.keep(name)
            return
        if variable == "note" and (accessed := accessed_in(value)):
            self.values.setdefault("accessed", accessed)
            if says_access_alone(value):
                self.keep(name)
                return
        text = self.decoded(variable, value)
        if variable == "note" and (pmid := pmid_in(text)) and "pmid" not in self.entry.fields:
            self.values["PMID"] = pmid
        if variable not in self.values and ("\\" in text or (variable in LISTS and _is_one(text, value))):
            self.tex[variable] = [text, value.strip()]
        second = SUBTITLES.get(name)
        subtitle = self.entry.fields.get(second, "").strip() if second else ""
        if second and subtitle and variable not in self.values:
            self.split[variable] = len(text)
            self.joined.add(second)
            text = _with_subtitle(text, decode_title(subtitle))
        self.put(variable, name, text)

    def read_language(self, text: str) -> str:
        """The code of a language; a word that the writer would not choose for it is kept."""
        code = LANGUAGES.get(text.lower().removeprefix("lang"), text)
        if BABEL.get(code, code) != text:
            self.tex.setdefault("language", [code, text])
        return code

    def read_links(self) -> None:
        """What howpublished says: an address, or who published; a bare address makes misc a web page."""
        value = self.fields.get("howpublished")
        if value is not None:
            found = URL.search(value)
            accessed = accessed_in(value)
            if accessed:
                self.values.setdefault("accessed", accessed)
            if found:
                self.values.setdefault("URL", unescape(found[1] or found[2]))
            elif "publisher" not in self.values:
                del self.fields["howpublished"]
                self.put("publisher", "howpublished", decode(value))
        if is_page(self.entry.type, self.values):
            self.kind = ItemType.WEBPAGE
        self.read_eprint()

    def read_eprint(self) -> None:
        """An eprint is where the work is archived, and may be its PMID; at arXiv it makes a preprint of it."""
        eprint = self.fields.get("eprint", "").strip()
        archive = archive_of(self.fields)
        if archive == "pubmed" and eprint.isdecimal():
            self.values.setdefault("PMID", eprint)
        if eprint and is_preprint(self.entry.type, archive, self.values):
            self.kind = ItemType.ARTICLE


_HAS_CONTAINER = frozenset({"booktitle", "journal", "journaltitle"})
_LISTED = re.compile(r"\s+and\s+")
_BRACED = re.compile(r"\{[^{}]*\}")


def _is_one(text: str, value: str) -> bool:
    """Whether braces make one name of what biblatex would take for two."""
    return " and " in text and "{" in value and _LISTED.search(_BRACED.sub("", value)) is None


def _rank(name: str) -> int:
    return _ORDER.get(name, -1)


def _with_subtitle(title: str, subtitle: str) -> str:
    if not title:
        return subtitle
    return f"{title} {subtitle}" if title[-1] in ":?!.–—" else f"{title}: {subtitle}"
