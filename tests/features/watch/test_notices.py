"""What is noticed in real rounds, for each of the two, and what setting aside does."""

import pytest

from samenstroom.accounts.links import become_account
from samenstroom.checkins import actions as checkins
from samenstroom.collaborations.actions import show_colleague
from samenstroom.flows.rounds import sweep_rounds
from samenstroom.rules.findings import Side
from samenstroom.rules.visibility import Circle
from samenstroom.watch import actions
from samenstroom.watch.board import board_of
from samenstroom.watch.mirrored import mirrored_board
from samenstroom.watch.models import ShownFinding
from samenstroom.watch.overview import tables_of_person
from samenstroom.watch.queries import Noticed, is_shared, noticed, noticed_by_mark, shown_of
from samenstroom.watch.wording import word_finding
from tests.people import Together, answer, day, karin, ruben, started, together, visit

pytestmark = pytest.mark.django_db


def weeks(table: Together, noor: list[int | None], marleen: list[int | None], *, first: int = 1) -> int:
    """One round a week; None is silence. Returns the day of the last round."""
    for place, steps in enumerate(zip(noor, marleen, strict=True)):
        sweep_rounds(now=day(7 * (first - 1 + place)))
        for seat, step in zip((table.noors_seat, table.marleens_seat), steps, strict=True):
            if step is not None:
                answer(table.round, seat, every=step)
    return 7 * (first - 1 + len(noor) - 1)


@pytest.fixture
def table() -> Together:
    return together()


@pytest.fixture
def fallen(table: Together) -> int:
    """Marleen's answers fell from good to rough; Noor's stayed. The day of the last round."""
    return weeks(table, [4, 4, 4, 4, 4], [4, 4, 4, 2, 2])


def codes(found: list[Noticed]) -> set[tuple[str, Side]]:
    return {(one.finding.code, one.finding.side) for one in found}


def one(found: list[Noticed], code: str) -> Noticed:
    return next(each for each in found if each.finding.code == code)


def test_a_table_that_goes_well_is_calm(table: Together) -> None:
    last = weeks(table, [4, 5, 4, 4], [5, 4, 4, 5])
    assert noticed(table.seen_by_noor(day(last))) == []
    assert noticed(table.seen_by_marleen(day(last))) == []


def test_when_marleens_answers_fall_each_reads_it_in_words_for_her(table: Together, fallen: int) -> None:
    noors, marleens = table.seen_by_noor(day(fallen)), table.seen_by_marleen(day(fallen))
    assert ("changed", Side.OTHER) in codes(noticed(noors))
    assert ("changed", Side.SELF) in codes(noticed(marleens))
    assert ("changed", Side.SELF) not in codes(noticed(noors))
    told_noor = word_finding(one(noticed(noors), "changed").finding, noors, "")
    told_marleen = word_finding(one(noticed(marleens), "changed").finding, marleens, "")
    assert told_noor.title == "Er veranderde iets voor Marleen"
    assert told_marleen.title == "Er veranderde iets voor jou"
    assert "Marleen" not in told_marleen.title + told_marleen.line + told_marleen.meaning
    assert told_noor.next_step.title == "Vraag Marleen hoe het gaat"
    assert told_noor.next_step != told_marleen.next_step


def test_both_read_the_same_dated_facts_each_from_her_own_side(table: Together, fallen: int) -> None:
    found = [noticed(look) for look in (table.seen_by_noor(day(fallen)), table.seen_by_marleen(day(fallen)))]
    noors, marleens = (one(each, "changed").finding for each in found)
    assert [(fact.on, fact.kind, fact.data) for fact in noors.evidence] == [
        (fact.on, fact.kind, fact.data) for fact in marleens.evidence
    ]
    assert {each.mark for each in found[0]}.isdisjoint(each.mark for each in found[1]), "a mark is for one person"


def test_sealed_answers_are_never_noticed(table: Together) -> None:
    weeks(table, [4, 4, 4], [4, 4, 4])
    sweep_rounds(now=day(21))
    answer(table.round, table.marleens_seat, every=1)
    sweep_rounds(now=day(28))
    answer(table.round, table.marleens_seat, every=1)
    assert ("changed", Side.SELF) not in codes(noticed(table.seen_by_marleen(day(29))))
    assert ("changed", Side.OTHER) not in codes(noticed(table.seen_by_noor(day(29))))


def test_a_freed_answer_is_no_evidence_either(table: Together) -> None:
    weeks(table, [4, 4, 4, None, None], [4, 4, 4, 1, 1])
    sweep_rounds(now=day(35))
    for given in table.marleens_seat.collaboration.rounds.get(number=4).answers.all():
        checkins.free_answer(answer=given, person=table.marleen, now=day(35))
    assert ("changed", Side.OTHER) not in codes(noticed(table.seen_by_noor(day(35))))


def test_silence_is_noticed_after_two_rounds_and_ends_with_an_answer(table: Together) -> None:
    weeks(table, [4, 4, 4], [4, None, None])
    sweep_rounds(now=day(21))
    look = table.seen_by_noor(day(21))
    found = one(noticed(look), "quiet")
    assert found.finding.side == Side.OTHER
    assert "2 check-ins op rij" in word_finding(found.finding, look, "").line
    assert ("quiet", Side.SELF) in codes(noticed(table.seen_by_marleen(day(21))))
    answer(table.round, table.marleens_seat, now=day(21))
    assert noticed(table.seen_by_noor(day(22))) == []


def test_who_never_joined_or_never_sent_is_not_silent(table: Together) -> None:
    weeks(table, [4, 4, 4, 4], [None] * 4)
    sweep_rounds(now=day(28))
    assert noticed(table.seen_by_noor(day(28))) == []
    alone = started(table.noor, name="Alleen")
    assert noticed(visit(table.noor, alone, now=day(90))) == []


def test_seeing_it_differently_twice_is_one_notice_for_both(table: Together) -> None:
    last = weeks(table, [5, 5], [3, 3])
    for look in (table.seen_by_noor(day(last)), table.seen_by_marleen(day(last))):
        found = one(noticed(look), "apart")
        assert found.finding.side == Side.BOTH
        assert word_finding(found.finding, look, "").title == "Jullie beleven het verschillend"
    assert ("apart", Side.BOTH) not in codes(noticed(table.seen_by_noor(day(last + 60))))


def test_her_own_checkins_are_noticed_for_her_alone(table: Together) -> None:
    for n, step in enumerate([5, 5, 5, 1, 1]):
        draft = checkins.own_draft(person=table.noor, collaboration=table.collaboration, today=day(n * 7).date())
        checkins.save_own(draft=draft, values={"flow": step, "trust": step, "money": step})
        checkins.close_own(draft=draft, now=day(n * 7))
    look = table.seen_by_noor(day(28))
    (found,) = noticed(look)
    assert found.finding.audience == Circle.PRIVATE
    assert not is_shared(found)
    page = word_finding(found.finding, look, "")
    assert page.is_private
    assert {line.circle for line in page.evidence} == {"private"}
    assert noticed(table.seen_by_marleen(day(28))) == []
    assert board_of(look, only_shared=True).findings == []
    assert mirrored_board(look, board_of(look)).findings == []


def test_a_colleague_sees_what_rests_on_shared_facts(table: Together, fallen: int) -> None:
    colleague = karin(colleague_of=table.noor)
    show_colleague(by=table.noors_seat, colleague=colleague, now=day(fallen))
    assert codes(noticed(visit(colleague, table.collaboration, now=day(fallen)))) == codes(
        noticed(table.seen_by_noor(day(fallen)))
    )


def test_the_mirror_tells_what_the_other_reads(table: Together, fallen: int) -> None:
    look = table.seen_by_noor(day(fallen))
    mirror = mirrored_board(look, board_of(look))
    told = [page.title for page in board_of(table.seen_by_marleen(day(fallen))).findings]
    assert [page.title for page in mirror.findings] == told
    assert (mirror.name, mirror.my_name) == ("Marleen", "Noor")


def test_what_is_set_aside_does_not_come_back_for_the_same_facts(table: Together, fallen: int) -> None:
    look = table.seen_by_noor(day(fallen))
    found = one(noticed(look), "changed")
    shown = actions.keep_shown(visit=look, noticed=found)
    actions.set_aside(shown=shown, reason="Haar moeder is ziek.", now=look.now)
    for n in (fallen, fallen + 3, fallen + 6):
        assert ("changed", Side.OTHER) not in codes(noticed(table.seen_by_noor(day(n))))
        assert "Er veranderde iets voor Marleen" not in [
            page.title for page in tables_of_person(table.noor, day(n))[0].findings
        ]
    assert ("changed", Side.SELF) in codes(noticed(table.seen_by_marleen(day(fallen)))), "only hers is set aside"
    assert noticed_by_mark(look, found.mark) == found, "its page stays there"


def test_what_is_set_aside_comes_back_for_new_facts(table: Together, fallen: int) -> None:
    look = table.seen_by_noor(day(fallen))
    found = one(noticed(look), "changed")
    actions.set_aside(shown=actions.keep_shown(visit=look, noticed=found), reason="", now=look.now)
    last = weeks(table, [3], [1], first=6)
    again = one(noticed(table.seen_by_noor(day(last))), "changed")
    assert again.mark != found.mark
    assert noticed_by_mark(table.seen_by_noor(day(last)), found.mark) is None


def test_taken_up_again_it_is_back(table: Together, fallen: int) -> None:
    look = table.seen_by_noor(day(fallen))
    shown = actions.keep_shown(visit=look, noticed=one(noticed(look), "changed"))
    actions.set_aside(shown=shown, reason="Toch niet.", now=look.now)
    actions.take_up_again(shown=shown)
    shown.refresh_from_db()
    assert (shown.set_aside_at, shown.set_aside_reason) == (None, "")
    assert ("changed", Side.OTHER) in codes(noticed(look))


def test_what_was_shown_is_kept_once_with_its_evidence(table: Together, fallen: int) -> None:
    look = table.seen_by_noor(day(fallen))
    found = one(noticed(look), "changed")
    first = actions.keep_shown(visit=look, noticed=found)
    assert actions.keep_shown(visit=table.seen_by_noor(day(fallen + 2)), noticed=found) == first
    kept = ShownFinding.objects.get()
    assert kept.shown_at == day(fallen)
    assert (kept.finding["code"], kept.finding["rule_version"]) == ("changed", found.finding.rule_version)
    assert len(kept.finding["evidence"]) == len(found.finding.evidence)
    assert shown_of(look, found.mark) == first
    assert shown_of(table.seen_by_marleen(day(fallen)), found.mark) is None


def test_a_mark_of_someone_else_opens_nothing(table: Together, fallen: int) -> None:
    mark = one(noticed(table.seen_by_noor(day(fallen))), "changed").mark
    outsider = ruben()
    elsewhere = visit(outsider, started(outsider), now=day(fallen))
    assert noticed_by_mark(elsewhere, mark) is None
    assert noticed_by_mark(table.seen_by_marleen(day(fallen)), mark) is None


def test_marleen_gets_a_private_side_with_an_account_and_keeps_what_she_had(table: Together, fallen: int) -> None:
    before = noticed(table.seen_by_marleen(day(fallen)))
    become_account(
        person=table.marleen, name="Marleen de Vries", email="marleen@voorbeeld.nl",
        password="een zin die je onthoudt", now=day(fallen),
    )  # fmt: skip
    assert noticed(table.seen_by_marleen(day(fallen))) == before
