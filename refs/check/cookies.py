"""Cookies within one chase: what a site hands out on the way and wants to see again."""

from refs.check.answer import Answer
from refs.check.target import Target

_MOST = 50


class Cookies:
    """Values by domain and name; nothing outlives the chase."""

    __slots__ = ("_jar",)

    def __init__(self) -> None:
        self._jar: dict[tuple[str, str], str] = {}

    def take(self, target: Target, answer: Answer) -> None:
        """Keep what an answer sets, for its own host or a domain above it."""
        for line in answer.cookies[:_MOST]:
            pair, *attributes = line.split(";")
            name, equals, value = pair.strip().partition("=")
            domain = _domain(attributes) or target.name
            if equals and len(pair) <= 4096 and len(self._jar) < _MOST and _covers(domain, target.name):
                self._jar[domain, name] = value

    def header(self, target: Target) -> str:
        """The value of the ``Cookie`` header for a request."""
        if not self._jar:
            return ""
        name = target.name
        return "; ".join(
            f"{key}={value}" for (domain, key), value in self._jar.items() if _covers(domain, name)
        )


def _domain(attributes: list[str]) -> str:
    for each in attributes:
        name, _, value = each.strip().partition("=")
        if name.lower() == "domain":
            return value.strip().lstrip(".").lower()
    return ""


def _covers(domain: str, host: str) -> bool:
    return host == domain or (host.endswith(f".{domain}") and "." in domain)
