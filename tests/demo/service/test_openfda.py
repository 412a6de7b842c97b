import pytest

BASE = "https://api.fda.gov/drug"
LABEL = "https://www.accessdata.fda.gov/drugsatfda_docs/label/2021/017533s061lbl.pdf"


def test_an_application_lists_the_cited_label_and_a_newer_one(ask):
    (found,) = ask(f'{BASE}/drugsfda.json?search=application_number:"NDA017533"').json["results"]
    labels = {
        doc["url"]: doc["date"]
        for submission in found["submissions"]
        for doc in submission.get("application_docs", ())
        if doc["type"] == "Label"
    }
    assert labels[LABEL] == "20210204"
    assert max(labels, key=labels.get).endswith("/2023/017533s062lbl.pdf")
    assert found["products"][0]["active_ingredients"] == [{"name": "CLONAZEPAM", "strength": "0.5MG"}]


@pytest.mark.parametrize(
    "search",
    [
        'application_number:("NDA017533" "ANDA017533" "BLA017533")',
        'application_number:"NDA017533"+OR+application_number:"ANDA017533"',
        'openfda.brand_name:"klonopin"+AND+sponsor_name:ROCHE',
        'submissions.application_docs.url:"017533s061lbl.pdf"',
    ],
)
def test_ways_to_search(ask, search):
    assert (
        ask(f"{BASE}/drugsfda.json?search={search}").json["results"][0]["application_number"] == "NDA017533"
    )


def test_a_label_is_found_by_brand_and_by_set_id(ask):
    by_brand = ask(f'{BASE}/label.json?search=openfda.brand_name:"KLONOPIN"&limit=1').json
    by_set = ask(f'{BASE}/label.json?search=set_id:"acbce0e8-5098-4785-943b-8bdb5ff17fab"').json
    assert by_brand["meta"]["results"] == {"skip": 0, "limit": 1, "total": 1}
    assert by_brand["results"] == by_set["results"]
    assert by_brand["results"][0]["openfda"]["application_number"] == ["NDA017533"]


def test_errors_are_those_of_openfda(ask):
    nothing = ask(f'{BASE}/drugsfda.json?search=application_number:"NDA999999"')
    assert (nothing.status, nothing.json) == (
        404,
        {"error": {"code": "NOT_FOUND", "message": "No matches found!"}},
    )
    assert ask(f'{BASE}/label.json?search=openfda.brand_name:"KLO').json["error"]["code"] == "SERVER_ERROR"
    assert ask(f"{BASE}/label.json?limit=1001").status == 400
