from refs.parse.bib.bibtex import parse_bibtex
from refs.parse.bib.prepare import prepare


def test_an_entry_behind_a_percent_sign_is_a_comment():
    text = "% @book{a, title={A}}\n@book{b, title={B}}\n  %@book{c,\n%  title={C}}\n"
    assert [item.id for item in parse_bibtex(text).items] == ["b"]


def test_blanks_in_the_head_of_an_entry():
    text = "@ book {a, title={A}}\n@book\n{\nb\n,\ntitle={B}\n}"
    assert [(item.id, item.title) for item in parse_bibtex(text).items] == [("a", "A"), ("b", "B")]


def test_lines_are_counted_as_before():
    text = "@\nbook\n{a, title={A}}\n"
    assert prepare(text).count("\n") == text.count("\n")


def test_what_only_looks_like_a_head_stays():
    text = "@book{a, note={mail\n@ home (or elsewhere)}}"
    assert parse_bibtex(text).items[0].note == "mail @ home (or elsewhere)"


def test_a_comment_behind_a_bare_value():
    text = "@book{a, title={A}, % the title\n  year = 2000 % or so\n}"
    (item,) = parse_bibtex(text).items
    assert (item.title, str(item.issued)) == ("A", "2000")


def test_a_key_in_quotes_costs_no_entry():
    assert [item.id for item in parse_bibtex('@book{"a", title={A}}').items] == ['"a"']
