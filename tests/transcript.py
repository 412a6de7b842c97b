"""The console blocks of a Markdown file, run for real.

A block begins with ```console and holds commands after ``$ `` and what they print. Dates, times, durations and
ports are compared as their kind. ``python tests/transcript.py README.md`` writes the file anew with true output.
"""

import os
import re
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

BLOCK = re.compile(r"^```console\n(.*?)^```$", re.DOTALL | re.MULTILINE)
ROOT = Path(__file__).parent.parent
# 2026-11-22, 0.3 s, 127.0.0.1:41234
MOVING = [
    (re.compile(r"\b20\d\d-\d\d-\d\d(?:T[\d:]+Z)?\b"), "DATE"),
    (re.compile(r"\b\d+(?:\.\d+)? m?s\b"), "TIME"),
    (re.compile(r"127\.0\.0\.1:\d+"), "ADDRESS"),
]


@dataclass(frozen=True)
class Step:
    """One command and what the file says that it prints."""

    command: str
    expected: str


def blocks(text: str) -> list[list[Step]]:
    """The blocks of a text, each as its steps."""
    return [_steps(found.group(1)) for found in BLOCK.finditer(text)]


def _steps(block: str) -> list[Step]:
    steps = []
    for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
        command, _, output = part.partition("\n")
        while command.endswith("\\"):
            more, _, output = output.partition("\n")
            command = command[:-1] + more.lstrip()
        steps.append(Step(command, output))
    return steps


def run(command: str, folder: Path, environment: dict[str, str]) -> str:
    """What a command prints, both streams together, with the stream's blanks at line ends gone."""
    done = subprocess.run(
        ["bash", "-c", f"{command} 2>&1"],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    return "".join(line.rstrip() + "\n" for line in done.stdout.splitlines())


def still(text: str) -> str:
    """The text with what moves from run to run replaced by its kind."""
    for pattern, word in MOVING:
        text = pattern.sub(word, text)
    return text


def prepare(folder: Path, gateway: str) -> dict[str, str]:
    """A folder with the examples in it, and an environment in which ``refs`` is this project's, on the small web."""
    (folder / "examples").symlink_to(ROOT / "examples")
    scripts = folder / ".bin"
    scripts.mkdir()
    program = scripts / "refs"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m refs "$@"\n')
    program.chmod(0o755)
    return os.environ | {
        "PATH": f"{scripts}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": str(ROOT),
        "REFS_GATEWAY": gateway,
        "REFS_CACHE": str(folder / ".cache"),
        "COLUMNS": "100",
        "NO_COLOR": "1",
    }


def rewrite(path: Path) -> None:
    """Write the file anew with what its commands print."""
    sys.path.insert(0, str(ROOT))
    from refs.demo.web import small_web

    def answer(found: re.Match[str]) -> str:
        lines = [
            f"$ {step.command}\n{run(step.command, folder, environment)}" for step in _steps(found.group(1))
        ]
        return "```console\n" + "".join(lines) + "```"

    with tempfile.TemporaryDirectory() as name, small_web() as web:
        folder = Path(name)
        environment = prepare(folder, web.address)
        path.write_text(BLOCK.sub(answer, path.read_text()))


if __name__ == "__main__":
    rewrite(Path(sys.argv[1]))
