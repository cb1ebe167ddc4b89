"""Disagreements go out and come in; a limit and a draft are in the file of nobody but who has them."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

import pytest

from samenstroom.adjusting.actions.blind import send_limit
from samenstroom.adjusting.actions.conflicts import give_parts, give_together, keep_version
from samenstroom.adjusting.actions.ladders import move_ladder
from samenstroom.adjusting.actions.summaries import SentenceTerms, accept_sentences, propose_sentences
from samenstroom.adjusting.models import BlindLimit
from samenstroom.collaborations.visits import visit_of
from samenstroom.dossier.export import export
from samenstroom.dossier.importing import read_in
from samenstroom.rules.ladder import Step, ladder_from
from tests.features.adjusting.conflict_steps import limits, opened, solve
from tests.people import Together, day, together

pytestmark = pytest.mark.django_db


@pytest.fixture
def table() -> Together:
    """One that was solved with an amount in the middle; one with a pair that waits and limits that did not meet."""
    made = together(with_rhythm=False)
    first = opened(made, dimension="money")
    give_parts(conflict=first, seat=made.noors_seat, parts={"happened": "Zo was het."}, now=day(1))
    terms = SentenceTerms("Noor telt.", does=True, who=made.noors_seat.party, by_on=day(30).date())
    says = propose_sentences(conflict=first, seat=made.noors_seat, sentences=[terms], other_takes_part=True, now=day(1))
    accept_sentences(conflict=first, seat=made.marleens_seat, sentences=says, now=day(2))
    move_ladder(
        conflict=first, seat=made.noors_seat, ladder=ladder_from(None), step=Step.TALK, on=day(1).date(),
        other_takes_part=True, now=day(2),
    )  # fmt: skip
    limits(made, first, "800", "1000")
    solve(made, first)
    second = opened(made, subject="En nog iets.", n=6)
    give_together(conflict=second, seat=made.marleens_seat, parts={"need": "Rust."}, now=day(6))
    limits(made, second, "4711", "500", n=6)
    send_limit(conflict=second, seat=made.marleens_seat, amount=Decimal("555"), now=day(6))
    keep_version(conflict=second, visit=made.seen_by_noor(day(6)), parts={"effect": "Het kost me slaap."})
    return made


def told(document: dict[str, Any]) -> dict[str, Any]:
    parts = {name: document[name] for name in ("disagreements", "blind_rounds", "exchanges")}
    return {**parts, "drafts": document["own"].get("disagreement_drafts")}


def test_it_comes_in_as_it_went_out(table: Together) -> None:
    out = json.loads(json.dumps(export(table.seen_by_noor(day(7)))))
    assert [len(out[name]) for name in ("disagreements", "blind_rounds")] == [2, 3]
    assert out["own"]["disagreement_drafts"][0]["parts"] == {"effect": "Het kost me slaap."}
    again = read_in(document=out, person=table.noor, now=day(8))
    visit = visit_of(table.noor, again.public_id, day(8))
    assert visit is not None
    back = told(json.loads(json.dumps(export(visit))))
    waits = told(out)
    waits["blind_rounds"][2].pop("limits")  # the other is asked again
    waits["exchanges"][0].pop("answers")
    assert back == waits


def test_the_limit_of_the_other_is_in_no_file_also_after_it_was_compared(table: Together) -> None:
    theirs = json.dumps(export(table.seen_by_marleen(day(7))))
    assert "4711" not in theirs and "slaap" not in theirs and '"555"' in theirs
    shared = json.dumps(export(table.seen_by_noor(day(7)), only_shared=True))
    assert not any(number in shared for number in ("4711", '"555"', '"1000"', '"500"', "slaap"))
    own = [one for one in json.loads(theirs)["blind_rounds"][1]["limits"] if "amount" in one]
    assert [one["amount"] for one in own] == ["500"] and BlindLimit.objects.count() == 5
