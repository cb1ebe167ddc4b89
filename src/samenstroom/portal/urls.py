"""Addresses behind a personal link."""

from django.urls import path

from samenstroom.table.addresses import table_addresses

from . import home, links, mail_codes, public
from .access import with_visit

app_name = "portal"

urlpatterns = [
    path("l/<str:token>/", links.link, name="link"),
    path("link/aannemen/", links.claim, name="claim"),
    path("link/openen/", links.open_again, name="open"),
    path("link/per-mail/", mail_codes.by_mail, name="by_mail"),
    path("link/code/", mail_codes.mail_code_page, name="mail_code"),
    path("link/", links.closed, name="closed"),
    path("zo-werk-ik/<slug:address>/", public.work_page, name="work_page"),
    path("kant/", home.tables, name="tables"),
    path("kant/account/", home.account, name="account"),
    path("kant/stoppen/", home.stop, name="stop"),
    path("kant/afsluiten/", home.sign_out, name="sign_out"),
    path("kant/<slug:collaboration>/", with_visit(home.collaboration), name="collaboration"),
    *table_addresses("kant/", with_visit),
]
