"""Elements one after another, and none at all."""

from collections.abc import Sequence

from refs.render.context import Context, Render


def nothing(_context: Context) -> str:
    """What an empty element renders."""
    return ""


def compile_sequence(renders: Sequence[Render]) -> Render:
    """The texts one after another."""
    if not renders:
        return nothing
    if len(renders) == 1:
        return renders[0]
    if len(renders) == 2:
        first, second = renders
        return lambda context: first(context) + second(context)

    def render_sequence(context: Context) -> str:
        return "".join([render(context) for render in renders])

    return render_sequence
