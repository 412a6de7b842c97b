"""LaTeX in bibliography fields → Unicode text with the tags of CSL-JSON."""

from refs.parse.latex.decode import decode, decode_plain, decode_title

__all__ = ["decode", "decode_plain", "decode_title"]
