import re


def test_the_sitemap_lists_articles_that_exist(ask):
    urls = re.findall(r"<loc>([^<]+)</loc>", ask("https://clinic.example/sitemap.xml").text)
    assert "https://clinic.example/articles/clonazepam-guide.txt" in urls
    assert len(urls) == 7
    assert {ask(url).status for url in urls} == {200}


def test_a_fragment_comes_as_a_page(ask):
    text = ask("https://clinic.example/articles/sleep-medicines.html").text
    assert text.startswith("<!DOCTYPE html>")
    assert "<!-- wp:paragraph -->" in text


def test_the_home_page_leads_to_the_articles(ask):
    assert 'href="articles/panic-attacks.html"' in ask("https://clinic.example/").text
    assert ask("https://clinic.example/articles/draft.md").status == 404
