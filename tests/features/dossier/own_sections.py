"""The sections that are declared in `own_lists`, made up: what one person keeps for herself."""

from __future__ import annotations

from hypothesis import strategies as st

from samenstroom.exploring.flags import pointings
from tests.features.dossier.bricks import DAYS, DOCUMENT, MOMENTS, WORDS, some, whole
from tests.features.dossier.sections import AMOUNT, CHOICE, FLAG, GIVEN, LINES, PERCENT, POINTED, SAID, SOME_WORDS


@st.composite
def decisions(draw: st.DrawFn) -> list[DOCUMENT]:
    """Decisions that were made, and at most one that is still written."""
    whole_one = whole(
        {"started_at": MOMENTS, "decided_at": MOMENTS, "choice": CHOICE},
        feeling=WORDS, why=WORDS, percent=PERCENT, look_back_on=DAYS, keep_until=DAYS,
        worries=st.lists(whole({"text": WORDS, "source": WORDS}), min_size=1, max_size=2),
        shared=st.just({"0": {"text": "Dit deel ik.", "place": "kickoff", "on": "2026-05-01"}}),
        snapshot=whole({"lines": LINES}, rules=SOME_WORDS, flags=st.just(["haggles"])),
        telling=some(parts=st.just({"decision": "Nee."}), texts=st.just({"on": "Lieve"}), told_on=DAYS).filter(bool),
    )  # fmt: skip
    found = draw(st.lists(whole_one, min_size=1, max_size=2))
    if draw(st.booleans()):
        del found[0]["decided_at"]
    return found


OWN_SECTIONS = some(
    readiness_answers=st.lists(
        whole(
            {"sent_at": MOMENTS, "name": WORDS, "version": st.just("1"),
             "answers": st.dictionaries(WORDS, whole({"choice": WORDS, "question": WORDS, "answer": WORDS}), min_size=1, max_size=2)},
            contact=WORDS, words=WORDS, seen_at=MOMENTS,
        ),
        min_size=1, max_size=2,
    ),
    scans=st.lists(
        whole(
            {"started_at": MOMENTS, "finished_at": MOMENTS, "content_version": st.integers(0, 9)},
            answers=st.dictionaries(FLAG, GIVEN, min_size=1, max_size=3),
            stretch=st.dictionaries(st.sampled_from(sorted(pointings())), POINTED, min_size=1, max_size=2),
        ),
        min_size=1, max_size=2,
    ),
    balance=st.lists(
        whole({"kept_at": MOMENTS}, answers=some(named=WORDS, share=st.integers(0, 100)).filter(bool)),
        min_size=1, max_size=1,
    ),
    acquaintance=st.lists(
        whole({"kept_at": MOMENTS}, answers=st.dictionaries(WORDS, some(mine=WORDS, said=WORDS), min_size=1, max_size=2)),
        min_size=1, max_size=1,
    ),
    kickoff=st.lists(
        whole(
            {"kept_at": MOMENTS},
            answers=st.dictionaries(WORDS, some(mine=WORDS, guess=WORDS, said=WORDS), min_size=1, max_size=2),
        ),
        min_size=1, max_size=1,
    ),
    references_asked=st.lists(
        st.one_of(
            whole({"asked_at": MOMENTS, "referee": WORDS}, relation=WORDS, words=WORDS, noted=SAID, noted_at=MOMENTS),
            whole({"asked_at": MOMENTS, "referee": WORDS, "sent_at": MOMENTS, "answers": SAID}, read_at=MOMENTS),
        ),
        min_size=1, max_size=2,
    ),
    room=st.lists(
        whole({"saved_at": MOMENTS, "is_running": st.booleans()}, hours=AMOUNT, income=AMOUNT, energy=st.integers(1, 5), starts_on=DAYS),
        min_size=1, max_size=1,
    ),
    decisions=decisions(),
    look_backs=st.lists(
        whole({"looked_back_at": MOMENTS, "choice": CHOICE, "outcome": st.sampled_from(["both", "me", "no", "unknown"])},
              percent=PERCENT, lesson=WORDS, flags=st.just(["haggles"])),
        min_size=1, max_size=2,
    ),
    attempts=st.lists(
        whole({"started_at": MOMENTS, "stuck": WORDS, "look_back_on": DAYS, "tries": SOME_WORDS},
              said=st.sampled_from(["flows", "part"]), why=WORDS, helped=WORDS, looked_back_at=MOMENTS),
        min_size=1, max_size=2,
    ),
    keep_in_touch=st.lists(whole({"words": WORDS}, remind_on=DAYS, seen_at=MOMENTS), min_size=1, max_size=1),
    farewells=st.lists(
        whole(
            {"started_at": MOMENTS, "way": WORDS},
            reflection=st.dictionaries(WORDS, st.one_of(WORDS, SOME_WORDS), min_size=1, max_size=2),
            plan=whole({"last_on": st.sampled_from(["", "2026-12-31"])}, channel=WORDS,
                       notice=st.sampled_from([None, {"count": 1, "unit": "months", "to_month_end": True}])),
            letter=some(parts=st.just({"decision": "Ik stop."}), texts=st.just({"mail": "Dag."}),
                        style=st.just({"mail": {"tone": "warm", "length": "short"}})).filter(bool),
            talk=whole({"opening": WORDS}, who_what=st.just([{"what": "Sleutels", "who": "Noor", "until": ""}])),
            moments=some(at=st.just({"plan": 2}), aside=st.booleans(), told_on=DAYS, told_by=WORDS, held_on=DAYS).filter(bool),
            outcome=WORDS, lesson=WORDS,
        ),
        min_size=1, max_size=1,
    ),
    retrospective=st.lists(
        whole({"started_at": MOMENTS}, finished_at=MOMENTS, answers=st.just({"causes": ["money"], "again": "Bellen.", "energy": "2"})),
        min_size=1, max_size=1,
    ),
    lessons=st.lists(
        whole(
            {"learned_at": MOMENTS, "says": WORDS},
            about=st.just({"dimension": "money", "flag": "haggles", "kind": "client_va", "name": "Loods 9", "source": "own"}),
            returns=st.just({"agreement": {"everywhere": True, "term": "payment_term_days", "bound": "at_most", "limit": "14"}}),
        ),
        min_size=1, max_size=2,
    ),
    outlines=st.lists(
        whole({"on_the_day": st.booleans()}, content=st.just({
            "year": 2024, "quarter": 2, "kind": "client_va", "how": "by_me", "ended": 90,
            "traits": {"gut_yes": False, "trial": None},
            "own": {"scans": [{"day": 3, "flags": {"haggles": "yes"}}], "fates": {"haggles": True},
                    "feelings": [{"day": 1, "step": 2, "sussed": True}],
                    "findings": [{"day": 9, "since": 4, "code": "invoice_late", "dimension": "money", "level": "concern"}]},
            "both": {"answers": [{"day": 20, "values": {"flow": 3, "trust": 2}}], "repairs": ["yes"],
                     "sums": {"paid": 1000}, "payments": [1, 2]},
        })),
        min_size=1, max_size=1,
    ),
)  # fmt: skip
