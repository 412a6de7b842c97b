"""How an article writes its markers: their form, their markup, their side of the full stop."""

import re
from collections import Counter
from dataclasses import dataclass

from refs.model.article import Article, Format, Marker, MarkerKind, Span

_MARKUP = {Format.HTML, Format.WORDPRESS}
_UPPER = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_AFTER, _MARKS = "after", ".,;:!?"
_HEADINGS = {Format.MARKDOWN: "\n\n## References\n\n1. {}\n", Format.TEXT: "\n\nReferences\n\n1. {}\n"}


@dataclass(frozen=True, slots=True)
class Manner:
    """The usual marker of an article: a text with ``{}`` for the number, and where it stands."""

    template: str = "[{}]"
    side: str = _AFTER
    format: Format = Format.TEXT

    def marker(self, number: int) -> str:
        """The marker of a number."""
        shown = str(number).translate(_UPPER) if self.template == "{^}" else str(number)
        return self.template.replace("{^}", shown).replace("{}", shown)

    @property
    def joins(self) -> bool:
        """Whether two markers side by side would run together."""
        return self.template in {"{}", "{^}", "^{}"}

    def place_after(self, source: str, end: int) -> int:
        """The place of a marker for words that end here."""
        marks = re.match(r"[\"”’)]*[.,;:!?]?[\"”’)]*", source[end : end + 4])
        return end + len(marks[0]) if marks and self.side == _AFTER else end

    def whole(self, source: str, span: Span) -> Span:
        """A marker's span with the tags that hold nothing else."""
        start, end = span.start, span.end
        while self.format in {*_MARKUP, Format.MARKDOWN}:
            opening = re.search(
                r"<(sup|a|span)\b[^<>]*>$", source[max(0, start - 600) : start], re.IGNORECASE
            )
            closing = re.match(rf"</{opening[1]}\s*>", source[end:], re.IGNORECASE) if opening else None
            if opening is None or closing is None:
                break
            start, end = start - len(opening[0]), end + closing.end()
        return Span(start, end)

    def new_list(self, text: str) -> str:
        """A list with one entry, for an article that has none."""
        if self.format in _MARKUP:
            return f"\n<h2>References</h2>\n<ol>\n<li>{text}</li>\n</ol>\n"
        return _HEADINGS.get(self.format, _HEADINGS[Format.TEXT]).format(text)


def manner_of(article: Article) -> Manner:
    """The manner of most of an article's markers."""
    single = [marker for marker in article.markers if len(marker.numbers) == 1]
    kinds = Counter(marker.kind for marker in single)
    if not kinds:
        return Manner(format=article.format)
    kind = kinds.most_common(1)[0][0]
    sides = Counter(_side(marker) for marker in single)
    side = _AFTER if sides["after"] >= sides["before"] else "before"
    example = next(marker for marker in single if marker.kind is kind)
    return Manner(_template(article, example), side, article.format)


def _template(article: Article, marker: Marker) -> str:
    written = article.source[marker.span.start : marker.span.end]
    if marker.kind is MarkerKind.FOOTNOTE and article.format is Format.MARKDOWN:
        return "[^{}]"
    if article.format is Format.DOCX:
        return "[{}]" if "[" in marker.raw else "{^}"
    before = article.source[max(0, marker.span.start - 600) : marker.span.start]
    if article.format in _MARKUP or "<" in written or re.search(r"<sup\b[^<>]*>$", before):
        sup = re.search(
            r"<sup\b[^<>]*>(?:<[^<>]*>)*$",
            article.source[max(0, marker.span.start - 600) : marker.span.start],
            re.IGNORECASE,
        )
        inner = re.sub(r"\d+", "{}", marker.raw.strip(), count=1)
        inner = "[{}]" if inner[:1] in {"*", "※", "＊"} else inner
        return f"<sup>{inner}</sup>" if sup else inner
    if re.search("[⁰¹²³⁴⁵⁶⁷⁸⁹]", written):
        return "{^}"
    return re.sub(r"\d+", "{}", written, count=1)


def _side(marker: Marker) -> str:
    before = marker.context.rstrip()[-1:]
    return _AFTER if before and before in _MARKS else "before"
