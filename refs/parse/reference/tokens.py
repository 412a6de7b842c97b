"""Tokens finer than white space, with what rules found as one token each."""

import re
from typing import NamedTuple

from refs.parse.reference.span import Span


class Token(NamedTuple):
    """A word with its punctuation, or (with a kind) a stretch that rules have read."""

    text: str
    start: int
    end: int
    kind: str = ""
    value: object = None


# lost blanks: "prevalence.PLoS"  "(2022).Suicide"  "labels;Yeh"  "Saf,2016"  "25.https"  "al.“Title"
_GLUE = re.compile(
    r"(?<=[a-z)\]”\"]{2}[.?!;])(?=[A-Z“\"(\[])|(?<=[)\]][.,:;])(?=[^\W_])|(?<=[^\W\d_];)(?=[^\W_])|(?<=[^\W\d_],)(?=(?:19|20)\d\d)"
    r"|(?<=\d{4}\.)(?=[A-Z][a-z])|(?<=[a-z]{2}[.?!][”\"])(?=[A-Z])|(?<=[a-z)])(?=[“\[])|(?<=[”»])(?=[A-Za-z])|(?<=\d\))(?=[A-Z])|(?<=[a-z]:)(?=[A-Z])|(?<=[.,][”\"])(?=[A-Z])"
)
_BLANKS = re.compile(r"\S+")


def tokenise(text: str, spans: list[Span]) -> list[Token]:
    """The tokens of a text; each span (sorted, apart from each other) is one token of its kind."""
    tokens: list[Token] = []
    done = 0
    for span in spans:
        _add_words(text, done, span.start, tokens)
        tokens.append(Token(span.kind, span.start, span.end, span.kind, span.value))
        done = span.end
    _add_words(text, done, len(text), tokens)
    return tokens


def _add_words(text: str, start: int, end: int, tokens: list[Token]) -> None:
    for found in _BLANKS.finditer(text, start, end):
        word, at = found.group(), found.start()
        if len(word) > 3 and not word.isalnum():
            cuts = [cut.start() for cut in _GLUE.finditer(word)]
            if cuts:
                for first, last in zip([0, *cuts], [*cuts, len(word)], strict=True):
                    tokens.append(Token(word[first:last], at + first, at + last))
                continue
        elif not any(each.isalnum() or each in '&|§–—“”"«»' for each in word):
            continue
        tokens.append(Token(word, at, found.end()))
