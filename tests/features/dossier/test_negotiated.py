"""What both said about an agreement goes along in a dossier, and comes out as it went in."""

from __future__ import annotations

import json
from typing import Any

import pytest

from samenstroom.agreements.actions.negotiating import say_yes, take_yes_back
from samenstroom.collaborations.visits import visit_of
from samenstroom.dossier.export import export
from samenstroom.dossier.importing import read_in
from samenstroom.dossier.problem import DossierError
from samenstroom.flows import negotiating as flow
from tests.features.agreements.negotiating_steps import moves_on, wants_days, wants_more
from tests.features.agreements.steps import laid
from tests.people import Together, day, together

pytestmark = pytest.mark.django_db


@pytest.fixture
def two() -> Together:
    """They talked about a first version and went on to a second."""
    two = together(with_rhythm=False)
    version = laid(two.seen_by_noor(now=day(1)), title="Honden", text="De hond mag mee.", payment_term_days=30)
    say_yes(version=version, seat=two.marleens_seat, parts=["scope", "eigen-1"], now=day(2))
    take_yes_back(version=version, seat=two.marleens_seat, part="scope", now=day(2))
    flow.comment(visit=two.seen_by_marleen(now=day(2)), version=version, part="scope", words="Wat valt hieronder?")
    taken = wants_days(two.seen_by_marleen(now=day(2)), version, 14, "Vlot.")
    flow.answer(visit=two.seen_by_noor(now=day(3)), proposal=taken, accepts=True, word="Goed.")
    wants_more(two.seen_by_noor(now=day(3)), version, "Katten")
    moves_on(two.seen_by_noor(now=day(4)), version)
    return two


def document_of(two: Together) -> Any:
    return json.loads(json.dumps(export(two.seen_by_noor(day(9)))))


def test_it_comes_out_as_it_went_in(two: Together) -> None:
    document = document_of(two)
    first, second = document["agreement_versions"]
    assert [one["part"] for one in first["yeses"]] == ["scope", "eigen-1"]
    assert first["comments"][0]["words"] == "Wat valt hieronder?"
    taken, waiting = first["proposals"]
    assert (taken["taken_into"], taken["word"], "taken_into" in waiting) == (second["key"], "Goed.", False)
    made = read_in(document=document, person=two.noor, now=day(10))
    visit = visit_of(two.noor, made.public_id, day(10))
    assert visit is not None
    again = json.loads(json.dumps(export(visit)))
    assert again["agreement_versions"] == document["agreement_versions"]


@pytest.mark.parametrize(
    "broken", [{"taken_into": "v9"}, {"content": {"before": 3, "after": "x"}}, {"put_at": "2027-01-01T00:00:00Z"}]
)
def test_what_cannot_be_so_is_refused(two: Together, broken: dict[str, Any]) -> None:
    document = document_of(two)
    document["agreement_versions"][0]["proposals"][0] |= broken
    with pytest.raises(DossierError):
        read_in(document=document, person=two.noor, now=day(10))
