import pytest

from refs.encoding import decode
from refs.encoding.marc8 import is_marc8
from refs.parse.formats import parse_text

LEADER = b"00000nam  2200000 a 4500"


def record(title, leader=LEADER):
    return leader + b"245001000000\x1e" + b"10\x1fa" + title + b"\x1e\x1d"


TITLES = [
    (b"M\xe8uller", "Müller"),
    (b"\xe2Etudes fran\xf0caises", "Études françaises"),
    (b"\xb2 \xa2 \xa5 \xc7", "ø Ø Æ ß"),
    (b"Vi\xf2\xe3et Nam", "Việt Nam"),
    (b"CO\x1bb2\x1bs here", "CO2 here"),
    (b"\x88The \x89tide", "The tide"),
    (b"nothing behind \xe2", "nothing behind \u0301"),
]


@pytest.mark.parametrize(("told", "title"), TITLES)
def test_an_accent_stands_in_front_of_its_letter(told, title):
    assert parse_text(decode(record(told)), "marc").items[0].title == title


def test_records_in_unicode_and_other_bytes_are_left_alone():
    assert not is_marc8(record("Müller".encode()))
    assert not is_marc8(record(b"M\xfcller", LEADER.replace(b"nam  ", b"nam a")))
    assert not is_marc8(b"M\xe8uller")
