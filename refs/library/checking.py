"""Which links and retrieval dates still hold."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING, Any

from refs.check.checker import Checker
from refs.check.freshness import Policy, judge_dates, parse_period, touched
from refs.check.plan import make_plan
from refs.check.processes import check_in, count_cores
from refs.check.schedule import is_due
from refs.check.settings import KNOWN_GOOD, HostRule, Settings, now
from refs.errors import BadPeriod, UnknownItem
from refs.library.notices import is_retracted, notice_findings
from refs.model.link import Check, Reason, Verdict
from refs.model.provenance import Provenance
from refs.store.past import Past

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from refs.library.library import Library
    from refs.model.article import Finding
    from refs.model.link import Link
    from refs.store.links import LinkState

_BATCH = 1_000
_SAME = {"notice-newer-label": "source-superseded", "notice-modified": "source-modified"}
"""Notices that a check has found as well, and tells better."""
_SMALL = 50
_MANY = 5_000
_WORTH_A_PROCESS = 1_000
_CACHE_MB = 4


@dataclass(frozen=True)
class Checked:
    """One link that was looked at, and the items that have it."""

    check: Check
    keys: tuple[str, ...]

    @property
    def repair(self) -> str | None:
        """What to print instead, where the check found it."""
        moved = self.check.verdict is Verdict.MOVED and self.check.final_url
        return f"use {self.check.final_url}" if moved else None

    @property
    def row(self) -> dict[str, Any]:
        """The row of a table: id, verdict, reason, status, url, repair, evidence, when."""
        return {
            "id": ", ".join(self.keys),
            "verdict": str(self.check.verdict),
            "reason": str(self.check.reason),
            "status": self.check.status,
            "url": self.check.url,
            "repair": self.repair,
            "evidence": self.check.evidence,
            "when": self.check.when,
        }


@dataclass
class CheckRun:
    """A run over links: iterate it, then ask for the findings and the sum."""

    library: Library
    states: Sequence[LinkState]
    keys: Sequence[str]
    settings: Settings
    policy: Policy
    touch: bool = False
    changed_since: str | None = None
    cluster: str | None = None
    processes: int | None = None
    findings: list[str] = field(default_factory=list)
    retracted: int = 0
    verdicts: Counter[Verdict] = field(default_factory=Counter)
    told: set[Verdict] = field(default_factory=set)

    @property
    def total(self) -> int:
        """How many links there are to check."""
        return len(self.states)

    def rows(self, step: Callable[[int], None]) -> list[dict[str, Any]]:
        """The rows of the links, the gravest first, when all are checked; `step` is called for each.

        With `changed_since`, only those whose verdict is another than their last one before it.
        """
        found = []
        for checked in self:
            step(1)
            if self._is_news(checked.check):
                found.append(checked)
        return [checked.row for checked in sorted(found, key=by_gravity)]

    def __iter__(self) -> Iterator[Checked]:
        """Each link as its answer comes in; what was told is stored."""
        of_url = {state.link.url: state.keys for state in self.states}
        if self.total >= _MANY:
            self.library.store.set_cache(_CACHE_MB)  # rows are added at the end; what is read is read once
        waiting: list[Check] = []
        size = _BATCH if len(self.states) > _SMALL else 1
        try:
            for check in self._checks():
                if check.verdict is not Verdict.OFFLINE:
                    waiting.append(check)
                self.verdicts[check.verdict] += 1
                if self._is_news(check):
                    self.told.add(check.verdict)
                if len(waiting) >= size:
                    self._keep(waiting)
                yield Checked(check, of_url.get(check.url, ()))
        finally:
            self._keep(waiting)
        self._judge_dates()

    @property
    def sentence(self) -> str:
        """The sum, on one line."""
        counts = ", ".join(
            f"{count} {verdict}" for verdict, count in sorted(self.verdicts.items(), key=_by_count)
        )
        return f"{self.total} links: {counts or 'none'}; {len(self.findings)} findings on dates and editions"

    def fails(self, on: str) -> bool:
        """Whether something was found that a list such as ``dead,soft-404,retracted`` names."""
        wanted = {word.strip() for word in on.split(",")}
        return bool(wanted & {str(verdict) for verdict in self.told}) or (
            "retracted" in wanted and self.retracted > 0
        )

    @property
    def plan(self) -> str:
        """What the run will ask of whom, and how long it must take at least."""
        return str(make_plan(self._links(), self.settings))

    def _checks(self) -> Iterator[Check]:
        if self.library.offline:
            return (
                Check(url, self.library.now(), Verdict.OFFLINE, Reason.NO_NETWORK) for url in self._urls()
            )
        store = self.library.store
        if self.cluster is None:
            count = self._count_processes()
            if count < 2:
                return Checker(settings=self.settings).check(self._links(), store.history)
            return check_in(count, self._links(), Past(store.path), replace(self.settings, clock=now))
        from refs.check.cluster import check_on  # noqa: PLC0415  # an extra, and heavy

        # the clock of a worker is its own
        return check_on(self.cluster, self._links(), store.history, replace(self.settings, clock=now))

    def _is_news(self, check: Check) -> bool:
        """Whether the verdict is another than the last one before `changed_since`; new links were alive before."""
        since = self.changed_since
        if since is None:
            return True
        before = [each.verdict for each in self.library.store.history(check.url) if each.when < since]
        return check.verdict is not (before[-1] if before else Verdict.ALIVE)

    def _urls(self) -> list[str]:
        return [link.url for link in self._links()]

    def _count_processes(self) -> int:
        """As many as asked for; else one for each core when there is much to do and nobody in between."""
        if self.library.store.path == ":memory:":
            return 1
        if self.processes is not None:
            return self.processes
        if self.total < _MANY or self.settings.services.gateway is not None:
            return 1
        return min(count_cores(), self.total // _WORTH_A_PROCESS)

    def _links(self) -> list[Link]:
        return [state.link for state in self.states]

    def _keep(self, waiting: list[Check]) -> None:
        if waiting:
            self.library.store.add_checks(waiting)
            waiting.clear()

    def _judge_dates(self) -> None:
        for key in self.keys:
            item = self.library.store.get_item(key)
            checks = self.library.store.history(item.URL, limit=20) if item.URL else []
            if self.touch and checks:
                self._touch(key, checks[-1])
                item = self.library.store.get_item(key)
            found = judge_dates(item, checks, self.library.today(), self.policy)
            told = {finding.code for finding in found}
            found = (*(each for each in notice_findings(item) if _SAME.get(each.code) not in told), *found)
            self.retracted += is_retracted(item)
            self.findings.extend(f"{key}: {finding_text(finding)}" for finding in found)

    def _touch(self, key: str, check: Check) -> None:
        item = self.library.store.get_item(key)
        accessed = touched(item, check, self.library.today())
        if accessed is not None and accessed != item.accessed:
            provenance = {**item.provenance, "accessed": Provenance("check", str(check.verdict), check.when)}
            self.library.store.update_item(key, item.replace(accessed=accessed, provenance=provenance))


def check(
    library: Library,
    names: Sequence[str],
    *,
    article: str | None,
    stale: str | None,
    delay: float | None,
    allow: Sequence[str],
    touch: bool,
    due: bool = False,
    quick: bool = False,
    robots: bool = False,
    changed_since: str | None = None,
    cluster: str | None = None,
    processes: int | None = None,
) -> CheckRun:
    """A run over the links that names, searches or articles mean, or of the whole library."""
    keys = _keys(library, names, article)
    states = library.store.links() if keys is None else _states(library, keys)
    settings = replace(settings_of(library, delay, allow), robots=robots, content=not quick)
    if due:
        states = [state for state in states if _is_due(library, state, settings)]
    return CheckRun(
        library,
        states,
        keys if keys is not None else library.store.keys(),
        settings,
        policy_of(library, stale),
        touch=touch,
        changed_since=changed_since,
        cluster=cluster,
        processes=processes,
    )


def policy_of(library: Library, stale: str | None = None) -> Policy:
    """What counts as an old retrieval here: as asked for, or as the house says, host by host."""
    house = library.configuration
    hosts = {name: _days(host.stale) for name, host in house.hosts.items() if host.stale is not None}
    return Policy(stale=_days(house.stale if stale is None else stale), hosts=hosts)


def _is_due(library: Library, state: LinkState, settings: Settings) -> bool:
    history = partial(library.store.history, state.link.url)
    return is_due(state.verdict, state.checked, library.now(), history, settings)


def finding_text(finding: Finding) -> str:
    """A finding with its code."""
    return f"{finding.message} [{finding.code}]"


def _keys(library: Library, names: Sequence[str], article: str | None) -> list[str] | None:
    if article is not None:
        return _cited(library, article)
    return list(dict.fromkeys(key for name in names for key in _meant(library, name))) if names else None


def _meant(library: Library, name: str) -> list[str]:
    """The keys that a key, an identifier, an article's path, or else a search stands for."""
    try:
        return [library.key_of(name)]
    except UnknownItem:
        try:
            return _cited(library, name)
        except UnknownItem:
            return library.choose(name)


def _cited(library: Library, article: str) -> list[str]:
    return list(dict.fromkeys(key for key in library.article(article).keys if key))


def _states(library: Library, keys: Sequence[str]) -> list[LinkState]:
    found = (state for key in keys for state in library.store.links_of(key))
    return list({state.link.url: state for state in found}.values())


def _days(stale: str) -> int | None:
    if stale in {"", "never"}:
        return None
    days = parse_period(stale)
    if days is None:
        raise BadPeriod(stale)
    return days


def settings_of(library: Library, delay: float | None = None, allow: Sequence[str] = ()) -> Settings:
    """How this library checks: its services, its contact, its clock."""
    waits = library.delay if delay is None else delay
    usual = Settings()
    return Settings(
        services=library.services,
        contact=library.contact or "",
        delay=usual.delay if waits is None else waits,
        hosts={
            name: HostRule(
                host.connections or usual.per_host, usual.delay if host.delay is None else host.delay
            )
            for name, host in library.configuration.hosts.items()
        },
        allow_private=frozenset(allow),
        known_good=KNOWN_GOOD,
        clock=library.clock,
    )


_GRAVITY = {
    verdict: place
    for place, verdict in enumerate(
        (
            Verdict.DEAD,
            Verdict.SOFT_404,
            Verdict.SUSPECT,
            Verdict.UNREACHABLE,
            Verdict.BLOCKED,
            Verdict.MOVED,
            Verdict.CHANGED,
            Verdict.OFFLINE,
            Verdict.SKIPPED,
            Verdict.ALIVE,
        )
    )
}


def by_gravity(checked: Checked) -> tuple[int, tuple[str, ...], str]:
    """What to sort by: the gravest verdict first, then the items' keys."""
    return _GRAVITY[checked.check.verdict], checked.keys, checked.check.url


def _by_count(pair: tuple[Verdict, int]) -> tuple[int, str]:
    return -pair[1], str(pair[0])
