"""The library in a browser, asked over its ASGI face."""

import json
import re

import pytest
from starlette.testclient import TestClient

from refs.web.app import make_app

URL = "https://my.clevelandclinic.org/health/articles/22572-serotonin"


@pytest.fixture
def client(library):
    with TestClient(make_app(library), base_url="http://localhost:8010", follow_redirects=False) as client:
        yield client


def test_an_item_is_added_found_shown_and_checked(client):
    done = client.post("/items", data={"thing": "NBK556010"})
    assert (done.status_code, done.headers["location"]) == (303, "/items/basit2023")
    page = client.get("/items?q=author:basit").text
    assert ("1 item" in page, "/items/basit2023" in page) == (True, True)
    page = client.get("/items/basit2023?style=american-medical-association").text
    assert "Basit H, Kahwaji CI. Clonazepam." in page
    assert "unchecked" in page
    assert client.post("/items/basit2023/check").headers["location"] == "/items/basit2023"
    assert "alive" in client.get("/items/basit2023").text


def test_programs_get_json(client):
    wanted = {"accept": "application/json"}
    done = client.post("/items", json={"thing": "NBK556010"}, headers=wanted)
    assert (done.status_code, done.json()[0]["title"]) == (201, "Clonazepam")
    assert client.get("/items", headers=wanted).json()[0]["id"] == "basit2023"
    assert client.get("/items/basit2023", headers=wanted).json()["type"] == "chapter"
    assert client.post("/items/basit2023/check", headers=wanted).json()[0]["verdict"] == "alive"
    assert client.get("/items/nobody", headers=wanted).status_code == 404
    assert "Clonazepam" in client.get("/bibliography?q=basit&style=apa").text


def test_articles_and_the_report(client, library, tmp_path):
    article = tmp_path / "a.md"
    article.write_text(f"It carries messages.[1]\n\n## References\n\n1. Serotonin. Cleveland Clinic. {URL}\n")
    library.ingest(str(article))
    page = client.get("/articles").text
    place = re.search(r'href="(/articles/[^"]+)"', page)[1]
    assert "Serotonin" in client.get(place).text
    report = client.get("/report")
    assert report.text.startswith("<!doctype html>")
    assert "unsafe-inline" in report.headers["content-security-policy"]


def test_a_fault_is_a_sentence_on_a_page(client):
    done = client.get("/items?q=yaer:2020")
    assert (done.status_code, "did you mean" in done.text) == (400, True)
    assert client.get("/items/nobody").status_code == 404
    assert client.post("/items", data={"thing": " "}).status_code == 400
    assert client.get("/articles/none").status_code == 404
    assert client.get("/items?page=999999999999").status_code == 200


def test_what_comes_from_data_is_escaped(client, library):
    library.store.add_items(
        [
            item_of(
                {
                    "id": "x<b>",
                    "type": "webpage",
                    "title": '"><script>alert(1)</script>',
                    "URL": "javascript:alert(1)",
                }
            )
        ]
    )
    for page in ("/items", "/items/x%3Cb%3E", "/items?q=%3Cscript%3E"):
        text = client.get(page).text
        assert "<script>alert" not in text
        assert 'href="javascript:' not in text


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 303),
        ({"origin": "http://localhost:8010", "sec-fetch-site": "same-origin"}, 303),
        ({"origin": "https://evil.example"}, 403),
        ({"origin": "null"}, 403),
        ({"sec-fetch-site": "cross-site"}, 403),
        ({"host": "evil.example"}, 403),
        ({"host": ""}, 403),
    ],
)
def test_strangers_change_nothing(client, headers, status):
    assert client.post("/items", data={"thing": "NBK556010"}, headers=headers).status_code == status


def test_a_strange_name_sees_nothing(client):
    assert client.get("/items", headers={"host": "evil.example:8010"}).status_code == 403
    assert client.get("/items", headers={"host": "[::1]:8010"}).status_code == 200
    assert client.get("/items").headers["content-security-policy"].startswith("default-src 'none'")


def item_of(data):
    from refs.parse.csl.csljson import read_item

    return read_item(json.loads(json.dumps(data)))
