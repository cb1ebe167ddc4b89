"""The indicators: small rules over one history. A new one is a module here and an entry in the list."""

from samenstroom.rules.facts import History, shared_only
from samenstroom.rules.findings import Evidence, Finding, Level, Side, importance
from samenstroom.rules.indicators import apart, changed, erosion, low_start, quiet
from samenstroom.rules.indicators.agreement import bare_start, dates, identity, sole_access, uneven, unsigned
from samenstroom.rules.indicators.change import (
    course,
    ladder_due,
    left_open,
    person_changed,
    quarrel_again,
    unwritten,
)
from samenstroom.rules.indicators.contact import kept_inside, out_of_hours, personal, unanswered, unequal
from samenstroom.rules.indicators.ending import held_back, open_end
from samenstroom.rules.indicators.good import (
    appreciation,
    asked_around,
    good_no,
    punctual,
    repaired,
    rising,
    slept,
    spoke_out,
    tried_small,
    word_kept,
)
from samenstroom.rules.indicators.indicator import Indicator
from samenstroom.rules.indicators.money import below_rate, dependence, dispute, exposure, late, unbilled
from samenstroom.rules.indicators.person import gut, mixed, motives, own_rule, predecessors, unsafe
from samenstroom.rules.indicators.start import boundary, hasty, idea, readiness, stakes
from samenstroom.rules.indicators.work import (
    criticism,
    deadlines,
    extra,
    hours,
    overruled,
    promises,
    reports,
    waiting,
)
from samenstroom.rules.visibility import Circle

INDICATORS: tuple[Indicator, ...] = (
    changed.INDICATOR,
    quiet.INDICATOR,
    apart.INDICATOR,
    low_start.INDICATOR,
    erosion.INDICATOR,
    bare_start.INDICATOR,
    identity.INDICATOR,
    sole_access.INDICATOR,
    dates.INDICATOR,
    unsigned.INDICATOR,
    uneven.INDICATOR,
    late.INDICATOR,
    exposure.INDICATOR,
    unbilled.INDICATOR,
    below_rate.INDICATOR,
    dependence.INDICATOR,
    dispute.INDICATOR,
    deadlines.INDICATOR,
    promises.INDICATOR,
    reports.INDICATOR,
    hours.INDICATOR,
    overruled.INDICATOR,
    criticism.INDICATOR,
    extra.INDICATOR,
    waiting.INDICATOR,
    unanswered.INDICATOR,
    out_of_hours.INDICATOR,
    personal.INDICATOR,
    kept_inside.INDICATOR,
    unequal.INDICATOR,
    course.INDICATOR,
    person_changed.INDICATOR,
    left_open.INDICATOR,
    unwritten.INDICATOR,
    quarrel_again.INDICATOR,
    ladder_due.INDICATOR,
    open_end.INDICATOR,
    held_back.INDICATOR,
    motives.INDICATOR,
    own_rule.INDICATOR,
    mixed.INDICATOR,
    predecessors.INDICATOR,
    gut.INDICATOR,
    idea.INDICATOR,
    hasty.INDICATOR,
    stakes.INDICATOR,
    readiness.INDICATOR,
    boundary.INDICATOR,
    unsafe.INDICATOR,
    word_kept.INDICATOR,
    punctual.INDICATOR,
    repaired.INDICATOR,
    appreciation.INDICATOR,
    good_no.INDICATOR,
    slept.INDICATOR,
    asked_around.INDICATOR,
    tried_small.INDICATOR,
    spoke_out.INDICATOR,
    rising.INDICATOR,
)

BY_ID = {indicator.id: indicator for indicator in INDICATORS}


def look_at(history: History) -> tuple[Finding, ...]:
    """Return everything the indicators notice in a history, the most important first.

    What rests on shared facts is found without looking at anything private, so that the other party finds the same.
    What her own facts add is a finding for her alone, and only when it weighs more than the shared one it grew from;
    then it takes its place here. The other's page is `look_at(mirror(history))`.
    """
    findings = _looked(history)
    return tuple(sorted(_merged(findings), key=importance))


def shared_findings(history: History) -> tuple[Finding, ...]:
    """Return what both parties may know: the findings that rest on shared facts alone."""
    return look_at(shared_only(history))


def _looked(history: History) -> list[Finding]:
    shared = shared_only(history)
    found = [one for indicator in INDICATORS for one in indicator.look(shared)]
    if shared is history:
        return found
    whole = (one for indicator in INDICATORS for one in indicator.look(history))
    return _with_private(found, [one for one in whole if one.audience == Circle.PRIVATE])


def _with_private(shared: list[Finding], private: list[Finding]) -> list[Finding]:
    """Add what is hers alone, and take out what it says again or what says less than it."""
    kept = [one for one in private if not any(_says_as_much(other, one) for other in shared)]
    return [one for one in shared if not any(_grew_from(other, one) for other in kept)] + kept


def _says_as_much(shared: Finding, private: Finding) -> bool:
    if shared.level == Level.GOOD:
        return _same_facts(shared, private) and _facts(shared) == _facts(private)
    return _same_facts(shared, private) and shared.level.weight >= private.level.weight


def _grew_from(private: Finding, shared: Finding) -> bool:
    return _same_facts(shared, private)


def _same_facts(shared: Finding, private: Finding) -> bool:
    """Tell whether a private finding is a shared one with something added."""
    if (shared.code, shared.level == Level.GOOD) != (private.code, private.level == Level.GOOD):
        return False
    same_side = shared.side == private.side or Side.BOTH in (shared.side, private.side)
    return same_side and _facts(shared) <= _facts(private)


def _merged(findings: list[Finding]) -> list[Finding]:
    """Leave out a finding when all its facts stand under a heavier one of a rule that says it as well."""
    return [one for one in findings if not any(_absorbs(other, one) for other in findings if other is not one)]


def _absorbs(heavy: Finding, light: Finding) -> bool:
    if light.code not in BY_ID[heavy.code].absorbs or heavy.level.weight < light.level.weight:
        return False
    return _facts(light) <= _facts(heavy)


def _facts(finding: Finding) -> set[tuple[object, ...]]:
    return {_mark(fact) for fact in finding.evidence}


def _mark(fact: Evidence) -> tuple[object, ...]:
    return fact.on, fact.kind, fact.side, fact.origin, tuple(sorted(fact.data.items(), key=repr))
