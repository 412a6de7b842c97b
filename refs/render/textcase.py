"""text-case on marked strings (CSL 1.0.2, "Text-case")."""

import re
from collections.abc import Callable

from refs.render import marks

_STOP_WORDS = frozenset(
    """a according\xa0to across afore after against ahead\xa0of along alongside amid amidst among amongst an and anenst
    apart\xa0from apropos around as as\xa0regards aside astride at athwart atop back\xa0to barring because\xa0of before
    behind below beneath beside besides between beyond but by c ca circa close\xa0to d de despite down due\xa0to
    during et except far\xa0from for forenenst from given in in\xa0case\xa0of inside instead\xa0of into lest like
    modulo near next nor notwithstanding of off on onto or out\xa0from out\xa0of outside over per plus
    prior\xa0to pro pursuant\xa0to qua rather\xa0than regardless\xa0of sans since so subsequent\xa0to such\xa0as than
    that\xa0of the through throughout thru thruout till to toward towards under underneath until unto up upon v van
    versus vis-à-vis von vs with within without yet""".split()
)
_WORD = re.compile(f"[^\\s{marks.ALL}/—–\\-]+")
_WORDS = re.compile(f"[^\\s{marks.ALL}]+")
_NOCASE = re.compile(f"{marks.NOCASE}[^{marks.CASE}]*{marks.CASE}")


def _outside_nocase(text: str, change: Callable[[str], str]) -> str:
    if marks.NOCASE not in text:
        return change(text)
    pieces, at = [], 0
    for found in _NOCASE.finditer(text):
        pieces += [change(text[at : found.start()]), found[0]]
        at = found.end()
    return "".join([*pieces, change(text[at:])])


def lowercase(text: str) -> str:
    """All small."""
    return _outside_nocase(text, str.lower)


def uppercase(text: str) -> str:
    """All large."""
    return _outside_nocase(text, str.upper)


def capitalize_first(text: str) -> str:
    """The first letter large."""
    found = _WORDS.search(text)
    if not found or _protected(text, found.start()):
        return text
    return text[: found.start()] + _up(found[0]) + text[found.end() :]


def capitalize_all(text: str) -> str:
    """The first letter of each word large."""
    return _outside_nocase(text, lambda part: _WORDS.sub(lambda found: _up(found[0]), part))


def sentence(text: str) -> str:
    """The first letter large, the rest as it is, or small when all is large."""
    letters = marks.bare(text)
    if letters.upper() == letters and letters.lower() != letters:
        text = _outside_nocase(text, str.lower)
    return capitalize_first(text)


def _protected(text: str, at: int) -> bool:
    return text.rfind(marks.NOCASE, 0, at) > text.rfind(marks.CASE, 0, at)


def _up(word: str) -> str:
    if word == word.lower():
        for at, letter in enumerate(word):
            if letter.isalpha():
                return word[:at] + letter.upper() + word[at + 1 :]
            if letter.isdigit():
                return word
    return word


def title(text: str) -> str:
    """Title case: words large but for stop words inside; words with capitals stay."""
    words = list(_WORDS.finditer(text))
    if not words:
        return text
    out, at = [], 0
    last = len(words) - 1
    fresh = True
    for number, found in enumerate(words):
        word = found[0]
        out.append(text[at : found.start()])
        at = found.end()
        if marks.NOCASE in text and _protected(text, found.start()):
            out.append(word)
        else:
            out.append(_title_word(word, edge=fresh or number == last))
        fresh = word[-1] in ":?!.—" and not (word[-1] == "." and len(word) < 3)
    out.append(text[at:])
    return "".join(out)


def _title_word(word: str, *, edge: bool) -> str:
    core = word.strip("\"'“”‘’()[]{},.;:!?")
    if not edge and core.lower() in _STOP_WORDS:
        return word.lower() if word[1:] == word[1:].lower() else word
    if "-" in word or "/" in word or "–" in word:
        return re.sub(r"[^-/–—]+", lambda found: _hyphen_part(found[0]), word)
    return _up(word)


def _hyphen_part(part: str) -> str:
    return part if part.lower() in _STOP_WORDS else _up(part)


CASES: dict[str, Callable[[str], str]] = {
    "lowercase": lowercase,
    "uppercase": uppercase,
    "capitalize-first": capitalize_first,
    "capitalize-all": capitalize_all,
    "sentence": sentence,
    "title": title,
}
