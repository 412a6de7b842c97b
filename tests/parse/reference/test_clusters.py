import pytest

from refs.parse.reference.clusters import find_clusters

CLUSTERS = [
    ("J Pain. 2016;17(2):131-157.", {"volume": "17", "issue": "2", "page": "131-157"}),
    ("Psychiatric Services, 70(2), 97.", {"volume": "70", "issue": "2", "page": "97"}),
    ("Science 2001; 179: 390–396.", {"volume": "179", "page": "390–396"}),
    ("J Clin Psychiatry 66(suppl 2):28–33.", {"volume": "66", "issue": "suppl 2", "page": "28–33"}),
    ("J Clin Psychiatry. 2005;66 Suppl 2:21-7.", {"volume": "66", "issue": "Suppl 2", "page": "21-7"}),
    ("Handb. 2008;(182):335-60.", {"issue": "182", "page": "335-60"}),
    ("New York: McGraw-Hill; 2006:401-427.", {"page": "401-427"}),
    (
        "Psychiatry, vol. 64, suppl. 3, 2003, pp. 21-27.",
        {"volume": "64", "issue": "suppl. 3", "page": "21-27"},
    ),
    ("J Clin Psychiatry, 79(6), 18m12174.", {"volume": "79", "issue": "6", "page": "18m12174"}),
    ("Jo Hart, 1991, S. 169", {"page": "169"}),
    ("Reports, vol. 11, no. 1, p. 23783, 2021.", {"volume": "11", "issue": "1", "page": "23783"}),
]


@pytest.mark.parametrize(("text", "expected"), CLUSTERS)
def test_clusters_come_apart(text, expected):
    found = {}
    for span in find_clusters(text):
        found = {name: value for name, value in span.value.items() if name != "date"} | found
    assert found == expected
