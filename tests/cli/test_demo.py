import time

from click.testing import CliRunner

from refs.cli.entry import main


def test_the_demo_goes_the_whole_way(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    began = time.monotonic()
    done = CliRunner().invoke(main, ["demo"])
    assert done.exit_code == 0, done.output
    assert time.monotonic() - began < 60
    assert "14 entries, 23 markers" in done.output
    assert "(24 C.E.) is no date" in done.output
    for style in ("apa", "american-medical-association", "nlm-citation-sequence"):
        assert f"in {style}" in done.output
    assert done.output.count("14. ") >= 3
    page = (tmp_path / "report.html").read_text()
    assert page.startswith("<!doctype html>")
    assert "src=" not in page.split("<body", 1)[1][:200]
    for verdict in ("dead", "moved", "soft-404", "blocked", "changed"):
        assert verdict in done.output
