"""What looks like a reference, and what does not."""

import pytest

from refs.segment.likeness import LIKELY, is_likely, likeness


@pytest.mark.parametrize(
    "text",
    [
        "Doe J, Roe R. Sleep and mood in adults. J Rest. 2019;12(3):45-51.",
        "Example Clinic. (2021, May 4). Drowsiness. https://clinic.example.org/drowsiness",
        "A. Doe and B. Roe, “Naps in the wild,” Sleep Research, vol. 9, no. 2, pp. 11–20, 2004.",
        "https://clinic.example.org/sleep",
        "Müller, K. (2019): Schlaf und Stimmung. Ruhe-Verlag, Bonn, S. 12–14.",
        "田中一郎：睡眠と気分．休息学会誌 12：45-51，2019．",
    ],
)
def test_references(text):
    assert is_likely(text)


@pytest.mark.parametrize(
    "text",
    [
        "Fatigue and dizziness",
        "How our clinic can help you to sleep",
        "Call us today at 555-0100 to learn more.",
        "Sleep has been studied since 1999, and you should sleep more.",
        "Sedation",
        "",
    ],
)
def test_other_lines(text):
    assert not is_likely(text)


def test_an_address_says_nothing_of_me():
    assert likeness("Serotonin. https://my.clevelandclinic.org/health/articles/22572-serotonin") >= LIKELY
    assert likeness("Serotonin and my brain") < LIKELY
