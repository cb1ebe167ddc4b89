"""What became of each motive and flag, in words: seen, came true, false alarm, not known yet. Counts first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samenstroom.exploring.wording.scan_questions import scan_texts
from samenstroom.learning.queries.cases import Case
from samenstroom.learning.queries.patterns import FlagRecord, Waved, flag_records
from samenstroom.rules.learning.discrimination import log_ratio
from samenstroom.rules.learning.fates import Fate, Tally
from samenstroom.rules.learning.shrinkage import TELL_FROM

from .texts import Link, case_day, case_name, rate_words, to_case


@dataclass(frozen=True)
class Seen:
    """One time that it waved: the scan it stands in, the day, and what became of it."""

    link: Link
    day: str
    fate: str
    tone: str
    icon: str


@dataclass(frozen=True)
class FlagRow:
    """One motive or flag."""

    title: str
    counts: str
    more: Sequence[str]
    seen: Sequence[Seen]


def flag_rows(cases: Sequence[Case]) -> list[FlagRow]:
    """Every flag that ever waved."""
    return [_row(one) for one in flag_records(cases)]


def _row(one: FlagRecord) -> FlagRow:
    texts = {text["id"]: text for text in scan_texts()["flags"]}
    title = str(texts[one.flag.id]["wave"]).replace("{name}", _("de ander"))
    title = title[:1].upper() + title[1:]
    more = [_cheerful(one.tally), _tells(one), rate_words(one.tally.rate())]
    return FlagRow(title, counts(one.tally), [line for line in more if line], [_seen(waved) for waved in one.waved])


def counts(found: Tally) -> str:
    """`4 keer gezien: 3 kwamen uit, 1 was vals alarm.`"""
    seen = ngettext("%(n)s keer gezien", "%(n)s keer gezien", found.seen) % {"n": found.seen}
    parts = [
        (found.came_true, ngettext("%(n)s kwam uit", "%(n)s kwamen uit", found.came_true)),
        (found.false_alarm, ngettext("%(n)s was vals alarm", "%(n)s waren vals alarm", found.false_alarm)),
        (found.unknown, ngettext("van %(n)s weet je het nog niet", "van %(n)s weet je het nog niet", found.unknown)),
    ]
    told = ", ".join(text % {"n": number} for number, text in parts if number)
    return _("%(seen)s: %(told)s.") % {"seen": seen, "told": told}


def _cheerful(found: Tally) -> str:
    """A false alarm is told as gladly as the rest."""
    if found.false_alarm and not found.came_true:
        return _("Tot nu toe liep het dan gewoon goed.")
    return ""


def _tells(one: FlagRecord) -> str:
    """How often it was there before each kind of ending, once there are three of both."""
    sign = one.sign
    if min(sign.bad, sign.good) < TELL_FROM:
        return ""
    words = {"bad_with": sign.bad_with, "bad": sign.bad, "good_with": sign.good_with, "good": sign.good}
    stuck = _("Je zag dit bij %(bad_with)s van de %(bad)s die vastliepen.") % words
    fine = _("Je zag dit bij %(good_with)s van de %(good)s die goed liepen.") % words
    return f"{stuck} {fine}" if log_ratio(sign) > 0 else f"{fine} {stuck}"


def _seen(waved: Waved) -> Seen:
    fate, tone, icon = {
        Fate.CAME_TRUE: (_("Kwam uit"), "notice", "flag"),
        Fate.FALSE_ALARM: (_("Vals alarm"), "calm", "check"),
        Fate.UNKNOWN: (_("Nog niet bekend"), "plain", "clock"),
    }[waved.fate]
    here = {"collaboration": waved.case.key, "scan": waved.scan}
    link = Link("scan_result", case_name(waved.case), here) if waved.scan else to_case(waved.case)
    return Seen(link, case_day(waved.case, waved.on), fate, tone, icon)
