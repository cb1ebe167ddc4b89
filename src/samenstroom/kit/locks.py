"""One at a time, over processes and machines that share a database."""

import hashlib

from django.db import connection


def one_at_a_time(name: str) -> None:
    """Waits until nobody else is in a transaction that asked for this name; holds it until the transaction ends.

    On SQLite there is one writer at a time already: a transaction that writes takes its place when it begins.
    """
    if connection.vendor != "postgresql":
        return
    number = int.from_bytes(hashlib.sha256(name.encode()).digest()[:8], "big", signed=True)
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [number])
