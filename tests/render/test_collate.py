from refs.render.collate import collation_key


def ordered(*words):
    return sorted(words, key=collation_key) == list(words)


def test_accents_case_and_punctuation_do_not_count():
    assert collation_key("“Élan-vital”") == collation_key("elan vital".replace(" ", ""))


def test_numbers_count_by_value():
    assert ordered("Part 2", "part 10", "Part 100")


def test_shorter_names_come_first():
    assert ordered("Beck", "Beck Katz", "Becker")


def test_scripts_follow_one_another():
    assert ordered("zebra", "αλφα", "яблоко")
