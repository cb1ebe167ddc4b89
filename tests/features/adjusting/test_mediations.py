"""A mediator: both must want her, both must tick, and what one of them ticks is known to nobody else."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from samenstroom.accounts.outside import GoneError
from samenstroom.adjusting.actions import mediations as actions
from samenstroom.adjusting.given import items_of
from samenstroom.adjusting.models import Mediation, MediationNote, MediationTick
from samenstroom.adjusting.queries.mediations import (
    looks_of_mediator,
    mediations_of,
    name_in_calendars,
    own_ticks,
    suits_both,
    talk_of,
)
from samenstroom.adjusting.wording.mediations import mediation_page, open_items, tick_rows
from samenstroom.collaborations.actions import NotAllowedError, answer_line
from samenstroom.collaborations.models import HistoryLine
from samenstroom.rules.visibility import Circle
from tests.features.adjusting.conflict_steps import opened
from tests.features.adjusting.mediation_steps import NOW, TERMS, agreed, let_in, noted, ticked
from tests.people import Together, noor, started, together, visit

pytestmark = pytest.mark.django_db


@pytest.fixture
def table() -> Together:
    made = together(with_rhythm=False)
    noted(made, "De rekening bleef liggen.")
    noted(made, "We spraken af te bellen.", by="marleen")
    noted(made, "GEHEIM", circle=Circle.PRIVATE)
    return made


def kinds(table: Together) -> list[str]:
    return list(table.collaboration.lines.values_list("kind", flat=True))


def titles(mediation: Mediation) -> list[str]:
    return [line for one in open_items(mediation, NOW) for line in one.lines]


def test_nobody_is_let_in_before_both_want_it(table: Together) -> None:
    made = actions.propose_mediation(seat=table.noors_seat, terms=TERMS, other_takes_part=True, now=NOW)
    with pytest.raises(NotAllowedError):
        actions.mint_mediator_link(mediation=made, seat=table.noors_seat, other_takes_part=True, now=NOW)
    with pytest.raises(NotAllowedError):
        actions.agree_mediation(mediation=made, seat=table.noors_seat, now=NOW)
    for _twice in range(2):
        actions.agree_mediation(mediation=made, seat=table.marleens_seat, now=NOW)
    assert kinds(table).count("mediation_agreed") == 1
    assert actions.mint_mediator_link(mediation=made, seat=table.marleens_seat, other_takes_part=True, now=NOW)
    with pytest.raises(NotAllowedError):
        actions.propose_mediation(seat=table.marleens_seat, terms=TERMS, other_takes_part=True, now=NOW)


def test_the_same_proposal_again_changes_nothing_and_another_takes_its_place(table: Together) -> None:
    propose = {"seat": table.noors_seat, "other_takes_part": True, "now": NOW}
    first = actions.propose_mediation(terms=TERMS, **propose)
    assert actions.propose_mediation(terms=TERMS, **propose) == first
    actions.propose_mediation(terms=actions.MediatorTerms("Jan Vos", TERMS.ends_on), **propose)
    assert [str(one.mediation.name) for one in mediations_of(table.seen_by_marleen(NOW))] == ["Jan Vos"]


def test_alone_it_is_noted_and_opens_nothing() -> None:
    person = noor()
    alone = visit(person, started(person), now=NOW)
    for _twice in range(2):
        made = actions.propose_mediation(seat=alone.seat, terms=TERMS, other_takes_part=False, now=NOW)
    assert made.noted_at == NOW and alone.collaboration.lines.filter(kind="mediation_noted").count() == 1
    with pytest.raises(NotAllowedError):
        actions.mint_mediator_link(mediation=made, seat=alone.seat, other_takes_part=True, now=NOW)
    assert mediation_page(mediations_of(alone)[0]).is_noted


def test_she_reads_only_what_both_ticked_as_it_read_then(table: Together) -> None:
    mediation = agreed(table)
    items = items_of(table.seen_by_noor(NOW))
    assert {one.title for one in items} == {"Noor schreef iets op.", "Marleen schreef iets op."}
    ticked(table, mediation, items, by="noor")
    assert titles(mediation) == []
    first = next(one for one in items if "rekening" in one.lines[0])
    ticked(table, mediation, [first], by="marleen")
    assert titles(mediation) == ["De rekening bleef liggen."]
    line = HistoryLine.objects.get(public_id=first.key.removeprefix("line:"))
    answer_line(line=line, seat=table.marleens_seat, stance="otherwise", words="Niet waar.", now=NOW)
    assert titles(mediation) == [], "other words need another tick"
    stale = [row.is_stale for row in tick_rows(table.seen_by_noor(NOW), mediation)]
    assert stale.count(True) == 1
    ticked(table, mediation, [], by="noor")
    assert not MediationTick.objects.filter(party=table.noors_seat.party).exists()


def test_both_see_the_same_things_by_name_and_nothing_private(table: Together) -> None:
    mine, theirs = items_of(table.seen_by_noor(NOW)), items_of(table.seen_by_marleen(NOW))
    assert mine == theirs and "GEHEIM" not in str(mine)


def test_what_she_ticks_changes_nothing_for_the_other(table: Together) -> None:
    mediation = agreed(table)
    before = (kinds(table), tick_rows(table.seen_by_marleen(NOW), mediation))
    ticked(table, mediation, items_of(table.seen_by_noor(NOW)), by="noor")
    assert (kinds(table), tick_rows(table.seen_by_marleen(NOW), mediation)) == before
    assert own_ticks(table.seen_by_marleen(NOW), mediation) == {}


def test_what_both_gave_in_an_open_disagreement_can_be_given(table: Together) -> None:
    opened(table)
    found = [one for one in items_of(table.seen_by_noor(NOW)) if one.key.startswith("conflict:")]
    assert found and all(one.title for one in found)


def test_she_writes_the_same_to_both_and_proposes_a_moment(table: Together) -> None:
    mediation = agreed(table)
    key = let_in(table, mediation)
    for _twice in range(2):
        actions.write_note(mediation=mediation, key=key, text="Zullen we praten?", now=NOW)
    assert MediationNote.objects.count() == 1
    moment = {"begins_at": NOW + timedelta(days=2), "minutes": 60, "place": "Het buurthuis"}
    first = actions.propose_talk(mediation=mediation, key=key, now=NOW, **moment)
    assert actions.propose_talk(mediation=mediation, key=key, now=NOW, **moment) == first
    later = {**moment, "begins_at": NOW + timedelta(days=4)}
    second = actions.propose_talk(mediation=mediation, key=key, now=NOW, **later)
    first.refresh_from_db()
    with pytest.raises(NotAllowedError):
        actions.answer_talk(talk=first, seat=table.noors_seat, can="yes", now=NOW)
    for seat in (table.noors_seat, table.marleens_seat):
        assert not suits_both(second)
        actions.answer_talk(talk=second, seat=seat, can="yes", now=NOW)
        second = talk_of(mediations_of(table.seen_by_noor(NOW))[0].mediation)
        assert second is not None
    assert suits_both(second)
    third = actions.propose_talk(
        mediation=mediation, key=key, now=NOW + timedelta(days=5), **{**moment, "begins_at": NOW + timedelta(days=9)}
    )
    assert name_in_calendars(second) == (first.public_id, 2), "a calendar moves the one that was not held"
    assert name_in_calendars(third) == (third.public_id, 0), "and keeps the one that was"


def test_looks_are_seen_by_both_to_the_minute(table: Together) -> None:
    mediation = agreed(table)
    for seconds in (5, 20, 70):
        actions.log_mediator_look(mediation=mediation, now=NOW + timedelta(seconds=seconds))
    assert len(looks_of_mediator(mediation)) == 2


@pytest.mark.parametrize("by", ["noors_seat", "marleens_seat"])
def test_either_side_ends_it_at_once(table: Together, by: str) -> None:
    mediation = agreed(table)
    key = let_in(table, mediation)
    for _twice in range(2):
        actions.end_mediation(mediation=mediation, seat=getattr(table, by), now=NOW)
    with pytest.raises(GoneError):
        actions.write_note(mediation=mediation, key=key, text="Nog iets.", now=NOW)
    with pytest.raises(NotAllowedError):
        actions.mint_mediator_link(mediation=mediation, seat=table.noors_seat, other_takes_part=True, now=NOW)
    with pytest.raises(NotAllowedError):
        ticked(table, mediation, [], by="noor")
    assert kinds(table).count("mediation_ended") == 1


def test_it_ends_by_itself_after_its_last_day(table: Together) -> None:
    mediation = agreed(table, terms=actions.MediatorTerms("Bea Kramer", date(2026, 1, 10)))
    key = let_in(table, mediation)
    for days, works in ((2, True), (3, False)):
        mediation.refresh_from_db()
        assert mediation.link_works_at(NOW + timedelta(days=days)) is works
    with pytest.raises(GoneError):
        actions.write_note(mediation=mediation, key=key, text="Nog iets.", now=NOW + timedelta(days=3))


def test_the_number_of_queries_does_not_grow(table: Together, django_assert_num_queries: Any) -> None:
    mediation = agreed(table)
    key = let_in(table, mediation)
    for number in range(3):
        actions.write_note(mediation=mediation, key=key, text=f"Bericht {number}", now=NOW)
    seen = table.seen_by_noor(NOW)
    with django_assert_num_queries(3):
        [mediation_page(one) for one in mediations_of(seen)]
