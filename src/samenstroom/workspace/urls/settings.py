"""Addresses of what she can set. A page of settings adds its own line, or a file of its own when there are more."""

from django.urls import path

from samenstroom.table.own_privacy import own_addresses
from samenstroom.workspace import settings
from samenstroom.workspace.access import with_account

ADDRESSES = [
    path("instellingen/", settings.settings, name="settings"),
    *own_addresses("instellingen/privacy/", with_account),
]
