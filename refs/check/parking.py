"""Parked domains: a name that someone keeps for sale or for advertising, told by its page, network, name servers."""

import re
from collections.abc import Generator
from functools import lru_cache

from refs.check.address import read_address
from refs.check.answer import Answer, Request
from refs.check.chase import Command
from refs.check.page import Page
from refs.check.tables import parking
from refs.check.target import Target
from refs.model.link import Reason

Finding = tuple[Reason, str]
_SMALL = 250
_TINY = 60
_ITSELF = "this domain"


def judge_parking(page: Page, end: Target, answer: Answer) -> Generator[Command, Answer, Finding | None]:
    """Whether the page is one of a parked domain; the name servers are asked for when it looks a little like one."""
    domain, title = end.name.removeprefix("www."), (page.title or "").lower()
    if page.words > (3 * _SMALL if title.startswith((domain, f"www.{domain}")) else _SMALL):
        return None
    table, source = parking(), page.source.lower()
    text = page.all_text.lower().replace(domain, _ITSELF)
    signs = [each for each in table.weak if each in text and _stands_alone(each, text)]
    signs += filter(source.__contains__, table.sources) if page.words < _SMALL else ()
    said = f"{text}\n{title.replace(domain, _ITSELF)}"
    strong = next(filter(said.__contains__, table.strong), None)
    if strong is not None:
        return _parked(end, f"“{strong}”")
    if _in_parking_network(answer.address):
        signs.append(f"the network of {answer.address}")
    if len(signs) >= 2 or any(sign in table.sources for sign in signs):
        return _parked(end, ", ".join(signs))
    if signs or page.words < _TINY:
        keeper = yield from _find_keeper(end)
        if keeper is not None and (signs or page.words < _TINY):
            return _parked(end, f"its name server is {keeper}")
    return None


def _stands_alone(words: str, text: str) -> bool:
    """Whether words stand in a text as words: dan.com, but not within jordan.com."""
    return re.search(rf"(?<![\w-]){re.escape(words)}(?![\w-])", text) is not None


def _parked(end: Target, sign: str) -> Finding:
    return Reason.PARKED, f"the domain {end.name} is parked: {sign}"


def _find_keeper(end: Target) -> Generator[Command, Answer, str | None]:
    """The name server of a domain, when it is one that parks domains."""
    if read_address(end.name) is not None or "." not in end.name:
        return None
    answer = yield Request(end, "NS", 0)
    servers = answer.headers.get("name-servers", "").split()
    known = parking().name_servers
    return next((server for server in servers for tail in known if f".{server}".endswith(f".{tail}")), None)


@lru_cache(maxsize=4096)
def _in_parking_network(address: str) -> bool:
    found = read_address(address) if address else None
    return found is not None and any(
        found in network for network in parking().networks if network.version == found.version
    )
