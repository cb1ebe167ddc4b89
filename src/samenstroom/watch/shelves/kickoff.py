"""What a kick-off lays ready: its row, whose turn it is, and that the goals were accepted by both."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _

from samenstroom.collaborations.visits import Visit
from samenstroom.planning.queries.kickoff import Kickoff, kickoffs_by_table
from samenstroom.planning.wording.kickoff import kickoff_in_words, kickoff_way_in
from samenstroom.rules.entries import Entry
from samenstroom.rules.life_cycle import Stage

from .shelf import Ask, Shelf, ShelfRow

FITS = frozenset((Stage.AGREE, Stage.START, Stage.WORK))
"""Stages in which it is offered while there is nothing yet."""


def rows(visit: Visit, found: Kickoff) -> Iterator[ShelfRow]:
    """One row; only an offer before there is anything, and then only where it fits."""
    if not found.is_begun and Stage(visit.collaboration.stage) not in FITS:
        return
    hint, is_turn = kickoff_in_words(visit, found)
    yield ShelfRow(
        title=_("Startgesprek"),
        hint=hint,
        page="kickoff",
        state=_("Nu jij") if is_turn else "",
        tone="now" if is_turn else "plain",
        icon="talk",
        is_offer=not found.is_begun,
        both=_("Doelen, verwachtingen en een gesprek om mee te beginnen.") if found.is_begun else "",
    )


def asks(visit: Visit, found: Kickoff) -> Iterator[Ask]:
    """Whose turn it is: a moment, a sentence, her envelope."""
    if not visit.speaks:
        return
    name = {"name": visit.other_name}
    if found.talk and found.talk.waits_for_yes:
        yield Ask(
            80, "calendar", _("%(name)s stelt een moment voor om te praten") % name,
            _("Zeg ja, of kies een ander moment."), _("Bekijk het moment"), "kickoff",
        )  # fmt: skip
    if any(one.waits_for_yes for one in found.goals):
        yield Ask(
            78, "together", _("%(name)s stelt een zin voor over jullie doel") % name,
            _("Zeg ja, of zeg het anders."), _("Lees de zin"), "kickoff",
        )  # fmt: skip
    if found.exchange and found.exchange.waits_for_me:
        page, parts = kickoff_way_in(visit, found.exchange)
        line = _("Drie korte delen. Alles mag open blijven.")
        if found.exchange.they_sent:
            line = _("%(name)s is klaar. Zodra jij klaar bent, gaan de enveloppen open.") % name
        yield Ask(
            76 if found.exchange.they_sent else 66, "sealed", _("Wat verwacht jij van het werk met %(name)s?") % name,
            line, _("Beantwoord de vragen"), page, parts,
        )  # fmt: skip


def entries(_visit: Visit, found: Kickoff) -> Iterator[Entry]:
    """That the goals were accepted by both; that the talk was held is a line of the logbook itself."""
    if found.accepted_on:
        yield Entry("goals_accepted", found.accepted_on, key="kickoff-goals")


SHELF = Shelf("kickoff", kickoffs_by_table, rows, asks, entries)
