"""For when it ever stops: what both agree beforehand."""

from __future__ import annotations

from samenstroom.table import exit_plan
from samenstroom.table.page import Pages

PAGES: Pages = (
    ("afspreken/als-het-stopt/", exit_plan.exit_plan, "exit_plan"),
    ("afspreken/als-het-stopt/voorstel/", exit_plan.propose, "exit_plan_propose"),
    ("afspreken/als-het-stopt/<slug:page>/antwoord/", exit_plan.answer, "exit_plan_answer"),
)
