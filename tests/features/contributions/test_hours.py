"""Hours and what each side brings in: written, confirmed, seen otherwise, agreed, and what is left."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from samenstroom.agreements.models import AgreementVersion
from samenstroom.collaborations.actions import NotAllowedError, show_colleague
from samenstroom.collaborations.models import Collaboration
from samenstroom.contributions.actions import agreed as agreeing
from samenstroom.contributions.actions import hours as actions
from samenstroom.contributions.actions.hours import Work
from samenstroom.contributions.models import AgreedContribution, Contribution
from samenstroom.contributions.queries.hours import ledger_of
from samenstroom.contributions.wording.hours import entry_row, entry_title, sides_left
from samenstroom.rules.balance import OVER
from samenstroom.rules.entries import Stance
from samenstroom.rules.findings import Side
from samenstroom.watch.gather import history_of, known_of
from samenstroom.watch.shelves import hours as shelf
from tests.people import START, Together, day, karin, noor, seat_of, started, together, visit

pytestmark = pytest.mark.django_db
MONTH = {"hours": "20", "period": "month", "unused": "expire"}


@pytest.fixture
def table() -> Together:
    return together(with_rhythm=False)


def on(n: int) -> date:
    return (START + timedelta(days=n)).date()


def wrote(
    table: Together, hours: str = "2.5", n: int = 0, what: str = "Nieuwsbrief", at: int | None = None
) -> Contribution:
    moment = day(n if at is None else at)
    return actions.add_contribution(seat=table.noors_seat, work=Work(on(n), "hours", hours, what), now=moment)


def agreed(table: Together, **terms: Any) -> AgreedContribution:
    made = agreeing.propose_agreed(
        seat=table.noors_seat, party=table.noors_seat.party, starts_on=on(0), terms=MONTH | terms,
        other_takes_part=True, now=day(0),
    )  # fmt: skip
    agreeing.agree_agreed(agreed=made, seat=table.marleens_seat, now=day(0))
    return made


def kinds(collaboration: Collaboration) -> list[str]:
    shown = ("hours", "input")
    return [one.what for one in collaboration.lines.order_by("pk") if one.what.startswith(shown)]


def test_both_read_what_one_wrote_and_the_other_says_it_was_so(table: Together) -> None:
    entry = wrote(table)
    assert entry_title(entry) == "2,5 uur: Nieuwsbrief"
    (row,) = [entry_row(table.seen_by_marleen(), one) for one in ledger_of(table.seen_by_marleen()).entries]
    assert row.can_answer and not row.can_change and row.who == "Noor"
    for _ in range(2):
        actions.confirm_contributions(seen={entry.public_id: entry.stamp}, seat=table.marleens_seat, now=day(1))
    assert kinds(table.collaboration) == ["hours_confirmed"]
    with pytest.raises(NotAllowedError):
        actions.change_contribution(
            entry=entry, seat=table.noors_seat, work=Work(on(0), "hours", "3", "Meer"), now=day(2)
        )
    with pytest.raises(NotAllowedError):
        actions.remove_contribution(entry=entry, seat=table.noors_seat, now=day(2))


def test_pressed_twice_it_is_written_once_and_the_same_work_later_again_is_a_second(table: Together) -> None:
    assert wrote(table) == wrote(table)
    assert wrote(table, at=1) != wrote(table)


def test_what_changed_since_it_was_shown_is_not_confirmed_unseen(table: Together) -> None:
    entry, other = wrote(table), wrote(table, what="Cijfers")
    seen = {one.public_id: one.stamp for one in (entry, other)}
    actions.change_contribution(entry=entry, seat=table.noors_seat, work=Work(on(0), "hours", "8", "Alles"), now=day(1))
    assert actions.confirm_contributions(seen=seen, seat=table.marleens_seat, now=day(2)) == 1
    entry.refresh_from_db()
    assert entry.confirmed_at is None and entry.hours == 8


def test_seen_otherwise_in_words_until_its_writer_changes_it(table: Together) -> None:
    entry = wrote(table)
    for _ in range(2):
        actions.see_otherwise(entry=entry, seat=table.marleens_seat, words="Het was minder.", now=day(1))
    entry.refresh_from_db()
    row = entry_row(table.seen_by_noor(), entry)
    assert (row.otherwise, row.state) == ("Het was minder.", "Anders gezien")
    actions.change_contribution(entry=entry, seat=table.noors_seat, work=Work(on(0), "hours", "2", "Brief"), now=day(2))
    entry.refresh_from_db()
    assert entry.waits and not entry.otherwise
    assert kinds(table.collaboration) == ["hours_otherwise"]


def test_what_was_taken_away_stays_as_a_line_and_counts_no_more(table: Together) -> None:
    agreed(table)
    entry = wrote(table)
    for _ in range(2):
        actions.remove_contribution(entry=entry, seat=table.noors_seat, now=day(1))
    ledger = ledger_of(table.seen_by_marleen(day(1)))
    assert [one.removed_at is not None for one in ledger.entries] == [True]
    left = ledger.left(table.noors_seat.party.pk)
    assert left is not None and left.used == 0
    assert kinds(table.collaboration).count("hours_removed") == 1


def test_nobody_confirms_or_changes_what_is_not_hers_to(table: Together) -> None:
    entry = wrote(table)
    with pytest.raises(NotAllowedError):
        actions.confirm_contributions(seen={entry.public_id: "first"}, seat=table.noors_seat, now=day(1))
    with pytest.raises(NotAllowedError):
        actions.see_otherwise(entry=entry, seat=table.noors_seat, words="Nee.", now=day(1))
    with pytest.raises(NotAllowedError):
        actions.remove_contribution(entry=entry, seat=table.marleens_seat, now=day(1))
    colleague = karin(colleague_of=table.noor)
    show_colleague(by=table.noors_seat, colleague=colleague, now=day(1))
    with pytest.raises(NotAllowedError):
        actions.add_contribution(
            seat=seat_of(colleague, table.collaboration), work=Work(on(0), "hours", "1", "Iets"), now=day(1)
        )


def test_what_each_brings_in_counts_once_the_other_agrees(table: Together) -> None:
    propose = {"party": table.noors_seat.party, "starts_on": on(0), "terms": MONTH, "other_takes_part": True}
    made = agreeing.propose_agreed(seat=table.noors_seat, now=day(0), **propose)
    assert agreeing.propose_agreed(seat=table.noors_seat, now=day(1), **propose) == made
    assert ledger_of(table.seen_by_noor()).plans == {}
    with pytest.raises(NotAllowedError):
        agreeing.agree_agreed(agreed=made, seat=table.noors_seat, now=day(1))
    for _ in range(2):
        agreeing.agree_agreed(agreed=made, seat=table.marleens_seat, now=day(1))
    with pytest.raises(NotAllowedError):
        agreeing.drop_agreed(agreed=made, seat=table.marleens_seat, now=day(1))
    assert kinds(table.collaboration) == ["input_proposed", "input_agreed"]
    (side,) = sides_left(table.seen_by_marleen(), ledger_of(table.seen_by_marleen()))
    assert (side.who, side.left) == ("Noor", "Nog 20 uur tot en met 31 januari 2026")


def test_alone_it_is_noted_and_counts_at_once() -> None:
    person = noor()
    mine = visit(person, started(person))
    agreeing.propose_agreed(
        seat=mine.seat, party=mine.party, starts_on=on(0), terms=MONTH, other_takes_part=False, now=day(0)
    )
    entry = actions.add_contribution(seat=mine.seat, work=Work(on(0), "hours", "5", "Brief"), now=day(0))
    (side,) = sides_left(mine, ledger_of(mine))
    assert side.left.startswith("Nog 15 uur") and entry_row(mine, entry).state == "Genoteerd"
    assert kinds(mine.collaboration) == ["input_noted"]


def test_the_agreement_that_holds_comes_first(table: Together) -> None:
    agreed(table)
    AgreementVersion.objects.create(
        collaboration=table.collaboration, provider=table.noors_seat.party, number=1, put_by=table.noors_seat,
        put_at=day(0), signed_at=day(0), content={"jurisdiction": "NL", "facts": {"hours_per_week_expected": "6"}},
    )  # fmt: skip
    plan = ledger_of(table.seen_by_noor(day(1))).plans[table.noors_seat.party.pk]
    assert (plan.hours, plan.period.value) == (Decimal(6), "week")


@pytest.mark.parametrize(
    ("hours", "mark", "word"), [("9", None, ""), ("15", 75, "Driekwart"), ("21", OVER, "meer gewerkt")]
)
def test_both_read_the_same_neutral_word_for_some_days(
    table: Together, hours: str, mark: int | None, word: str
) -> None:
    agreed(table)
    wrote(table, hours, n=1)
    for look in (table.seen_by_noor, table.seen_by_marleen):
        ledger = ledger_of(look(day(2)))
        left = ledger.left(table.noors_seat.party.pk)
        assert left is not None and left.mark == mark
        said = " ".join(ask.line for ask in shelf._marks(look(day(2)), ledger))
        assert (word in said) if word else not said
        assert not list(shelf._marks(look(day(9)), ledger_of(look(day(9)))))


def test_the_other_is_asked_until_she_answered_and_a_reader_never(table: Together) -> None:
    entry = wrote(table)
    look = table.seen_by_marleen(day(1))
    (ask,) = shelf.SHELF.asks(look, ledger_of(look))
    assert ask.title == "Noor schreef 1 regel met uren of inbreng op"
    mine = table.seen_by_noor(day(1))
    assert not list(shelf.SHELF.asks(mine, ledger_of(mine)))
    actions.confirm_contributions(seen={entry.public_id: "first"}, seat=table.marleens_seat, now=day(1))
    assert not list(shelf.SHELF.asks(look, ledger_of(look)))


def test_the_rules_hear_of_the_hours_of_a_week(table: Together) -> None:
    wrote(table, "2", n=0)
    entry = wrote(table, "3", n=2)
    actions.see_otherwise(entry=entry, seat=table.marleens_seat, words="Het was minder.", now=day(3))
    look = table.seen_by_marleen(day(4))
    known = known_of(look.person, [look])[table.collaboration.pk]
    (given,) = [one for one in history_of(look, known).entries if one.kind == "hours_given"]
    assert (given.on, given.about, given.number("hours"), given.stance) == (on(0), Side.OTHER, 5.0, Stance.OTHERWISE)


@pytest.mark.parametrize("count", [1, 10, 100])
def test_a_ledger_takes_the_same_questions_for_any_number_of_lines(table: Together, count: int) -> None:
    agreed(table)
    for number in range(count):
        wrote(table, "0.1", what=f"Regel {number}")
    look = table.seen_by_noor(day(1))
    with CaptureQueriesContext(connection) as captured:
        ledger = ledger_of(look)
        [entry_row(look, one) for one in ledger.entries]
        sides_left(look, ledger)
        list(shelf.SHELF.rows(look, ledger))
    assert len(captured) == 4
