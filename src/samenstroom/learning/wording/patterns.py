"""What comes back, in words: one fact in large type, what it rests on, and the patterns under it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samenstroom.exploring.wording.feelings import step_word
from samenstroom.kit import clock
from samenstroom.learning.queries.cases import Case
from samenstroom.learning.queries.patterns import FirstGut, first_guts, paths_of
from samenstroom.rules.learning.distances import Path, middle_of
from samenstroom.rules.learning.shrinkage import GUT, TELL_FROM, Rate

from .flags import FlagRow, flag_rows
from .recurring import Pattern, recurring
from .texts import (
    Link,
    case_day,
    case_name,
    days_in_words,
    how_it_went,
    pattern_texts,
    rate_words,
    small_number,
    to_case,
)

SHOWN = 10
"""So many rows stand open; the rest is folded."""
MOST_STITCHES = 12


@dataclass(frozen=True)
class GutRow:
    """What her gut said first at one collaboration, in her own words, and what came of it."""

    link: Link
    year: str
    words: str
    is_quote: bool
    went: str
    verdict: str
    tone: str
    icon: str


@dataclass(frozen=True)
class WaitRow:
    """From first doubt to first talk at one collaboration: a stitch for each week."""

    link: Link
    text: str
    stitches: range


@dataclass(frozen=True)
class Wait:
    """The picture of all waits, with the same as a table."""

    caption: str
    rows: Sequence[WaitRow]
    notes: Sequence[str]
    table: Sequence[Mapping[str, str]]


@dataclass(frozen=True)
class PatternsPage:
    """Everything on the page. Without a `headline` there is nothing to tell yet."""

    eyebrow: str
    headline: str
    lead: Sequence[str]
    guts: Sequence[GutRow]
    more_guts: Sequence[GutRow]
    wait: Wait | None
    flags: Sequence[FlagRow]
    recurring: Sequence[Pattern]
    empty: Mapping[str, str]
    how_we_count: Sequence[Mapping[str, str]]

    @property
    def is_empty(self) -> bool:
        return not (self.guts or self.flags or self.recurring or self.wait)


def patterns_page(cases: Sequence[Case]) -> PatternsPage:
    """All of it, from cases that were read already."""
    guts = first_guts(cases)
    known = [one for one in guts if one.right is not None]
    rows = [_gut_row(one) for one in (*known, *(one for one in guts if one.right is None))]
    wait = _wait(paths_of(cases))
    headline, lead = _headline(known, wait)
    return PatternsPage(
        eyebrow=_eyebrow(len(cases)),
        headline=headline,
        lead=lead,
        guts=rows[:SHOWN],
        more_guts=rows[SHOWN:],
        wait=wait,
        flags=flag_rows(cases),
        recurring=recurring(cases),
        empty=pattern_texts()["empty"],
        how_we_count=pattern_texts()["how_we_count"],
    )


def gut_headline(known: Sequence[FirstGut]) -> str:
    """`Je gevoel had gelijk in 4 van de 5 keer`; empty with fewer than three."""
    if len(known) < TELL_FROM:
        return ""
    right = sum(bool(one.right) for one in known)
    return _("Je gevoel had gelijk in %(right)s van de %(all)s keer") % {"right": right, "all": len(known)}


def _eyebrow(count: int) -> str:
    return ngettext("Wat %(n)s samenwerking je leert", "Wat %(n)s samenwerkingen je leren", count) % {"n": count}


def _headline(known: Sequence[FirstGut], wait: Wait | None) -> tuple[str, list[str]]:
    """The one fact: her gut when it is known three times, otherwise how long she waits; or that it is too early."""
    found = gut_headline(known)
    if found:
        rate = Rate(sum(bool(one.right) for one in known), len(known), GUT)
        lead = [_("Bij het begin schreef je op wat je voelde. Dit kwam ervan."), small_number(len(known))]
        return found, [one for one in (*lead, rate_words(rate)) if one]
    if wait and wait.rows:
        return wait.caption, []
    return _("Nog te vroeg voor een patroon"), [
        _("Na drie samenwerkingen met een eerste gevoel en een afloop zie je hier hoe vaak je gevoel klopte.")
    ]


def _gut_row(one: FirstGut) -> GutRow:
    verdict, tone, icon = {
        True: (_("Klopte"), "calm", "check"),
        False: (_("Liep anders"), "notice", "gap"),
        None: (_("Nog niet bekend"), "plain", "clock"),
    }[one.right]
    return GutRow(
        link=to_case(one.case),
        year=str(clock.day_of(one.feeling.felt_at).year) if one.case.visit else "",
        words=one.feeling.words or step_word(int(one.feeling.step)),
        is_quote=bool(one.feeling.words),
        went=how_it_went(one.case),
        verdict=verdict,
        tone=tone,
        icon=icon,
    )


def _wait(paths: Sequence[tuple[Case, Path]]) -> Wait | None:
    """None when she never doubted."""
    if not paths:
        return None
    talked = [(case, path) for case, path in paths if path.to_talk is not None]
    rows = [_wait_row(case, path) for case, path in talked[:SHOWN]]
    return Wait(_caption(paths), rows, list(_notes(paths)), [_in_table(case, path) for case, path in paths])


def _caption(paths: Sequence[tuple[Case, Path]]) -> str:
    middle = middle_of(path.to_talk for _case, path in paths)
    if middle is None:
        return _("Van eerste twijfel tot gesprek: nog geen gesprek")
    words = {"long": days_in_words(middle.days)}
    if middle.count < TELL_FROM:
        return _("Van eerste twijfel tot gesprek duurde het %(long)s") % words
    return _("Van eerste twijfel tot gesprek duurt het bij jou meestal %(long)s") % words


def _wait_row(case: Case, path: Path) -> WaitRow:
    days = path.to_talk or 0
    return WaitRow(to_case(case), days_in_words(days), range(min(days // 7, MOST_STITCHES)))


def _notes(paths: Sequence[tuple[Case, Path]]) -> Iterator[str]:
    seen = middle_of(path.to_finding for _case, path in paths)
    if seen:
        yield _("Van eerste twijfel tot eerste signaal: %(long)s.") % {"long": days_in_words(seen.days)}
    spoken = middle_of(path.from_finding_to_talk for _case, path in paths)
    if spoken:
        yield _("Van eerste signaal tot gesprek: %(long)s.") % {"long": days_in_words(spoken.days)}
    silent = sum(path.talk is None for _case, path in paths)
    if silent:
        yield ngettext(
            "Bij %(n)s samenwerking staat geen gesprek na je twijfel.",
            "Bij %(n)s samenwerkingen staat geen gesprek na je twijfel.",
            silent,
        ) % {"n": silent}
    known = sum(path.to_talk is not None for _case, path in paths)
    yield from filter(None, [small_number(known)])


def _in_table(case: Case, path: Path) -> Mapping[str, str]:
    return {
        "name": case_name(case),
        "doubt": _day(case, path.doubt),
        "finding": _day(case, path.finding),
        "talk": _day(case, path.talk),
        "end": _day(case, path.end),
    }


def _day(case: Case, day: date | None) -> str:
    return case_day(case, day) if day else _("nog niet")
