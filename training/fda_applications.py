"""FDA's list of applications → refs/data/fda_applications.txt: those for new drugs and biologics.

    python training/fda_applications.py Applications.txt "January 2024" > refs/data/fda_applications.txt

Applications.txt is in the archive of data files that the address below offers; it is renewed every week.
"""

import csv
import sys
from collections import defaultdict
from pathlib import Path

HEAD = """\
# Applications for new drugs (NDA) and biologics (BLA) at Drugs@FDA, {when}: the first three digits of the number,
# then the last three of each. From Applications.txt of the data files (no copyright: a work of the United States),
# https://www.fda.gov/drugs/drug-approvals-and-databases/drugsfda-data-files; made by training/fda_applications.py.
"""


def main(path: str, when: str) -> None:
    """Print the list that the file at a path gives; `when` says of what month it is."""
    listed: dict[str, set[str]] = defaultdict(set)
    with Path(path).open(encoding="utf-8", errors="replace", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            if row["ApplType"] in {"NDA", "BLA"} and len(row["ApplNo"]) == 6:
                listed[row["ApplNo"][:3]].add(row["ApplNo"][3:])
    print(HEAD.format(when=when), end="")
    for first, rest in sorted(listed.items()):
        print(first, *sorted(rest))


if __name__ == "__main__":
    main(*sys.argv[1:])
