"""Who wrote it and whose site it stands on, where the model took one for the other."""

import re
from collections.abc import Sequence

from refs.parse.reference.labels import OFFICES, Labels, first_of, relabel, run_of
from refs.parse.reference.titles import OPEN, SHUT, closes
from refs.parse.reference.tokens import Token

_BODIES = re.compile(
    r"\b(?:Coalition|Association|Society|Institutes?|Foundation|Administration|Agency|Cent(?:er|re)s?|Clinic|College|Council|Department"
    r"|Organi[sz]ation|Network|Alliance|Academy|University|Hospital|Ministry|Federation|Trust|Board|Bureau|Committee|Commission)\.$"
)
_DATING = frozenset(("paren-date", "no-date", "bad-date", "updated"))


def name_before_date(tokens: Sequence[Token], labels: Labels) -> Labels:
    """An author where a date in brackets follows, and a title: ``Drug enforcement administration. (n.d.). Drug scheduling``.

    When an organisation stands after the date, it is the site of what comes before.
    """
    if not labels or labels[0][0] not in "TC" or any(label in "Aa" for label, _ in labels):
        return labels
    end = run_of(labels, 1, labels[0][0].lower())
    over = next((to for to in range(end, len(labels)) if tokens[to].kind not in _DATING), len(labels))
    if not end or over == end or over == len(labels) or labels[over][0] != "T":
        return labels
    last = run_of(labels, over + 1, "t")
    before, after = (" ".join(token.text for token in part) for part in (tokens[:end], tokens[over:last]))
    if OFFICES.search(after) and not OFFICES.search(before.title()):
        return relabel(labels, over, last, "c") if labels[0][0] == "T" else labels
    return relabel(labels, 0, end, "a")


def name_body(tokens: Sequence[Token], labels: Labels) -> Labels:
    """An author where the first of two titles is an organisation's name."""
    starts = [at for at, (label, _) in enumerate(labels) if label == "T"]
    if len(starts) < 2 or starts[0] or any(label in "Aa" for label, _ in labels):
        return labels
    end = starts[1]
    whole = run_of(labels, 0, "tT") >= end
    return relabel(labels, 0, end, "a") if whole and _BODIES.search(tokens[end - 1].text) else labels


def name_host(tokens: Sequence[Token], labels: Labels) -> Labels:
    """A title and its site where the site's own name was taken for the title: ``GABA. (2022). Cleveland Clinic. https://my.clevelandclinic.org``."""
    host = next((str(token.value).lower() for token in tokens if token.kind == "url"), "").partition("//")[2]
    kinds = {label for label, _ in labels} & {"T", "C", "P"}
    if not host or len(kinds) != 1 or labels[0][0] != "A":
        return labels
    kind = kinds.pop()
    at, end = first_of(labels, kind), run_of(labels, 1, "a")
    last = run_of(labels, at + 1, kind + kind.lower())
    name, title = (" ".join(token.text for token in part) for part in (tokens[:end], tokens[at:last]))
    names = [_squash(each) for each in (name, *title.split(";"))]
    host = _squash(host.partition("/")[0])
    if (
        "," in name
        or OFFICES.search(name)
        or names[0] in host
        or not all(len(each) > 4 and each in host for each in names[1:])
    ):
        return labels
    return relabel(relabel(labels, 0, end, "t"), at, last, "c")


def _squash(words: str) -> str:
    return "".join(each for each in words.lower() if each.isalnum())


def name_site(tokens: Sequence[Token], labels: Labels) -> Labels:
    """An author before a colon and a title in quotes, where all was taken for a title: ``UpToDate: “Insomnia”``."""
    words = [at for at, token in enumerate(tokens) if not token.kind]
    if (
        not words
        or not SHUT.search(tokens[words[-1]].text)
        or any(label[0] != "t" for label, _ in labels[1:])
    ):
        return labels
    at = next((at for at in range(1, min(len(tokens), 9)) if OPEN.match(tokens[at].text)), 0)
    if not at or not tokens[at - 1].text.endswith(":"):
        return labels
    labels = relabel(labels, at, len(labels), "t")
    return relabel(labels, 0, at, "a")


def name_quoter(tokens: Sequence[Token], labels: Labels) -> Labels:
    """A title in quotes that was passed over, and who stands before it: ``Med. Cen. website “Sunshine Dangers”``."""
    kinds = {label for label, _ in labels}
    if not labels or labels[0][0] not in "TC" or "A" in kinds or OPEN.match(tokens[0].text):
        return labels
    kind = labels[0][0].lower()
    end = run_of(labels, 1, kind)
    at = next((to for to in range(end, min(len(tokens), end + 3)) if OPEN.match(tokens[to].text)), -1)
    if at < 0 or labels[at][0] == "T" or (kind == "c" and "T" in kinds):
        return labels
    last = next((to for to in range(at, min(len(tokens), at + 40)) if closes(tokens[to], first=to == at)), -1)
    if last < 0 or any(token.kind for token in tokens[at : last + 1]):
        return labels
    return relabel(relabel(labels, 0, end, "a") if kind == "t" else labels, at, last + 1, "t")


def name_behind_bar(tokens: Sequence[Token], labels: Labels) -> Labels:
    """A site where an organisation stands behind a bar: ``Alcohol Use Disorder | National Institute on Alcohol Abuse``."""
    at = first_of(labels, "A")
    if at < 2 or tokens[at - 1].text != "|" or labels[at - 2][0] not in "tT":
        return labels
    if first_of(labels, "C") >= 0 or not OFFICES.search(" ".join(token.text for token in tokens[at:])):
        return labels
    return relabel(labels, at, run_of(labels, at + 1, "a"), "c")


# H5N1:   The
_NO_NAME = re.compile(
    r"(?!(?:2nd|3rd|4th|5th)\b)(?=\w*\d)\w*[A-Za-z]\w*:?$|(?:The|How|What|Why|Is|Are|Can|Effects?)$"
)


def end_people(tokens: Sequence[Token], labels: Labels) -> Labels:
    """A title from the first word on that is no name, after initials: ``Kawaoka Y. H5N1: Flu transmission``."""
    if not labels or labels[0][0] != "A":
        return labels
    end = run_of(labels, 1, "a")
    if end == len(labels) or labels[end][0] != "T":
        return labels
    for at in range(2, end):
        if (
            _NO_NAME.match(tokens[at].text)
            and len(tokens[at - 1].text) < 4
            and tokens[at - 1].text.endswith(".")
        ):
            return relabel(labels, at, run_of(labels, end + 1, "t"), "t")
    return labels
