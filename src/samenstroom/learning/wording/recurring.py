"""What often comes back, each in one or two sentences with the way to its facts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samenstroom.checkins.wording import dimension
from samenstroom.learning.queries.cases import Case
from samenstroom.learning.queries.patterns import endings_of, firsts_of, remedies_of, sussed_at
from samenstroom.rules.learning.endings import Label
from samenstroom.rules.learning.first_signs import counted

from .texts import Link, labelled, small_number, to_case


@dataclass(frozen=True)
class Pattern:
    """One thing that comes back."""

    title: str
    lines: Sequence[str]
    links: Sequence[Link]


def recurring(cases: Sequence[Case]) -> list[Pattern]:
    """What there is to tell, in a fixed order."""
    return [found for tell in TELLERS if (found := tell(cases))]


def sussed(cases: Sequence[Case]) -> Pattern | None:
    """Feelings that she talked away, and who was right."""
    found = sussed_at(cases)
    if not found.cases:
        return None
    first = ngettext(
        "Bij %(n)s samenwerking zei je gevoel nee en je hoofd ja.",
        "Bij %(n)s samenwerkingen zei je gevoel nee en je hoofd ja.",
        len(found.cases),
    ) % {"n": len(found.cases)}
    known = found.gut_was_right + found.head_was_right
    words = {"gut": found.gut_was_right, "head": found.head_was_right, "all": known}
    second = _("Van %(all)s weet je de afloop: %(gut)s keer had je gevoel gelijk, %(head)s keer je hoofd.") % words
    lines = [first, second if known else _("Hoe die afliepen, weet je nog niet.")]
    return Pattern(_("Gesust gevoel"), lines, [to_case(case) for case in found.cases])


def first_wrong(cases: Sequence[Case]) -> Pattern | None:
    """Which of the seven shows first when it begins to chafe."""
    firsts = firsts_of(cases)
    if not firsts:
        return None
    total = len(firsts)
    lines = [
        _("%(n)s van de %(all)s keer begon het bij %(what)s.")
        % {"n": n, "all": total, "what": dimension(one)["inline"]}
        for one, n in counted(one for _case, one in firsts)[:3]
    ]
    few = [small_number(total)] if small_number(total) else []
    return Pattern(_("Waar het als eerste schuurt"), [*lines, *few], [to_case(case) for case, _one in firsts])


def endings(cases: Sequence[Case]) -> Pattern | None:
    """How it ended, by kind. Finished as agreed is no failure."""
    found = endings_of(cases)
    if not found:
        return None
    lines = [_("%(how)s: %(n)s keer.") % {"how": labelled("hows", how), "n": len(those)} for how, those in found]
    ended = [case for _how, those in found for case in those]
    good = sum(case.label is Label.GOOD for case in ended)
    if good:
        total = len(ended)
        lines.append(_("%(n)s van de %(all)s liepen goed af.") % {"n": good, "all": total})
    return Pattern(_("Hoe het eindigde"), lines, [_to_end(case) for case in ended])


def _to_end(case: Case) -> Link:
    """Her own farewell when she alone said that it ended; the collaboration when she erased that."""
    if not case.on_record and case.kept is not None:
        return to_case(case)
    return Link("ending" if case.on_record else "farewell", case.name, {"collaboration": case.key})


def remedies(cases: Sequence[Case]) -> Pattern | None:
    """What she tried, and how often she said that it helped."""
    found = remedies_of(cases)
    if not found:
        return None
    lines = [
        _("%(what)s: hielp %(helped)s van de %(told)s keer.")
        % {"what": labelled("remedies", one.kind), "helped": one.helped, "told": one.told}
        for one in found
    ]
    tried = [case for case in cases if remedies_of([case])]
    return Pattern(_("Wat hielp"), lines, [_to_talks(case) for case in tried])


def _to_talks(case: Case) -> Link:
    is_there = case.visit is not None and case.talks
    return Link("talks", case.name, {"collaboration": case.key}) if is_there else to_case(case)


TELLERS: tuple[Callable[[Sequence[Case]], Pattern | None], ...] = (sussed, first_wrong, remedies, endings)
"""Each tells one thing, or nothing."""
