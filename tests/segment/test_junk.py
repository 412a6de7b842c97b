"""Running heads, page numbers and link-outs."""

import pytest

from refs.segment.junk import is_junk, link_out_start


@pytest.mark.parametrize(
    ("line", "expected"),
    [("Page 7", True), ("7 / 12", True), ("- 12 -", True), ("A", True), ("", False), ("2010.", False)],
)
def test_junk(line, expected):
    assert is_junk(line) is expected


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        (
            "Doe J. Sleep in adults. J Rest. 2001. View at Publisher · View at Google Scholar",
            "Doe J. Sleep in adults. J Rest. 2001.",
        ),
        (
            "Doe J. Sleep in adults. J Rest. 2001;2:3-4. [CrossRef] [PubMed]",
            "Doe J. Sleep in adults. J Rest. 2001;2:3-4.",
        ),
        ("Doe J. Sleep in adults. J Rest. 2001. ↩︎", "Doe J. Sleep in adults. J Rest. 2001."),
        ("Doe J. Sleep in adults. J Rest. 2001. ↩ ↩2", "Doe J. Sleep in adults. J Rest. 2001."),
        ("Doe J. Sleep in adults. Available from PubMed", "Doe J. Sleep in adults. Available from PubMed"),
    ],
)
def test_link_outs(text, kept):
    assert text[: link_out_start(text)].rstrip() == kept
