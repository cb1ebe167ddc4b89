"""A handover with its successor goes out and comes in; what one side still drafts is in no other file."""

from __future__ import annotations

import json
from typing import Any

import pytest

from samenstroom.collaborations.visits import visit_of
from samenstroom.dossier.export import export
from samenstroom.dossier.importing import read_in
from samenstroom.farewell.actions.successors import ask_question, log_look, tick_items
from samenstroom.farewell.models import HandoverItem
from tests.features.farewell.steps import PLANNING, all_ticked, kept, laid, let_in, released, successor_at
from tests.people import Together, day, together

pytestmark = pytest.mark.django_db
SECTIONS = ("handover_plan", "handover_items", "successors", "successor_questions", "work_in_sessions")


@pytest.fixture
def table() -> Together:
    made = together(with_rhythm=False)
    items = laid(made)
    all_ticked(made, items[:1])
    sam = successor_at(made)
    released(made, sam, items)
    key = let_in(made, sam)
    log_look(successor=sam, now=day(3))
    ask_question(successor=sam, key=key, text="Waar staat de map?", now=day(3))
    tick_items(successor=sam, key=key, seen=[items[0].pk], shown=[one.pk for one in items], now=day(3))
    return made


def handed(document: dict[str, Any]) -> dict[str, Any]:
    return {name: document[name] for name in SECTIONS if document.get(name)}


def test_it_comes_in_as_it_went_out_without_a_link(table: Together) -> None:
    out = json.loads(json.dumps(export(table.seen_by_noor(day(4)))))
    assert len(out["handover_items"]) == 2 and out["successors"][0]["looks"] and out["successor_questions"]
    assert "token" not in json.dumps(out["successors"]) and "hash" not in json.dumps(out["successors"])
    again = read_in(document=out, person=table.noor, now=day(5))
    visit = visit_of(table.noor, again.public_id, day(5))
    assert visit is not None
    assert handed(json.loads(json.dumps(export(visit)))) == handed(out)
    assert again.successors.get().token_hash is None


def test_a_draft_is_only_in_the_file_of_who_keeps_it_and_moves_no_key(table: Together) -> None:
    before = handed(export(table.seen_by_marleen(day(4))))
    kept(table, PLANNING)
    HandoverItem.objects.filter(tabled_at=None).update(added_at=day(0))
    assert handed(export(table.seen_by_marleen(day(4)))) == before
    assert handed(export(table.seen_by_noor(day(4)), only_shared=True)) == before
    mine = export(table.seen_by_noor(day(4)))["handover_items"]
    assert [("tabled_at" in one) for one in mine] == [False, True, True]
