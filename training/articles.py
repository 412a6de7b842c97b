"""Records of medical articles and books: real journals and publishers, titles put together or borrowed."""

import random
from pathlib import Path
from typing import Any

from pages import CONDITIONS, DRUGS, fill, make_people

Record = dict[str, Any]

JOURNALS = tuple(
    tuple(line.split("|")) for line in (Path(__file__).parent / "journals.txt").read_text().splitlines()
)
"""Journals in full and as the National Library of Medicine abbreviates them."""
# what librarians add to tell journals of one name apart
_TOWNS = (
    "(Basel)",
    "(London, England)",
    "(Abingdon, England)",
    "(New York, N.Y.)",
    "(Baltimore)",
    "(Berl)",
    "(1985)",
    "(Oxford)",
)
_TITLES = """
{D} use and risk of {c}
{D} in the treatment of {c}
{D} for {c} in adults
{D} and the risk of {c} in older people
{D} versus {e} for {c}
Efficacy and safety of {d} in patients with {c}
Prevalence and correlates of {c} among adults in the United States
The epidemiology of {d} misuse
Long-term use of {d}
Patterns of {d} prescribing in primary care
Trends in {d} prescriptions and overdose mortality
The pharmacology of {d}
A history of {d}
The role of GABA in {c}
The diagnosis and management of {c}
Management of {c} in primary care
Clinical practice. {C}
{C}: an update
{C}: current status and future directions
Challenges of the pharmacological management of {c}
{D} withdrawal syndrome
Withdrawal symptoms after {d} discontinuation
Discontinuation of {d} in long-term users
Strategies for discontinuing {d}
A brief intervention to reduce {d} use
Nonpharmacological alternatives to {d}
Mechanisms of action of {d}
GABA(A) receptor subtypes and {c}
Is {d} addictive?
Is there a way to curb {d} use?
What is the best treatment for {c}?
Do patients with {c} benefit from {d}?
Can {d} prevent {c}?
{D}: friend or foe?
{D} toxicity
{D} poisoning in children
{D}-induced {c}
{D}, {e} and driving
Risk factors for {c} in women
Gender differences in {c}
Cognitive effects of {d}
Adverse effects of {d} on memory
{D} dependence and its treatment
Global, regional, and national burden of {c}, 1990–2019
Association between {d} use and {c}
Association of {d} with all-cause mortality
Effect of {d} on sleep architecture
Effects of {d} on driving performance
Mindfulness-based therapy for {c}
Cognitive behavioral therapy for {c}
Exercise as a treatment for {c}
Diet, gut microbiota and {c}
Omega-3 fatty acids and {c}
Vitamin D and {c}
Herbal medicines for {c}
Cannabidiol in {c}
A case of {d} abuse
Fatal overdose of {d} and {e}
Quality of life in patients with {c}
Patients' experiences of {d}
General practitioners' views on {d}
Attitudes toward {d} over the years
Physicians’ perspectives on prescribing {d} for {c}
The 'mother's little helper': {d} and women
The “other” epidemic: {d}
New insights into {c}. I. Clinical features
{C}. Part II. Treatment
{D} revisited. A reconsideration
The A to Z of {c}
ABC of {c}
Guideline for the treatment of {c}
2019 guideline for the management of {c}
American guideline for {c}
Canadian consensus recommendations on {c}
World consensus statement on {d}
The NICE guideline on {c}
The APA task force report on {d}
DSM-5 and {c}
Neurobiology of {c}
Stress, {c} and the brain
Pharmacokinetics of {d} in the elderly
Use of {d} during pregnancy and lactation
{D} in emergency medicine
{D} sedation in the intensive care unit
Intranasal {d} for acute seizures
Rebound {c} and {d}
Low-dose {d} tapering
High-dose {d} dependence
""".strip().splitlines()
_DESIGNS = (
    "a systematic review", "a systematic review and meta-analysis", "A Review", "a review of the literature", "a randomized controlled trial", "A Randomized Clinical Trial", "a cohort study",
    "a population-based cohort study", "a case-control study", "a cross-sectional study", "a case report", "Case Report and Review of the Literature", "a narrative review", "results from a national survey",
    "a qualitative study", "a longitudinal analysis", "protocol for a scoping review", "an observational study", "a double-blind, placebo-controlled study", "clinical implications", "implications for practice",
    "what clinicians should know", "evidence from the National Comorbidity Survey Replication", "data from 24 states, 2012–2016", "a comparison of three methods", "two case reports", "expert opinion", "a call for action",
)  # fmt: skip
_BOOKS = """
The {C} Workbook
{C}: A Guide for Patients and Families
Handbook of {c}
Textbook of {c}
Principles of addiction medicine
Overcoming {c}
The Truth About {D}
Living with {c}: How to Take Back Your Life
The Body Remembers: {C} and the Mind
Clinical Psychopharmacology Made Simple
Drugs, Brain, and Behavior
Tranquil Nation: America, {D}, and the Age of Anxiety
The Age of {C}
Mad, Bad and Tired: A History of {C}
Coming off {D}
Pharmacology for the health professional
Why Zebras Worry: {C} and Coping
Out of the Dark
""".strip().splitlines()
_PRESSES = """
Viking|New York
Penguin Books|New York
Crown|New York
Simon & Schuster|New York
Scribner|New York
Free Press|New York
Basic Books|New York
HarperCollins|New York
HarperOne|San Francisco
Random House|New York
Knopf|New York
Little, Brown|Boston
Houghton Mifflin|Boston
Beacon Press|Boston
W. W. Norton|New York
Worth|New York
St. Martin's Press|New York
Henry Holt|New York
Macmillan|London
Allen Lane|London
Bloomsbury|London
Faber and Faber|London
Routledge|London
CRC Press|Boca Raton, FL
Humana Press|Totowa, NJ
Springer|Cham
Elsevier|Amsterdam
Academic Press|San Diego, CA
Mosby|St. Louis, MO
Saunders|Philadelphia, PA
McGraw Hill|New York, NY
McGraw-Hill Education|New York
Jones & Bartlett Learning|Burlington, MA
F. A. Davis|Philadelphia
American Psychiatric Association Publishing|Washington, DC
American Psychological Association|Washington, DC
Guilford Press|New York, NY
New Harbinger|Oakland, CA
New Harbinger Publications|Oakland, CA
Johns Hopkins University Press|Baltimore
Johns Hopkins UP|Baltimore
Yale University Press|New Haven
Harvard University Press|Cambridge, MA
University of California Press|Berkeley
Oxford University Press|Oxford
Cambridge University Press|Cambridge
Hazelden|Center City, MN
Hazelden Publishing|Center City, MN
Hachette|Paris
Odile Jacob|Paris
Thieme|Stuttgart
Kohlhammer|Stuttgart
Schattauer|Stuttgart
Beltz|Weinheim
Paidós|Barcelona
Artmed|Porto Alegre
Il Pensiero Scientifico|Roma
""".strip().splitlines()


def make_article(pool: list[Record], rng: random.Random) -> Record:
    """An article in a medical journal."""
    full, short = rng.choice(JOURNALS)
    year, first = rng.randint(1975, 2025), rng.randint(1, 2500)
    record: Record = {
        "type": "article-journal",
        "author": _authors(pool, rng),
        "title": rng.choice(pool)["title"] if rng.random() < 0.3 else make_study(rng),
        "container-title": _printed(full, rng),
        "container-title-short": short,
        "issued": [year, rng.randint(1, 12), rng.randint(1, 28)],
        "volume": str(rng.randint(1, 390)),
        "DOI": f"10.{rng.randint(1000, 9999)}/{rng.choice(['j.', 'S', 's', '', 'appi.ps.'])}{rng.randint(10000, 10**8)}",
    }
    if rng.random() < 0.8:
        record["issue"] = rng.choice(
            [str(rng.randint(1, 12)), str(rng.randint(1, 30)), "Suppl 1", "suppl 2", "3-4"]
        )
    if rng.random() < 0.92:
        record["page"] = rng.choice(
            [f"{first}-{first + rng.randint(2, 30)}"] * 4
            + [f"e{first}", str(first), f"S{first}-S{first + 7}"]
        )
    return record


def make_book(pool: list[Record], rng: random.Random) -> Record:
    """A book on such matters."""
    press, place = rng.choice(_PRESSES).split("|")
    return {
        "type": "book",
        "author": _authors(pool, rng)[:3],
        "title": fill(rng, rng.choice(_BOOKS), CONDITIONS),
        "publisher": press,
        "publisher-place": place,
        "issued": [rng.randint(1960, 2025)],
    }


def make_study(rng: random.Random) -> str:
    """The title of a study."""
    title = fill(rng, rng.choice(_TITLES), DRUGS if rng.random() < 0.4 else CONDITIONS)
    if rng.random() < 0.4 and title[-1] != "?":
        title += rng.choice([": ", ": ", ": ", " - ", "—"]) + rng.choice(_DESIGNS)
    elif rng.random() < 0.2 and title[-1] == "?":
        title += " " + rng.choice(_DESIGNS).capitalize()
    return title


def _authors(pool: list[Record], rng: random.Random) -> list[Record]:
    borrowed = rng.choice(pool).get("author")
    if borrowed and rng.random() < 0.6:
        return list(borrowed)
    return [name for _ in range(rng.randint(1, 3)) for name in make_people(rng)]


def _printed(full: str, rng: random.Random) -> str:
    """The full name of a journal as one or another prints it."""
    draw = rng.random()
    if draw < 0.15:
        first, _, rest = full.partition(" ")
        return f"{first} {rest.lower()}".strip()
    if draw < 0.22:
        return f"{full} {rng.choice(_TOWNS)}"
    if draw < 0.28 and not full.startswith("The "):
        return f"The {full}"
    return full.replace("&", "and") if draw < 0.35 else full
