import ast
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
ROOMS = {
    "requests": ("refs/fetch/http.py",),
    "pycurl": ("refs/check",),
    "aiodns": ("refs/check",),
    "sqlite_utils": ("refs/store",),
    "bibtexparser": ("refs/parse", "refs/render"),
    "click": ("refs/cli",),
    "rich": ("refs/cli",),
    "pycrfsuite": ("refs/parse/reference",),
    "docx": ("refs/article",),
}


def test_imports_go_down_the_floors():
    done = subprocess.run(
        [sys.executable, "-c", "from importlinter.cli import lint_imports_command as run; run()"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout


def test_an_outside_package_lives_in_one_room():
    strangers = []
    for path in (ROOT / "refs").rglob("*.py"):
        name = path.relative_to(ROOT).as_posix()
        for package in _imports(path) & ROOMS.keys():
            strangers += [] if name.startswith(ROOMS[package]) else [f"{name} imports {package}"]
    assert strangers == []


def test_the_version_needs_no_heavy_module():
    code = "import sys; sys.argv=['refs','--version']\nfrom refs.cli.entry import main\ntry: main()\nexcept SystemExit: pass\nprint(*sys.modules, sep='\\n')"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    heavy = {"requests", "lxml", "pycurl", "rich", "sqlite_utils", "jinja2", "bibtexparser", "refs.library"}
    assert heavy & set(done.stdout.split()) == set()


def _imports(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            found |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module.split(".")[0])
    return found
