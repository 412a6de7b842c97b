"""DailyMed's web services, version 2: the list of labels, one label as SPL XML, its history."""

from refs.demo.answer import Answer, Request, answer_json, answer_text
from refs.demo.shelf import read_file, read_json

PUBLISHED = "Oct 30, 2026 07:40:57PM EST"
SOUGHT = ("drug_name", "setid", "application_number", "labeler", "ndc", "rxcui")


def get_labels(request: Request) -> Answer:
    """``GET /spls.json?drug_name=…``; every parameter must be found."""
    wanted = [request.query[name].lower() for name in SOUGHT if name in request.query]
    rows = [row for row in read_json("dailymed/spls.json") if all(word in _text(row) for word in wanted)]
    data = [{key: value for key, value in row.items() if key != "search"} for row in rows]
    metadata = {
        "db_published_date": PUBLISHED,
        "elements_per_page": 100,
        "total_elements": len(data),
        "total_pages": 1,
        "current_page": 1,
        "current_url": "https://dailymed.nlm.nih.gov/dailymed/services/v2/spls.json",
        "next_page": "null",
        "next_page_url": "null",
        "previous_page": "null",
        "previous_page_url": "null",
    }
    return answer_json({"data": data, "metadata": metadata})


def get_label(request: Request, setid: str, form: str) -> Answer:
    """``GET /spls/{setid}.xml``; JSON is refused with 415."""
    del request
    body = read_file("dailymed", f"{setid.lower()}.xml")
    if form != "xml":
        return answer_json({"error": "Unsupported Media Type"}, 415)
    return Answer(body=body, content_type="application/xml") if body else answer_text("Not Found", 404)


def get_history(request: Request, setid: str) -> Answer:
    """``GET /spls/{setid}/history.json``."""
    del request
    body = read_file("dailymed", f"{setid.lower()}.history.json")
    return (
        Answer(body=body, content_type="application/json")
        if body
        else answer_json({"error": "Not Found"}, 404)
    )


def _text(row: dict[str, object]) -> str:
    return " ".join(str(value) for value in row.values()).lower()
