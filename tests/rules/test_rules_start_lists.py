"""What never belongs in a list of a start, and what it tells."""

from __future__ import annotations

import pytest

from samenstroom.rules.start_lists import is_held_alone, looks_like_a_secret


@pytest.mark.parametrize(
    "text",
    [
        "wachtwoord: Welkom01", "Het wachtwoord is zomer2026!", "password = abc123", "De pincode is 1234", "code: 8842",
        "sk9XaB3kLmN7pQr2StUv4WxY", "API key: 77-aa-91",
    ],
)  # fmt: skip
def test_a_secret_itself_is_noticed(text: str) -> None:
    assert looks_like_a_secret(text)


@pytest.mark.parametrize(
    "text",
    [
        "", "In de gedeelde kluis, map Studio 2", "Het wachtwoord staat in de kluis van Noor", "noor@voorbeeld.nl",
        "https://kluis.voorbeeld.nl/mappen/Studio-Linde-2026/toegang", "Mailbox", "Vraag Karin om de code",
        "Projectbord (Studio Linde)", "Rekening NL voor 2026",
    ],
)  # fmt: skip
def test_a_place_is_no_secret(text: str) -> None:
    assert not looks_like_a_secret(text)


@pytest.mark.parametrize(
    ("holder", "backup", "alone"),
    [("first", "", True), ("second", "  ", True), ("first", "Karin", False), ("both", "", False), ("", "", False)],
)
def test_one_side_alone_holds_it_when_nobody_steps_in(holder: str, backup: str, alone: bool) -> None:
    assert is_held_alone(holder, backup) is alone
