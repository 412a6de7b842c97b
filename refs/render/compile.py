"""Style and Locale → rendering functions: which function compiles which element."""

from collections.abc import Mapping

from refs.model.locale import Locale
from refs.model.style import Choose, Date, Group, Label, NameOptions, Names, Number, Style, Text
from refs.render.choose import compile_choose
from refs.render.date import compile_date
from refs.render.group import compile_group
from refs.render.label import compile_label
from refs.render.maker import Compiler, Maker
from refs.render.names import compile_names
from refs.render.number import compile_number
from refs.render.text import compile_text

_COMPILERS: Mapping[type, Compiler] = {
    Text: compile_text,
    Number: compile_number,
    Label: compile_label,
    Date: compile_date,
    Names: compile_names,
    Group: compile_group,
    Choose: compile_choose,
}


def maker_of(
    style: Style, locale: Locale, options: NameOptions, *, in_bibliography: bool, sorting: bool = False
) -> Maker:
    """What compiles the elements of one area (citation, bibliography or a sort key) of a style."""
    return Maker(
        style,
        locale,
        options,
        in_bibliography=in_bibliography,
        sorting=sorting,
        compilers=_COMPILERS,
    )
