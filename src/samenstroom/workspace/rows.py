"""What lies between the two and what is in her pocket, as rows for the page of one collaboration."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samenstroom.adjusting.wording.attempts import attempt_row
from samenstroom.adjusting.wording.pauses import pause_row
from samenstroom.checkins.queries import OwnView, RepairView, RhythmView, RoundView
from samenstroom.collaborations.visits import Visit
from samenstroom.collaborations.wording import label_of
from samenstroom.exchanges.queries import ExchangeView
from samenstroom.exploring.wording.acquaintance import acquaintance_words, way_in
from samenstroom.exploring.wording.trials import row_words
from samenstroom.farewell.wording.endings import row_words as ending_words
from samenstroom.kit.dates import long_date
from samenstroom.kit.language import language
from samenstroom.rules.life_cycle import BEFORE_THE_WORK, Stage
from samenstroom.watch.board import Board
from samenstroom.watch.wording import FindingPage

from .row import Row, row_url
from .rows_handover import handover_rows
from .rows_shelves import pocket_shelf_rows, shelf_rows

if TYPE_CHECKING:
    from samenstroom.collaborations.models import OwnStage
    from samenstroom.farewell.models import Farewell

TONES = {"alarm": "alarm", "concern": "concern", "notice": "notice", "good": "calm"}


def shared_rows(visit: Visit, board: Board) -> list[Row]:
    """Everything between the two, most urgent first. Both sides see the same things in their own words.

    Once the end was announced it comes first.
    """
    if board.parting.is_closed:
        return _rows_afterwards(visit, board)
    rows, ending = _rows(visit, board), _ending_row(visit, board)
    return [ending, *rows] if board.parting.ending else [*rows, ending]


def _rows_afterwards(visit: Visit, board: Board) -> list[Row]:
    """What there is to read back of a closed collaboration; nothing waits for anybody, nothing is suggested."""
    kept = [replace(one, state="", tone="plain") for one in _rows(visit, board) if not one.is_offer]
    return [_ending_row(visit, board), *kept]


def _rows(visit: Visit, board: Board) -> list[Row]:
    return [
        *([_open_row(visit, board.open_round)] if board.open_round else []),
        *_waiting_repair_rows(visit, board),
        *handover_rows(visit, board),
        *shelf_rows(visit, board, waiting=True),
        *([_acquaintance_row(visit, board.acquaintance)] if _asks(visit, board) else []),
        *(_finding_row(visit, page) for page in board.findings if not page.is_private),
        *_answer_rows(visit, board),
        *shelf_rows(visit, board, waiting=False),
        *_agreed_rows(visit, board),
        *([_acquaintance_row(visit, board.acquaintance)] if not _asks(visit, board) else []),
        _trial_row(visit, board),
        _stream_row(visit, board.rounds),
        _rhythm_row(visit, board.rhythm),
        *_adjusting_rows(visit, board),
        *_logbook_rows(visit, board),
    ]


def pocket_rows(
    visit: Visit, board: Board, own: OwnView, own_stage: OwnStage | None, origin: str, *,
    asks_carrying_on: bool, farewell: Farewell | None = None,
) -> list[Row]:  # fmt: skip
    """Everything that only she sees here."""
    rows = [_explore_row(visit)] if _explores(visit) else []
    rows += [_farewell_row(visit, farewell)] if farewell and not farewell.is_aside else []
    rows += [_finding_row(visit, page) for page in board.findings if page.is_private]
    rows.append(_own_row(visit, own, board.today))
    rows += pocket_shelf_rows(visit, board)
    feelings = reverse("workspace:feelings") + f"?over={visit.collaboration.public_id}"
    rows.append(Row(_("Gevoel"), _("Wat zei je gevoel, en wat zegt het nu?"), feelings))
    rows.append(Row(_("Een gesprek voorbereiden"), _("Vier korte stappen, zonder haast."), row_url(visit, "talks")))
    if not visit.takes_part:
        rows.append(_own_attempt_row(visit))
    if farewell or board.parting.ending:
        hint = _("Eerst voor jezelf, in je eigen tempo.")
        rows.append(Row(_("Overdragen voorbereiden"), hint, row_url(visit, "handover_own")))
    rows.append(_carrying_on_row(visit, asks=asks_carrying_on))
    rows.append(_own_stage_row(visit, own_stage))
    if not _explores(visit):
        rows.append(_explore_row(visit))
    if (farewell is None and not _explores(visit)) or (farewell and farewell.is_aside):
        rows.append(_farewell_row(visit, farewell))
    if origin:
        rows.append(Row(_("Hoe jullie bij elkaar kwamen"), origin))
    return rows


def _own_attempt_row(visit: Visit) -> Row:
    line = _("Een paar kleine dingen, tot een dag die je kiest.")
    return Row(_("Zelf iets proberen"), line, row_url(visit, "own_attempt"))


def _explores(visit: Visit) -> bool:
    return visit.collaboration.stage == Stage.EXPLORE.value


def _explore_row(visit: Visit) -> Row:
    """On top as long as both explore; later it is there to read back."""
    title, url = _("Verkennen"), row_url(visit, "explore")
    if _explores(visit):
        return Row(title, _("Hoor je eigen twijfel, voordat je ja zegt."), url, _("Nu aan de beurt"), "now")
    return Row(title, _("Wat je zag en waarom je koos."), url)


def _farewell_row(visit: Visit, farewell: Farewell | None) -> Row:
    """High up once she is at it; otherwise quietly at the end, so that nobody is pointed to the door."""
    title, url = _("Afscheid"), row_url(visit, "farewell")
    if farewell is None:
        return Row(title, _("Rustig stoppen, als het ooit zover is."), url)
    if farewell.is_aside:
        return Row(title, _("Je legde het opzij. Alles staat er nog."), url)
    return Row(title, _("Je begon eraan. Ga verder waar je was."), url)


def _day(day: date) -> str:
    return long_date(day, language())


def _turn(visit: Visit) -> tuple[str, str]:
    """The state and its tone of what waits for a yes; who reads along is not asked."""
    return (_("Nu jij"), "now") if visit.speaks else ("", "plain")


def _answer_rows(visit: Visit, board: Board) -> Iterator[Row]:
    if board.last_revealed:
        yield Row(
            _("Antwoorden van %(date)s") % {"date": _day(board.last_revealed.round.opened_on)},
            _("Ze liggen open, voor jullie allebei."),
            row_url(visit, "checkin_reveal", day=board.last_revealed.round.opened_on),
        )
    if len(board.rounds) > 1:
        hint = ngettext("%(n)s check-in tot nu toe", "%(n)s check-ins tot nu toe", len(board.rounds))
        yield Row(_("Alle check-ins"), hint % {"n": len(board.rounds)}, row_url(visit, "checkins"))


def _open_row(visit: Visit, view: RoundView) -> Row:
    day = view.round.opened_on
    title = _("Check-in van %(date)s") % {"date": _day(day)}
    if view.i_sent or not visit.speaks:
        state, icon = (_("Nog dicht"), "sealed") if view.i_sent or view.they_sent else ("", "")
        return Row(title, _who_sent(visit, view), row_url(visit, "checkin_reveal", day=day), state, "plain", icon)
    return Row(title, _who_sent(visit, view), row_url(visit, "checkin_step", day=day, number=1), _("Nu jij"), "now")


def _who_sent(visit: Visit, view: RoundView) -> str:
    name = {"name": visit.other_name}
    if view.i_sent and visit.speaks:
        return _("Jij hebt geantwoord. %(name)s nog niet. Dat mag.") % name
    if view.i_sent:
        return _("Jullie kant heeft geantwoord. %(name)s nog niet.") % name
    if view.they_sent and visit.speaks:
        return _("%(name)s heeft geantwoord. Als jij klaar bent, gaan de enveloppen open.") % name
    if view.they_sent:
        return _("%(name)s heeft geantwoord. Jullie kant nog niet.") % name
    return _("Ongeveer een minuut. Alles mag open blijven.") if visit.speaks else _("Nog niemand heeft geantwoord.")


def _waiting_repair_rows(visit: Visit, board: Board) -> Iterator[Row]:
    for view in board.due_repairs:
        url = row_url(visit, "repair_look", repair=view.repair.public_id)
        yield Row(_("Kijk terug op jullie afspraak"), view.repair.text, url, *_turn(visit))
    for view in board.proposed_repairs:
        title = _("%(name)s stelt een afspraak voor") % {"name": visit.other_name}
        yield Row(title, view.repair.text, _round_of(visit, view), *_turn(visit))


def _agreed_rows(visit: Visit, board: Board) -> Iterator[Row]:
    agreed = [one for one in board.repairs if one.is_agreed]
    if agreed:
        hint = ngettext("%(n)s afspraak, de laatste: %(text)s", "%(n)s afspraken, de laatste: %(text)s", len(agreed))
        words = {"n": len(agreed), "text": agreed[0].repair.text}
        yield Row(_("Afspraken"), hint % words, _round_of(visit, agreed[0]))


def _round_of(visit: Visit, view: RepairView) -> str:
    return row_url(visit, "checkin_reveal", day=view.repair.round.opened_on)


def _asks(visit: Visit, board: Board) -> bool:
    """Whether the acquaintance waits for her: then it stands with what is urgent."""
    return acquaintance_words(visit, board.acquaintance)[1]


def _acquaintance_row(visit: Visit, view: ExchangeView | None) -> Row:
    hint, is_turn = acquaintance_words(visit, view)
    page, parts = way_in(visit, view)
    state, tone, icon = (*_turn(visit), "") if is_turn else ("", "plain", "")
    if view and view.is_open and not is_turn:
        state, icon = _("Nog dicht"), "sealed"
    return Row(_("Kennismaking"), hint, row_url(visit, page, **parts), state, tone, icon, is_offer=view is None)


def _trial_row(visit: Visit, board: Board) -> Row:
    hint, turn = row_words(visit, board.trial)
    state, tone = _turn(visit) if turn else ("", "plain")
    return Row(_("Proefproject"), hint, row_url(visit, "trial"), state, tone, is_offer=board.trial is None)


def _ending_row(visit: Visit, board: Board) -> Row:
    """On top once somebody announced it; before that, last and quiet."""
    hint, turn = ending_words(visit, board.parting)
    title = _("Het einde, op papier") if board.parting.ending else _("Afscheid")
    state, tone = _turn(visit) if turn else ("", "plain")
    return Row(title, hint, row_url(visit, "ending"), state, tone)


def _rhythm_row(visit: Visit, rhythm: RhythmView) -> Row:
    title, url = _("Ritme van de check-ins"), row_url(visit, "rhythm")
    if rhythm.proposed and not rhythm.proposed_by_me:
        words = {
            1: _("%(name)s stelt voor: elke week."),
            2: _("%(name)s stelt voor: elke twee weken."),
            4: _("%(name)s stelt voor: elke vier weken."),
        }[rhythm.proposed.weeks]
        return Row(title, words % {"name": visit.other_name}, url, *_turn(visit))
    if rhythm.proposed:
        return Row(title, _("Voorgesteld. %(name)s zegt nog ja of nee.") % {"name": visit.other_name}, url)
    if rhythm.running:
        every = {1: _("Elke week"), 2: _("Elke twee weken"), 4: _("Elke vier weken")}
        return Row(title, every[rhythm.running.weeks], url)
    return Row(title, _("Kies samen hoe vaak jullie kijken of het stroomt."), url, is_offer=True)


def _adjusting_rows(visit: Visit, board: Board) -> Iterator[Row]:
    """Trying to mend it together, and standing still for a while; not offered before there is anything to mend."""
    is_early = Stage(visit.collaboration.stage) in BEFORE_THE_WORK
    pages = (
        (_("Herstelpoging"), "repair_attempt", attempt_row(visit, board.attempt), board.attempt),
        (_("Pauze"), "pause", pause_row(visit, board.pauses), board.pauses),
    )
    for title, page, (hint, state), there in pages:
        if is_early and not there:
            continue
        yield Row(title, hint, row_url(visit, page), state, "now" if state else "plain", is_offer=not there)


def _stream_row(visit: Visit, rounds: Sequence[RoundView]) -> Row:
    opened = sum(one.is_revealed for one in rounds)
    hint = _("Jullie lijnen van de laatste check-ins")
    if opened < 2:
        hint = _("Na twee check-ins samen zie je hier jullie verloop.")
    return Row(_("De stroom"), hint, row_url(visit, "stream"), is_offer=not opened)


def _logbook_rows(visit: Visit, board: Board) -> Iterator[Row]:
    newest = board.lines[0].sentence if board.lines else _("Wat er gebeurde, met de dag erbij")
    yield Row(_("Logboek"), newest, row_url(visit, "logbook"))
    if visit.speaks:
        hint = _("Een gesprek, een besluit, een feit. Je kiest wie het ziet.")
        yield Row(_("Noteer iets"), hint, row_url(visit, "log_choose"), is_offer=True)


def _finding_row(visit: Visit, page: FindingPage) -> Row:
    title = _("Signaal: %(title)s") % {"title": page.title}
    url = row_url(visit, "finding", mark=page.fingerprint)
    icon = "check" if page.level == "good" else "flag"
    return Row(title, page.line, url, page.level_word.capitalize(), TONES.get(page.level, "notice"), icon)


def _own_row(visit: Visit, own: OwnView, today: date) -> Row:
    title = _("Je eigen check-in")
    if own.draft:
        return Row(title, _("Je begon eraan. Ga verder waar je was."), row_url(visit, "own_step", number=1))
    if own.is_due(today):
        return Row(title, _("Ongeveer een minuut."), row_url(visit, "own_step", number=1), _("Tijd ervoor"), "now")
    if own.done:
        hint = _("De laatste was op %(date)s.") % {"date": _day(own.done[0].answered_on)}
        return Row(title, hint, row_url(visit, "own"))
    return Row(title, _("Jouw blik, ook als je alleen invult."), row_url(visit, "own"))


def _carrying_on_row(visit: Visit, *, asks: bool) -> Row:
    hint = _("Eén tik, eens per maand") if asks else _("Even stilstaan, zonder dat iemand het weet")
    state, tone = (_("Tijd ervoor"), "now") if asks else ("", "plain")
    return Row(_("Zou ik doorgaan?"), hint, row_url(visit, "carrying_on"), state, tone)


def _own_stage_row(visit: Visit, own_stage: OwnStage | None) -> Row:
    hint = _("Je loopt gelijk op met de gedeelde fase.")
    if own_stage:
        hint = _("Voor jezelf sta je bij: %(stage)s.") % {"stage": label_of("stages", own_stage.stage)}
    return Row(_("Mijn eigen fase"), hint, row_url(visit, "own_stage"))
