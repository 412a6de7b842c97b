"""Which stretches of a reference are author, title, container and publisher, by the shape of common styles."""

import re

from refs.parse.reference.names import is_organisation
from refs.parse.reference.span import Span

# (2023, May 13).   (2019):   (n.d.).
_PAREN_YEAR = re.compile(
    r"[(\[]\s*(?P<year>(?:1[4-9]|20)\d\d)(?P<suffix>[a-z])?(?P<rest>[,;]?\s[^()\[\]]{2,40})?\s*[)\]][.,:;]?"
)
_QUOTED = re.compile(r"[“\"«„](?P<title>[^”\"»“]{4,400})[”\"»“]")
_STOP = re.compile(
    r"(?<![A-Z]\.[A-Z])(?<!\b[A-Z])(?<!\bvs)(?<!\bDr)(?<!\bSt)(?<!\bNo)(?<!\bJ)(?<!\bInc)[.?!](?=\s+[^\sa-z]|$)"
)


def split_sentences(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The stretches between full stops, as (start, end) without the stop."""
    pieces = []
    at = start
    for found in _STOP.finditer(text, start, end):
        stop = found.start() + (text[found.start()] in "?!")
        pieces.append((at, stop))
        at = found.end()
    pieces.append((at, end))
    return [piece for piece in (_trim(text, *each) for each in pieces) if piece[0] < piece[1]]


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in " .,;:|-–—":
        start += 1
    while end > start and text[end - 1] in " ,;:|-–—":
        end -= 1
    if (
        end > start
        and text[end - 1] == "."
        and not re.search(r"\b[A-Z]\.$|\.[A-Z]\.$|\b(?:Inc|Co|Ltd)\.$", text[start:end])
    ):
        end -= 1
    return start, end


def label_stretches(text: str, spans: list[Span]) -> list[Span]:
    """Author, title, container and publisher spans found around the given ones."""
    start = next((span.end for span in spans if span.kind == "number"), 0)
    tail = min(
        (
            span.start
            for span in spans
            if span.start > start and span.kind in _TAIL and not _is_bare_site(span)
        ),
        default=len(text),
    )
    return _split_apa(text, start, spans) or _split_plain(text, start, tail, spans)


def _is_bare_site(span: Span) -> bool:
    """Whether a URL is only the name of a site within a sentence (``… | www.ebsco.com``)."""
    return span.kind == "url" and "://" not in span.value and "/" not in span.value


_TAIL = {"url", "doi", "accessed", "lead", "pmid", "pmcid", "junk", "cluster", "updated", "isbn", "epub"}


def _split_apa(text: str, start: int, spans: list[Span]) -> list[Span]:
    date = _PAREN_YEAR.search(text, start)
    where = (date.start(), date.end()) if date and date.start() - start < 600 else None
    other = next((span for span in spans if span.kind in {"no-date", "bad-date"}), None)
    if other and (where is None or other.start < where[0]):
        where = (other.start, other.end)
    if where is None or where[0] == start:
        return []
    head = _trim(text, start, where[0])
    stop = min(
        (
            span.start
            for span in spans
            if span.start >= where[1] and span.kind in _TAIL and not _is_bare_site(span)
        ),
        default=len(text),
    )
    rest = split_sentences(text, where[1], stop)
    if (
        len(rest) > 1
        and text[head[0] : head[1]].count(".")
        and is_organisation(text[head[0] : head[1]]) is False
        and ", " not in text[head[0] : head[1]]
    ):
        rest = rest[:]
    if _is_title(text[head[0] : head[1]], rest) or _is_site(text, rest, spans):
        return [Span(*head, "title"), *_containers(rest)]
    return [Span(*head, "author"), *([Span(*rest[0], "title")] if rest else []), *_containers(rest[1:])]


def _is_title(head: str, rest: list[tuple[int, int]]) -> bool:
    """Whether what stands before the date is a title: one sentence, no name, and at most a site after it."""
    if re.search(r"\b[A-Z]\.(?:\s|$)|,\s[A-Z]{1,3}\b|&", head):
        return False
    return len(rest) < 2 and not (rest and is_organisation(head))


def _is_site(text: str, rest: list[tuple[int, int]], spans: list[Span]) -> bool:
    """Whether all that follows the date is the name of the site of the URL."""
    url = next((span.value.lower() for span in spans if span.kind == "url"), "")
    if len(rest) != 1 or not url:
        return False
    words = re.findall(r"[a-z]{3,}", text[rest[0][0] : rest[0][1]].lower())
    return bool(words) and words[0] in url.split("/")[2 if "//" in url else 0]


def _containers(pieces: list[tuple[int, int]]) -> list[Span]:
    return [Span(*piece, kind) for piece, kind in zip(pieces, ("container", "publisher"), strict=False)]


def _split_plain(text: str, start: int, tail: int, spans: list[Span]) -> list[Span]:
    quoted = _QUOTED.search(text, start)
    if quoted and quoted.start() < tail:
        before = _trim(text, start, quoted.start())
        after = split_sentences(text, quoted.end(), tail)
        found = [Span(*before, "author")] if before[0] < before[1] else []
        return [*found, Span(*_trim(text, *quoted.span("title")), "title"), *_containers(after)]
    colon = re.match(r"(?P<org>(?:U\.S\. |U\.K\. )?[^:.]{2,90}?):\s+(?=\S)", text[start:tail])
    if (
        colon
        and tail == len(text)
        and (is_organisation(colon["org"]) and len(colon["org"].split()) > 1 or colon["org"].isupper())
    ):
        return [
            Span(start, start + colon.end("org"), "author"),
            Span(*_trim(text, start + colon.end(), tail), "title"),
        ]
    pieces = split_sentences(text, start, tail)
    if not pieces:
        return []
    if len(pieces) == 1:
        return [Span(*pieces[0], "title")]
    first = text[pieces[0][0] : pieces[0][1]]
    if is_organisation(first) or re.search(r"\b[A-Z]{1,3}\b|et al", first):
        return [Span(*pieces[0], "author"), Span(*pieces[1], "title"), *_containers(pieces[2:])]
    return [Span(*pieces[0], "title"), *_containers(pieces[1:])]
