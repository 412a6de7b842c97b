"""Marked strings → a markup: formatting that flips and flops, quotes that alternate, data escaped."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from refs.model.locale import Locale
from refs.render import marks

# mark → (what it sets, to what)
SETS: dict[str, tuple[str, str]] = {mark: key for key, mark in marks.LOOKS.items()}
_DISPLAYS = {mark: name for name, mark in marks.DISPLAYS.items()}
_FLIPPED = {"font_style", "font_weight", "font_variant", "text_decoration"}
_QUOTES = {marks.QUOTE, marks.UNQUOTE, marks.APOSTROPHE_QUOTE, marks.APOSTROPHE_UNQUOTE}
_NORMAL = {
    "font_style": "normal",
    "font_weight": "normal",
    "font_variant": "normal",
    "text_decoration": "none",
    "vertical_align": "baseline",
}


@dataclass(frozen=True, slots=True)
class Quotes:
    """The quotes of a locale, outer and inner."""

    open: str = "“"
    close: str = "”"
    inner_open: str = "‘"
    inner_close: str = "’"


def quotes_of(locale: Locale) -> Quotes:
    """The quotes that the locale's terms give."""
    return Quotes(
        locale.term("open-quote") or "“",
        locale.term("close-quote") or "”",
        locale.term("open-inner-quote") or "‘",
        locale.term("close-inner-quote") or "’",
    )


@dataclass(frozen=True, slots=True)
class Markup:
    """How one output format writes: escaped data, and a pair of strings for each (property, value)."""

    escape: Callable[[str], str]
    tags: Mapping[tuple[str, str], tuple[str, str]] = field(default_factory=dict)
    displays: Mapping[str, tuple[str, str]] = field(default_factory=dict)


class _State:
    __slots__ = ("closers", "looks", "markup", "out", "quoted", "quotes")

    def __init__(self, markup: Markup, quotes: Quotes) -> None:
        self.markup, self.quotes = markup, quotes
        self.out: list[str] = []
        self.closers: list[tuple[str, str, str]] = []
        self.looks = dict(_NORMAL)
        self.quoted: list[bool] = []

    def open(self, name: str, value: str) -> None:
        before = self.looks[name]
        if value == before and name in _FLIPPED and value != _NORMAL[name]:
            value = _NORMAL[name]
        if value == before:
            self.closers.append(("", name, before))
            return
        opener, closer = self.markup.tags.get((name, value), ("", ""))
        self.looks[name] = value
        self.out.append(opener)
        self.closers.append((closer, name, before))

    def undress(self) -> None:
        """Open what takes the font's looks away, closed as one."""
        depth = len(self.closers)
        for name in ("font_weight", "font_style", "font_variant"):
            if self.looks[name] != _NORMAL[name]:
                self.open(name, _NORMAL[name])
        self.closers.append(("", "", str(len(self.closers) - depth)))

    def close(self) -> None:
        if not self.closers:
            return
        closer, name, before = self.closers.pop()
        if not name and before:
            for _ in range(int(before)):
                self.close()
        if name:
            self.looks[name] = before
        self.out.append(closer)

    def quote(self, mark: str) -> None:
        quotes, outer = self.quotes, not self.quoted or not self.quoted[-1]
        if mark in (marks.QUOTE, marks.APOSTROPHE_QUOTE):
            if mark == marks.APOSTROPHE_QUOTE and not self.quoted:
                outer = False
            self.quoted.append(outer)
            self.out.append(self.markup.escape(quotes.open if outer else quotes.inner_open))
            return
        outer = self.quoted.pop() if self.quoted else True
        self.out.append(self.markup.escape(quotes.close if outer else quotes.inner_close))

    def take(self, mark: str) -> None:
        """What one mark says."""
        if mark == marks.END:
            self.close()
        elif mark in SETS:
            self.open(*SETS[mark])
        elif mark in _QUOTES:
            self.quote(mark)
        elif mark in _DISPLAYS:
            opener, closer = self.markup.displays.get(_DISPLAYS[mark], ("", ""))
            self.out.append(opener)
            self.closers.append((closer, "", ""))
        elif mark == marks.NO_DECOR:
            self.undress()


def write_markup(text: str, markup: Markup, quotes: Quotes) -> str:
    """The marked string in this markup."""
    pieces = marks.TOKENS.split(text)
    if len(pieces) == 1:
        return markup.escape(text)
    state = _State(markup, quotes)
    for at, piece in enumerate(pieces):
        if at % 2:
            state.take(piece)
        elif piece:
            state.out.append(markup.escape(piece))
    while state.closers:
        state.close()
    return "".join(state.out)
