"""What is wrong with the citations of an article: one small check per finding, listed in docs/findings.md."""

import datetime as dt
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from refs.article.claim import uncited_claims
from refs.article.integrity import judge_integrity, label_of
from refs.article.retrieval import retrieval_date
from refs.model.article import Article, Finding, ListEntry, Marker, MarkerKind, Span
from refs.model.flaw import Flaw, FlawCode

Flaws = Callable[[ListEntry], Sequence[Flaw]]


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What the checks may know besides the article: the day, and what a reader of entries found flawed."""

    today: dt.date
    flaws: Flaws | None = None


Check = Callable[[Article, Circumstances], Iterator[Finding]]


def lint_article(
    article: Article, *, today: dt.date | None = None, flaws: Flaws | None = None, claims: bool = False
) -> tuple[Finding, ...]:
    """The findings of an article in the order of the text; `claims` adds statistics that nothing backs."""
    given = Circumstances(today or dt.datetime.now(tz=dt.UTC).date(), flaws)
    found = [finding for check in CHECKS for finding in check(article, given)]
    if claims:
        found.extend(uncited_claims(article))
    return tuple(
        sorted(found, key=lambda finding: (finding.span.start if finding.span else -1, finding.code))
    )


def _undefined(article: Article, _: Circumstances) -> Iterator[Finding]:
    missing = set(judge_integrity(article).undefined)
    for marker in article.markers:
        for label in marker.numbers or marker.keys:
            if label in missing and marker.kind is not MarkerKind.AUTHOR_YEAR:
                yield _about_marker(
                    "undefined", f"{marker.raw} cites {label}, which the list does not have.", marker, label
                )


def _uncited(article: Article, _: Circumstances) -> Iterator[Finding]:
    missing = set(judge_integrity(article).uncited)
    for entry in article.entries if article.markers else ():
        if label_of(entry) in missing:
            yield _about_entry("uncited", f"Entry {label_of(entry)} is cited nowhere.", entry)


def _out_of_order(article: Article, _: Circumstances) -> Iterator[Finding]:
    highest = 0
    seen: set[int] = set()
    for marker in article.markers:
        for number in marker.numbers if marker.kind is not MarkerKind.AUTHOR_YEAR else ():
            if number not in seen and number < highest:
                yield _about_marker(
                    "out-of-order", f"{number} is first cited after {highest}.", marker, number
                )
            seen.add(number)
            highest = max(highest, number)


def _gaps(article: Article, _: Circumstances) -> Iterator[Finding]:
    numbered = [entry for entry in article.entries if entry.number is not None]
    for before, entry in pairwise(numbered):
        if entry.number and before.number and entry.number > before.number + 1:
            yield _about_entry("gap", f"The list goes from {before.number} to {entry.number}.", entry)


def _duplicates(article: Article, _: Circumstances) -> Iterator[Finding]:
    entries = {label_of(entry): entry for entry in article.entries}
    for first, *others in judge_integrity(article).duplicates:
        for label in others:
            yield _about_entry("duplicate", f"Entry {label} is the same work as {first}.", entries[label])


# [1  1]  [1}  [1,]  [,2]  [1;;2]  (1]
_MANGLED = re.compile(
    r"\[\s?[,;–-]\s?\d{1,3}\s?\]|\[\d{1,3}\s?[,;–-]+\s?\]|\[\d{1,3}[,;]{2,}\d{1,3}\]|\[\d{1,3}[})](?!\])|(?<![\w{(\[])[{(]\d{1,3}\]"
    r"|\[\d{1,3}(?=[.,;]?(?:\s|$))(?![^\[\]]{0,40}\])"
)


def _mangled(article: Article, _: Circumstances) -> Iterator[Finding]:
    styles = Counter(marker.kind for marker in article.markers)
    if not styles[MarkerKind.BRACKET]:
        return
    for match in _MANGLED.finditer(article.source):
        if not any(span.start <= match.start() < span.end for span in article.lists):
            yield Finding(
                "mangled-marker",
                f"{match[0]} looks like a broken marker.",
                Span(*match.span()),
                text=match[0],
            )


def _glued(article: Article, _: Circumstances) -> Iterator[Finding]:
    for marker in article.markers:
        if marker.kind is MarkerKind.GLUED:
            before = marker.context[-12:].strip()
            yield _about_marker(
                "glued-marker", f"{before}{marker.raw}: a marker that lost its superscript.", marker
            )


# the neurotransmitter GABA.7 GABA slows …: a name with a number, or a marker
_ACRONYM = re.compile(r"\b[A-Z]{2,}\.(\d{1,3})(?=\s+[A-Z]|\s*$)", re.MULTILINE)


def _doubtful(article: Article, _: Circumstances) -> Iterator[Finding]:
    """Digits after an acronym's full stop, where the other markers are glued as well."""
    if not any(marker.kind is MarkerKind.GLUED for marker in article.markers):
        return
    offered = {entry.number or entry.position for entry in article.entries}
    taken = {marker.span.start for marker in article.markers}
    end = min((span.start for span in article.lists), default=len(article.source))
    for match in _ACRONYM.finditer(article.source, 0, end):
        if int(match[1]) in offered and match.start(1) not in taken:
            yield Finding(
                "doubtful-marker",
                f"{match[0]}: a marker that lost its superscript, or a name; it is left alone.",
                Span(*match.span(1)),
                text=match[1],
            )


_YEAR = re.compile(
    r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)|n\.d\.|o\. ?J\.|s\. ?d\.|in press|forthcoming", re.IGNORECASE
)
_ADDRESS = re.compile(r"https?://|www\.|\bdoi\b|10\.\d{4}|PMID|PMC\d|ISBN|arXiv", re.IGNORECASE)


def _bare_entries(article: Article, _: Circumstances) -> Iterator[Finding]:
    """Entries that a reader cannot find again, or that bear no date."""
    for entry in article.entries:
        if entry.data is not None:
            continue
        words = _without_retrieval(entry.text)
        if not _YEAR.search(words):
            yield _about_entry("no-date", f"Entry {label_of(entry)} bears no date.", entry)
        if not (_ADDRESS.search(entry.text) or entry.links):
            yield _about_entry("no-link", f"Entry {label_of(entry)} has no URL or identifier.", entry)


_RETRIEVED = re.compile(r"(?:Retrieved|Accessed|Available|abgerufen)\b.*$|https?://\S+", re.IGNORECASE)


def _without_retrieval(text: str) -> str:
    return _RETRIEVED.sub("", text)


def _flawed(article: Article, given: Circumstances) -> Iterator[Finding]:
    """Authors and dates that are none, as far as the reader of entries tells."""
    codes = {FlawCode.BAD_NAME: "flawed-author", FlawCode.BAD_DATE: "flawed-date"}
    for entry in article.entries if given.flaws else ():
        for flaw in given.flaws(entry) if given.flaws else ():
            if flaw.code in codes:
                yield _about_entry(
                    codes[flaw.code], f"Entry {label_of(entry)}: {flaw.message}", entry, flaw.text
                )


def _retrievals(article: Article, given: Circumstances) -> Iterator[Finding]:
    """Retrieval dates to come, and pages without one in a list whose other pages have one."""
    dates = {entry.position: retrieval_date(entry.text) for entry in article.entries}
    usual = sum(date is not None for date in dates.values()) > len(dates) / 2
    for entry in article.entries:
        date = dates[entry.position]
        if date and date > given.today:
            yield _about_entry(
                "future-retrieval", f"Entry {label_of(entry)} was retrieved on {date}, a day to come.", entry
            )
        if usual and date is None and "http" in entry.text and not _ADDRESS_OF_WORK.search(entry.text):
            yield _about_entry(
                "no-retrieval", f"Entry {label_of(entry)} has no retrieval date; the others do.", entry
            )


_ADDRESS_OF_WORK = re.compile(r"doi\.org/|10\.\d{4}|PMID|PMC\d", re.IGNORECASE)
_MARKS = ".,;:!?"


def _punctuation(article: Article, _: Circumstances) -> Iterator[Finding]:
    """Markers on the other side of the full stop than most."""
    sides = [(marker, side) for marker in article.markers if (side := _side(article, marker))]
    counts = Counter(side for _, side in sides)
    if len(counts) < 2:
        return
    usual = counts.most_common(1)[0][0]
    for marker, side in sides:
        if side != usual:
            yield _about_marker(
                "marker-punctuation",
                f"{marker.raw} stands {side} the punctuation; most stand {usual} it.",
                marker,
            )


def _side(article: Article, marker: Marker) -> str | None:
    before = marker.context.rstrip()[-1:]
    after = re.sub(r"<[^>]{0,300}>", "", article.source[marker.span.end : marker.span.end + 300]).lstrip()[:1]
    if before and before in _MARKS:
        return "after"
    return "before" if after and after in _MARKS else None


def _list_style(article: Article, _: Circumstances) -> Iterator[Finding]:
    """Entries written in another style than most: where the year stands, how it ends."""
    for name, sign in _STYLE_SIGNS:
        values = {entry.position: sign(entry.text) for entry in article.entries if entry.data is None}
        known = Counter(value for value in values.values() if value)
        if len(known) < 2 or known.total() < 4 or known.most_common(1)[0][1] < 0.7 * known.total():
            continue
        usual = known.most_common(1)[0][0]
        for entry in article.entries:
            if values.get(entry.position) not in {None, "", usual}:
                yield _about_entry(
                    "list-style",
                    f"Entry {label_of(entry)}: {name} {values[entry.position]}; most {usual}.",
                    entry,
                )


def _year_place(text: str) -> str:
    if re.search(r"\((?:1[89]|20)\d\d[a-z]?(?:, [^)]{3,20})?\)\.", text[:200]):
        return "in parentheses after the authors"
    return "elsewhere" if re.search(r"(?:1[89]|20)\d\d", _without_retrieval(text)) else ""


def _closing(text: str) -> str:
    if re.search(r"https?://\S+$", text):
        return ""
    return "with a full stop" if text.endswith(".") else "without a full stop"


_STYLE_SIGNS: tuple[tuple[str, Callable[[str], str]], ...] = (
    ("the year stands", _year_place),
    ("it ends", _closing),
)

CHECKS: tuple[Check, ...] = (
    _undefined,
    _uncited,
    _out_of_order,
    _gaps,
    _duplicates,
    _mangled,
    _glued,
    _doubtful,
    _bare_entries,
    _flawed,
    _retrievals,
    _punctuation,
    _list_style,
)


def _about_marker(code: str, message: str, marker: Marker, label: int | str | None = None) -> Finding:
    return Finding(code, message, marker.span, label if isinstance(label, int) else None, marker.raw)


def _about_entry(code: str, message: str, entry: ListEntry, text: str | None = None) -> Finding:
    return Finding(code, message, entry.span, entry.number, text or entry.raw)
