"""The formats that refs reads: name → reader, file suffixes, and how to tell one from its first lines."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import PurePath

from refs.errors import UnknownFormat
from refs.model.flaw import Flaw, FlawCode
from refs.model.reading import Reading
from refs.parse.bib.bibtex import parse_bibtex
from refs.parse.bib.bltxml import parse_bltxml
from refs.parse.catalogue.dspace import parse_dspace
from refs.parse.catalogue.mab import parse_mab
from refs.parse.catalogue.marc import parse_marc
from refs.parse.catalogue.marcxml import parse_marcxml
from refs.parse.catalogue.mods import parse_mods
from refs.parse.catalogue.openurl import parse_openurl
from refs.parse.catalogue.primo import parse_primo
from refs.parse.csl.csl_yaml import parse_csl_yaml
from refs.parse.csl.csljson import parse_csljson
from refs.parse.managers.bookmarks import parse_bookmarks
from refs.parse.managers.cff import parse_cff
from refs.parse.managers.citavi import parse_citavi
from refs.parse.managers.endnote_xml import parse_endnote_xml
from refs.parse.managers.hayagriva import parse_hayagriva
from refs.parse.managers.hayagriva_types import TYPES as HAYAGRIVA_TYPES
from refs.parse.managers.msbib import parse_msbib
from refs.parse.managers.papis import parse_papis
from refs.parse.managers.wikitext import parse_wikitext
from refs.parse.managers.zotero_json import parse_zotero_json
from refs.parse.managers.zotero_rdf import parse_zotero_rdf
from refs.parse.tagged.biblioscape import parse_biblioscape
from refs.parse.tagged.copac import parse_copac
from refs.parse.tagged.enw import parse_enw
from refs.parse.tagged.inspec import parse_inspec
from refs.parse.tagged.isi import parse_isi
from refs.parse.tagged.nbib import parse_nbib
from refs.parse.tagged.ovid import parse_ovid
from refs.parse.tagged.refworks import parse_refworks
from refs.parse.tagged.repec import parse_repec
from refs.parse.tagged.ris import parse_ris
from refs.parse.tagged.silverplatter import parse_silverplatter


@dataclass(frozen=True, slots=True)
class Format:
    """One format: its reader, the suffixes of its files, and a pattern that its text shows near its start."""

    read: Callable[[str], Reading]
    suffixes: tuple[str, ...]
    sign: re.Pattern[str]


def _sign(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.MULTILINE)


FORMATS: Mapping[str, Format] = {
    "mab": Format(parse_mab, (".mab", ".mab2"), _sign(r"\A\s*(?:### ?)?\d{5}[a-z ]M2\.0")),
    "marc": Format(parse_marc, (".mrc", ".marc"), _sign(r"\A\s*\d{5}[^\n\x1e]{1,17}45[^\n]{2}\d{12}")),
    "primo": Format(parse_primo, (".pnx",), _sign(r"exlibrisgroup\.com/xsd/primo|<PrimoNMBib")),
    "bltxml": Format(parse_bltxml, (".bltxml",), _sign(r"biblatex-biber\.sourceforge\.net/biblatexml")),
    "openurl": Format(parse_openurl, (".ctx",), _sign(r"<(?:\w+:)?context-objects?[\s>]")),
    "citavi": Format(parse_citavi, (".ctv5bak", ".ctv6bak"), _sign(r"<CitaviExchangeData\b")),
    "dspace": Format(parse_dspace, (), _sign(r"<(?:\w+:)?dim[\s>]")),
    "endnote-xml": Format(parse_endnote_xml, (), _sign(r"<xml>\s*<records>|<records>\s*<record>")),
    "mods": Format(parse_mods, (".mods",), _sign(r"<(?:\w+:)?mods(?:Collection)?[\s>]")),
    "marcxml": Format(
        parse_marcxml, (".marcxml",), _sign(r"<(?:\w+:)?(?:leader|controlfield|datafield)[\s>]")
    ),
    "zotero-rdf": Format(parse_zotero_rdf, (".rdf",), _sign(r"<rdf:RDF\b")),
    "msbib": Format(
        parse_msbib, (), _sign(r"<(?:\w+:)?Sources?\b[^>]*/bibliography|<(?:\w+:)?Sources?\s*/?>")
    ),
    "bookmarks": Format(parse_bookmarks, (), _sign(r"(?i)<!DOCTYPE NETSCAPE-Bookmark-file")),
    "isi": Format(
        parse_isi,
        (".isi", ".ciw"),
        _sign(r"^PT [A-Z][A-Za-z]*(?:[ ;]+[A-Z][a-z]+){0,4}\s*$|\AFN \S.*\nVR \d"),
    ),
    "zotero-json": Format(
        parse_zotero_json, (), _sign(r"\"(?:itemType|creatorType)\"\s*:|\"BetterBibTeX JSON\"")
    ),
    "csljson": Format(
        parse_csljson, (".json", ".csljson", ".jsonl"), _sign(r"\A\s*(?:\[\s*[{\]]|\{\s*[\"}])")
    ),
    "ris": Format(parse_ris, (".ris",), _sign(r"^\s{0,3}TY {1,3}-(?:\s|$)")),
    "ovid": Format(
        parse_ovid,
        (".ovd",),
        _sign(
            r"^\s{0,3}<\s*\d+\s*\.?\s*>\s*$|^VN  - Ovid|\AScore\s*$|^(?:Accession Number|Author)[ \t]*\r?\n  \S"
        ),
    ),
    "nbib": Format(
        parse_nbib,
        (".nbib", ".medline"),
        _sign(r"^PMID ?- ?\d|^(?:TI|AB|AU|FAU|JT|TA|DP|LID|AID|OWN) {1,2}- \S"),
    ),
    "refworks": Format(parse_refworks, (), _sign(r"^RT [A-Z][A-Za-z]")),
    "silverplatter": Format(parse_silverplatter, (), _sign(r"^(?:TI|AU|SO): {1,3}\S")),
    "inspec": Format(parse_inspec, (), _sign(r"^[A-Z]{2} ~ \S|^Record.{0,60}INSPEC")),
    "biblioscape": Format(parse_biblioscape, (), _sign(r"^--[A-Z]{2}-- ")),
    "copac": Format(parse_copac, (), _sign(r"^(?:TI|AU|HL)- \S")),
    "repec": Format(parse_repec, (), _sign(r"^NEP: New Economics Papers|^From:? .{0,40}nep\.repec\.org")),
    "wikitext": Format(
        parse_wikitext, (".wiki", ".wikitext", ".mediawiki"), _sign(r"\{\{\s*[Cc]it(?:e|ation)\b")
    ),
    "cff": Format(parse_cff, (".cff",), _sign(r"^cff-version\s*:")),
    "csl-yaml": Format(parse_csl_yaml, (), _sign(r"^references\s*:\s*$|\A(?:---\s+)?-\s+(?:id|type):\s")),
    "hayagriva": Format(
        parse_hayagriva,
        (),
        _sign(
            r"\A(?:[ \t]*(?:#.*|---.*)?\n){0,50}[^\s#:{\[-][^\n:]*:[ \t]*(?:#.*)?\n(?:[ \t]+\S.*\n|[ \t]*\n){0,40}?"
            rf"[ \t]+type[ \t]*:[ \t]*[\"']?(?i:{'|'.join(HAYAGRIVA_TYPES)})\b"
        ),
    ),
    "papis": Format(parse_papis, (), _sign(r"^(?:papis_id|author_list|time-added|ref)\s*:")),
    "enw": Format(parse_enw, (".enw", ".ref", ".refer"), _sign(r"^\s{0,4}%[0ATDJ][ \t]+\S")),
    "bibtex": Format(parse_bibtex, (".bib", ".bibtex"), _sign(r"^[ \t]*@[A-Za-z]+[ \t]*[{(]")),
    # seen as bibtex, whose reader knows both
    "biblatex": Format(parse_bibtex, (".biblatex",), _sign(r"(?!)")),
}
"""Every format by name; of several signs the first here that fits names the format."""

_BEGINNING = 40_000


def parse_text(text: str, format: str) -> Reading:  # noqa: A002  # the word of the command line
    """The items of a text in a format of `FORMATS`."""
    known = FORMATS.get(format)
    if known is None:
        raise UnknownFormat(format, FORMATS)
    if "\x00" not in text:
        return known.read(_with_line_feeds(text))
    reading = known.read(_with_line_feeds(text.replace("\x00", "")))
    flaw = Flaw(FlawCode.BAD_VALUE, f"{text.count(chr(0))} NUL characters were left out")
    return Reading(reading.items, (*reading.flaws, flaw))


def _with_line_feeds(text: str) -> str:
    """The text with one line feed at the end of each line, whatever system it comes from."""
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def detect_format(name: str, text: str) -> str | None:
    """The format of a file by its text, and by its name when the text leaves it open; None when neither tells."""
    beginning = _with_line_feeds(text[:_BEGINNING].removeprefix("\ufeff"))
    for key, known in FORMATS.items():
        if known.sign.search(beginning):
            return key
    suffix = PurePath(name).suffix.lower()
    return next((key for key, known in FORMATS.items() if suffix in known.suffixes), None)
