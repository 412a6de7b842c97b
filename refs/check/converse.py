"""Converse: one dialogue to its end, without the machinery of a whole check."""

import time
from collections.abc import Generator
from typing import TypeVar

from refs.check.answer import Answer
from refs.check.chase import Command, Pause
from refs.check.transport import Transport

Result = TypeVar("Result")


def converse(dialogue: Generator[Command, Answer, Result], transport: Transport) -> Result:
    """What a dialogue ends in, its questions asked one after the other."""
    answer: Answer | None = None
    while True:
        try:
            command = dialogue.send(answer)  # type: ignore[arg-type]
        except StopIteration as stop:
            result: Result = stop.value
            return result
        if isinstance(command, Pause):
            time.sleep(command.seconds)
            answer = None
            continue
        transport.start(command, None)
        answer = _only(transport)


def _only(transport: Transport) -> Answer:
    while True:
        for _token, answer in transport.wait(1.0):
            return answer
