"""NCBI's E-utilities: esearch, esummary and efetch for PubMed, PMC and Bookshelf."""

import re
from xml.sax.saxutils import escape

from refs.demo.answer import Answer, Request, answer_json, answer_text
from refs.demo.shelf import Work, read_file, read_json, works

HEAD = '<?xml version="1.0" ?>\n'
SET = (
    HEAD + '<!DOCTYPE PubmedArticleSet PUBLIC "-//NLM//DTD PubMedArticle, 1st January 2025//EN" '
    '"https://dtd.nlm.nih.gov/ncbi/pubmed/out/pubmed_250101.dtd">\n'
)
BOOK_UIDS = {"NBK556010": "4556010"}


def search(request: Request) -> Answer:
    """``esearch.fcgi?db=…&term=…``: an id in any field, else every word in title, authors or journal."""
    database, term = request.query.get("db", "pubmed"), request.query.get("term", "")
    uids = [uid for work in works() if _matches(work, term) and (uid := _uid(work, database))]
    result: dict[str, object] = {
        "count": str(len(uids)),
        "retmax": str(len(uids)),
        "retstart": "0",
        "idlist": uids,
        "translationset": [],
        "querytranslation": term,
    }
    if not uids:
        result["warninglist"] = {"outputmessages": ["No items found."]}
    if request.query.get("retmode") == "json":
        return answer_json({"header": {"type": "esearch", "version": "0.3"}, "esearchresult": result})
    ids = "".join(f"<Id>{uid}</Id>\n" for uid in uids)
    text = (
        f"{HEAD}<eSearchResult><Count>{len(uids)}</Count><RetMax>{len(uids)}</RetMax><RetStart>0</RetStart>"
        f"<IdList>\n{ids}</IdList><TranslationSet/><QueryTranslation>{escape(term)}</QueryTranslation></eSearchResult>"
    )
    return answer_text(text, content_type="text/xml")


def summarise(request: Request) -> Answer:
    """``esummary.fcgi?db=…&id=…&retmode=json``; an unknown id is an entry with an error."""
    database, uids = request.query.get("db", "pubmed"), _uids(request)
    result: dict[str, object] = {"uids": uids}
    for uid in uids:
        found = read_file(f"summary/{database}", f"{uid}.json") if database in _DATABASES else None
        known = read_json(f"summary/{database}/{uid}.json") if found else None
        result[uid] = known or {"uid": uid, "error": f"cannot get document summary for uid {uid}"}
    return answer_json({"header": {"type": "esummary", "version": "0.3"}, "result": result})


def fetch(request: Request) -> Answer:
    """``efetch.fcgi?db=pubmed|pmc&id=…``: XML; ids that nobody knows are left out."""
    database, uids = request.query.get("db", "pubmed"), _uids(request)
    if database == "pubmed":
        found = [body.decode() for uid in uids if (body := read_file("pubmed", f"{uid}.xml"))]
        return answer_text(
            f"{SET}<PubmedArticleSet>\n{''.join(found)}</PubmedArticleSet>\n", content_type="text/xml"
        )
    wanted = [
        work for uid in uids for work in works() if work.pmcid == f"PMC{uid.upper().removeprefix('PMC')}"
    ]
    articles = "".join(_jats(work) for work in wanted)
    return answer_text(f"{HEAD}<pmc-articleset>{articles}</pmc-articleset>\n", content_type="text/xml")


def link(request: Request) -> Answer:
    """``elink.fcgi?dbfrom=pubmed&db=pmc&id=…``: an empty LinkSet when there is none."""
    sets = "".join(_link_set(uid) for uid in _uids(request))
    return answer_text(f"{HEAD}<eLinkResult>{sets}</eLinkResult>", content_type="text/xml")


_DATABASES = ("pubmed", "pmc", "books")
# 10.1176/appi.ps.201800321[doi], "NBK556010"[bookaccession], PMC8583742[pmcid]
_TERM = re.compile(r'"?([^\s\["]+)"?(?:\[([^\]]*)\])?')


def _uids(request: Request) -> list[str]:
    return [uid.strip() for uid in request.query.get("id", "").split(",") if uid.strip()]


def _uid(work: Work, database: str) -> str | None:
    if database == "pmc":
        return work.pmcid.removeprefix("PMC") if work.pmcid else None
    if database == "books":
        return BOOK_UIDS.get(work.nbk or "")
    return work.pmid


def _matches(work: Work, term: str) -> bool:
    plain = re.sub(r"\[[^\]]*\]|[\"()]", " ", term).lower().split()
    words = [word for word in plain if word not in {"and", "or"}]
    if not words:
        return False
    if any(word in work.names for word in words):
        return True
    text = f"{work.title} {work.authors} {work.journal}".lower()
    return all(word.strip(".,:;?!") in text for word in words)


def _jats(work: Work) -> str:
    summary = read_json(f"summary/pmc/{(work.pmcid or '').removeprefix('PMC')}.json")
    names = "".join(
        f'<contrib contrib-type="author"><name><surname>{name.rpartition(" ")[0]}</surname>'
        f"<given-names>{name.rpartition(' ')[2]}</given-names></name></contrib>"
        for name in (author["name"] for author in summary["authors"])
    )
    year = summary["pubdate"].split()[0]
    ids = {"pmc": (work.pmcid or "").removeprefix("PMC"), "pmid": work.pmid, "doi": work.doi}
    tags = "".join(
        f'<article-id pub-id-type="{kind}">{value}</article-id>' for kind, value in ids.items() if value
    )
    return (
        f'<article article-type="research-article"><front><journal-meta><journal-title-group><journal-title>'
        f"{escape(work.journal)}</journal-title></journal-title-group></journal-meta><article-meta>{tags}<title-group>"
        f"<article-title>{escape(work.title)}</article-title></title-group><contrib-group>{names}</contrib-group>"
        f'<pub-date pub-type="collection"><year>{year}</year></pub-date><volume>{summary["volume"]}</volume>'
        f"<issue>{summary['issue']}</issue><fpage>{summary['pages'].split('-')[0]}</fpage></article-meta></front></article>"
    )


def _link_set(uid: str) -> str:
    pmcid = next((work.pmcid for work in works() if work.pmid == uid and work.pmcid), None)
    links = (
        f"<LinkSetDb><DbTo>pmc</DbTo><LinkName>pubmed_pmc</LinkName><Link><Id>{pmcid.removeprefix('PMC')}</Id></Link></LinkSetDb>"
        if pmcid
        else ""
    )
    return f"<LinkSet><DbFrom>pubmed</DbFrom><IdList><Id>{escape(uid)}</Id></IdList>{links}</LinkSet>"
