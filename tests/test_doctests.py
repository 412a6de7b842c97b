"""The examples in docstrings print what they say."""

import doctest
import importlib
import pkgutil

import pytest

import refs

MODULES = sorted(
    each.name for each in pkgutil.walk_packages(refs.__path__, "refs.") if "__main__" not in each.name
)


@pytest.mark.parametrize("name", MODULES)
def test_the_examples_of_a_module(name):
    assert doctest.testmod(importlib.import_module(name)).failed == 0
