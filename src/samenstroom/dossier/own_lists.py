"""What a person keeps for herself about a collaboration, in lists: section under `own` -> how its rows stand there."""

from __future__ import annotations

from collections.abc import Mapping

from samenstroom.adjusting.models import OwnAttempt, Talk
from samenstroom.adjusting.queries.attempts import own_attempts_of
from samenstroom.adjusting.wording.attempts import own_attempt_row
from samenstroom.checkins.models import CarryingOn, OwnCheckIn
from samenstroom.collaborations.visits import Visit
from samenstroom.contributions.models import OwnBalance
from samenstroom.exploring.models import (
    Asked,
    Decision,
    Feeling,
    LookBack,
    OwnAcquaintance,
    ReadinessAnswer,
    ReferenceRequest,
    Scan,
)
from samenstroom.exploring.queries.decisions import decisions_of
from samenstroom.exploring.queries.scans import scans_of
from samenstroom.exploring.wording.decisions import view_of
from samenstroom.exploring.wording.scans import result_page
from samenstroom.farewell.models import Farewell, KeepInTouch
from samenstroom.kit.tokens import new_token, token_hash
from samenstroom.planning.models import OwnKickoff
from samenstroom.watch.models import ShownFinding

from .agreed_lists import OWN_AGREED
from .disagreement_lists import OWN_DISAGREEMENTS
from .feedback_lists import OWN_FEEDBACK
from .kept import Kept
from .learned_lists import OWN_LEARNED
from .mentor_lists import OWN_MENTOR
from .outside_lists import OWN_OUTSIDE
from .started_lists import OWN_STARTED

OPENS = "it opens something, or says of a link how it stands"


def _decisions_read(visit: Visit) -> object:
    return [view_of(one) for one in decisions_of(visit)]


def _scans_read(visit: Visit) -> object:
    return [result_page(visit, one) for one in scans_of(visit)]


def _attempts_read(visit: Visit) -> object:
    return [own_attempt_row(one) for one in own_attempts_of(visit)]


OWN_LISTS: Mapping[str, Kept] = {
    **OWN_FEEDBACK,
    **OWN_STARTED,
    "check_ins": Kept(OwnCheckIn, ("answered_on", "values", "remark", "sent_at"), ("answered_on", "pk")),
    "carrying_on": Kept(CarryingOn, ("asked_on", "step"), ("asked_on", "pk")),
    "feelings": Kept(
        Feeling,
        (
            "felt_at", "step", "sussed", "words", "subject", "prediction", "percent", "known_on", "outcome",
            "resolved_at",
        ),
        ("felt_at", "pk"),
    ),
    "talks": Kept(
        Talk,
        (
            "subject", "about_finding", "offered", "facts", "effect", "need", "request", "offer", "opening",
            "channel", "planned_on", "started_at", "invited_at", "held_on", "agreed", "agreed_shared_at",
            "look_back_on", "helped", "looked_back_at",
        ),
        ("started_at", "pk"),
    ),
    "findings": Kept(
        ShownFinding,
        (
            "shown_at", "finding", "set_aside_at", "set_aside_reason", "snoozed_until", "talked_on", "helped",
            "asked_helped_at",
        ),
        ("shown_at", "pk"),
        left_out={"fingerprint": "a mark means nothing elsewhere: a key stands in its place"},
    ),
    "readiness_answers": Kept(
        ReadinessAnswer,
        ("sent_at", "name", "contact", "words", "answers", "version", "seen_at"),
        ("sent_at", "pk"),
        left_out={"once": "a hash of a form, to keep one that is sent twice once"},
        made={"once": lambda: token_hash(new_token())},
    ),
    "scans": Kept(
        Scan,
        ("started_at", "finished_at", "answers", "stretch", "content_version"),
        ("started_at", "pk"),
        must_read=_scans_read,
    ),
    "balance": Kept(OwnBalance, ("kept_at", "answers"), ("kept_at", "pk")),
    "acquaintance": Kept(OwnAcquaintance, ("kept_at", "answers"), ("kept_at", "pk")),
    "kickoff": Kept(OwnKickoff, ("kept_at", "answers"), ("kept_at", "pk")),
    "references_asked": Kept(
        ReferenceRequest,
        ("asked_at", "referee", "relation", "words", "answers", "sent_at", "read_at", "noted", "noted_at"),
        ("asked_at", "pk"),
        with_other={"answers": "sent_at"},
        left_out={
            "token_hash": OPENS, "minted_at": OPENS, "expires_at": OPENS, "withdrawn_at": OPENS, "claimed_at": OPENS,
            "browser_hash": OPENS, "drafted_at": "what the referee is still writing is not hers",
        },
    ),
    "room": Kept(Asked, ("saved_at", "hours", "income", "energy", "starts_on", "is_running"), ("saved_at", "pk")),
    "decisions": Kept(
        Decision,
        (
            "started_at", "decided_at", "feeling", "choice", "why", "worries", "percent", "look_back_on", "snapshot",
            "shared", "telling", "keep_until",
        ),
        ("started_at", "pk"),
        letter="d",
        must_read=_decisions_read,
    ),
    "look_backs": Kept(
        LookBack,
        ("looked_back_at", "choice", "percent", "outcome", "lesson", "flags"),
        ("looked_back_at", "pk"),
        rows={"decision": "decisions"},
    ),
    "attempts": Kept(
        OwnAttempt,
        ("started_at", "stuck", "tries", "look_back_on", "said", "why", "helped", "looked_back_at"),
        ("started_at", "pk"),
        must_read=_attempts_read,
    ),
    "farewells": Kept(
        Farewell,
        ("started_at", "way", "reflection", "plan", "letter", "talk", "moments", "outcome", "lesson"),
        ("started_at", "pk"),
    ),
    "keep_in_touch": Kept(KeepInTouch, ("words", "remind_on", "seen_at"), ("pk",)),
    **OWN_AGREED,
    **OWN_OUTSIDE,
    **OWN_DISAGREEMENTS,
    **OWN_LEARNED,
    **OWN_MENTOR,
}  # fmt: skip
"""A row here belongs to one person and one collaboration; what it points at comes before it."""
