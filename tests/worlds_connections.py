"""Programs of those with an account, each with all scopes; one of Noor may only see what is shared. The same everywhere."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from samenstroom.accounts.models import Person
from samenstroom.connections.actions.connections import Terms, make_connection
from samenstroom.connections.labels import Scope
from samenstroom.connections.models import Connection
from samenstroom.kit import tokens

if TYPE_CHECKING:
    from tests.worlds import World

SHARED_ONLY = "program"
"""A persona: the program of Noor that may read and write what is shared, and nothing that is private."""


def connections(world: World) -> None:
    """One token each; Noor has another two: one without private scopes, and one for others to try in vain."""
    owners = {name: getattr(world, name) for name in ("noor", "karin", "kim", "ruben", "ellen")}
    for number, (name, person) in enumerate(owners.items()):
        world.tokens[f"api_{name}"] = _made(world, person, 490 + number, tuple(Scope))[1]
    shared = (Scope.SHARED_READ, Scope.SHARED_WRITE)
    world.tokens[f"api_{SHARED_ONLY}"] = _made(world, world.noor, 495, shared)[1]
    world.own["connection"] = _made(world, world.noor, 496, shared)[0].public_id


def _made(world: World, person: Person, seed: int, scopes: tuple[Scope, ...]) -> tuple[Connection, str]:
    then = world.visit(world.noor, world.first).now - timedelta(days=3)
    with tokens.seeded(seed):
        terms = Terms(name="Een programma", scopes=scopes, tables=None, days=90)
        return make_connection(person=person, terms=terms, now=then)
