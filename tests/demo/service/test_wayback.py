EBSCO = "https://www.ebsco.com/research-starters/health-and-medicine/benzodiazepine-abuse"
CDX = "https://web.archive.org/cdx/search/cdx"


def test_the_closest_good_copy_is_available(ask):
    reply = ask(f"https://archive.org/wayback/available?url={EBSCO}&timestamp=20250727").json
    assert reply["archived_snapshots"]["closest"] == {
        "status": "200",
        "available": True,
        "url": f"http://web.archive.org/web/20250612070411/{EBSCO}",
        "timestamp": "20250612070411",
    }
    assert (
        ask("https://archive.org/wayback/available?url=https://nobody.test/").json["archived_snapshots"] == {}
    )


def test_cdx_gives_the_last_good_copy_before_a_day(ask):
    reply = ask(f"{CDX}?url={EBSCO}&to=20250727&filter=statuscode:200&limit=-1")
    key, timestamp, original, mimetype, status, _, _ = reply.text.split()
    assert (key, timestamp, original) == (
        "com,ebsco)/research-starters/health-and-medicine/benzodiazepine-abuse",
        "20250612070411",
        EBSCO,
    )
    assert (mimetype, status) == ("text/html", "200")


def test_cdx_as_json_has_a_row_of_names(ask):
    rows = ask(f"{CDX}?url={EBSCO}&output=json&fl=timestamp,statuscode").json
    assert rows[0] == ["timestamp", "statuscode"]
    assert rows[-1] == ["20260105180201", "410"]
    assert ask(f"{CDX}?url=nobody.test&output=json").json == []
    bad = ask(f"{CDX}?url={EBSCO}&filter=!statuscode:200&fl=statuscode").text
    assert bad == "410\n"


def test_playback_leads_to_the_nearest_copy(ask):
    reply = ask(f"https://web.archive.org/web/20250727/{EBSCO}")
    assert reply.headers["location"] == f"https://web.archive.org/web/20250612070411/{EBSCO}"
    copy = ask(reply.headers["location"])
    assert copy.status == 200
    assert copy.headers["memento-datetime"] == "Thu, 12 Jun 2025 07:04:11 GMT"
    assert 'rel="first memento"' in copy.headers["link"]


def test_an_archived_error_has_a_memento_datetime_and_nothing_archived_has_none(ask):
    error = ask(f"https://web.archive.org/web/20260105180201id_/{EBSCO}")
    assert (error.status, "memento-datetime" in error.headers) == (410, True)
    nothing = ask("https://web.archive.org/web/2025/https://nobody.test/a?b=c")
    assert (nothing.status, "memento-datetime" in nothing.headers) == (404, False)


def test_saving_needs_a_key_and_is_done_at_once(ask):
    assert ask("https://web.archive.org/save", "POST", body="url=https://example.org/").status == 401
    job = ask(
        "https://web.archive.org/save", "POST", body="url=https://example.org/", Authorization="LOW a:b"
    ).json
    done = ask(f"https://web.archive.org/save/status/{job['job_id']}").json
    assert (done["status"], done["original_url"]) == ("success", "https://example.org/")
    assert ask("https://web.archive.org/save/status/spn2-nothing").status == 404
    refused = ask("https://web.archive.org/save", "POST", body="url=nonsense", Authorization="LOW a:b").json
    assert refused["status_ext"] == "error:invalid-url-syntax"
