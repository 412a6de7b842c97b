"""Plans and shards."""

from collections import Counter
from urllib.parse import urlsplit

from refs.check.plan import make_plan, shard
from refs.check.settings import HostRule, Settings
from refs.model.link import Link

LINKS = [Link(f"https://h{number % 7}.example/{number}") for number in range(100)] + [
    Link(f"https://large.example/{number}") for number in range(900)
]


def test_the_largest_host_bounds_the_time():
    plan = make_plan(LINKS, Settings(delay=1.0), machines=8)
    assert (plan.links, plan.hosts, plan.seconds, plan.slowest) == (1000, 8, 900.0, "large.example")
    assert str(plan) == (
        "1,000 links on 8 hosts, about 1,300 requests, at least 15.0 minutes, since large.example has 900 links."
    )


def test_without_delays_the_machines_bound_it():
    plan = make_plan(LINKS, Settings(delay=0), machines=2, rate=100)
    assert (plan.seconds, plan.slowest) == (6.5, "")


def test_a_rule_of_its_own_for_a_host():
    settings = Settings(delay=0, hosts={"h1.example": HostRule(1, 60)})
    assert make_plan(LINKS, settings).slowest == "h1.example"


def test_nothing_to_plan():
    assert make_plan([Link("mailto:x@example.org")], Settings()).seconds == 0


def test_a_host_is_in_one_shard_only():
    shards = shard(LINKS, 3)
    assert sorted(link.url for each in shards for link in each) == sorted(link.url for link in LINKS)
    homes = Counter(host for each in shards for host in {urlsplit(link.url).hostname for link in each})
    assert set(homes.values()) == {1}
    assert [link for link in shards[0] if "large" in link.url] == LINKS[100:]
