"""How much a line looks like a reference: a number, from signs that are rows of a table."""

import re
from functools import lru_cache

_SIGNS: tuple[tuple[float, str], ...] = (
    (1.4, r"https?://|\bwww\.[a-z0-9-]+\.[a-z]{2}"),
    (1.6, r"\b(?:doi\b|10\.\d{4,9}/)"),
    (1.4, r"\b(?:PMID|PMCID|PMC\d|PubMed|ISBN|ISSN|arXiv)"),
    # Retrieved July 27, 2025, from / Accessed 3 May 2020 / abgerufen am / 閲覧
    (
        1.3,
        r"\b(?:Retrieved|Accessed|Available (?:at|from)|Abgerufen|abgerufen|Zugriff|Abruf|Consulté|Consultado|Erişim)|閲覧|参照",
    ),
    # Smith, J. A. / Smith JA, / Smith J. / García-Sastre A
    (
        1.3,
        r"^(?:(?:[dv][aeiou]n?|de la|le) )?[^\W\d_][\w'’-]+(?: [A-Z][\w'’-]+)?,? (?:[A-Z]\.[ -]?){1,4}(?:[,;:&(]|and\b|et\b|\s|$)",
    ),
    (1.3, r"^[^\W\d_][\w'’-]+(?: [A-Z][\w'’-]+)? [A-Z]{1,3}(?:[,.;:]| et al| and | \(|$)"),
    (1.0, r"^(?:[A-Z]\.[ -]?){1,3} ?[A-Z][\w'’-]+(?:,| and |\.)"),  # M. F. Holick, “Sunlight …
    (0.8, r"^[A-Z][\w'’-]+, [A-Z][\w'’-]+(?: [A-Z]\.)?(?:[,.:;]| and | & )"),  # Barefoot, Robert R and …
    (0.9, r"\bet\.? ?al\b|\bu\. ?a\.|ほか"),
    (0.9, r"\((?:19|20)\d\d[a-z]?(?:[,)]| [A-Z])|\(n\.d\.|\bn\.d\.|\((?:Eds?|Hrsg)\.\)"),
    (0.7, r"(?<![\d.])(?:1[5-9]|20)\d\d(?![\d%])"),
    (
        0.8,
        r"出版|書店|書房|大学|学会|雑誌|省\b|協会|研究所|論文|新聞|センター|第\d+巻|\d+巻|\d+号|頁|ページ|出版社|大学出版|学报|杂志",
    ),
    # 2003 Sep;133(9):2756-61 / 70(2), 97 / 12: 34–56
    (
        1.4,
        r"\d\s?\([\w ,./–-]{1,12}\)\s?[:,]\s?[a-zA-Z]?\d|;\s?\d+(?:\([^)]{1,9}\))?:\s?\w?\d|\b\d+:\s?\w?\d+\s?[-–]\s?\w?\d+",
    ),
    (0.6, r"\bpp?\. ?\d|\bS\. ?\d+|\bvol\.? ?\d|\bno\. ?\d|\bBand \d|\bArticle ID\b|\b\d+ pages\b"),
    (
        0.5,
        r"\b(?:Press|Publish\w+|Verlag|Wiley|Springer|Elsevier|Blackwell|Routledge|Penguin|University|Institute|Journal|Proceedings|Review|Reports?|Annals|Archives|Bulletin|Lancet|JAMA|BMJ|Nature|Science|Clinic|Administration|Agency|Centers? for|Ministry|Association)\b",
    ),
    (
        0.5,
        r"\b(?:J|Am|Clin|Med|Psychol|Psychiatry|Biol|Neurosci|Epidemiol|Rev|Res|Sci|Int|Eur|Br|Proc|Natl|Acad|Nutr|Physiol|Pharmacol|Ther|Dis|Natl|Nat)\.? (?=[A-Z(\d])",
    ),
    (0.4, r"[“\"„«][^”\"“»]{8,}[,.]?[”\"“»]"),
    (0.4, r"\(\d(?:st|nd|rd|th) ed|\b\d(?:st|nd|rd|th) edition|\bAufl\b"),
    (0.4, r"\bIn:? [A-Z]|\bin [A-Z][a-z]+ \((?:Hrsg|ed)|\bEds?\."),
    (
        0.5,
        r"[(,] ?(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?",
    ),
    (0.4, r" \| "),
    (0.5, r"\bPatent\b|\bStat(?:istics|Pearls)\b|\bU\.S\.C\.|\bC\.F\.R\.|\bPub\. ?L\.|\bICD-|\bISO \d"),
    (-0.5, r"\b(?:you|your|we|our|us|I|my|they|their)\b"),
    (-0.5, r"\b(?:is|are|was|were|has|have|had|can|may|should|will|would|must)\b"),
    (
        -0.5,
        r"\b(?:Click|Learn more|Read more|Contact us|Call|Share|Subscribe|Sign up|Log ?in|Comments?|Reply|Copyright|All rights|Cookies?|Privacy)\b|©",
    ),
    (-1.0, r":$|\?$"),
    (-0.8, r"^[a-zß-ÿ]"),
)
_FOR, _AGAINST = (
    tuple((weight, re.compile(pattern)) for weight, pattern in _SIGNS if (weight > 0) is speaks_for)
    for speaks_for in (True, False)
)
# https://my.clevelandclinic.org says nothing of me
_ADDRESS = re.compile(r"\b(?:https?://|www\.)\S+")
_LONG, _BARE_URL = 900, re.compile(r"<?https?://\S+>?[.,;]?$")

LIKELY = 1.3
"""From this likeness on, a line is taken for a reference."""


@lru_cache(maxsize=8192)
def likeness(text: str) -> float:
    """The sum of the signs that speak for and against a reference.

    >>> likeness("Basit H, Kahwaji CI. Clonazepam. StatPearls. 2023.") > LIKELY
    True
    >>> likeness("Fatigue and dizziness") > LIKELY
    False
    """
    text = text.strip()
    if not text:
        return 0.0
    if _BARE_URL.match(text):
        return 3.0
    head = text[:_LONG]
    words = _ADDRESS.sub("", head)
    total = sum(weight for weight, sign in _FOR if sign.search(head))
    total += sum(weight for weight, sign in _AGAINST if sign.search(words))
    return total - 1.5 if len(text) > _LONG else total


def is_likely(text: str) -> bool:
    """Whether the text is taken for a reference."""
    return likeness(text) >= LIKELY
