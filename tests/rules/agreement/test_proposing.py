"""Parts of a document that one can want otherwise, and the words that differ."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samenstroom.rules.agreement.amending import OtherGroundError
from samenstroom.rules.agreement.marking import Piece, marked
from samenstroom.rules.agreement.proposing import Proposed, parts_of, with_all

WORDS = st.lists(st.text("abc ", max_size=12), max_size=4)


def document(**more: Any) -> dict[str, Any]:
    clauses = [{"code": code, "terms": {"days": 14}, "addition": ""} for code in ("a", "c")]
    own = [{"title": "Een", "text": "1"}, {"title": "Twee", "text": "2"}]
    return {"parties": {"provider": {}, "client": {}}, "facts": {}, "clauses": clauses, "own_clauses": own,
            "charter": [], **more}  # fmt: skip


def put(*wanted: Proposed) -> dict[str, Any]:
    return with_all(document(), wanted, "abc".index)


def test_each_part_changes_comes_or_goes_by_itself() -> None:
    held = {"terms": {"days": 14}, "addition": ""}
    new = put(
        Proposed("a", held, {"terms": {"days": 30}, "addition": "Vlot."}),
        Proposed("b", None, held),
        Proposed("c", held, None),
        Proposed("eigen-1", {"title": "Een", "text": "1"}, None),
        Proposed("eigen-2", {"title": "Twee", "text": "2"}, {"title": "Twee", "text": "3"}),
        Proposed("nieuw-x", None, {"title": "Drie", "text": "3"}),
        Proposed("omgang", None, ["Rustig."]),
    )
    assert [one["code"] for one in new["clauses"]] == ["a", "b"], "a new clause comes at its place"
    assert parts_of(new)["a"] == {"terms": {"days": 30}, "addition": "Vlot."}
    assert [(one["title"], one["text"]) for one in new["own_clauses"]] == [("Twee", "3"), ("Drie", "3")]
    assert new["charter"] == ["Rustig."]


@pytest.mark.parametrize(
    "wanted",
    [
        Proposed("a", {"terms": {"days": 15}, "addition": ""}, None),
        Proposed("b", {"terms": {}, "addition": ""}, None),
        Proposed("a", None, {"terms": {}, "addition": ""}),
        Proposed("eigen-1", {"title": "Een", "text": "anders"}, None),
    ],
)
def test_what_rests_on_another_text_is_refused(wanted: Proposed) -> None:
    with pytest.raises(OtherGroundError):
        put(wanted)


def test_the_words_that_differ_are_told_apart() -> None:
    before, after = marked(["Binnen 30 dagen betalen."], ["Binnen 14 dagen betalen.", "Altijd."])
    assert before == ((Piece("Binnen", False), Piece("30", True), Piece("dagen betalen.", False)),)
    assert after[0][1] == Piece("14", True) and after[1] == (Piece("Altijd.", True),)


@given(WORDS, WORDS)
def test_all_words_come_back_and_the_same_text_has_no_marks(before: list[str], after: list[str]) -> None:
    old, new = marked(before, after)
    for text, lines in ((before, old), (after, new)):
        assert " ".join(piece.text for line in lines for piece in line).split() == " ".join(text).split()
    assert not any(piece.differs for side in marked(before, before) for line in side for piece in line)
