from refs.library.notices import is_retracted, notice_findings, with_notices
from refs.model.date import Date
from refs.model.fetched import Notice, NoticeKind
from refs.model.identifier import parse_identifier
from refs.model.item import Item
from refs.parse.csl.csljson import read_item
from refs.render.csljson import csl_of

RETRACTION = Notice(
    NoticeKind.RETRACTION, "retraction-watch", parse_identifier("10.1000/notice"), Date((2010, 2, 6))
)


def test_a_notice_is_kept_with_the_item_and_told():
    item = with_notices(Item(id="a"), [RETRACTION])
    again = read_item(csl_of(item))
    assert is_retracted(again)
    assert [finding.message for finding in notice_findings(again)] == [
        "This work was retracted (2010-02-06): doi:10.1000/notice, says retraction-watch."
    ]


def test_new_notices_take_the_place_of_the_old():
    item = with_notices(with_notices(Item(id="a"), [RETRACTION]), [])
    assert item.custom == {}


def test_a_retracted_work_is_told_when_it_is_added_and_fails_a_check(refs):
    done = refs("add", "10.1016/S0140-6736(97)11096-0")
    assert "This work was retracted" in done.stdout
    checked = refs("check")
    assert checked.exit_code == 3
    assert "[notice-retraction]" in checked.stderr
    assert refs("check", "--fail-on", "dead").exit_code == 0


def test_a_chapter_is_shown_as_ncbi_prints_it(refs):
    refs("add", "NBK556010")
    shown = refs("show", "NBK556010").stdout
    assert "as NCBI prints it" in shown
    assert "In: StatPearls [Internet]. Treasure Island (FL): StatPearls Publishing; " in shown


def test_whoever_cites_a_retracted_work_is_told(refs, tmp_path):
    refs("add", "10.1016/S0140-6736(97)11096-0", "NBK556010")
    key = refs("search", "is:retracted", "--csv").stdout.splitlines()[1].partition(",")[0]
    (tmp_path / "draft.md").write_text(f"A claim [@{key}] and another [@basit2023].\n")
    for words in (("cite", key), ("bib",), ("build", "draft.md", "-o", "out.html")):
        told = refs(*words).stderr
        assert f"{key}: This work was retracted" in told
        assert "basit2023" not in told


def test_an_answer_without_an_item_is_no_success(refs, tmp_path):
    (tmp_path / "error.json").write_text('{"error": {"code": "NOT_FOUND", "message": "No matches found!"}}')
    done = refs("convert", "error.json")
    assert (done.exit_code, done.stdout.strip()) == (1, "[]")
    assert "no item" in done.stderr
