"""Addresses of what she can set. A page of settings adds its own line, or a file of its own when there are more."""

from django.urls import path

from samenstroom.table.own_privacy import own_addresses
from samenstroom.workspace import agenda, mail_choices, settings
from samenstroom.workspace.access import with_account

ADDRESSES = [
    path("instellingen/", settings.settings, name="settings"),
    path("instellingen/agenda/", agenda.agenda, name="agenda"),
    path("instellingen/mail/", mail_choices.choices, name="mail_choices"),
    path("instellingen/mail/<slug:mail>/", mail_choices.settle, name="mail_settle"),
    *own_addresses("instellingen/privacy/", with_account),
]
