"""CheckRun: links looked at one after the other, each look stored, and what is to be told of them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from refs.check.checker import Checker
from refs.check.freshness import ONLINE, Policy, touched
from refs.check.history import no_history
from refs.check.plan import make_plan
from refs.check.processes import check_in, count_cores
from refs.check.settings import Settings, now
from refs.check.target import hide_credentials
from refs.library.judging import judge_item
from refs.library.notices import is_retracted
from refs.model.link import Check, Reason, Verdict
from refs.model.provenance import Provenance
from refs.store.past import Past
from refs.text import counted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from refs.library.holdings import Holdings
    from refs.library.scope import Scope
    from refs.model.article import Finding
    from refs.model.item import Item
    from refs.model.link import Link

_BATCH = 1_000
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
_NO_TROUBLE = frozenset({Verdict.OFFLINE, Verdict.ALIVE})


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
            "url": hide_credentials(self.check.url),
            "repair": self.repair,
            "evidence": self.check.evidence,
            "when": self.check.when,
        }


@dataclass
class CheckRun:
    """A run over links: iterate it, or ask for its rows and then judge the dates; then ask for the sum.

    No more than some thousand links are in memory at a time.
    """

    library: Holdings
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
    news: set[Verdict] = field(default_factory=set)

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

    def rows(self, step: Callable[[int], None], *, everything: bool = True) -> Iterator[dict[str, Any]]:
        """The rows of the links, the gravest first, when all are checked; `step` is called for each.

        With `changed_since`, only those whose verdict is another than their last one before it. Without `everything`,
        those that are alive, and those of which nothing was learned offline, are left out.
        """
        begun = self.library.now()
        for _ in self._look():
            step(1)
        wanted = [each for each in BY_GRAVITY if everything or each not in _NO_TROUBLE]
        return self._rows_since(begun, wanted)

    def judge(self, most: int | None = None) -> Iterator[str]:
        """What is wrong with the retrieval dates and editions of the items, a line each; touches what it may.

        Of findings of one code, `most` are told and the others counted.
        """
        codes = Counter[str]()
        for key, finding in self._findings():
            codes[finding.code] += 1
            if most is None or codes[finding.code] <= most:
                yield f"{key}: {finding_text(finding)}"
        self.findings += codes.total()
        for code, count in codes.items():
            if most is not None and count > most:
                yield f"… and {count - most:,} more [{code}]"

    def _findings(self) -> Iterator[tuple[str, Finding]]:
        """What is wrong with each item, by its key; its date of access is moved first, where it may be."""
        today = self.library.today()
        for dated, checks in self.library.store.each_dated(ONLINE, self.scope.keys, every=self.touch):
            item = self._touched(dated, checks[-1]) if self.touch and checks else dated
            self.retracted += is_retracted(item)
            for finding in judge_item(item, checks, today, self.policy):
                yield item.id, finding

    @property
    def sentence(self) -> str:
        """The sum, on one line."""
        counts = ", ".join(
            f"{count:,} {verdict}" for verdict, count in sorted(self.verdicts.items(), key=_by_count)
        )
        links, findings = counted(self.total, "link"), counted(self.findings, "finding")
        return f"{links}: {counts or 'none'}; {findings} on dates and editions"

    def fails(self, on: str) -> bool:
        """Whether something was found that a list such as ``dead,soft-404,retracted`` names."""
        wanted = {word.strip() for word in on.split(",")}
        told = self.verdicts if self.changed_since is None else self.news
        return bool(wanted & {str(verdict) for verdict in told}) or (
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
                if len(waiting) >= size:
                    self._keep(waiting)
                yield check
        finally:
            self._keep(waiting)

    def _keep(self, waiting: list[Check]) -> None:
        if waiting:
            if self.changed_since is not None:
                self.news |= self._news_of(waiting, self.changed_since)
            self.library.store.add_checks(waiting)
            waiting.clear()

    def _news_of(self, checks: Sequence[Check], since: str) -> set[Verdict]:
        """The verdicts that are others than the last ones before; a link that is new was alive."""
        before = self.library.store.verdicts_before([check.url for check in checks], since)
        return {
            check.verdict for check in checks if check.verdict is not before.get(check.url, Verdict.ALIVE)
        }

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

    def _rows_since(self, begun: str, verdicts: Sequence[Verdict]) -> Iterator[dict[str, Any]]:
        for verdict in verdicts:
            found = self._offline_since(begun) if verdict is Verdict.OFFLINE else self._seen(verdict, begun)
            yield from (checked.row for checked in found if self.scope.holds(checked.check.url))

    def _seen(self, verdict: Verdict, since: str) -> Iterator[Checked]:
        found = self.library.store.looks(verdict, since, other_than=self.changed_since)
        return (Checked(check, keys) for check, keys in found)

    def _offline_since(self, begun: str) -> Iterator[Checked]:
        """The links that could not be looked at for want of a network; nothing is stored of them."""
        if not self.verdicts[Verdict.OFFLINE]:
            return
        for state in self.scope.states():
            if state.checked is None or state.checked < begun:
                yield Checked(_offline(state.link.url, begun), state.keys)

    def _touched(self, item: Item, check: Check) -> Item:
        """The item with the day of this look as its date of access, where that is honest; stored."""
        accessed = touched(item, check, self.library.today())
        if accessed is None or accessed == item.accessed:
            return item
        store = self.library.store
        whole = store.get_item(item.id)
        seen = Provenance("check", str(check.verdict), check.when)
        provenance = {**whole.provenance, "accessed": seen}
        store.update_item(item.id, whole.replace(accessed=accessed, provenance=provenance))
        return item.replace(accessed=accessed)


def finding_text(finding: Finding) -> str:
    """A finding with its code."""
    return f"{finding.message} [{finding.code}]"


def _offline(url: str, when: str) -> Check:
    return Check(url, when, Verdict.OFFLINE, Reason.NO_NETWORK)


def _by_count(pair: tuple[Verdict, int]) -> tuple[int, str]:
    return -pair[1], str(pair[0])
