"""What a phone asks: a manifest with icons that are what they say, and a worker that keeps no page of anybody."""

from __future__ import annotations

import json
import struct
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.test import Client
from django.urls import reverse

from tests.people import noor

pytestmark = pytest.mark.django_db


def test_the_icons_are_what_the_manifest_says() -> None:
    answered = Client().get(reverse("manifest"))
    assert answered["Content-Type"] == "application/manifest+json"
    told = answered.json()
    assert {one["purpose"] for one in told["icons"]} == {"any", "maskable"} and told["display"] == "standalone"
    for icon in told["icons"]:
        found = finders.find(icon["src"].removeprefix("/static/"))
        assert isinstance(found, str)
        with Path(found).open("rb") as file:
            assert "{}x{}".format(*struct.unpack(">II", file.read(24)[16:])) == icon["sizes"]


def test_the_worker_is_the_same_for_everybody_and_keeps_no_page() -> None:
    browser = Client()
    before = browser.get(reverse("worker")).content
    browser.force_login(noor())
    answered = browser.get(reverse("worker"))
    assert answered.content == before
    keeps = json.loads(before.decode().split("\n")[0].removeprefix("const KEEPS = ").removesuffix(";"))
    assert keeps["offline"] == "/offline/" and all(one.startswith("/static/") for one in keeps["files"])
    offline = browser.get("/offline/").content.decode()
    assert "Noor" not in offline and "/static/samenstroom/css/offline.css" in offline
    policy = answered["Content-Security-Policy"]
    assert "worker-src 'self'" in policy and "manifest-src 'self'" in policy
