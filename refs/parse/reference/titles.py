"""Where a title begins and ends, where the model broke it or found none."""

import re
from collections.abc import Mapping, Sequence

from refs.parse.reference.labels import Labels, first_of, relabel, run_of
from refs.parse.reference.tokens import Token

OPEN, SHUT = re.compile(r"[“\"«„]"), re.compile(r"[”\"»][.,;:?!]*$")
_LAW = re.compile(r"(?:C\.?F\.?R\.?|U\.?\s?S\.?\s?C\.?|Stat\.)$")
_SECTION = re.compile(r"§+$")
_LEARNED = re.compile(
    r"\b(?:Journal|J|Lancet|JAMA|BMJ|Nature|Science|Archives|Arch|Annals|Ann|Medicine|Psychiatry|Pediatrics|Reviews?|Neurology|Addiction|Proceedings|Circulation)\b"
)


def quote_title(tokens: Sequence[Token], labels: Labels) -> Labels:
    """A title as far as the quotes around it: ``"Trust Me, I'm a Doctor? The Elderly"``; what is quoted next is another."""
    at = first_of(labels, "T")
    if at < 0 or not OPEN.match(tokens[at].text):
        return labels
    end = next((to for to in range(at, min(len(tokens), at + 80)) if closes(tokens[to], first=to == at)), -1)
    if end < 0 or any(token.kind or OPEN.match(token.text) for token in tokens[at + 1 : end + 1]):
        return labels
    if any(label not in "tT" for label, _ in labels[at : end + 1]):
        labels = relabel(labels, at, end + 1, "t")
    if end + 1 < len(labels) and labels[end + 1][0] in "tCP" and OPEN.match(tokens[end + 1].text):
        return relabel(labels, end + 1, run_of(labels, end + 2, labels[end + 1][0].lower()), "t")
    over = run_of(labels, end + 1, "t")
    if over == end + 1:
        return labels
    over = run_of(labels, over + 1, "c") if over < len(labels) and labels[over][0] == "C" else over
    return relabel(labels, end + 1, over, "c")  # “Detection of relapse,” in Proc. Conf.


def closes(token: Token, *, first: bool) -> bool:
    """Whether quotes end with a word, which may be the one that they begin with."""
    return bool(SHUT.search(token.text[1:] if first else token.text))


def cite_law(tokens: Sequence[Token], labels: Labels) -> Labels:
    """A title where a law's number was taken for people: ``42 C.F.R. Part 8``."""
    if len(tokens) < 3 or labels[0][0] not in "AT":
        return labels
    section = next((at for at in range(1, min(8, len(tokens))) if _SECTION.match(tokens[at].text)), 0)
    if section and section + 1 < len(tokens) and (labels[0][0] == "A" or labels[section + 1][0] != "t"):
        return relabel(labels, 0, section + 2, "t")  # N.Y. Pub. Health Law § 3306
    if labels[0][0] != "A" or not tokens[0].text.isdecimal():
        return labels
    return relabel(labels, 0, run_of(labels, 0, "aAtT"), "t") if _LAW.match(tokens[1].text) else labels


def begin_title(tokens: Sequence[Token], labels: Labels) -> Labels:
    """A title that begins with a year, where another year dates the work: ``Smith J. 2017 guideline for … 2018``."""
    at = first_of(labels, "T") - 1
    if at < 0 or labels[at][0] != "D" or not tokens[at].text.isdecimal():
        return labels
    later = zip(tokens[at + 1 :], labels[at + 1 :], strict=True)
    if not any(label == "D" or _is_dated(token) for token, (label, _) in later):
        return labels
    return relabel(labels, at, run_of(labels, at + 1, "tT"), "t")


def _is_dated(token: Token) -> bool:
    return token.kind == "cluster" and isinstance(token.value, Mapping) and "date" in token.value


def bridge_title(tokens: Sequence[Token], labels: Labels) -> Labels:
    """One title where a few words of another name break it, and no sentence ends: ``Drug Dealer, MD: How Doctors Were``."""
    at = first_of(labels, "T")
    if at < 0:
        return labels
    end = run_of(labels, at + 1, "t")
    over = next((to for to in range(end, len(labels)) if labels[to][0] == "T"), -1)
    if over < 0 or over - end > 4:
        return labels
    if any(labels[to][0] not in "PpCc" and tokens[to].text not in {"–", "—"} for to in range(end, over)):
        return labels
    if any(tokens[to - 1].text[-1:] in '.?!"”»' for to in (end, over)):
        return labels
    return relabel(labels, at, run_of(labels, over + 1, "t"), "t")


def keep_years(tokens: Sequence[Token], labels: Labels) -> Labels:
    """A title with the years in brackets that end it, where another year dates the work: ``Fatalities in the UK (1983-1999)``."""
    at = first_of(labels, "T")
    end = run_of(labels, at + 1, "t") if at > 0 else 0
    if (
        not 0 < end < len(labels)
        or tokens[end].kind != "paren-date"
        or tokens[end].end - tokens[end].start < 10
    ):
        return labels
    if len(getattr(tokens[end].value, "parts", ())) != 1 or not any(
        _is_dated(token) for token in tokens[end + 1 :]
    ):
        return labels
    return [*labels[:end], ("t", labels[end][1] / 2), *labels[end + 1 :]]


def part_inside(tokens: Sequence[Token], labels: Labels) -> Labels:
    """A title that ends before "In", where the book was taken for a part of it: ``Sedatives. In Illustrated Reviews``."""
    start = first_of(labels, "T")
    if start < 0 or first_of(labels, "C") >= 0:
        return labels
    end = run_of(labels, start + 1, "t")
    for at in range(start + 1, end - 1):
        if tokens[at].text in {"In", "In:"} and tokens[at - 1].text.endswith((".", "?")):
            return relabel(labels, at, end, "c")
    return labels


_HALTING = frozenset(
    [
        "and",
        "or",
        "of",
        "the",
        "for",
        "in",
        "on",
        "with",
        "to",
        "a",
        "an",
        "from",
        "by",
        "und",
        "der",
        "die",
        "et",
        "de",
        "la",
        "y",
    ]
)


def finish_title(tokens: Sequence[Token], labels: Labels) -> Labels:
    """A title with the word that it waits for, where a full stop is lost: ``Survey on Drug Use and`` + ``Health Center for``."""
    at = first_of(labels, "T")
    end = run_of(labels, at + 1, "t") if at >= 0 else 0
    if not 0 < end < len(labels) - 1 or labels[end][0] not in "PpCc" or tokens[end - 1].text not in _HALTING:
        return labels
    rest = labels[end + 1][0]
    following = rest.upper() if rest == labels[end][0].lower() else rest
    return [*labels[:end], ("t", labels[end][1] / 2), (following, labels[end + 1][1]), *labels[end + 2 :]]


def join_title(tokens: Sequence[Token], labels: Labels) -> Labels:
    """A title where nothing parts it from the container: ``Prescription`` and ``Drug Abuse Statistics``."""
    at = first_of(labels, "C")
    if at < 1 or labels[at - 1][0] not in "tT" or not tokens[at - 1].text[-1:].isalpha():
        return labels
    end = run_of(labels, at + 1, "c")
    if not tokens[end - 1].text.endswith(".") or any(token.kind == "cluster" for token in tokens):
        return labels
    start = max(to for to in range(at) if labels[to][0] == "T") if first_of(labels, "T") >= 0 else at
    return relabel(labels, start, end, "t")


def find_title(tokens: Sequence[Token], labels: Labels) -> Labels:
    """A title where there is none: the first container or publisher, or an author that is alone.

    A reference to an article may lack its title when volume or pages tell that a journal is meant.
    """
    kinds = {label.lower() for label, _ in labels}
    if kinds == {"t"} and _is_short_name(tokens[0].text) and len(tokens) > 1:
        return [("A", labels[0][1] / 2), ("T", labels[1][1]), *labels[2:]]
    if "t" in kinds or ("p" not in kinds and any(token.kind == "cluster" for token in tokens)):
        return labels
    if {"a", "c"} <= kinds and "p" not in kinds:
        at = first_of(labels, "C")
        words = " ".join(token.text for token in tokens[at : run_of(labels, at + 1, "c")])
        known = _LEARNED.search(words) or (kinds <= {"a", "c", "d", "n"} and len(words.split()) < 5)
        if (
            at > 0
            and labels[0][0] == "A"
            and known
            and len(words) < 60
            and not any(t.kind == "url" for t in tokens)
        ):
            return labels  # Malhi, G. Lancet, published online July 2018
    wrong = next((each for each in "cpa" if each in kinds and (each != "a" or not kinds & set("cp"))), "")
    return [
        ("T" if label.isupper() else "t", probability / 2) if label.lower() == wrong else (label, probability)
        for label, probability in labels
    ]


def _is_short_name(word: str) -> bool:
    """Whether a first word is an organisation's short name before its page: ``NIH:``, ``PubMed:``."""
    return word.endswith(":") and sum(each.isupper() for each in word) > 1
