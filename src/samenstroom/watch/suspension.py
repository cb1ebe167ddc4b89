"""A clause that works: with a bill open after its day, the agreement may let the work stand still for a while."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samenstroom.agreements.queries.in_force import in_force_at
from samenstroom.collaborations.visits import Visit
from samenstroom.rules.findings import Finding, Side

LATE = frozenset({"invoice_late", "exposure"})
"""Findings that say that a bill is open after its day."""


def pause_words(visit: Visit, finding: Finding) -> str:
    """What both agreed about pausing, for the side that waits for its money; empty when there is nothing to offer.

    Rests on the agreement and on a finding, and is shown on a page that only she sees.
    """
    if finding.code not in LATE or not _waits(finding):
        return ""
    held = in_force_at(visit)
    if held is None or held.provider != visit.party.pk or not held.holds_that("suspension_right"):
        return ""
    days = held.whole("reminder_days_before_suspension")
    if days is None:
        return _("Jullie spraken af dat het werk mag stilstaan als een rekening te laat is.")
    said = ngettext(
        "Jullie spraken af: %(n)s dag na een herinnering mag het werk stilstaan.",
        "Jullie spraken af: %(n)s dagen na een herinnering mag het werk stilstaan.",
        days,
    )
    return said % {"n": days}


def _waits(finding: Finding) -> bool:
    """A late bill is told about who pays, work that goes on about who waits."""
    return finding.side != (Side.SELF if finding.code == "invoice_late" else Side.OTHER)
