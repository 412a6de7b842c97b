import pytest

from refs.parse.extents import pages_in, places_in, volumes_in

PAGES = (
    ("336, [1] p.", "336"),
    ("[103] pages", "103"),
    ("108 S (unknown)", "108"),
    ("1508, XXXVI S., 209 Sp.", "1508"),
    ("viii, 1713 col.", "1713"),
    ("1 online resource (xii, 569 pages)", "569"),
    ("259", "259"),
    ("1 sound disc (46 min.)", ""),
    ("p. 33-45", ""),
    ("1 v. (various pagings)", ""),
)


@pytest.mark.parametrize(("extent", "pages"), PAGES)
def test_pages(extent, pages):
    assert pages_in(extent) == pages


def test_volumes():
    assert (volumes_in("2 Bde."), volumes_in("1 v."), volumes_in("12 volumes")) == ("2", "", "12")


def test_places():
    assert dict(places_in("Bd. 3, H. 4 (1999), Seite 5-9")) == {"volume": "3", "issue": "4", "page": "5-9"}
    assert dict(places_in("Univ. 3")) == {}
