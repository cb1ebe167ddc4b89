"""The ladder and the blind proposal in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samenstroom.adjusting.models import LadderMove
from samenstroom.adjusting.queries.blind import BlindView
from samenstroom.adjusting.queries.conflicts import ConflictView
from samenstroom.collaborations.visits import Visit
from samenstroom.collaborations.wording import money
from samenstroom.rules.ladder import Ladder, Rung, Step

from .conflicts import conflict_texts, day_words, who


@dataclass(frozen=True)
class StepRow:
    """One step for who looks: what it is, and where they are with it."""

    code: str
    name: str
    say: str
    act: str
    term: str
    state: str
    tone: str
    is_now: bool
    can_take: bool


def step_texts(step: str) -> Any:
    """The words of one step."""
    return next(one for one in conflict_texts()["steps"] if one["id"] == step)


def ladder_rows(visit: Visit, view: ConflictView, ladder: Ladder) -> list[StepRow]:
    """The steps in order; a step above the last one may be taken while the disagreement is open."""
    move = view.move
    above = ladder.after(Step(move.step) if move else None)
    taken = {one.step: one for one in view.moves}
    may = visit.speaks and view.conflict.is_open
    return [
        _row(visit, view, rung, taken.get(rung.step.value), can_take=may and rung in above) for rung in ladder.rungs
    ]


def _row(visit: Visit, view: ConflictView, rung: Rung, move: LadderMove | None, *, can_take: bool) -> StepRow:
    texts, is_now = step_texts(rung.step.value), view.move is not None and view.move.step == rung.step.value
    state, tone = _state(view, move, is_now=is_now)
    return StepRow(
        code=rung.step.value,
        name=str(texts["name"]),
        say=str(texts["say"]),
        act=str(texts["act"]),
        term=_term(visit, rung, move),
        state=state,
        tone=tone,
        is_now=is_now,
        can_take=can_take,
    )


def _state(view: ConflictView, move: LadderMove | None, *, is_now: bool) -> tuple[str, str]:
    if move is None:
        return "", "plain"
    if is_now and view.is_step_due:
        return _("Termijn voorbij"), "now"
    return (_("Hier zijn jullie"), "now") if is_now else (_("Gedaan"), "plain")


def _term(visit: Visit, rung: Rung, move: LadderMove | None) -> str:
    if move is None:
        return days_words(rung.days) if rung.days is not None else str(conflict_texts()["ladder"]["no_days"])
    words = {"day": day_words(move.began_on), "who": who(visit, move.moved_by)}
    since = _("Sinds %(day)s, gezet door: %(who)s.") % words
    if move.due_on is None:
        return since
    return since + " " + _("Tot en met %(day)s.") % {"day": day_words(move.due_on)}


def days_words(days: int) -> str:
    """`14 dagen`, or `6 weken` for whole weeks from three on."""
    if days % 7 == 0 and days >= 21:
        return ngettext("%(n)s week", "%(n)s weken", days // 7) % {"n": days // 7}
    return ngettext("%(n)s dag", "%(n)s dagen", days) % {"n": days}


def ladder_lines(ladder: Ladder) -> list[str]:
    """Where the steps come from, what need not wait, and who pays."""
    texts = conflict_texts()["ladder"]
    lines = [str(texts["agreed" if ladder.is_agreed else "offered"])]
    if ladder.urgent_goes_first:
        lines.append(str(texts["urgent"]))
    if ladder.cost_split in texts["costs"]:
        lines.append(str(texts["costs"][ladder.cost_split]))
    return lines


def step_line(view: ConflictView) -> str:
    """One line for the page of the disagreement: the step they are on and its last day."""
    move = view.move
    if move is None:
        return _("Jullie zetten nog geen stap.")
    name = step_texts(move.step)["name"]
    if move.due_on is None:
        return _("%(step)s, sinds %(day)s.") % {"step": name, "day": day_words(move.began_on)}
    return _("%(step)s, tot en met %(day)s.") % {"step": name, "day": day_words(move.due_on)}


@dataclass(frozen=True)
class BlindPage:
    """A blind proposal for who looks. `amount` is her own limit in the round that is open."""

    title: str
    say: str
    amount: str
    middle: str
    left: str
    can_send: bool
    can_answer: bool
    is_waiting: bool
    may_start: bool


def blind_page(visit: Visit, blind: BlindView) -> BlindPage:
    """Put it in words: her own limit, that the other sent, and what came out."""
    title, say = _blind_standing(visit, blind)
    return BlindPage(
        title=title,
        say=say,
        amount=money(blind.mine) if blind.mine is not None else "",
        middle=money(blind.middle) if blind.middle is not None else "",
        left=_left(blind),
        can_send=visit.speaks and blind.can_send,
        can_answer=visit.speaks and blind.middle is not None and blind.my_answer is None,
        is_waiting=blind.running is not None,
        may_start=blind.is_stopped and blind.left > 0,
    )


def blind_line(visit: Visit, blind: BlindView | None, *, is_open: bool) -> str:
    """One line for the page of the disagreement; of one that is solved or laid aside it asks nothing any more."""
    if blind is None:
        return _("Gaat het alleen om een bedrag? Noem het allebei, dicht.")
    if blind.middle is not None and not (is_open or blind.is_agreed):
        return _("Het midden was %(amount)s.") % {"amount": money(blind.middle)}
    return _blind_standing(visit, blind)[1]


def _left(blind: BlindView) -> str:
    if blind.middle is not None or not blind.rounds:
        return ""
    if blind.left == 0:
        return _("Jullie hebben het vier keer gedaan. Vaker kan niet.")
    return ngettext("Dit kan nog %(n)s keer.", "Dit kan nog %(n)s keer.", blind.left) % {"n": blind.left}


def _blind_standing(visit: Visit, blind: BlindView) -> tuple[str, str]:
    texts, name = conflict_texts()["blind"], {"name": visit.other_name}
    if blind.middle is not None:
        return str(texts["found"]), _answers(visit, blind)
    if blind.is_stopped:
        return _("Hier stopten jullie mee"), _("Wat dicht was, is niet vergeleken.")
    if blind.running is not None and blind.i_sent:
        return _("Jouw bedrag is dicht"), _("Zodra %(name)s ook een bedrag stuurt, vergelijkt de app ze.") % name
    if blind.running is not None and blind.they_sent:
        return _("Nu jij"), _("%(name)s stuurde een bedrag, dicht.") % name
    if blind.compared:
        return str(texts["none_yet"]), str(texts["none_say"])
    return _("Nog niemand stuurde een bedrag"), _("Lees eerst de regels. Ze gelden voor jullie allebei.")


def _answers(visit: Visit, blind: BlindView) -> str:
    amount = {"amount": money(blind.middle), "name": visit.other_name} if blind.middle is not None else {}
    if blind.is_agreed:
        return _("Jullie zeiden allebei ja tegen %(amount)s.") % amount
    if False in (blind.my_answer, blind.their_answer):
        return _("Het midden is %(amount)s. Niet allebei zeiden jullie daar ja tegen.") % amount
    if blind.my_answer:
        return _("Het midden is %(amount)s. Jij zei ja. Nu %(name)s nog.") % amount
    return _("Het midden is %(amount)s. Is dat voor jou goed?") % amount


def moves_told(visit: Visit, moves: Sequence[LadderMove]) -> list[str]:
    """Every step that was taken, as a sentence."""
    told = _("%(day)s: %(step)s")
    return [told % {"day": day_words(one.began_on), "step": step_texts(one.step)["past"]} for one in moves]
