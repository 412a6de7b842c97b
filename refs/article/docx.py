"""Word files: the parts that hold text are the source, and every other byte of the package is left alone."""

import io
import json
import re
import zipfile
from dataclasses import dataclass

from refs.article.block import Block, BlockKind, Page, Stretch, TextBuilder
from refs.article.entity import add_words
from refs.article.tag import Tag, Words, scan
from refs.errors import UnreadableFile
from refs.model.article import Format, Span

MEMBERS = ("word/document.xml", "word/footnotes.xml", "word/endnotes.xml")
_NUMBERING = "word/numbering.xml"
_MOST_BYTES, _MOST_MEMBERS = 48 * 1024 * 1024, 20_000
_STEP = "Open it in a word processor and save it again."


@dataclass(frozen=True, slots=True)
class Part:
    """A member of the package whose text is a stretch of the source."""

    name: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Package:
    """A Word file, opened: its bytes, its text, and which member each stretch belongs to."""

    data: bytes
    source: str
    parts: tuple[Part, ...]
    numbering: str = ""


def open_package(data: bytes, path: str) -> Package:
    """The package of a Word file; refuses bombs, entities and what is no Word file."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _refuse_bomb(archive, path)
            texts = [(name, _member(archive, name, path)) for name in MEMBERS if name in archive.namelist()]
            numbering = _member(archive, _NUMBERING, path) if _NUMBERING in archive.namelist() else ""
    except (zipfile.BadZipFile, OSError, EOFError, NotImplementedError, RuntimeError, ValueError) as error:
        raise UnreadableFile(path, "it is no Word file, or a broken one", _STEP) from error
    if not texts or texts[0][0] != MEMBERS[0]:
        raise UnreadableFile(path, "it holds no Word document", _STEP)
    parts, start = [], 0
    for name, text in texts:
        parts.append(Part(name, start, start + len(text)))
        start += len(text)
    return Package(data, "".join(text for _, text in texts), tuple(parts), numbering)


def _refuse_bomb(archive: zipfile.ZipFile, path: str) -> None:
    members = archive.infolist()
    if len(members) > _MOST_MEMBERS or sum(member.file_size for member in members) > _MOST_BYTES * 4:
        raise UnreadableFile(path, "it unpacks to far more than an article", "Check where it comes from.")


def _member(archive: zipfile.ZipFile, name: str, path: str) -> str:
    with archive.open(name) as member:
        data = member.read(_MOST_BYTES + 1)
    if len(data) > _MOST_BYTES:
        raise UnreadableFile(
            path, f"{name} in it unpacks to more than {_MOST_BYTES >> 20} MB", "Check where it comes from."
        )
    if b"<!DOCTYPE" in data[:4096] or b"<!ENTITY" in data[:65536]:
        raise UnreadableFile(path, f"{name} in it declares entities, which no word processor writes", _STEP)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise UnreadableFile(path, f"{name} in it is not UTF-8", _STEP) from error


def rebuild(package: Package, texts: dict[str, str]) -> bytes:
    """The package with some members replaced; the bytes as they were when nothing changed."""
    before = {part.name: package.source[part.start : part.end] for part in package.parts}
    changed = {name: text for name, text in texts.items() if before.get(name) != text}
    if not changed:
        return package.data
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package.data)) as old, zipfile.ZipFile(out, "w") as new:
        for member in old.infolist():
            content = changed[member.filename].encode() if member.filename in changed else old.read(member)
            new.writestr(member, content, compress_type=member.compress_type)
    return out.getvalue()


def read_docx(package: Package) -> Page:
    """The paragraphs and notes of a Word file."""
    reader = _Reader(package)
    reader.run()
    title = next((block.text.strip() for block in reader.blocks if block.text.strip()), None)
    return Page(Format.DOCX, package.source, reader.blocks, title)


_VAL = re.compile(r"w:val=\"([^\"]*)\"")
_ID = re.compile(r"w:id=\"(-?\d+)\"")
_BIBLIOGRAPHY = re.compile(r"ZOTERO_BIBL|CSL_BIBLIOGRAPHY|EN\.REFLIST|^\s*BIBLIOGRAPHY\b")
_CITATION = re.compile(r"ZOTERO_ITEM|CSL_CITATION|EN\.CITE|^\s*CITATION\b")


class _Reader:
    """Walks over the parts and puts paragraphs together."""

    def __init__(self, package: Package) -> None:
        self.package, self.source = package, package.source
        self.blocks: list[Block] = []
        self.ordered = _ordered_lists(package.numbering)
        self.counters: dict[str, int] = {}
        self.notes: dict[str, int] = {}
        self.fields: list[list[object]] = []
        self.note: tuple[str, int] | None = None
        self._in_text = self._in_code = False
        self._run_raised = False
        self._reset(0)

    def _reset(self, place: int) -> None:
        self.text = TextBuilder()
        self.start = place
        self.raised: list[Stretch] = []
        self.links: list[Stretch] = []
        self.cited: list[Stretch] = []
        self.anchors: list[str] = []
        self.kind, self.level, self.list_id = BlockKind.PARAGRAPH, 0, 0
        self.number: int | None = None
        self.styled = ""
        self.listed = self._in_bibliography()

    def _in_bibliography(self) -> bool:
        return any(_BIBLIOGRAPHY.search(str(field[0])) for field in self.fields)

    def run(self) -> None:
        for part in self.package.parts:
            self.note = None
            for piece in scan(self.source, part.start, part.end):
                if isinstance(piece, Words):
                    self._words(piece)
                elif piece.closing:
                    self._close(piece)
                else:
                    self._open(piece)

    def _words(self, words: Words) -> None:
        if self._in_code and self.fields:
            self.fields[-1][0] = str(self.fields[-1][0]) + self.source[words.start : words.end]
        elif self._in_text:
            begun = self.text.length
            add_words(self.text, self.source, words.start, words.end)
            if self._run_raised:
                self.raised.append(Stretch(begun, self.text.length))

    def _open(self, tag: Tag) -> None:
        name = tag.name
        if name == "w:p":
            self._reset(tag.start)
        elif name == "w:t":
            self._in_text = not tag.empty
        elif name == "w:instrtext":
            self._in_code = not tag.empty
        elif name == "w:r":
            self._run_raised = False
        elif name in {"w:tab", "w:br", "w:cr", "w:nobreakhyphen"} and self.text.length:
            shown = {"w:tab": "\t", "w:nobreakhyphen": "-"}.get(name, "\n")
            self.text.add(shown, tag.start, tag.end - tag.start)
        else:
            self._property(tag)

    def _property(self, tag: Tag) -> None:
        name, words = tag.name, self.source[tag.start : tag.end]
        value = _VAL.search(words)
        if name == "w:vertalign":
            self._run_raised = bool(value) and "superscript" in words
        elif name == "w:pstyle" and value:
            self._style(value[1])
        elif name == "w:numid" and value:
            self._item(value[1])
        elif name in {"w:footnotereference", "w:endnotereference"}:
            self._reference(tag, words)
        elif name in {"w:footnote", "w:endnote"}:
            self._note(name, words)
        elif name == "w:fldchar":
            self._field(words)
        elif name == "w:fldsimple":
            instruction = re.search(r"w:instr=\"([^\"]*)\"", words)
            self.fields.append([instruction[1] if instruction else "", self.text.length, len(self.blocks)])
        elif name == "w:bookmarkstart":
            self.anchors += re.findall(r"w:name=\"([^\"]+)\"", words)
        elif name == "w:hyperlink":
            anchor = re.search(r"w:anchor=\"([^\"]+)\"", words)
            self.links.append(Stretch(self.text.length, -1, f"#{anchor[1]}" if anchor else ""))

    def _style(self, style: str) -> None:
        heading = re.match(r"(?:Heading|berschrift|Titre|Kop|heading )\s?(\d)|Title$", style.replace("Ü", ""))
        self.styled = style
        if heading:
            self.kind, self.level = BlockKind.HEADING, int(heading[1] or 1)

    def _item(self, list_name: str) -> None:
        if list_name == "0" or self.kind is BlockKind.HEADING:
            return
        self.kind, self.list_id = BlockKind.ITEM, int(list_name) if list_name.isdecimal() else 0
        self.counters[list_name] = self.counters.get(list_name, 0) + 1
        self.number = self.counters[list_name] if self.ordered.get(list_name, True) else None

    def _reference(self, tag: Tag, words: str) -> None:
        """A reference to a note shows the note's number, counted in the order of the text."""
        found = _ID.search(words)
        if found is None:
            return
        anchor = f"{tag.name[2:5]}-{found[1]}"
        shown = self.notes.setdefault(anchor, sum(key[:3] == anchor[:3] for key in self.notes) + 1)
        begun = self.text.length
        self.text.add(str(shown), tag.start, tag.end - tag.start)
        self.raised.append(Stretch(begun, self.text.length))
        self.links.append(Stretch(begun, self.text.length, f"#{anchor}"))

    def _note(self, name: str, words: str) -> None:
        found = _ID.search(words)
        separator = "w:type=" in words and "normal" not in words
        self.note = (f"{name[2:5]}-{found[1]}", 0) if found and not separator else ("", 0)

    def _field(self, words: str) -> None:
        if '"begin"' in words:
            self.fields.append(["", self.text.length, len(self.blocks)])
        elif '"separate"' in words and self.fields:
            self.fields[-1][1], self.fields[-1][2] = self.text.length, len(self.blocks)
        elif '"end"' in words and self.fields:
            self._end_field()

    def _end_field(self) -> None:
        code, start, block = self.fields.pop()
        if not _CITATION.search(str(code)) or block != len(self.blocks):
            return
        begun = int(str(start))
        if self.text.length > begun:
            self.cited.append(Stretch(begun, self.text.length, " ".join(cited_keys(str(code)))))

    def _close(self, tag: Tag) -> None:
        name = tag.name
        if name == "w:t":
            self._in_text = False
        elif name == "w:instrtext":
            self._in_code = False
        elif name == "w:fldsimple" and self.fields:
            self._end_field()
        elif name == "w:hyperlink" and self.links and self.links[-1].end < 0:
            opened = self.links.pop()
            if opened.target and self.text.length > opened.start:
                self.links.append(Stretch(opened.start, self.text.length, opened.target))
        elif name == "w:p":
            self._flush(tag.end)
        elif name in {"w:footnote", "w:endnote"}:
            self.note = None

    def _flush(self, end: int) -> None:
        if self.note is not None:
            self._note_block()
            if not self.note[0]:
                return
        listed = self.listed or self._in_bibliography() or self.styled.lower().startswith("bibliograph")
        roles = {"bibliography"} if listed else set()
        text = self.text
        self.blocks.append(
            Block(
                text.text(),
                text.starts or (0,),
                text.places or (self.start,),
                text.widths or (0,),
                self.kind,
                self.level,
                self.number,
                list_id=self.list_id,
                outer=Span(self.start, end),
                anchors=tuple(self.anchors),
                links=tuple(link for link in self.links if link.end >= 0),
                raised=tuple(self.raised),
                fields=tuple(self.cited),
                roles=frozenset(roles),
                labelled=self.kind not in {BlockKind.ITEM, BlockKind.NOTE},
                gap="\n\n",
            )
        )

    def _note_block(self) -> None:
        anchor = self.note[0] if self.note else ""
        if anchor:
            self.kind, self.number = BlockKind.NOTE, self.notes.get(anchor)
            self.anchors.append(anchor)


def cited_keys(code: str) -> tuple[str, ...]:
    """The keys that a citation field names."""
    native = re.match(r"\s*CITATION\s+(\S+)", code)
    if native:
        return (native[1], *re.findall(r"\\m\s+(\S+)", code))
    found = re.search(r"\{.*\}", code, re.DOTALL)
    try:
        data = json.loads(found[0].replace("&quot;", '"').replace("&amp;", "&")) if found else {}
    except (ValueError, RecursionError):
        return ()
    items = data.get("citationItems", []) if isinstance(data, dict) else []
    return tuple(str(item.get("id") or "") for item in items if isinstance(item, dict))


def _ordered_lists(numbering: str) -> dict[str, bool]:
    """For each list of the document whether it is numbered, by its first level."""
    abstract = {
        match[1]: "bullet" not in match[2]
        for match in re.finditer(
            r"<w:abstractNum [^>]*?w:abstractNumId=\"(\d+)\".*?<w:numFmt w:val=\"(\w+)\"",
            numbering,
            re.DOTALL,
        )
    }
    numbers = re.finditer(
        r"<w:num [^>]*?w:numId=\"(\d+)\".*?<w:abstractNumId w:val=\"(\d+)\"", numbering, re.DOTALL
    )
    return {match[1]: abstract.get(match[2], True) for match in numbers}
