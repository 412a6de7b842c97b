"""Segments without the punctuation around them."""

import re

_OPEN, _CLOSE = "“\"«„‘'‹", "”\"»“’'›"
_ABBREVIATION = re.compile(r"(?:\b[A-Z]|\.[A-Za-z]|\b(?:Inc|Ltd|Co|Corp|ed|etc|U\.S|Jr|Sr))\.$")
_IN = re.compile(r"(?:[Ii]n|IN|[Dd]ans|[Ee]n):?\s+(?=[^\sa-z])")
# Adicciones, núm.
_COUNTED = re.compile(r"[,;]\s*(?:[Nn]úm|[Vv]ol(?:ume)?|[Nn]o|[Nn]r|[Bb]d|[Tt]omo)\.?$")
_LONE = re.compile(r"\s*[\[(](?:Internet|online|Online|en ligne)$")


def trim_title(words: str) -> str:
    """A title without quotes around it and the stop after it.

    >>> trim_title("“What is A.A.?”"), trim_title("Sleep.")
    ('What is A.A.?', 'Sleep')
    """
    words = words.strip(" ,;:|–—-•↑^")
    if words[:1] in _OPEN and words[:1] and _closes(words):
        words = words[1:].rstrip(" ,;:.").removesuffix(words[-1]) if words[-1:] in _CLOSE else words[1:]
        inner = words.rstrip(" ,;:.")
        words = inner[:-1] if inner[-1:] in _CLOSE and not _has_open(inner[:-1], inner[-1]) else words
    words = _LONE.sub("", words.rstrip(" ,;:|–—"))
    return without_stop(_balanced(words)).rstrip(" ,;:")


def _closes(words: str) -> bool:
    return any(each in words[1:] for each in _CLOSE) or words[0] in '“«„"'


def _has_open(words: str, close: str) -> bool:
    """Whether a quote opens inside, so that the one at the end closes that."""
    if close in "'’":
        return bool(re.search(r"(?:^|[\s(])['‘]", words)) or words[-1:] == "s"
    return words.count('"') % 2 == 1 if close == '"' else words.count("“") > words.count("”")


def without_stop(words: str) -> str:
    """The words without a full stop at the end, unless an abbreviation needs it."""
    if words.endswith(".") and not _ABBREVIATION.search(words):
        return words[:-1]
    return words


def _balanced(words: str) -> str:
    """The words without a bracket at an end that has no partner."""
    for opening, closing in ("()", "[]"):
        if words.endswith((closing, closing + ".")) and words.count(closing) > words.count(opening):
            words = words.rstrip(".")[:-1]
        if words.startswith(opening) and words.count(opening) > words.count(closing):
            words = words[1:]
        if words.endswith(opening):
            words = words[:-1]
    return words.strip()


def trim_container(words: str) -> tuple[str, bool]:
    """A container without "In" before it, and whether that stood there."""
    words = words.strip(" ,;:|–—-(")
    inside = _IN.match(words)
    words = words[inside.end() :] if inside else words
    words = _COUNTED.sub("", _balanced(words.strip(" ,;:|–—").strip('“”"«»').strip(" ,;:")))
    return (words if _ABBREVIATION.search(words) else without_stop(words)), bool(inside)


def trim_publisher(words: str) -> str:
    """A publisher or place without the punctuation around it."""
    words = _balanced(words.strip(" ,;:|–—-"))
    return without_stop(words)
