"""What somebody did for a work: MARC relators, UNIMARC's numbers and words of title pages → a name variable of CSL."""

from collections.abc import Iterable, Mapping

_CODES: Mapping[str, str] = {
    "author": "adp arc art att aud aut ccp chr cll cng crp ctg cre dis dln drm dsr dub etr "
    "inv ive lsa lyr pht prg res rth rtm rpt scl scr spk srv wac wal wam wat",
    "editor": "edc edm edt flm",
    "translator": "trl",
    "illustrator": "ill ilu egr wdc lth",
    "composer": "arr cmp",
    "compiler": "com",
    "director": "drt fmd rdd tld dir",
    "performer": "act cnd dnc itr mus osp prf sng stl vac voc",
    "producer": "pro fmp rpc tlp prn bkp",
    "script_writer": "aus lbt sce",
    "interviewer": "ivr",
    "recipient": "rcp",
    "narrator": "nrt",
    "host": "hst",
    "chair": "mod",
    "curator": "cur",
    "organizer": "org orm",
    "collection_editor": "pbd",
    "editorial_director": "edd",
    "contributor": "abr ann aui aft bkd bnd clb cmm csl csp ctb cwt dgc dgs dst dte fds fnd his ins isb led pan pbl pfr pra "
    "prc prd prt rce red rsp sad spn tcd ths trc tyg vdg win wpr wst",
}
"""The codes of the MARC list of relators, by the name variable."""

_UNIMARC: Mapping[str, str] = {
    "author": "010 040 070 072 090 100 180 200 305 460 480 510 520 570 595 600 605 635 673 705",
    "editor": "340 370 651 710",
    "translator": "730",
    "illustrator": "350 430 440",
    "composer": "030 230",
    "compiler": "220",
    "director": "300",
    "performer": "005 250 545 590 721 755",
    "producer": "630",
    "script_writer": "690",
    "interviewer": "470",
    "recipient": "660",
    "narrator": "550",
    "curator": "273",
    "organizer": "557",
    "contributor": "020 060 065 075 080 110 130 160 190 205 210 280 290 295 310 320 330 365 395 400 410 490 555 560 580 610 "
    "620 640 650 670 675 677 695 700 720 723 725 727 740 750 760 770",
}
"""The function codes of UNIMARC (appendix C), by the name variable."""

_WORDS: Mapping[str, str] = {
    "author": "adapter|architect|art director|artist|author|author of dialog|cartographer|choreographer|correspondent|creator|"
    "designer|dissertant|inventor|interviewee|landscape architect|lyricist|photographer|programmer|reporter|researcher|"
    "sculptor|speaker|surveyor|writer|auteur|autor|autore|verf|verfasser|verfasserin|künstler|künstlerin|fotograf|kartograf|bildhauer|"
    "photographe|cartographe|degree grantee|praeses and author|joint author|jt. author|joint auth",
    "editor": "editor|ed|eds|edited by|editor of compilation|editor of moving image work|film editor|hrsg|hg|herausgeber|herausgeberin|"
    "herausgebendes organ|éditeur scientifique|directeur de publication|a cura di|curatore|redaktor|redactor|redakteur|joint editor|joint ed|jt. ed",
    "translator": "translator|trans|transl|tr|trad|traducteur|traductor|traduttore|übersetzer|übersetzerin|übers",
    "illustrator": "illustrator|illuminator|engraver|illustrateur|ilustrador|illustratorin",
    "composer": "composer|arranger|komponist|komponistin|compositeur|compositor",
    "compiler": "compiler|comp|joint comp|compilateur|compilador|zusammenstellender",
    "director": "director|film director|radio director|television director|regisseur|regisseurin|réalisateur",
    "performer": "performer|actor|conductor|dancer|instrumentalist|musician|onscreen presenter|singer|storyteller|vocalist|voice actor|"
    "interprète|schauspieler|sänger|dirigent|ausführender",
    "producer": "producer|film producer|television producer|radio producer|production company|produzent|producteur",
    "script_writer": "librettist|scenarist|screenwriter|script writer|scriptwriter|drehbuchautor|scénariste",
    "interviewer": "interviewer",
    "recipient": "recipient|addressee|adressat|destinataire|correspondent recipient",
    "narrator": "narrator|erzähler|narrateur",
    "host": "host",
    "chair": "moderator|chair",
    "curator": "curator|kurator",
    "organizer": "organizer|originator",
    "collection_editor": "series editor|publishing director",
    "editorial_director": "editorial director",
    "contributor": "contributor|abridger|advisor|annotator|associated name|collaborator|commentator|consultant|degree supervisor|"
    "distributor|funder|issuing body|opponent|printer|publisher|respondent|sponsor|supervisor|thesis advisor|transcriber|"
    "writer of added commentary|writer of added text|writer of introduction|writer of preface|beiträger|mitwirkender|"
    "akademischer betreuer|collaborateur|directeur de thèse|préfacier",
}
"""Words for the same, in the languages of large catalogues."""


_KEEPERS = (
    "dst|dtr|fnd|isb|mfr|pbl|prt|rps|own|fmo|dgg|160|310|610|650|publisher|distributor|printer|manufacturer|owner|former owner|"
    "repository|degree granting institution|host institution|verlag|drucker|éditeur|imprimeur"
)
"""Who made or keeps copies, or granted a degree: no part of what is cited as people."""

_IMPRINT = frozenset(_KEEPERS.split("|"))
_PUBLISHING = frozenset({"pbl", "publisher", "dgg", "degree granting institution", "verlag", "650"})


def _by_word() -> dict[str, str]:
    listed = [(variable, words.split()) for variable, words in (*_CODES.items(), *_UNIMARC.items())]
    listed += [(variable, words.split("|")) for variable, words in _WORDS.items()]
    return {word: variable for variable, words in listed for word in words}


_VARIABLES = _by_word()


def variable_of(roles: Iterable[str]) -> str | None:
    """The name variable of the first role that is known, a code or a word; None when none is.

    >>> variable_of(["http://id.loc.gov/vocabulary/relators/edt"]), variable_of(["Übersetzer"]), variable_of(["king"])
    ('editor', 'translator', None)
    """
    return next((_VARIABLES[word] for word in map(_plain, roles) if word in _VARIABLES), None)


def is_imprint(roles: Iterable[str]) -> bool:
    """Whether all the roles are those of a publisher, printer, owner or the like."""
    words = {_plain(role) for role in roles}
    return bool(words) and words <= _IMPRINT


def is_publishing(roles: Iterable[str]) -> bool:
    """Whether one of the roles is that of a publisher, or of a university that granted the degree."""
    return any(_plain(role) in _PUBLISHING for role in roles)


def _plain(role: str) -> str:
    """``http://id.loc.gov/vocabulary/relators/edt``, ``Editor.`` and ``[Hrsg.]`` as the table has them."""
    return role.rstrip("/").rpartition("/")[2].strip(" .,;:()[]").casefold()
