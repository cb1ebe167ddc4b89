"""The whole timeline of one collaboration as one person may see it, and how far its moments lie apart."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samenstroom.adjusting.queries.attempts import attempts_of, own_attempts_of
from samenstroom.adjusting.queries.talks import talks_of
from samenstroom.agreements.queries.extra_work import extra_of
from samenstroom.collaborations.queries import LineView, history_lines
from samenstroom.collaborations.visits import Visit
from samenstroom.collaborations.wording import is_app_kind
from samenstroom.exploring.flags import reading_of
from samenstroom.exploring.queries.decisions import decisions_of
from samenstroom.exploring.queries.feelings import feelings_of
from samenstroom.exploring.queries.scans import scans_of
from samenstroom.exploring.wording.decisions import view_of
from samenstroom.exploring.wording.feelings import step_word
from samenstroom.exploring.wording.scans import flag_text
from samenstroom.farewell.queries.endings import ending_of
from samenstroom.farewell.queries.farewells import farewell_of
from samenstroom.kit import clock
from samenstroom.rules.findings import restored
from samenstroom.rules.retrospect import Mark, Stretch, first_marks, stretches
from samenstroom.watch.queries import shown_rows
from samenstroom.watch.wording import word_finding

LOW = 2
"""A feeling up to this step is a doubt, also when her head said nothing."""
DAYS_ONLY, WEEKS_ONLY = 14, 60
"""Until how many days a distance is told in days alone, and until how many in weeks."""
TALKED = frozenset({"talk_held"})
GOOD = "good"


@dataclass(frozen=True)
class Moment:
    """One thing that happened: its day, what it is, in words, and which mark of a doubt it sets."""

    day: date
    title: str
    words: str = ""
    is_shared: bool = False
    marks: frozenset[Mark] = field(default_factory=frozenset)


@dataclass(frozen=True)
class Timeline:
    """Everything in order of its days, and the distances in words."""

    moments: Sequence[Moment]
    distances: Sequence[str]


def timeline_of(visit: Visit) -> Timeline:
    """The timeline of this collaboration, oldest first; a fixed number of queries however much happened."""
    made = [one for told in TOLD for one in told(visit)]
    moments = sorted(made, key=lambda one: one.day)
    days: Mapping[Mark, list[date]] = {mark: [one.day for one in moments if mark in one.marks] for mark in Mark}
    first = first_marks(
        doubts=days[Mark.DOUBT], findings=days[Mark.FINDING], talks=days[Mark.TALK],
        end=max(days[Mark.END], default=None),
    )  # fmt: skip
    return Timeline(moments, [distance_words(one) for one in stretches(first)])


def _began(visit: Visit) -> Iterator[Moment]:
    yield Moment(clock.day_of(visit.collaboration.created_at), _("Jullie samenwerking kwam in Samenstroom"), "", True)


def _scans(visit: Visit) -> Iterator[Moment]:
    for scan in scans_of(visit):
        waving = [flag_text(one, visit).title for one in reading_of(scan).waving]
        marks = frozenset({Mark.DOUBT} if waving else ())
        assert scan.finished_at is not None
        words = "\n".join(waving) or _("Er waaide geen rode vlag.")
        yield Moment(clock.day_of(scan.finished_at), _("Je scan van rode vlaggen"), words, marks=marks)


def _feelings(visit: Visit) -> Iterator[Moment]:
    for one in feelings_of(visit.person, visit.collaboration):
        marks = frozenset({Mark.DOUBT} if one.sussed or one.step <= LOW else ())
        title = _("Je gevoel zei ‘%(word)s’") % {"word": step_word(one.step)}
        if one.sussed:
            title = _("Je gevoel zei ‘%(word)s’, je hoofd zei iets anders") % {"word": step_word(one.step)}
        words = "\n".join(filter(None, (one.words, one.prediction)))
        yield Moment(clock.day_of(one.felt_at), title, words, marks=marks)


def _decisions(visit: Visit) -> Iterator[Moment]:
    for one in decisions_of(visit):
        view = view_of(one)
        estimate = _("Je schatte de kans op %(n)s.") % {"n": view.estimate} if view.estimate else ""
        words = "\n".join(filter(None, (one.why, estimate)))
        yield Moment(view.day, _("Je besloot: %(word)s") % {"word": view.word}, words)


def _findings(visit: Visit) -> Iterator[Moment]:
    for one in shown_rows(visit.person).filter(collaboration=visit.collaboration).order_by("shown_at", "pk"):
        page = word_finding(restored(one.finding), visit, one.fingerprint)
        marks = frozenset({Mark.FINDING} if page.level != GOOD else ())
        title = _("Een signaal: %(title)s") % {"title": page.title}
        yield Moment(clock.day_of(one.shown_at), title, one.set_aside_reason, marks=marks)


def _talks(visit: Visit) -> Iterator[Moment]:
    for one in talks_of(visit).order_by("started_at", "pk"):
        yield Moment(clock.day_of(one.started_at), _("Je bereidde een gesprek voor"), one.subject)
        if one.held_on and one.agreed_shared_at is None:  # shared, it stands in the logbook
            yield Moment(one.held_on, _("Jullie spraken erover"), one.agreed, marks=frozenset({Mark.TALK}))


def _attempts(visit: Visit) -> Iterator[Moment]:
    for view in attempts_of(visit):
        attempt = view.attempt
        title = _("Een herstelpoging, samen") if attempt.agreed_at else _("Een herstelpoging, voorgesteld")
        day = clock.day_of(attempt.agreed_at or attempt.proposed_at)
        yield Moment(day, title, attempt.stuck, True)
    for one in own_attempts_of(visit):
        yield Moment(clock.day_of(one.started_at), _("Je probeerde zelf iets"), one.stuck)


def _extra(visit: Visit) -> Iterator[Moment]:
    for view in extra_of(visit):
        yield Moment(clock.day_of(view.work.put_at), _("Meerwerk"), view.work.what, True)


def _lines(visit: Visit) -> Iterator[Moment]:
    """What was noted in the logbook; what the app wrote about acts is told by the acts themselves."""
    for view in history_lines(visit):
        if view.line.withdrawn_at is None and not is_app_kind(view.line.what):
            yield _line(view)


def _line(view: LineView) -> Moment:
    marks = frozenset({Mark.TALK} if view.line.what in TALKED else ())
    return Moment(view.line.happened_on, view.sentence, view.line.note, not view.is_private, marks)


def _end(visit: Visit) -> Iterator[Moment]:
    farewell, ending = farewell_of(visit), ending_of(visit)
    told = farewell.moments.get("told_on") if farewell else None
    if told:
        marks = frozenset() if ending else frozenset({Mark.END})
        yield Moment(date.fromisoformat(told), _("Je vertelde dat je stopt"), marks=marks)
    if ending:
        last = ending.ending.last_on
        marks = frozenset() if last else frozenset({Mark.END})
        yield Moment(ending.announced_on, _("Het einde kwam op papier"), "", True, marks)
        if last:
            yield Moment(last, _("De laatste dag"), "", True, frozenset({Mark.END}))


TOLD: tuple[Callable[[Visit], Iterator[Moment]], ...] = (
    _began, _scans, _feelings, _decisions, _findings, _talks, _attempts, _extra, _lines, _end,
)  # fmt: skip
"""One function for each noun; on the same day they stand in this order."""


def distance_words(one: Stretch) -> str:
    """A distance as one whole sentence."""
    words = {"time": time_words(one.days)}
    return {
        (Mark.DOUBT, Mark.FINDING): _("Van je eerste twijfel tot het eerste signaal: %(time)s."),
        (Mark.DOUBT, Mark.TALK): _("Van je eerste twijfel tot het eerste gesprek: %(time)s."),
        (Mark.DOUBT, Mark.END): _("Van je eerste twijfel tot het einde: %(time)s."),
        (Mark.FINDING, Mark.DOUBT): _("Van het eerste signaal tot je eerste twijfel: %(time)s."),
        (Mark.FINDING, Mark.TALK): _("Van het eerste signaal tot het eerste gesprek: %(time)s."),
        (Mark.FINDING, Mark.END): _("Van het eerste signaal tot het einde: %(time)s."),
        (Mark.TALK, Mark.DOUBT): _("Van het eerste gesprek tot je eerste twijfel: %(time)s."),
        (Mark.TALK, Mark.FINDING): _("Van het eerste gesprek tot het eerste signaal: %(time)s."),
        (Mark.TALK, Mark.END): _("Van het eerste gesprek tot het einde: %(time)s."),
        (Mark.END, Mark.DOUBT): _("Van het einde tot je eerste twijfel: %(time)s."),
        (Mark.END, Mark.FINDING): _("Van het einde tot het eerste signaal: %(time)s."),
        (Mark.END, Mark.TALK): _("Van het einde tot het eerste gesprek: %(time)s."),
    }[one.start, one.until] % words


def time_words(days: int) -> str:
    """`dezelfde dag`, `9 dagen`, `35 dagen, ruim 5 weken`, `130 dagen, ruim 4 maanden`."""
    if days == 0:
        return _("dezelfde dag")
    told = ngettext("%(n)s dag", "%(n)s dagen", days) % {"n": days}
    if days < DAYS_ONLY:
        return told
    if days < WEEKS_ONLY:
        weeks = ngettext("%(n)s week", "%(n)s weken", days // 7) % {"n": days // 7}
        return _("%(days)s, zo’n %(time)s") % {"days": told, "time": weeks}
    months = round(days / 30.44)
    return _("%(days)s, zo’n %(time)s") % {
        "days": told, "time": ngettext("%(n)s maand", "%(n)s maanden", months) % {"n": months},
    }  # fmt: skip
