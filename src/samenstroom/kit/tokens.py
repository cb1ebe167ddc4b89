"""Random ids, link tokens and codes, all from one source that a test can seed.

Tokens open something, so only their hash is stored. Public ids open nothing: they are random so that counting
and order leak nothing.
"""

import base64
import hashlib
import random
import secrets
from collections.abc import Iterator
from contextlib import contextmanager

TOKEN_BYTES = 32
PUBLIC_ID_LENGTH = 14
# Without 0/o, 1/l/i and u: a person may have to read an id aloud.
PUBLIC_ID_ALPHABET = "23456789abcdefghjkmnpqrstvwxyz"

_random: random.Random = secrets.SystemRandom()


def new_token() -> str:
    """A token for a personal link: 32 random bytes, safe in a web address."""
    return base64.urlsafe_b64encode(_random.randbytes(TOKEN_BYTES)).rstrip(b"=").decode("ascii")


def token_hash(token: str) -> str:
    """What is stored instead of a token: SHA-256 in hex (a token is random enough to need no salt)."""
    return hashlib.sha256(token.encode("utf-8")).hexdigest()


def public_id() -> str:
    """An id for a web address: 14 characters (about 68 bits), easy to read aloud."""
    return "".join(_random.choices(PUBLIC_ID_ALPHABET, k=PUBLIC_ID_LENGTH))


def short_code() -> str:
    """Six digits that a person types over, zeros in front included."""
    return f"{_random.randrange(1_000_000):06d}"


@contextmanager
def seeded(seed: int) -> Iterator[None]:
    """Tests only: inside the block every token, id and code follows from `seed`."""
    global _random
    before = _random
    _random = random.Random(seed)  # noqa: S311 (predictable on purpose)
    try:
        yield
    finally:
        _random = before
