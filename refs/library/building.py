"""The whole way for one article: a draft written out, or a published list written anew."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from refs.article.build import BuiltEntry, build_draft
from refs.article.draft import Draft, read_draft
from refs.article.markdown import front_matter_end
from refs.article.read import read_article
from refs.article.sniff import detect_format
from refs.article.yaml import read_yaml
from refs.errors import RefsError, UncitedKeys, UnknownItem
from refs.files import write_file
from refs.library.adding import add_identifier
from refs.library.bulk import import_file
from refs.library.citing import is_numeric, render, without_number
from refs.library.revising import refuse_same, restyle
from refs.model.article import Format
from refs.model.identifier import parse_identifier
from refs.text import counted

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from refs.library.holdings import Holdings
    from refs.model.citation import Citation
    from refs.model.flaw import Flaw

_FORMATS = {
    ".html": Format.HTML,
    ".htm": Format.HTML,
    ".md": Format.MARKDOWN,
    ".markdown": Format.MARKDOWN,
    ".docx": Format.DOCX,
    ".txt": Format.TEXT,
}
_OUTPUTS = {Format.HTML: "html", Format.MARKDOWN: "markdown"}


@dataclass(frozen=True)
class Built:
    """What was written: to which file, how many citations and entries, and the flaws of the items."""

    out: str
    citations: int
    entries: int
    flaws: tuple[Flaw, ...] = ()

    @property
    def sentence(self) -> str:
        """One line for a person."""
        return f"{self.out}: {counted(self.citations, 'citation')}, {counted(self.entries, 'entry')}"


def build(library: Holdings, path: str, out: str, *, style: str | None, locale: str | None) -> Built:
    """Write an article with its citations numbered and its bibliography formatted; raises UncitedKeys and others."""
    if path != "-":
        refuse_same(path, out)
    data = library.read_bytes(path)
    form = detect_format(path, data)
    if form in {Format.MARKDOWN, Format.HTML}:
        draft = read_draft(data, path, form)
        if draft.citations and not read_article(data, path, form).entries:
            return _build_draft(library, draft, out, style, locale)
    revision = restyle(library, path, style=style or library.configuration.style, locale=locale)
    article = read_article(revision.after, path, form)
    revision.write(out)
    keys = [key for key in library.article(article.path).keys if key]
    return Built(out, len(article.markers), len(article.entries), tuple(library.flaws_for_citing(keys)))


def _build_draft(library: Holdings, draft: Draft, out: str, style: str | None, locale: str | None) -> Built:
    wished = front_matter(draft.source)
    _import_bibliographies(library, draft.path, wished.get("bibliography", ()))
    chosen = style or next(iter(wished.get("csl", ())), None) or library.configuration.style
    draft = with_library_keys(library, draft)
    output = _FORMATS.get(PurePath(out).suffix.lower(), draft.format)
    texts, entries = render_citations(
        library, [each.citation for each in draft.citations], chosen, locale, _OUTPUTS.get(output, "plain")
    )
    written = build_draft(draft, texts, entries, output)
    write_file(out, written)
    flaws = library.flaws_for_citing([entry.id for entry in entries])
    return Built(out, len(texts), len(entries), tuple(flaws))


def render_citations(
    library: Holdings, citations: Sequence[Citation], style: str, locale: str | None, output: str
) -> tuple[list[str], list[BuiltEntry]]:
    """The texts of citations of library keys, and the bibliography, numbered where the style numbers."""
    keys = dict.fromkeys(cite.id for citation in citations for cite in citation.cites)
    document = render(library.store.get_items(list(keys)), style, locale, output, citations)
    numeric = is_numeric(style)
    entries = [
        BuiltEntry(entry.id, without_number(entry.text), number if numeric else None)
        for number, entry in enumerate(document.bibliography.entries, 1)
    ]
    return [citation.text for citation in document.citations], entries


def with_library_keys(library: Holdings, draft: Draft) -> Draft:
    """The draft with the library's keys in its cites; what the library lacks is added first; raises UncitedKeys."""
    known: dict[str, str] = {}
    unknown: list[str] = []
    for written in draft.keys:
        key = _resolve(library, written)
        if key is None:
            unknown.append(written)
        else:
            known[written] = key
    if unknown:
        raise UncitedKeys(draft.path, unknown)
    citations = tuple(replace(each, citation=_renamed(each.citation, known)) for each in draft.citations)
    return replace(draft, citations=citations)


def _renamed(citation: Citation, keys: Mapping[str, str]) -> Citation:
    return replace(citation, cites=tuple(replace(cite, id=keys[cite.id]) for cite in citation.cites))


def _resolve(library: Holdings, written: str) -> str | None:
    try:
        return library.key_of(written)
    except UnknownItem:
        identifier = parse_identifier(written)
    if identifier is None:
        return None
    try:
        return add_identifier(library, identifier, ()).key
    except RefsError:
        return None


def front_matter(source: str) -> dict[str, list[str]]:
    r"""The values of ``bibliography`` and ``csl`` in a Markdown draft's front matter.

    >>> front_matter("---\nbibliography: [a.bib, b.bib]\ncsl: apa\n---\n")
    {'bibliography': ['a.bib', 'b.bib'], 'csl': ['apa']}
    """
    head = read_yaml(source[: front_matter_end(source)].strip().strip("-."))
    wished = head if isinstance(head, dict) else {}
    return {name: _listed(wished[name]) for name in ("bibliography", "csl") if wished.get(name)}


def _listed(value: object) -> list[str]:
    return [str(each) for each in value] if isinstance(value, list) else [str(value)]


def _import_bibliographies(library: Holdings, path: str, names: Sequence[str]) -> None:
    for name in names:
        place = Path(path).parent / name
        for _ in import_file(library, str(place), form=None, force=False, tags=()):
            pass
