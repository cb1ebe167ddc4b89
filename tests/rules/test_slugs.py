"""The part of an address that somebody chooses herself."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samenstroom.rules.slugs import LONGEST, RESERVED, fault_of_slug, slug_from


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Noor de Wit", "noor-de-wit"),
        ("  Zoë & Çelik  ", "zoe-en-celik"),
        ("Studio 24/7!", "studio-24-7"),
        ("Straße", "strasse"),
        ("مرحبا 🌱", ""),
        ("", ""),
    ],
)
def test_a_name_becomes_a_readable_address(text: str, slug: str) -> None:
    assert slug_from(text) == slug


@pytest.mark.parametrize(
    ("slug", "fault"),
    [
        ("noor-de-wit", None),
        ("abc", None),
        ("a" * 60, None),
        ("", "empty"),
        ("Noor", "characters"),
        ("zoë", "characters"),
        ("noor\n", "characters"),
        ("nооr", "characters"),  # Cyrillic letters that look like ours.
        ("a b", "characters"),
        ("../x", "characters"),
        ("-noor", "hyphens"),
        ("noor-", "hyphens"),
        ("noor--wit", "hyphens"),
        ("ab", "short"),
        ("a" * 61, "long"),
        ("admin", "reserved"),
        ("zelftest", "reserved"),
    ],
)
def test_what_is_wrong_is_said_with_one_code(slug: str, fault: str | None) -> None:
    assert fault_of_slug(slug) == fault


def test_every_reserved_word_is_refused() -> None:
    assert {fault_of_slug(word) for word in RESERVED if len(word) > 2} == {"reserved"}
    assert {fault_of_slug(word) for word in RESERVED} <= {"reserved", "short"}


@given(st.text(max_size=400))
def test_what_is_proposed_has_no_fault_but_its_length_or_a_reserved_word(text: str) -> None:
    proposed = slug_from(text)
    assert len(proposed) <= LONGEST
    assert fault_of_slug(proposed) in (None, "empty", "short", "reserved")
