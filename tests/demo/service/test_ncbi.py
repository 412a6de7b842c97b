CONVERT = "https://pmc.ncbi.nlm.nih.gov/tools/idconv/api/v1/articles/"
EXPORT = "https://api.ncbi.nlm.nih.gov/lit/ctxp/v1"


def test_ids_are_converted_with_numbers_for_pmids(ask):
    reply = ask(f"{CONVERT}?ids=PMC8583742,28328330&format=json&tool=refs&email=a@example.org").json
    found, missing = reply["records"]
    assert found == {
        "doi": "10.1080/07853890.2021.1995623",
        "pmcid": "PMC8583742",
        "pmid": 34751058,
        "requested-id": "PMC8583742",
    }
    assert missing == {
        "pmid": 28328330,
        "requested-id": "28328330",
        "status": "error",
        "errmsg": "Identifier not found in PMC",
    }


def test_a_missing_mail_address_is_a_warning_and_a_wrong_type_a_404(ask):
    assert ask(f"{CONVERT}?ids=PMC8583742&tool=refs").json["request"]["warnings"] == [
        "query param `email` is missing."
    ]
    assert ask(f"{CONVERT}?ids=1&idtype=isbn").status == 404


def test_the_exporter_gives_csl_json(ask):
    one = ask(f"{EXPORT}/pmc/?format=csl&id=8294026").json
    assert (one["PMCID"], one["DOI"], one["type"]) == (
        "PMC8294026",
        "10.7759/cureus.15816",
        "article-journal",
    )
    assert [each["PMID"] for each in ask(f"{EXPORT}/pubmed/?format=csl&id=10779253,32310470").json] == [
        "10779253",
        "32310470",
    ]
    assert ask(f"{EXPORT}/pubmed/?format=csl&id=1").status == 404
