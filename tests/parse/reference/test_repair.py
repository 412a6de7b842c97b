"""Labels that contradict each other, and what they become."""

import pytest

from refs.parse.reference.read import find_spans
from refs.parse.reference.repair import repair
from refs.parse.reference.span import Span
from refs.parse.reference.tokens import Token, tokenise


def repaired(words: str, labels: str, spans: list[Span] | None = None) -> str:
    tokens: list[Token] = tokenise(words, spans or [])
    assert len(tokens) == len(labels)
    return "".join(label for label, _ in repair(tokens, [(each, 0.9) for each in labels]))


@pytest.mark.parametrize(
    ("words", "labels", "expected"),
    [
        ("Sedatives. In: Katzung BG, ed. Basic Pharmacology. Lange;", "TnEeeeeP", "TnEeeCcP"),
        ("Sleep Institute. Better nights", "TtTt", "AaTt"),
        ("Better nights. More of them", "TtTtt", "TtTtt"),
        ("Sedatives. Rockville (MD): Health Service; 2006.", "TLlCcD", "TLlPpD"),
        ("Jahresbericht Sucht. Bonn, 2020", "TtCD", "TtLD"),
        ("World Report. United Nations Office. Vienna, 2020", "TttttLD", "TtPppLD"),
        ("42 CFR Part 8 rules", "AaTtt", "Ttttt"),
        ("Hill K. 2017 guideline on sleep. Sleep. 2018", "AaDTttCD", "AaTtttCD"),
        ("Drug Data by age.", "TCcc", "Tttt"),
        ("Doctor, MD: How They Slept", "TtPpT", "Ttttt"),
        ("Healthy Sleep", "Cc", "Tt"),
        ("Hill K. “Trust Me? The Old” (thesis", "AaTtCcn", "AaTtttn"),
        ("Clinic: “Dopamine,” “Serotonin,”", "ATt", "ATT"),
        ("Sedatives. In: Low J, et al. Abuse: A Textbook. Baltimore: Ovid", "TnAaaaTttLP", "TnAaaaCccLP"),
        ("Sleep Pills. St. Paul: Health Office, 2018", "TtCcPpD", "TtLlPpD"),
        ("N.Y. Health Law § 3306 (McKinney 2021)", "AaTttnD", "TttttnD"),
        ("Malhi, G. Lancet, published", "AaCn", "AaCn"),
        ("Doe J, “Finding it,” in Proc. Conf. Med. (CM), Rome", "AaTtttCcPL", "AaTtCccccL"),
        ("LactMed Base. Bethesda: NICHD; 2006-. Diazepam.", "TtLPDT", "CcLPDT"),
        ("Guide on sleep. Version 3, 2021", "TttnvD", "TttnnD"),
        ("Sleep and work – a guide", "TttnTt", "Tttttt"),
        ("Clinic: “Dopamine,” “Serotonin.”", "ATC", "ATT"),
        ("42 U.S.C. § 1395ww (2018).", "TttvD", "TtttD"),
        ("Med. Cen. website “Sunshine Dangers”:", "Ccnnn", "CcnTt"),
        ("Sleep Apnea | National Sleep Foundation (NSF).", "TtnAaaa", "TtnCccc"),
        ("Foy, R. Sedatives. In Lippincott's Pharmacology. Ovid, 2004", "AaTtttPD", "AaTCccPD"),
        ("Kawaoka Y. H5N1: Flu work is urgent", "AaaTttt", "AaTtttt"),
        ("Salz C. The APA Task Force Report", "AaaaTtt", "AaTtttt"),
        ("Griffin CE 3rd, Kaye A. Sleep well", "AaaaaTt", "AaaaaTt"),
        (
            "Drugs Save Lives. National Academies of Sciences. Washington: NAP; 2019",
            "TttttttLPD",
            "TttAaaaLPD",
        ),
        ("Drugs Save Lives. National Academy of Sciences. Washington: NAP; 2019", "TttttttLPD", "TttAaaaLPD"),
        ("A report. The state of the national office. Vienna, 2019", "TtttttttLD", "TtttttttLD"),
        ("Drug Use and Health Center for Data, 2020", "TttPpppD", "TtttPppD"),
        ("Med. Cen. website “Sunshine Dangers”:", "Ttnnn", "AanTt"),
        ("UpToDate: “Insomnia,” “Sleep.”", "Ttt", "ATT"),
    ],
)
def test_what_cannot_be_is_changed(words, labels, expected):
    assert repaired(words, labels) == expected


@pytest.mark.parametrize(
    ("words", "labels", "expected"),
    [
        ("Drug agency. (n.d.). Drug scheduling. https://www.dea.gov/s", "TtKTtK", "AaKTtK"),
        ("Sleep Help. (2020). The Sleep Society. https://www.sleep.org/s", "TtDTttK", "TtDCccK"),
        ("GABA levels. (2022). Cleveland Clinic. https://my.clevelandclinic.org/g", "AaDTtK", "TtDCcK"),
        ("Hill K. Deaths (1983-1999). Drug Saf 2004;27:135-41.", "AaTDCcK", "AaTtCcK"),
        ("Walker, M. (2017). Sleep. Scribner.", "AaDTC", "AaDTP"),
        ("Walker, M. (2017, May). Sleep. Newsweek.", "AaDTC", "AaDTC"),
        ("Mind. (2022). Sleep. https://www.mind.org.uk/sleep", "ADTK", "ADTK"),
    ],
)
def test_what_stands_about_a_date_is_told_apart(words, labels, expected):
    assert repaired(words, labels, find_spans(words)) == expected


def test_what_is_changed_is_less_sure():
    changed = repair(tokenise("Healthy Sleep", []), [("C", 0.9), ("c", 0.8)])
    assert [probability for _, probability in changed] == [0.45, 0.4]
