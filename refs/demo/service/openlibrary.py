"""Open Library: books by ISBN."""

from refs.demo.answer import Answer, Request, answer_html, answer_json
from refs.demo.shelf import read_json


def get_books(request: Request) -> Answer:
    """``GET /api/books?bibkeys=ISBN:…``: what is known of each, ``{}`` when nothing is."""
    keys = request.query.get("bibkeys", "").split(",")
    books = read_json("openlibrary.json")
    found = {
        key: books[isbn] for key in keys if (isbn := key.removeprefix("ISBN:").replace("-", "")) in books
    }
    return answer_json(found)


def get_edition(request: Request, isbn: str) -> Answer:
    """``GET /isbn/{isbn}.json``: the edition, in the shape that has keys instead of names."""
    del request
    book = read_json("openlibrary.json").get(isbn)
    if book is None:
        return answer_html("Not Found", "There is no such edition.", 404)
    names = [publisher["name"] for publisher in book["publishers"]]
    return answer_json({"key": book["key"], "title": book["title"], "publishers": names, "isbn_13": [isbn]})
