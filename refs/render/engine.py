"""Engine: a style compiled for a locale: what is made once and used for every document."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from refs.model.locale import Locale
from refs.model.look import Look
from refs.model.style import Date, Element, Group, Layout, Name, NameOptions, Names, Number, Style, Text
from refs.render import marks
from refs.render.collapse import Joiner
from refs.render.compile import maker_of
from refs.render.context import Context, Render
from refs.render.look import wrap_layout
from refs.render.maker import Maker
from refs.render.output.markup import Quotes, quotes_of
from refs.render.punctuation import settle
from refs.render.sort import Sorter
from refs.render.walk import uses_variable, walk

if TYPE_CHECKING:
    from refs.render.work import Work

_AUTHOR = Names(
    variables=("author",),
    name=Name(options=NameOptions(form="short", and_="text", et_al_min=3, et_al_use_first=1)),
    substitute=(Names(variables=("editor",)), Names(variables=("translator",)), Text(variable="title")),
)
"""The author in the running text, where a style's citations show none."""


class Engine:
    """A style compiled for a locale; each part when it is first asked for."""

    def __init__(self, style: Style, locale: Locale) -> None:
        self.style = style
        self.locale = locale = locale_for(style, locale)
        self.quotes: Quotes = quotes_of(locale)
        self.curls = _curls(self.quotes)
        self.inside = bool(locale.punctuation_in_quote)
        self.cite_wrap = wrap_layout(style.citation.layout.look)
        between = locale.term("citation-range-delimiter")
        self.entries: dict[tuple[Work, int, object], str] = {}
        self.numeric = uses_variable(style, "citation-number", style.citation.layout.children)
        self.joiner = Joiner(
            style.citation, in_text=not style.is_note, numeric=self.numeric, range_delimiter=between
        )

    @cached_property
    def _maker(self) -> Maker:
        style = self.style
        return maker_of(style, self.locale, style.citation.options.over(style.options), in_bibliography=False)

    @cached_property
    def cite(self) -> Render:
        """One cite, without the affixes of the layout."""
        return self._maker.sequence(self.style.citation.layout.children)

    @cached_property
    def author(self) -> Render:
        """The author of a cite in the running text, where the style's citations show none."""
        return self._maker.element(_AUTHOR)

    @cached_property
    def citation_sorter(self) -> Sorter:
        """What sorts the cites of a citation."""
        return Sorter(self.style.citation.sort, self.style, self.locale, self._maker.options)

    @cached_property
    def _entry_options(self) -> NameOptions:
        part = self.style.bibliography
        return part.options.over(self.style.options) if part is not None else self.style.options

    @cached_property
    def entry(self) -> Render | None:
        """One entry of the bibliography, where the style has one."""
        part = self.style.bibliography
        if part is None:
            return None
        maker = maker_of(self.style, self.locale, self._entry_options, in_bibliography=True)
        return _entry(part.layout, part.second_field_align, maker)

    @cached_property
    def sorter(self) -> Sorter:
        """What sorts the bibliography."""
        part = self.style.bibliography
        return Sorter(part.sort if part is not None else (), self.style, self.locale, self._entry_options)

    def settled(self, text: str) -> str:
        """The marked string with its punctuation repaired, and curly quotes as the locale has them."""
        if marks.CURLY in text or marks.CURLY_SINGLE in text:
            text = text.translate(self.curls)
        return settle(text, inside=self.inside)


def _curls(quotes: Quotes) -> dict[int, str]:
    """What becomes of the curly quotes of the data: quotes of the locale, or letters that stay."""
    outer, inner = (quotes.open, quotes.close), (quotes.inner_open, quotes.inner_close)
    table: dict[int, str] = {}
    curly = (
        ((marks.CURLY, marks.UNCURLY), ("“", "”")),
        ((marks.CURLY_SINGLE, marks.UNCURLY_SINGLE), ("‘", "’")),
    )
    for pair, letters in curly:
        written = letters
        if letters == outer:
            written = (marks.QUOTE, marks.UNQUOTE)
        elif letters == inner:
            written = (marks.APOSTROPHE_QUOTE, marks.APOSTROPHE_UNQUOTE)
        table |= dict(zip(map(ord, pair), written, strict=True))
    return table


def _entry(layout: Layout, align: str | None, maker: Maker) -> Render:
    children = layout.children
    if align and len(children) > 1:
        first = Group(children=(children[0],), look=Look(display="left-margin"))
        rest = Group(children=children[1:], look=Look(display="right-inline"))
        children = (first, rest)
    look, last = layout.look, children[-1] if children else None
    before, after = wrap_layout(look)
    if align and len(children) == 1:
        after = ""
    if not align and isinstance(last, Group | Text) and _ends_in_block(last, children, look, maker):
        return _displayed(children, look, maker)
    return _wrapped(maker.sequence(children), before, after, aligned=bool(align))


def _displayed(children: Sequence[Element], look: Look, maker: Maker) -> Render:
    """Children of which the last takes over the suffix of the layout; an empty group hands it back."""
    last = children[-1]
    suffixed = replace(last, look=replace(last.look, suffix=look.suffix))  # type: ignore[arg-type,union-attr]
    head, tail = maker.sequence(children[:-1]), maker.element(suffixed)
    before, end = wrap_layout(replace(look, suffix=""))
    _, after = wrap_layout(look)

    def render_displayed(context: Context) -> str:
        text = head(context)
        ending = tail(context)
        if not text and not ending:
            return ""
        return before + _tidy(text + ending, end if ending or isinstance(last, Text) else after)

    return render_displayed


def _ends_in_block(last: Group | Text, children: Sequence[Element], look: Look, maker: Maker) -> bool:
    """Whether the suffix of the layout belongs to its last child: where display is used, as in citeproc-js."""
    if (isinstance(last, Text) and last.macro is None) or (last.look.display and not look.suffix):
        return False
    return any(
        isinstance(each, Group | Text | Names | Number | Date) and each.look.display is not None
        for each in walk(maker.style, children)
    )


def _wrapped(render: Render, before: str, after: str, *, aligned: bool) -> Render:
    def render_wrapped(context: Context) -> str:
        text = render(context)
        if not text:
            return ""
        if _DISPLAYED.search(text):
            if aligned and (marks.RIGHT_INLINE not in text or _BARE.search(text)):
                return before + _tidy(text, "")
            return before + _tidy(text, after)
        return before + text + after

    return render_wrapped


_DISPLAYED = re.compile(f"[{''.join(marks.DISPLAYS.values())}]")
_SEAM = f"[{marks.SEAM}{marks.PREFIX_SEAM}{marks.TAIL_SEAM}{marks.DRESSED}{marks.NUMBERED}{marks.NESTED}]"
_BARE = re.compile(f"{marks.RIGHT_INLINE}{_SEAM}*{marks.END}$")
_EMPTY = re.compile(f"[{''.join(marks.DISPLAYS.values())}]{_SEAM}*{marks.END}")
# a blank at the head of the first display, at the foot of the last one
_HEAD = re.compile(f"^([{''.join(marks.DISPLAYS.values())}]){_SEAM}* {_SEAM}*")
_FOOT = re.compile(f"{_SEAM}* {_SEAM}*{marks.END}$")


def _tidy(text: str, after: str) -> str:
    """Displays without content gone, the layout's suffix in the last one, blanks at the edges outside."""
    if _EMPTY.search(text):
        text = _HEAD.sub(r" \1", _EMPTY.sub("", text))
    if text.endswith(marks.END):
        text = text[:-1] + after + marks.END
        return _FOOT.sub(f"{marks.END} ", text)
    return text + after


_MAIN = {"de": "de-DE", "en": "en-US", "es": "es-ES", "fr": "fr-FR", "pt": "pt-PT", "zh": "zh-CN"}
"""The main dialect of languages that have several; what a style says for it holds for the others too."""


def locale_for(style: Style, locale: Locale) -> Locale:
    """The locale with what the style itself says about its language over it."""
    lang = locale.lang or "en-US"
    bare = lang.split("-")[0]
    for wanted in dict.fromkeys((None, bare, _MAIN.get(bare, lang), lang)):
        for each in style.locales:
            if each.lang == wanted:
                locale = replace(each.over(locale), lang=lang)
    return locale


@lru_cache(maxsize=8)
def engine_of(style: Style, locale: Locale) -> Engine:
    """The engine of a style and locale, compiled at the first call."""
    return Engine(style, locale)
