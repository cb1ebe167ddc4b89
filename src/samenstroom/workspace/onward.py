"""Where she can go from the page of a finished scan."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _

from samenstroom.collaborations.visits import Visit

if TYPE_CHECKING:
    from samenstroom.exploring.models import Scan


@dataclass(frozen=True)
class Step:
    """A link with its words."""

    title: str
    url: str


def onward_from(visit: Visit, scan: Scan, earlier: Scan | None) -> list[Step]:
    """The steps that are there, in the order in which they help."""
    table = visit.collaboration.public_id
    steps = [Step(_("Noteer wat je gevoel zegt"), f"{reverse('workspace:feelings')}?over={table}")]
    steps += _those_that_exist(
        table,
        {
            "references": _("Vraag een referentie"),
            "trial": _("Probeer het eerst met een proefproject"),
            "decision": _("Ga naar je besluit"),
            "explore": _("Terug naar Verkennen"),
        },
    )
    if earlier:
        side_by_side = reverse("workspace:scan_compare", args=[table, scan.public_id, earlier.public_id])
        steps.insert(0, Step(_("Leg deze scan naast je vorige"), side_by_side))
    return steps


def _those_that_exist(table: str, named: dict[str, str]) -> list[Step]:
    """Steps whose page is part of this installation."""
    found = []
    for name, title in named.items():
        try:
            found.append(Step(title, reverse(f"workspace:{name}", args=[table])))
        except NoReverseMatch:
            continue
    return found
