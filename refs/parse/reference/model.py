"""The trained model: tokens in, labels with their probability out."""

from functools import cache
from importlib import resources

import pycrfsuite

from refs.parse.reference.features import features_of
from refs.parse.reference.tokens import Token

MODEL = "reference.crfsuite"
"""The file in `refs.data`."""


@cache
def _model() -> bytes:
    """The bytes of the model; the tagger reads them in place, so they have to stay."""
    return resources.files("refs.data").joinpath(MODEL).read_bytes()


@cache
def _tagger() -> pycrfsuite.Tagger:
    tagger = pycrfsuite.Tagger()
    tagger.open_inmemory(_model())
    return tagger


def label_tokens(tokens: list[Token]) -> list[tuple[str, float]]:
    """The label of each token and its probability."""
    if not tokens:
        return []
    tagger = _tagger()
    tagger.set(features_of(tokens))
    labels = tagger.tag()
    return [(label, tagger.marginal(label, at)) for at, label in enumerate(labels)]
