"""`docs/calendar.md` lists every day and every hour ahead; a new one is in it, or this fails."""

from __future__ import annotations

import re
from pathlib import Path

from django.apps import apps
from django.db import models

from samenstroom.flows.moments import MOMENTS
from tests.features.flows import test_moments as walks

IS_AN_HOUR = re.compile(r"(begins|starts|meets|planned|due|on|when)(_at)?$")


def ours() -> list[type[models.Model]]:
    return [model for model in apps.get_models() if model.__module__.startswith("samenstroom.")]


class TestTheListOfMoments:
    PAGE = Path(__file__).parents[3] / "docs/calendar.md"

    def listed(self, heading: str) -> dict[str, list[str]]:
        part = self.PAGE.read_text().split(f"## {heading}\n")[1].split("\n## ")[0]
        rows = re.findall(r"^\| `([\w.]+)` \|(.*)\|$", part, re.MULTILINE)
        assert len(rows) == len(dict(rows)), "each once"
        return {name: [cell.strip() for cell in cells.split("|")] for name, cells in rows}

    def days(self) -> set[str]:
        return {
            f"{model._meta.label}.{field.name}"
            for model in ours()
            for field in model._meta.concrete_fields
            if type(field) is models.DateField
        }

    def test_every_hour_on_which_people_meet_sends_an_invitation_an_update_and_a_cancel(self) -> None:
        hours = {
            f"{model._meta.label}.{field.name}"
            for model in ours()
            for field in model._meta.concrete_fields
            if type(field) is models.DateTimeField and IS_AN_HOUR.match(field.name)
        }
        lasting = {f"{model._meta.label}.begins_at" for model in ours() if hasattr(model, "ends_at")}
        assert hours == lasting == {f"{name}.begins_at" for name in MOMENTS} == set(self.listed("Moments with an hour"))
        assert set(MOMENTS) == set(walks.WALKED), "a new one is walked through, from a proposal until it is off"

    def test_every_day_says_whether_it_is_in_a_calendar(self) -> None:
        listed = self.listed("Days")
        assert set(listed) == self.days()
        assert {cells[1] for cells in listed.values()} <= {"of both", "her own", "of whose it is", "no"}
