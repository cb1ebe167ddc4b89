"""The comparison of `make load` sees what went wrong: it would be of no use if it could not."""

from bench.load.comparing import Write, compare, openings

NOOR, MARLEEN = Write("envelope", "7:1", "planning"), Write("envelope", "7:2", "tempo")
OPENED, LINE = Write("opening", "7"), Write("line", "", "gebeld")
ACCEPTED = [NOOR, MARLEEN, LINE, *openings([NOOR, MARLEEN])]


def test_what_is_there_once_is_neither_lost_nor_doubled() -> None:
    outcome = compare(ACCEPTED, [LINE, OPENED, MARLEEN, NOOR, Write("line", "", "van een ander")])
    assert (outcome.lost, outcome.doubled) == ([], [])


def test_an_accepted_answer_that_is_not_there_is_lost_also_when_there_is_another_in_its_place() -> None:
    other = Write("envelope", "7:1", "iets anders")
    assert compare(ACCEPTED, [other, MARLEEN, OPENED, LINE]).lost == [NOOR]


def test_a_round_of_which_both_envelopes_were_accepted_has_to_be_open() -> None:
    assert compare(ACCEPTED, [NOOR, MARLEEN, LINE]).lost == [OPENED]
    assert openings([NOOR]) == []


def test_two_answers_of_one_side_one_line_twice_and_a_round_opened_twice_are_doubled() -> None:
    second = Write("envelope", "7:2", "nog iets")
    assert compare(ACCEPTED, [NOOR, MARLEEN, second, OPENED, OPENED, LINE, LINE]).doubled == [
        MARLEEN, second, OPENED, LINE,
    ]  # fmt: skip
