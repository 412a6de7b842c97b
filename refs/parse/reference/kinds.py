"""Which type of work a reference names, by what it holds."""

import re
from collections.abc import Mapping
from typing import Any

from refs.model.item import ItemType

_MEDIA: tuple[tuple[str, ItemType], ...] = (
    ("dissertation", ItemType.THESIS),
    ("thesis", ItemType.THESIS),
    ("video", ItemType.MOTION_PICTURE),
    ("film", ItemType.MOTION_PICTURE),
    ("motion picture", ItemType.MOTION_PICTURE),
    ("documentary", ItemType.MOTION_PICTURE),
    ("webinar", ItemType.SPEECH),
    ("symposium", ItemType.SPEECH),
    ("pamphlet", ItemType.PAMPHLET),
    ("tv series", ItemType.BROADCAST),
    ("television", ItemType.BROADCAST),
    ("radio", ItemType.BROADCAST),
    ("podcast", ItemType.BROADCAST),
    ("audio", ItemType.SONG),
    ("blog", ItemType.POST_WEBLOG),
    ("data", ItemType.DATASET),
    ("software", ItemType.SOFTWARE),
    ("app", ItemType.SOFTWARE),
    ("press release", ItemType.REPORT),
    ("package insert", ItemType.DOCUMENT),
    ("prescribing information", ItemType.DOCUMENT),
    ("label", ItemType.DOCUMENT),
    ("brochure", ItemType.PAMPHLET),
    ("preprint", ItemType.ARTICLE),
    ("poster", ItemType.SPEECH),
    ("conference presentation", ItemType.SPEECH),
    ("map", ItemType.MAP),
)
_NEWSPAPERS = re.compile(
    r"\b(?:Times|Free Press|Post|Guardian|Tribune|Herald|Gazette|Telegraph|Zeitung|Chronicle|Reuters|Associated Press|Le Monde|Figaro|El País|USA Today|Wall Street Journal|Globe|Daily|Independent)\b"
)
_MAGAZINES = re.compile(
    r"^(?:The )?(?:New Yorker|Atlantic|Economist|Time|Newsweek|Scientific American|Wired|STAT(?: News)?|Forbes|Vox|Slate|Psychology Today|National Geographic|Science ?Insider|Der Spiegel)\b"
)
_REPORT = re.compile(
    r"\b(?:[Rr]eport|Data Brief|Rapport|Bericht|[Ii]nforme|[Rr]elatório|[Rr]apporto|[Ww]hite [Pp]aper|[Tt]echnical|[Ww]orking [Pp]aper|[Ss]tatistics|[Ss]urvey|[Gg]uideline|TIP \d+|Fact ?[Ss]heet|[Ss]urveillance)\b"
)
_OFFICE = re.compile(
    r"\b(?:Centers?|Institutes?|Department|Administration|Agency|Ministry|Ministère|Ministerio|Office|Bureau|Division|Dept|Commission|World Health|National|Federal|European|Organi[sz]ation|Bundes\w+)\b"
)
_LAW = re.compile(
    r"(?:§|\bU\.?S\.?C\.|\bC\.?F\.?R\.|\bPub(?:lic|\.) ?L(?:aw|\.)|\bStat\. \d|\bAct (?:of )?(?:1[89]|20)\d\d\b)"
)
_DATASET = re.compile(
    r"\b(?:Online Database|Survey Data|Query and Reporting System|[Dd]ata ?[Ss]et|Microdata)\b(?! Summary)"
)
_CONFERENCE = re.compile(r"\b(?:Proceedings|Proc\.|Conference|Symposium|Workshop|Congress|Meeting|Tagung)\b")
_JOURNAL = re.compile(
    r"\b(?:Journal|J|Rev|Review|Reviews|Annals|Ann|Arch|Archives|Int|Br|Am|Clin|Med|Res|Sci|Lancet|JAMA|BMJ|Nature|Science|PLoS|PLOS|Cureus|Psychiatry|Medicine|Quarterly|Bulletin|Bull|Acta|Frontiers|Front|Therapeutics|Pharmacotherapy|Zeitschrift|Revista|Revue|Rivista|Neurology|Biology|Physiol|Psychol|Pharmacol|Epidemiol|Saf|Drugs|Proc|Natl)\b\.?"
)
_JOURNAL_HOSTS = re.compile(
    r"(?:pmc\.ncbi|ncbi\.nlm\.nih\.gov/(?:labs/)?(?:pmc/articles|pubmed)|pubmed\.ncbi|europepmc\.org|sciencedirect\.com/science/article|onlinelibrary\.wiley|tandfonline|academic\.oup|springer\.com/article|nejm\.org|jamanetwork|thelancet|bmj\.com|plos\.org|mdpi\.com|frontiersin)",
    re.IGNORECASE,
)


def infer_type(values: Mapping[str, Any]) -> ItemType:
    """The CSL type of a reference with these fields."""
    return _by_genre(values) or _by_container(values) or _by_link(values) or _by_rest(values)


def _by_genre(values: Mapping[str, Any]) -> ItemType | None:
    genre = str(values.get("genre") or values.get("medium") or "").lower()
    for word, kind in _MEDIA:
        if word in genre:
            return kind
    title = str(values.get("title") or "")
    if _LAW.search(title) or _LAW.search(str(values.get("_rest") or "")):
        return ItemType.LEGISLATION
    if re.search(r"\bPatent\b", title) and re.search(r"\d{5}", title):
        return ItemType.PATENT
    return None


def _by_container(values: Mapping[str, Any]) -> ItemType | None:
    container = str(values.get("container_title") or "")
    if not container:
        if values.get("_in") and values.get("editor") and values.get("title"):
            return ItemType.CHAPTER
        return ItemType.ARTICLE_JOURNAL if values.get("DOI") and not values.get("publisher") else None
    if container.startswith("StatPearls") and values.get("publisher"):
        return ItemType.CHAPTER
    volume, inside = values.get("volume"), values.get("_in")
    if volume and values.get("publisher") and not values.get("issue") and not values.get("DOI"):
        return ItemType.BOOK
    if _CONFERENCE.search(container) and not (volume and not inside):
        return ItemType.PAPER_CONFERENCE
    if (values.get("editor") and not values.get("_aside")) or inside:
        return ItemType.CHAPTER
    if not volume and (press := _by_press(container)):
        return press
    if any(values.get(name) for name in _OF_JOURNALS):
        return ItemType.ARTICLE_JOURNAL
    return _by_site(values, container)


_OF_JOURNALS = ("volume", "issue", "DOI", "PMID", "PMCID")


def _by_press(container: str) -> ItemType | None:
    if _NEWSPAPERS.search(container):
        return ItemType.ARTICLE_NEWSPAPER
    return ItemType.ARTICLE_MAGAZINE if _MAGAZINES.search(container) else None


def _by_site(values: Mapping[str, Any], container: str) -> ItemType | None:
    place = f"{values.get('URL') or ''} {container}".lower()
    if "youtube" in place:
        return ItemType.MOTION_PICTURE
    if values.get("URL") and not _JOURNAL_HOSTS.search(place):
        return ItemType.POST_WEBLOG if "blog" in place else ItemType.WEBPAGE
    if not values.get("title") or (
        values.get("author") and (_JOURNAL.search(container) or values.get("page"))
    ):
        return ItemType.ARTICLE_JOURNAL
    return None


def _by_link(values: Mapping[str, Any]) -> ItemType | None:
    url = str(values.get("URL") or "")
    if not url:
        return None
    if not values.get("title") and not values.get("container_title"):
        return ItemType.WEBPAGE
    if not values.get("publisher") and (
        values.get("PMID") or values.get("PMCID") or _JOURNAL_HOSTS.search(url)
    ):
        return ItemType.ARTICLE_JOURNAL
    title = str(values.get("title") or "")
    if _DATASET.search(title):
        return ItemType.DATASET
    if _REPORT.search(title) and (values.get("issued") or re.search(r"\bReport\b", title)):
        return ItemType.REPORT
    if values.get("publisher_place") and values.get("publisher"):
        return ItemType.REPORT
    if _OFFICE.search(str(values.get("publisher") or "")) and not values.get("accessed"):
        return ItemType.REPORT
    return ItemType.WEBPAGE


def _by_publisher(values: Mapping[str, Any], title: str) -> ItemType:
    """Report or book: reports come of organisations, and say so."""
    if values.get("accessed"):
        return ItemType.WEBPAGE
    if values.get("edition") or values.get("editor") or values.get("ISBN"):
        return ItemType.BOOK
    organisation = bool(values.get("author")) and values["author"][0].literal
    words = f"{title} {values.get('_rest') or ''}"
    if organisation or _REPORT.search(words) or _OFFICE.search(str(values["publisher"])):
        return ItemType.REPORT
    return ItemType.BOOK


def _by_rest(values: Mapping[str, Any]) -> ItemType:
    title = str(values.get("title") or "")
    if not title and not values.get("container_title") and not values.get("author"):
        return ItemType.DOCUMENT
    if values.get("PMID") or values.get("PMCID") or values.get("volume"):
        return ItemType.ARTICLE_JOURNAL
    if values.get("publisher"):
        return _by_publisher(values, title)
    if values.get("accessed") or not values.get("issued"):
        return ItemType.WEBPAGE
    return ItemType.REPORT if _REPORT.search(title) else ItemType.DOCUMENT
