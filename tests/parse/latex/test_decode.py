import pytest
from hypothesis import given
from hypothesis import strategies as st

from refs.parse.latex import decode, decode_plain, decode_title

CASES = [
    (r"{\'E}tude of \emph{E. coli} at 5\,$^\circ$C", "Étude of <i>E. coli</i> at 5\u2009<sup>∘</sup>C"),
    (r"G{\"o}del and \v{S}\'{\i}p", "Gödel and Šíp"),
    (r"{\o}re, \L{}ukasz, gar\c con, Stra{\ss}e", "øre, Łukasz, garçon, Straße"),
    (r"50\% of \$5 \& \#1 in a\_b", "50% of $5 & #1 in a_b"),
    (r"H$_2$O, $10^{-3}$ and CO\textsubscript{2}", "H<sub>2</sub>O, 10<sup>-3</sup> and CO<sub>2</sub>"),
    (r"$\alpha$-Synuclein $\geq$ 3", "α-Synuclein ≥ 3"),
    (r"the ratio $\frac{a}{b}$", r"the ratio $\frac{a}{b}$"),
    ("pages 1--3 --- ``quoted'' text", "pages 1–3 — “quoted” text"),
    (r"J.~Chem. Phys.", "J.\u00a0Chem. Phys."),
    (r"{\em all} of {\bf it}", "<i>all</i> of <b>it</b>"),
    (r"\href{https://example.org}{A page} and \url{https://example.org}", "A page and https://example.org"),
    (r"\textit{a \textbf{b}} c", "<i>a <b>b</b></i> c"),
    (r"\TeX\ and {\LaTeX}", "TeX and LaTeX"),
    ("two\n   lines", "two lines"),
    (r"an \unknown{word}", "an word"),
]


@pytest.mark.parametrize(("tex", "text"), CASES)
def test_latex_in_unicode(tex, text):
    assert decode(tex) == text


def test_a_plain_text_has_no_tags():
    assert decode_plain(r"H$_2$O by \emph{Kurt} G{\"o}del") == "H2O by Kurt Gödel"


def test_braces_in_a_title_keep_the_case():
    assert decode_title("The {NASA} Mission") == 'The <span class="nocase">NASA</span> Mission'


def test_braces_round_a_command_are_no_protection():
    assert decode_title(r"{\'E}tude of {\emph{Coli}}") == "Étude of <i>Coli</i>"


def test_braces_within_braces_protect_once():
    assert decode_title("{A {B} C}") == '<span class="nocase">A B C</span>'


@given(st.text(alphabet="ab\\{}$^_~'`\"-%& \nemphuitalic0", max_size=60))
def test_never_raises(tex):
    assert isinstance(decode_title(tex), str)


@pytest.mark.parametrize("tex", ["{" * 5000, "\\emph" * 5000, "$" * 5001, "\\'" * 5000, "{\\it " * 2000])
def test_depth_is_bounded(tex):
    assert isinstance(decode(tex), str)
