"""A link for somebody outside: it opens one thing, in one browser, for a limited time.

A referee, a successor, a lawyer and a mediator come in by it. The token and the key of the browser are kept as
hashes. A GET changes nothing; a button makes the link of the browser that pressed it. Each new link takes the place of
the one before.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any, TypeVar

from django.db import models
from django.db.models import QuerySet

from samenstroom.kit.tokens import new_token, token_hash

LINK_DAYS = 14
"""How long a link works when nothing else is chosen."""


class GoneError(Exception):
    """This link or this browser opens nothing (any more)."""


class OutsideLink(models.Model):
    """What a record keeps about the one link that opens it for an outsider."""

    token_hash = models.CharField(max_length=64, unique=True, null=True, blank=True)
    minted_at = models.DateTimeField(null=True, blank=True)
    expires_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    claimed_at = models.DateTimeField(null=True, blank=True)
    browser_hash = models.CharField(max_length=64, blank=True, default="")

    class Meta:
        abstract = True

    def link_works_at(self, now: datetime) -> bool:
        """Whether the link still opens at `now`."""
        return self.withdrawn_at is None and self.expires_at is not None and now < self.expires_at

    def is_of(self, key: str) -> bool:
        """Whether the browser with this key claimed it."""
        return bool(key) and self.browser_hash == token_hash(key)

    def opens_for(self, key: str, now: datetime) -> bool:
        """Whether it opens for a browser that keeps this key (or none): it works, and no other browser has it."""
        return self.link_works_at(now) and (self.is_of(key) or self.claimed_at is None)


class OutsideLook(models.Model):
    """Somebody outside looked, to the minute: who let her in sees it."""

    looked_at = models.DateTimeField()

    class Meta:
        abstract = True


L = TypeVar("L", bound=OutsideLink)


def renew_link(link: OutsideLink, now: datetime, days: int = LINK_DAYS) -> str:
    """A new link, valid for so many days; the older one stops. Returns the token, shown once.

    A browser that claimed it goes on, until another one opens the new link; not when the link had been taken back.
    """
    token = new_token()
    if link.withdrawn_at is not None:
        link.browser_hash = ""
    link.token_hash, link.minted_at, link.expires_at = token_hash(token), now, now + timedelta(days=days)
    link.withdrawn_at = link.claimed_at = None
    link.save(update_fields=["token_hash", "minted_at", "expires_at", "withdrawn_at", "claimed_at", "browser_hash"])
    return token


def claim_link(link: OutsideLink, key: str, now: datetime) -> str:
    """The link becomes of this browser; returns the key it keeps. `key` is what it kept before, or empty.

    Refuses a link that is gone or that another browser has (GoneError).
    """
    if not link.opens_for(key, now):
        raise GoneError
    kept = key if link.is_of(key) else new_token()
    if link.claimed_at is None:
        link.claimed_at, link.browser_hash = now, token_hash(kept)
        link.save(update_fields=["claimed_at", "browser_hash"])
    return kept


def held(link: L) -> L:
    """The same record, fresh and locked until the end of the transaction."""
    return type(link)._default_manager.select_for_update().get(pk=link.pk)


def held_for(link: L, key: str, now: datetime) -> L:
    """The record, locked, for the browser that claimed it. Refuses another one, and a link that is gone (GoneError)."""
    found = held(link)
    if not found.is_of(key) or not found.link_works_at(now):
        raise GoneError
    return found


def note_look(looks: Any, now: datetime, **belongs: Any) -> None:
    """She looked: `looks` gets one more, to the minute. Looking again within it adds nothing."""
    looks.get_or_create(looked_at=now.replace(second=0, microsecond=0), defaults=belongs)


def by_token(rows: QuerySet[L], token: str) -> L | None:
    """The record a link belongs to, working or not."""
    return rows.filter(token_hash=token_hash(token)).first()


def in_browser(rows: QuerySet[L], public_id: str, key: str) -> L | None:
    """The record that this browser claimed, with the key it keeps."""
    return rows.filter(public_id=public_id, browser_hash=token_hash(key)).first() if key else None
