"""The words by which services call their notices, and the kind each is."""

import re
from collections.abc import Mapping

from refs.model.fetched import NoticeKind

_KINDS: Mapping[str, NoticeKind] = {
    "retraction": NoticeKind.RETRACTION,
    "partialretraction": NoticeKind.RETRACTION,
    "withdrawal": NoticeKind.RETRACTION,
    "removal": NoticeKind.RETRACTION,
    "retractionin": NoticeKind.RETRACTION,
    "partialretractionin": NoticeKind.RETRACTION,
    "expressionofconcern": NoticeKind.EXPRESSION_OF_CONCERN,
    "expressionofconcernin": NoticeKind.EXPRESSION_OF_CONCERN,
    "concern": NoticeKind.EXPRESSION_OF_CONCERN,
    "correction": NoticeKind.CORRECTION,
    "corrigendum": NoticeKind.CORRECTION,
    "erratum": NoticeKind.CORRECTION,
    "erratumin": NoticeKind.CORRECTION,
    "addendum": NoticeKind.CORRECTION,
    "clarification": NoticeKind.CORRECTION,
    "correctedandrepublishedin": NoticeKind.CORRECTION,
    "retractedandrepublishedin": NoticeKind.RETRACTION,
    "newversion": NoticeKind.NEWER_VERSION,
    "newedition": NoticeKind.NEWER_VERSION,
    "updatein": NoticeKind.UPDATED,
    "republishedin": NoticeKind.UPDATED,
}


def read_kind(word: str | None) -> NoticeKind | None:
    """The kind that a service's word means, however it is spelt.

    >>> read_kind("expression_of_concern"), read_kind("ErratumIn")
    (<NoticeKind.EXPRESSION_OF_CONCERN: 'expression-of-concern'>, <NoticeKind.CORRECTION: 'correction'>)
    """
    return _KINDS.get(re.sub(r"[^a-z]", "", (word or "").lower()))
