"""What stands where an author is named and is nobody: desks, buttons, addresses, the site itself."""

import re
from collections.abc import Set as AbstractSet

from refs.fetch.webpage.masthead import bare

_NOBODY = re.compile(
    r"^(?:(?:the|by|our|von|la|le)\s+)*(?:.*\bstaff\b.*|.*\beditors?\b|news\s?(?:desk|room)|bureau|(?:\w+\s)?\w*admin(?:istrator)?|guest|unknown|"
    r"anonymous|anonym[eo]?|webmaster|authors?|none|null|undefined|true|false|nobody|(?:\w+\s)?contributors?|editorials?|(?:multiple|various)\s.*|"
    r".*\b(?:content|editorial|web)\s?(?:team|board)|(?:.*[\s-])?(?:redaktion|redazione|redacci[oó]n|redação|rédaction|redactie|redaksjonen?|"
    r"redakce|redakcja|редакция)(?:\s(?:web|online|digital))?|"
    r"verfasser(?:in)?|autor(?:in|en|[\s:*_]?innen)?|(?:wire|news)\s(?:reports?|services?)|news|reporter(?:in)?|twitter|facebook|instagram|youtube|linkedin|google scholar|pubmed|orcid(?:\s?id)?|nachrichten|noticias|notizie|agenc(?:y|ies)|agenturen|agencias|agences|"
    r"(?:get|see|follow|learn|view)(?:\s.*)?|share|print|email|home|comments?|kommentare?|reply|read more|(?:end\s)?users?|posted|"
    r"(?:(?:first|last|user)\s?)?name|(?:\w+\s)?(?:commentator|correspondent|columnist|analyst|writer)s?|by|von|par|contact|kontakt|team|about.*|more.*|profile|archive|subscribe|"
    r"(?:et\s)?al|for\s\w+|ph\.?d|发布于|查看.*|我已.*|未知|佚名|匿名.*|网络.*|编辑|.*編集部|本报讯|综合)$",
    re.IGNORECASE,
)
_URLISH = re.compile(
    r"^(?:https?:)?//|^www\.|^@|\.(?:com|org|net|html?|php)(?:/|$)|@|"
    r"^[\w-]{3,}\.(?:[a-z]{2,3}|info)\b(?!\.)",
    re.IGNORECASE,
)
_ROOM = re.compile(
    r"accounts?|id|teams?|news|desk|staff|editors?|newsroom|contributors?|users?|admin|online|digital|web|reporters?|correspondents?|"
    r"writers?|sports?|business|politics|blogs?|magazine|stories|agencies",
    re.IGNORECASE,
)
# Imaginary Times, A Fine Kitchen, Example.org
_MASTHEAD = re.compile(
    r"\b(?:the|times|daily|post|herald|tribune|gazette|journal|magazin(?:e|es)?|kitchen|recipes?|cook(?:s|ing)?|food(?:s|ie)?|eats?|blog|online|"
    r"digital|tv|radio|zeitung|nachrichten|di[aá]rio|weekly|guide|insider|planet|world|network|channel|club|shop|store|"
    r"health|wellness|nutrition|tech|life|home|garden)\b|\.\w{2,4}$",
    re.IGNORECASE,
)
# für den Montag, APA Donnerstag
_WEEKDAY = re.compile(
    r"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|sonnabend|"
    r"lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)$",
    re.IGNORECASE,
)
_LONGEST = 80


def is_address(text: str) -> bool:
    """Whether a text is an address or a handle."""
    return bool(_URLISH.search(text))


def is_nobody(text: str, site: AbstractSet[str]) -> bool:
    """Whether a text that stands for an author names no one: `site` holds the names of the site, bare."""
    return (
        not re.match(r"[^\W\d_]|['’ʼ‘]\w", text)
        or ":" in text
        or len(text) > _LONGEST
        or bool(_NOBODY.match(text.rstrip(".")) or _WEEKDAY.search(text))
        or is_address(text)
        or is_room(text, site)
    )


_STAFF = re.compile(r".*\b(?:staff|editorial\s?(?:team|board|staff)|redaktion)$", re.IGNORECASE)


def is_ours(text: str, site: AbstractSet[str]) -> bool:
    """Whether a text says that the site itself or its staff wrote the page."""
    return bare(text) in site or is_room(text, site) or bool(_STAFF.match(text))


def is_room(text: str, site: AbstractSet[str]) -> bool:
    """Whether a text is the name of the site and a word for its people behind it: ``BBC Account``, ``CNN Business``."""
    words = text.split()
    return any(
        bare(" ".join(words[:count])) in site and all(map(_ROOM.fullmatch, words[count:]))
        for count in range(1, len(words))
    )


_HANDLE = 5


_ABOUT = re.compile(r"about|about us|om|over|über|sobre|posted|written|published|from", re.IGNORECASE)


def holds_site(text: str, site: AbstractSet[str]) -> bool:
    """Whether a text is the name of the site twice, or with a word about it: ``About Finecook``, ``Finecook Posted``."""
    words = text.split()
    for name, other in ((words[:-1], words[-1:]), (words[1:], words[:1])):
        if name and _ABOUT.fullmatch(other[0]) and bare(" ".join(name)) in site:
            return True
    half = len(words) // 2
    return half > 0 and words[:half] == words[half:] and bare(" ".join(words[:half])) in site


def may_be_person(text: str) -> bool:
    """Whether the name of a site may be that of the person who runs it: of two words, or a user's in small letters.

    >>> may_be_person("Ada Byron"), may_be_person("The Fine Kitchen"), may_be_person("Finecook"), may_be_person("adabyron")
    (True, False, False, True)
    """
    if " " not in text:
        return (text.islower() or "_" in text) and len(text) >= _HANDLE
    return not _MASTHEAD.search(text)
