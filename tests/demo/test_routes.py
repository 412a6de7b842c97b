import pytest

CASES = [
    ("https://api.datacite.org/dois/10.5281/zenodo.1", 404, "doesn't exist"),
    ("https://export.arxiv.org/api/query?id_list=2104.12255", 200, "<opensearch:totalResults>0"),
    ("https://www.googleapis.com/books/v1/volumes?q=isbn:9780306406157", 200, '"totalItems":0'),
    ("https://api.openalex.org/works/doi:10.1000/x", 404, "No such work"),
    ("https://www.ebi.ac.uk/europepmc/webservices/rest/search?query=DOI:x", 200, '"hitCount":0'),
    ("https://clinicaltrials.gov/api/v2/studies/NCT00000000", 404, "not found"),
    ("https://wsearch.nlm.nih.gov/ws/query?db=healthTopics&term=x", 200, "<count>0</count>"),
    ("https://www.google.com/generate_204", 204, ""),
    ("https://www.example.com/", 200, "network"),
    ("https://www.nih.gov/", 200, "network"),
    ("https://api.crossref.org/nothing", 404, "no such address"),
]


@pytest.mark.parametrize(("url", "status", "part"), CASES)
def test_services_that_know_nothing_say_so_in_their_own_words(ask, url, status, part):
    reply = ask(url)
    assert reply.status == status
    assert part in reply.text
