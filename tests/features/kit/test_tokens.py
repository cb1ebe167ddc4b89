"""Tokens, ids and codes: random, well formed, and predictable for a test that asks for it."""

import base64
import re

from samenstroom.kit import tokens


def test_token_carries_32_bytes_and_is_safe_in_an_address() -> None:
    token = tokens.new_token()
    assert re.fullmatch(r"[A-Za-z0-9_-]{43}", token)
    assert len(base64.urlsafe_b64decode(token + "=")) == tokens.TOKEN_BYTES


def test_only_the_hash_needs_keeping() -> None:
    assert tokens.token_hash("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"


def test_public_id_has_no_signs_that_look_alike() -> None:
    ids = {tokens.public_id() for _ in range(200)}
    assert len(ids) == 200
    assert all(re.fullmatch(r"[2-9a-hjkmnp-tv-z]{14}", one) for one in ids)


def test_short_code_keeps_its_zeros() -> None:
    assert all(re.fullmatch(r"\d{6}", tokens.short_code()) for _ in range(200))


def test_seeded_source_repeats_itself_and_ends_with_the_block() -> None:
    def draw() -> tuple[str, str, str]:
        return tokens.new_token(), tokens.public_id(), tokens.short_code()

    with tokens.seeded(7):
        first = draw()
    with tokens.seeded(7):
        assert draw() == first
    assert draw() != first
