"""What the model is told of each token."""

import re
from functools import lru_cache

from refs.parse.reference.dates import MONTHS
from refs.parse.reference.tokens import Token

Features = list[bytes]

_LEXICON = {
    "o": """academy administration agency alliance association associations authority board bureau center centers centre centres clinic college
    commission committee company corporation council department division federation foundation group health hospital inc institut institute
    institutes institution ltd llc ministry national organisation organization office program school service services society team trust
    university universität université universidad collaborators investigators staff ministère ministerio ministero bundesministerium
    gesellschaft federal u.s us american royal european canadian world united nations states""",
    "j": """journal j review reviews rev annals ann archives arch acta bulletin bull letters lett transactions trans proceedings proc quarterly
    magazine gazette zeitschrift revue revista rivista cahiers int am br eur clin med res sci biol chem phys psychiatry psychol neurol pharmacol
    surg nurs epidemiol lancet jama bmj nature science cell plos plosone cureus frontiers front cochrane mmwr""",
    "p": """press publishing publishers publisher publications verlag books wiley springer elsevier routledge sage oxford cambridge mcgraw-hill pearson
    wolters kluwer saunders mosby lippincott williams wilkins blackwell academic norton guilford karger thieme editions éditions editorial
    harper penguin random macmillan palgrave mit humana crc taylor francis statpearls""",
    "l": """york london philadelphia boston chicago washington paris berlin geneva bethesda rockville atlanta baltimore oxford cambridge amsterdam
    heidelberg stuttgart münchen munich wien zürich madrid barcelona milano roma ny ma ca dc md ga pa il tx fl va nj uk usa england francisco
    angeles island treasure arlington princeton toronto sydney melbourne tokyo thousand oaks park hoboken waltham""",
    "r": "ed eds editor editors hrsg hg edited by trans translator coord dir",
    "c": "and & und et y e",
    "n": "in",
    "f": "of the for on with to from a an or as at its their is are what how why",
    "v": "van von de der den la le di da del du dos el al bin st",
    "w": "page pages website site internet online fact sheet overview symptoms treatment causes",
    "a": "al others",
}
_CLASSES: dict[str, str] = {}
for _name, _words in _LEXICON.items():
    for _each in _words.split():
        _CLASSES[_each] = _CLASSES.get(_each, "") + _name
for _each in MONTHS:
    _CLASSES.setdefault(_each, "m")

_EDGE = " .,;:!?()[]{}<>“”\"«»„‘’'…"
_QUOTES = str.maketrans(
    {
        "”": '"',
        "“": '"',
        "»": '"',
        "«": '"',
        "„": '"',
        "’": "'",
        "‘": "'",
        "]": ")",
        "[": "(",
        "!": "?",
        "–": "-",
        "—": "-",
    }
)
_TITLES = "dr st vs no vol jr sr eds ed pp mr mrs ms prof inc ltd co corp approx fig al u.s u.k"
_ABBREVIATED = frozenset(_TITLES.split())


class Word:
    """What can be said of a token by itself, told to itself and its neighbours."""

    __slots__ = (
        "classes",
        "core",
        "ends",
        "following",
        "form",
        "here",
        "opens",
        "over_next",
        "over_previous",
        "previous",
        "shape",
        "tail",
    )

    def __init__(self, text: str, kind: str) -> None:
        if kind:
            self.core, self.shape, lead, self.tail = "", kind, "", ""
            classes = ""
        else:
            core = text.strip(_EDGE)
            place = text.find(core) if core else len(text)
            lead = text[:place].translate(_QUOTES)
            self.tail = text[place + len(core) :].translate(_QUOTES)[:3]
            self.core = core.lower()
            self.shape = _shape(core, self.tail)
            classes = _CLASSES.get(self.core, "")
        low, shape, tail = self.core[:20], self.shape, self.tail
        self.ends = tail[-2:] in {".", "?", '."', '?"', ").", '".', "'.", "?."} and not (
            len(self.core) < 2 or self.core in _ABBREVIATED or shape in {"I", "I.I"}
        )
        self.opens = '"' in lead
        here = [
            f"w={low}",
            f"s={shape}",
            f"e={tail}",
            f"se={lead}{shape}{tail}",
            f"x={low[-3:]}",
            f"y={low[:3]}",
            f"z={low[-2:]}",
        ]
        if lead:
            here.append(f"p={lead}")
        here += [f"c={each}" for each in classes]
        self.here = _bytes(here)
        self.previous = _bytes(
            [f"<w={low}", f"<s={lead}{shape}{tail}", f"<e={tail}", *(f"<c={each}" for each in classes)]
        )
        self.following = _bytes([f">w={low}", f">s={lead}{shape}{tail}", *(f">c={each}" for each in classes)])
        self.over_previous = _bytes([f"<<{lead}{shape}{tail}", f"<<w={low}"])
        self.over_next = _bytes(
            [f">>{lead}{shape}{tail}", f">>w={low}", *(f">>c={each}" for each in classes)]
        )
        self.form = f"{lead}{shape}{tail}"
        self.classes = classes


def _bytes(features: list[str]) -> list[bytes]:
    return [each.encode() for each in features]


_YEAR = re.compile(r"(?:1[4-9]|20)\d\d[a-z]?$")
_INITIAL = re.compile(r"[^\W\d_a-z](?:\.-?[^\W\d_a-z])*\.?$")


def _shape(core: str, tail: str) -> str:
    """A short word for the form: year, n2, I (initial), UP, Xx, x and so on.

    >>> _shape("2019", ""), _shape("J.-C", "."), _shape("JAMA", ""), _shape("McKay", "")
    ('year', 'I.I', 'UP', 'XxX')
    """
    if not core:
        return "_"
    if core.isdecimal():
        return "year" if _YEAR.match(core) else f"n{min(len(core), 5)}"
    if any(each.isdecimal() for each in core):
        return (
            "yearl"
            if _YEAR.match(core)
            else ("n-n" if core[0].isdecimal() and core[-1].isdecimal() else "n+")
        )
    if len(core) == 1:
        return ("I" if core.isupper() else core) if core.isalpha() else core
    if _INITIAL.match(core):
        return "I.I"
    if core.isupper():
        return f"UP{len(core)}" if len(core) < 4 else "UP"
    if core.islower():
        return "x-" if "-" in core else ("x.x" if "." in core else "x")
    if core[0].isupper() and core[1:].islower():
        return ("Xx-" if "-" in core else "Xx") if len(core) > 3 or tail[:1] != "." else "Xx."
    return "XxX" if core[0].isupper() else "xX"


@lru_cache(maxsize=40_000)
def word_of(text: str, kind: str) -> Word:
    """The Word of a token's text, made once for each form met."""
    return Word(text, kind)


_TAIL_KINDS = {"url", "doi", "accessed", "lead", "pmid", "pmcid", "cluster", "isbn", "archived"}


def features_of(tokens: list[Token], words: list[Word] | None = None) -> list[Features]:
    """The features of each token of a reference, in the form that the model takes.

    `words` stands in for what the tokens say of themselves, where what rules found is not one token each.
    """
    if words is None:
        words = [word_of(token.text if not token.kind else "", token.kind) for token in tokens]
    count = len(words)
    host = _host(tokens)
    places = _places(words, tokens)
    ahead = _ahead(words, tokens)
    first_tail = next((at for at, token in enumerate(tokens) if at and token.kind in _TAIL_KINDS), count)
    sentences = min(places[first_tail - 1][0] + 1, 6) if count else 0
    gap = _gap(words, tokens)
    rows: list[Features] = []
    seen: set[str] = set()
    last = count - 1
    for at, word in enumerate(words):
        row = word.here.copy()
        row += words[at - 1].previous if at else _START
        row += words[at + 1].following if at < last else _END
        if at > 1:
            row += words[at - 2].over_previous
        if at < last - 1:
            row += words[at + 2].over_next
        sentence, quoted, dated = places[at]
        sentence = min(sentence, 5)
        stops, kind = ahead[at]
        row += _PLACE[sentence, quoted, dated, sentences]
        row += _ahead_features(stops, kind, dated)
        row += _gap_features(gap, dated)
        row += _pair_features(
            words[at - 1].form if at else "", word.form, words[at + 1].form if at < last else ""
        )
        row.append(_NEAR[min(at, 8)])
        core = word.core
        if core:
            if host and len(core) > 2 and core in host:
                row.append(b"host")
            if core in seen:
                row.append(b"again")
            if len(core) > 3:
                seen.add(core)
        rows.append(row)
    return rows


_START = [b"<BOS"]
_END = [b">EOS"]
_NEAR = [f"i{at}".encode() for at in range(9)]


class _Places(dict[tuple[int, str, int, int], list[bytes]]):
    def __missing__(self, key: tuple[int, str, int, int]) -> list[bytes]:
        sentence, quoted, dated, sentences = key
        value = self[key] = _bytes(
            [
                f"k{sentence}",
                f"q{quoted}",
                f"d{dated}",
                f"k{sentence}q{quoted}",
                f"k{sentence}d{dated}",
                f"k{sentence}/{sentences}",
                f"k{sentence}/{sentences}d{dated}q{quoted}",
            ]
        )
        return value


_PLACE = _Places()


@lru_cache(maxsize=4_000)
def _ahead_features(stops: int, kind: str, dated: int) -> list[bytes]:
    return _bytes([f"a{kind}", f"a{stops}{kind}", f"a{stops}", f"a{stops}{kind}d{dated}"])


def _places(words: list[Word], tokens: list[Token]) -> list[tuple[int, str, int]]:
    """For each token: sentences before it, whether it is quoted, and whether a date came before."""
    has_quotes = any(word.opens for word in words)
    places = []
    sentence, quoted, dated = 0, "b" if has_quotes else "-", 0
    for word, token in zip(words, tokens, strict=True):
        if word.opens and quoted != "a":
            quoted = "i"
        places.append((sentence, quoted, dated))
        if quoted == "i" and '"' in word.tail:
            quoted = "a"
            sentence += 0 if word.ends else 1
        if word.ends:
            sentence += 1
        if _is_dating(word, token):
            dated = 1
            sentence += 0 if word.ends else 1
    return places


def _ahead(words: list[Word], tokens: list[Token]) -> list[tuple[int, str]]:
    """For each token: the next thing that rules found, and how many sentences end before it."""
    ahead = [(0, "")] * len(tokens)
    stops, kind = 0, "end"
    for at in range(len(tokens) - 1, -1, -1):
        if words[at].ends:
            stops += 1
        ahead[at] = (min(stops, 4), kind)
        if tokens[at].kind:
            stops, kind = 0, tokens[at].kind
    return ahead


@lru_cache(maxsize=40_000)
def _pair_features(before: str, here: str, after: str) -> list[bytes]:
    return _bytes([f"{before}|{here}", f"{here}|{after}|"])


def _gap(words: list[Word], tokens: list[Token]) -> str:
    """What stands between the first date in brackets and the first thing after it: no word, or so many sentences."""
    start = next((at for at, token in enumerate(tokens) if at and _is_dating(words[at], token)), None)
    if start is None:
        return "-"
    count = stops = 0
    for word, token in zip(words[start + 1 :], tokens[start + 1 :], strict=True):
        if token.kind in _TAIL_KINDS:
            break
        count += not token.kind
        stops += word.ends
    return f"{min(stops, 3)}{'0' if not count else '1' if count < 4 else '2'}"


def _is_dating(word: Word, token: Token) -> bool:
    """Whether a token is a date in brackets, as those after authors are."""
    return token.kind in {"paren-date", "no-date", "bad-date", "updated"} or (
        word.shape == "year" and ")" in word.tail
    )


@lru_cache(maxsize=4_000)
def _gap_features(gap: str, dated: int) -> list[bytes]:
    return _bytes([f"g{gap}d{dated}"])


def _host(tokens: list[Token]) -> str:
    for token in tokens:
        if token.kind == "url":
            address = str(token.value).lower()
            return address.split("//")[-1].split("/")[0]
    return ""
