"""Words that several formats share: the names of the months and of the seasons."""

_MONTHS = (
    ("jan", "january", "janvier", "januar", "enero", "gennaio", "janeiro", "januari", "jän", "jänner"),
    ("feb", "february", "février", "februar", "febrero", "febbraio", "fevereiro", "februari", "fev", "fév"),
    ("mar", "march", "mars", "märz", "marzo", "março", "maart", "mär", "mrt"),
    ("apr", "april", "avril", "abril", "aprile", "avr", "abr"),
    ("may", "mai", "mayo", "maggio", "maio", "mei", "maj"),
    ("jun", "june", "juin", "juni", "junio", "giugno", "junho"),
    ("jul", "july", "juillet", "juli", "julio", "luglio", "julho", "juil"),
    ("aug", "august", "août", "agosto", "augustus", "augusti", "aout", "ago"),
    ("sep", "september", "septembre", "septiembre", "settembre", "setembro", "sept", "set"),
    ("oct", "october", "octobre", "oktober", "octubre", "ottobre", "outubro", "okt", "out"),
    ("nov", "november", "novembre", "noviembre", "novembro"),
    ("dec", "december", "décembre", "dezember", "diciembre", "dicembre", "dezembro", "dez", "dic", "déc"),
)
_NUMBERS = {word: number for number, words in enumerate(_MONTHS, 1) for word in words} | {
    form: number for number in range(1, 13) for form in (str(number), f"{number:02d}")
}


def month_number(text: str) -> int | None:
    """The number of a month given as a number, a name or the start of one.

    >>> month_number("Sept."), month_number("08"), month_number("Mond")
    (9, 8, None)
    """
    word = text.strip().rstrip(".").lower()
    return _NUMBERS.get(word)


_SEASONS = {
    word: number
    for number, words in enumerate(
        (("spring", "spr"), ("summer", "sum"), ("autumn", "fall", "fal", "aut"), ("winter", "win")), 1
    )
    for word in words
}


def season_number(text: str) -> int | None:
    """The number of a season given as a name or the start of one.

    >>> season_number("Fall"), season_number("SPR"), season_number("May")
    (3, 1, None)
    """
    return _SEASONS.get(text.strip().rstrip(".").lower())
