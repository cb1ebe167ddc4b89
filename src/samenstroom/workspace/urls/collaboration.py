"""Addresses of one collaboration, as someone with an account sees it."""

from django.urls import path

from samenstroom.table.addresses import table_addresses
from samenstroom.workspace import collaborations, links, own, own_attempts, talks
from samenstroom.workspace.access import with_visit

from .speaking import by_speaker

ADDRESSES = [
    path("s/<slug:collaboration>/", with_visit(collaborations.collaboration), name="collaboration"),
    path("s/<slug:collaboration>/mijn-fase/", with_visit(collaborations.own_stage), name="own_stage"),
    path("s/<slug:collaboration>/link/", with_visit(links.links), name="links"),
    path("s/<slug:collaboration>/link/maken/", by_speaker(links.make, "link_make"), name="link_make"),
    path("s/<slug:collaboration>/link/nieuwe-start/", by_speaker(links.fresh, "fresh_seat"), name="fresh_seat"),
    path(
        "s/<slug:collaboration>/link/<slug:link>/intrekken/",
        by_speaker(links.withdraw, "link_withdraw"),
        name="link_withdraw",
    ),
    path("s/<slug:collaboration>/collega/", with_visit(collaborations.colleagues), name="colleagues"),
    path(
        "s/<slug:collaboration>/collega/<slug:person>/",
        by_speaker(collaborations.add_colleague, "colleague"),
        name="colleague",
    ),
    path(
        "s/<slug:collaboration>/collega/<slug:person>/stoppen/",
        by_speaker(collaborations.remove_colleague, "colleague_stop"),
        name="colleague_stop",
    ),
    path("s/<slug:collaboration>/eigen/", with_visit(own.own), name="own"),
    path("s/<slug:collaboration>/eigen/<int:number>/", with_visit(own.step), name="own_step"),
    path("s/<slug:collaboration>/zou-ik-doorgaan/", with_visit(own.carrying_on), name="carrying_on"),
    path("s/<slug:collaboration>/zou-ik-doorgaan/niet-nu/", with_visit(own.leave_open), name="carrying_on_later"),
    path("s/<slug:collaboration>/bijsturen/gesprek/", with_visit(talks.talks), name="talks"),
    path("s/<slug:collaboration>/bijsturen/gesprek/<slug:talk>/", with_visit(talks.talk), name="talk"),
    path(
        "s/<slug:collaboration>/bijsturen/gesprek/<slug:talk>/<int:number>/", with_visit(talks.step), name="talk_step"
    ),
    path(
        "s/<slug:collaboration>/bijsturen/gesprek/<slug:talk>/uitnodigen/",
        by_speaker(talks.invite, "talk_invite"),
        name="talk_invite",
    ),
    path("s/<slug:collaboration>/bijsturen/gesprek/<slug:talk>/geweest/", with_visit(talks.held), name="talk_held"),
    path(
        "s/<slug:collaboration>/bijsturen/gesprek/<slug:talk>/delen/",
        by_speaker(talks.share_agreed, "talk_share"),
        name="talk_share",
    ),
    path(
        "s/<slug:collaboration>/bijsturen/gesprek/<slug:talk>/terugkijken/",
        with_visit(talks.look_back),
        name="talk_look",
    ),
    path("s/<slug:collaboration>/bijsturen/alleen/", with_visit(own_attempts.own_attempt), name="own_attempt"),
    path(
        "s/<slug:collaboration>/bijsturen/alleen/<slug:attempt>/",
        with_visit(own_attempts.own_attempt_look),
        name="own_attempt_look",
    ),
    *table_addresses("s/", with_visit),
]
