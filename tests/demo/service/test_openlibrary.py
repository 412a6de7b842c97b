def test_a_book_is_found_by_isbn(ask):
    key = "ISBN:9780890425763"
    found = ask(f"https://openlibrary.org/api/books?bibkeys={key}&format=json&jscmd=data").json
    assert found[key]["publishers"] == [{"name": "American Psychiatric Association Publishing"}]
    assert ask("https://openlibrary.org/isbn/9780890425763.json").json["key"] == "/books/OL35828394M"


def test_an_unknown_book_is_nothing(ask):
    assert (
        ask("https://openlibrary.org/api/books?bibkeys=ISBN:9780306406157&format=json&jscmd=data").json == {}
    )
    assert ask("https://openlibrary.org/isbn/9780306406157.json").status == 404
