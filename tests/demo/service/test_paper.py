def test_a_pmc_page_carries_the_facts_in_its_head(ask):
    text = ask("https://pmc.ncbi.nlm.nih.gov/articles/PMC8294026/").text
    assert (
        '<meta name="citation_title" content="Benzodiazepine Misuse: An Epidemic Within a Pandemic">' in text
    )
    assert '<meta name="citation_doi" content="10.7759/cureus.15816">' in text
    assert ask("https://pmc.ncbi.nlm.nih.gov/articles/PMC1/").status == 404


def test_old_addresses_have_moved(ask):
    old = ask("https://www.ncbi.nlm.nih.gov/pmc/articles/PMC6639084/")
    assert (old.status, old.headers["location"]) == (301, "https://pmc.ncbi.nlm.nih.gov/articles/PMC6639084/")
    old = ask("https://www.ncbi.nlm.nih.gov/pubmed/29760253")
    assert (old.status, old.headers["location"]) == (301, "https://pubmed.ncbi.nlm.nih.gov/29760253/")
    assert ask("https://pubmed.ncbi.nlm.nih.gov/29760253/").status == 200
