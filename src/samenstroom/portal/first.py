"""What comes first on her own side: one act, or rest."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils.translation import gettext as _

from samenstroom.collaborations.visits import Visit
from samenstroom.exploring.queries.acquaintance import acquaintance_key
from samenstroom.exploring.wording.acquaintance import way_in
from samenstroom.watch.board import Board
from samenstroom.watch.overview import is_fresh, reveal_key
from samenstroom.watch.queries import seen_keys

if TYPE_CHECKING:
    from samenstroom.checkins.models import Rhythm
    from samenstroom.checkins.queries import RepairView, RoundView
    from samenstroom.exchanges.queries import ExchangeView
    from samenstroom.exploring.queries.trials import TrialView


@dataclass(frozen=True)
class First:
    """The one act, and the thing it is about.

    `act` is one of `answer`, `read`, `acquaintance` (answer it, or read what both said), `rhythm`, `trial` (say yes to
    it), `agree`, `look_back`, `trial_look` (over: how did it go), `propose` (no rhythm yet), `waiting` (she sent, the
    other did not), `calm`.
    """

    act: str
    round: RoundView | None = None
    repair: RepairView | None = None
    rhythm: Rhythm | None = None
    acquaintance: AcquaintanceWords | None = None
    trial: TrialView | None = None


@dataclass(frozen=True)
class AcquaintanceWords:
    """The acquaintance as her first act: its envelopes, what it asks, and where it leads."""

    view: ExchangeView
    title: str
    lead: str
    act: str
    url: str


def first_of(visit: Visit, board: Board) -> First:
    """In this order: answer, read, acquaintance, a rhythm, a trial, agree, look back; otherwise wait or rest."""
    waiting, opened = board.open_round, board.last_revealed
    if waiting and not waiting.i_sent and visit.speaks:
        return First("answer", round=waiting)
    if opened and opened is board.rounds[0] and not seen_keys(visit.person, [reveal_key(opened)]):
        return First("read", round=opened)
    if words := _acquaintance(visit, board.acquaintance):
        return First("acquaintance", acquaintance=words)
    return _to_agree(board) or _rest(board)


def _to_agree(board: Board) -> First | None:
    """What the other proposed, or what both agreed to look back on."""
    if board.rhythm.proposed and not board.rhythm.proposed_by_me:
        return First("rhythm", rhythm=board.rhythm.proposed)
    if board.trial and board.trial.waits_for_yes:
        return First("trial", trial=board.trial)
    if board.proposed_repairs:
        return First("agree", repair=board.proposed_repairs[0])
    if board.due_repairs:
        return First("look_back", repair=board.due_repairs[0])
    if board.trial and board.trial.waits_for_look_back:
        return First("trial_look", trial=board.trial)
    return None


def _acquaintance(visit: Visit, view: ExchangeView | None) -> AcquaintanceWords | None:
    """The acquaintance when it asks for her answer, or opened and she has not looked."""
    if view is None:
        return None
    name = {"name": visit.other_name}
    if view.is_revealed:
        if not is_fresh(view, seen_keys(visit.person, [acquaintance_key(view)])):
            return None
        title, act = _("Jullie kennismaking ligt open"), _("Lees jullie antwoorden")
        lead = _("Jij en %(name)s zijn allebei klaar. Jullie antwoorden liggen naast elkaar.") % name
    elif view.waits_for_me and visit.speaks:
        title, act = _("%(name)s wil graag kennismaken") % name, _("Beantwoord de vragen")
        lead = _("Jullie krijgen dezelfde vragen, in vijf korte delen. Daarna zien jullie elkaars antwoorden tegelijk.")
        if view.they_sent:
            title = _("%(name)s is klaar met de kennismaking") % name
        elif view.exchange.started_by_id == visit.seat.pk:
            title = _("Jullie kennismaking staat klaar")
    else:
        return None
    page, parts = way_in(visit, view)
    url = reverse(f"portal:{page}", kwargs={"collaboration": visit.collaboration.public_id, **parts})
    return AcquaintanceWords(view, title, lead, act, url)


def _rest(board: Board) -> First:
    if board.open_round and board.open_round.i_sent:
        return First("waiting", round=board.open_round)
    if board.rhythm.running is None and board.rhythm.proposed is None:
        return First("propose")
    return First("calm", round=board.last_revealed)
