"""Addresses as a tree lead where the flat list led, and are found after few tries."""

import re
from importlib import import_module

import pytest
from django.urls import URLPattern, get_resolver, path
from django.urls.resolvers import RegexPattern, URLResolver

from samenstroom.kit.routes import by_part

DOORS = ("workspace", "portal")
VALUES = {"int": "7", "str": "iets", "slug": "iets-anders", "day": "2026-03-04", "farewell": "veilig"}


def page(*_arguments: object, **_named: object) -> None:
    raise AssertionError("only addresses are looked at")


def filled(route: str) -> str:
    """An address that fits."""
    return re.sub(r"<(\w+):\w+>", lambda found: VALUES[found[1]], route)


def tree(routes: list[URLPattern]) -> URLResolver:
    return URLResolver(RegexPattern(r""), by_part(routes))


@pytest.mark.parametrize("door", DOORS)
def test_every_address_leads_where_it_led_in_the_flat_list(door: str) -> None:
    routes = import_module(f"samenstroom.{door}.urls").addresses
    flat = URLResolver(RegexPattern(r""), routes)
    nested = tree(routes)
    for route in routes:
        address = filled(str(route.pattern))
        before, after = flat.resolve(address), nested.resolve(address)
        assert (before.url_name, before.kwargs, before.route) == (after.url_name, after.kwargs, after.route)


def test_names_lead_back_to_the_same_addresses() -> None:
    routes = [
        path("kant/", page, name="home"),
        path("kant/zoeken/", page, name="search"),
        path("kant/<slug:table>/afscheid/<int:step>/", page, name="step"),
        path("los", page, name="loose"),
    ]
    for one in (URLResolver(RegexPattern(r""), routes), tree(routes)):
        assert one.reverse("home") == "kant/"
        assert one.reverse("step", table="a", step=3) == "kant/a/afscheid/3/"
        assert one.reverse("loose") == "los"


def test_what_was_named_first_is_tried_first() -> None:
    routes = [path("l/<str:token>/", page, name="any"), path("l/vast/", page, name="fixed")]
    assert tree(routes).resolve("l/vast/").url_name == "any"


def test_no_list_of_addresses_is_long() -> None:
    """The most that is tried before an address is found, at any place in the tree."""

    def longest(one: URLResolver) -> int:
        inner = [longest(deeper) for deeper in one.url_patterns if isinstance(deeper, URLResolver)]
        return max([len(one.url_patterns), *inner])

    assert longest(get_resolver()) < 40
