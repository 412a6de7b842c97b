"""An entry that BibTeX would refuse → as much of it as can be read."""

import re

from refs.parse.bib.entry import Entry

# @article{key,  @article{key}  @book( key ,
_HEAD = re.compile(r"\s*@\s*(\w+)\s*[{(]\s*([^\s,={}]*(?: [^\s,={}]+)*)\s*(?:,|$|[})])")
# @article{key author = , @article{author =
_BARE = re.compile(r"\s*@\s*(\w+)\s*[{(]\s*(?:([^\s,=\"{}]+)\s+)?(?=[A-Za-z][\w:.+-]{0,60}\s*=)")
# author =
_FIELD = re.compile(r"(?<![\w:.+-])([A-Za-z][\w:.+-]{0,60})[ \t\r\n]{0,20}=\s*")
# where another field begins: a line "  title = {"
_NEXT = re.compile(r"\n[ \t]*(?:[A-Za-z][\w:.+-]{0,60}[ \t]*=[ \t]*[{\"\w]|@\w+[ \t]*[{(])")
_BRACE = re.compile(r"\\.|[{}]", re.DOTALL)
# the start of an entry, at the start of a line
_START = re.compile(r"^[ \t]*@\w+[ \t]*[{(]", re.MULTILINE)
_WORD = re.compile(r"[^\s,}]+")


def salvage(text: str) -> Entry | None:
    """The entry with the fields that can be told apart, or None when it has no head."""
    head = _HEAD.match(text) or _BARE.match(text)
    if head is None or head[1].lower() in {"comment", "string", "preamble"}:
        return None
    entry = Entry(head[1].lower(), (head[2] or "").strip())
    place = head.end()
    while found := _FIELD.search(text, place):
        value, place = _value(text, found.end())
        entry.fields.setdefault(found[1].lower(), value)
    return entry


def _value(text: str, start: int) -> tuple[str, int]:
    """The value at a place, in its delimiters, and where it ends."""
    opening = text[start : start + 1]
    if opening == "{":
        end = _closing(text, start)
    elif opening == '"':
        end = text.find('"', start + 1)
    else:
        word = _WORD.match(text, start)
        return (word.group(), word.end()) if word else ("", start)
    following = _NEXT.search(text, start)
    limit = following.start() if following else len(text)
    if end == -1 or (end > limit and opening == '"'):
        return text[start + 1 : limit].strip().rstrip(',}"').strip().join("{}"), limit
    return text[start : end + 1], end + 1


def _closing(text: str, start: int) -> int:
    depth = 0
    for found in _BRACE.finditer(text, start):
        mark = found.group()
        depth += (mark == "{") - (mark == "}")
        if depth == 0 and mark == "}":
            return found.start()
    return -1


def cut_entries(text: str) -> list[str]:
    """The text cut where a line starts an entry: for a text that cannot be parsed as a whole."""
    starts = [found.start() for found in _START.finditer(text)]
    return [text[start:end] for start, end in zip(starts, [*starts[1:], len(text)], strict=True)]
