"""Copies: the nearest to a date that is really a good page."""

import datetime as dt
import json
from dataclasses import replace

import pytest
from check_server import page

from refs.check.archive import Archive, read_availability, read_cdx, read_timemap
from refs.check.settings import Settings
from refs.check.warc import keep_page
from refs.model.link import Verdict
from refs.model.services import LIVE

PAGE = "https://www.example.org/dose"
MEMENTO = {"Memento_Datetime": "Sun, 27 Jul 2025 00:00:00 GMT"}


@pytest.fixture
def archive(web, settings_for):
    services = replace(LIVE, wayback=web.base, availability=f"{web.base}/wayback/available")
    return Archive(settings_for(web, services=services))


def _closest(stamp, status="200"):
    closest = {
        "available": True,
        "status": status,
        "timestamp": stamp,
        "url": f"http://web.archive.org/web/{stamp}/{PAGE}",
    }
    return json.dumps({"url": PAGE, "archived_snapshots": {"closest": closest}})


def _rows(*stamps):
    return json.dumps([["timestamp", "original", "statuscode"], *([stamp, PAGE, "200"] for stamp in stamps)])


def test_the_closest_copy(web, archive, serve):
    serve("/wayback/available", lambda x: x.answer(body=_closest("20250726120000"), kind="application/json"))
    serve(f"/web/20250726120000id_/{PAGE}", lambda x: x.answer(body=page(), **MEMENTO))
    found = archive.find(PAGE, dt.date(2025, 7, 27))
    assert found.url == f"{web.base}/web/20250726120000/{PAGE}"
    assert found.when == "2025-07-26T12:00:00Z"


def test_an_archived_error_page_is_no_copy(archive, serve):
    serve("/wayback/available", lambda x: x.answer(body=_closest("20250726120000"), kind="application/json"))
    serve(
        "/cdx/search/cdx",
        lambda x: x.answer(body=_rows("20240101000000", "20250501000000"), kind="application/json"),
    )
    serve(f"/web/20250726120000id_/{PAGE}", lambda x: x.answer(404, page("Not found"), **MEMENTO))
    serve(f"/web/20250501000000id_/{PAGE}", lambda x: x.answer(body=page("Page not found"), **MEMENTO))
    serve(f"/web/20240101000000id_/{PAGE}", lambda x: x.answer(body=page(), **MEMENTO))
    assert archive.find(PAGE, dt.date(2025, 7, 27)).when == "2024-01-01T00:00:00Z"


def test_a_page_of_the_archive_itself_is_no_copy(archive, serve):
    serve("/wayback/available", lambda x: x.answer(body=_closest("20250726120000"), kind="application/json"))
    serve(f"/web/20250726120000id_/{PAGE}", lambda x: x.answer(body=page()))
    assert archive.find(PAGE) is None


def test_a_copy_that_only_the_timemap_knows(archive, serve):
    link = f'<{PAGE}>; rel="original",\n<https://web.archive.org/web/20230101000000/{PAGE}>; rel="first memento"; datetime="Sun, 01 Jan 2023 00:00:00 GMT",\n'
    serve(f"/web/timemap/link/{PAGE}", lambda x: x.answer(body=link, kind="application/link-format"))
    serve(f"/web/20230101000000id_/{PAGE}", lambda x: x.answer(body=page(), **MEMENTO))
    assert archive.find(PAGE).when == "2023-01-01T00:00:00Z"


def test_save_page_now_with_keys(web, archive, serve):
    serve("/save", lambda x: x.answer(body='{"url": "u", "job_id": "spn2-1"}', kind="application/json"))
    states = [
        '{"status": "pending"}',
        json.dumps({"status": "success", "timestamp": "20261122040000", "original_url": PAGE}),
    ]
    serve(
        "/save/status/spn2-1", lambda x: x.answer(body=states[min(x.times, 2) - 1], kind="application/json")
    )
    saved = archive.save(PAGE, ("access", "secret"))
    assert saved.snapshot.when == "2026-11-22T04:00:00Z"
    asked = [headers for _when, method, path, headers in web.log if path == "/save" and method == "POST"]
    assert asked[-1]["authorization"] == "LOW access:secret"


def test_save_page_now_refuses(archive, serve):
    serve(
        "/save",
        lambda x: x.answer(
            body='{"message": "You have already reached the limit."}', kind="application/json"
        ),
    )
    saved = archive.save(PAGE, ("access", "secret"))
    assert (saved.snapshot, saved.detail) == (None, "You have already reached the limit.")


def test_save_without_keys(archive, serve):
    serve(f"/save/{PAGE}", lambda x: x.answer(302, "", Content_Location=f"/web/20261122040000/{PAGE}"))
    assert archive.save(PAGE).snapshot.when == "2026-11-22T04:00:00Z"


@pytest.mark.parametrize(
    "data", [b"", b"{}", b"[]", b"null", b'{"archived_snapshots": {}}', b"<html>", b'[["a"], 1, [2]]']
)
def test_odd_answers_hold_no_copies(data):
    assert read_availability(data, Settings()) == []
    assert read_cdx(data, Settings()) == []
    assert read_timemap(data.decode(), Settings()) == []


@pytest.mark.filterwarnings(
    "ignore::pytest.PytestUnraisableExceptionWarning"
)  # warcio leaves a file to the collector
def test_a_page_is_kept_at_home(web, settings_for, tmp_path):
    archiveiterator = pytest.importorskip("warcio.archiveiterator")
    path = tmp_path / "kept.warc.gz"
    check = keep_page(f"{web.base}/plain-page/page.html", path, settings_for(web))
    assert check.verdict is Verdict.ALIVE
    with path.open("rb") as file:
        record = next(iter(archiveiterator.ArchiveIterator(file)))
        assert record.rec_headers.get_header("WARC-Target-URI") == f"{web.base}/plain-page/page.html"
        assert b"medicine" in record.content_stream().read()
