"""One reference: clean it, find what rules find, label the rest, put the item together."""

from refs.parse.reference.assemble import assemble
from refs.parse.reference.clean import clean_text
from refs.parse.reference.clusters import find_clusters
from refs.parse.reference.links import find_links
from refs.parse.reference.model import label_tokens
from refs.parse.reference.parsed import Parsed
from refs.parse.reference.phrases import find_access_tail, find_dates, find_phrases
from refs.parse.reference.repair import repair
from refs.parse.reference.segments import is_overruled, segments_of
from refs.parse.reference.span import Span, add_span
from refs.parse.reference.tokens import tokenise


def parse_reference(text: str) -> Parsed:
    """The item that a reference as printed names, with its flaws and the confidence of each field."""
    clean = clean_text(text)
    spans = find_spans(clean.text)
    tokens = tokenise(clean.text, spans)
    labels = repair(tokens, label_tokens(tokens))
    kept = [
        token
        for token, (label, _) in zip(tokens, labels, strict=True)
        if token.kind and not is_overruled(token, label)
    ]
    return assemble(clean, kept, segments_of(tokens, labels))


def find_spans(text: str) -> list[Span]:
    """What rules find in a text: identifiers, links, set phrases and clusters, each place once, in order."""
    low = text.lower()
    spans: list[Span] = []
    for span in find_links(text, low):
        add_span(spans, span)
    for url in [span for span in spans if span.kind == "url"]:
        tail = find_access_tail(text, url.end)
        if tail:
            add_span(spans, tail)
    for span in find_phrases(text, low):
        add_span(spans, span)
    for span in find_clusters(text):
        add_span(spans, span)
    for span in find_dates(text):
        add_span(spans, span)
    return sorted(spans, key=_place)


def _place(span: Span) -> int:
    return span.start
