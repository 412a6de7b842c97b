"""Charts of a report as inline SVG."""

from collections import Counter
from collections.abc import Mapping, Sequence
from html import escape
from urllib.parse import urlsplit

from refs.model.link import Verdict
from refs.model.report import ReportRow, TrendPoint

ORDER = tuple(str(each) for each in Verdict)
_HOSTS = 18
_WIDTH = 720


def draw_share(summary: Mapping[str, int]) -> str:
    """All links as one bar, split by verdict."""
    total = sum(summary.values())
    if not total:
        return ""
    return _svg(_WIDTH, 22, _split(summary, 0, 0, _WIDTH, 22), "Links by verdict", "none")


def draw_hosts(rows: Sequence[ReportRow]) -> str:
    """The hosts with the most trouble, then with the most links, one split bar each."""
    hosts = _by_host(rows)
    if not hosts:
        return ""
    ranked = sorted(hosts, key=lambda host: (-_trouble(hosts[host]), -hosts[host].total(), host))[:_HOSTS]
    largest = max(hosts[host].total() for host in ranked)
    parts = [_host_bar(host, hosts[host], 26 * line, largest) for line, host in enumerate(ranked)]
    return _svg(_WIDTH, 26 * len(ranked), "".join(parts), "Verdicts by host")


def draw_trend(points: Sequence[TrendPoint]) -> str:
    """The share of good links after each check, as a line over the days, with the bad ones below it."""
    if len(points) < 2:
        return ""
    shares = [_good_share(point.counts) for point in points]
    low = min(0.9, *shares)
    places = [
        (50 + (_WIDTH - 110) * number / (len(points) - 1), 130 - 110 * (share - low) / (1 - low or 1))
        for number, share in enumerate(shares)
    ]
    return _svg(
        _WIDTH, 170, _axis(low) + _line(places) + _dots(places, points, shares), "Good links over time"
    )


def _by_host(rows: Sequence[ReportRow]) -> dict[str, Counter[str]]:
    hosts: dict[str, Counter[str]] = {}
    for row in rows:
        if row.url and row.verdict:
            hosts.setdefault(urlsplit(row.url).hostname or "?", Counter())[row.verdict] += 1
    return hosts


def _trouble(counts: Mapping[str, int]) -> int:
    return sum(count for verdict, count in counts.items() if not Verdict(verdict).is_good)


def _host_bar(host: str, counts: Counter[str], top: int, largest: int) -> str:
    width = max(6.0, (_WIDTH - 300) * counts.total() / largest)
    words = ", ".join(f"{count} {verdict}" for verdict, count in counts.most_common())
    name = escape(host if len(host) <= 34 else f"{host[:33]}…")
    return (
        f'<text x="230" y="{top + 15}" text-anchor="end" class="label">{name}</text>'
        f"<g><title>{escape(host)}: {words}</title>{_split(counts, 240, top + 3, width, 16)}</g>"
        f'<text x="{248 + width:.0f}" y="{top + 15}" class="value">{counts.total()}</text>'
    )


def _split(counts: Mapping[str, int], left: float, top: float, width: float, height: float) -> str:
    total, parts = sum(counts.values()), []
    for verdict in ORDER:
        if count := counts.get(verdict, 0):
            wide = width * count / total
            parts.append(
                f'<rect x="{left:.1f}" y="{top}" width="{wide:.1f}" height="{height}" class="fill {verdict}">'
                f"<title>{count} {verdict}</title></rect>"
            )
            left += wide
    return "".join(parts)


def _good_share(counts: Mapping[str, int]) -> float:
    told = {verdict: count for verdict, count in counts.items() if verdict not in {"skipped", "offline"}}
    total = sum(told.values())
    return 1 - _trouble(told) / total if total else 1.0


def _axis(low: float) -> str:
    parts = []
    for step in range(3):
        y = 130 - 55 * step
        share = low + (1 - low) * step / 2
        parts.append(f'<line x1="50" x2="{_WIDTH - 20}" y1="{y}" y2="{y}" class="grid"/>')
        parts.append(f'<text x="42" y="{y + 4}" text-anchor="end" class="value">{share:.0%}</text>')
    return "".join(parts)


def _line(places: Sequence[tuple[float, float]]) -> str:
    joined = " ".join(f"{x:.1f},{y:.1f}" for x, y in places)
    area = f"{places[0][0]:.1f},130 {joined} {places[-1][0]:.1f},130"
    return f'<polygon points="{area}" class="area"/><polyline points="{joined}" class="line"/>'


def _dots(
    places: Sequence[tuple[float, float]], points: Sequence[TrendPoint], shares: Sequence[float]
) -> str:
    parts = []
    every = max(1, len(points) // 6)
    for number, ((x, y), point, share) in enumerate(zip(places, points, shares, strict=True)):
        words = ", ".join(f"{count} {verdict}" for verdict, count in point.counts.items())
        parts.append(
            f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3.5" class="dot"><title>{point.when}: {share:.0%} good ({words})</title></circle>'
        )
        if number % every == 0 or number == len(points) - 1:
            parts.append(
                f'<text x="{x:.1f}" y="152" text-anchor="middle" class="value">{escape(point.when[:10])}</text>'
            )
    return "".join(parts)


def _svg(width: int, height: int, inside: str, words: str, fit: str = "xMidYMid meet") -> str:
    return f'<svg viewBox="0 0 {width} {height}" role="img" aria-label="{words}" preserveAspectRatio="{fit}">{inside}</svg>'
