"""Learning: looking back together."""

from __future__ import annotations

from samenstroom.table import retrospective
from samenstroom.table.page import Pages

PAGES: Pages = (
    ("leren/samen/", retrospective.together, "retrospective_together"),
    ("leren/samen/<slug:exchange>/", retrospective.answer, "retrospective_answer"),
    ("leren/samen/<slug:exchange>/stoppen/", retrospective.stop, "retrospective_stop"),
)
