from refs.text import one_line


def test_blanks_that_mean_something_stay():
    assert one_line(" a\n b\u00a0c\u2009d ") == "a b\u00a0c\u2009d"
