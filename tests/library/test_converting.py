import pytest

from refs.errors import UnknownFormat, UnreadableFile
from refs.library.converting import convert_bytes, detect_answer, read_bytes

RIS = b"TY  - JOUR\nAU  - Basit, H.\nTI  - Clonazepam\nPY  - 2023\nER  - \n"
SIGNS = [
    (b'{"status":"ok","message-type":"work","message":{}}', "crossref"),
    (b'{"data":{"id":"10.5061/x","type":"dois"}}', "datacite"),
    (b'<?xml version="1.0"?><PubmedArticleSet>', "pubmed"),
    (b"<!DOCTYPE html><html>", "html"),
    (b'{"id": "x", "types": {"resourceTypeGeneral": "Text"}, "titles": []}', "datacite"),
    (b'<feed xmlns="http://www.w3.org/2005/Atom"><id>http://arxiv.org/api/x</id>', "arxiv"),
    (b"@article{a, url = {http://arxiv.org/abs/2001.00001}}", None),
    (b'{"items": [{"itemType": "book", "url": "http://arxiv.org/abs/2001.00001"}]}', None),
    (RIS, None),
    (b'[{"id":"a","title":"T"}]', None),
    (b'{"status":"failed","message-type":"validation-failure","message":[]}', "crossref"),
    (b'{"id": 1, "conceptrecid": "0", "metadata": {}}', "zenodo"),
    (b'{"@context": "http://schema.org", "@type": "Book"}', "schemaorg"),
    (b'<script>{"@context": "http://schema.org"}</script>', None),
    (b'{"kind": "books#volumes", "items": []}', "googlebooks"),
    (b"%PDF-1.7\n", "pdf"),
]


@pytest.mark.parametrize(("data", "name"), SIGNS)
def test_an_answer_shows_whose_it_is(data, name):
    assert detect_answer(data) == name


def test_ris_becomes_bibtex():
    text, flaws = convert_bytes(RIS, "-", source=None, target="bibtex", url=None)
    assert "Clonazepam" in text
    assert text.lstrip().startswith("@article{")
    assert flaws == ()


def test_an_unknown_format_gets_a_hint():
    with pytest.raises(UnknownFormat, match="Did you mean 'bibtex'"):
        convert_bytes(RIS, "-", source=None, target="bibtx", url=None)


def test_what_is_in_no_format_is_refused():
    with pytest.raises(UnreadableFile, match="no bibliography format"):
        read_bytes(b"Dear diary", "diary.txt", None)
