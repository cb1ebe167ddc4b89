"""Addresses behind a personal link."""

from django.urls import path

from samenstroom.kit.routes import by_part
from samenstroom.table.addresses import table_addresses
from samenstroom.table.own_privacy import own_addresses

from . import (
    account,
    agenda,
    browsers,
    home,
    lawyer,
    links,
    mail_choices,
    mail_codes,
    mediator,
    public,
    readiness,
    references,
    search,
    successor,
)
from .access import with_link, with_visit

app_name = "portal"

addresses = [
    path("l/<str:token>/", links.link, name="link"),
    path("l/referentie/<str:token>/", references.link, name="reference_link"),
    path("referentie/sluiten/", references.forget, name="reference_forget"),
    path("referentie/<slug:reference>/", references.reference, name="reference"),
    path("l/opvolger/<str:token>/", successor.link, name="successor_link"),
    path("opvolger/sluiten/", successor.forget, name="successor_forget"),
    path("opvolger/<slug:successor>/", successor.dossier, name="successor_dossier"),
    path("opvolger/<slug:successor>/agenda/<slug:session>/", successor.session_file, name="successor_file"),
    path("l/mail/<str:token>/", mail_choices.by_mail, name="mail_way"),
    path("l/mail/<str:token>/stop/", mail_choices.one_press, name="mail_stop"),
    path("l/jurist/<str:token>/", lawyer.link, name="lawyer_link"),
    path("jurist/sluiten/", lawyer.forget, name="lawyer_forget"),
    path("jurist/<slug:review>/", lawyer.review, name="lawyer_review"),
    path("jurist/<slug:review>/opmerking/<slug:place>/", lawyer.remark, name="lawyer_remark"),
    path("l/bemiddelaar/<str:token>/", mediator.link, name="mediator_link"),
    path("bemiddelaar/sluiten/", mediator.forget, name="mediator_forget"),
    path("bemiddelaar/<slug:mediation>/", mediator.mediator, name="mediator"),
    path("bemiddelaar/<slug:mediation>/agenda/", mediator.talk_file, name="mediator_file"),
    path("link/aannemen/", links.claim, name="claim"),
    path("link/openen/", links.open_again, name="open"),
    path("link/per-mail/", mail_codes.by_mail, name="by_mail"),
    path("link/code/", mail_codes.mail_code_page, name="mail_code"),
    path("link/", links.closed, name="closed"),
    path("klaar-voor/<str:slug>/", readiness.questions, name="readiness"),
    path("klaar-voor/<str:slug>/versturen/", readiness.send, name="readiness_send"),
    path("klaar-voor/<str:slug>/verstuurd/", readiness.sent, name="readiness_sent"),
    path("zo-werk-ik/<slug:address>/", public.work_page, name="work_page"),
    path("agenda/<str:token>.ics", agenda.feed, name="calendar_feed"),
    path("kant/", home.tables, name="tables"),
    path("kant/zoeken/", search.search, name="search"),
    path("kant/agenda/", agenda.agenda, name="agenda"),
    path("kant/account/", account.account, name="account"),
    path("kant/account/code/", account.account_code, name="account_code"),
    path("kant/apparaten/", browsers.browsers, name="browsers"),
    path("kant/apparaten/andere/", browsers.browsers_end, name="browsers_end"),
    path("kant/apparaten/<slug:browser>/uit/", browsers.browser_end, name="browser_end"),
    path("kant/bevestigen/", home.prove, name="prove"),
    path("kant/stoppen/", home.stop, name="stop"),
    path("kant/afsluiten/", home.sign_out, name="sign_out"),
    path("kant/mail/", mail_choices.choices, name="mail_choices"),
    path("kant/mail/<slug:mail>/", mail_choices.settle, name="mail_settle"),
    *own_addresses("kant/privacy/", with_link),
    path("kant/<slug:collaboration>/", with_visit(home.collaboration), name="collaboration"),
    *table_addresses("kant/", with_visit),
]

urlpatterns = by_part(addresses)
