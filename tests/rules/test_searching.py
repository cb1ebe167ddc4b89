"""Finding words back: accents, capitals, pieces of words, several words, and what is shown around them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samenstroom.rules.searching import folded, holds, is_enough, pieces, words_in


@pytest.mark.parametrize(
    ("asked", "text", "is_there"),
    [
        ("cafe", "Het Café van Zoë", True),
        ("ZOE café", "Het Café van Zoë", True),
        ("factuur", "Het factuurnummer ontbreekt", True),
        ("nummer factuur", "Het factuurnummer ontbreekt", True),
        ("factuur betaald", "Het factuurnummer ontbreekt", False),
        ('"morgen bellen"', "Ik ga morgen  bellen", False),
        ('"morgen bellen"', "We kunnen morgen bellen", True),
        ("strasse", "Straße", True),
        ("coördinatie", "coo\u0308rdinatie", True),
    ],
)
def test_what_is_found(asked: str, text: str, is_there: bool) -> None:
    assert holds(folded(text), words_in(asked)) is is_there


def test_a_name_beside_it_helps_but_is_not_enough() -> None:
    assert holds("betaal de factuur", ("marleen", "factuur"), "studio van marleen")
    assert not holds("betaal de factuur", ("marleen",), "studio van marleen")


@pytest.mark.parametrize(("asked", "is_it"), [("", False), ("a", False), ("a b", False), ('"', False), ("ab", True)])
def test_one_letter_is_not_enough(asked: str, is_it: bool) -> None:
    assert is_enough(words_in(asked)) is is_it


def test_around_a_hit_no_word_is_cut_and_every_hit_is_marked() -> None:
    told = pieces(["niets", "Vooraf " * 20 + "het Café en nog een cafetaria, " + "achteraf " * 20], words_in("café"))
    assert [one.text for one in told if one.is_hit] == ["Café", "cafe"]
    assert told[0].text == "…" == told[-1].text
    assert told[1].text.split()[0] == "Vooraf" and told[-2].text.rstrip().endswith("achteraf")


@given(st.text(max_size=200), st.text(max_size=20))
def test_what_is_shown_is_a_part_of_what_was_written(text: str, asked: str) -> None:
    words = words_in(asked)
    shown = "".join(one.text for one in pieces([text], words)).strip("…")
    assert shown in " ".join(text.split())
    if is_enough(words) and shown:
        assert any(word in folded(shown) for word in words)
