"""The keys that biblatex puts into words (biblatex manual, "Localization Strings"), and the words."""

from collections.abc import Mapping

GENRES: Mapping[str, str] = {
    "phdthesis": "PhD thesis",
    "mathesis": "Master’s thesis",
    "candthesis": "Candidate thesis",
    "bathesis": "Bachelor’s thesis",
    "techreport": "Technical report",
    "resreport": "Research report",
    "patentde": "German patent",
    "patenteu": "European patent",
    "patentfr": "French patent",
    "patentuk": "British patent",
    "patentus": "U.S. patent",
    "patreq": "Patent request",
    "patreqde": "German patent request",
    "patreqeu": "European patent request",
    "patreqfr": "French patent request",
    "patrequk": "British patent request",
    "patrequs": "U.S. patent request",
    "audiocd": "Audio CD",
    "datacd": "CD-ROM",
}
"""The kinds of theses, reports, patents and media: the keys of ``type``."""

STATES: Mapping[str, str] = {
    "inpreparation": "in preparation",
    "submitted": "submitted",
    "forthcoming": "forthcoming",
    "inpress": "in press",
    "prepublished": "pre-published",
}
"""How far a work is published: the keys of ``pubstate``."""

PLACES: Mapping[str, str] = {
    "countryde": "Germany",
    "countryep": "European Union",
    "countryeu": "European Union",
    "countryfr": "France",
    "countryuk": "United Kingdom",
    "countryus": "United States of America",
}
"""Where a patent holds: the keys of ``location``."""

SERIES: Mapping[str, str] = {"newseries": "new series", "oldseries": "old series"}
"""The keys of ``series``."""

ORDINALS: Mapping[str, str] = {
    word: str(number)
    for number, word in enumerate(
        [
            "first",
            "second",
            "third",
            "fourth",
            "fifth",
            "sixth",
            "seventh",
            "eighth",
            "ninth",
            "tenth",
            "eleventh",
            "twelfth",
        ],
        1,
    )
}
"""The words that BibTeX asks for in ``edition``, and the numbers that CSL does."""

BIBSTRINGS: Mapping[str, Mapping[str, str]] = {
    "genre": GENRES,
    "status": STATES,
    "publisher_place": PLACES,
    "collection_title": SERIES,
    "edition": ORDINALS,
}
"""The variables whose fields may hold keys, and those keys."""
