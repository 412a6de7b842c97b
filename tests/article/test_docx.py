"""Word files: superscripts, notes, fields, lists; bombs and broken packages are refused."""

import io
import zipfile

import docx
import pytest

from refs.article.docx import open_package, rebuild
from refs.article.edit import write_article
from refs.article.insert import Work, insert_citation, remove_citation
from refs.article.read import read_article
from refs.article.renumber import renumber
from refs.errors import UnreadableFile

REFERENCES = [
    "Doe J. Sleep and mood. J Rest. 2019;12(3):45-51.",
    "Roe R. Naps. Sleep Res. 2004;9:11-20.",
    "Poe P. Rest. Rest Press; 2001.",
]


def word_file(*, superscript=True, style=None):
    document = docx.Document()
    document.add_heading("Sleep", 1)
    paragraph = document.add_paragraph("Sleep helps.")
    for text in ("1", " Naps do too.", "2,3"):
        run = paragraph.add_run(text)
        run.font.superscript = text[0].isdigit() and superscript
    document.add_heading("References", 2)
    for number, text in enumerate(REFERENCES, 1):
        if style:
            document.add_paragraph(text, style=style)
        else:
            document.add_paragraph(f"{number}. {text}")
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def with_member(data, name, text):
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for member in old.infolist():
            if member.filename != name:
                new.writestr(member, old.read(member))
        new.writestr(name, text)
    return out.getvalue()


@pytest.mark.parametrize("style", [None, "List Number", "List Bullet"])
def test_superscripts_and_lists_are_read(style):
    article = read_article(word_file(style=style), "a.docx")
    assert [marker.numbers for marker in article.markers] == [(1,), (2, 3)]
    assert [entry.raw for entry in article.entries] == REFERENCES


def test_notes_are_entries():
    body = '<w:p><w:r><w:t>Sleep helps.</w:t></w:r><w:r><w:footnoteReference w:id="5"/></w:r><w:r><w:t> So.</w:t></w:r></w:p>'
    notes = '<w:footnotes xmlns:w="w"><w:footnote w:id="-1" w:type="separator"><w:p><w:r><w:t>x</w:t></w:r></w:p></w:footnote><w:footnote w:id="5"><w:p><w:r><w:t>Doe J. Sleep &amp; mood. 2019.</w:t></w:r></w:p></w:footnote></w:footnotes>'
    data = with_member(
        word_file(), "word/document.xml", f'<w:document xmlns:w="w"><w:body>{body}</w:body></w:document>'
    )
    article = read_article(with_member(data, "word/footnotes.xml", notes), "a.docx")
    assert [marker.numbers for marker in article.markers] == [(1,)]
    assert [(entry.number, entry.raw) for entry in article.entries] == [(1, "Doe J. Sleep & mood. 2019.")]


def test_zotero_fields_are_markers():
    code = 'ADDIN ZOTERO_ITEM CSL_CITATION {"citationItems":[{"id":7,"itemData":{"id":7}}]}'
    body = (
        '<w:p><w:r><w:t>Sleep helps </w:t></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f"<w:r><w:instrText>{code}</w:instrText></w:r>"
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>(Doe, 2019)</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>ADDIN ZOTERO_BIBL {}</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>Doe, J. (2019). Sleep. Rest Press.</w:t></w:r></w:p>'
        '<w:p><w:r><w:t>Roe, R. (2020). Naps. Rest Press.</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    )
    data = with_member(
        word_file(), "word/document.xml", f'<w:document xmlns:w="w"><w:body>{body}</w:body></w:document>'
    )
    article = read_article(data, "a.docx")
    assert [(marker.kind, marker.raw, marker.keys) for marker in article.markers] == [
        ("field", "(Doe, 2019)", ("7",))
    ]
    assert len(article.entries) == 2


def test_nothing_changed_is_the_same_file():
    data = word_file()
    package = open_package(data, "a.docx")
    assert (
        rebuild(package, {part.name: package.source[part.start : part.end] for part in package.parts}) == data
    )


def test_one_part_may_be_replaced():
    package = open_package(word_file(), "a.docx")
    part = package.parts[0]
    changed = package.source[part.start : part.end].replace("Sleep helps.", "Rest helps.")
    again = open_package(rebuild(package, {part.name: changed}), "b.docx")
    assert "Rest helps." in again.source


@pytest.mark.parametrize(
    "data",
    [
        b"PK\x03\x04 broken",
        b"",
        with_member(
            word_file(), "word/document.xml", '<!DOCTYPE x [<!ENTITY a "b">]><w:document>&a;</w:document>'
        ),
        with_member(word_file(), "word/document.xml", b"\xff\xfe\xfa"),
    ],
    ids=["broken", "empty", "entities", "encoding"],
)
def test_what_is_no_word_file_is_refused(data):
    with pytest.raises(UnreadableFile, match=r"a\.docx cannot be read"):
        open_package(data, "a.docx")


def test_a_bomb_is_refused():
    with pytest.raises(UnreadableFile, match="unpacks"):
        open_package(with_bomb(), "a.docx")


def with_bomb():
    out = io.BytesIO()
    with (
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive,
        archive.open("word/document.xml", "w") as member,
    ):
        for _ in range(50):
            member.write(b" " * (1 << 20))
    return out.getvalue()


def mixed_up():
    document = docx.Document()
    paragraph = document.add_paragraph("Sleep helps.")
    for text in ("2", " Naps & rest do too.", "3,1"):
        paragraph.add_run(text).font.superscript = text[0].isdigit()
    document.add_heading("References", 2)
    for text in REFERENCES:
        document.add_paragraph(text, style="List Number")
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def members(data):
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_renumbering_a_word_file_moves_words_and_keeps_every_other_part():
    data = mixed_up()
    article = read_article(data, "a.docx")
    changed = write_article(article, renumber(article), data)
    again = read_article(changed, "a.docx")
    assert [marker.numbers for marker in again.markers] == [(1,), (2, 3)]
    assert [entry.raw for entry in again.entries] == [REFERENCES[1], REFERENCES[0], REFERENCES[2]]
    before, after = members(data), members(changed)
    assert {name for name in before if before[name] != after[name]} == {"word/document.xml"}
    assert [style.name for style in docx.Document(io.BytesIO(changed)).styles] == [
        style.name for style in docx.Document(io.BytesIO(data)).styles
    ]
    assert renumber(again) == ()


def test_an_entry_goes_into_a_word_file_and_out_again():
    data = word_file(style="List Number")
    article = read_article(data, "a.docx")
    place = article.source.index(" Naps do too")
    longer_data = write_article(
        article,
        insert_citation(article, place, Work(text="Zed Q. Quiet &amp; calm. J Rest. 2022;1:2-3.")),
        data,
    )
    longer = read_article(longer_data, "a.docx")
    assert [entry.raw for entry in longer.entries] == [
        REFERENCES[0],
        "Zed Q. Quiet & calm. J Rest. 2022;1:2-3.",
        *REFERENCES[1:],
    ]
    (marker,) = [each for each in longer.markers if 2 in each.numbers]
    back = write_article(longer, remove_citation(longer, marker, 2), longer_data)
    assert read_article(back, "a.docx").source == article.source
