from hypothesis import given
from hypothesis import strategies as st

from refs.parse.reference.clean import clean_text


def test_what_scraping_left_goes():
    assert clean_text("Smith &amp; Co. <i>The ﬁle</i>").text == "Smith & Co. The file"


def test_a_markdown_link_becomes_words_and_url():
    assert clean_text("[_Science_](http://x.org/a), 2011").text == "Science http://x.org/a , 2011"


def test_places_lead_back_to_the_original():
    text = "A &amp; B (24 C.E.)"
    clean = clean_text(text)
    at = clean.text.index("(")
    assert text[clean.origin(at) : clean.origin(at + 9)] == "(24 C.E.)"


@given(st.text())
def test_places_never_leave_the_original(text):
    clean = clean_text(text)
    assert all(0 <= clean.origin(at) <= len(text) for at in range(len(clean.text) + 1))
