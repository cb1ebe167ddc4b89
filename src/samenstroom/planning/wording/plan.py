"""What lies ready around the talk, in words: goals, the agenda, the moment, and what was said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from samenstroom.collaborations.visits import Visit
from samenstroom.exchanges.queries import ExchangeView
from samenstroom.kit import clock
from samenstroom.kit.dates import long_date
from samenstroom.kit.language import language
from samenstroom.planning.models import AgendaPoint
from samenstroom.planning.queries.kickoff import GoalView, Noted, TalkView

from .kickoff import compared_kickoff, differences, goal_labels, wanted


@dataclass(frozen=True)
class Act:
    """One button; the main one stands out."""

    do: str
    label: str
    is_main: bool = False

    @property
    def style(self) -> str:
        return "btn" if self.is_main else "btn btn--plain"


@dataclass(frozen=True)
class GoalRow:
    """One shared sentence: what it is about, how it stands, and what she can do with it."""

    public_id: str
    about: str
    text: str
    state: str
    tone: str
    acts: tuple[Act, ...]
    can_change: bool


def goal_row(visit: Visit, view: GoalView) -> GoalRow:
    """Put one sentence in words."""
    state, tone = _goal_state(visit, view)
    return GoalRow(
        public_id=view.goal.public_id,
        about=goal_labels().get(str(view.goal.about), ""),
        text=str(view.goal.text),
        state=state,
        tone=tone,
        acts=_goal_acts(view) if visit.speaks else (),
        can_change=visit.speaks,
    )


def _goal_state(visit: Visit, view: GoalView) -> tuple[str, str]:
    name = {"name": visit.other_name}
    if view.waits_for_yes:
        return _("%(name)s stelt dit voor") % name, "now" if visit.speaks else "plain"
    if view.goal.is_open:
        return _("Ligt bij %(name)s") % name, "plain"
    if view.goal.accepted_at:
        return _("Van jullie allebei"), "calm"
    return (_("Door jou genoteerd") if view.i_proposed else _("Door %(name)s genoteerd") % name), "plain"


def _goal_acts(view: GoalView) -> tuple[Act, ...]:
    if view.waits_for_yes:
        return Act("accept", _("Ja, dit willen we allebei"), is_main=True), Act("drop", _("Liever niet"))
    if view.goal.is_open:
        return (Act("drop", _("Haal mijn voorstel van tafel")),)
    if not view.goal.accepted_at and not view.i_proposed:
        return Act("accept", _("Ja, dit wil ik ook"), is_main=True), Act("drop", _("Dit is geen doel meer"))
    return (Act("drop", _("Dit is geen doel meer")),)


@dataclass(frozen=True)
class AgendaRow:
    """One point: its words, where it comes from, and its id when it can be taken off."""

    text: str
    source: str
    public_id: str = ""


def agenda_rows(
    visit: Visit,
    opened: ExchangeView | None,
    worries: Sequence[Noted],
    goals: Sequence[GoalView],
    points: Sequence[AgendaPoint],
) -> list[AgendaRow]:
    """What there is to talk about: what differs first, then what was brought, sentences that wait, own points."""
    rows = [AgendaRow(line, _("Uit jullie antwoorden")) for line in _differing(visit, opened)]
    rows += [AgendaRow(one.text, _("Ingebracht door %(who)s") % {"who": _whose(one.who)}) for one in worries]
    rows += [AgendaRow(str(one.goal.text), _("Een zin die nog wacht")) for one in goals if one.goal.is_open]
    for point in points:
        who = _whose(_adder(visit, point))
        rows.append(AgendaRow(str(point.text), _("Ingebracht door %(who)s") % {"who": who}, point.public_id))
    return rows


def _differing(visit: Visit, opened: ExchangeView | None) -> list[str]:
    if opened is None or opened.mine is None or opened.theirs is None:
        return []
    lines = []
    for asked in differences(compared_kickoff(opened)):
        speaker = visit.party.speaker
        own = "" if visit.speaks or speaker is None else speaker.first_name
        both = (
            wanted(asked, opened.mine.get(asked.id), own),
            wanted(asked, opened.theirs.get(asked.id), visit.other_name),
        )
        lines.append(" ".join(both))
    return lines


def _adder(visit: Visit, point: AgendaPoint) -> str:
    if point.added_by is None:
        return ""
    return _("Jij") if point.added_by_id == visit.seat.pk else point.added_by.first_name


def _whose(who: str) -> str:
    """`jou` in the middle of a sentence; a name stays a name."""
    return _("jou") if who == _("Jij") else who


@dataclass(frozen=True)
class TalkPage:
    """The moment: when and where, how it stands, and what she can do."""

    public_id: str
    sequence: int
    title: str
    say: str
    rows: tuple[dict[str, str], ...]
    acts: tuple[Act, ...]
    has_file: bool
    can_move: bool


def talk_page(visit: Visit, view: TalkView) -> TalkPage:
    """Put the moment in words."""
    title, say = _talk_standing(visit, view)
    rows = ((_("Wanneer"), moment_in_words(view)), (_("Hoe lang"), _length(view.talk.minutes)),
            (_("Waar"), str(view.talk.place)))  # fmt: skip
    may = visit.speaks and not view.is_past
    return TalkPage(
        public_id=view.talk.public_id,
        sequence=view.talk.sequence,
        title=title,
        say=say,
        rows=tuple({"label": label, "text": text} for label, text in rows if text),
        acts=_talk_acts(view) if may else (),
        has_file=view.talk.counts and not view.is_past,
        can_move=may,
    )


def moment_in_words(view: TalkView) -> str:
    """`maandag 12 januari, 10.00 uur`."""
    local = view.talk.begins_at.astimezone(clock.AMSTERDAM)
    words = {"day": long_date(local.date(), language()), "time": date_format(local, _("H.i"))}
    return _("%(day)s, %(time)s uur") % words


def _length(minutes: int) -> str:
    named = {30: _("een half uur"), 60: _("een uur"), 90: _("anderhalf uur"), 120: _("twee uur")}
    return named.get(minutes) or _("%(n)s minuten") % {"n": minutes}


def _talk_standing(visit: Visit, view: TalkView) -> tuple[str, str]:
    name = {"name": visit.other_name}
    if view.is_past:
        return _("Jullie startgesprek is geweest"), _("Schrijf op wat jullie zeiden en besloten, al is het één zin.")
    if view.waits_for_yes:
        return _("%(name)s stelt een moment voor") % name, _("Past het? Zeg dan ja. Past het niet? Kies iets anders.")
    if not view.talk.counts:
        return _("Jouw voorstel ligt bij %(name)s") % name, _("Het staat vast zodra %(name)s ja zegt.") % name
    return _("Dan praten jullie"), _("Zet het in je agenda. Daar staat alleen dat je een gesprek hebt.")


def _talk_acts(view: TalkView) -> tuple[Act, ...]:
    if view.waits_for_yes:
        return Act("agree", _("Ja, dan praten we"), is_main=True), Act("cancel", _("Dit moment niet"))
    return (Act("cancel", _("Zeg het moment af")),)
