"""Out and in and out again: nothing is lost, apart from what docs/dossier.md lists."""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.db import transaction
from hypothesis import HealthCheck, Phase, given, settings

from samenstroom.collaborations.visits import visit_of
from samenstroom.dossier.export import as_text, export
from samenstroom.dossier.importing import read_in
from samenstroom.dossier.reading import read
from samenstroom.kit import clock
from samenstroom.watch.queries import noticed
from tests import worlds
from tests.features.dossier.bricks import NOW
from tests.features.dossier.documents import after_import, documents
from tests.people import with_account
from tests.worlds import Secrets, build_world

FULL = Secrets(
    values=(1, 2, None, 4, 5, 3, 2, 1), guess=2, remark="een stille opmerking", private_lines=("een twijfel", "nog een"),
    own_stage="farewell", origin="online", own_checkins=((1,) * 8, (2,) * 8), carrying_on=(1, None), helped="no",
    sets_aside=True, has_draft=True,
)  # fmt: skip


class Undo(Exception):
    """Leaves nothing behind."""


def out_again(document: Any, person: Any) -> Any:
    """What comes out after this went in."""
    made = read_in(document=read(json.dumps(document).encode()), person=person, now=NOW)
    visit = visit_of(person, made.public_id, NOW)
    assert visit is not None
    return json.loads(as_text(export(visit)))


def without_the_import(document: Any) -> Any:
    """Without the line that says that it was read in."""
    *rest, last = document["entries"]
    assert last["kind"] == "collaboration_imported"
    return {**document, "entries": rest}


def filled(document: Any) -> Any:
    """Without sections in which nothing stands."""
    return {name: part for name, part in document.items() if part not in ([], {})}


@pytest.mark.django_db
def test_any_dossier_comes_out_as_it_went_in() -> None:
    reader = with_account("Ruben Smit", "ruben@voorbeeld.nl", now=NOW)

    # Without shrinking: with a database behind it that takes minutes, and the documents are small.
    @settings(
        suppress_health_check=list(HealthCheck), deadline=None, max_examples=60, database=None, phases=[Phase.generate]
    )
    @given(document=documents())
    def same(document: Any) -> None:
        try:
            with transaction.atomic():
                found = out_again(document, reader)
                expected = after_import(document, me="noor", reader="Ruben Smit", now=NOW)
                assert filled(without_the_import(found)) == filled(expected)
                raise Undo
        except Undo:
            pass

    same()


@pytest.mark.django_db
@pytest.mark.parametrize("who", ["noor", "marleen", "kim"])
def test_a_history_made_by_real_acts_comes_out_as_it_went_in(who: str) -> None:
    with clock.frozen(at=worlds.NOW):
        world = build_world(FULL, Secrets(private_lines=("van mij",), remark="van Marleen"))
        document = json.loads(as_text(export(world.visit(getattr(world, who), world.first))))
        found = out_again(document, world.ruben)
    assert without_the_import(found) == after_import(document, me=who, reader=world.ruben.name, now=NOW)


@pytest.mark.django_db
def test_the_second_time_only_the_moment_differs() -> None:
    with clock.frozen(at=worlds.NOW):
        world = build_world(FULL, Secrets())
        first = json.loads(as_text(export(world.visit(world.noor, world.first))))
        second = out_again(first, world.ruben)
        third = out_again(second, world.karin)
    assert without_the_import(without_the_import(third))["own"] == first["own"]
    assert third["rounds"] == second["rounds"]


@pytest.mark.django_db
def test_what_was_set_aside_stays_set_aside() -> None:
    with clock.frozen(at=worlds.NOW):
        world = build_world(FULL, Secrets())
        document = json.loads(as_text(export(world.visit(world.noor, world.first))))
        made = read_in(document=document, person=world.ruben, now=NOW)
        visit = visit_of(world.ruben, made.public_id, NOW)
        assert visit is not None
        before = {one.finding.code for one in noticed(world.visit(world.noor, world.first))}
        assert {one.finding.code for one in noticed(visit)} <= before
