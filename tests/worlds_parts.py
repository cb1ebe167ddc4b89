"""What each feature adds to the two worlds: shared things that stay the same, and private ones that differ.

Each part draws the ids of what is shared from seeds of its own, so that no part can shift those of another.
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from tests.worlds_acquaintance import add_acquaintance
from tests.worlds_addenda import addenda
from tests.worlds_adjusting import adjusting
from tests.worlds_agenda import agenda
from tests.worlds_agreement import agreement
from tests.worlds_amounts import own_amounts
from tests.worlds_asking import add_asking
from tests.worlds_balance import balance
from tests.worlds_conflicts import conflicts
from tests.worlds_connections import connections
from tests.worlds_deals import add_deals
from tests.worlds_decision import own_decision
from tests.worlds_elsewhere import elsewhere
from tests.worlds_exit import exit_plan
from tests.worlds_farewell import own_farewell
from tests.worlds_feedback import feedback
from tests.worlds_files import files
from tests.worlds_handover import handover
from tests.worlds_hours import hours
from tests.worlds_invoices import invoices
from tests.worlds_mentor import mentor
from tests.worlds_negotiating import negotiating
from tests.worlds_outlines import outlines
from tests.worlds_outside import outside
from tests.worlds_post import post
from tests.worlds_priorities import priorities
from tests.worlds_readiness import own_readiness
from tests.worlds_reading import texts_read
from tests.worlds_retrospective import retrospective
from tests.worlds_scan import own_scans
from tests.worlds_signing import signing
from tests.worlds_start import add_start
from tests.worlds_start_lists import start_lists
from tests.worlds_tasks import tasks

if TYPE_CHECKING:
    from tests.worlds import Secrets, World


def add_parts(world: World, noor_keeps: Secrets, marleen_keeps: Secrets, start: datetime) -> None:
    """Everything that was added to a collaboration since its first stream."""
    post(world, noor_keeps, marleen_keeps, start)
    add_acquaintance(world, noor_keeps, marleen_keeps, start)
    add_asking(world, noor_keeps, marleen_keeps, start)
    own_scans(world, noor_keeps)
    adjusting(world, noor_keeps, marleen_keeps)
    agreement(world, noor_keeps)
    texts_read(world, noor_keeps)
    handover(world, noor_keeps)
    hours(world)
    balance(world, noor_keeps, marleen_keeps)
    exit_plan(world, noor_keeps)
    priorities(world, noor_keeps, marleen_keeps)
    files(world, noor_keeps)
    elsewhere(world)
    feedback(world, noor_keeps)
    conflicts(world, noor_keeps, marleen_keeps)
    start_lists(world)
    invoices(world)
    tasks(world)
    own_readiness(world, noor_keeps)
    own_decision(world, noor_keeps)
    own_amounts(world, noor_keeps)
    add_start(world, noor_keeps, marleen_keeps, start)
    own_farewell(world, noor_keeps)
    add_deals(world)
    signing(world)
    outside(world, noor_keeps, marleen_keeps)
    retrospective(world, noor_keeps, marleen_keeps)
    outlines(world, noor_keeps)
    mentor(world, noor_keeps)
    negotiating(world)
    addenda(world, noor_keeps)
    connections(world)
    agenda(world)
