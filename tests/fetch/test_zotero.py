import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

import pytest

from refs.errors import ServiceDown
from refs.fetch.http import Http
from refs.fetch.zotero import ask_zotero
from refs.model.services import Services
from refs.parse.managers.zotero_json import parse_zotero_json

ITEMS = [
    {
        "key": f"KEY{number}",
        "version": 1,
        "data": {
            "key": f"KEY{number}",
            "itemType": "journalArticle",
            "title": f"Sleep {number}",
            "creators": [{"creatorType": "author", "firstName": "Rita", "lastName": "Roe"}],
            "date": "2020",
        },
    }
    for number in range(130)
]


class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        parts = urlsplit(self.path)
        asked = {name: values[0] for name, values in parse_qs(parts.query).items()}
        start, limit = int(asked.get("start", 0)), int(asked.get("limit", 25))
        found = parts.path == "/users/7/items/top"
        body = json.dumps(ITEMS[start : start + limit] if found else {"error": "not found"}).encode()
        self.send_response(200 if found else 404)
        self.send_header("Content-Type", "application/json")
        self.send_header("Total-Results", str(len(ITEMS)))
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        """Nothing."""


@pytest.fixture
def http():
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    address = f"http://127.0.0.1:{server.server_port}"
    asking = Http(Services(zotero=address), allow_private={"127.0.0.1"})
    yield asking
    asking.close()
    server.shutdown()
    thread.join()
    server.server_close()


def test_a_library_comes_in_batches(http):
    batches = [parse_zotero_json(data.decode()).items for data in ask_zotero(http, "7")]
    assert [len(batch) for batch in batches] == [100, 30]
    assert batches[0][0].title == "Sleep 0"
    assert batches[0][0].author[0].family == "Roe"


def test_an_unknown_library_is_told(http):
    with pytest.raises(ServiceDown, match="no such library"):
        list(ask_zotero(http, "8"))


def test_a_page_in_the_place_of_the_items_is_told(web):
    web.answers["api.zotero.org/"] = (200, "<!DOCTYPE html><html><title>Down</title></html>", {})
    with pytest.raises(ServiceDown, match="no list of items"):
        list(ask_zotero(web.http(), "7"))
