"""cs:choose (CSL 1.0.2, "Choose")."""

from collections.abc import Callable

from refs.model.style import Branch, Choose, Condition
from refs.render.context import FIRST, IBID, IBID_WITH_LOCATOR, Context, Render
from refs.render.maker import Maker
from refs.render.number import is_numeric

Test = Callable[[Context], bool]


def compile_choose(choose: Choose, maker: Maker) -> Render:
    """The children of the first branch whose conditions hold."""
    branches = [(compile_tests(branch), maker.sequence(branch.children)) for branch in choose.branches]
    if len(branches) == 1:
        test, render = branches[0]
        return lambda context: render(context) if test(context) else ""

    def render_choose(context: Context) -> str:
        for test, render in branches:
            if test(context):
                return render(context)
        return ""

    return render_choose


def compile_tests(branch: Branch) -> Test:
    """The function that says whether a branch is taken."""
    if not branch.conditions:
        return lambda _context: True
    tests = _merge_types(branch)
    if len(tests) == 1:
        test = tests[0]
        if branch.match == "none":
            return lambda context: not test(context)
        return test
    if branch.match == "any":
        return lambda context: any(test(context) for test in tests)
    if branch.match == "none":
        return lambda context: not any(test(context) for test in tests)
    return lambda context: all(test(context) for test in tests)


def _merge_types(branch: Branch) -> list[Test]:
    """The tests of a branch; its types are one look into a set, whatever the match: no work has two types."""
    types = [each.value for each in branch.conditions if each.test == "type"]
    rest = [_TESTS[each.test](each) for each in branch.conditions if each.test != "type"]
    if not types:
        return rest
    if len(types) == 1:
        only = types[0]
        return [lambda context: context.type == only, *rest]
    known = frozenset(types)
    return [lambda context: context.type in known, *rest]


def _variable(condition: Condition) -> Test:
    name = condition.value
    if name == "locator":
        return lambda context: bool(context.locator)
    if name == "citation-number":
        return lambda context: bool(context.number)
    if name == "year-suffix":
        return lambda context: context.ambiguity is not None and bool(context.ambiguity.suffix)
    if name == "first-reference-note-number":
        return lambda context: bool(context.first_note)
    if name in ("title-short", "container-title-short"):
        return lambda context: name in context.work.vars
    return lambda context: context.work.has(name)


def _is_numeric(condition: Condition) -> Test:
    name = condition.value
    if name == "locator":
        return lambda context: (
            bool(context.locator) and is_numeric(context.locator or "", f"locator:{context.label}")
        )
    if name == "citation-number":
        return lambda context: bool(context.number)
    return lambda context: (value := context.work.vars.get(name)) is not None and is_numeric(value, name)


def _is_uncertain(condition: Condition) -> Test:
    name = condition.value
    return lambda context: (date := context.work.dates.get(name)) is not None and date.circa


def _locator(condition: Condition) -> Test:
    label = condition.value.replace("sub verbo", "sub-verbo")
    return lambda context: bool(context.locator) and context.label == label


def _position(condition: Condition) -> Test:
    name = condition.value
    if name == "first":
        return lambda context: context.position == FIRST and not context.in_bibliography
    if name == "subsequent":
        return lambda context: context.position > FIRST
    if name == "ibid":
        return lambda context: context.position >= IBID
    if name == "ibid-with-locator":
        return lambda context: context.position == IBID_WITH_LOCATOR
    return lambda context: context.near_note


def _disambiguate(condition: Condition) -> Test:
    wanted = condition.value == "true"

    def test(context: Context) -> bool:
        ambiguity = context.ambiguity
        context.extra_asked += 1
        if ambiguity is None or context.extra_asked > ambiguity.extra:
            return not wanted
        return wanted

    return test


_TESTS: dict[str, Callable[[Condition], Test]] = {
    "variable": _variable,
    "is-numeric": _is_numeric,
    "is-uncertain-date": _is_uncertain,
    "locator": _locator,
    "position": _position,
    "disambiguate": _disambiguate,
}
