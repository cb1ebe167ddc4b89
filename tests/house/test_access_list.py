"""The access list is complete, and the app answers as it says."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from samenstroom import content
from samenstroom.kit import clock
from samenstroom.watch.queries import noticed
from tests.house.access_list import ENTRIES, Entry
from tests.house.access_mails import MAILS
from tests.house.access_operator import COMMANDS, DEVELOPMENT_ONLY, SWEEPS
from tests.worlds import NOW, Secrets, World, build_world

COMMAND_FOLDER = Path(__file__).parents[2] / "src/samenstroom/cli/management/commands"
SHUT = ("/account/inloggen/", "/link/", "/vandaag/", "/kant/")
"""Where someone is sent who may not come in: to sign in, to the closed door, or back to her own door."""


def every_name(resolver: URLResolver, prefix: str = "") -> Iterator[str]:
    for pattern in resolver.url_patterns:
        if isinstance(pattern, URLResolver):
            inner = f"{prefix}{pattern.namespace}:" if pattern.namespace else prefix
            yield from every_name(pattern, inner)
        elif isinstance(pattern, URLPattern):
            assert pattern.name, f"an address without a name: {pattern.pattern}"
            yield f"{prefix}{pattern.name}"


@pytest.mark.parametrize("door", ["workspace", "portal"])
def test_no_two_addresses_of_a_door_share_a_name(door: str) -> None:
    names = [one.name for one in import_module(f"samenstroom.{door}.urls").addresses]
    assert len(names) == len(set(names)), sorted(name for name in names if names.count(name) > 1)


def test_every_address_is_on_the_list() -> None:
    listed = {entry.name for entry in ENTRIES}
    assert set(every_name(get_resolver())) - DEVELOPMENT_ONLY == listed


def test_every_command_mail_and_sweep_is_on_the_list() -> None:
    commands = {path.stem for path in COMMAND_FOLDER.glob("*.py")} - {"__init__"}
    assert commands == set(COMMANDS)
    assert set(content.load("mail", "nl")["kinds"]) == set(MAILS)
    assert {name for name, _task, _minutes in settings.SWEEPS} == set(SWEEPS)


def test_preview_of_mail_exists_only_in_development() -> None:
    assert not settings.DEBUG
    assert not DEVELOPMENT_ONLY & set(every_name(get_resolver()))


@pytest.fixture
def world(db: None) -> Iterator[World]:
    with clock.frozen(at=NOW):
        yield build_world(Secrets(private_lines=("een twijfel",)), Secrets(private_lines=("ook een",)))


def client_of(world: World, persona: str) -> Client:
    client = Client()
    if persona != "anonymous":
        client.force_login(getattr(world, persona))
    return client


def mark_for(world: World, persona: str) -> str:
    """A finding this persona may open; for others a mark that belongs to someone else."""
    person = getattr(world, persona if persona in ("noor", "marleen", "kim") else "noor")
    found = noticed(world.visit(person, world.first))
    assert found, "the world has a finding"
    return found[0].mark


def comes_in(client: Client, entry: Entry, world: World, persona: str, mark: str) -> bool:
    address = reverse(entry.name, kwargs=dict(entry.parts(world, mark)))
    token = world.tokens.get(f"api_{persona}", "")
    is_act = entry.is_for_programs and entry.only_post
    response = entry.send(client, address, token) if is_act else entry.ask(client, address, token)
    if response.status_code in (301, 302):
        target = response.headers["Location"]
        return not any(target == shut or target.startswith(f"{shut}?") for shut in SHUT if shut != address)
    known = (200, 201, 401, 403, 404, 405, 409, 410, 422)
    assert response.status_code in known, (entry.name, persona, response.status_code)
    return response.status_code in (200, 201, 405, 409, 422)


REDIRECTS_FOR_EVERYBODY = {
    "welcome": "sends everybody to her own start",
    "portal:tables": "with one table straight to it",
    "portal:sign_out": "a GET only says where to come in",
    "account_login": "who is signed in goes to her own start",
    "account_signup": "who is signed in goes to her own start",
    "account_logout": "who is not signed in has nothing to leave",
    "account_set_password": "leads to changing it",
    "account_email": "leads to her own page",
    "account_request_login_code": "without mail there is only the password",
    "account_confirm_login_code": "who did not ask a code goes to sign in",
    "mfa_authenticate": "who is not halfway in goes to sign in",
    "mfa_login_webauthn": "asked by a script; a page leads to sign in",
    "account_change_password": "without a password of an account it leads to sign in",
}


@pytest.mark.parametrize("persona", ["anonymous", "noor", "marleen", "karin", "kim", "ruben", "ellen"])
def test_persona_crawl_agrees_with_the_list(world: World, persona: str) -> None:
    wrong, mark = [], mark_for(world, persona)
    for entry in ENTRIES:
        if entry.name in REDIRECTS_FOR_EVERYBODY:
            continue
        client = client_of(world, persona)
        if comes_in(client, entry, world, persona, mark) is not (persona in entry.who):
            wrong.append(entry.name)
    assert not wrong


@pytest.mark.parametrize("name", sorted(REDIRECTS_FOR_EVERYBODY))
def test_pages_that_only_redirect_show_nothing_of_a_table(world: World, name: str) -> None:
    for persona in ("anonymous", "noor", "marleen", "karin", "kim", "ruben", "ellen"):
        answer = client_of(world, persona).get(reverse(name))
        assert answer.status_code in (200, 302), (name, persona, answer.status_code)
        assert "een twijfel" not in answer.content.decode()


@pytest.mark.parametrize("state", ["expired", "unknown"])
def test_a_link_that_is_gone_looks_the_same_whatever_the_reason(world: World, state: str) -> None:
    answer = Client().get(reverse("portal:link", args=[world.tokens[state]]))
    assert answer.status_code == 410
    assert "Marleen" not in answer.content.decode()
    assert "Noor" not in answer.content.decode()
