"""What LaTeX commands do with their arguments: which wrap, show, hide or switch."""

WRAPPERS = {
    "emph": ("<i>", "</i>"),
    "textit": ("<i>", "</i>"),
    "textsl": ("<i>", "</i>"),
    "mkbibemph": ("<i>", "</i>"),
    "mkbibitalic": ("<i>", "</i>"),
    "textbf": ("<b>", "</b>"),
    "mkbibbold": ("<b>", "</b>"),
    "textsc": ('<span style="font-variant:small-caps;">', "</span>"),
    "textsuperscript": ("<sup>", "</sup>"),
    "mkbibsuperscript": ("<sup>", "</sup>"),
    "textsubscript": ("<sub>", "</sub>"),
    "mkbibsubscript": ("<sub>", "</sub>"),
    "mkbibparens": ("(", ")"),
    "mkbibbrackets": ("[", "]"),
    "up": ("<sup>", "</sup>"),
    "fup": ("<sup>", "</sup>"),
}
"""Commands whose one argument is put between two texts."""

QUOTED = frozenset({"enquote", "mkbibquote", "textquote"})
"""Commands that put quotation marks around their argument."""

SWITCHES = {
    "em": ("<i>", "</i>"),
    "it": ("<i>", "</i>"),
    "itshape": ("<i>", "</i>"),
    "sl": ("<i>", "</i>"),
    "slshape": ("<i>", "</i>"),
    "bf": ("<b>", "</b>"),
    "bfseries": ("<b>", "</b>"),
    "sc": ('<span style="font-variant:small-caps;">', "</span>"),
    "scshape": ('<span style="font-variant:small-caps;">', "</span>"),
    "rm": ("", ""),
    "rmfamily": ("", ""),
    "sf": ("", ""),
    "sffamily": ("", ""),
    "tt": ("", ""),
    "ttfamily": ("", ""),
    "normalfont": ("", ""),
    "upshape": ("", ""),
    "small": ("", ""),
    "scriptsize": ("", ""),
    "footnotesize": ("", ""),
    "large": ("", ""),
    "cal": ("", ""),
    "cyr": ("", ""),
    "tiny": ("", ""),
    "normalsize": ("", ""),
    "Large": ("", ""),
    "LARGE": ("", ""),
    "huge": ("", ""),
    "Huge": ("", ""),
    "mdseries": ("", ""),
    "boldmath": ("", ""),
    "unboldmath": ("", ""),
}
"""Commands that hold until their group ends."""

_TEXT = frozenset({"text", "textrm", "textsf", "texttt", "textup", "textmd", "textnormal", "mbox", "hbox"})
"""Commands for text that show it as it is."""

TRANSPARENT = _TEXT | frozenset(
    [
        "fbox",
        "makebox",
        "ensuremath",
        "mathrm",
        "mathit",
        "mathbf",
        "mathsf",
        "mathtt",
        "mathcal",
        "mathfrak",
        "mathscr",
        "mathnormal",
        "boldsymbol",
        "bm",
        "pmb",
        "operatorname",
        "uppercase",
        "lowercase",
        "MakeUppercase",
        "MakeLowercase",
        "cite",
        "citeauthor",
        "citep",
        "citet",
        "citeyear",
        "autocite",
        "footcite",
        "fullcite",
        "parencite",
        "textcite",
        "ref",
        "texorpdfstring",
        "autocap",
        "bibstring",
        "bibcyr",
        "underline",
        "uline",
        "protecting",
        "lowercaseprotected",
        "IeC",
        "textgreek",
        "ce",
        "si",
        "SI",
        "num",
        "textlatin",
    ]
)
"""Commands that show their first argument as it is."""

SECOND_ARGUMENT = frozenset({"href", "foreignlanguage", "textcolor", "color", "hyperref", "raisebox"})
"""Commands that show their second argument and not their first."""

HIDDEN_ARGUMENT = frozenset(
    {
        "noopsort",
        "label",
        "hspace",
        "vspace",
        "SortNoop",
        "switchargs",
        "phantom",
        "vphantom",
        "hphantom",
        "bibliographystyle",
        "bibliography",
        "begin",
        "end",
        "fontencoding",
        "fontfamily",
        "index",
        "nocite",
        "selectlanguage",
    }
)
"""Commands that show nothing of their argument."""

IN_TEXT = _TEXT | {"textit", "textbf"}
"""Commands whose argument is text, also in mathematics."""

IN_MATHEMATICS = frozenset({"ensuremath"})
"""Commands whose argument is mathematics, also in text."""

CHARACTERS = {
    "&": "&",
    "%": "%",
    "$": "$",
    "#": "#",
    "_": "_",
    "{": "{",
    "}": "}",
    " ": " ",
    "\n": " ",
    "\t": " ",
    "\\": " ",
    ",": "\u2009",
    ";": " ",
    ":": " ",
    "!": "",
    ">": " ",
    "/": "",
    "-": "",
    "@": "",
    "*": "",
    "+": "",
    "|": "‖",
    "<": "<",
    "(": "",
    ")": "",
    "[": "",
    "]": "",
}
"""A backslash and one character that is no letter and no accent."""
