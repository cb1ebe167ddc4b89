"""Everything somebody privately keeps about one collaboration, noun by noun: one small function each."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from samenstroom.adjusting.queries.attempts import own_attempts_of
from samenstroom.adjusting.queries.talks import talks_of
from samenstroom.collaborations.queries import history_lines, note_of
from samenstroom.collaborations.visits import Visit
from samenstroom.collaborations.wording import label_of
from samenstroom.exploring.queries.acquaintance import own_acquaintance_of, own_words
from samenstroom.exploring.queries.decisions import decision_draft, decisions_of
from samenstroom.exploring.queries.feelings import feelings_of
from samenstroom.exploring.queries.readiness import readiness_answers_of
from samenstroom.exploring.queries.references import references_of
from samenstroom.exploring.queries.room import asked_by_table
from samenstroom.exploring.queries.scans import draft_of, scans_of
from samenstroom.exploring.wording.acquaintance import questions
from samenstroom.exploring.wording.decisions import DecisionView, view_of
from samenstroom.exploring.wording.feelings import FeelingRow, rows_of
from samenstroom.exploring.wording.references import HeardLine, heard_of
from samenstroom.exploring.wording.room import asked_lines
from samenstroom.exploring.wording.scan_questions import answers_to_check
from samenstroom.farewell.queries.handover import drafts_of
from samenstroom.kit import clock
from samenstroom.learning.queries.lessons import lessons_at
from samenstroom.learning.queries.mentors import notes_at
from samenstroom.learning.queries.retrospectives import retrospective_of
from samenstroom.learning.wording.retrospectives import written_rows
from samenstroom.planning.queries.kickoff import own_kickoff_of, own_kickoff_words
from samenstroom.planning.wording.kickoff import kickoff_questions
from samenstroom.rules.findings import restored
from samenstroom.watch.queries import shown_rows
from samenstroom.watch.wording import word_finding

from .insight_agreed import AGREED
from .insight_part import KeptLine, KeptPart, together

if TYPE_CHECKING:
    from samenstroom.exploring.models import Scan


def decisions(visit: Visit) -> KeptPart:
    """What she decided, why, what she kept in sight, what she knew then, and how she told it."""
    lines = [KeptLine(together(_decided(view_of(one))), view_of(one).day) for one in decisions_of(visit)]
    draft = decision_draft(visit)
    if draft:
        words = [draft.feeling, draft.why, *(one["text"] for one in draft.worries)]
        lines.append(KeptLine(together(words), clock.day_of(draft.started_at)))
    return KeptPart("besluiten", _("Besluiten"), [one for one in lines if one.text])


def _decided(view: DecisionView) -> Iterator[str]:
    decision, telling = view.decision, view.decision.telling
    yield f"{view.word}. {decision.why}"
    yield decision.feeling
    yield from (_("In het oog gehouden: %(words)s") % {"words": worry.words} for worry in view.worries)
    yield from (f"{one.text} ({one.source})" for one in view.sides.everything)
    yield from telling.get("parts", {}).values()
    yield from telling.get("texts", {}).values()
    yield decision.looked_back.lesson if decision.looked_back else ""


def scans(visit: Visit) -> KeptPart:
    """What she answered in her scans, finished or not, with her notes."""
    found = [*scans_of(visit), *filter(None, [draft_of(visit)])]
    lines = [
        KeptLine(together(_answered(visit, one)), clock.day_of(one.finished_at or one.started_at)) for one in found
    ]
    return KeptPart("vlaggen", _("Rode vlaggen"), [one for one in lines if one.text])


def _answered(visit: Visit, scan: Scan) -> Iterator[str]:
    for part in answers_to_check(visit, scan):
        yield from (f"{one.label} {one.text}" for one in part.answers if one.text)


def references(visit: Visit) -> KeptPart:
    """Whom she asked about the other, what she wrote, and what she heard."""
    lines = []
    for one in references_of(visit):
        heard = [_heard(line) for part in heard_of(one, visit.other_name) for line in part.lines]
        lines.append(KeptLine(together((one.referee, one.relation, one.words, *heard)), clock.day_of(one.asked_at)))
    return KeptPart("navragen", _("Navragen"), lines)


def _heard(line: HeardLine) -> str:
    return ": ".join(filter(None, (line.short, line.chosen, line.words)))


def guide(visit: Visit) -> KeptPart:
    """What she wrote in her own guide for an acquaintance."""
    found = own_acquaintance_of(visit)
    written = [(one.ask, own_words(found).get(one.id, {})) for one in questions()]
    lines = [KeptLine(together((ask, *words.values()))) for ask, words in written if any(words.values())]
    return KeptPart("gids", _("Je eigen gids voor een kennismaking"), lines)


def preparation(visit: Visit) -> KeptPart:
    """What she wrote in her own preparation for a kick-off."""
    found = own_kickoff_words(own_kickoff_of(visit))
    written = [(one.ask, found.get(one.id, {})) for one in kickoff_questions()]
    lines = [KeptLine(together((ask, *words.values()))) for ask, words in written if any(words.values())]
    return KeptPart("startgesprek", _("Je voorbereiding op het startgesprek"), lines)


def feelings(visit: Visit) -> KeptPart:
    """What her gut said."""
    rows = rows_of(list(feelings_of(visit.person, visit.collaboration)))
    lines = [KeptLine(" ".join(_felt(row)), row.day) for row in rows]
    return KeptPart("gevoel", _("Gevoel"), lines)


def _felt(row: FeelingRow) -> list[str]:
    return [part for part in (f"{row.word}.", row.feeling.words, row.feeling.prediction) if part]


def origin(visit: Visit) -> KeptPart:
    """How they found each other."""
    note = note_of(visit)
    words = [KeptLine(label_of("origins", note.origin))] if note and note.origin else []
    return KeptPart("herkomst", _("Hoe jullie bij elkaar kwamen"), words)


def private_lines(visit: Visit) -> KeptPart:
    """Her own lines in the logbook."""
    views = [one for one in history_lines(visit) if one.is_private]
    lines = [KeptLine(" ".join(filter(None, (one.sentence, one.line.note))), one.line.happened_on) for one in views]
    return KeptPart("logboek", _("Jouw eigen regels in het logboek"), lines)


def talks(visit: Visit) -> KeptPart:
    """Talks that she prepared."""
    lines = [
        KeptLine(
            together((one.subject, *one.facts, one.effect, one.need, one.request, one.offer, one.opening, one.agreed)),
            clock.day_of(one.started_at),
        )
        for one in talks_of(visit)
    ]
    return KeptPart("gesprekken", _("Gesprekken die je voorbereidde"), lines)


def attempts(visit: Visit) -> KeptPart:
    """What she tried for herself, and how it was."""
    lines = [
        KeptLine(together((one.stuck, *one.tries, one.why, one.helped)), clock.day_of(one.started_at))
        for one in own_attempts_of(visit)
    ]
    return KeptPart("pogingen", _("Wat je zelf probeerde"), lines)


def handover(visit: Visit) -> KeptPart:
    """What she keeps for herself of a handover."""
    lines = [
        KeptLine(together((str(one.title), str(one.where))), clock.day_of(one.added_at)) for one in drafts_of(visit)
    ]
    return KeptPart("overdracht", _("Overdracht die je voorbereidt"), lines)


def readiness(visit: Visit) -> KeptPart:
    """What came in through her readiness test and led to this."""
    lines = [
        KeptLine(
            together((one.name, one.contact, one.words, *(_asked(said) for said in one.answers.values()))),
            clock.day_of(one.sent_at),
        )
        for one in readiness_answers_of(visit.person).filter(collaboration=visit.collaboration)
    ]
    return KeptPart("zelftest", _("Zelftest"), lines)


def _asked(said: Mapping[str, str]) -> str:
    return f"{said['question']} {said['answer']}"


def room(visit: Visit) -> KeptPart:
    """What she expects it to ask of her and to bring."""
    asked = asked_by_table(visit.person, [visit]).get(visit.collaboration.pk)
    told = [f"{one['label']}: {one['text']}" for one in asked_lines(asked)] if asked else []
    lines = [KeptLine(together(told), clock.day_of(asked.saved_at))] if asked and told else []
    return KeptPart("ruimte", _("Je eigen ruimte"), lines)


def signals(visit: Visit) -> KeptPart:
    """Signals that she looked at, and why she set one aside."""
    lines = []
    for one in shown_rows(visit.person).filter(collaboration=visit.collaboration).order_by("-shown_at", "-pk"):
        page = word_finding(restored(one.finding), visit, one.fingerprint)
        words = (page.title, page.line, one.set_aside_reason)
        lines.append(KeptLine(together(words), clock.day_of(one.shown_at)))
    return KeptPart("signalen", _("Signalen die je bekeek"), lines)


def retrospective(visit: Visit) -> KeptPart:
    """What she wrote when she looked back."""
    found = retrospective_of(visit)
    words = together(written_rows(visit, found)) if found else ""
    lines = [KeptLine(words, clock.day_of(found.started_at))] if found and words else []
    return KeptPart("terugblik", _("Je terugblik"), lines)


def lessons(visit: Visit) -> KeptPart:
    """What she learned here."""
    lines = [KeptLine(one.words, one.when) for one in lessons_at(visit) if one.kept]
    return KeptPart("lessen", _("Je lessen"), lines)


def mentors(visit: Visit) -> KeptPart:
    """What she and a mentor wrote to each other about it."""
    lines = [KeptLine(one.words, clock.day_of(one.written_at)) for one in notes_at(visit)]
    return KeptPart("meekijken", _("Wat jij en een mentor schreven"), lines)


KEPT: tuple[Callable[[Visit], KeptPart], ...] = (
    decisions,
    scans,
    guide,
    preparation,
    references,
    feelings,
    origin,
    private_lines,
    talks,
    attempts,
    handover,
    readiness,
    room,
    *AGREED,
    signals,
    retrospective,
    lessons,
    mentors,
)
"""One function for each noun; each gives only what is hers."""


def kept_about(visit: Visit) -> list[KeptPart]:
    """All parts that hold something."""
    return [part for kept in KEPT if (part := kept(visit)).lines]
