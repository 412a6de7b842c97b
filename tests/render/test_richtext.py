import pytest
from hypothesis import given
from hypothesis import strategies as st

from refs.parse.csl.installed import load_locale
from refs.render.output.html import write_html
from refs.render.output.markup import quotes_of
from refs.render.richtext import parse_rich

CASES = [
    ("plain", "plain"),
    ("<i>E. coli</i> in CO<sub>2</sub>", "<i>E. coli</i> in CO<sub>2</sub>"),
    ("<i>a <i>b</i> c</i>", '<i>a <span style="font-style:normal;">b</span> c</i>'),
    ("a < b & c > d", "a &#60; b &#38; c &#62; d"),
    ('He said "yes"', "He said “yes”"),
    ("\"A 'b' c\"", "“A ‘b’ c”"),
    ("'A \"b\" c'", "“A ‘b’ c”"),
    ("don't", "don’t"),
    ("the '60s", "the ’60s"),
    ("rock 'n' roll's", "rock “n” roll’s"),
    ('an "orphan', 'an "orphan'),
    ("<i>open", "&#60;i&#62;open"),
    ("<script>alert(1)</script>", "&#60;script&#62;alert(1)&#60;/script&#62;"),
    ('<span class="nocase">pH</span>', "pH"),
    ('<span style="font-variant: small-caps;">x</span>', '<span style="font-variant:small-caps;">x</span>'),
    ("\x05forged\x02", "forged"),
]


@pytest.mark.parametrize(("text", "html"), CASES)
def test_rich_text_to_html(text, html):
    assert write_html(parse_rich(text), quotes_of(load_locale("en-US"))) == html


@given(st.text(alphabet="ab <>/i\"'“”‘’sub &;.", max_size=40))
def test_any_text_is_safe_html(text):
    html = write_html(parse_rich(text), quotes_of(load_locale("en-US")))
    bare = html
    for tag in ("i", "b", "sub", "sup"):
        bare = bare.replace(f"<{tag}>", "").replace(f"</{tag}>", "")
    for span in ("font-style:normal", "font-weight:normal"):
        bare = bare.replace(f'<span style="{span};">', "")
    assert "<" not in bare.replace("</span>", "")
