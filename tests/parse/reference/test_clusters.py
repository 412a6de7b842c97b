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
    ("S Afr Med J, 1990. 77(6): p. 281-4.", {"volume": "77", "issue": "6", "page": "281-4"}),
    ("Revista, Recife, v. 6, n. 1, p. 112-123, 2013.", {"volume": "6", "issue": "1", "page": "112-123"}),
    ("Clin Pharmacol (2014) 30:4, 567-9", {"volume": "30", "issue": "4", "page": "567-9"}),
    ("Pediatrics 101.6 (1998): 1079-1088.", {"volume": "101", "issue": "6", "page": "1079-1088"}),
    ("Companion 6, suppl. 1 (2004): 12–16.", {"volume": "6", "issue": "suppl. 1", "page": "12–16"}),
    ("Physician 61, no. 7 (April 1, 2000): 2121–28.", {"volume": "61", "issue": "7", "page": "2121–28"}),
    ("Lancet i:1402–1406", {"volume": "i", "page": "1402–1406"}),
    ("Placement in Schedule I. 87 FR 78887.", {"volume": "87", "page": "78887"}),
    ("Pharmacol Ther. 2003; 98(2): 171– 195.", {"volume": "98", "issue": "2", "page": "171–195"}),
    ("J Clin Psychiatry. 2009;70(5):663‐673.", {"volume": "70", "issue": "5", "page": "663-673"}),
    ("Collins S. 2008. Sleep in epilepsy", {}),
    ("Forbes. Nov 14, 2018, 10:15am EST.", {}),
    ("Pub. L. No. 91-513, 84 Stat. 1236", {}),
    ("Reports, vol. 11, no. 1, p. 23783, 2021.", {"volume": "11", "issue": "1", "page": "23783"}),
]


@pytest.mark.parametrize(("text", "expected"), CLUSTERS)
def test_clusters_come_apart(text, expected):
    found = {}
    for span in find_clusters(text):
        found = {name: value for name, value in span.value.items() if name != "date"} | found
    assert found == expected
