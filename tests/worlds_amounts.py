"""How much Noor keeps at her first table: the same kinds of private rows once more, in numbers that differ.

That there are more of them, what they say to the rules, and that she began something must show to nobody. Their ids
come from the free source, so that they shift none of what is the same in every world.
"""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

from samenstroom.adjusting.actions.own_attempts import look_back_on_own, start_own_attempt
from samenstroom.exploring.actions.acquaintance import keep_own_acquaintance
from samenstroom.exploring.actions.decisions import (
    draft_decision,
    look_back_on_decision,
    make_decision,
    write_decision,
)
from samenstroom.exploring.actions.readiness import keep_readiness
from samenstroom.exploring.actions.references import ask_reference, mint_reference_link, note_reference
from samenstroom.exploring.actions.room import save_asked, save_room
from samenstroom.exploring.actions.scans import answer_question, finish_scan, start_scan
from samenstroom.exploring.wording.readiness import questions, said
from samenstroom.profiles.actions.boundaries import draw_boundary

if TYPE_CHECKING:
    from datetime import datetime

    from samenstroom.collaborations.visits import Visit
    from tests.worlds import Secrets, World

WAVING = ("haggles", "urgency", "ignores_boundaries", "vague_money", "identity_unclear")


def own_amounts(world: World, keeps: Secrets) -> None:
    """As many more of everything as she keeps, and a draft at her second table when she keeps any."""
    visit = world.visit(world.noor, world.first)
    for number in range(keeps.more):
        when = visit.now - timedelta(days=20 - number)
        _scan(visit, keeps, when)
        _decision(visit, keeps, when, number)
        _asks_around(visit, keeps, when)
        draw_boundary(person=world.noor, topic="payment", words=f"{keeps.remark} {number}", why="", now=when)
        own = start_own_attempt(visit=visit, stuck=keeps.remark, tries=["Bellen."], look_back_on=date(2026, 5, 1))
        look_back_on_own(attempt=own, visit=visit, said="go_on", why="", helped="")
        _is_sent_a_test(world, keeps, when, number)
    if keeps.more:
        _fills_in_her_room(world, visit)


def _scan(visit: Visit, keeps: Secrets, when: datetime) -> None:
    """One in which much waves: it leads to findings, for her alone. The one she is filling in is finished by it."""
    scan = start_scan(visit=visit)
    for question in WAVING:
        answer_question(scan=scan, question=question, given="yes", note=keeps.remark, turn=0)
    finish_scan(scan=scan, now=when)


def _decision(visit: Visit, keeps: Secrets, when: datetime, number: int) -> None:
    decision = draft_decision(visit=visit)
    write_decision(
        decision=decision, choice=("go", "later", "trial")[number % 3], why=keeps.remark, percent=70,
        worries=[], look_back_on=date(2026, 5, 1),
    )  # fmt: skip
    make_decision(visit=visit, decision=decision, snapshot={"lines": [], "flags": list(WAVING)})
    decision.refresh_from_db()
    look_back_on_decision(decision=decision, outcome="no", lesson=keeps.remark[:300], now=when)


def _asks_around(visit: Visit, keeps: Secrets, when: datetime) -> None:
    """One referee with a link in her hands, and one who told it by phone."""
    parts = {"person": visit.person, "collaboration": visit.collaboration, "relation": "", "now": when}
    mint_reference_link(reference=ask_reference(referee="Wim", words=keeps.remark, **parts), now=when)
    heard = ask_reference(referee="Els", words="", **parts)
    note_reference(reference=heard, said={"again": {"choice": "yes_again", "words": keeps.remark}}, now=when)


def _is_sent_a_test(world: World, keeps: Secrets, when: datetime, number: int) -> None:
    chosen = {one["id"]: one["options"][-1]["id"] for one in questions()}
    answer = keep_readiness(
        person=world.noor, answers=said(chosen), name="Iemand", contact="", words=keeps.remark, version="1",
        once=f"{number}" * 63 + "x", now=when,
    )  # fmt: skip
    if number == 0:
        answer.collaboration = world.first
        answer.save(update_fields=["collaboration"])


def _fills_in_her_room(world: World, visit: Visit) -> None:
    save_room(person=world.noor, hours=Decimal(20), income=Decimal(2000), energy=2, now=visit.now)
    for table, income in ((world.first, 1900), (world.second, 100)):
        save_asked(
            person=world.noor, collaboration=table, hours=Decimal(18), income=Decimal(income), energy=1,
            starts_on=date(2026, 6, 1), is_running=True, now=visit.now,
        )  # fmt: skip
    second = world.visit(world.noor, world.second)
    keep_own_acquaintance(visit=second, answers={"success": {"mine": "Rust.", "said": ""}})
    draft_decision(visit=second)
    start_scan(visit=second)
