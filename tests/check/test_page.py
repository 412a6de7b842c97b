"""What is read of pages: fingerprints, fragments, soft 404s, parked domains, walls."""

import random
from functools import reduce
from operator import xor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refs.check.answer import Answer
from refs.check.fingerprint import _hash, distance, drift, fingerprint
from refs.check.fragment import missing_fragment
from refs.check.page import decode, read_page
from refs.check.parking import judge_parking
from refs.check.soft404 import judge_words
from refs.check.target import read_target
from refs.check.wall import find_wall

HTML = {"content-type": "text/html; charset=utf-8"}
WORDS = [f"word{number}" for number in range(800)]


def html(body, status=200, **headers):
    return Answer(
        status, {**HTML, **{name.replace("_", "-"): value for name, value in headers.items()}}, body.encode()
    )


def test_a_changed_sentence_moves_the_fingerprint_a_little():
    text = " ".join(random.Random(1).choices(WORDS, k=600))
    other = " ".join(random.Random(2).choices(WORDS, k=600))
    edited = text.replace(" ".join(text.split()[100:110]), "quite another sentence stands here now")
    assert drift(fingerprint(text), fingerprint(text)) == 0
    assert drift(fingerprint(text), fingerprint(edited)) < 0.1
    assert drift(fingerprint(text), fingerprint(other)) > 0.4
    assert fingerprint("") is None


@given(st.text(max_size=400))
def test_fingerprints_never_fail(text):
    found = fingerprint(text)
    assert found is None or (len(found) == 19 and distance(found, found) == 0)


@pytest.mark.parametrize("number", [1, 2, 3, 4, 5, 33, 100, 258])
def test_each_bit_of_a_fingerprint_is_the_vote_of_all_triples(number):
    words = random.Random(number).choices(WORDS, k=number)
    triples = [words[place : place + 3] for place in range(max(1, number - 2))]
    hashes = [[_hash(word)[8 * place : 8 * place + 8] for place, word in enumerate(each)] for each in triples]
    whole = [reduce(xor, (int.from_bytes(part, "little") for part in each)) for each in hashes]
    bits = [sum(each >> bit & 1 for each in whole) > len(whole) // 2 for bit in range(64)]
    assert fingerprint(" ".join(words)) == f"3w-{sum(vote << bit for bit, vote in enumerate(bits)):016x}"


def test_the_main_text_is_without_menus_and_scripts():
    page = read_page(
        html(
            "<title> A  page </title><nav>Menu</nav><main><h1>Head</h1><p>Text</p><script>x()</script></main><footer>Imprint</footer>"
        )
    )
    assert (page.title, page.heading, page.text) == ("A page", "Head", "Head Text")
    assert page.all_text == "Menu Head Text Imprint"


@pytest.mark.parametrize(
    ("body", "kind", "expected"),
    [
        ("Ä".encode(), "text/html; charset=latin-1", "Ä"),
        ("Ä".encode("latin-1"), "text/html; charset=utf-8", "Ä"),
        ("Ж".encode("koi8-r"), "text/html; charset=koi8-r", "Ж"),
        (b'<meta charset="koi8-r">' + "Ж".encode("koi8-r"), "text/html", '<meta charset="koi8-r">Ж'),
        ("Ä".encode("utf-16"), "text/html", "Ä"),
        (b"\xef\xbb\xbfx", "text/html", "x"),
        (b"\xff\x00\xfe", "text/html; charset=\x00", "ÿ\x00þ"),
    ],
)
def test_text_by_its_charset(body, kind, expected):
    assert decode(Answer(200, {"content-type": kind}, body)) == expected


def test_a_character_that_the_limit_cut_is_left_out():
    assert decode(Answer(200, HTML, "abcÄ".encode()[:-1], cut=True)) == "abc"


@given(st.binary(max_size=300))
def test_any_bytes_are_a_page(data):
    read_page(Answer(200, HTML, data))
    read_page(Answer(200, {}, b"<" + data))


@pytest.mark.parametrize(
    ("fragment", "missing"),
    [
        ("", None),
        ("top", None),
        ("dose", None),
        ("old", None),
        ("installation", None),
        ("side%20effects", None),
        ("overdose", "the page has no part called “overdose”"),
        ("!/route", None),
        ("/route", None),
        ("page=3", None),
        (":~:text=take%20one,a%20day", None),
        (":~:text=of-,take%20ONE,-daily", None),
        ("dose:~:text=take%20two", "the page does not say “take two”"),
        (":~:text=a%20day,take%20one", "the page does not say “a day … take one”"),
        (":~:text=take%20one&text=a%20day", None),
    ],
)
def test_fragments(fragment, missing):
    page = read_page(
        html(
            '<p id="dose">Take one tablet a day.</p><a name="old">x</a><h2 id="user-content-installation"></h2><p id="side effects">'
        )
    )
    assert missing_fragment(fragment, page) == missing


@pytest.mark.parametrize(
    ("title", "gone"),
    [
        ("Page not found", True),
        ("404", True),
        ("Example Health - 404 Not Found", True),
        ("Page Not Found | CDC", True),
        ("Oops!", True),
        ("Seite nicht gefunden – Klinik", True),
        ("Stránka nenalezena | Klinika", True),
        ("404 – Wikipedia", False),
        ("404 Media: how labels are read", False),
        ("Page not found: memory loss in old age", False),
        ("Gone | Poems", False),
        ("Clonazepam (oral route) - Side effects & dosage", False),
        ("Not found in nature: synthetic opioids", False),
        ("The Gone Generation", False),
        ("HTTP 404 explained", False),
        ("Error bars in medical research", False),
    ],
)
def test_titles_that_say_gone(title, gone):
    page = read_page(
        html(f"<title>{title.replace('&', '&amp;')}</title><p>{'Some words of text. ' * 100}</p>")
    )
    assert (judge_words(page) is not None) == gone


@pytest.mark.parametrize(
    ("heading", "text", "gone"),
    [
        ("We're sorry, the page you requested can't be found", "", True),
        ("Viewer", "The drug label you requested is no longer available.", True),
        ("This page isn't available", "Sorry about that.", True),
        ("Cette page n'existe plus", "", True),
        ("La página solicitada no existe", "", True),
        ("Das Dokument wurde nicht gefunden", "", True),
        ("お探しのページは見つかりません", "", True),
        ("Запрашиваемая страница не найдена", "", True),
        ("HTTP Status 404 – Not Found", "", True),
        ("Page 404", "of 1200 of the register", False),
        ("Case 12", "The record of the patient could not be found in the archive.", False),
        (
            "REMOVED: Effects of a drug",
            "This article has been withdrawn at the request of its authors.",
            False,
        ),
        ("A drug that was not found to help", "In the study it did not.", False),
    ],
)
def test_short_pages_that_say_gone(heading, text, gone):
    page = read_page(html(f"<title>Example</title><h1>{heading}</h1><p>{text}</p>"))
    assert (judge_words(page) is not None) == gone


@pytest.mark.parametrize(
    ("source", "wall"),
    [
        ("<title>Just a moment...</title><script>window._cf_chl_opt={}</script>", "Cloudflare"),
        ("<title>Sorry</title><p>Please complete this reCAPTCHA.</p>", "script or captcha wall"),
        (
            "<title>Doses</title><body><noscript>Enable JavaScript and cookies to continue</noscript><p>Weight</p>",
            None,
        ),
        (f"<title>Human verification of labels</title><p>{'Some words. ' * 50}</p>", None),
        (f"<title>Doses</title><p>{'Some words. ' * 50}</p><script>_pxAppId = 1</script>", None),
        (f"<title>Access denied: a history</title><p>{'Some words. ' * 50}</p>", None),
    ],
)
def test_walls_that_answer_well(source, wall):
    answer = html(source)
    assert find_wall(answer, read_page(answer)) == wall


def judged_parking(body, servers="", address=""):
    answer = html(body)
    answer.address = address
    dialogue = judge_parking(read_page(answer), read_target("https://a.example/x"), answer)
    try:
        request = dialogue.send(None)
        assert request.method == "NS"
        dialogue.send(Answer(headers={"name-servers": servers}))
    except StopIteration as stop:
        return stop.value and stop.value[1]


@pytest.mark.parametrize(
    ("body", "servers", "address", "sign"),
    [
        (
            "<title>a.example</title><p>Buy this domain. The domain is for sale.</p>",
            "",
            "",
            "“the domain is for sale”",
        ),
        ("<title>Names</title><p>" + "How to buy this domain and others. " * 200, "", "", None),
        ('<p>Links</p><img src="https://img.sedoparking.com/x.png">', "", "", "sedoparking.com"),
        ("<p>Related searches: shoes</p>", "ns1.example.net", "", None),
        (
            "<p>Related searches: shoes</p>",
            "ns1.example.net NS1.sedoparking.com".lower(),
            "",
            "its name server is ns1.sedoparking.com",
        ),
        (
            "<p>Related searches: shoes</p>",
            "",
            "199.59.243.225",
            "related searches, the network of 199.59.243.225",
        ),
        ("<p>A short page.</p>", "ns1.notsedoparking.com", "", None),
        ("<p>Write to info@jordan.com in Sedona. Domain broker?</p>", "", "", None),
        ("<title>WW1.</title><p>See ww1. in the notes.</p>", "", "", None),
        ("<p>a.example is for sale.</p>", "", "", "“this domain is for sale”"),
        (f"<title>Names</title><p>This domain is for sale. {'Some words. ' * 200}</p>", "", "", None),
    ],
)
def test_parked_domains(body, servers, address, sign):
    assert judged_parking(body, servers, address) == (sign and f"the domain a.example is parked: {sign}")


def test_an_ordinary_403_has_no_wall():
    answer = html("<title>Members only</title>", 403, server="nginx")
    assert find_wall(answer, read_page(answer)) is None
