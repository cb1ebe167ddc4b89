"""Which next steps fit which cause. Codes only: their words are content."""

from collections.abc import Mapping
from types import MappingProxyType

from samenstroom.rules.dimensions import Dimension

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


def remedies_for(dimension: Dimension | None) -> tuple[str, ...]:
    """Return the codes of fitting steps, the conversation first; without one cause only the conversation."""
    return (TALK, *REMEDIES[dimension]) if dimension else (TALK,)
