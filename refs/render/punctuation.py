"""Punctuation where affixes, delimiters and data meet: doubles, collisions, closing quotes.

What the data says is left alone; only clusters of punctuation around a seam are repaired.
"""

import re

from refs.render import marks

STOPS = ".,;:!?"
_BLANKS = " \u00a0"
_EDGE = STOPS + _BLANKS

# left + right → what stays, where it is not both
_MERGED = {
    "!.": "!",
    "!:": "!",
    "?.": "?",
    "?:": "?",
    ":!": "!",
    ":?": "?",
    ":.": ":",
    ";!": "!",
    ";?": "?",
    ";:": ";",
    ";.": ";",
}
_SWAP_IN = ".,!?"
_SWAP_OUT = ",;:"
_SEAMS = marks.SEAM + marks.PREFIX_SEAM + marks.TAIL_SEAM + marks.JOIN_SEAM
_CLUSTER = re.compile(f"([{_EDGE}{marks.UNSEAMED}]*+[{_SEAMS}][{_EDGE}{marks.ALL}]*+)")
_CLOSERS = (marks.UNQUOTE, marks.APOSTROPHE_UNQUOTE)


def seamed(text: str) -> str:
    """A suffix or delimiter of the style with a seam at each end that may collide."""
    return _seamed(text, marks.SEAM)


def seamed_prefix(text: str) -> str:
    """A prefix of the style with a seam at each end that may collide."""
    return _seamed(text, marks.PREFIX_SEAM)


def seamed_delimiter(text: str) -> str:
    """A delimiter of a group; its stop stands beside that of a suffix, and collides with data alone."""
    return _seamed(text, marks.JOIN_SEAM)


def _seamed(text: str, seam: str) -> str:
    if not text:
        return ""
    head = seam if text[0] in _EDGE else ""
    tail = marks.TAIL_SEAM if text[-1] in _EDGE else ""
    return head + text + tail


class _Repairs(dict[str, str]):
    """Clusters of punctuation around seams, and what becomes of them; each is worked out once."""

    def __init__(self, *, inside: bool) -> None:
        super().__init__()
        self.inside = inside

    def __missing__(self, cluster: str) -> str:
        if len(self) > _REMEMBERED:
            self.clear()
        repaired = self[cluster] = _repair(cluster, self.inside)
        return repaired


_REMEMBERED = 4096
_REPAIRS = (_Repairs(inside=False), _Repairs(inside=True))


def settle(text: str, *, inside: bool) -> str:
    """The text with its seams repaired and gone; `inside` moves stops into quotes (punctuation-in-quote)."""
    pieces = _CLUSTER.split(text)
    if len(pieces) == 1:
        return text
    repairs = _REPAIRS[inside]
    pieces[1::2] = [repairs[each] for each in pieces[1::2]]
    return "".join(pieces)


def _repair(cluster: str, inside: bool) -> str:  # noqa: C901, PLR0912 one turn a kind of sign
    out: list[str] = []
    seam = dressed = numbered = ""
    styled = opening = follows = joined = nested = doubled = loose = False
    leaf = before = -1
    for each in cluster:
        if each in _SEAMS:
            follows = each == marks.PREFIX_SEAM and opening
            opening = each == marks.PREFIX_SEAM or (each == marks.TAIL_SEAM and opening)
            seam = each
        elif each == marks.DRESSED:
            dressed = each
        elif each == marks.NUMBERED:
            numbered = each
        elif each == marks.LOOSE:
            loose = True
        elif each == marks.NESTED:
            styled, nested, before = False, True, leaf
        elif each == marks.LEAF:
            leaf = _last_stop(out)
        elif each == marks.APART:
            seam = ""
        elif each not in _EDGE:
            out.append(each)
        elif doubled and seam == marks.PREFIX_SEAM and each in STOPS:
            doubled, seam = False, ""
        elif before >= 0 and before == _last_stop(out) and _yields(out, before, each, seam):
            # a stop that yields to that of a piece inside stands before it
            first = out[before - 1] if before else ""
            if first != each and _MERGED.get(first + each) != first:
                out.insert(before, each)
            seam, before = "", -1
        elif (
            _is_apart(each, seam, dressed)
            or (follows and each not in _BLANKS)
            or ((joined or loose) and seam == marks.PREFIX_SEAM and each in STOPS and out[-1:] != [each])
        ):
            out.append(each)
            styled = styled and each not in STOPS
            joined, loose = joined and not seam, False
            seam = dressed = numbered = ""
        elif _add(out, each, inside, merging=not (dressed or _is_beside(seam, numbered, styled))):
            styled, joined, doubled = True, seam == marks.JOIN_SEAM, False
            seam = dressed = numbered = ""
        else:
            doubled = nested and each == "." and seam == marks.SEAM and out[-1:] == ["."]
    return "".join(out)


def _last_stop(out: list[str]) -> int:
    """Where the last stop is that only closing marks follow, or -1."""
    for at in range(len(out) - 1, -1, -1):
        if out[at] in STOPS:
            return at
        if out[at] not in _CLOSERS and out[at] != marks.END:
            break
    return -1


def _yields(out: list[str], at: int, new: str, seam: str) -> bool:
    """Whether a stop stands before one of a piece inside: a colon that swallows it, or a comma in quotes."""
    if new in _BLANKS or not seam or seam == marks.PREFIX_SEAM:
        return False
    return new == "." and at < len(out) - 1 if out[at] == "," else out[at] + new in _MERGED


def _is_beside(seam: str, numbered: str, styled: bool) -> bool:
    """Whether a stop stands beside the one before it: after a number, or a delimiter after a suffix."""
    return (bool(numbered) and seam != marks.PREFIX_SEAM) or (styled and seam == marks.JOIN_SEAM)


def _is_apart(each: str, seam: str, dressed: str) -> bool:
    """Whether a stop or blank cannot collide: it is data, or a prefix beside text with formatting of its own."""
    return (
        not seam or (seam == marks.TAIL_SEAM and each == " ") or (seam == marks.PREFIX_SEAM and bool(dressed))
    )


def _add(out: list[str], new: str, inside: bool, *, merging: bool = True) -> bool:
    """Put one stop or blank at the end; whether it came to stand there."""
    at, quote = _last_edge(out)
    last = out[at] if at >= 0 else ""
    if new in " \u00a0":
        return _add_blank(out, new, last if quote < 0 else "")
    if last == new:
        return False
    if quote >= 0:
        return _add_at_quote(out, new, (at, quote), inside)
    merged = _MERGED.get(last + new) if merging else None
    if merged and merged == last:
        return False
    if merged:
        del out[at]
        if inside and new in _SWAP_IN and at and out[at - 1] in _CLOSERS:
            return _add(out, new, inside)
    out.append(new)
    return True


def _last_edge(out: list[str]) -> tuple[int, int]:
    """Where the last stop or blank is that only marks follow, and where the first closing quote behind it is (-1)."""
    quote = -1
    for at in range(len(out) - 1, -1, -1):
        if out[at] in _EDGE:
            return at, quote
        if out[at] in _CLOSERS:
            quote = at
        elif out[at] == marks.QUOTE:
            break
    return -1, quote


def _add_blank(out: list[str], new: str, last: str) -> bool:
    if new == " " and last and last in " \u00a0":
        return False
    out.append(new)
    return True


def _add_at_quote(out: list[str], new: str, places: tuple[int, int], inside: bool) -> bool:
    """Put a stop at a closing quote; `places` are those of the last stop before it (or -1) and of the quote."""
    at, quote = places
    last = out[at] if at >= 0 else ""
    merged = _MERGED.get(last + new)
    if merged and merged == last:
        return False
    if inside and new in _SWAP_IN:
        if merged:
            out[at] = new
        else:
            out.insert(quote, new)
        return False
    if not inside and last and last in _SWAP_OUT:
        del out[at]
        out.extend([merged] if merged else [last, new])
        return True
    out.append(new)
    return True
