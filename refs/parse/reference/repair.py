"""What rules know better than the model: labels of a whole reference that cannot be."""

import re
from collections.abc import Sequence

from refs.parse.reference.authors import (
    end_people,
    name_before_date,
    name_behind_bar,
    name_body,
    name_host,
    name_quoter,
    name_site,
)
from refs.parse.reference.labels import OFFICES, Labels, first_of, relabel, run_of
from refs.parse.reference.places import PLACES
from refs.parse.reference.titles import (
    begin_title,
    bridge_title,
    cite_law,
    find_title,
    finish_title,
    join_title,
    keep_years,
    part_inside,
    quote_title,
)
from refs.parse.reference.tokens import Token


def repair(tokens: Sequence[Token], labels: Labels) -> Labels:
    """The labels, with those changed that contradict others; what is changed counts as half as sure."""
    for each in _REPAIRS:
        labels = each(tokens, labels)
    return labels


_ROLE = re.compile(r"\(?(?:[Ee]ds?|[Ee]ditors?|Hrsg|Hg)\b[.,:;)]*$")


def _end_editors(tokens: Sequence[Token], labels: Labels) -> Labels:
    """A container after editors who came after the title: ``Sedatives. In: Katzung BG, ed. Basic Pharmacology``."""
    at = first_of(labels, "E")
    if at < 0 or first_of(labels, "C") >= 0 or not 0 <= first_of(labels, "T") < at:
        return labels
    while at < len(labels) and labels[at][0] in "eE" and not _ROLE.match(tokens[at].text):
        at += 1
    while at < len(labels) and (_ROLE.match(tokens[at].text) or labels[at][0] == "n"):
        at += 1
    end = run_of(labels, at, "tTeE")
    return relabel(labels, at, end, "c") if end > at else labels


def _inside(tokens: Sequence[Token], labels: Labels) -> Labels:
    """A container where a second title stands after "In:": ``Sedatives. In: Lowinson J, et al. Substance Abuse``."""
    start = first_of(labels, "T")
    if start < 0 or first_of(labels, "C") >= 0:
        return labels
    at = next((to for to in range(start + 1, len(tokens)) if tokens[to].text in {"In:", "in:"}), -1)
    over = next((to for to in range(at + 1, len(labels)) if labels[to][0] == "T"), -1)
    return relabel(labels, over, run_of(labels, over + 1, "t"), "c") if 0 <= at < over else labels


_OPEN_YEAR = re.compile(r"\d{4}\s?[-–][.;]?$")


def _enclose(tokens: Sequence[Token], labels: Labels) -> Labels:
    """A container where the first of two titles is a work that goes on: ``LactMed. Bethesda: NICHD; 2006-. Diazepam``."""
    at = first_of(labels, "T")
    if at < 0 or first_of(labels, "C") >= 0:
        return labels
    end = run_of(labels, at + 1, "t")
    over = next((to for to in range(end, len(labels)) if labels[to][0] == "T"), -1)
    if over < 1 or not _OPEN_YEAR.search(tokens[over - 1].text):
        return labels
    return relabel(labels, at, end, "c")


_SHORT_NAME = re.compile(r"\([A-Z][A-Za-z&-]{1,11}\)[,.]?$")


def _name_short(tokens: Sequence[Token], labels: Labels) -> Labels:
    """A container with the short name behind it: ``Proc. Int. Conf. Med. (EMBC)``; no volume after "Version"."""
    changed = list(labels)
    for at in range(1, len(labels)):
        if labels[at][0] == "P" and changed[at - 1][0] in "cC" and _SHORT_NAME.match(tokens[at].text):
            changed[at] = ("c", labels[at][1] / 2)
        elif labels[at][0] in "vi" and tokens[at - 1].text in {"Version", "version"}:
            changed[at] = ("n", labels[at][1] / 2)
    return changed


def _publish(tokens: Sequence[Token], labels: Labels) -> Labels:
    """A publisher where a container follows a place and a colon: ``Rockville (MD): Public Health Service``."""
    at = first_of(labels, "C")
    if at < 1 or first_of(labels, "P") >= 0 or labels[at - 1][0] not in "lL":
        return labels
    return relabel(labels, at, run_of(labels, at, "cC"), "p") if tokens[at - 1].text.endswith(":") else labels


_ELSEWHERE = frozenset(("url", "doi", "cluster", "accessed", "pmid", "updated"))


def _publish_book(tokens: Sequence[Token], labels: Labels) -> Labels:
    """A publisher where a container ends the reference to a work of one year: ``Walker, M. (2017). Why we sleep. Scribner``."""
    at = first_of(labels, "C")
    if (
        at < 3
        or labels[0][0] != "A"
        or run_of(labels, at + 1, "c") < len(labels)
        or first_of(labels, "E") >= 0
    ):
        return labels
    dates = [token.value for token in tokens if token.kind == "paren-date"]
    if len(dates) != 1 or len(getattr(dates[0], "parts", ())) != 1:
        return labels
    if any(token.kind in _ELSEWHERE for token in tokens) or not tokens[1].text.endswith("."):
        return labels
    return labels if tokens[at].text in {"In", "In:"} else relabel(labels, at, len(labels), "p")


def _place_before(tokens: Sequence[Token], labels: Labels) -> Labels:
    """A place where a container ends in a colon before the publisher: ``St. Paul: Minnesota DHS``."""
    at = first_of(labels, "C")
    end = run_of(labels, at + 1, "c") if at > 0 else 0
    if not 0 < end - at < 4 or end == len(labels) or labels[end][0] != "P":
        return labels
    return relabel(labels, at, end, "l") if tokens[end - 1].text.endswith(":") else labels


def _place(tokens: Sequence[Token], labels: Labels) -> Labels:
    """A place where the container or publisher is a city: ``Jahresbericht. Bonn, 14.03.2022``."""
    name = next((name for name in "CP" if first_of(labels, name) > 0), "")
    if not name:
        return labels
    at = first_of(labels, name)
    end = run_of(labels, at + 1, name.lower())
    words = " ".join(token.text for token in tokens[at:end]).strip(" .,;:")
    return relabel(labels, at, end, "l") if words in PLACES else labels


def _part_publisher(tokens: Sequence[Token], labels: Labels) -> Labels:
    """A publisher at the end of a title that a place follows: ``World Drug Report. United Nations Office. Vienna``.

    When another publisher follows the place, it is who wrote the work.
    """
    at = first_of(labels, "T")
    kinds = {label for label, _ in labels}
    if at < 0 or {"P", "A"} <= kinds:
        return labels
    end = run_of(labels, at + 1, "t")
    if end == len(labels) or labels[end][0] != "L":
        return labels
    start = next((to for to in range(end - 1, at, -1) if tokens[to - 1].text.endswith((".", "?"))), end)
    words = " ".join(token.text for token in tokens[start:end])
    if not OFFICES.search(words) or not _is_proper(tokens[start:end]):
        return labels
    return relabel(labels, start, end, "a" if "P" in kinds else "p")


_SMALL = frozenset(["and", "of", "for", "on", "the", "in", "und", "für", "de", "et", "la", "&", "y"])


def _is_proper(words: Sequence[Token]) -> bool:
    """Whether the words are those of a name: capitals, but for small ones."""
    return all(word.text in _SMALL or word.text.lstrip("(")[:1].isupper() for word in words)


_REPAIRS = (
    name_site,
    name_quoter,
    name_behind_bar,
    end_people,
    _enclose,
    _name_short,
    quote_title,
    _end_editors,
    name_before_date,
    name_host,
    name_body,
    _part_publisher,
    _publish,
    _publish_book,
    _place_before,
    _place,
    _inside,
    cite_law,
    begin_title,
    bridge_title,
    keep_years,
    finish_title,
    join_title,
    find_title,
    part_inside,
)
