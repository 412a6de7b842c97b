"""PMC and PubMed pages of the works on the shelf, with the meta tags that such pages carry."""

from html import escape

from refs.demo.answer import Answer, Request, answer_html, answer_redirect
from refs.demo.shelf import Work, find_work, read_json

_PAGE = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>{title} - {site}</title>
{metas}
<link rel="canonical" href="{url}">
<meta property="og:title" content="{title}">
<meta property="og:site_name" content="{site}">
</head>
<body>
<main>
<h1>{title}</h1>
<p>{authors}</p>
<p>{journal}. {date};{volume}{issue}:{pages}.{doi}</p>
<p>This is the stand-in of the small web for the real page. It carries the same bibliographic facts, in the meta tags
above as well as in this line, so that a reader of pages finds the authors, the title, the journal and the date where
they stand on the real one. The text of the article itself is not here. Follow the DOI on a live network to read it.</p>
</main>
</body>
</html>
"""


def get_pmc(request: Request, name: str) -> Answer:
    """``/articles/PMC…/``."""
    return _page(request, find_work(name, "pmcid"), "PMC")


def get_pubmed(request: Request, name: str) -> Answer:
    """``pubmed.ncbi.nlm.nih.gov/…/``."""
    return _page(request, find_work(name, "pmid"), "PubMed")


def get_moved_pmc(request: Request, name: str) -> Answer:
    """The address of PMC articles until 2024."""
    del request
    return answer_redirect(f"https://pmc.ncbi.nlm.nih.gov/articles/{name}/", 301)


def get_moved_pubmed(request: Request, name: str) -> Answer:
    """The address of PubMed records until 2020."""
    del request
    return answer_redirect(f"https://pubmed.ncbi.nlm.nih.gov/{name}/", 301)


def _page(request: Request, work: Work | None, site: str) -> Answer:
    if work is None or work.pmid is None:
        return answer_html("Page not found", "The page that you asked for does not exist.", 404)
    summary = read_json(f"summary/pubmed/{work.pmid}.json")
    names = [author["name"] for author in summary["authors"]]
    facts = {
        "citation_journal_title": work.journal,
        "citation_title": work.title,
        "citation_publication_date": summary["pubdate"],
        "citation_volume": summary["volume"],
        "citation_issue": summary["issue"],
        "citation_firstpage": summary["pages"].split("-")[0],
        "citation_doi": work.doi or "",
        "citation_pmid": work.pmid,
    }
    pairs = [*facts.items(), *(("citation_author", name) for name in names)]
    metas = "\n".join(f'<meta name="{key}" content="{escape(value)}">' for key, value in pairs if value)
    body = _PAGE.format(
        title=escape(work.title),
        site=site,
        metas=metas,
        url=request.url,
        authors=", ".join(names),
        journal=escape(work.journal),
        date=summary["pubdate"],
        volume=summary["volume"],
        issue=f"({summary['issue']})" if summary["issue"] else "",
        pages=summary["pages"],
        doi=f" doi: {work.doi}" if work.doi else "",
    )
    return Answer(body=body.encode())
