"""CheckRun: links looked at one after the other, each look stored, and what is to be told of them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from refs.check.checker import Checker
from refs.check.freshness import Policy, judge_dates, touched
from refs.check.history import no_history
from refs.check.plan import make_plan
from refs.check.processes import check_in, count_cores
from refs.check.settings import Settings, now
from refs.library.notices import is_retracted, notice_findings
from refs.model.link import Check, Reason, Verdict
from refs.model.provenance import Provenance
from refs.store.past import Past

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from refs.library.library import Library
    from refs.library.scope import Scope
    from refs.model.article import Finding
    from refs.model.item import Item
    from refs.model.link import Link

_BATCH = 1_000
_SAME = {"notice-newer-label": "source-superseded", "notice-modified": "source-modified"}
"""Notices that a check has found as well, and tells better."""
_SMALL = 50
_MANY = 5_000
_WORTH_A_PROCESS = 1_000
_CACHE_MB = 4
BY_GRAVITY = (
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
"""The verdicts, the gravest first."""


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
    """A run over links: iterate it, or ask for its rows and then judge the dates; then ask for the sum.

    No more than some thousand links are in memory at a time.
    """

    library: Library
    scope: Scope
    settings: Settings
    policy: Policy
    touch: bool = False
    changed_since: str | None = None
    cluster: str | None = None
    processes: int | None = None
    findings: int = 0
    retracted: int = 0
    verdicts: Counter[Verdict] = field(default_factory=Counter)
    told: set[Verdict] = field(default_factory=set)

    @property
    def total(self) -> int:
        """How many links there are to check."""
        return self.scope.total

    def __iter__(self) -> Iterator[Checked]:
        """Each link as its answer comes in; what was told is stored. At the end the dates are judged."""
        for check in self._look():
            yield Checked(check, self.library.store.keys_with(check.url))
        for _ in self.judge():
            pass

    def rows(self, step: Callable[[int], None]) -> Iterator[dict[str, Any]]:
        """The rows of the links, the gravest first, when all are checked; `step` is called for each.

        With `changed_since`, only those whose verdict is another than their last one before it.
        """
        begun = self.library.now()
        for _ in self._look():
            step(1)
        return self._rows_since(begun)

    def judge(self) -> Iterator[str]:
        """What is wrong with the retrieval dates and editions of the items, a line each; touches what it may."""
        for item in self.scope.items():
            for finding in self._judge(item):
                self.findings += 1
                yield f"{item.id}: {finding_text(finding)}"

    @property
    def sentence(self) -> str:
        """The sum, on one line."""
        counts = ", ".join(
            f"{count} {verdict}" for verdict, count in sorted(self.verdicts.items(), key=_by_count)
        )
        return f"{self.total} links: {counts or 'none'}; {self.findings} findings on dates and editions"

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

    def _look(self) -> Iterator[Check]:
        """Each check as it comes in; kept in the library when it is told, or some hundreds at a time."""
        if self.total >= _MANY:
            self.library.store.set_cache(_CACHE_MB)  # rows are added at the end; what is read is read once
        waiting: list[Check] = []
        size = _BATCH if self.total > _SMALL else 1
        try:
            for check in self._checks():
                if check.verdict is not Verdict.OFFLINE:
                    waiting.append(check)
                self.verdicts[check.verdict] += 1
                if self._is_news(check):
                    self.told.add(check.verdict)
                if len(waiting) >= size:
                    self._keep(waiting)
                yield check
        finally:
            self._keep(waiting)

    def _keep(self, waiting: list[Check]) -> None:
        if waiting:
            self.library.store.add_checks(waiting)
            waiting.clear()

    def _checks(self) -> Iterator[Check]:
        if self.library.offline:
            return (_offline(link.url, self.library.now()) for link in self._links())
        store = self.library.store
        history = store.history if store.has_checks() else no_history
        if self.cluster is None:
            count = self._count_processes()
            if count < 2:
                return Checker(settings=self.settings).check(self._links(), history)
            past = no_history if history is no_history else Past(store.path)
            return check_in(count, self._links(), past, replace(self.settings, clock=now))
        from refs.check.cluster import check_on  # noqa: PLC0415  # an extra, and heavy

        # the clock of a worker is its own
        return check_on(self.cluster, self._links(), history, replace(self.settings, clock=now))

    def _links(self) -> Iterator[Link]:
        return (state.link for state in self.scope.states())

    def _count_processes(self) -> int:
        """As many as asked for; else one for each core when there is much to do and nobody in between."""
        if self.library.store.path == ":memory:":
            return 1
        if self.processes is not None:
            return self.processes
        if self.total < _MANY or self.settings.services.gateway is not None:
            return 1
        return min(count_cores(), self.total // _WORTH_A_PROCESS)

    def _rows_since(self, begun: str) -> Iterator[dict[str, Any]]:
        for verdict in BY_GRAVITY:
            found = self._offline_since(begun) if verdict is Verdict.OFFLINE else self._seen(verdict, begun)
            for checked in found:
                if self.scope.holds(checked.check.url) and self._is_news(checked.check):
                    yield checked.row

    def _seen(self, verdict: Verdict, since: str) -> Iterator[Checked]:
        return (Checked(check, keys) for check, keys in self.library.store.looks(verdict, since))

    def _offline_since(self, begun: str) -> Iterator[Checked]:
        """The links that could not be looked at for want of a network; nothing is stored of them."""
        if not self.verdicts[Verdict.OFFLINE]:
            return
        for state in self.scope.states():
            if state.checked is None or state.checked < begun:
                yield Checked(_offline(state.link.url, begun), state.keys)

    def _is_news(self, check: Check) -> bool:
        """Whether the verdict is another than the last one before `changed_since`; new links were alive before."""
        since = self.changed_since
        if since is None:
            return True
        before = [each.verdict for each in self.library.store.history(check.url) if each.when < since]
        return check.verdict is not (before[-1] if before else Verdict.ALIVE)

    def _judge(self, item: Item) -> tuple[Finding, ...]:
        checks = self.library.store.history(item.URL, limit=20) if item.URL else []
        if self.touch and checks:
            item = self._touched(item, checks[-1])
        found = judge_dates(item, checks, self.library.today(), self.policy)
        told = {finding.code for finding in found}
        self.retracted += is_retracted(item)
        return (*(each for each in notice_findings(item) if _SAME.get(each.code) not in told), *found)

    def _touched(self, item: Item, check: Check) -> Item:
        """The item with the day of this look as its date of access, where that is honest; stored."""
        accessed = touched(item, check, self.library.today())
        if accessed is None or accessed == item.accessed:
            return item
        provenance = {**item.provenance, "accessed": Provenance("check", str(check.verdict), check.when)}
        item = item.replace(accessed=accessed, provenance=provenance)
        self.library.store.update_item(item.id, item)
        return item


def finding_text(finding: Finding) -> str:
    """A finding with its code."""
    return f"{finding.message} [{finding.code}]"


def _offline(url: str, when: str) -> Check:
    return Check(url, when, Verdict.OFFLINE, Reason.NO_NETWORK)


def _by_count(pair: tuple[Verdict, int]) -> tuple[int, str]:
    return -pair[1], str(pair[0])
