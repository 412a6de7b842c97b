import pytest

from refs.library.detecting import detect_answer, form_of

SIGNS = [
    ('{"status":"ok","message-type":"work","message":{}}', "crossref"),
    ('{"message":{"reference":[' + '{"key":"1","unstructured":"words of it"},' * 200 + '],"message-type":"work"}', "crossref"),
    ('{"data":{"id":"10.5061/x","type":"dois"}}', "datacite"),
    ('{"id": "x", "types": {"resourceTypeGeneral": "Text"}, "titles": []}', "datacite"),
    ('{"protocolSection": {"identificationModule": {}}}', "clinicaltrials"),
    ('{"items": [{"volumeInfo": {"title": "A Book"}}]}', "googlebooks"),
    ('{"ISBN:9780306406157": {"title": "A Book"}}', "openlibrary"),
    ('{"meta": {"terms": "https://open.fda.gov/terms/"}, "results": [{"boxed_warning": ["Long"]}]}', "openfda"),
    ('{"meta": {"terms": "https://open.fda.gov/terms/"}, "results": [{"submissions": [{"submission_type": "SUPPL"}]}]}', "drugsfda"),
    ('<?xml version="1.0"?><PubmedArticleSet>', "pubmed"),
    ("<nlmSearchResult><list>", "medlineplus"),
    ('{"status":"failed","message-type":"validation-failure","message":[]}', "crossref"),
    ('{"id": 1, "conceptrecid": "0", "metadata": {}}', "zenodo"),
    ('{"@context": "http://schema.org", "@type": "Book"}', "schemaorg"),
    ('<script>{"@context": "http://schema.org"}</script>', None),
    ('{"kind": "books#volumes", "items": []}', "googlebooks"),
    ("<!DOCTYPE html><html>", "html"),
    ("\ufeff\n<html lang=en>", "html"),
    ("%PDF-1.7", "pdf"),
    ('<feed xmlns="http://www.w3.org/2005/Atom"><id>http://arxiv.org/api/x</id>', "arxiv"),
    ("@article{a, url = {http://arxiv.org/abs/2001.00001}}", None),
    ('{"items": [{"itemType": "book", "url": "http://arxiv.org/abs/2001.00001"}]}', None),
    ('[{"id": "a", "abstract": "It says \\"message-type\\": \\"work\\""}]', None),
    ("TY  - JOUR\nTI  - Clonazepam\nER  - \n", None),
    ('[{"id":"a","title":"T"}]', None),
    ("", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name"), SIGNS)
def test_an_answer_shows_whose_it_is(text, name):
    assert detect_answer(text) == name


def test_an_answer_in_utf_16_is_known():
    assert form_of(SIGNS[0][0].encode("utf-16"), "x.json") == "crossref"


def test_a_page_that_begins_like_no_page_is_known_by_its_suffix():
    assert form_of(b"<title>Fever</title><p>Words.", "fever.htm") == "html"
