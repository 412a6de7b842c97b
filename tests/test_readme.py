import importlib.util
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
_spec = importlib.util.spec_from_file_location("transcript", ROOT / "tests" / "transcript.py")
transcript = importlib.util.module_from_spec(_spec)
sys.modules["transcript"] = transcript  # dataclasses look their module up
_spec.loader.exec_module(transcript)


def test_the_readme_shows_true_output(tmp_path):
    from refs.demo.web import small_web

    with small_web() as web:
        environment = transcript.prepare(tmp_path, web.address)
        for steps in transcript.blocks((ROOT / "README.md").read_text()):
            for step in steps:
                if step.command.startswith(("pip", "git", "pytest", "python -m venv")):
                    continue
                printed = transcript.run(step.command, tmp_path, environment)
                assert transcript.still(printed) == transcript.still(step.expected), step.command


def test_the_readme_names_every_command():
    from refs.cli.entry import COMMANDS

    text = (ROOT / "README.md").read_text()
    assert [name for name in COMMANDS if f"`refs {name}" not in text] == []


def test_every_command_has_help_with_an_example():
    from click.testing import CliRunner

    from refs.cli.entry import COMMANDS, main

    for name in COMMANDS:
        done = CliRunner().invoke(main, [name, "--help"])
        assert done.exit_code == 0, name
        assert f"refs {name}" in done.output.split("Example")[-1], name
