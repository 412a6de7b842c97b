"""The server is started as a person would, and asked."""

import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_the_library_is_served(tmp_path):
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [
        sys.executable,
        "-m",
        "refs",
        "--offline",
        "-L",
        str(tmp_path / "l.db"),
        "serve",
        "--port",
        str(port),
    ]
    with subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE, text=True) as server:
        try:
            assert f"http://127.0.0.1:{port}" in server.stderr.readline()
            assert "0 items" in _get(f"http://127.0.0.1:{port}/items")
        finally:
            server.terminate()


def test_a_port_that_is_taken_is_told(refs):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        done = refs("serve", "--port", str(taken.getsockname()[1]))
    assert done.exit_code == 1
    assert "cannot be served at: address already in use. Choose another --port" in done.stderr


def test_without_the_extra_a_sentence_says_so(refs, monkeypatch):
    monkeypatch.setitem(sys.modules, "uvicorn", None)
    done = refs("serve")
    assert (done.exit_code, "pip install 'refs[web]'" in done.stderr) == (1, True)


def _get(url):
    for _ in range(100):
        try:
            with urllib.request.urlopen(url, timeout=5) as answer:
                return answer.read().decode()
        except OSError:
            time.sleep(0.1)
    raise AssertionError(url)
