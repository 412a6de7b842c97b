"""The headings that stand above reference lists, beside them and after them, in several languages."""

import re

_FIRST = r"references?|sources?|citations|bibliograph(?:y|ies)|works[ -]cited|literature(?: cited)?|end ?notes?|foot ?notes?|notes?"
_LIST = (
    # English
    r"(?:(?:list of|selected|key|cited|works?|literature|article|our|medical|scientific|main|primary|additional|study|full|the|all|view|show|see|view all|show all|see all|read|chapter|research) )?"
    rf"(?:{_FIRST})(?: ?(?:and|&|/|,|\||\+) ?(?:{_FIRST}|resources|further reading|(?:useful )?links|acknowledge?ments|credits|image credits?))*"
    r"|reference list|sources? used|cited (?:works|references)|references cited|sources? cited|works consulted|where (?:we|i) got this information"
    # German, Dutch, French, Spanish, Italian, Portuguese, Scandinavian, Polish, Czech, Russian …
    r"|(?:verwendete )?quellen(?:angaben|verzeichnis|nachweise?)?|quellen (?:und|&) (?:literatur|anmerkungen|einzelnachweise)|einzelnachweise|literatur(?:verzeichnis|angaben|hinweise|liste|nachweise?|quellen)?|literatur (?:und|&) quellen"
    r"|anmerkungen|fu(?:ß|ss)noten|referenzen|belege|nachweise|bibliografie|bibliographie"
    r"|bronnen|bronvermelding|referenties|literatuur(?:lijst)?|voetnoten"
    r"|r[ée]f[ée]rences(?: bibliographiques)?|notes et r[ée]f[ée]rences|bibliographie|sources et r[ée]f[ée]rences"
    r"|referencias(?: bibliogr[áa]ficas)?|bibliograf[íi]a|fuentes|notas|fuentes consultadas"
    r"|bibliografia|riferimenti(?: bibliografici)?|fonti|note|refer[êe]ncias(?: bibliogr[áa]ficas)?|fontes"
    r"|k[äa]llor|referenser|litteratur|kilder|referanser|kildehenvisninger|l[äa]hteet|viitteet"
    r"|bibliografia|przypisy|[źz]r[óo]d[łl]a|literatura|pi[śs]miennictwo|zdroje|reference|kaynak(?:lar|[çc]a)|irodalom|forr[áa]sok"
    r"|литература|источники|примечания|список литературы|джерела|βιβλιογραφία|πηγές"
    # Japanese, Chinese, Korean
    r"|参考文献(?:一覧)?|参考(?:資料|文献・資料|文献等|サイト|リンク|url)?|引用文献|引用・参考文献|出典|脚注|注釈|文献|注|参照(?:文献)?|参考文献及び引用元"
    r"|参考资料|參考文獻|参考書籍|引用|资料来源|资料來源|資料來源|참고 ?문헌|참고 ?자료|출처|각주"
)
_FURTHER = (
    r"further reading|suggested reading|recommended reading|additional (?:reading|resources|information)|see also|external links|related (?:articles|posts|reading|links|content|topics|pages)"
    r"|more (?:information|resources|reading)|resources|useful links|links|weiterf[üu]hrende (?:literatur|links)|weblinks|siehe auch|read more|you may also like|learn more"
    r"|関連(?:記事|リンク|サイト)|外部リンク|other (?:resources|reading)|for more information"
)
_AFTER = (
    r"leave a (?:comment|reply)|comments?(?: \(\d+\))?|\d+ (?:comments?|responses?|replies|thoughts? on .*)|faqs?|frequently asked questions|about the authors?|author|share(?: this.*)?|related.*"
    r"|post navigation|tags?:.*|categories:?.*|filed under.*|subscribe.*|newsletter.*|recent posts|archives|skip to.*|table of contents|contents|navigation menu|search"
    r"|kommentare?|schreibe einen kommentar|teile diesen artikel.*|acknowledge?ments?|funding|conflicts? of interests?|appendix.*|supplement.*|disclaimer|was this (?:page|article) helpful.*"
    r"|get (?:help|addiction help).*|contact us.*|scroll to top|back to top|コメント.*|この記事.*|medically reviewed.*|reviewed by.*|last (?:updated|reviewed|modified).*|author contributions|glossary"
)
_LEAD, _TRAIL = (
    r"[\W_\d]{0,8}?(?:[ivx]{1,4}\. )?",
    r"(?: ?[\[(][^\])]{0,12}[\])]| list| section)?[\s:：.↑^*_#=-]{0,6}",
)

LIST_HEADING = re.compile(rf"{_LEAD}(?:{_LIST}){_TRAIL}$", re.IGNORECASE)
FURTHER_HEADING = re.compile(rf"{_LEAD}(?:{_FURTHER}){_TRAIL}$", re.IGNORECASE)
AFTER_HEADING = re.compile(rf"{_LEAD}(?:{_AFTER}){_TRAIL}$", re.IGNORECASE)
_INLINE_HEADING = re.compile(rf"\W{{0,4}}(?:{_LIST})\s?[:：]\**\s+(?=\S)", re.IGNORECASE)
_COMMENTS = re.compile(
    r"(?:leave a (?:comment|reply)|comments?(?: ?\(\d+\))?|\d+ (?:comments?|responses?|replies|thoughts? on .*)|kommentare?|schreibe einen kommentar|コメント)[\s:]*$",
    re.IGNORECASE,
)
_WEAK = re.compile(
    r"(?:the |our |key )?(?:notes?|foot ?notes|end ?notes|anmerkungen|notas|nota|literature|citations|注|注釈|脚注|note)",
    re.IGNORECASE,
)
_LONGEST = 60


def is_list_heading(words: str) -> bool:
    """Whether the words are a heading of a reference list.

    >>> is_list_heading("Article Sources:"), is_list_heading("Sources of vitamin D")
    (True, False)
    """
    return 0 < len(words) <= _LONGEST and bool(LIST_HEADING.match(words))


def heading_before(text: str) -> int:
    """Where the list begins that follows its heading on one line: "Sources: 1. Doe …"; 0 when there is none.

    >>> heading_before("References: 1. Doe J."), heading_before("Sources of light: 1")
    (12, 0)
    """
    match = _INLINE_HEADING.match(text)
    return match.end() if match else 0


def is_comments_heading(words: str) -> bool:
    """Whether the words head what readers wrote."""
    return 0 < len(words) <= _LONGEST and bool(_COMMENTS.match(words))


def is_weak_heading(words: str) -> bool:
    """Whether a list below the heading may as well be remarks: "Notes", "Literature"."""
    return bool(_WEAK.fullmatch(words.strip(" :.*_#[]+-")))


def is_further_heading(words: str) -> bool:
    """Whether the words head a list of things to read that nothing cites."""
    return 0 < len(words) <= _LONGEST and bool(FURTHER_HEADING.match(words))


def is_after_heading(words: str) -> bool:
    """Whether the words begin what comes after an article: comments, FAQ, menus."""
    return 0 < len(words) <= _LONGEST and bool(AFTER_HEADING.match(words))
