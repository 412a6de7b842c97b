"""The types of Hayagriva and those of what holds a work → an item type of CSL."""

from collections.abc import Mapping, Sequence

from refs.model.item import ItemType as T

TYPES: Mapping[str, T] = {
    "anthology": T.BOOK,
    "anthos": T.CHAPTER,
    "article": T.ARTICLE_JOURNAL,
    "artwork": T.GRAPHIC,
    "audio": T.SONG,
    "blog": T.WEBPAGE,
    "book": T.BOOK,
    "case": T.LEGAL_CASE,
    "chapter": T.CHAPTER,
    "conference": T.EVENT,
    "entry": T.ENTRY_ENCYCLOPEDIA,
    "exhibition": T.EVENT,
    "legislation": T.LEGISLATION,
    "manuscript": T.MANUSCRIPT,
    "misc": T.DOCUMENT,
    "newspaper": T.PERIODICAL,
    "original": T.DOCUMENT,
    "patent": T.PATENT,
    "performance": T.PERFORMANCE,
    "periodical": T.PERIODICAL,
    "post": T.POST,
    "proceedings": T.BOOK,
    "reference": T.BOOK,
    "report": T.REPORT,
    "repository": T.SOFTWARE,
    "scene": T.MOTION_PICTURE,
    "thesis": T.THESIS,
    "thread": T.POST,
    "video": T.MOTION_PICTURE,
    "web": T.WEBPAGE,
}
_ARTICLES: Mapping[str, T] = {
    "anthology": T.CHAPTER,
    "blog": T.POST_WEBLOG,
    "book": T.CHAPTER,
    "conference": T.SPEECH,
    "newspaper": T.ARTICLE_NEWSPAPER,
    "proceedings": T.PAPER_CONFERENCE,
    "reference": T.ENTRY_ENCYCLOPEDIA,
    "repository": T.ARTICLE,
    "web": T.WEBPAGE,
}
"""What an article is by what holds it; elsewhere, a journal does."""


def read_kind(kind: str, holders: Sequence[str]) -> T:
    """The item type of a work and of what holds it, each by its name in Hayagriva.

    >>> read_kind("article", ["proceedings"]).value, read_kind("article", []).value, read_kind("", []).value
    ('paper-conference', 'article-journal', 'document')
    """
    if kind == "article":
        return next((_ARTICLES[each] for each in holders if each in _ARTICLES), T.ARTICLE_JOURNAL)
    if kind == "video" and holders:
        return T.BROADCAST
    return TYPES.get(kind, T.DOCUMENT)
