"""Waiting for sockets, on epoll and on what other systems have."""

import select
import socket

import pytest

from refs.check.poller import ERROR, READ, WRITE, EpollPoller, SelectorPoller, open_poller

KINDS = [SelectorPoller] + ([EpollPoller] if hasattr(select, "epoll") else [])


@pytest.fixture(params=KINDS)
def poller(request):
    poller = request.param()
    yield poller
    poller.close()


@pytest.fixture
def pair():
    here, there = socket.socketpair()
    yield here, there
    here.close()
    there.close()


def test_what_is_ready_is_told(poller, pair):
    here, there = pair
    poller.set(here.fileno(), READ)
    assert poller.wait(0) == []
    there.send(b"x")
    assert poller.wait(1) == [(here.fileno(), READ)]
    poller.set(here.fileno(), READ | WRITE)
    assert poller.wait(1) == [(here.fileno(), READ | WRITE)]


def test_what_is_dropped_is_silent_until_it_is_watched_again(poller, pair):
    here, there = pair
    poller.set(here.fileno(), READ)
    poller.drop(here.fileno())
    there.send(b"x")
    assert poller.wait(0) == []
    assert poller.wait(0) == []
    poller.set(here.fileno(), READ)
    assert poller.wait(1) == [(here.fileno(), READ)]


def test_a_closed_number_whose_socket_is_still_open_is_silent(poller, pair):
    here, there = pair
    copy = here.dup()
    poller.set(copy.fileno(), READ)
    poller.drop(copy.fileno())
    copy.close()
    there.send(b"x")
    assert poller.wait(0) == []
    assert poller.wait(0) == []


def test_a_number_that_stands_for_a_new_socket_is_watched(poller, pair):
    here, _there = pair
    first, second = socket.socketpair()
    number = first.fileno()
    poller.set(number, READ)
    poller.drop(number)
    first.close()
    second.close()
    third, fourth = socket.socketpair()
    poller.note_opened()
    assert number in {third.fileno(), fourth.fileno()}
    other = fourth if third.fileno() == number else third
    poller.set(number, READ)
    other.send(b"x")
    assert poller.wait(1) == [(number, READ)]
    third.close()
    fourth.close()
    del here


def test_a_closed_end_is_told(poller, pair):
    here, there = pair
    poller.set(here.fileno(), READ)
    there.close()
    ((number, ready),) = poller.wait(1)
    assert number == here.fileno()
    assert ready & (READ | ERROR)


def test_the_best_one_is_opened():
    poller = open_poller()
    assert isinstance(poller, KINDS[-1])
    poller.close()
