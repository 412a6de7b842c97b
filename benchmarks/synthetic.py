"""Made-up but realistic references, as many as wanted, the same for the same seed.

    python benchmarks/synthetic.py 10000 OUT.json [--format csljson|bibtex|jsonl] [--duplicates 0.05]

Titles, names and journals are put together from syllables and stock phrases with the frequencies that real ones
have (a few words and names are common, most are rare); some are web pages, books and chapters; a share is
written a second time in another dress.
"""

import argparse
import json
import random
from itertools import accumulate

_STARTS = [
    "ba",
    "be",
    "bi",
    "bo",
    "car",
    "cla",
    "co",
    "cor",
    "da",
    "den",
    "di",
    "do",
    "el",
    "en",
    "epi",
    "fa",
    "fi",
    "ga",
    "gen",
    "glo",
    "ha",
    "hy",
    "im",
    "in",
    "jo",
    "ka",
    "la",
    "le",
    "li",
    "lo",
    "ma",
    "me",
    "mi",
    "mo",
    "na",
    "ne",
    "no",
    "o",
    "pa",
    "per",
    "pi",
    "po",
    "pro",
    "ra",
    "re",
    "ri",
    "sa",
    "se",
    "si",
    "so",
    "sta",
    "ta",
    "te",
    "ti",
    "to",
    "tri",
    "u",
    "va",
    "ve",
    "vi",
]
_MIDDLES = [
    "ba",
    "ca",
    "ce",
    "ci",
    "co",
    "da",
    "de",
    "di",
    "do",
    "fa",
    "fi",
    "ga",
    "ge",
    "la",
    "le",
    "li",
    "lo",
    "ma",
    "me",
    "mi",
    "mo",
    "na",
    "ne",
    "ni",
    "no",
    "pa",
    "pe",
    "ra",
    "re",
    "ri",
    "ro",
    "sa",
    "se",
    "si",
    "ta",
    "te",
    "ti",
    "to",
    "va",
    "ve",
    "vi",
    "za",
]
_ENDS = [
    "cal",
    "cin",
    "din",
    "gen",
    "gia",
    "in",
    "ine",
    "ion",
    "is",
    "ism",
    "ist",
    "ity",
    "lam",
    "lin",
    "logy",
    "man",
    "mine",
    "mone",
    "nal",
    "nin",
    "ol",
    "pam",
    "ped",
    "phy",
    "rin",
    "ron",
    "sis",
    "som",
    "tal",
    "tic",
    "tin",
    "tion",
    "toma",
    "tor",
    "tory",
    "tron",
    "zole",
]
_SMALL = [
    "of",
    "in",
    "the",
    "and",
    "for",
    "with",
    "a",
    "to",
    "on",
    "from",
    "after",
    "by",
    "among",
    "during",
    "versus",
]
_COMMON = [
    "treatment",
    "patients",
    "clinical",
    "study",
    "trial",
    "effects",
    "risk",
    "disease",
    "analysis",
    "review",
    "outcomes",
    "randomized",
    "controlled",
    "therapy",
    "use",
    "adults",
    "children",
    "health",
    "care",
    "systematic",
    "model",
    "evidence",
    "management",
    "response",
    "safety",
    "efficacy",
    "association",
    "cancer",
    "cell",
    "acute",
    "chronic",
    "factors",
    "quality",
]
_PATTERNS = (
    "c w of x in x with w",
    "c of w w: a c c and c",
    "w-induced w in w c: c from the x w c",
    "x w and the c of w",
    "the x of w x c c: n years of x",
    "w x w c c in w w c",
    "c and c of w for the c of x w",
    "a c of w c after x w",
)
_GIVEN = [
    "James",
    "Mary",
    "Wei",
    "Anna",
    "Mohammed",
    "Elena",
    "John",
    "Patricia",
    "Robert",
    "Yuki",
    "Priya",
    "Carlos",
    "Fatima",
    "Ivan",
    "Olga",
    "Chen",
    "Linda",
    "David",
    "Susan",
    "Hajira",
    "Thomas",
    "Sarah",
    "Karen",
    "Ahmed",
    "Maria",
    "Pedro",
    "Ingrid",
    "Lars",
    "Amina",
    "Kofi",
]
_COMMON_FAMILIES = [
    "Smith",
    "Wang",
    "Zhang",
    "Kim",
    "Garcia",
    "Müller",
    "Johnson",
    "Singh",
    "Li",
    "Chen",
    "Silva",
    "Brown",
    "Nguyen",
    "Rossi",
    "Ivanov",
    "Tanaka",
    "Ali",
    "Kumar",
    "Jones",
    "Andersen",
]
_SITES = (
    "www.mayoclinic.org",
    "medlineplus.gov",
    "www.fda.gov",
    "my.clevelandclinic.org",
    "www.nih.gov",
    "www.cdc.gov",
    "www.dea.gov",
    "www.nami.org",
)


class Maker:
    """Makes references, one after the other."""

    def __init__(self, seed=1):
        self.random = random.Random(seed)
        self.words = self._vocabulary(30_000)
        self.weights = list(accumulate(1 / (place + 8) for place in range(len(self.words))))
        self.families = _COMMON_FAMILIES + [word.title() for word in self._vocabulary(20_000)]
        self.family_weights = list(accumulate(1 / (place + 20) for place in range(len(self.families))))
        self.journals = [self._journal() for _ in range(6_000)]
        self.journal_weights = list(accumulate(1 / (place + 15) for place in range(len(self.journals))))

    def _vocabulary(self, number):
        found = {}
        while len(found) < number:
            middle = "".join(self.random.choices(_MIDDLES, k=self.random.randint(0, 2)))
            found[self.random.choice(_STARTS) + middle + self.random.choice(_ENDS)] = None
        return list(found)

    def _word(self):
        return self.random.choices(self.words, cum_weights=self.weights)[0]

    def _journal(self):
        word = self.random.choice(self.words[:3_000]).title()
        return self.random.choice(
            (
                "Journal of {}",
                "{} Research",
                "Annals of {}",
                "The Journal of Clinical {}",
                "International Journal of {}",
                "European {} Journal",
            )
        ).format(word)

    def title(self):
        """A title of six to sixteen words."""
        choose = {
            "c": lambda: self.random.choice(_COMMON),
            "w": self._word,
            "x": self._word,
            "n": lambda: str(self.random.randint(2, 40)),
        }
        pattern = self.random.choice(_PATTERNS)
        words = [
            choose[part[0]]() + part[1:] if part.rstrip(":") in choose or part == "w-induced" else part
            for part in pattern.split()
        ]
        more = [self._word() for _ in range(self.random.randint(0, 4))]
        text = " ".join([*words, *(["in", *more] if more else [])])
        return text[0].upper() + text[1:]

    def names(self):
        """One to nine authors."""
        number = min(9, max(1, int(self.random.gammavariate(2.2, 1.9))))
        families = self.random.choices(self.families, cum_weights=self.family_weights, k=number)
        return [{"family": each, "given": self._given()} for each in families]

    def _given(self):
        name = self.random.choice(_GIVEN)
        return f"{name} {chr(self.random.randint(65, 90))}." if self.random.random() < 0.5 else name

    def abstract(self):
        """Some eighty words."""
        return " ".join(self.title() + "." for _ in range(8))

    def item(self, number):
        """One reference as CSL-JSON."""
        kind = self.random.random()
        year = min(2026, max(1950, int(self.random.gauss(2010, 10))))
        names = self.names()
        base = {
            "id": f"{names[0]['family'].lower()}{year}-{number}",
            "title": self.title(),
            "author": names,
            "issued": {"date-parts": [[year, self.random.randint(1, 12)]]},
        }
        if kind < 0.80:
            return base | self._article(number, year)
        if kind < 0.92:
            return base | self._page(number)
        return base | {
            "type": "book",
            "publisher": self.random.choice(self.words).title() + " Press",
            "publisher-place": "London",
        }

    def _article(self, number, year):
        first = self.random.randint(1, 3_000)
        doi = f"10.{1000 + number % 4000}/{self.random.choice('abcdjkmps')}{year}.{number:07d}"
        data = {
            "type": "article-journal",
            "container-title": self.random.choices(self.journals, cum_weights=self.journal_weights)[0],
            "volume": str(max(1, year - 1950 + self.random.randint(-30, 30))),
            "issue": str(self.random.randint(1, 12)),
            "page": f"{first}-{first + self.random.randint(2, 15)}",
            "ISSN": "1234-5679",
        }
        if self.random.random() < 0.85:
            data |= {"DOI": doi, "URL": f"https://doi.org/{doi}"}
        if self.random.random() < 0.5:
            data["PMID"] = str(10_000_000 + number)
        if self.random.random() < 0.15:
            data["abstract"] = self.abstract()
        return data

    def _page(self, number):
        site = self.random.choice(_SITES)
        return {
            "type": "webpage",
            "container-title": site,
            "URL": f"https://{site}/{self._word()}/{self._word()}-{number}",
            "accessed": {
                "date-parts": [
                    [self.random.randint(2019, 2026), self.random.randint(1, 12), self.random.randint(1, 28)]
                ]
            },
        }

    def twin(self, item, number):
        """The same work as another source would write it."""
        found = {
            name: value
            for name, value in item.items()
            if name not in {"DOI", "URL", "PMID", "abstract", "ISSN"}
        }
        found["id"] = f"twin-{number}"
        found["title"] = self.random.choice(
            (str.upper, str.title, lambda text: text + ".", lambda text: text.replace("e", "é", 1))
        )(item["title"])
        found["author"] = [
            {"family": each["family"], "given": each["given"][0] + "."} for each in item["author"][:6]
        ]
        return found

    def items(self, number, duplicates=0.0):
        """So many references; a share of them are twins of earlier ones."""
        recent = []
        for place in range(number):
            if recent and self.random.random() < duplicates:
                yield self.twin(self.random.choice(recent), place)
                continue
            item = self.item(place)
            recent = [*recent[-200:], item]
            yield item


def bibtex_of(item):
    """One reference as a BibTeX entry."""
    kinds = {"article-journal": "article", "book": "book", "webpage": "online"}
    names = {
        "container-title": "journal",
        "issue": "number",
        "page": "pages",
        "DOI": "doi",
        "URL": "url",
        "PMID": "pmid",
    }
    fields = {
        names.get(name, name): value
        for name, value in item.items()
        if isinstance(value, str) and name not in {"id", "type"}
    }
    fields["author"] = " and ".join(f"{each['family']}, {each['given']}" for each in item["author"])
    fields["year"] = str(item["issued"]["date-parts"][0][0])
    lines = ",\n".join(f"  {name} = {{{value}}}" for name, value in fields.items())
    return f"@{kinds[item['type']]}{{{item['id']},\n{lines}\n}}\n"


def write(path, number, form="csljson", duplicates=0.0, seed=1):
    """Write a file of so many references."""
    with open(path, "w", encoding="utf-8") as file:  # noqa: PTH123
        for place, item in enumerate(Maker(seed).items(number, duplicates)):
            if form == "bibtex":
                file.write(bibtex_of(item) + "\n")
            elif form == "jsonl":
                file.write(json.dumps(item, ensure_ascii=False) + "\n")
            else:
                file.write(("[" if not place else ",\n") + json.dumps(item, ensure_ascii=False))
        if form == "csljson":
            file.write("]\n")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("number", type=int)
    parser.add_argument("out")
    parser.add_argument("--format", default="csljson", choices=("csljson", "bibtex", "jsonl"))
    parser.add_argument("--duplicates", type=float, default=0.0)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    write(options.out, options.number, options.format, options.duplicates, options.seed)
