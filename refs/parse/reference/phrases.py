"""Set phrases of references: when it was read, where it is available, when updated, on which medium."""

import re
from collections.abc import Iterator

from refs.parse.reference.dates import DATES, match_date, read_date
from refs.parse.reference.span import Span

_READ = (
    r"(?:(?:last|date|data|site|page|website|zuletzt|dernier|derniere|dernière|ultimo|última?|online)\s+)?"
    r"(?:retrieved|accessed|access(?:ed)?\sdate|access|viewed|cited|visited|consult(?:ed|é|ée|ado|ada|ato|ata|a)|consultation"
    r"|abgerufen|abgefragt|abruf|zugriff|zugegriffen|aufgerufen|eingesehen|accesso|acesso|acceso|acessado|acedido|accès"
    r"|citado|cité|repéré|citato|recuperado|récupéré|besucht|geraadpleegd|read|checked)"
)
_LINK = r"(?:\s*(?:on|at|in|am|vom|le|la|el|em|il|the|date|of|online|from|den|op)\b)*"
# Retrieved July 27, 2025, from   [cited 2021 Sep 20]   (abgerufen am 3. Mai 2020)   Accessed: <2021-03-30>
_ACCESS = re.compile(
    rf"[\[(<]?\s*\b{_READ}\b(?:\s+(?:via|through|from)\s+[a-z]{{3,20}}(?=\s+on\b))?{_LINK}\s*[:,.]?{_LINK}\s*[<(\[]?(?:\d{{1,2}}:\d\d,?\s+)?(?=[\w])",
    re.IGNORECASE,
)
# what may follow the date:  , 14:05 GMT], from the website:
_AFTER = re.compile(
    r"[>)\]]?(?:,?\s*(?:at\s)?\d{1,2}:\d\d(?::\d\d)?\s?(?:[ap]\.?m\.?)?(?:\s?[A-Z]{2,4})?)?\s*[\])>]?"
    r"(?:[.,;]?\s*(?:from|via|at|de|en|von|unter|da)\b(?:\s+(?:the|the website|website))?)?\s*:?",
    re.IGNORECASE,
)
# Retrieved from   Available at:   Disponible en:   URL:
_LEAD = re.compile(
    r"[\[(<]?\b(?:(?:also\s)?(?:retrieved|accessed|available|obtained|downloaded|accessible|read|viewed|found|online|verfügbar|erhältlich|abrufbar"
    r"|disponible|disponível|disponibile|recuperado|consultado|récupéré|repéré|beschikbar)(?:\s+(?:online|free|for download|auf|and))?"
    r"(?:\s+(?:from|at|via|on|in|unter|en|em|sur|su|de|à|as|op))?(?:\s+(?:the\s)?(?:url|link|website|internet))?(?:\s*:)?"
    r"|url|link|web ?site|website|weblink|see|siehe|vgl\.)\s*:?\s*[<(\[]?\s*(?=(?:https?:|www\.|doi:|[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:com|org|gov|edu|net|int)\b))",
    re.IGNORECASE,
)
# after the URL: " on 2025, February 11"
_ACCESS_TAIL = re.compile(r"\s*,?\s*(?:on|am|le|el)\s+", re.IGNORECASE)
_URL_NEXT = re.compile(r"\.?\s+[<(]?(?:https?:|www\.)")
_WEB = re.compile(r"\b(?:Web|Online|Internet)\.\s+(?=\d)")
_UPDATED = re.compile(
    r"[\[(<]?\s*\b(?P<word>(?:(?:last|page last|content last|medically|latest|date)\s)?"
    r"(?:updated|reviewed|modified|revised|revision|update|amended|published|posted|released|aktualisiert|stand|mis à jour|actualizado|aggiornamento|atualizado)"
    r"(?:\s(?:online|on|in|am|le|el|em|il|by [A-Z][\w .]{2,40}? on))?)\s*[:,]?\s*[<(\[]?(?=[\w])",
    re.IGNORECASE,
)
_CLOSING = re.compile(r"[>\])]?\s*[\])>]?")
_EPUB = re.compile(r"[\[(]?\b(?:E-?pub|Online)(?:\s(?:ahead of print|first))?[.:,]?\s*")
_AHEAD = re.compile(r"(?:\s?ahead of print)?[.]?[\])]?")
_ARCHIVED = re.compile(
    r"\b(?:Archived(?: \(PDF\))?(?: copy)?(?: from the original)?(?: \(PDF\))?(?: on| at)?|Archiviert vom Original(?: am)?)\s?",
    re.IGNORECASE,
)
_ERRATUM = re.compile(
    r"(?:Erratum in|Comment in|Retracted in|Corrected and republished)\s?:[^\n]{3,160}?(?=PMID|PMCID|doi:|$)"
)
_MEDIUM = re.compile(
    r"[\[(]\s*(?P<word>internet|online|on-line|web ?page|web ?site|website|web|pdf(?:\s?[–-]\s?[\d.]+ ?[kmg]b)?|e-?book|video(?: file)?|blog(?: post)?|fact ?sheet|data ?set"
    r"|database|en ligne|en l[ií]nea|podcast(?: episode)?|infographic|press release|brochure|radio|film|app|mobile app|tweet|software|computer software|map"
    r"|motion picture|documentary(?: film)?|webinar|symposium|pamphlet"
    r"|package insert|prescribing information|drug label|label|highlights of prescribing information|full prescribing information|powerpoint slides|preprint|(?:unpublished )?(?:bachelor|master)['’]?s['’]? thesis|(?:unpublished )?ph\.?\s?d\.? (?:thesis|dissertation)|(?:news|media) release"
    r"|(?:unpublished )?doctoral dissertation|dissertation|thesis|online article|online video|audio|television|tv series|conference presentation|poster|letter|editorial|abstract)\s*[\])]",
    re.IGNORECASE,
)
_JUNK = re.compile(
    r"(?:[\[(]?\b(?:View (?:at|in|on) (?:Publisher|Google Scholar|Scopus|Article|PubMed)|Cross ?Ref|PubMed(?: Central| Abstract)?|Google ?Scholar|PMC free article|Free PMC article|Full Text"
    r"|FREE Full Text|Web of Science|Scopus|Medline|external icon|pdf icon|Abstract|ISI|CAS|ADS|Go to ref(?:erence)?|Article|View Article|Publisher Site|DOI)\b[\])]?[\s·|,;.]*)+$",
)
_BRACKET_JUNK = re.compile(
    r"\[version \d{1,2}[;:][^\[\]]{3,80}\]|\[(?:Cross ?Ref|PubMed(?: Central| Abstract)?|Google ?Scholar|PMC free article|Free PMC article|(?:FREE )?Full Text|Web of Science|Scopus|Medline|Abstract|Article|DOI)\]\.?",
    re.IGNORECASE,
)
_GLYPHS = re.compile(r"[↩↑⤴]\ufe0e?|^\s*\^+(?:\s*[a-z]\b)*(?=\s)")
# "3. Federal"  "[3] Y. Zhu"  "(12) Smith"
_NUMBER = re.compile(
    r"\s*(?:\[(\d{1,4}|\^?[\w-]{1,20})\]:?(?=\s|[A-Z“\"])|\(?(\d{1,3})[.)](?=\s)\s?|(\d{1,3})\t|[•▪–*·-]\s+)\s*(?=\S{2})"
)
# vergl. Gerken   See, e.g., Smith
_SEE = re.compile(
    r"\s*(?:vergl\.|vgl\.|siehe(?: auch)?:?|[Ss]ee(?: also)?,?(?: e\.g\.,?)?:?|[Cc]f\.|[Ss]ource:|Quelle:|Adapted from:?)\s+(?=[^\sa-z])"
)
# (24 C.E.): a year that a citation tool garbled
_BAD_DATE = re.compile(
    r"[(\[]\s*(?:ca\.?\s?)?\d{1,3}\s?(?:C\.?\s?E\.?|A\.?\s?D\.?|B\.?\s?C\.?(?:\s?E\.?)?)\s*[)\]]"
)
_NO_DATE = re.compile(
    r"[(\[]\s*(?:n\.?\s?d\.?|no date|o\.\s?[JD]\.|s\.\s?[fad]\.|undated|date unknown|in press|forthcoming|sous presse|en prensa|im Druck)\s*(?:-?[a-z])?[)\]]"
    r"|(?<=[\s.,;])(?:in press|forthcoming)(?=\.?\s*$)|(?<=[\s.,])(?:n\.d\.|s\.f\.|o\. ?J\.)(?=[\s,.:;]|$)",
    re.IGNORECASE,
)


# (J. Casarella, Ed.)   (Morin, A., Ed.)
_ASIDE = re.compile(
    r"\((?P<names>(?:[A-Z]\.\s?){1,3}[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?|[A-Z][\w’'-]+, (?:[A-Z]\.\s?){1,3}),\s?(?:[A-Z][A-Za-z.]{1,6},\s)?(?:Eds?|Rev|Trans)\.\)\.?"
)


def find_phrases(text: str, low: str) -> Iterator[Span]:
    """The spans of set phrases; those that come first are surest."""
    yield from _find_start(text)
    yield from _find_access(text, low)
    for found in _BAD_DATE.finditer(text):
        yield Span(*found.span(), "bad-date", found.group())
    for found in _NO_DATE.finditer(text):
        status = "in press" if "press" in found.group().lower() else None
        yield Span(*found.span(), "no-date", status)
    if "rchiv" in text:
        yield from _find_archived(text)
    yield from _find_updates(text)
    for found in _MEDIUM.finditer(text):
        yield Span(*found.span(), "medium", found["word"])
    if ".)" in text:
        for found in _ASIDE.finditer(text):
            yield Span(*found.span(), "aside", found["names"])
    for pattern, kind in _PLAIN:
        for found in pattern.finditer(text):
            yield Span(*found.span(), kind)


_PLAIN = ((_ERRATUM, "erratum"), (_BRACKET_JUNK, "junk"), (_JUNK, "junk"), (_GLYPHS, "junk"))


def _find_start(text: str) -> Iterator[Span]:
    """The number of the entry, and the word that sends the reader on."""
    number = _NUMBER.match(text)
    if number:
        yield Span(*number.span(), "number", number[1] or number[2] or number[3])
    see = _SEE.match(text, number.end() if number else 0)
    if see:
        yield Span(*see.span(), "lead")


def find_dates(text: str) -> Iterator[Span]:
    """The spans of dates in brackets and of dates of more than a year; which of them is the issue date is open."""
    for found in DATES.finditer(text):
        date = read_date(found.group())
        if date is not None:
            yield Span(*found.span(), "paren-date" if found["open"] else "date", date)


_DAY_FIRST = ("abgerufen", "zugriff", "consult", "accesso", "acesso", "citado", "abruf")


def _find_access(text: str, low: str) -> Iterator[Span]:
    day_first = any(word in low for word in _DAY_FIRST)
    for found in _ACCESS.finditer(text):
        dated = match_date(text, found.end(), day_first=day_first)
        if dated is not None:
            after = _AFTER.match(text, dated[1])
            yield Span(found.start(), after.end() if after else dated[1], "accessed", dated[0])
    for found in _LEAD.finditer(text):
        yield Span(*found.span(), "lead")
    for found in _WEB.finditer(text):
        dated = match_date(text, found.end())
        if dated is not None and (len(text) - dated[1] < 3 or _URL_NEXT.match(text, dated[1])):
            yield Span(found.start(), dated[1], "accessed", dated[0])


def find_access_tail(text: str, end: int) -> Span | None:
    """The access date that follows a URL: ``Retrieved from URL on 2025, February 11``."""
    found = _ACCESS_TAIL.match(text, end)
    dated = match_date(text, found.end()) if found else None
    return Span(end, dated[1], "accessed", dated[0]) if dated else None


def _find_updates(text: str) -> Iterator[Span]:
    for found in _UPDATED.finditer(text):
        dated = match_date(text, found.end())
        if dated is not None:
            closing = _CLOSING.match(text, dated[1])
            yield Span(found.start(), closing.end() if closing else dated[1], "updated", dated[0])
    for found in _EPUB.finditer(text):
        dated = match_date(text, found.end())
        ahead = _AHEAD.match(text, dated[1] if dated else found.end())
        if ahead and (dated or "ahead" in found.group() or "pub" in found.group()):
            yield Span(found.start(), ahead.end(), "epub", dated[0] if dated else None)


def _find_archived(text: str) -> Iterator[Span]:
    for found in _ARCHIVED.finditer(text):
        dated = match_date(text, found.end())
        if dated or "original" in found.group().lower():
            yield Span(found.start(), dated[1] if dated else found.end(), "archived")
