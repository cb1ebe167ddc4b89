"""Entries of exploring and of the work, noun by noun."""

from __future__ import annotations

from tests.house.access_acquaintance import ACQUAINTANCE
from tests.house.access_agreement import AGREEMENT
from tests.house.access_asking import ASKING
from tests.house.access_balance import OWN_BALANCE
from tests.house.access_decision import DECISION
from tests.house.access_exit import OWN_EXIT
from tests.house.access_feedback import FEEDBACK
from tests.house.access_learning import LEARNING
from tests.house.access_outside import LAWYER
from tests.house.access_own_side import OWN_SIDE
from tests.house.access_retrospective import RETROSPECTIVE
from tests.house.access_scan import SCAN
from tests.house.entries import Entry

EXPLORE: tuple[Entry, ...] = (
    *SCAN,
    *ACQUAINTANCE,
    *ASKING,
    *DECISION,
    *FEEDBACK,
    *AGREEMENT,
    *LAWYER,
    *OWN_BALANCE,
    *OWN_EXIT,
    *LEARNING,
    *RETROSPECTIVE,
    *OWN_SIDE,
)
