def test_a_handle_has_its_landing_page(ask):
    reply = ask("https://doi.org/api/handles/10.1097/MD.0000000000002881?type=URL").json
    assert reply["responseCode"] == 1
    assert reply["values"][0]["data"]["value"] == "https://journals.lww.com/00005792-201603010-00044"


def test_an_unknown_handle_is_code_100(ask):
    reply = ask("https://doi.org/api/handles/10.1000/nobody")
    assert (reply.status, reply.json["responseCode"]) == (404, 100)


def test_a_handle_without_values_of_that_type_is_code_200(ask):
    assert ask("https://doi.org/api/handles/10.1111/cns.14569?type=EMAIL").json["responseCode"] == 200


def test_the_agency_is_told_with_200_even_when_there_is_none(ask):
    assert ask("https://doi.org/ra/10.1176").json == [{"DOI": "10.1176", "RA": "Crossref"}]
    assert ask("https://doi.org/doiRA/10.5281/zenodo.1").json == [
        {"DOI": "10.5281/zenodo.1", "RA": "DataCite"}
    ]
    reply = ask("https://doi.org/ra/10.99999/x")
    assert (reply.status, reply.json) == (200, [{"DOI": "10.99999/x", "status": "DOI does not exist"}])


def test_the_resolver_redirects(ask):
    reply = ask("https://doi.org/10.1176/APPI.PS.201800321")
    assert (reply.status, reply.headers["location"]) == (
        302,
        "https://psychiatryonline.org/doi/10.1176/appi.ps.201800321",
    )
    assert ask("https://doi.org/10.1000/nobody").status == 404
    assert ask("https://doi.org/foo").status == 400


def test_who_asks_for_metadata_is_sent_to_the_agency(ask):
    reply = ask("https://doi.org/10.1111/cns.14569", Accept="application/vnd.citationstyles.csl+json")
    assert reply.headers["location"] == "https://api.crossref.org/v1/works/10.1111%2Fcns.14569/transform"
    assert ask(reply.headers["location"], Accept="application/vnd.citationstyles.csl+json").json["DOI"]
