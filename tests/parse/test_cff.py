from refs.model.date import Date
from refs.model.item import ItemType
from refs.parse.cff import parse_cff

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
