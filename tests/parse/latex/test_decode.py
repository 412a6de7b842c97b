import pytest
from hypothesis import given
from hypothesis import strategies as st

from refs.parse.latex import decode, decode_plain, decode_title

CASES = [
    (r"{\'E}tude of \emph{E. coli} at 5\,$^\circ$C", "Étude of <i>E. coli</i> at 5\u2009<sup>∘</sup>C"),
    (r"G{\"o}del and \v{S}\'{\i}p", "Gödel and Šíp"),
    (r"{\o}re, \L{}ukasz, gar\c con, Stra{\ss}e", "øre, Łukasz, garçon, Straße"),
    (r"50\% of \$5 \& \#1 in a\_b", "50% of $5 & #1 in a_b"),
    (r"H$_2$O, $10^{-3}$ and CO\textsubscript{2}", "H<sub>2</sub>O, 10<sup>−3</sup> and CO<sub>2</sub>"),
    (r"$\alpha$-Synuclein $\geq$ 3", "α-Synuclein ≥ 3"),
    (r"the ratio $\frac{a}{b}$ of $\tfrac12$ to $\sqrt{n+1}$", "the ratio a⁄b of ½ to √(n+1)"),
    (r"$\sqrt[3]{x}$ and $\sqrt[n]2$", "<sup>3</sup>√x and <sup>n</sup>√2"),
    (r"the number $\binom{n}{k}$", r"the number $\binom{n}{k}$"),
    (r"radix \(2^{\mbox{k-fold}}\) and \[x_1\]", "radix 2<sup>k-fold</sup> and x<sub>1</sub>"),
    (r"x^{2} and H_{2}O, but a_b", "x<sup>2</sup> and H<sub>2</sub>O, but a_b"),
    (r"$O(n \log^2 n)$ for $\sin x$", "O(n log<sup>2</sup> n) for sin x"),
    (r"In$_{1-x}$$_y$N, $\mathbb{R}$, $a \not= b$", "In<sub>1−xy</sub>N, ℝ, a ≠ b"),
    (
        r"\ensuremath{x_2} and \textsc{$-1$}",
        'x<sub>2</sub> and <span style="font-variant:small-caps;">−1</span>',
    ),
    ("pages 1--3 --- ``quoted'' text", "pages 1–3 — “quoted” text"),
    (r"J.~Chem. Phys.", "J.\u00a0Chem. Phys."),
    (r"{\em all} of {\bf it}", "<i>all</i> of <b>it</b>"),
    (r"\href{https://example.org}{A page} and \url{https://example.org}", "A page and https://example.org"),
    (r"\textit{a \textbf{b}} c", "<i>a <b>b</b></i> c"),
    (r"\TeX\ and {\LaTeX}", "TeX and LaTeX"),
    ("two\n   lines", "two lines"),
    (r"an \unknown{word}", "an word"),
    (r"a `quoted' word isn't `the bees' knees'", "a ‘quoted’ word isn't ‘the bees’ knees'"),
    (r"\enquote{one \enquote{two} three} \enquote*{four}", "“one ‘two’ three” ‘four’"),
    (r"tea {\&}amp$\mathsemicolon$ milk &amp; sugar &#8211; caf&eacute;", "tea & milk & sugar – café"),
    (r"on $\less$i$\greater$Apis$\less$/i$\greater$", "on <i>Apis</i>"),
    (r"see \url{https://example.org/~me/a--b\_c}", "see https://example.org/~me/a--b_c"),
    (r"\verb+a_b~c+ and \verb|$|", "a_b~c and $"),
    ("\\char\"48\\char 105 \\char`\\~ \\char'041", "Hi~!"),
    (r"\begin{itemize}\item tea \item milk\end{itemize}", "tea milk"),
    (r"\textdoublepipe Ani, \textesh, {\ocirc u}, \textacutemacron a, \varGamma{}", "ǂAni, ʃ, ů, ā́, Γ"),
    (r"d'{\aftergroup\ignorespaces} and \textcolor[rgb]{1,0,0}{red}", "d' and red"),
    (r"as in \citep[p.~3][]{Doe2001}", "as in Doe2001"),
    (r"one\\[2pt] two\linebreak[4] three", "one two three"),
    (r"\~{}user and \^{}", "~user and ^"),
    ("Dept. of Tea,%\n  Faculty of Milk; up 5%\n a year", "Dept. of Tea,Faculty of Milk; up 5% a year"),
    (r"\og tea \fg{}, 2\ieme{} cup", "«\u00a0tea \u00a0», 2<sup>e</sup> cup"),
]


COMMANDS = [
    rf"\{name}"
    for name in [
        "(",
        ")",
        "[",
        "]",
        "char",
        "verb",
        "url",
        "frac",
        "sqrt",
        "enquote",
        "not",
        "hat",
        "begin",
        "end",
        "textcolor",
        "mathbb",
        "log",
        "cite",
        "up",
    ]
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


def test_a_plain_text_has_no_tags_of_symbols():
    assert decode_plain(r"1\ier{} mai") == "1er mai"


@given(st.text(alphabet="ab\\{}$^_~'`\"-%& \nemphuitalic0", max_size=60))
def test_never_raises(tex):
    assert isinstance(decode_title(tex), str)


@given(
    st.lists(
        st.sampled_from([*COMMANDS, "{", "}", "$", "[", "]", "x", "'", "`", "&", ";", "%", "\n"]), max_size=20
    )
)
def test_no_order_of_commands_raises(parts):
    assert isinstance(decode_title("".join(parts)), str)


@pytest.mark.parametrize(
    "tex",
    [
        "{" * 5000,
        "\\emph" * 5000,
        "$" * 5001,
        "\\'" * 5000,
        "{\\it " * 2000,
        "\\(" * 50_000,
        "\\verb" * 50_000,
    ],
)
def test_depth_is_bounded(tex):
    assert isinstance(decode(tex), str)
