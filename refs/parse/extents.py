"""How much there is of a work, and where in a whole it stands, in the words of catalogues (MARC 300 and 773, MODS "extent")."""

import re
from collections.abc import Iterator, Mapping

_NUMBER = r"\[?(?:\d{1,5}|[ivxlcdm]{1,9})\]?"
_LEAF = r"pp?|pages?|páginas|S|Seiten|s|sid(?:or|er|an)|str|с|стр|Bl|Blatt|leaves|l|ff?|feuillets|h|hojas|cols?|columns|Sp|Spalten"
# xii, 345 p.; vi, 81, [1] p.; 1508, XXXVI S.; 108 S (unknown)
_LEAVES = re.compile(
    rf"(?<![\w.:-])({_NUMBER}(?:\s*[,+]\s*{_NUMBER}){{0,8}})\s*(?:un)?(?:numbered\s+)?(?:{_LEAF})(?![\w])",
    re.IGNORECASE,
)
# 259; 259 (ill.)
_NUMBER_ALONE = re.compile(r"\s*(\d{2,5})\s*(?:\(|$)")
# 3 v., 2 Bde.; a single volume is not worth telling
_VOLUMES = re.compile(r"(?<!\d)([2-9]|\d{2,3})\s*(?:v|vols?|volumes|Bde|Bände|tomes)(?![\w])", re.IGNORECASE)

# Seite 447-473, p. 45-60, pages:447-473
_PLACES: Mapping[str, re.Pattern[str]] = {
    variable: re.compile(rf"(?<!\w)(?:{words})\s*:?\s*({value})", re.IGNORECASE)
    for variable, words, value in (
        ("page", r"pages?|Seiten?|S\.|pp?\.", r"[A-Z]?\d+(?:\s*[-–]\s*[A-Z]?\d+)?"),
        ("volume", r"volumes?|vol\.?|v\.|Bd\.|Band|Jahrgang|Jg\.|tome|t\.", r"\d+"),
        ("issue", r"numbers?|no\.?|nr\.?|n°|Heft|H\.|issue|iss\.", r"\d+(?:[-/]\d+)?"),
    )
}


def pages_in(extent: str) -> str:
    """The number of pages, leaves or columns: of several counts the largest; empty where none is told.

    >>> pages_in("xii, 345, [3] p. : ill. ; 24 cm"), pages_in("1 online resource (xx, 210 pages)"), pages_in("24 cm")
    ('345', '210', '')
    """
    counts = [int(number) for run in _LEAVES.findall(extent) for number in re.findall(r"\d+", run)]
    alone = _NUMBER_ALONE.match(extent)
    return str(max(counts)) if counts else alone[1] if alone else ""


def volumes_in(extent: str) -> str:
    """The number of volumes where there are several.

    >>> volumes_in("3 v. (xx, 800 p.)"), volumes_in("1 v.")
    ('3', '')
    """
    found = _VOLUMES.search(extent)
    return found[1] if found else ""


def places_in(text: str) -> Iterator[tuple[str, str]]:
    """The volume, the issue and the pages.

    >>> dict(places_in("Vol. 4, no. 2, p. 45-60"))
    {'page': '45-60', 'volume': '4', 'issue': '2'}
    """
    for variable, pattern in _PLACES.items():
        if found := pattern.search(text):
            yield variable, found[1]
