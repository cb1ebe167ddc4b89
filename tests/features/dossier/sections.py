"""The sections that are declared in `own_lists` and `shared_lists`, made up."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from hypothesis import strategies as st

from samenstroom.exploring.flags import all_flags
from tests.features.dossier.bricks import DAYS, DOCUMENT, MOMENTS, PEOPLE, WORDS, moment_of, some, whole
from tests.features.dossier.small_agreements import small_agreements

BY = st.sampled_from(PEOPLE)
SOME_WORDS = st.lists(WORDS, min_size=1, max_size=2)
AMOUNT = st.sampled_from(["0", "12.50", "1E+3", "450"])
PERCENT = st.integers(0, 100)
CHOICE = st.sampled_from(["go", "trial", "later", "no"])

ANSWERED = {
    "acquaintance": some(
        purpose=st.sampled_from(["calm", "growth", "from_later"]), hours=st.integers(0, 60), success=WORDS,
        matters=st.lists(st.sampled_from(["honest", "quality", "joy"]), min_size=1, unique=True),
    ),
    "trial": some(found=SOME_WORDS, themes=some(money=st.integers(1, 5)), go_on=st.sampled_from(["go", "stop"]), go_on_words=WORDS),
    "repair_attempt": whole({"said": st.sampled_from(["flows", "go_on", "part"])}, why=WORDS, helped=WORDS),
    "kickoff": some(goal=st.sampled_from(["leads", "awareness", "other"]), goal_why=WORDS, seen=WORDS, talks=st.just("weekly")),
    "balance": some(named=WORDS, share=st.integers(0, 100)),
    "from_later": some(iets=WORDS, nog=st.booleans()),
}  # fmt: skip


@st.composite
def exchanges(draw: st.DrawFn) -> DOCUMENT:
    """One that opened, one that stopped with hers alone or with both still sealed, or one that waits."""
    purpose = draw(st.sampled_from(sorted(ANSWERED)))
    found = {"purpose": purpose, "started_at": draw(MOMENTS)} | draw(some(started_by=BY))
    state = draw(st.sampled_from(["opened", "stopped", "waiting"]))
    if state != "waiting":
        found[{"opened": "revealed_at", "stopped": "closed_at"}[state]] = draw(MOMENTS)
    sides = ["a", "b"] if state == "opened" else draw(st.sampled_from([[], ["a"], ["b"], ["a", "b"]]))
    said = [_answer(draw, side, purpose, is_open=state == "opened") for side in sides]
    return found | ({"answers": said} if said else {})


def _answer(draw: st.DrawFn, party: str, purpose: str, *, is_open: bool) -> DOCUMENT:
    """Hers in full; of Marleen only what Noor may see."""
    is_hers = party == "a"
    freed = {} if is_open else draw(some(freed_at=MOMENTS))
    if not (is_hers or is_open or freed):
        return {"party": party, "sealed": True, "sent_at": draw(DAYS)}
    values = draw(ANSWERED[purpose])
    found = {"party": party, "by": "noor" if is_hers else "marleen", "sent_at": draw(MOMENTS), **freed}
    return found | ({"values": values} if values else {})


TRIAL = whole(
    {"scope": WORDS, "starts_on": DAYS, "ends_on": DAYS, "pay": st.sampled_from(["price", "hours", "unpaid"]), "proposed_at": MOMENTS},
    price=AMOUNT, hours=AMOUNT, rate=AMOUNT, questions=SOME_WORDS, proposed_by=BY, agreed_by=BY, agreed_at=MOMENTS,
    outside_by=BY, outside_at=MOMENTS, replaced_at=MOMENTS, dropped_at=MOMENTS, finished_at=MOMENTS,
)  # fmt: skip
TRIES = st.lists(whole({"text": WORDS, "who": st.sampled_from(["a", "b", None])}), min_size=1, max_size=2)
ATTEMPT = whole(
    {"stuck": WORDS, "look_back_on": DAYS, "proposed_at": MOMENTS, "tries": TRIES},
    proposed_by=BY, agreed_by=BY, agreed_at=MOMENTS, dropped_at=MOMENTS,
)  # fmt: skip
PAUSE = whole(
    {"on": st.just("2024-02-01"), "proposed_at": MOMENTS},
    until=DAYS.filter(lambda day: day >= "2024-02-01"), look_again_on=DAYS, still=st.just(["work", "checkins"]),
    text=WORDS, reason=st.sampled_from(["illness", "other"]), by=BY, agreed_by=BY, agreed_at=MOMENTS, noted_at=MOMENTS,
    dropped_at=MOMENTS, ended_by=BY,
)  # fmt: skip
ENDING = whole(
    {"how": st.sampled_from(["one_side", "together", "unsafe"]), "announced_at": MOMENTS, "withdrawn_at": MOMENTS},
    words=WORDS, last_on=DAYS, announced_by=BY, confirmed_by=BY, confirmed_at=MOMENTS, closed_by=BY, closed_at=MOMENTS,
)  # fmt: skip


PROPOSED = {"proposed_by": BY, "agreed_by": BY, "agreed_at": MOMENTS, "replaced_at": MOMENTS}
LAST_DAY = whole({"last_on": DAYS, "proposed_at": MOMENTS}, words=WORDS, **PROPOSED)
TICK = whole({"party": st.just("b"), "by": st.just("marleen"), "ticked_at": MOMENTS})
ITEM = whole(
    {"kind": st.sampled_from(["hours", "data"]), "text": WORDS, "added_at": MOMENTS},
    amount=AMOUNT, owner=st.sampled_from(["a", "b"]), end=st.just("erased"), end_on=DAYS, end_words=WORDS, added_by=BY,
    dropped_at=MOMENTS, ticks=st.lists(TICK, min_size=1, max_size=1),
)  # fmt: skip
ACCESS = whole(
    {"text": WORDS, "added_at": MOMENTS},
    taker=st.sampled_from(["a", "b"]), added_by=BY, done_by=BY, done_at=MOMENTS, confirmed_by=BY, confirmed_at=MOMENTS,
)  # fmt: skip
STATEMENT = whole({"words": WORDS, "proposed_at": MOMENTS}, except_for=SOME_WORDS, accepted_by=BY, accepted_at=MOMENTS)
GIVEN_BY = st.just([{"party": "a", "by": "noor", "said_at": "2026-05-01T10:00:00Z"}])
THANKS = st.just(
    [
        {"by": "noor", "draft": "Ik dank je"},
        {"by": "marleen", "words": "Dank je.", "shared_at": "2026-05-01T10:00:00Z"},
    ]
)
TESTIMONIALS = st.just(
    [
        {"writer": "a", "draft": "Fijn", "asked_at": "2026-05-01T10:00:00Z"},
        {"writer": "b", "words": "Goed", "use": {"is_public": True, "with_name": False}, "released_by": "marleen",
         "released_at": "2026-05-01T10:00:00Z"},
    ]
)  # fmt: skip


SAID_YES = {
    "accepted_by": BY,
    "accepted_at": MOMENTS,
    "noted_at": MOMENTS,
    "replaced_at": MOMENTS,
    "dropped_at": MOMENTS,
}
GOAL = whole(
    {"text": WORDS, "proposed_at": MOMENTS},
    about=st.sampled_from(["leads", "from_later"]), replaces=st.just(1), proposed_by=BY, **SAID_YES,
)  # fmt: skip
AGENDA_POINT = whole({"text": WORDS, "added_at": MOMENTS}, added_by=BY, dropped_at=MOMENTS)
KICKOFF_TALK = whole(
    {"begins_at": st.just("2026-12-01T09:00:00Z"), "minutes": st.just(60), "sequence": st.integers(0, 3), "proposed_at": MOMENTS},
    place=WORDS, proposed_by=BY, agreed_by=BY, agreed_at=MOMENTS, noted_at=MOMENTS, cancelled_at=MOMENTS,
)  # fmt: skip
WORKING_CONTENT = some(
    channels=st.dictionaries(st.sampled_from(["mail", "later"]), WORDS, min_size=1, max_size=2),
    response_days=st.integers(1, 9), days=st.just(["mon", "tue"]), urgent=WORDS, talks=st.just("weekly"),
).filter(bool)  # fmt: skip
WORKING = whole({"content": WORKING_CONTENT, "proposed_at": MOMENTS}, proposed_by=BY, **SAID_YES)
AGREED_INPUT = whole(
    {"party": st.sampled_from(["a", "b"]), "starts_on": DAYS, "proposed_at": MOMENTS},
    terms=some(hours=st.sampled_from(["8", "2.50"]), period=st.sampled_from(["week", "month", "bundle"]), money=WORDS).filter(bool),
    proposed_by=BY, agreed_by=BY, agreed_at=MOMENTS, noted_at=MOMENTS, dropped_at=MOMENTS,
).filter(lambda one: "terms" in one)  # fmt: skip
INPUT = whole(
    {"party": st.sampled_from(["a", "b"]), "on": DAYS, "kind": st.sampled_from(["hours", "money"]), "text": WORDS,
     "amount": st.sampled_from(["1", "2.50"]), "source": st.just("manual"), "added_at": MOMENTS},
    by=BY, work=st.sampled_from(["research", "waiting"]), changed_at=MOMENTS, confirmed_by=BY, confirmed_at=MOMENTS,
    otherwise=WORDS, otherwise_by=BY, otherwise_at=MOMENTS, removed_at=MOMENTS,
)  # fmt: skip


MEDIATION = whole(
    {"name": WORDS, "ends_on": DAYS, "proposed_at": MOMENTS},
    words=WORDS, proposed_by=BY, agreed_by=BY, agreed_at=MOMENTS, noted_at=MOMENTS, dropped_at=MOMENTS, ended_by=BY,
    ended_at=MOMENTS, looks=st.lists(whole({"looked_at": MOMENTS}), min_size=1, max_size=1),
    notes=st.lists(whole({"text": WORDS, "written_at": MOMENTS}), min_size=1, max_size=1),
)  # fmt: skip
SHARED_REMARK = whole(
    {"words": WORDS, "shared_at": MOMENTS},
    version=st.integers(1, 9), about=WORDS, proposal=WORDS, withdrawn_at=MOMENTS, by=BY,
)  # fmt: skip


@st.composite
def sections(draw: st.DrawFn) -> DOCUMENT:
    """What both own, in lists. Each exchange belongs to one trial or attempt at most; one ending stands at most."""
    found = {
        "exchanges": sorted(draw(st.lists(exchanges(), max_size=3)), key=moment_of("started_at")),
        "trials": sorted(draw(st.lists(TRIAL, max_size=2)), key=moment_of("proposed_at")),
        "attempts": sorted(draw(st.lists(ATTEMPT, max_size=2)), key=moment_of("proposed_at")),
        "pauses": sorted(draw(st.lists(PAUSE, max_size=2)), key=moment_of("proposed_at")),
        "endings": sorted(draw(st.lists(ENDING, max_size=2)), key=moment_of("announced_at")),
        "settlement_items": sorted(draw(st.lists(ITEM, max_size=2)), key=moment_of("added_at")),
        "accesses_back": sorted(draw(st.lists(ACCESS, max_size=2)), key=moment_of("added_at")),
        "closing_statements": sorted(draw(st.lists(STATEMENT, max_size=2)), key=moment_of("proposed_at")),
        "shared_goals": [
            {"number": number, **one} for number, one in enumerate(draw(st.lists(GOAL, max_size=2)), start=1)
        ],
        "agenda_points": sorted(draw(st.lists(AGENDA_POINT, max_size=2)), key=moment_of("added_at")),
        "kickoff_talks": sorted(draw(st.lists(KICKOFF_TALK, max_size=2)), key=moment_of("proposed_at")),
        "working_versions": sorted(draw(st.lists(WORKING, max_size=2)), key=moment_of("proposed_at")),
        "agreed_contributions": sorted(draw(st.lists(AGREED_INPUT, max_size=2)), key=moment_of("proposed_at")),
        "contributions": sorted(draw(st.lists(INPUT, max_size=3)), key=moment_of("added_at")),
        "mediation": sorted(draw(st.lists(MEDIATION, max_size=2)), key=moment_of("proposed_at")),
        "shared_remarks": sorted(draw(st.lists(SHARED_REMARK, max_size=2)), key=moment_of("shared_at")),
        "keep_terms": draw(st.lists(whole({"until": DAYS, "proposed_at": MOMENTS}, **PROPOSED), max_size=1)),
    }
    for one in found["endings"]:
        one |= draw(some(last_days=st.lists(LAST_DAY, min_size=1, max_size=1)))
    found |= draw(small_agreements())
    found |= draw(some(thanks=THANKS, testimonials=TESTIMONIALS, references_given=GIVEN_BY))
    add_keys(found)
    for section, purpose in (("trials", "trial"), ("attempts", "repair_attempt")):
        of_this = [one["key"] for one in found["exchanges"] if one["purpose"] == purpose]
        for one, key in zip(found[section], of_this, strict=False):
            one["exchange"] = key
    if found["endings"] and draw(st.booleans()):
        found["endings"][-1].pop("withdrawn_at")
    return found


GIVEN = whole({"given": st.sampled_from(["yes", "bit", "no", "open"]), "note": WORDS, "turn": st.integers(0, 9)})
POINTED = whole({"given": WORDS, "note": WORDS, "turn": st.integers(0, 9)})
FLAG = st.sampled_from([*(flag.id for flag in all_flags()), "from_later"])
SAID = st.dictionaries(WORDS, some(choice=WORDS, words=WORDS), min_size=1, max_size=2)
LINES = st.lists(
    whole({"lean": st.sampled_from(["for", "against", "open"]), "text": WORDS, "source": WORDS}), max_size=2
)


def add_keys(found: DOCUMENT) -> None:
    """A key for what others point at, and a decision for the first look back."""
    for section, letter in (("exchanges", "x"), ("decisions", "d"), ("mediation", "m")):
        for number, one in enumerate(_rows(found, section), start=1):
            one["key"] = f"{letter}{number}"
    if "decisions" in found and "look_backs" in found:
        found["look_backs"][0]["decision"] = found["decisions"][-1]["key"]


def _rows(found: DOCUMENT, section: str) -> Iterable[Any]:
    return found.get(section, ())
