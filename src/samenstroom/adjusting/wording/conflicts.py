"""Disagreements in words: where one stands, what each told, what both stand behind, and what waits for whom."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from samenstroom import content
from samenstroom.adjusting.models import SummarySentence
from samenstroom.adjusting.models.conflicts import PARTS
from samenstroom.adjusting.queries.conflicts import ConflictView, Given, given_in_conflict
from samenstroom.checkins.wording import dimension
from samenstroom.collaborations.models import Seat
from samenstroom.collaborations.visits import Visit
from samenstroom.kit import clock
from samenstroom.kit.dates import full_date
from samenstroom.kit.language import language
from samenstroom.rules.dimensions import Dimension


def conflict_texts() -> Mapping[str, Any]:
    """Everything of `conflicts.yaml` in the language of the moment."""
    return content.load("conflicts", language())


def dimension_names() -> dict[str, str]:
    """The seven by code, in their order."""
    return {one.value: str(dimension(one.value)["name"]) for one in Dimension}


def part_texts() -> dict[str, Mapping[str, str]]:
    """Part of a version -> how it is called and asked."""
    return {str(one["id"]): one for one in conflict_texts()["parts"]}


def day_words(day: date) -> str:
    """`5 januari 2026`."""
    return full_date(day, language())


def who(visit: Visit, seat: Seat | None) -> str:
    """`Jij`, or a first name."""
    if seat is None:
        return _("Iemand")
    return _("Jij") if seat.party_id == visit.party.pk else seat.first_name


@dataclass(frozen=True)
class Told:
    """One part of both versions as they stand beside each other: side, name, who, words and day of each."""

    part: str
    label: str
    sides: tuple[tuple[str, str, str, str, str], ...]


@dataclass(frozen=True)
class SentenceRow:
    """One sentence for who looks."""

    public_id: str
    words: str
    told: str
    is_mine: bool
    can_accept: bool


@dataclass(frozen=True)
class ConflictPage:
    """One disagreement for who looks."""

    public_id: str
    subject: str
    dimension: str
    told: str
    say: str
    told_by: tuple[Told, ...]
    agreed: tuple[SentenceRow, ...]
    open_sentences: tuple[SentenceRow, ...]
    does: tuple[SentenceRow, ...]
    is_turn: bool
    i_told: bool


def conflict_page(visit: Visit, view: ConflictView) -> ConflictPage:
    """Put one disagreement in words."""
    one = view.conflict
    rows = [(sentence, _sentence_row(visit, view, sentence)) for sentence in view.sentences]
    return ConflictPage(
        public_id=one.public_id,
        subject=str(one.subject),
        dimension=dimension_names()[one.dimension],
        told=_opened(visit, view),
        say=standing(visit, view),
        told_by=_told(visit, view),
        agreed=tuple(row for sentence, row in rows if sentence.counts and not sentence.does),
        open_sentences=tuple(row for sentence, row in rows if not sentence.counts),
        does=tuple(row for sentence, row in rows if sentence.counts and sentence.does),
        i_told=bool(view.given_by(visit.party.pk)),
        is_turn=visit.speaks and one.is_open and bool(_waits(visit, view)),
    )


def standing(visit: Visit, view: ConflictView) -> str:
    """Where it stands, and what that asks."""
    one, name = view.conflict, {"name": visit.other_name}
    if one.solved_at:
        return _("Opgelost op %(day)s.") % {"day": day_words(clock.day_of(one.solved_at))}
    if one.aside_at:
        return _("Het rust. Jullie kunnen het altijd weer oppakken.")
    turn = _waits(visit, view)
    if turn:
        return turn
    if view.i_solved:
        return _("Jij zei dat het is opgelost. Nu %(name)s nog.") % name
    if view.is_step_due:
        return _("De termijn van deze stap is voorbij. Kijk samen wat nu past.")
    if view.given_by(visit.party.pk) and view.given_by(visit.other_party.pk):
        return _("Jullie vertelden allebei. Zeg nu samen wat klopt, zin voor zin.")
    if not visit.takes_part:
        return _("Noteer jouw kant, en wat je zou willen afspreken.")
    return _("Vertel jouw kant, en lees die van %(name)s.") % name


def _waits(visit: Visit, view: ConflictView) -> str:
    """What the other did that waits for her, the heaviest first; empty when nothing does."""
    name = {"name": visit.other_name}
    if view.they_solved and not view.i_solved:
        return _("Voor %(name)s is het opgelost. Voor jou ook?") % name
    if view.pair_waits_for_me:
        return _("%(name)s is klaar met vertellen. Het gaat open als jij ook klaar bent.") % name
    if view.to_accept:
        return _("%(name)s stelde zinnen voor om samen achter te staan.") % name
    if view.blind is not None and view.blind.waits_for_me:
        return _blind_waits(visit, view)
    return ""


def _blind_waits(visit: Visit, view: ConflictView) -> str:
    assert view.blind is not None
    if view.blind.middle is not None:
        return _("Jullie bedragen raken elkaar. Zeg of het midden voor jou goed is.")
    return _("%(name)s noemde een bedrag, dicht. Noem jij er ook een?") % {"name": visit.other_name}


def _opened(visit: Visit, view: ConflictView) -> str:
    one = view.conflict
    words = {"who": who(visit, one.opened_by), "day": day_words(clock.day_of(one.opened_at))}
    if one.noted_at:
        return _("Genoteerd op %(day)s, door: %(who)s") % words
    return _("Op tafel sinds %(day)s, door: %(who)s") % words


def _told(visit: Visit, view: ConflictView) -> tuple[Told, ...]:
    mine, theirs = view.given_by(visit.party.pk), view.given_by(visit.other_party.pk)
    found = []
    for part, texts in part_texts().items():
        sides = [("self", visit.my_name, _("Jij"), words, day_words(day)) for name, words, day in mine if name == part]
        sides += [
            ("other", visit.other_name, visit.other_name, words, day_words(day))
            for name, words, day in theirs
            if name == part
        ]
        if sides:
            found.append(Told(part, str(texts["label"]), tuple(sides)))
    return tuple(found)


def _sentence_row(visit: Visit, view: ConflictView, one: SummarySentence) -> SentenceRow:
    is_mine = one.proposed_by is not None and one.proposed_by.party_id == visit.party.pk
    may = visit.speaks and not view.conflict.is_over and not one.counts
    return SentenceRow(
        public_id=one.public_id,
        words=str(one.words),
        told=", ".join(part for part in (_does(visit, one), _said(visit, one)) if part),
        is_mine=is_mine and may,
        can_accept=not is_mine and may,
    )


def _does(visit: Visit, one: SummarySentence) -> str:
    if not one.does:
        return ""
    side = _("jullie allebei") if one.who is None else _party_name(visit, one.who.pk)
    if one.by_on is None:
        return side
    return _("%(who)s, vóór %(day)s") % {"who": side, "day": day_words(one.by_on)}


def _party_name(visit: Visit, party: int) -> str:
    return _("jij") if party == visit.party.pk else visit.other_name


def _said(visit: Visit, one: SummarySentence) -> str:
    if one.accepted_at:
        return _("samen gezegd op %(day)s") % {"day": day_words(clock.day_of(one.accepted_at))}
    words = {"who": who(visit, one.proposed_by)}
    return _("genoteerd door: %(who)s") % words if one.noted_at else _("voorgesteld door: %(who)s") % words


def given_rows(visit: Visit) -> list[dict[str, str]]:
    """What both see in the open disagreement, as label and text, for who was let in by both. Names, no `jij`."""
    given = given_in_conflict(visit)
    return [{"label": _given_label(visit, one), "text": _given_text(one), "key": one.key} for one in given]


def _given_label(visit: Visit, one: Given) -> str:
    texts = conflict_texts()
    names = {visit.party.pk: visit.my_name, visit.other_party.pk: visit.other_name}
    if one.kind == "part":
        return f"{names.get(one.party or 0, '')}: {part_texts()[one.code]['label']}"
    if one.kind == "step":
        return _("Stap, vanaf %(day)s") % {"day": day_words(one.on)}
    if one.kind == "amount":
        return _("Een bedrag waar beiden ja tegen zeiden, in euro’s")
    if one.kind == "subject":
        return _("Waar het over gaat")
    is_open = one.code == "open"
    return str(texts["summary"]["open"]) if is_open else _("Waar beiden achter staan")


def _given_text(one: Given) -> str:
    if one.kind == "step":
        return next(str(step["name"]) for step in conflict_texts()["steps"] if step["id"] == one.code)
    return one.words


def written_rows(written: Mapping[str, str]) -> list[dict[str, str]]:
    """What she wrote, part by part, for the page that shows exactly how it will read."""
    labels = part_texts()
    return [
        {"part": part, "label": str(labels[part]["label"]), "words": written[part]} for part in PARTS if part in written
    ]
