"""A Word file made from the tokens of Markdown."""

import io
from collections.abc import Sequence

import docx
from markdown_it.token import Token


def write_word(tokens: Sequence[Token], title: str | None = None, paragraphs: Sequence[str] = ()) -> bytes:
    """A Word file with what the tokens say, and paragraphs of plain text."""
    document = docx.Document()
    for text in paragraphs:
        document.add_paragraph(text)
    _Word(document).write(tokens)
    document.core_properties.title = title or ""
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


class _Word:
    """Writes the tokens of Markdown into a Word document."""

    def __init__(self, document: "docx.document.Document") -> None:
        self.document = document
        self.lists: list[str] = []
        self.level = 0

    def write(self, tokens: Sequence[Token]) -> None:
        """Add what the tokens say."""
        for token in tokens:
            if token.type in {"bullet_list_open", "ordered_list_open"}:
                self.lists.append("List Bullet" if token.type.startswith("bullet") else "List Number")
            elif token.type in {"bullet_list_close", "ordered_list_close"}:
                self.lists.pop()
            elif token.type == "heading_open":
                self.level = int(token.tag[1])
            elif token.type == "heading_close":
                self.level = 0
            elif token.type == "inline":
                self._paragraph(token.children or [])
            elif token.type in {"fence", "code_block"}:
                self.document.add_paragraph(token.content.rstrip("\n"))

    def _paragraph(self, children: Sequence[Token]) -> None:
        if self.level:
            paragraph = self.document.add_heading("", self.level)
        else:
            paragraph = self.document.add_paragraph("", style=self.lists[-1] if self.lists else None)
        bold = italic = raised = 0
        for child in children:
            bold += (child.type == "strong_open") - (child.type == "strong_close")
            italic += (child.type == "em_open") - (child.type == "em_close")
            raised += (
                (child.content.startswith("<sup") - child.content.startswith("</sup"))
                if child.type == "html_inline"
                else 0
            )
            text = {
                "text": child.content,
                "code_inline": child.content,
                "softbreak": " ",
                "hardbreak": "\n",
            }.get(child.type)
            if text:
                run = paragraph.add_run(text)
                run.bold, run.italic, run.font.superscript = (
                    bold > 0 or None,
                    italic > 0 or None,
                    raised > 0 or None,
                )
