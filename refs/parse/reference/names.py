"""Names as references print them: one string in, people and organisations out."""

import re

from refs.model.name import Name


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_PARTICLES = _words(
    "van von der den de del della di da du la le el al ter ten zu zur dos das do des af bin ibn st. vom lo dal dalla degli e y"
)
_ORGANISATION_WORDS = _words(
    """academy agência agencia agenzia nacional nazionale administration advocates agency alliance america american anonymous association associations authority board branch britain bureau
    cdc center centers centre centres charity clinic clinical clinics coalition collaboration collaborative collaborators college commission
    committee community company congress consortium contributors control corporation corp council court cruz dea defense department dept directorate
    division editors education editorial enforcement europe european faculty fda federal federation force forum foundation fund funds global
    government group groups guideline guidelines harvard health healthcare hospital hospitals human inc inc. information initiative institut
    institute institutes institution institutet interior international investigators journal justice kingdom lab laboratories laboratory
    library llc ltd ltd. limited medical medicine medlineplus mental mexico ministry ministère ministerio ministero mission nami national nations
    network news nhs nih office organisation organization organizations panel partners party pharma pharmaceuticals pharmacy planning policy press
    prevention program programme project public publishing reports republic research resources royal school science sciences secretariat section
    service services society societies staff state states statistics study substance surgeons survey system systems task team therapeutics treatment
    trust union united university università universität universidad université unit usa u.s. u.s u.k us uk veterans world wikipedia webmd drugs.com
    bundesinstitut bundesministerium bundesamt gesellschaft verband verein zentrum instituto sociedad asociación secretaría
    organización haute autorité agence assurance caisse fédération santé société association gruppo istituto ministério secretaria sociedade conselho authors unknown anonymous
    nurses physicians surgeons psychiatrists pharmacists pediatrics psychiatry cardiology oncology addiction abuse alcohol drug drugs food heart cancer
    diabetes reviews archives annals magazine zeitung zeitschrift ärzteblatt revista pubmed medscape healthline goodrx statpearls recovery rehab
    helpline hotline genootschap vereniging stichting instituut ministerie verlag gmbh australia canada england scotland wales ireland zealand africa experience detox wellness behavioral resource resources solutions counseling therapy coalition collective monitor tribune herald chronicle
    gazette deutschland schweiz france españa italia"""
)
_DEGREES = re.compile(
    r"(?:,\s*|\s+|\s*\()(?:M\.?D\.?|Ph\.?\s?D\.?|R\.?N\.?|D\.?O\.?|M\.?P\.?H\.?|Pharm\.?\s?D\.?|M\.?S\.?[cN]?\.?|M\.?B\.?A\.?|B\.?S\.?N?\.?|Psy\.?D\.?|F\.?A\.?C\.?[PCS]\.?|LCSW|LMFT|LPC|NP|PA-C|DrPH|Dr\.?P\.?H\.?|MBBS|MHS|MEd|FAAP|FRCP|FACSM|CADC|RD|DNP|APRN|PMHNP(?:-BC)?|Esq\.?|CNP|FNP(?:-BC)?|PT|DPT|LICSW|MSW|LMHC)\)?(?=\s*(?:,|;|$|&|\band\b|\())"
)
_ROLE = re.compile(
    r"[\s,]*[(\[]?(?<!-)\b(?:[Ee]ds?|[Ee]ditors?|[Hh]rsg|[Hh]gg?|[Cc]oord|[Tt]rans|[Tt]ranslators?|[Cc]omps?|[Dd]irs?|eds|[Pp]roducers?|[Dd]irectors?|[Cc]hairs?|[Hh]osts?|[Aa]uthors?|[Oo]rg)\b\.?[)\]]?\s*\.?,?$"
)
# Smith, J. (Producer), & Doe, A.
_ROLE_INSIDE = re.compile(
    r"\s?\((?:Executive )?(?:Producer|Director|Writer|Host|Narrator|Chair|Editor|Ed)s?\.?\)"
)
# Legg TJ (medical reviewer)
_REVIEWER = re.compile(
    r"\s*[(\[](?:medical |medically |fact )?(?:review|check|edit)(?:er|or|ed|ed by)[)\]]", re.IGNORECASE
)
_ET_AL = re.compile(
    r"[\s,;]*(?:\b(?:and|&|und|et|y|e)\s+)?(?:\bet\.?\s?al\b\.?,?|\bet\s?coll\b\.?|\bu\.\s?a\.|\band others\b|(?:\band|&) (?:\d+ )?(?:others|colleagues|co-authors)\b|\bet\.? a?\.?$|(?:\.\s?){3}|…)"
)
_TITLES = re.compile(
    r"(?:^|(?<=[,;&] )|(?<=and ))(?:Dr|Prof|Mr|Mrs|Ms|Sir|Dame|Professor|Rev|Hon)\b\.?\s+(?:Dr\.\s+)?",
    re.IGNORECASE,
)
_SUFFIX = re.compile(r"^(?:Jr|Sr|Snr|Jnr|II|III|IV|2nd|3rd|4th|5th)\.?$")
_TAIL_SUFFIX = re.compile(r"\s+(Jr|Sr|II|III|IV|2nd|3rd|4th|5th)\.?$")
# H.   C. I.   JC   J.-C.   M. Á.   Ch.
_INITIALS = re.compile(r"(?:[^\W\d_a-zà-ÿ](?:[a-z]{0,2}(?=\.))?[.’']?(?:\s?[-‐–]\s?|\s)?){1,5}$")
_GLUED = re.compile(r"[^\W\d_a-zà-ÿ](?:[-‐–]?[^\W\d_a-zà-ÿ]){0,3}$")
_AND = re.compile(
    r"\s*,?\s*(?:&|\band\b|\bund\b|\by\b|\bet\b(?!\s?al)|\bu\.(?=\s[A-Z])|\bi\b(?=\s[A-Z]))\s*|\s*,\s*e\s+(?=[A-Z])"
)
_FAMILY_INITIALS = re.compile(
    r"(?P<family>.*?[^\s,.]{2,}|[A-Z][a-z]?['’][^\s,.]+)[\s,]\s*(?P<given>(?:[^\W\d_a-zà-ÿ](?:[a-z]{0,1}(?=\.))?\.?(?:[-‐–]|\s)?){1,5})$"
)
_INITIALS_FAMILY = re.compile(
    r"(?P<given>(?:[^\W\d_a-zà-ÿ][a-z]?\.\s?[-‐–]?\s?|[^\W\d_a-zà-ÿ]\s){1,5})(?P<family>\S{2,}.*)$"
)


# Lydiard, R. Bruce.   Harris RA.
_TRAILING_STOP = re.compile(r"(?:(?<=[a-zà-ÿ]{3})|(?<=[A-Z]{2}))\.$")
# Torres, Eduardo, and Wen Li.
_LAST_STOP = re.compile(r"(?<=[^\s,.] [A-Z][a-z])\.$")
_LONGEST = 90
"""No person's name is longer; a longer stretch is kept as it stands."""


def read_names(text: str) -> tuple[tuple[Name, ...], bool]:
    """The names in a string, and whether it was cut by "et al.".

    >>> [str(name) for name in read_names("Basit, H., & Kahwaji, C. I.")[0]]
    ['H. Basit', 'C. I. Kahwaji']
    """
    text = text.strip(" .,;:|–—/") + ("." if text.rstrip(" ,;:").endswith(".") else "")
    text = _REVIEWER.sub("", _ROLE.sub("", text)).strip(" ,;:")
    text = _ROLE_INSIDE.sub("", text)
    cut = _ET_AL.search(text)
    if cut:
        text = text[: cut.start()]
    text = _LAST_STOP.sub("", _TITLES.sub("", text)).replace("&,", ",")
    text = _DEGREES.sub(_without_degree, _DEGREES.sub(_without_degree, text)).strip(" ,;:&")
    if not any(each.isalpha() for each in text):
        return (), bool(cut)
    return tuple(_read_list(text)), bool(cut)


def _without_degree(found: re.Match[str]) -> str:
    """Nothing in place of a degree; what follows a lone word without a comma is initials: ``Goodwin RD``."""
    if found.group().lstrip()[:1] in {",", "("}:
        return ""
    chunk = re.split(r"[,;&]|\band\b", found.string[: found.start()])[-1]
    return "" if len(chunk.split()) > 1 else found.group()


def _read_list(text: str) -> list[Name]:
    if ";" in text:
        names: list[Name] = []
        for part in text.split(";"):
            one = _AND.sub("", part.strip(), count=1) if _AND.match(part.strip()) else part.strip()
            if one.strip(" .,"):
                names += _read_list(one)
        return names
    text = re.sub(r"^(?:&|and)\s+", "", text)
    if is_organisation(text):
        return [Name(literal=_literal(text))]
    names = _read_people(text)
    return names or [Name(literal=_literal(text))]


def _literal(text: str) -> str:
    text = text.strip(" ,;:")
    if text.endswith(".") and not re.search(r"(?:\b[A-Z]|Inc|Ltd|Co|Corp|\.\w+)\.$", text):
        text = text[:-1]
    return text


def is_organisation(text: str) -> bool:
    """Whether a string names an organisation rather than people."""
    words = re.findall(r"[^\s,;:()/]+", text)
    if not words:
        return False
    if len(words) == 1:
        return True
    lows = [word.lower().rstrip(".") for word in words]
    if _person_shape(text):
        return False
    if re.search(r"\([A-Z][A-Za-z&-]{1,12}\)|[®™]|\.(?:com|org|gov|net|int|edu)\b", text):
        return True
    if any(low in _ORGANISATION_WORDS for low in lows):
        return True
    if any(
        low in {"of", "for", "the", "on", "with", "at", "against", "in", "für", "pour", "para", "per"}
        for low in lows[:6]
    ):
        return True
    if "," not in text and any(
        word.isalpha() and word.islower() and word not in _PARTICLES and not _AND.fullmatch(f" {word} ")
        for word in words
    ):
        return True
    if len(words) > 4 and "," not in text and not _AND.search(text) and not re.search(r"\b[A-Z]\b", text):
        return True
    return all(word.isupper() and len(word) > 4 for word in words) and "," not in text


def _person_shape(text: str) -> bool:
    """Whether the string begins as names in inverted order with initials do."""
    return not text.startswith(("U.S.", "U.K.")) and bool(
        re.match(
            r"(?:(?:[a-z]{1,4}['’ ]){0,3}[^\W\d_a-zà-ÿ][\w’'‐–-]*(?:\s[^\W\d_a-zà-ÿ][\w’'-]+){0,2},?\s(?:[^\W\d_a-zà-ÿ]\.?[\s-]?){1,4}(?:\.|,|;|$|\s(?:&|and|et|y|und|Jr|Sr|II|III|\dth|3rd)\b)"
            r"|(?:[^\W\d_a-zà-ÿ]\.[\s-]?){1,4}\s?(?:(?:van|von|de|der|den|di|la|le|del)\s){0,3}[^\W\d_a-zà-ÿ][\w’'-]+(?:,|;|$|\s(?:&|and|et|y|und)\b))",
            text,
        )
    )


def _read_people(text: str) -> list[Name]:
    parts = [[chunk.strip() for chunk in part.split(",") if chunk.strip(" .")] for part in _AND.split(text)]
    chunks = [chunk for part in parts for chunk in part]
    lasts = {sum(map(len, parts[: at + 1])) - 1 for at in range(len(parts))}
    names: list[Name] = []
    at = 0
    while at < len(chunks):
        chunk, following = chunks[at], chunks[at + 1] if at + 1 < len(chunks) else ""
        at += 1
        if _SUFFIX.match(chunk) and names:
            names[-1] = _with_suffix(names[-1], chunk)
            continue
        if _is_initials(following) and not _is_initials(chunk):
            names.append(_inverted(chunk, following))
            at += 1
            continue
        name = _read_one(chunk)
        if (
            name is None
            and following
            and at - 1 not in lasts
            and _is_inverted(chunk, following, chunks, at, names)
        ):
            names.append(_inverted(chunk, following))
            at += 1
            continue
        if name is None and (len(chunk) > _LONGEST or is_organisation(chunk)):
            name = Name(literal=_literal(chunk))
        names.append(name or _direct(chunk))
    return names


def _is_inverted(chunk: str, following: str, chunks: list[str], at: int, names: list[Name]) -> bool:
    """Whether ``Koch, Clarissa M`` is one person: a family name, then given names."""
    family, given = chunk.split(), following.split()
    if not names and len(family) == 1 and len(given) == 2 and re.match(r"[^\W\d_a-z]\. \w{3}", following):
        return True  # Lydiard, R. Bruce
    if (
        len(family) > 3
        or len(given) > 3
        or (_read_one(following) is not None and not given[0][1:2].islower())
    ):
        return False
    if not names:
        return len(family) == 1 or family[0].lower() in _PARTICLES or len(chunks) == 2
    return len(family) == 1 and len(given) <= 2 and at < len(chunks)


def _is_initials(text: str) -> bool:
    if not text or len(text) > 14:
        return False
    text = _TAIL_SUFFIX.sub("", text)
    return bool(_INITIALS.match(text)) and ("." in text or len(text) <= 4)


def _read_one(chunk: str) -> Name | None:
    """A person whose initials show which part is the family name."""
    if len(chunk) > _LONGEST:
        return None
    suffix = None
    tail = _TAIL_SUFFIX.search(chunk)
    if tail:
        chunk, suffix = chunk[: tail.start()], tail.group(1)
    found = _FAMILY_INITIALS.match(chunk)
    if (
        found
        and (
            ("." in found["given"]) or _GLUED.match(found["given"].strip()) or len(found["given"].split()) > 1
        )
        and not _is_given_list(found["family"])
    ):
        return _named(found["family"], found["given"], suffix)
    found = _INITIALS_FAMILY.match(chunk)
    if found:
        return _named(found["family"], found["given"], suffix)
    return _direct(chunk, suffix) if suffix else None


def _is_given_list(family: str) -> bool:
    """Whether what stands before the initials is itself initials (``A. B. C.``)."""
    return bool(_INITIALS.match(family)) and "." in family


def _inverted(family: str, given: str) -> Name:
    tail = _TAIL_SUFFIX.search(given)
    if tail:
        return _named(family, given[: tail.start()], tail.group(1))
    return _named(family, given, None)


def _direct(chunk: str, suffix: str | None = None) -> Name:
    """A person in reading order: the last word, with its particles, is the family name."""
    words = chunk.strip(" .").split()
    if len(words) == 1:
        return Name(family=words[0], suffix=suffix)
    at = len(words) - 1
    while at > 1 and words[at - 1].lower() in _PARTICLES and words[at - 1][:1].islower():
        at -= 1
    return _named(" ".join(words[at:]), " ".join(words[:at]), suffix)


def _named(family: str, given: str, suffix: str | None) -> Name:
    words = family.strip(" ,").split()
    at = 0
    while at < len(words) - 1 and words[at].islower() and words[at].lower() in _PARTICLES:
        at += 1
    return Name(
        family=" ".join(words[at:]).strip(",") or None,
        given=_TRAILING_STOP.sub("", given.strip(" ,")) or None,
        suffix=suffix,
        non_dropping_particle=" ".join(words[:at]) or None,
    )


def _with_suffix(name: Name, suffix: str) -> Name:
    return Name(
        name.family, name.given, suffix.strip("."), name.dropping_particle, name.non_dropping_particle
    )
