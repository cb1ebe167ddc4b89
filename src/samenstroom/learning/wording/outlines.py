"""An outline in words: everything it holds, as distances from its beginning."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from samenstroom import content
from samenstroom.checkins.wording import dimension, item_label, step_label
from samenstroom.collaborations.wording import hours_words, label_of, money
from samenstroom.exploring.flags import reading_of
from samenstroom.exploring.wording.feelings import step_word
from samenstroom.exploring.wording.room import energy_steps
from samenstroom.exploring.wording.scan_questions import scan_texts
from samenstroom.kit import clock
from samenstroom.kit.language import language
from samenstroom.learning.models import Outline
from samenstroom.learning.queries.cases import Case
from samenstroom.learning.queries.outlines import Kept
from samenstroom.rules.findings import restored

from .texts import case_name, days_after, how_it_went, labelled, trait_words


@dataclass(frozen=True)
class OutlineRow:
    """One of her outlines in the list."""

    key: str
    name: str
    hint: str


@dataclass(frozen=True)
class OutlinePart:
    """One kind of things in it."""

    code: str
    title: str
    lines: Sequence[str]


@dataclass(frozen=True)
class OutlinePage:
    """Everything in one outline: in words, and as it is kept."""

    key: str
    name: str
    parts: Sequence[OutlinePart]
    as_kept: str


def outline_rows(cases: Iterable[Case]) -> list[OutlineRow]:
    """All of hers, newest beginning first."""
    return [
        OutlineRow(case.kept.key, case_name(case), f"{_kind(case)}. {how_it_went(case)}")
        for case in cases
        if case.kept is not None
    ]


def outline_page(outline: Outline, cases: Iterable[Case]) -> OutlinePage:
    """One of them; every part that holds something."""
    case, kept = next((one, one.kept) for one in cases if one.kept and one.kept.key == outline.public_id)
    told = _Told(kept, case.began_on)
    parts = (
        OutlinePart("soort", _("Wat het was"), [_kind(case), _quarter(kept), how_it_went(case), *told.ended()]),
        OutlinePart("vlaggen", _("Vlaggen"), list(told.flags())),
        OutlinePart("gevoel", _("Gevoel"), list(told.feelings())),
        OutlinePart("checkins", _("Je antwoorden in check-ins"), list(told.answers())),
        OutlinePart("signalen", _("Signalen"), list(told.findings())),
        OutlinePart("gesprekken", _("Gesprekken en wat hielp"), [*told.talks(), *told.helped()]),
        OutlinePart("inschattingen", _("Inschattingen"), list(told.estimates())),
        OutlinePart("kenmerken", _("Wat er was"), list(told.traits())),
        OutlinePart("opbrengst", _("Wat het bracht, en wat het vroeg"), list(told.brought())),
    )
    as_kept = json.dumps(outline.content, ensure_ascii=False, indent=2)
    return OutlinePage(outline.public_id, case_name(case), [one for one in parts if one.lines], as_kept)


def _kind(case: Case) -> str:
    return label_of("kinds", case.kind)


def _quarter(kept: Kept) -> str:
    return _("Begonnen in kwartaal %(n)s van %(year)s") % {"n": kept.quarter.number, "year": kept.quarter.year}


class _Told:
    """The parts of one outline, line by line."""

    def __init__(self, kept: Kept, began_on: date) -> None:
        self._kept, self._began_on = kept, began_on

    def _after(self, day: date | None, words: str) -> str:
        return f"{days_after(self._began_on, day)}: {words}" if day else words

    def ended(self) -> Iterator[str]:
        """When, when it is known."""
        if self._kept.ended_on:
            yield self._after(self._kept.ended_on, _("het einde"))

    def flags(self) -> Iterator[str]:
        """Each flag that waved, with what came of it."""
        texts = {text["id"]: str(text["wave"]).replace("{name}", _("de ander")) for text in scan_texts()["flags"]}
        fates = {True: _("kwam uit"), False: _("vals alarm"), None: _("nog niet bekend")}
        for scan in reversed(self._kept.scans):
            on = clock.day_of(scan.finished_at) if scan.finished_at else None
            for one in reading_of(scan).waving:
                fate = fates[self._kept.said.flags.get(one.flag.id)]
                yield self._after(on, f"{texts[one.flag.id].rstrip('.')} ({fate})")

    def feelings(self) -> Iterator[str]:
        """Each step, and whether her head said otherwise."""
        for one in self._kept.feelings:
            words = step_word(int(one.step))
            yield self._after(
                clock.day_of(one.felt_at), _("%(step)s, gesust") % {"step": words} if one.sussed else words
            )

    def answers(self) -> Iterator[str]:
        """Every step she gave."""
        for on, values in self._kept.answers:
            yield self._after(
                on, ", ".join(f"{item_label(item)} ({step_label(step)})" for item, step in values.items())
            )

    def findings(self) -> Iterator[str]:
        """How heavy, and about what."""
        levels = content.load("findings", language())["levels"]
        for row in self._kept.shown:
            found = restored(row.finding)
            about = dimension(found.dimension)["inline"] if found.dimension else found.code
            yield self._after(clock.day_of(row.shown_at), f"{levels[found.level.value]}, {about}")

    def talks(self) -> Iterator[str]:
        """That they talked."""
        kept = self._kept
        days = [*(one.held_on for one in kept.talks), *(one.talked_on for one in kept.shown)]
        days += [line.happened_on for line in kept.lines]
        yield from (self._after(day, _("een gesprek")) for day in sorted(day for day in days if day))

    def helped(self) -> Iterator[str]:
        """What she tried, and her word for whether it helped."""
        words = {
            "yes": _("hielp"), "partly": _("hielp een beetje"), "no": _("hielp nog niet"),
            "flows": _("het stroomt weer"), "go_on": _("nog even proberen"), "part": _("uit elkaar"),
        }  # fmt: skip
        talked = [*(str(one.helped) for one in self._kept.talks), *(str(one.helped) for one in self._kept.shown)]
        told = {"talk": talked, **self._kept.told}
        for kind, said in told.items():
            yield from (f"{labelled('remedies', kind)}: {words.get(word, word)}" for word in said if word)

    def estimates(self) -> Iterator[str]:
        """What she said, and whether it came."""
        for one in self._kept.estimates:
            came = _("kwam uit") if one.came_true else _("ging anders")
            yield self._after(one.on, _("%(n)s procent, %(came)s") % {"n": one.percent, "came": came})

    def traits(self) -> Iterator[str]:
        """Those that were there."""
        yield from (trait_words(name) for name, there in self._kept.traits.items() if there)

    def brought(self) -> Iterator[str]:
        """Rounded sums, payments, and what it did to her."""
        sums, (late, known) = self._kept.sums, self._kept.payments
        if sums.paid:
            yield _("Ongeveer %(sum)s") % {"sum": money(sums.paid)}
        if sums.hours:
            yield _("Ongeveer %(sum)s") % {"sum": hours_words(sums.hours)}
        if known:
            yield _("%(late)s van de %(known)s rekeningen te laat betaald") % {"late": late, "known": known}
        if self._kept.energy:
            yield dict(energy_steps())[str(self._kept.energy)]
