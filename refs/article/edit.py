"""Edits: replacements on spans of the source, and the way back to the bytes of a file."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from refs.article.decode import encode
from refs.article.docx import open_package, rebuild
from refs.model.article import Article, Format


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """New text for the characters from `start` to `end` of the source."""

    start: int
    end: int
    text: str


def apply_edits(source: str, edits: Iterable[Edit]) -> str:
    """The source with its edits made; every other character is as it was."""
    parts, at = [], 0
    for edit in sorted(edits, key=lambda each: (each.start, each.end)):
        if edit.start < at:
            message = f"edits overlap at {edit.start}"
            raise ValueError(message)
        parts += [source[at : edit.start], edit.text]
        at = edit.end
    return "".join([*parts, source[at:]])


def real_edits(source: str, edits: Iterable[Edit]) -> tuple[Edit, ...]:
    """The edits that change something, in order."""
    return tuple(sorted(edit for edit in edits if source[edit.start : edit.end] != edit.text))


def write_article(article: Article, edits: Sequence[Edit], data: bytes | None = None) -> bytes:
    """The bytes of the edited article; a Word file needs its own bytes to keep what is not text."""
    if not edits and data is not None:
        return data
    if article.format is not Format.DOCX:
        return encode(apply_edits(article.source, edits), article.encoding)
    package = open_package(data or b"", article.path)
    texts = {}
    for part in package.parts:
        inside = [
            Edit(edit.start - part.start, edit.end - part.start, edit.text)
            for edit in edits
            if part.start <= edit.start and edit.end <= part.end
        ]
        texts[part.name] = apply_edits(package.source[part.start : part.end], inside)
    return rebuild(package, texts)
