"""What a good step does to what was noticed before it: one table, for every indicator and both sides.

A step counts for the facts of its own day and before (some only for days before: an agreement signed today does
not settle what was left open in it today). Each kind of step multiplies the weight of such a fact by its factor,
once, however often it was taken: 0 ends it, a half lets it fall. So a good step never makes anything heavier, and
what happens after it counts in full again.

The factors are judgement, with one anchor: of one bad round in a repeated game the players came back in 72 %,
so one talk is worth about a halving, not an end.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from samenstroom.rules.entries import Entry
from samenstroom.rules.facts import History
from samenstroom.rules.findings import Side, swapped

ENDS, MUCH, HALF = 0.0, 0.25, 0.5


class Whose(StrEnum):
    """Who must have taken the step: anybody, the side the fact is about, or the other side."""

    ANY = "any"
    SAME = "same"
    OTHER = "other"


@dataclass(frozen=True)
class Step:
    """A good step: its kind, what it leaves of a fact, whose it must be, and if it only counts on a later day."""

    kind: str
    leaves: float
    whose: Whose = Whose.ANY
    later: bool = False


SAME, OTHER = Whose.SAME, Whose.OTHER

GENERAL: tuple[Step, ...] = (
    Step("talk_held", HALF),
    Step("renegotiated", HALF),
    Step("repair_helped", MUCH),
    Step("mediator_asked", HALF),
)
"""Steps that help with nearly everything between two people."""

NOT_BY_TALK: frozenset[str] = frozenset(
    {
        "unsafe_asked",
        "identity_unchecked",
        "party_in_between",
        "access_one_person",
        "one_client_most_income",
        "data_held_back",
        "predecessors_failed",
        "hours_unbilled",
        "ended_unconfirmed",
        "motive_need",
        "motive_flattered",
        "idea_loved",
        "stakes_high",
        "decided",
    }
)
"""What a talk does not change: somebody has to look, hand over, write down or decide."""

PRICED = (Step("extra_work_agreed", HALF), Step("price_agreed", HALF), Step("offer_declined", HALF, OTHER))
SETTLED = (Step("decision_made", ENDS), Step("renegotiated", ENDS), Step("review_date_set", MUCH))
WRITTEN = Step("agreement_signed", ENDS, later=True)
NO_INSTEAD = Step("offer_declined", ENDS)
TAUGHT = (Step("feedback_with_reasons", HALF, SAME), Step("appreciation_given", HALF, SAME))
ALIGNED = (Step("kickoff_held", ENDS), Step("goals_accepted", ENDS))
HEARD, TRYING, TRIED = Step("reference_heard", HALF), Step("trial_agreed", HALF), Step("trial_done", ENDS)
SAID = (Step("worry_shared", HALF), Step("concern_raised", HALF, SAME))
WORD_KEPT = Step("promise_kept", HALF, SAME)
SHOWN = Step("work_delivered", HALF, SAME)

STEPS: Mapping[str, tuple[Step, ...]] = MappingProxyType(
    {
        "message_unanswered": (Step("contact_restored", ENDS, SAME), Step("talk_held", MUCH)),
        "deadline_missed": (Step("delay_announced", HALF, SAME), SHOWN, WORD_KEPT),
        "promise_not_kept": (WORD_KEPT,),
        "hours_below_agreed": (WORD_KEPT,),
        "report_missing": (SHOWN, WORD_KEPT),
        "information_missing": (Step("contact_restored", MUCH), Step("decision_made", HALF)),
        "extra_work_asked": (*PRICED, Step("renegotiated", MUCH), Step("agreement_signed", MUCH, later=True)),
        "priorities_changed": (Step("talk_held", ENDS), Step("renegotiated", ENDS), *ALIGNED),
        "advice_overruled": TAUGHT,
        "work_redone": TAUGHT,
        "criticism_without_reasons": TAUGHT,
        "talk_turned_personal": (Step("appreciation_given", HALF), Step("contact_restored", HALF)),
        "messages_dreaded": (Step("appreciation_given", HALF), Step("contact_restored", HALF)),
        "contact_changed": (*ALIGNED, Step("talk_held", MUCH)),
        "contact_out_of_hours": (Step("renegotiated", MUCH),),
        "private_time_remarked": (Step("renegotiated", MUCH),),
        "access_one_person": (Step("access_returned", ENDS, SAME), Step("handover_done", ENDS)),
        "decision_left_open": SETTLED,
        "terms_left_open": (*SETTLED, WRITTEN, Step("price_agreed", HALF)),
        "roles_left_open": (*SETTLED, WRITTEN, Step("goals_accepted", HALF), Step("kickoff_held", HALF)),
        "identity_unchecked": (Step("identity_checked", ENDS), Step("agreement_signed", HALF), NO_INSTEAD),
        "party_in_between": (Step("identity_checked", HALF), Step("agreement_signed", HALF), NO_INSTEAD),
        "predecessors_failed": (HEARD, Step("trial_done", HALF), Step("agreement_signed", HALF), NO_INSTEAD),
        "rate_below_own": (Step("renegotiated", ENDS), NO_INSTEAD),
        "paid_in_promises": (Step("invoice_paid", ENDS, SAME), NO_INSTEAD),
        "payment_condition_added": (Step("invoice_paid", ENDS, SAME),),
        "hours_unbilled": (Step("invoice_sent", ENDS),),
        "complaint_kept_inside": (Step("concern_raised", MUCH, SAME),),
        "complaint_at_bill": (Step("invoice_paid", MUCH, SAME), Step("renegotiated", ENDS)),
        "claim_made": (Step("renegotiated", MUCH), Step("invoice_paid", HALF)),
        "data_held_back": (Step("access_returned", ENDS, SAME), Step("handover_done", MUCH)),
        "wants_to_stop": (
            Step("end_confirmed", ENDS),
            Step("renegotiated", ENDS),
            Step("repair_helped", ENDS),
        ),
        "ended_unconfirmed": (Step("end_confirmed", ENDS),),
        "renewed_silently": (
            Step("renegotiated", ENDS),
            Step("review_date_set", HALF),
            Step("talk_held", MUCH),
            WRITTEN,
        ),
        "effort_felt_unequal": (Step("renegotiated", MUCH), Step("appreciation_given", HALF, OTHER)),
        "say_felt_unequal": (Step("renegotiated", MUCH), Step("goals_accepted", HALF)),
        "exception_asked": (NO_INSTEAD, Step("price_agreed", HALF), Step("renegotiated", ENDS)),
        "own_rule_dropped": (NO_INSTEAD, Step("renegotiated", ENDS)),
        "motive_need": (NO_INSTEAD,),
        "motive_flattered": (NO_INSTEAD,),
        "feels_off": (NO_INSTEAD, Step("went_well", HALF)),
        "idea_loved": (TRYING, TRIED, NO_INSTEAD),
        "stakes_high": (HEARD, TRYING, TRIED, Step("agreement_signed", HALF), NO_INSTEAD),
        "decided": (HEARD, TRYING, TRIED, NO_INSTEAD),
        "urgency_felt": (HEARD, TRYING, TRIED, NO_INSTEAD),
        "readiness_heard": (*ALIGNED, Step("trial_done", HALF), NO_INSTEAD),
        "boundary_touched": (*SAID, Step("agreement_signed", HALF), Step("renegotiated", ENDS), NO_INSTEAD),
        "no_ignored": (*SAID, Step("renegotiated", ENDS), NO_INSTEAD),
        "haggled": (Step("price_agreed", ENDS), Step("price_named", HALF), NO_INSTEAD),
        "unsafe_asked": (Step("end_confirmed", HALF), Step("offer_declined", HALF)),
    }
)
"""The steps that fit one kind of fact; they stand above the general ones."""

ALSO_BEGINS: frozenset[str] = frozenset({"invoice_sent", "work_delivered", "end_confirmed"})
"""Steps that settle one thing and begin another: a bill can become late, work can be done on an open bill, and
after an end what was not given back begins to count."""

GOOD_STEPS: frozenset[str] = (
    frozenset(step.kind for steps in (GENERAL, *STEPS.values()) for step in steps) - ALSO_BEGINS
)
"""Everything that is a good step for something and never makes anything heavier."""


def steps_for(kind: str) -> tuple[Step, ...]:
    """Return the steps that ease facts of a kind: its own, and the general ones it does not name itself."""
    own = STEPS.get(kind, ())
    if kind in NOT_BY_TALK:
        return own
    named = {step.kind for step in own}
    return (*own, *(step for step in GENERAL if step.kind not in named))


ALL_STEPS: Mapping[str, tuple[Step, ...]] = MappingProxyType({kind: steps_for(kind) for kind in STEPS})


def eased(history: History, entry: Entry) -> float:
    """Return what good steps left of a fact: 1 when none was taken since, 0 when it was settled."""
    left = 1.0
    for step in ALL_STEPS.get(entry.kind, GENERAL):
        if is_taken(history, step, entry.whom, entry.on):
            left *= step.leaves
    return left


def is_taken(history: History, step: Step, whom: Side | None, on: date) -> bool:
    """Tell whether a step was taken on or after the day of a fact about `whom`."""
    side = None
    if whom is not None and step.whose != Whose.ANY:
        side = whom if step.whose == Whose.SAME else swapped(whom)
    day = history.last_day(step.kind, side)
    return day is not None and (day > on or (day == on and not step.later))
