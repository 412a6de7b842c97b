import pytest

from refs.errors import BadStyle
from refs.model.style import Choose, Group, Names, Text
from refs.parse.csl.style import parse_style

HEAD = '<style xmlns="http://purl.org/net/xbiblio/csl" class="note" version="1.0">'
INFO = "<info><title>T</title><id>http://x/t</id></info>"


def style(body="", layout='<text variable="title"/>'):
    return f"{HEAD}{INFO}{body}<citation><layout>{layout}</layout></citation></style>"


BROKEN = [
    ("", "it is no XML", None),
    ("<style", "it is no XML", 1),
    ("hello", "it is no XML", 1),
    ("<html/>", "the root is <html>", 1),
    (f"{HEAD}</style>", "neither <citation> nor a parent", 1),
    (style(layout='\n<text macro="gone"/>'), "no macro is called 'gone'", 2),
    (style('\n<macro name="a"><text macro="a"/></macro>'), "the macro 'a' calls itself", 2),
    (
        style('<macro name="a"><text macro="b"/></macro>\n<macro name="b"><text macro="a"/></macro>'),
        "calls itself",
        1,
    ),
    (style(layout="\n<text/>"), "needs a variable, macro, term or value", 2),
    (style(layout="<choose>\n<if/></choose>"), "<if> tests nothing", 2),
    (style().replace("<citation>", '<citation et-al-min="x">'), "not a number", 1),
    (f"{HEAD}{INFO}<citation/></style>", "has no <layout>", 1),
    ('<!DOCTYPE a [<!ENTITY b "c">]><style>&b;</style>', "document type or entities", 1),
    (style(layout="<group>" * 300 + "</group>" * 300), "nested too deep", 1),
]


@pytest.mark.parametrize(("xml", "message", "line"), BROKEN)
def test_a_broken_style_says_what_and_where(xml, message, line):
    with pytest.raises(BadStyle) as error:
        parse_style(xml, name="mine")
    assert message in str(error.value)
    assert line is None or error.value.line == line


def test_a_style_is_plain_data():
    layout = '<group delimiter=", "><text variable="title" font-style="italic"/><choose><if type="book article" match="any"><text term="in"/></if></choose></group>'
    made = parse_style(style(layout=layout))
    group = made.citation.layout.children[0]
    assert isinstance(group, Group)
    assert group.delimiter == ", "
    title, choose = group.children
    assert isinstance(title, Text)
    assert (title.variable, title.look.font_style) == ("title", "italic")
    assert isinstance(choose, Choose)
    assert [each.value for each in choose.branches[0].conditions] == ["book", "article"]


def test_names_know_whether_their_label_comes_first():
    layout = '<names variable="editor"><label suffix=" "/><name/></names>'
    names = parse_style(style(layout=layout)).citation.layout.children[0]
    assert isinstance(names, Names)
    assert names.label_first


def test_a_dependent_style_takes_its_parents_layout_and_its_own_language():
    child = (
        '<style xmlns="http://purl.org/net/xbiblio/csl" default-locale="de-DE"><info><title>Child</title>'
        '<link href="http://x/t" rel="independent-parent"/></info></style>'
    )
    made = parse_style(child, {"http://x/t": style()}.__getitem__)
    assert (made.info.title, made.default_locale, made.is_note) == ("Child", "de-DE", True)


def test_a_dependent_style_needs_its_parent():
    child = '<style><info><link href="http://x/t" rel="independent-parent"/></info></style>'
    with pytest.raises(BadStyle, match="was not handed in"):
        parse_style(child)
