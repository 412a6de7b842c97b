from refs.model.date import Date
from refs.model.item import ItemType
from refs.parse.managers.cff import parse_cff

CFF = """cff-version: 1.2.0
title: Tide tables
authors:
  - family-names: Roe
references:
  - type: conference-paper
    title: A
    authors:
      - name: The Tides
    conference: {name: Tides 2020, city: Oslo, country: NO, date-start: 2020-05-01, date-end: 2020-05-03}
    publisher: {name: Fjord, city: Bergen}
    year: 2020
    year-original: 1999
"""


def test_where_and_when_a_conference_was():
    software, paper = parse_cff(CFF).items
    assert (software.type, paper.type) == (ItemType.SOFTWARE, ItemType.PAPER_CONFERENCE)
    assert (paper.event_title, paper.event_place) == ("Tides 2020", "Oslo, NO")
    assert paper.event_date == Date((2020, 5, 1), (2020, 5, 3))
    assert (paper.publisher, paper.publisher_place) == ("Fjord", "Bergen")
    assert (paper.issued, paper.original_date) == (Date((2020,)), Date((1999,)))


def test_what_is_a_list_or_of_bibtex():
    text = """cff-version: 1.2.0
title: Tide tables
license: [MIT, Apache-2.0]
preferred-citation:
  type: mastersthesis
  title: Tides
  authors: [{family-names: Roe}]
  patent-states: [NO, SE]
  date-downloaded: 2020-05-01
"""
    software, thesis = parse_cff(text).items
    assert software.license == "MIT, Apache-2.0"
    assert (thesis.type, thesis.genre) == (ItemType.THESIS, "Master’s thesis")
    assert (thesis.jurisdiction, thesis.accessed) == ("NO, SE", Date((2020, 5, 1)))


def test_what_is_to_be_cited_is_read_without_the_software():
    reading = parse_cff("cff-version: 1.2.0\npreferred-citation: {type: book, title: Tides}\n")
    assert [item.title for item in reading.items] == ["Tides"]
    assert len(reading.flaws) == 1
