"""Services that know nothing here, each in its own words, and pages that answer wherever there is a network."""

from refs.demo.answer import Answer, answer_html, answer_json, answer_text

_ATOM = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom" '
    'xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/"><title type="html">arXiv Query</title>'
    "<id>http://arxiv.org/api/none</id><opensearch:totalResults>0</opensearch:totalResults>"
    "<opensearch:startIndex>0</opensearch:startIndex><opensearch:itemsPerPage>0</opensearch:itemsPerPage></feed>\n"
)
_NO_DATACITE = {"errors": [{"status": "404", "title": "The resource you are looking for doesn't exist."}]}
_NO_HITS = {"version": "6.9", "hitCount": 0, "request": {}, "resultList": {"result": []}}
_NO_HEALTH_TOPIC = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<nlmSearchResult><term/><count>0</count></nlmSearchResult>\n'
)

NOTHING: tuple[tuple[str, str, Answer], ...] = (
    ("api.datacite.org", r"/.*", answer_json(_NO_DATACITE, 404)),
    ("export.arxiv.org", r"/api/query", answer_text(_ATOM, content_type="application/atom+xml")),
    ("www.googleapis.com", r"/books/v1/volumes", answer_json({"kind": "books#volumes", "totalItems": 0})),
    ("api.openalex.org", r"/works/.+", answer_html("404 Not Found", "No such work.", 404)),
    ("api.openalex.org", r"/works", answer_json({"meta": {"count": 0}, "results": []})),
    ("www.ebi.ac.uk", r"/europepmc/webservices/rest/search", answer_json(_NO_HITS)),
    ("clinicaltrials.gov", r"/api/v2/studies/.*", answer_text("NCT number not found", 404)),
    ("wsearch.nlm.nih.gov", r"/ws/query", answer_text(_NO_HEALTH_TOPIC, content_type="text/xml")),
)

GREETINGS: tuple[tuple[str, str, Answer], ...] = (
    ("www.google.com", r"/generate_204", Answer(204, content_type="text/plain")),
    *(
        (host, r"/", answer_html(host, "This page answers as long as there is a network."))
        for host in ("example.com", "www.example.com", "example.org", "www.wikipedia.org", "www.nih.gov")
    ),
)
"""What a checker may ask in order to learn whether it is online."""
