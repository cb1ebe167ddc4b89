"""The action plan in words, for who looks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samenstroom.collaborations.models import Seat
from samenstroom.collaborations.visits import Visit
from samenstroom.kit import clock
from samenstroom.kit.dates import full_date, long_date
from samenstroom.kit.language import language
from samenstroom.planning.models import Task, TaskWord
from samenstroom.planning.queries.tasks import State, TaskView

NEAR = 60
"""Within so many days a day is told with its weekday and without its year."""


@dataclass(frozen=True)
class TaskLine:
    """One task on the list or the board. `state` is what there is to say about it, with its tone and sign."""

    public_id: str
    what: str
    hint: str
    state: str
    tone: str
    icon: str


def state_names() -> dict[State, str]:
    """The columns of the board."""
    return {
        State.TO_DO: _("Te doen"),
        State.BUSY: _("Mee bezig"),
        State.WAITING: _("Wacht op"),
        State.DONE: _("Klaar"),
    }


def task_line(visit: Visit, view: TaskView) -> TaskLine:
    """Put one task in words."""
    state, tone, icon = _state(visit, view)
    hint = ". ".join(part for part in (owner_words(visit, view.task), due_words(visit, view.task)) if part)
    return TaskLine(view.task.public_id, view.task.what, hint, state, tone, icon)


def owner_words(visit: Visit, task: Task) -> str:
    """`Jij`, the name of the other, or `Samen`."""
    if task.owner_id is None:
        return _("Samen")
    return _("Jij") if task.owner_id == visit.party.pk else visit.other_name


def due_words(visit: Visit, task: Task) -> str:
    """`Voor vrijdag 9 januari`, firm or not; empty without a day."""
    if task.due_on is None:
        return ""
    words = {"day": day_words(task.due_on, clock.day_of(visit.now))}
    return (_("Vaste dag: %(day)s") if task.due_kind == Task.DueKind.HARD else _("Voor %(day)s")) % words


def day_words(day: date, today: date) -> str:
    """`vandaag`, `vrijdag 9 januari`, or `9 januari 2027` for what is far."""
    if day == today:
        return _("vandaag")
    return long_date(day, language()) if abs((day - today).days) <= NEAR else full_date(day, language())


def _state(visit: Visit, view: TaskView) -> tuple[str, str, str]:
    """What stands out first: hers to answer, then a day that is over, then how far it is."""
    name = {"name": visit.other_name}
    if view.state == State.DONE:
        return _("Klaar"), "calm", "check"
    if view.new_day:
        return _("%(name)s stelt een andere dag voor") % name, "now", "calendar"
    if view.waits_for_me:
        return _("Wacht op jou"), "now", "clock"
    if view.state == State.WAITING:
        return _("Wacht op %(name)s") % name, "plain", "clock"
    if view.is_past(clock.day_of(visit.now)):
        return _("De dag is voorbij"), "notice", "clock"
    if view.asks_me:
        return _("Gevraagd door %(name)s") % name, "now", "talk"
    return (_("Mee bezig"), "plain", "pencil") if view.state == State.BUSY else ("", "plain", "")


def added_words(visit: Visit, task: Task) -> str:
    """What was understood, to say back: whose it is, and the day."""
    words = {"what": task.what, "who": owner_words(visit, task)}
    if task.due_on is None:
        return _("Op het plan: %(what)s (%(who)s). Zonder dag.") % words
    day = {"day": day_words(task.due_on, clock.day_of(visit.now))}
    return _("Op het plan: %(what)s (%(who)s), voor %(day)s.") % {**words, **day}


def count_words(views: Sequence[TaskView]) -> str:
    """How many are open; calm when none is."""
    count = sum(view.task.is_open for view in views)
    if not count:
        return _("Alles is klaar.")
    return ngettext("%(n)s taak open", "%(n)s taken open", count) % {"n": count}


@dataclass(frozen=True)
class WordLine:
    """One word about a day: who told it, the days, and what the other answered."""

    told: str
    reason: str
    answer: str
    answer_words: str


def word_line(visit: Visit, word: TaskWord) -> WordLine:
    """Put one word about a day in words."""
    today = clock.day_of(visit.now)
    told = _("%(who)s: niet %(old)s, wel %(new)s") % {
        "who": who(visit, word.seat),
        "old": day_words(word.old_due, today),
        "new": day_words(word.new_due, today),
    }
    name = {"who": who(visit, word.answered_by), "day": day_words(word.holds, today)}
    answers = {
        TaskWord.Answer.FINE.value: _("%(who)s: dat is goed."),
        TaskWord.Answer.OTHER.value: _("%(who)s: liever %(day)s."),
    }
    answer = answers[word.answer] % name if word.answer else ""
    return WordLine(told, word.reason, answer, word.answer_words)


def who(visit: Visit, seat: Seat | None) -> str:
    """`Jij`, or a first name."""
    if seat is None:
        return _("Iemand")
    return _("Jij") if seat.party_id == visit.party.pk else seat.first_name


def task_rows(visit: Visit, view: TaskView) -> list[dict[str, str]]:
    """Everything of one task, for its page; what was left open is left out."""
    task, today = view.task, clock.day_of(visit.now)
    waiting = _("%(who)s, sinds %(day)s") % {
        "who": _("Jij") if view.waits_for_me else visit.other_name,
        "day": day_words(clock.day_of(task.waiting_since), today) if task.waiting_since else "",
    }
    rows = (
        (_("Wie doet het"), owner_words(visit, task)),
        (_("De dag"), due_words(visit, task)),
        (_("Hoe ver"), state_names()[view.state] if view.state != State.WAITING else ""),
        (_("Wacht op"), waiting if view.state == State.WAITING else ""),
        (_("Klaar op"), day_words(clock.day_of(task.done_at), today) if task.done_at else ""),
        (_("Erbij"), str(task.content.get("note", ""))),
    )
    return [{"label": label, "text": text} for label, text in rows if text]
