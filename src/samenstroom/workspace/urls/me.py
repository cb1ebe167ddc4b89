"""Addresses of what is hers over all collaborations: her day, herself, her feelings."""

from django.urls import path

from samenstroom.workspace import (
    collaborations,
    demo,
    dossier,
    feelings,
    mail_preview,
    me,
    patterns,
    practice,
    search,
    today,
)

ADDRESSES = [
    path("vandaag/", today.today, name="today"),
    path("samenwerkingen/", collaborations.collaborations, name="collaborations"),
    path("samenwerkingen/inlezen/", dossier.read_dossier, name="import"),
    path("samenwerkingen/nieuw/", collaborations.new, name="new"),
    path("samenwerkingen/voorbeelden/", demo.examples, name="examples"),
    path("samenwerkingen/voorbeelden/weg/", demo.remove, name="examples_remove"),
    path("zoeken/", search.search, name="search"),
    path("ik/", me.me, name="me"),
    path("ik/praktijk/", practice.practice, name="practice"),
    path("ik/praktijk/uitnodigen/", practice.invite, name="practice_invite"),
    path("ik/praktijk/verlaten/", practice.leave, name="practice_leave"),
    path("ik/praktijk/collega/<slug:person>/", practice.member, name="practice_member"),
    path("ik/praktijk/collega/<slug:person>/weg/", practice.member_remove, name="practice_member_remove"),
    path("l/praktijk/<str:token>/", me.join, name="join"),
    path("praktijk/meedoen/", me.join_accept, name="join_accept"),
    path("gevoel/", feelings.feelings, name="feelings"),
    path("gevoel/<slug:feeling>/", feelings.outcome, name="feeling_outcome"),
    path("gevoel/<slug:feeling>/weggooien/", feelings.discard, name="feeling_discard"),
    path("onderdelen/", patterns.patterns, name="patterns"),
    path("onderdelen/mail/", mail_preview.every_mail, name="mail_previews"),
    path("onderdelen/mail/<slug:kind>/<slug:language>/", mail_preview.one_mail, name="mail_preview"),
    path("onderdelen/mail/<slug:kind>/<slug:language>/html/", mail_preview.as_html, name="mail_preview_html"),
]
