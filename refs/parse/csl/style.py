"""CSL style XML → Style."""

from collections.abc import Callable, Iterable

from refs.errors import BadStyle
from refs.garbage import no_collections
from refs.model.style import (
    BibliographyPart,
    Branch,
    Choose,
    CitationPart,
    Condition,
    Date,
    Element,
    EtAl,
    Group,
    Key,
    Label,
    Layout,
    Name,
    NameOptions,
    Names,
    Number,
    Style,
    StyleInfo,
    Text,
)
from refs.parse.csl.locale import read_locale
from refs.parse.csl.parts import read_date_part, read_look
from refs.parse.csl.tree import Node, parse_tree

FindParent = Callable[[str], str | bytes]

_STRINGS = {
    "and": "and_",
    "name-delimiter": "delimiter",
    "delimiter-precedes-et-al": "delimiter_precedes_et_al",
    "delimiter-precedes-last": "delimiter_precedes_last",
    "name-form": "form",
    "initialize-with": "initialize_with",
    "name-as-sort-order": "name_as_sort_order",
    "sort-separator": "sort_separator",
    "names-delimiter": "names_delimiter",
}
_NUMBERS = {
    "et-al-min": "et_al_min",
    "et-al-use-first": "et_al_use_first",
    "et-al-subsequent-min": "et_al_subsequent_min",
    "et-al-subsequent-use-first": "et_al_subsequent_use_first",
}
_KEY_NUMBERS = {"names-min": "et_al_min", "names-use-first": "et_al_use_first"}
_FLAGS = {"et-al-use-last": "et_al_use_last", "initialize": "initialize", "names-use-last": "et_al_use_last"}
_TESTS = ("type", "variable", "is-numeric", "is-uncertain-date", "locator", "position", "disambiguate")
_NO_OPTIONS = NameOptions()


def parse_style(xml: str | bytes, find_parent: FindParent | None = None, name: str = "") -> Style:
    """The style of a CSL text; a dependent one takes everything but its info and language from its parent."""
    with no_collections():
        root = parse_tree(xml, name or "given")
        if root.tag != "style":
            raise BadStyle(name or "given", f"the root is <{root.tag}>, not <style>", root.line, root.column)
        return _Reader(root, name).read(find_parent)


class _Reader:
    def __init__(self, root: Node, name: str) -> None:
        self.root = root
        self.info = _read_info(root)
        self.name = name or self.info.title or self.info.id or "given"
        self.macros: dict[str, tuple[Element, ...]] = {}
        self.builders: dict[str, Callable[[Node], Element]] = {
            "text": self.text,
            "number": _number,
            "label": _label,
            "date": self.date,
            "names": self.names,
            "group": self.group,
            "choose": self.choose,
        }

    def read(self, find_parent: FindParent | None) -> Style:
        root = self.root
        if root.find("citation") is None:
            return self.read_dependent(find_parent)
        nodes = {each.get("name"): each for each in root.all("macro")}
        self.check_macros(nodes)
        self.macros = {name: self.children(node) for name, node in nodes.items()}
        bibliography = root.find("bibliography")
        citation = root.find("citation")
        return Style(
            info=self.info,
            class_=root.get("class", "in-text"),
            default_locale=root.get("default-locale") or None,
            locales=tuple(read_locale(each) for each in root.all("locale")),
            macros=self.macros,
            citation=self.citation(citation) if citation is not None else CitationPart(),
            bibliography=self.bibliography(bibliography) if bibliography is not None else None,
            options=self.options(root),
            initialize_with_hyphen=root.get("initialize-with-hyphen") != "false",
            page_range_format=root.get("page-range-format") or None,
            demote_non_dropping_particle=root.get("demote-non-dropping-particle", "display-and-sort"),
        )

    def read_dependent(self, find_parent: FindParent | None) -> Style:
        parent = self.info.parent
        if parent is None:
            raise BadStyle(self.name, "it has neither <citation> nor a parent style", self.root.line)
        if find_parent is None:
            raise BadStyle(self.name, f"it depends on {parent}, which was not handed in")
        style = parse_style(find_parent(parent), None, parent)
        changes = {each: getattr(style, each) for each in style.__slots__}
        changes |= {
            "info": self.info,
            "default_locale": self.root.get("default-locale") or style.default_locale,
        }
        return Style(**changes)

    def check_macros(self, nodes: dict[str, Node]) -> None:
        """Every macro that is called is there, and none calls itself."""
        calls = {name: set(_macro_calls(node)) for name, node in nodes.items()}
        for caller in self.root.children:
            for called, node in _macro_calls(caller, with_node=True):
                if called not in nodes:
                    self.fail(node, f"no macro is called '{called}'")
        done: set[str] = set()
        for name, node in nodes.items():
            if _loops(name, calls, set(), done):
                self.fail(node, f"the macro '{name}' calls itself")

    def fail(self, node: Node, message: str) -> None:
        raise BadStyle(self.name, message, node.line, node.column)

    def children(self, node: Node) -> tuple[Element, ...]:
        builders = self.builders
        return tuple(builders[each.tag](each) for each in node.children if each.tag in builders)

    def text(self, node: Node) -> Element:
        attributes = node.attributes
        if not (
            "variable" in attributes or "macro" in attributes or "term" in attributes or "value" in attributes
        ):
            self.fail(node, "<text> needs a variable, macro, term or value")
        return Text(
            variable=attributes.get("variable"),
            macro=attributes.get("macro"),
            term=attributes.get("term"),
            value=attributes.get("value"),
            form=attributes.get("form", "long"),
            plural=attributes.get("plural") == "true",
            look=read_look(node),
        )

    def date(self, node: Node) -> Element:
        return Date(
            variable=node.get("variable"),
            form=node.get("form") or None,
            date_parts=node.get("date-parts", "year-month-day"),
            delimiter=node.get("delimiter"),
            parts=tuple(read_date_part(each) for each in node.all("date-part")),
            look=read_look(node),
        )

    def names(self, node: Node) -> Element:
        tags = [each.tag for each in node.children]
        name, et_al, label = node.find("name"), node.find("et-al"), node.find("label")
        substitute = node.find("substitute")
        first = "label" in tags and "name" in tags and tags.index("label") < tags.index("name")
        return Names(
            variables=tuple(node.get("variable").split()),
            delimiter=node.attributes.get("delimiter"),
            options=self.options(node),
            name=self.person(name) if name is not None else None,
            et_al=EtAl(term=et_al.get("term", "et-al"), look=read_look(et_al)) if et_al is not None else None,
            label=_label(label) if label is not None else None,
            label_first=first,
            substitute=self.children(substitute) if substitute is not None else (),
            look=read_look(node),
        )

    def person(self, node: Node) -> Name:
        parts = {each.get("name"): read_look(each) for each in node.all("name-part")}
        looks = {key: look for key, look in parts.items() if key in ("family", "given")}
        return Name(options=self.options(node), look=read_look(node), **looks)

    def group(self, node: Node) -> Element:
        return Group(children=self.children(node), delimiter=node.get("delimiter"), look=read_look(node))

    def choose(self, node: Node) -> Element:
        return Choose(branches=tuple(self.branch(each) for each in node.children))

    def branch(self, node: Node) -> Branch:
        conditions = [
            Condition(test=test, value=value) for test in _TESTS for value in node.get(test).split()
        ]
        if node.tag != "else" and not conditions:
            self.fail(node, f"<{node.tag}> tests nothing")
        return Branch(
            conditions=tuple(conditions), match=node.get("match", "all"), children=self.children(node)
        )

    def options(self, node: Node) -> NameOptions:
        values: dict[str, object] = {}
        for name, value in node.attributes.items():
            if name in _STRINGS:
                values[_STRINGS[name]] = value
            elif name in _NUMBERS:
                values[_NUMBERS[name]] = self.integer(node, name)
            elif name in _KEY_NUMBERS:
                values[_KEY_NUMBERS[name]] = self.integer(node, name)
            elif name in _FLAGS and (name != "initialize" or value == "false"):
                values[_FLAGS[name]] = value == "true"
        if node.tag == "name":
            values |= {
                each: node.attributes[each] for each in ("delimiter", "form") if each in node.attributes
            }
        return NameOptions(**values) if values else _NO_OPTIONS  # type: ignore[arg-type]

    def integer(self, node: Node, name: str, default: int = 0) -> int:
        value = node.get(name).strip()
        if not value:
            return default
        if not value.isdecimal():
            self.fail(node, f"{name} is '{value}', not a number")
        return int(value)

    def sort(self, node: Node) -> tuple[Key, ...]:
        keys: Iterable[Node] = () if (sort := node.find("sort")) is None else sort.all("key")
        return tuple(
            Key(
                variable=each.attributes.get("variable"),
                macro=each.attributes.get("macro"),
                descending=each.get("sort") == "descending",
                options=self.options(each),
            )
            for each in keys
        )

    def layout(self, node: Node) -> Layout:
        layout = node.find("layout")
        if layout is None:
            self.fail(node, f"<{node.tag}> has no <layout>")
            return Layout()
        return Layout(
            children=self.children(layout), delimiter=layout.get("delimiter"), look=read_look(layout)
        )

    def citation(self, node: Node) -> CitationPart:
        get = node.attributes.get
        return CitationPart(
            layout=self.layout(node),
            sort=self.sort(node),
            options=self.options(node),
            collapse=get("collapse"),
            cite_group_delimiter=get("cite-group-delimiter"),
            after_collapse_delimiter=get("after-collapse-delimiter"),
            year_suffix_delimiter=get("year-suffix-delimiter"),
            near_note_distance=self.integer(node, "near-note-distance", 5),
            disambiguate_add_names=get("disambiguate-add-names") == "true",
            disambiguate_add_givenname=get("disambiguate-add-givenname") == "true",
            disambiguate_add_year_suffix=get("disambiguate-add-year-suffix") == "true",
            givenname_disambiguation_rule=get("givenname-disambiguation-rule", "by-cite"),
        )

    def bibliography(self, node: Node) -> BibliographyPart:
        get = node.attributes.get
        return BibliographyPart(
            layout=self.layout(node),
            sort=self.sort(node),
            options=self.options(node),
            hanging_indent=get("hanging-indent") == "true",
            second_field_align=get("second-field-align"),
            line_spacing=self.integer(node, "line-spacing", 1),
            entry_spacing=self.integer(node, "entry-spacing", 1),
            subsequent_author_substitute=get("subsequent-author-substitute"),
            subsequent_author_substitute_rule=get("subsequent-author-substitute-rule", "complete-all"),
        )


def _number(node: Node) -> Element:
    return Number(variable=node.get("variable"), form=node.get("form", "numeric"), look=read_look(node))


def _label(node: Node) -> Label:
    return Label(
        variable=node.get("variable"),
        form=node.get("form", "long"),
        plural=node.get("plural", "contextual"),
        look=read_look(node),
    )


def _read_info(root: Node) -> StyleInfo:
    info = root.find("info")
    if info is None:
        return StyleInfo()
    text = {each.tag: each.text.strip() for each in info.children}
    links = {each.get("rel"): each.get("href") for each in info.all("link")}
    categories = [each.attributes for each in info.all("category")]
    formats = [each["citation-format"] for each in categories if "citation-format" in each]
    return StyleInfo(
        id=text.get("id", ""),
        title=text.get("title", ""),
        short_title=text.get("title-short", ""),
        parent=links.get("independent-parent"),
        citation_format=formats[0] if formats else None,
        fields=tuple(each["field"] for each in categories if "field" in each),
        updated=text.get("updated"),
    )


def _macro_calls(node: Node, *, with_node: bool = False) -> Iterable:  # type: ignore[type-arg]
    stack = [node]
    while stack:
        each = stack.pop()
        if each.tag in ("text", "key") and "macro" in each.attributes:
            yield (each.attributes["macro"], each) if with_node else each.attributes["macro"]
        stack.extend(each.children)


def _loops(name: str, calls: dict[str, set[str]], path: set[str], done: set[str]) -> bool:
    if name in path:
        return True
    if name in done:
        return False
    looped = any(_loops(each, calls, path | {name}, done) for each in calls.get(name, ()))
    done.add(name)
    return looped
