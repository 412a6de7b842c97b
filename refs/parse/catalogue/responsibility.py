"""The statement of responsibility of a title page ("by Ann Roe ; edited by Jo Poe") → who did what."""

import re

_EDITED = (
    r"edit(?:ed|ors?|ado|é)\b|eds?\b|hrsgg?\b|herausgegeben|hg\b|her(?:aus)?ausgeber|éds?\b|dirigée?s?\b|sous la dir|dir\.|"
    r"red(?:\.|akt|igiert)|a cura|curador|coord|koord|compil|zusammengestellt"
)
_TRANSLATED = r"trans(?:l|\.)|übers|übertr|aus dem |traduit|traduc|trad\b|traduzione|tradotto|vertal|přel"
_HELPED = (
    r"foreword|preface|introduc|introduzione|einl|vorw|nachw|geleitwort|préf|prólogo|prefaz|afterword|photo|fotogr|contribut|"
    r"with (?:a|an|the)\b|mit (?:e|einem|einer)\b|assist|unter mitarb|avec la collab|design|arrang"
)
_WORDS = {
    "editor": _EDITED,
    "translator": _TRANSLATED,
    "director": r"directed|regie|réalis|regia\b|dirigida",
    "producer": r"produced|producer",
    "illustrator": r"illus|ill\b|bilder|zeichnungen|drawings|pictures",
    "contributor": _HELPED,
}
_ROLES = tuple(
    (variable, re.compile(rf"(?<!\w)(?:{words})", re.IGNORECASE)) for variable, words in _WORDS.items()
)
# (eds.), , editors, [Hrsg.] behind the last of the names
_BEHIND = re.compile(r"^[^;]*?[,(\[]\s*(?:eds?|editors?|hrsgg?|hg|herausgeber|éds?)\b", re.IGNORECASE)


def role_in(statement: str, family: str) -> str | None:
    """The name variable of the person of this family name; None where the statement does not name them.

    >>> role_in("Ann Roe and Jo Poe ; translated by Bo Lee", "Poe"), role_in("Ann Roe, Jo Poe (eds.)", "Roe")
    ('author', 'editor')
    >>> role_in("by Ann Roe ; translated by Bo Lee", "Lee"), role_in("Ann Roe", "Lee")
    ('translator', None)
    """
    for place, segment in enumerate(statement.split(";")):
        found = re.search(rf"(?<!\w){re.escape(family)}(?!\w)", segment, re.IGNORECASE) if family else None
        if found is not None:
            before = _last_role(segment[: found.start()])
            behind = "editor" if _BEHIND.match(segment[found.end() :]) else None
            return before or behind or ("author" if place == 0 else "contributor")
    return None


def _last_role(text: str) -> str | None:
    """The role of the word nearest to the end of the text."""
    ends = [(found.end(), variable) for variable, pattern in _ROLES for found in pattern.finditer(text)]
    return max(ends)[1] if ends else None
