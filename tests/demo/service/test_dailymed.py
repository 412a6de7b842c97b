BASE = "https://dailymed.nlm.nih.gov/dailymed/services/v2/spls"
SETID = "acbce0e8-5098-4785-943b-8bdb5ff17fab"


def test_labels_are_listed_by_name(ask):
    reply = ask(f"{BASE}.json?drug_name=Klonopin").json
    assert reply["data"][0]["setid"] == SETID
    assert reply["metadata"]["total_elements"] == 1
    assert ask(f"{BASE}.json?drug_name=nothing").json["data"] == []


def test_a_label_is_xml_and_never_json(ask):
    reply = ask(f"{BASE}/{SETID.upper()}.xml")
    assert reply.headers["content-type"].startswith("application/xml")
    assert b'<effectiveTime value="20230206"/>' in reply.body
    assert ask(f"{BASE}/{SETID}.json").status == 415
    assert ask(f"{BASE}/{'0' * 8}-0000-0000-0000-{'0' * 12}.xml").status == 404


def test_the_history_is_newest_first(ask):
    history = ask(f"{BASE}/{SETID}/history.json").json["data"]["history"]
    assert [entry["spl_version"] for entry in history] == [21, 20, 19]
