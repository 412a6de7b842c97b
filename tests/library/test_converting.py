import pytest

from refs.errors import UnknownFormat, UnreadableFile
from refs.library.converting import convert_bytes, read_bytes

RIS = b"TY  - JOUR\nAU  - Basit, H.\nTI  - Clonazepam\nPY  - 2023\nER  - \n"


def test_ris_becomes_bibtex():
    text, _count, flaws = convert_bytes(RIS, "-", source=None, target="bibtex", url=None)
    assert "Clonazepam" in text
    assert text.lstrip().startswith("@article{")
    assert flaws == ()


def test_where_nothing_is_read_that_is_told():
    text, _count, flaws = convert_bytes(RIS, "a.ris", source="bibtex", target="csljson", url=None)
    assert (text.strip(), [str(each) for each in flaws]) == ("[]", ["a.ris holds no entry"])


def test_an_unknown_format_gets_a_hint():
    with pytest.raises(UnknownFormat, match="Did you mean 'bibtex'"):
        convert_bytes(RIS, "-", source=None, target="bibtx", url=None)


def test_what_is_in_no_format_is_refused():
    with pytest.raises(UnreadableFile, match="no bibliography format"):
        read_bytes(b"Dear diary", "diary.txt", None)
