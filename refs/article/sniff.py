"""The format of a file: by its name, by its first bytes, by what it is full of."""

import re
from pathlib import PurePath

from refs.model.article import Format

SUFFIXES = {
    ".txt": Format.TEXT,
    ".text": Format.TEXT,
    ".md": Format.MARKDOWN,
    ".mdx": Format.MARKDOWN,
    ".markdown": Format.MARKDOWN,
    ".qmd": Format.MARKDOWN,
    ".rmd": Format.MARKDOWN,
    ".html": Format.HTML,
    ".htm": Format.HTML,
    ".xhtml": Format.HTML,
    ".docx": Format.DOCX,
    ".docm": Format.DOCX,
    ".wxr": Format.WORDPRESS,
}
_HEAD = 65536
_HTML = re.compile(
    r"<!doctype html|<html[\s>]|<(?:p|div|h[1-6]|ol|ul|body|article|sup|a)(?:\s[^<>]{0,500})?>", re.IGNORECASE
)
_MARKDOWN = re.compile(
    r"^#{1,6} \S|^\[\^[^\]]+\]:|\]\(https?://|^[-*] \S|^```|\*\*\S|\[@[\w:]+", re.MULTILINE
)


def detect_format(path: str, data: bytes | str) -> Format:
    """The format of an article."""
    if isinstance(data, bytes) and data.startswith(b"PK\x03\x04"):
        return Format.DOCX
    head = data[:_HEAD].decode("utf-8", "replace") if isinstance(data, bytes) else data[:_HEAD]
    if "<rss" in head and "wordpress.org/export" in head:
        return Format.WORDPRESS
    known = SUFFIXES.get(PurePath(path.partition("?")[0]).suffix.lower())
    return known or _by_content(head)


def _by_content(head: str) -> Format:
    tags, marks = len(_HTML.findall(head)), len(_MARKDOWN.findall(head))
    if tags > 2 and tags > marks / 2:
        return Format.HTML
    return Format.MARKDOWN if marks > 2 or head.startswith("---\n") else Format.TEXT
