"""What rules know better than the model: labels of a whole reference that cannot be."""

import re
from collections.abc import Mapping, Sequence

from refs.parse.reference.places import PLACES
from refs.parse.reference.tokens import Token

Labels = Sequence[tuple[str, float]]


def repair(tokens: Sequence[Token], labels: Labels) -> Labels:
    """The labels, with those changed that contradict others; what is changed counts as half as sure."""
    for each in _REPAIRS:
        labels = each(tokens, labels)
    return labels


def _relabel(labels: Labels, start: int, end: int, name: str) -> Labels:
    """The labels with one segment of this name between two places."""
    segment = [(name if at else name.upper(), labels[start + at][1] / 2) for at in range(end - start)]
    return [*labels[:start], *segment, *labels[end:]]


def _run(labels: Labels, start: int, names: str) -> int:
    """Where the labels of these names that begin at a place end."""
    return next((at for at in range(start, len(labels)) if labels[at][0] not in names), len(labels))


def _first(labels: Labels, name: str) -> int:
    return next((at for at, (label, _) in enumerate(labels) if label == name), -1)


_ROLE = re.compile(r"\(?(?:[Ee]ds?|[Ee]ditors?|Hrsg|Hg)\b[.,:;)]*$")


def _end_editors(tokens: Sequence[Token], labels: Labels) -> Labels:
    """A container after editors who came after the title: ``Sedatives. In: Katzung BG, ed. Basic Pharmacology``."""
    at = _first(labels, "E")
    if at < 0 or _first(labels, "C") >= 0 or not 0 <= _first(labels, "T") < at:
        return labels
    while at < len(labels) and labels[at][0] in "eE" and not _ROLE.match(tokens[at].text):
        at += 1
    while at < len(labels) and (_ROLE.match(tokens[at].text) or labels[at][0] == "n"):
        at += 1
    end = _run(labels, at, "tTeE")
    return _relabel(labels, at, end, "c") if end > at else labels


def _inside(tokens: Sequence[Token], labels: Labels) -> Labels:
    """A container where a second title stands after "In:": ``Sedatives. In: Lowinson J, et al. Substance Abuse``."""
    start = _first(labels, "T")
    if start < 0 or _first(labels, "C") >= 0:
        return labels
    at = next((to for to in range(start + 1, len(tokens)) if tokens[to].text in {"In:", "in:"}), -1)
    over = next((to for to in range(at + 1, len(labels)) if labels[to][0] == "T"), -1)
    return _relabel(labels, over, _run(labels, over + 1, "t"), "c") if 0 <= at < over else labels


_BODIES = re.compile(
    r"\b(?:Coalition|Association|Society|Institutes?|Foundation|Administration|Agency|Cent(?:er|re)s?|Clinic|College|Council|Department"
    r"|Organi[sz]ation|Network|Alliance|Academy|University|Hospital|Ministry|Federation|Trust|Board|Bureau|Committee|Commission)\.$"
)


def _name_before_date(tokens: Sequence[Token], labels: Labels) -> Labels:
    """An author where a date in brackets follows, and a title: ``Drug enforcement administration. (n.d.). Drug scheduling``.

    When an organisation stands after the date, it is the site of what comes before.
    """
    if not labels or labels[0][0] not in "TC" or any(label in "Aa" for label, _ in labels):
        return labels
    end = _run(labels, 1, labels[0][0].lower())
    over = next((to for to in range(end, len(labels)) if tokens[to].kind not in _DATING), len(labels))
    if not end or over == end or over == len(labels) or labels[over][0] != "T":
        return labels
    last = _run(labels, over + 1, "t")
    before, after = (" ".join(token.text for token in part) for part in (tokens[:end], tokens[over:last]))
    if _OFFICES.search(after) and not _OFFICES.search(before.title()):
        return _relabel(labels, over, last, "c") if labels[0][0] == "T" else labels
    return _relabel(labels, 0, end, "a")


_DATING = frozenset(("paren-date", "no-date", "bad-date", "updated"))


def _name_body(tokens: Sequence[Token], labels: Labels) -> Labels:
    """An author where the first of two titles is an organisation's name."""
    starts = [at for at, (label, _) in enumerate(labels) if label == "T"]
    if len(starts) < 2 or starts[0] or any(label in "Aa" for label, _ in labels):
        return labels
    end = starts[1]
    whole = _run(labels, 0, "tT") >= end
    return _relabel(labels, 0, end, "a") if whole and _BODIES.search(tokens[end - 1].text) else labels


def _publish(tokens: Sequence[Token], labels: Labels) -> Labels:
    """A publisher where a container follows a place and a colon: ``Rockville (MD): Public Health Service``."""
    at = _first(labels, "C")
    if at < 1 or _first(labels, "P") >= 0 or labels[at - 1][0] not in "lL":
        return labels
    return _relabel(labels, at, _run(labels, at, "cC"), "p") if tokens[at - 1].text.endswith(":") else labels


def _place_before(tokens: Sequence[Token], labels: Labels) -> Labels:
    """A place where a container ends in a colon before the publisher: ``St. Paul: Minnesota DHS``."""
    at = _first(labels, "C")
    end = _run(labels, at + 1, "c") if at > 0 else 0
    if not 0 < end - at < 4 or end == len(labels) or labels[end][0] != "P":
        return labels
    return _relabel(labels, at, end, "l") if tokens[end - 1].text.endswith(":") else labels


def _place(tokens: Sequence[Token], labels: Labels) -> Labels:
    """A place where the container or publisher is a city: ``Jahresbericht. Bonn, 14.03.2022``."""
    name = next((name for name in "CP" if _first(labels, name) > 0), "")
    if not name:
        return labels
    at = _first(labels, name)
    end = _run(labels, at + 1, name.lower())
    words = " ".join(token.text for token in tokens[at:end]).strip(" .,;:")
    return _relabel(labels, at, end, "l") if words in PLACES else labels


_OFFICES = re.compile(
    r"\b(?:Nations|Office|Organi[sz]ation|Institutes?|Cent(?:er|re)s?|Agency|Administration|Department|Ministry|Council|Academy|Association|Society|Foundation|University|Press)\b"
)


def _part_publisher(tokens: Sequence[Token], labels: Labels) -> Labels:
    """A publisher at the end of a title that a place follows: ``World Drug Report. United Nations Office. Vienna``."""
    at = _first(labels, "T")
    if at < 0 or _first(labels, "P") >= 0:
        return labels
    end = _run(labels, at + 1, "t")
    if end == len(labels) or labels[end][0] != "L":
        return labels
    start = next((to for to in range(end - 1, at, -1) if tokens[to - 1].text.endswith((".", "?"))), end)
    words = " ".join(token.text for token in tokens[start:end])
    return _relabel(labels, start, end, "p") if _OFFICES.search(words) else labels


_LAW = re.compile(r"(?:C\.?F\.?R\.?|U\.?\s?S\.?\s?C\.?|Stat\.)$")
_SECTION = re.compile(r"§+$")


def _cite_law(tokens: Sequence[Token], labels: Labels) -> Labels:
    """A title where a law's number was taken for people: ``42 C.F.R. Part 8``."""
    if len(tokens) < 3 or labels[0][0] != "A":
        return labels
    section = next((at for at in range(1, min(8, len(tokens))) if _SECTION.match(tokens[at].text)), 0)
    if section and section + 1 < len(tokens):  # N.Y. Pub. Health Law § 3306
        return _relabel(labels, 0, section + 2, "t")
    if not tokens[0].text.isdecimal():
        return labels
    return _relabel(labels, 0, _run(labels, 0, "aAtT"), "t") if _LAW.match(tokens[1].text) else labels


def _is_dated(token: Token) -> bool:
    return token.kind == "cluster" and isinstance(token.value, Mapping) and "date" in token.value


def _begin_title(tokens: Sequence[Token], labels: Labels) -> Labels:
    """A title that begins with a year, where another year dates the work: ``Smith J. 2017 guideline for … 2018``."""
    at = _first(labels, "T") - 1
    if at < 0 or labels[at][0] != "D" or not tokens[at].text.isdecimal():
        return labels
    later = zip(tokens[at + 1 :], labels[at + 1 :], strict=True)
    if not any(label == "D" or _is_dated(token) for token, (label, _) in later):
        return labels
    return _relabel(labels, at, _run(labels, at + 1, "tT"), "t")


def _bridge_title(tokens: Sequence[Token], labels: Labels) -> Labels:
    """One title where a few words of another name break it, and no sentence ends: ``Drug Dealer, MD: How Doctors Were``."""
    at = _first(labels, "T")
    if at < 0:
        return labels
    end = _run(labels, at + 1, "t")
    over = next((to for to in range(end, len(labels)) if labels[to][0] == "T"), -1)
    if over < 0 or over - end > 4:
        return labels
    if any(labels[to][0] not in "PpCc" and tokens[to].text not in {"–", "—"} for to in range(end, over)):
        return labels
    if any(tokens[to - 1].text[-1:] in '.?!"”»' for to in (end, over)):
        return labels
    return _relabel(labels, at, _run(labels, over + 1, "t"), "t")


def _join_title(tokens: Sequence[Token], labels: Labels) -> Labels:
    """A title where nothing parts it from the container: ``Prescription`` and ``Drug Abuse Statistics``."""
    at = _first(labels, "C")
    if at < 1 or labels[at - 1][0] not in "tT" or not tokens[at - 1].text[-1:].isalpha():
        return labels
    end = _run(labels, at + 1, "c")
    if not tokens[end - 1].text.endswith(".") or any(token.kind == "cluster" for token in tokens):
        return labels
    start = max(to for to in range(at) if labels[to][0] == "T") if _first(labels, "T") >= 0 else at
    return _relabel(labels, start, end, "t")


_OPEN, _SHUT = re.compile(r"[“\"«„]"), re.compile(r"[”\"»][.,;:?!]*$")


def _quote_title(tokens: Sequence[Token], labels: Labels) -> Labels:
    """A title as far as the quotes around it: ``"Trust Me, I'm a Doctor? The Elderly"``; what is quoted next is another."""
    at = _first(labels, "T")
    if at < 0 or not _OPEN.match(tokens[at].text):
        return labels
    end = next((to for to in range(at, min(len(tokens), at + 80)) if _closes(tokens[to], first=to == at)), -1)
    if end < 0 or any(token.kind or _OPEN.match(token.text) for token in tokens[at + 1 : end + 1]):
        return labels
    if any(label not in "tT" for label, _ in labels[at : end + 1]):
        labels = _relabel(labels, at, end + 1, "t")
    if end + 1 < len(labels) and labels[end + 1][0] == "t" and _OPEN.match(tokens[end + 1].text):
        return [*labels[: end + 1], ("T", labels[end + 1][1] / 2), *labels[end + 2 :]]
    over = _run(labels, end + 1, "t")
    if over == end + 1:
        return labels
    over = _run(labels, over + 1, "c") if over < len(labels) and labels[over][0] == "C" else over
    return _relabel(labels, end + 1, over, "c")  # “Detection of relapse,” in Proc. Conf.


def _name_host(tokens: Sequence[Token], labels: Labels) -> Labels:
    """A title and its site where the site's own name was taken for the title: ``GABA. (2022). Cleveland Clinic. https://my.clevelandclinic.org``."""
    host = next((str(token.value).lower() for token in tokens if token.kind == "url"), "").partition("//")[2]
    kinds = {label for label, _ in labels} & {"T", "C", "P"}
    if not host or len(kinds) != 1 or labels[0][0] != "A":
        return labels
    kind = kinds.pop()
    at, end = _first(labels, kind), _run(labels, 1, "a")
    last = _run(labels, at + 1, kind + kind.lower())
    name, title = (" ".join(token.text for token in part) for part in (tokens[:end], tokens[at:last]))
    names = [_squash(each) for each in (name, *title.split(";"))]
    host = _squash(host.partition("/")[0])
    if "," in name or _OFFICES.search(name) or names[0] in host or not all(4 < len(each) and each in host for each in names[1:]):
        return labels
    return _relabel(_relabel(labels, 0, end, "t"), at, last, "c")


def _squash(words: str) -> str:
    return "".join(each for each in words.lower() if each.isalnum())


_OPEN_YEAR = re.compile(r"\d{4}\s?[-–][.;]?$")


def _enclose(tokens: Sequence[Token], labels: Labels) -> Labels:
    """A container where the first of two titles is a work that goes on: ``LactMed [Internet]. Bethesda: NICHD; 2006-. Clonazepam.``"""
    at = _first(labels, "T")
    if at < 0 or _first(labels, "C") >= 0:
        return labels
    end = _run(labels, at + 1, "t")
    over = next((to for to in range(end, len(labels)) if labels[to][0] == "T"), -1)
    if over < 1 or not _OPEN_YEAR.search(tokens[over - 1].text):
        return labels
    return _relabel(labels, at, end, "c")


def _name_short(tokens: Sequence[Token], labels: Labels) -> Labels:
    """A container with the short name behind it: ``Proc. Int. Conf. Med. (EMBC)``; no volume after "Version"."""
    changed = list(labels)
    for at in range(1, len(labels)):
        if labels[at][0] == "P" and changed[at - 1][0] in "cC" and _SHORT_NAME.match(tokens[at].text):
            changed[at] = ("c", labels[at][1] / 2)
        elif labels[at][0] in "vi" and tokens[at - 1].text in {"Version", "version"}:
            changed[at] = ("n", labels[at][1] / 2)
    return changed


_SHORT_NAME = re.compile(r"\([A-Z][A-Za-z&-]{1,11}\)[,.]?$")


def _name_site(tokens: Sequence[Token], labels: Labels) -> Labels:
    """An author before a colon and a title in quotes, where all was taken for a title: ``Medscape: “clonazepam,” “Panic.”``"""
    words = [at for at, token in enumerate(tokens) if not token.kind]
    if (
        not words
        or not _SHUT.search(tokens[words[-1]].text)
        or any(label[0] != "t" for label, _ in labels[1:])
    ):
        return labels
    at = next((at for at in range(1, min(len(tokens), 9)) if _OPEN.match(tokens[at].text)), 0)
    if not at or not tokens[at - 1].text.endswith(":"):
        return labels
    labels = _relabel(labels, at, len(labels), "t")
    return _relabel(labels, 0, at, "a")


def _closes(token: Token, *, first: bool) -> bool:
    """Whether quotes end with a word, which may be the one that they begin with."""
    return bool(_SHUT.search(token.text[1:] if first else token.text))


_LEARNED = re.compile(
    r"\b(?:Journal|J|Lancet|JAMA|BMJ|Nature|Science|Archives|Arch|Annals|Ann|Medicine|Psychiatry|Pediatrics|Reviews?|Neurology|Addiction|Proceedings|Circulation)\b"
)


def _title(tokens: Sequence[Token], labels: Labels) -> Labels:
    """A title where there is none: the first container or publisher, or an author that is alone.

    A reference to an article may lack its title when volume or pages tell that a journal is meant.
    """
    kinds = {label.lower() for label, _ in labels}
    if kinds == {"t"} and _is_short_name(tokens[0].text) and len(tokens) > 1:
        return [("A", labels[0][1] / 2), ("T", labels[1][1]), *labels[2:]]
    if "t" in kinds or ("p" not in kinds and any(token.kind == "cluster" for token in tokens)):
        return labels
    if {"a", "c"} <= kinds and "p" not in kinds:
        at = _first(labels, "C")
        words = " ".join(token.text for token in tokens[at : _run(labels, at + 1, "c")])
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


_REPAIRS = (
    _name_site,
    _enclose,
    _name_short,
    _quote_title,
    _end_editors,
    _name_before_date,
    _name_host,
    _name_body,
    _part_publisher,
    _publish,
    _place_before,
    _place,
    _inside,
    _cite_law,
    _begin_title,
    _bridge_title,
    _join_title,
    _title,
)
