"""The encoding that a file says it is in."""

import codecs
import re

# % Encoding: ISO8859_15, -*- coding: latin-9-unix -*-, <?xml version="1.0" encoding="koi8-r"?>
_DECLARED = re.compile(rb"(?i:encoding|coding)\s{0,3}[:=]\s{0,3}[\"']?([A-Za-z][\w.-]{2,30})")
# iso8859-15, cp1251, koi8-r, mac-roman, gb18030, shift_jis; but no transformation such as punycode
_CHARSET = re.compile(r"iso8859|cp\d|koi8|mac|latin|gb|big5|shift_jis|euc_|tis|hz|johab|ptcp|iso2022")
_HEAD = 400
_LINE_ENDS = ("-unix", "-dos", "-mac")


def declared(data: bytes) -> str | None:
    """The encoding that the head of a file names, when Python knows it and it can be that of these bytes."""
    found = _DECLARED.search(data[:_HEAD])
    if found is None:
        return None
    name = found[1].decode("ascii").lower()
    for ending in _LINE_ENDS:
        name = name.removesuffix(ending)
    try:
        codec = codecs.lookup(name.replace("latin-", "latin"))
        if not _CHARSET.match(codec.name):
            return None
        data.decode(codec.name)
    except (LookupError, UnicodeDecodeError):
        return None
    return codec.name
