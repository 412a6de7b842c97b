import pytest

DOIS = [
    "10.1176/appi.ps.201800321",
    "10.1097/MD.0000000000002881",
    "10.1016/j.biopha.2024.116329",
    "10.1111/cns.14569",
    "10.1080/07853890.2021.1995623",
    "10.7759/cureus.15816",
    "10.1056/NEJMra1611832",
]


@pytest.mark.parametrize("doi", DOIS)
def test_a_work_is_found_in_any_case_and_encoding(ask, doi):
    whole, encoded = (
        ask(f"https://api.crossref.org/works/{doi}"),
        ask(f"https://api.crossref.org/v1/works/{doi.replace('/', '%2F').upper()}"),
    )
    assert whole.json["message-type"] == "work"
    assert whole.json["message"]["DOI"] == doi.lower()
    assert encoded.body == whole.body
    assert whole.headers["x-rate-limit-limit"] == "10"


def test_a_work_has_the_facts(ask):
    work = ask("https://api.crossref.org/works/10.1176/appi.ps.201800321").json["message"]
    assert work["title"] == ["Benzodiazepine Use and Misuse Among Adults in the United States"]
    assert [author["family"] for author in work["author"]] == ["Maust", "Lin", "Blow"]
    assert (work["volume"], work["issue"], work["page"]) == ("70", "2", "97-106")
    assert work["published-print"] == {"date-parts": [[2019, 2]]}


def test_an_unknown_doi_is_a_404_in_plain_text(ask):
    reply = ask("https://api.crossref.org/works/10.1000/nobody")
    assert (reply.status, reply.text) == (404, "Resource not found.")
    assert reply.headers["content-type"].startswith("text/plain")
    assert ask("https://api.crossref.org/works/10.1000/nobody/agency").status == 404


def test_the_retracted_work_and_its_notice_point_at_each_other(ask):
    work = ask("https://api.crossref.org/works/10.1016/s0140-6736(97)11096-0").json["message"]
    assert [update["type"] for update in work["updated-by"]] == ["correction", "retraction"]
    found = ask("https://api.crossref.org/works?filter=updates:10.1016/s0140-6736(97)11096-0").json["message"]
    assert found["total-results"] == 2
    notice = ask(f"https://api.crossref.org/works/{work['updated-by'][1]['DOI']}").json["message"]
    assert notice["update-to"][0]["DOI"] == work["DOI"]


def test_free_text_finds_the_work_first(ask):
    query = "Kacirova+2016+A+Case+Report+of+Clonazepam+Dependence+Medicine"
    found = ask(f"https://api.crossref.org/works?query.bibliographic={query}&rows=2").json["message"]["items"]
    assert len(found) == 2
    assert found[0]["DOI"] == "10.1097/md.0000000000002881"
    assert found[0]["score"] > found[1]["score"]


def test_several_dois_are_asked_for_by_filter(ask):
    reply = ask("https://api.crossref.org/works?filter=doi:10.1111/cns.14569,doi:10.7759/cureus.15816")
    assert {item["DOI"] for item in reply.json["message"]["items"]} == {
        "10.1111/cns.14569",
        "10.7759/cureus.15816",
    }


def test_a_bad_number_of_rows_is_refused(ask):
    reply = ask("https://api.crossref.org/works?query=x&rows=things")
    assert (reply.status, reply.json["message-type"]) == (400, "validation-failure")


def test_a_transformed_work_is_csl_json_with_plain_titles(ask):
    reply = ask(
        "https://api.crossref.org/v1/works/10.1111%2Fcns.14569/transform/application/vnd.citationstyles.csl+json"
    )
    assert reply.headers["content-type"] == "application/vnd.citationstyles.csl+json"
    assert reply.json["container-title"] == "CNS Neuroscience &amp; Therapeutics"
    assert ask("https://api.crossref.org/works/10.1111/cns.14569/transform/text/turtle").status == 406


def test_the_agency_is_crossref(ask):
    reply = ask("https://api.crossref.org/works/10.1111/cns.14569/agency")
    assert reply.json["message"]["agency"] == {"id": "crossref", "label": "Crossref"}
