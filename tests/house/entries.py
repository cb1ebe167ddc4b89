"""What an entry of the access list is, and where its address leads in the world of the tests."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.test import Client

from samenstroom.collaborations.models import Collaboration
from tests.worlds import World

EVERYBODY = frozenset({"anonymous", "noor", "marleen", "karin", "kim", "ruben", "ellen"})
ACCOUNTS = frozenset({"noor", "karin", "kim", "ruben", "ellen"})
SEATED_ACCOUNTS = frozenset({"noor", "kim"})
OWNER = frozenset({"noor"})
"""Only the person whose private thing it is: Noor's own feeling and talk are tried by everybody."""
LINK_HOLDER = frozenset({"marleen"})
NOBODY: frozenset[str] = frozenset()
"""Nobody by GET without something in hand (a link, a session, a key): the page says how to come in."""

Parts = Callable[[World, str], Mapping[str, Any]]


def none(world: World, mark: str) -> Mapping[str, Any]:
    return {}


def at_first(**more: Any) -> Parts:
    """Parts of an address at the first table, where Noor, Marleen and Kim sit."""

    def parts(world: World, mark: str) -> Mapping[str, Any]:
        return {"collaboration": world.first.public_id, **{k: _value(v, world, mark) for k, v in more.items()}}

    return parts


def _value(value: Any, world: World, mark: str) -> Any:
    return value(world, mark) if callable(value) else value


def newest(collection: str) -> Callable[[World, str], str]:
    def public_id(world: World, mark: str) -> str:
        return str(getattr(_reload(world.first), collection).order_by("pk").first().public_id)

    return public_id


def _reload(collaboration: Collaboration) -> Collaboration:
    return Collaboration.objects.get(pk=collaboration.pk)


def shared_line(world: World, mark: str) -> str:
    return str(world.first.lines.filter(kind="invoice_overdue").get().public_id)


def free_link(world: World, mark: str) -> str:
    seat = world.first.seats.get(person=world.marleen)
    assert seat.invitee is not None
    return str(seat.invitee.links.order_by("pk")[0].public_id)


def feeling(world: World, mark: str) -> Mapping[str, Any]:
    return {"feeling": world.own["feeling"]}


def talk(world: World, mark: str) -> str:
    return world.own["talk"]


@dataclass(frozen=True)
class Entry:
    """One address: its name, who comes in, its parts, and what a POST sends (None: it takes no POST)."""

    name: str
    who: frozenset[str]
    parts: Parts = none
    post: Mapping[str, Any] | None = None
    only_post: bool = False

    @property
    def is_for_programs(self) -> bool:
        """It is asked with a token, and what is sent is JSON."""
        return self.name.startswith("api:")

    def ask(self, client: Client, address: str, token: str = "") -> Any:
        """What it answers by GET."""
        return client.get(address, headers=self._headers(token))

    def send(self, client: Client, address: str, token: str = "") -> Any:
        """What it answers to what a POST sends."""
        sent = dict(self.post or {})
        if self.is_for_programs:
            return client.post(address, sent, content_type="application/json", headers=self._headers(token))
        return client.post(address, sent)

    def _headers(self, token: str) -> dict[str, str]:
        return {"Authorization": f"Bearer {token}"} if token and self.is_for_programs else {}


def own(name: str) -> Callable[[World, str], str]:
    """Something of Noor's own, tried by everybody."""

    def public_id(world: World, mark: str) -> str:
        return world.own[name]

    return public_id
