"""Findings in the forms that other programs read."""

import json
import xml.etree.ElementTree as ET

from refs.article.lint import lint_article
from refs.article.output import article_to_json
from refs.article.read import read_article
from refs.article.report import to_junit, to_sarif, to_text

ARTICLE = read_article(
    "Sleep.[1]\nNaps.[2] Rest [5].\n\nReferences\n\n1. Doe J. A & B. 2001. https://x.example.org/a\n2. Roe R. Naps. 2002. https://x.example.org/b\n3. Poe P. Rest. 2003. https://x.example.org/c\n",
    "a.txt",
)
REPORT = [
    (ARTICLE, [finding for finding in lint_article(ARTICLE) if finding.code in {"undefined", "uncited"}])
]


def test_text_has_line_and_column():
    assert (
        to_text(REPORT)
        == "a.txt:2:15: undefined: [5] cites 5, which the list does not have.\na.txt:8:4: uncited: Entry 3 is cited nowhere."
    )


def test_sarif():
    run = json.loads(to_sarif(REPORT, "1.0"))["runs"][0]
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == ["uncited", "undefined"]
    assert run["results"][0]["level"] == "error"
    assert run["results"][0]["locations"][0]["physicalLocation"]["region"] == {
        "startLine": 2,
        "startColumn": 15,
        "endLine": 2,
        "endColumn": 18,
    }


def test_junit():
    suite = ET.fromstring(to_junit([*REPORT, (ARTICLE, [])]))
    assert [(each.get("tests"), each.get("failures")) for each in suite] == [("2", "2"), ("1", "0")]
    assert suite[0][1][0].text == "Poe P. Rest. 2003. https://x.example.org/c"


def test_json_has_the_agreed_shape():
    data = article_to_json(ARTICLE, lambda entry: {"title": entry.text[:3]}, tuple(REPORT[0][1]))
    assert list(data) == ["path", "format", "title", "markers", "references", "integrity", "findings"]
    assert data["markers"][0] == {
        "raw": "[1]",
        "numbers": [1],
        "offset": 6,
        "end": 9,
        "context": "Sleep.",
        "kind": "bracket",
    }
    assert data["references"][0]["fields"] == {"title": "Doe"}
    assert data["integrity"] == {"uncited": [3], "undefined": [5], "order_ok": True, "duplicates": []}
    assert json.loads(json.dumps(data)) == data
