"""Addresses of what comes after the end, for oneself."""

from django.urls import path

from samenstroom.workspace import contact
from samenstroom.workspace.access import with_visit

ADDRESSES = [
    path("s/<slug:collaboration>/afscheid/contact/", with_visit(contact.keep_in_touch), name="keep_in_touch"),
]
