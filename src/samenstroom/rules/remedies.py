"""Which next steps fit which cause. Codes only: their words are content."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from samenstroom.rules.dimensions import Dimension
from samenstroom.rules.life_cycle import Stage

TALK = "talk"
"""Bring it up: the step that fits nearly everything."""

REMEDIES: Mapping[Dimension, tuple[str, ...]] = MappingProxyType(
    {
        Dimension.COMMUNICATION: ("kick_off", "action_plan", "regular_check_ins"),
        Dimension.VALUES: ("acquaintance", "shared_vision", "standards_in_agreement"),
        Dimension.BALANCE: ("who_brings_what", "roles_in_writing", "talk_about_balance"),
        Dimension.TRUST: ("be_transparent", "regular_feedback", "decision_rights"),
        Dimension.MONEY: ("put_in_writing", "payment_terms", "lawyer_check"),
        Dimension.PRIORITIES: ("keep_informed", "rank_priorities", "renegotiate"),
        Dimension.PERSONAL: ("informal_contact", "learn_feedback", "mediator"),
    }
)

MEASURES: tuple[str, ...] = (
    # money and paper
    "deposit",
    "reminder",
    "pause_work",
    "bill_now",
    "written_change",
    "last_term_in_writing",
    "own_price",
    "dependency_cap",
    "renewal_date",
    # before the start
    "references",
    "trial_project",
    "verify_identity",
    "gut_check",
    "good_no",
    "hat_talk",
    # the work and the contact
    "acceptance_moment",
    "set_a_date",
    "speak_out",
    "send_word",
    "ask_kindly",
    "office_hours",
    "access_register",
    "backup_person",
    # the end, and where talking is not enough
    "plan_the_end",
    "confirm_end",
    "hand_over",
    "secure",
    "stop_safely",
    # what goes well
    "say_thanks",
    "keep_going",
)
"""Steps that fit one kind of finding rather than a whole dimension."""

CODES: frozenset[str] = frozenset({TALK, *MEASURES, *(code for codes in REMEDIES.values() for code in codes)})

SHOWN = 3
"""So many are shown: the first ones."""

_BEFORE = frozenset({"references", "trial_project", "acquaintance", "gut_check", "good_no"})
_DURING = frozenset(
    {
        "regular_check_ins",
        "regular_feedback",
        "talk_about_balance",
        "pause_work",
        "written_change",
        "renegotiate",
        "bill_now",
        "acceptance_moment",
        "keep_informed",
    }
)
_FORWARD = frozenset(
    {
        "kick_off",
        "action_plan",
        "regular_check_ins",
        "rank_priorities",
        "shared_vision",
        "deposit",
        "dependency_cap",
        "trial_project",
        "references",
        "acquaintance",
        "informal_contact",
        "renewal_date",
    }
)
_AT_THE_END = frozenset({"plan_the_end", "confirm_end", "hand_over"})

NO_USE: Mapping[Stage, frozenset[str]] = MappingProxyType(
    {
        Stage.EXPLORE: _DURING | _AT_THE_END | {"access_register", "backup_person"},
        Stage.AGREE: (_DURING - {"renegotiate"}) | _AT_THE_END,
        Stage.START: _AT_THE_END | {"good_no"},
        Stage.WORK: _BEFORE,
        Stage.ADJUST: _BEFORE,
        Stage.FAREWELL: _FORWARD | _DURING | {"good_no", "gut_check"},
        Stage.LEARN: _FORWARD | _DURING | {"good_no", "gut_check", "plan_the_end"},
    }
)
"""What comes too early or too late at a stage. It is not left out: it goes to the end."""


def remedies_for(dimension: Dimension | None) -> tuple[str, ...]:
    """Return the codes of fitting steps, the conversation first; without one cause only the conversation."""
    return (TALK, *REMEDIES[dimension]) if dimension else (TALK,)


def ranked(
    fitting: Iterable[str], dimension: Dimension | None, stage: Stage | None, may_talk: bool = True
) -> tuple[str, ...]:
    """Return the codes of all steps for a finding, the best first; `SHOWN` of them are shown.

    First what fits this finding, in the order in which its rule names it; then the conversation and what fits its
    dimension; last whatever comes too early or too late at this stage. With `may_talk` false, where talking is not
    safe or not enough, only the fitting steps. Raises ValueError for an unknown code, and when nothing is left.
    """
    codes = dict.fromkeys((*fitting, *(remedies_for(dimension) if may_talk else ())))
    unknown = codes.keys() - CODES
    if unknown or not codes:
        raise ValueError(f"no such remedies: {sorted(unknown)}" if unknown else "a finding has a next step")
    late = NO_USE[stage] if stage else frozenset()
    return (*(code for code in codes if code not in late), *(code for code in codes if code in late))
