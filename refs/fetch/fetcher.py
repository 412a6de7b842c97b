"""Fetcher: an identifier in, a record out."""

from collections.abc import Iterable
from itertools import islice

from refs.errors import RefusedAddress
from refs.fetch.batch import fetch_batches
from refs.fetch.http import Http
from refs.fetch.match import fetch_match
from refs.fetch.routes import ROUTES
from refs.fetch.settle import unsupported
from refs.model.fetched import Fetched
from refs.model.identifier import Identifier

_AT_ONCE = 50


class Fetcher:
    """Asks the services that know an identifier, one by one or, where a service allows, in batches."""

    def __init__(self, http: Http) -> None:
        self.http = http
        self._expected: dict[Identifier, None] = {}
        self._brought: dict[Identifier, Fetched] = {}

    def expect(self, identifiers: Iterable[Identifier]) -> None:
        """Be told what will be asked for, one by one, so that it can be brought in batches."""
        self._expected = dict.fromkeys(identifiers)
        self._brought = {}

    def fetch(self, identifier: Identifier) -> Fetched:
        """The record of one identifier, or why there is none."""
        if identifier in self._expected:
            self._bring()
        return self._brought.pop(identifier, None) or self._fetch_one(identifier)

    def _bring(self) -> None:
        """Ask for the next of those that are expected."""
        some = list(islice(self._expected, _AT_ONCE))
        self._brought |= fetch_batches(self.http, some)
        for each in some:
            del self._expected[each]

    def _fetch_one(self, identifier: Identifier) -> Fetched:
        route = ROUTES.get(identifier.scheme)
        if route is None:
            return unsupported(identifier, "refs", f"no service is asked for {identifier.scheme} numbers")
        try:
            return route(self.http, identifier)
        except RefusedAddress as error:
            return unsupported(identifier, "refs", str(error))

    def match(self, text: str) -> Fetched:
        """The work that a free-text reference names, when it surely is the one."""
        return fetch_match(self.http, text)

    def fetch_many(self, identifiers: Iterable[Identifier]) -> dict[Identifier, Fetched]:
        """The records of many identifiers, in the order given; what a batch did not bring is asked for alone."""
        wanted = list(dict.fromkeys(identifiers))
        got = fetch_batches(self.http, wanted)
        return {each: got.get(each) or self._fetch_one(each) for each in wanted}
