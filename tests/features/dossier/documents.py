"""Dossiers that are made up, and what a dossier looks like after it went in and out again."""

from __future__ import annotations

import copy
import json
from datetime import date, datetime, timedelta

from hypothesis import strategies as st

from tests.features.dossier.bricks import (
    ANYTHING,
    DAYS,
    DOCUMENT,
    MOMENTS,
    PEOPLE,
    SCALARS,
    SIDE,
    STAGE,
    VALUES,
    WORDS,
    moment_of,
    some,
    whole,
)
from tests.features.dossier.own_sections import OWN_SECTIONS
from tests.features.dossier.sections import add_keys, sections

SAID = whole(
    {"by": st.sampled_from(PEOPLE), "stance": st.sampled_from(["so", "otherwise"]), "answered_at": MOMENTS}, words=WORDS
)


@st.composite
def entries(draw: st.DrawFn, circle: str) -> DOCUMENT:
    """One dated line; a private one is Noor's."""
    by = "noor" if circle == "private" else draw(st.sampled_from([*PEOPLE, None]))
    kind = draw(st.sampled_from(["note", "talk_held", "invoice_paid", "promise_kept", "something_from_later"]))
    found = {"kind": kind, "on": draw(DAYS), "recorded_at": draw(MOMENTS), "circle": circle}
    found |= draw(some(about=st.sampled_from(["a", "b"]), note=WORDS, withdrawn_at=MOMENTS))
    found |= {"by": by} if by else {}
    data = draw(
        some(amount=st.sampled_from(["1250", "12.50"]), days=st.integers(0, 99), iets=SCALARS, exchange=st.just("x1"))
    )
    said = [] if circle == "private" else draw(st.lists(SAID, max_size=2, unique_by=lambda one: one["by"]))
    found |= ({"data": data} if data else {}) | (
        {"answers": sorted(said, key=moment_of("answered_at"))} if said else {}
    )
    return found


@st.composite
def answers(draw: st.DrawFn, party: str, *, is_open: bool) -> DOCUMENT:
    """What one side answered. Of Marleen's only what Noor may see."""
    by = "noor" if party == "a" else "marleen"
    found = {"party": party, "by": by, "sent_at": draw(MOMENTS), "values": draw(VALUES)}
    found |= draw(some(guess=st.integers(1, 5), appreciation=WORDS))
    if by == "noor":
        return found | draw(some(remark=WORDS, remark_choice=st.sampled_from(["now", "talk", "mine"])))
    if not is_open:
        return {"party": "b", "sealed": True, "sent_at": draw(DAYS)}
    return found | draw(
        st.sampled_from([{}, {"remark": "Iets"}, {"remark": "Ja", "remark_shared_at": "2026-05-01T10:00:00Z"}])
    )


@st.composite
def rounds(draw: st.DrawFn, number: int) -> DOCUMENT:
    """An opened round, a closed one with one or two sides, or one that still waits."""
    opened_on = (date(2024, 1, 8) + timedelta(weeks=number)).isoformat()
    found: DOCUMENT = {"number": number, "opened_on": opened_on}
    state = draw(st.sampled_from(["opened", "closed", "waiting"]))
    if state == "opened":
        found["revealed_at"] = draw(MOMENTS)
    if state == "closed":
        found["closed_at"] = draw(MOMENTS)
    sides = ["a", "b"] if state == "opened" else draw(st.sampled_from([[], ["a"], ["b"]]))
    said = [draw(answers(side, is_open=state == "opened")) for side in sides]
    return found | ({"answers": said} if said else {})


@st.composite
def repairs(draw: st.DrawFn, round_number: int, number: int) -> DOCUMENT:
    """A repair, on the table, agreed, or looked back on."""
    found = {"key": f"r{number}", "round": round_number, "text": draw(WORDS), "look_back_on": draw(DAYS)}
    found |= {"proposed_at": draw(MOMENTS), "proposed_by": draw(st.sampled_from(PEOPLE))}
    found |= draw(some(owner=st.sampled_from(["a", "b"]), agreed_at=MOMENTS, dropped_at=MOMENTS))
    if draw(st.booleans()):
        looks = [
            {"party": side, "said_at": draw(MOMENTS), "helped": draw(st.sampled_from(["yes", "no"]))} for side in "ab"
        ]
        looks[0]["by"] = "noor"
        found |= {"looked_back_at": draw(MOMENTS), "looks": looks}
    return found


FACT = whole(
    {
        "on": DAYS,
        "kind": st.just("silent"),
        "side": st.just("other"),
        "data": some(round=st.integers(1, 9)),
        "origin": st.just("shared"),
    }
)
TOLD = whole(
    {
        "code": st.sampled_from(["quiet", "from_later"]), "dimension": st.sampled_from(["money", None]),
        "level": st.sampled_from(["notice", "good"]), "since": DAYS, "side": st.just("other"),
        "evidence": st.lists(FACT, min_size=1, max_size=2), "certainty": st.integers(1, 3), "remedies": st.just(["talk"]),
        "audience": st.just("shared"), "rule_version": st.integers(1, 9), "variant": st.just("row"),
    }
)  # fmt: skip
OWN = some(
    stage=whole({"stage": STAGE, "since": MOMENTS}),
    origin=st.sampled_from(["online", "referral"]),
    rhythm=whole({"weeks": st.sampled_from([1, 2, 4]), "since": DAYS}),
    check_ins=st.lists(whole({"answered_on": DAYS, "values": VALUES}, remark=WORDS, sent_at=MOMENTS), min_size=1, max_size=2),
    carrying_on=st.lists(whole({"asked_on": DAYS}, step=st.integers(1, 5)), min_size=1, max_size=2),
    feelings=st.lists(
        whole({"felt_at": MOMENTS, "step": st.integers(1, 5), "sussed": st.booleans()}, words=WORDS, subject=WORDS,
              prediction=WORDS, percent=st.integers(0, 100), known_on=DAYS, outcome=st.booleans(), resolved_at=MOMENTS),
        min_size=1, max_size=2,
    ),
    findings=st.lists(whole({"shown_at": MOMENTS, "finding": TOLD}, set_aside_at=MOMENTS, set_aside_reason=WORDS), min_size=1,
                      max_size=2, unique_by=lambda one: json.dumps([one["finding"]["code"], one["finding"]["evidence"]])),
    talks=st.lists(whole({"started_at": MOMENTS}, subject=WORDS, facts=st.lists(WORDS, min_size=1, max_size=2), agreed=WORDS),
                   min_size=1, max_size=2),
    mentor=st.lists(whole({"on": DAYS}, text=WORDS), min_size=1, max_size=2),
    from_later=ANYTHING,
)  # fmt: skip
RECORDS = st.lists(
    whole({"on": DAYS}, by=st.sampled_from(PEOPLE), text=WORDS, amount=st.integers(0, 99)), min_size=1, max_size=2
)


@st.composite
def documents(draw: st.DrawFn) -> DOCUMENT:
    """A dossier as we would write it ourselves, made for Noor."""
    found: DOCUMENT = {
        "format": "samenstroom-dossier", "version": 1, "made_at": "2026-05-12T09:00:00Z", "made_for": "noor",
        "collaboration": {"name": draw(WORDS), "kind": "client_va", "country": "NL", "stage": draw(STAGE),
                          "stage_since": draw(MOMENTS), "created_at": draw(MOMENTS)},
        "parties": [{"key": "a", "speaker": "noor"}, {"key": "b", "speaker": "marleen"}],
        "people": [{"key": one, "name": f"{one.title()} {draw(WORDS)}", "party": SIDE[one], "added_at": draw(MOMENTS),
                    "joined_at": draw(MOMENTS)} for one in PEOPLE],
    }  # fmt: skip
    circles = draw(st.lists(st.sampled_from(["shared", "shared", "private"]), max_size=4))
    listed = sorted((draw(entries(circle)) for circle in circles), key=moment_of("on", "recorded_at"))
    found["entries"] = [{"key": f"e{number}"} | one for number, one in enumerate(listed, start=1)]
    rhythm = whole(
        {"weeks": st.just(2), "proposed_at": MOMENTS, "proposed_by": st.just("noor")},
        accepted_at=MOMENTS,
        ended_at=MOMENTS,
    )
    found["rhythms"] = sorted(draw(st.lists(rhythm, max_size=2)), key=moment_of("proposed_at"))
    found["rounds"] = [draw(rounds(number)) for number in range(1, draw(st.integers(0, 3)) + 1)]
    count = draw(st.integers(0, 2)) if found["rounds"] else 0
    found["repairs"] = sorted((draw(repairs(1, number + 1)) for number in range(count)), key=moment_of("proposed_at"))
    found |= draw(sections())
    found["own"] = draw(OWN) | draw(OWN_SECTIONS)
    _sort_own(found["own"])
    return found | draw(some(goals=RECORDS, risks=RECORDS, closing=st.just(CLOSING), a_section_from_later=ANYTHING))


CLOSING = {
    "on": "2026-05-01",
    "how": "ended_by_self",
    "side": "b",
    "ended_badly": None,
    "would_again": {"a": "yes", "b": None},
}


def _sort_own(own: DOCUMENT) -> None:
    for name, field in (("check_ins", "answered_on"), ("carrying_on", "asked_on"), ("feelings", "felt_at"),
                        ("findings", "shown_at"), ("talks", "started_at"), ("readiness_answers", "sent_at"),
                        ("scans", "started_at"), ("references_asked", "asked_at"), ("decisions", "started_at"),
                        ("look_backs", "looked_back_at"), ("attempts", "started_at"),
                        ("lessons", "learned_at")):  # fmt: skip
        if name in own:
            own[name].sort(key=moment_of(field))
    for number, one in enumerate(own.get("findings", []), start=1):
        one["key"] = f"f{number}"
    add_keys(own)


def after_import(document: DOCUMENT, *, me: str, reader: str, now: datetime) -> DOCUMENT:
    """The same dossier after it was read in and taken out again, with the differences that docs/dossier.md lists."""
    found = copy.deepcopy(document)
    moment = now.isoformat().replace("+00:00", "Z")
    found["made_at"], found["made_for"] = moment, me
    mine = next(one["party"] for one in found["people"] if one["key"] == me)
    next(one for one in found["parties"] if one["key"] == mine)["speaker"] = me
    for one in found["people"]:
        if one["key"] != me:
            one.pop("joined_at", None)
    for one in found["entries"]:
        if one.get("by") not in (None, me):
            one["imported_by"] = reader
    for one in found["rhythms"]:
        one.setdefault("ended_at", moment)
    for one in [*found["rounds"], *found.get("exchanges", [])]:
        if "revealed_at" not in one and "closed_at" not in one:
            _only(one, "answers", [answer for answer in one.get("answers", []) if answer.get("by") == me])
    for one in found.get("blind_rounds", []):
        if "compared_at" not in one and "stopped_at" not in one:
            _only(one, "limits", [limit for limit in one.get("limits", []) if "amount" in limit])
    for one in found.get("companions", []):
        if "ended_at" not in one and "dropped_at" not in one:
            one["ended_at" if "agreed_at" in one else "dropped_at"] = moment
    for one in found["repairs"]:
        _only(one, "looks", [look for look in one.get("looks", []) if "helped" in look])
    found.setdefault("own", {})
    return found


def _only(one: DOCUMENT, name: str, rows: list[DOCUMENT]) -> None:
    one.pop(name, None)
    if rows:
        one[name] = rows
