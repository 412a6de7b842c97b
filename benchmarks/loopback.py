"""A web of many hosts on loopback: nginx on 127.1.0.1 … 127.1.0.N, and the list of URLs on it."""

import contextlib
import os
import random
import re
import shutil
import socket
import subprocess
import tempfile
import time
import urllib.request
from pathlib import Path

CONFIG = """
daemon off; worker_processes 1; worker_rlimit_nofile 65000; pid {folder}/nginx.pid; error_log {folder}/error.log crit;
events {{ worker_connections 16384; multi_accept on; }}
http {{
  log_format times '$msec $server_addr $remote_port $request_method $uri'; access_log {log};
  sendfile off; tcp_nodelay on; keepalive_requests 100000; keepalive_timeout 60s; absolute_redirect off;
  client_body_temp_path {folder}/b; proxy_temp_path {folder}/p; fastcgi_temp_path {folder}/f; uwsgi_temp_path {folder}/u; scgi_temp_path {folder}/s;
  default_type text/html;
  server {{
    {listen}
    location ~ ^/ok/[0-9]+.html$ {{ return 200 "{page}"; }}
    location /moved/ {{ rewrite ^/moved/(.*)$ /ok/$1 permanent; }}
    location /gone/ {{ return 404 "<title>Not found</title>"; }}
    location ~ ^/nohead/[0-9]+.html$ {{ if ($request_method = HEAD) {{ return 405; }} return 200 "{page}"; }}
    location /status {{ stub_status; }}
    location / {{ return 404; }}
  }}
}}
"""
PAGE = (
    "<title>A page</title><h1>A page</h1><p>" + "Words that a reader came for, in a row of some length. " * 8
)


def hosts(number):
    return [f"127.1.{place // 250}.{place % 250 + 1}" for place in range(number)]


def urls(number, names, port, seed=7):
    """70 % alive, 15 % moved for good, 10 % gone, 5 % that refuse HEAD."""
    dice = random.Random(seed)
    kinds = dice.choices(["ok", "moved", "gone", "nohead"], [70, 15, 10, 5], k=number)
    for place, kind in enumerate(kinds):
        yield f"http://{names[place % len(names)]}:{port}/{kind}/{place}.html"


@contextlib.contextmanager
def nginx(names, log=None):
    """The port of a running nginx; `log` gets a line for each request: seconds, host, connection, method, path."""
    folder = Path(tempfile.mkdtemp(prefix="refs-nginx-"))
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    listen = " ".join(f"listen {name}:{port} backlog=4096;" for name in [*names, "127.0.0.1"])
    (folder / "nginx.conf").write_text(
        CONFIG.format(folder=folder, listen=listen, page=PAGE, log=f"{log} times" if log else "off")
    )
    binary = shutil.which("nginx") or "/usr/sbin/nginx"
    process = subprocess.Popen(
        [binary, "-c", str(folder / "nginx.conf"), "-p", str(folder)], stderr=subprocess.DEVNULL
    )
    try:
        for _turn in range(100):
            with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 0.2):
                break
            time.sleep(0.05)
        yield port
    finally:
        process.terminate()
        process.wait(10)
        shutil.rmtree(folder, ignore_errors=True)


def served(port):
    """How many requests the server has answered."""
    text = urllib.request.urlopen(f"http://127.0.0.1:{port}/status", timeout=5).read().decode()
    return int(re.search(r"\n\s*\d+ \d+ (\d+)", text).group(1))


def measured(command, **options):
    """Run a command; its output, seconds, peak memory in MB, exit code and CPU seconds."""
    began = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, **options)
    out = process.stdout.read()
    _pid, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - began
    return (
        out,
        seconds,
        usage.ru_maxrss / 1024,
        os.waitstatus_to_exitcode(status),
        usage.ru_utime + usage.ru_stime,
    )
