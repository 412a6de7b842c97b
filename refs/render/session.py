"""Session: one document being rendered; citations can change one at a time."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from refs.model.citation import Citation, Cite
from refs.model.flaw import Flaw, FlawCode
from refs.model.item import Item
from refs.model.locale import Locale
from refs.model.style import Style
from refs.render import marks
from refs.render.cites import write_citation
from refs.render.context import Ambiguity, Context
from refs.render.disambiguate import Disambiguator
from refs.render.engine import Engine, engine_of
from refs.render.position import Placed, place_cites
from refs.render.section import Section, in_section
from refs.render.substitute import Repeater
from refs.render.work import Work, work_of

_REMEMBERED = 8192
Abbreviations = Mapping[str, Mapping[str, str]]


class Session:
    """The state of one document: its works, their numbers, and how cites are told apart."""

    def __init__(
        self,
        style: Style,
        locale: Locale,
        items: Iterable[Item],
        *,
        abbreviations: Abbreviations | None = None,
    ) -> None:
        self.engine: Engine = engine_of(style, locale)
        self.works: dict[str, Work] = {}
        for item in items:
            self.works[item.id] = work_of(item, abbreviations)
        self.disambiguator = Disambiguator(self.engine, self.works)
        self.citations: tuple[Citation, ...] = ()
        self.order: list[str] = []
        self.listed: list[str] = []
        self.numbers: dict[str, int] = {}
        self.ambiguities: dict[str, Ambiguity] = {}
        self.places: list[list[Placed]] = []
        self.uncited: tuple[str, ...] = ()
        self.registered: tuple[str, ...] = ()
        self.settled_order: tuple[str, ...] | None = None
        self.written: dict[object, str] = {}
        self.warnings: list[Flaw] = []

    def set_document(
        self, citations: Sequence[Citation], uncited: Iterable[str] = (), *, registered: Sequence[str] = ()
    ) -> None:
        """Take the citations of the document, in order, and items that are listed without being cited.

        `registered` gives the order of citing where it is not that of the citations.
        """
        self.warnings = []
        self.citations = tuple(self._known(each) for each in citations)
        cited = dict.fromkeys(each for each in registered if each in self.works)
        cited |= dict.fromkeys(cite.id for each in self.citations for cite in each.cites)
        uncited = tuple(uncited)
        cited.update(dict.fromkeys(each for each in uncited if each in self.works))
        self.uncited, self.registered = tuple(uncited), tuple(registered)
        self._settle(list(cited))
        self.citations = tuple(self._sorted(each) for each in self.citations)
        self.places = place_cites(self.citations, self.engine.style.citation.near_note_distance)

    def replace_citation(self, at: int, citation: Citation) -> list[int]:
        """Change one citation; the places of all citations whose text is another now."""
        before = [self._key(each) for each in range(len(self.citations))]
        citations = [*self.citations[:at], citation, *self.citations[at + 1 :]]
        self.set_document(citations, self.uncited, registered=self.registered)
        return [
            each
            for each, key in enumerate(before)
            if each == at or (key != self._key(each) and self.written.get(key) != self.citation_marked(each))
        ]

    def _settle(self, order: list[str]) -> None:
        """Number the works and tell their cites apart, unless they are the same works in the same order."""
        if self.settled_order == tuple(order):
            return
        self.settled_order, self.order = tuple(order), order
        self._number()
        self._disambiguate()

    def _known(self, citation: Citation) -> Citation:
        missing = [each.id for each in citation.cites if each.id not in self.works]
        if not missing:
            return citation
        for key in missing:
            self.warnings.append(Flaw(FlawCode.MISSING, f"no item is called '{key}'", key))
        cites = tuple(each for each in citation.cites if each.id in self.works)
        return replace(citation, cites=cites)

    def _sorted(self, citation: Citation) -> Citation:
        """The citation with its cites in the order that the style wants."""
        sorter = self.engine.citation_sorter
        if len(citation.cites) < 2 or not sorter.keys or citation.unsorted:
            return citation
        cites = sorter.sort(citation.cites, lambda cite: self.cite_context(cite, Placed()))
        return replace(citation, cites=tuple(cites))

    def _number(self) -> None:
        sorter = self.engine.sorter
        self.numbers = {key: at for at, key in enumerate(self.order, 1)}
        self.listed = list(self.order)
        if sorter.keys:
            self.listed = sorter.sort(self.order, self.entry_context)
            if not sorter.needs_numbers:
                self.numbers = {key: at for at, key in enumerate(self.listed, 1)}

    def _disambiguate(self) -> None:
        self.ambiguities = {}
        if self.disambiguator.is_active:
            ranks = {key: at for at, key in enumerate(self.listed)}
            self.ambiguities = self.disambiguator.run(self.order, ranks.__getitem__)

    def entry_context(self, key: str) -> Context:
        """The context in which the bibliography entry of an item is rendered."""
        context = Context(self.works[key], in_bibliography=True)
        context.number = self.numbers.get(key, 0)
        context.ambiguity = self.ambiguities.get(key)
        return context

    def cite_context(self, cite: Cite, place: Placed) -> Context:
        """The context in which a cite is rendered."""
        context = Context(self.works[cite.id])
        context.cite = cite
        context.number = self.numbers.get(cite.id, 0)
        context.ambiguity = self.ambiguities.get(cite.id)
        context.locator = marks.clean(cite.locator) if cite.locator else None
        context.label = cite.label.replace("sub verbo", "sub-verbo") if cite.label else "page"
        context.position, context.near_note = place.position, place.near_note
        context.first_note = place.first_note
        context.hide_author = cite.suppress_author
        return context

    def citation_marked(self, at: int) -> str:
        """The marked string of a citation; what was written before is remembered."""
        key = self._key(at)
        text = self.written.get(key)
        if text is None:
            if len(self.written) > _REMEMBERED:
                self.written.clear()
            text = self.written[key] = self.render_citation(at)
        return text

    def _key(self, at: int) -> object:
        """All that the text of a citation depends on."""
        citation = self.citations[at]
        ids = [cite.id for cite in citation.cites]
        ambiguities = tuple(each.key() if (each := self.ambiguities.get(key)) else None for key in ids)
        places = tuple((each.position, each.near_note, each.first_note) for each in self.places[at])
        return (
            replace(citation, id=None, note=0),
            places,
            ambiguities,
            tuple(self.numbers[key] for key in ids),
        )

    def render_citation(self, at: int) -> str:
        """The marked string of a citation, rendered anew."""
        citation, engine = self.citations[at], self.engine
        contexts = [
            self.cite_context(cite, place)
            for cite, place in zip(citation.cites, self.places[at], strict=True)
        ]
        return engine.settled(write_citation(contexts, engine, citation))

    def listed_in(self, section: Section | None = None) -> list[str]:
        """The ids of the bibliography, or of a section of it (filters as in citeproc-js, "makeBibliography")."""
        if section is None:
            return self.listed
        return [key for key in self.listed if in_section(self.works[key], section)]

    def entries_marked(self, keys: Iterable[str]) -> list[tuple[str, str]]:
        """The entries of these items, as (id, marked string), repeated names replaced."""
        part = self.engine.style.bibliography
        words = part.subsequent_author_substitute if part is not None else None
        if part is None or words is None:
            return [(key, self.entry_marked(key)) for key in keys]
        repeater = Repeater(words, part.subsequent_author_substitute_rule)
        return [(key, self.entry_marked(key, repeater)) for key in keys]

    def entry_marked(self, key: str, repeater: Repeater | None = None) -> str:
        """The marked string of a bibliography entry; one that repeats no names is remembered in the engine."""
        context = self.entry_context(key)
        if repeater is not None:
            repeater.begin()
            context.repeater = repeater
            return self._entry_of(context)
        ambiguity = context.ambiguity
        known = context.work, context.number, ambiguity.key() if ambiguity is not None else None
        entries = self.engine.entries
        text = entries.get(known)
        if text is None:
            if len(entries) >= _REMEMBERED:
                entries.clear()
            text = entries[known] = self._entry_of(context)
        return text

    def _entry_of(self, context: Context) -> str:
        if self.engine.entry is None:
            return ""
        text = self.engine.entry(context)
        return self.engine.settled(marks.capitalize_first_term(text, numbered=self.engine.numeric))
