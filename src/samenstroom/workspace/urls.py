"""Addresses of a person with an account."""

from django.urls import path

from samenstroom.table.addresses import Page, only_speakers_act, table_addresses

from . import collaborations, demo, dossier, feelings, links, me, own, patterns, talks, today
from .access import View, with_visit

app_name = "workspace"


def by_speaker(page: Page, name: str) -> View:
    """A page about this side of the table where only who speaks for it may act; a colleague reads along."""
    return with_visit(only_speakers_act(page, name))


urlpatterns = [
    path("vandaag/", today.today, name="today"),
    path("samenwerkingen/", collaborations.collaborations, name="collaborations"),
    path("samenwerkingen/inlezen/", dossier.read_dossier, name="import"),
    path("samenwerkingen/nieuw/", collaborations.new, name="new"),
    path("samenwerkingen/voorbeelden/", demo.examples, name="examples"),
    path("samenwerkingen/voorbeelden/weg/", demo.remove, name="examples_remove"),
    path("ik/", me.me, name="me"),
    path("ik/praktijk/", me.practice, name="practice"),
    path("ik/praktijk/uitnodigen/", me.invite, name="practice_invite"),
    path("ik/praktijk/verlaten/", me.leave, name="practice_leave"),
    path("l/praktijk/<str:token>/", me.join, name="join"),
    path("praktijk/meedoen/", me.join_accept, name="join_accept"),
    path("gevoel/", feelings.feelings, name="feelings"),
    path("gevoel/<slug:feeling>/", feelings.outcome, name="feeling_outcome"),
    path("gevoel/<slug:feeling>/weggooien/", feelings.discard, name="feeling_discard"),
    path("onderdelen/", patterns.patterns, name="patterns"),
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
        "s/<slug:collaboration>/bijsturen/gesprek/<slug:talk>/uitnodigen/", with_visit(talks.invite), name="talk_invite"
    ),
    path("s/<slug:collaboration>/bijsturen/gesprek/<slug:talk>/geweest/", with_visit(talks.held), name="talk_held"),
    path(
        "s/<slug:collaboration>/bijsturen/gesprek/<slug:talk>/delen/", with_visit(talks.share_agreed), name="talk_share"
    ),
    path(
        "s/<slug:collaboration>/bijsturen/gesprek/<slug:talk>/terugkijken/",
        with_visit(talks.look_back),
        name="talk_look",
    ),
    *table_addresses("s/", with_visit),
]
