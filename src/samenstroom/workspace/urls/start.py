"""Addresses of what is her own at the start; the pages of both are with the table."""

from django.urls import path

from samenstroom.workspace import own_kickoff
from samenstroom.workspace.access import with_visit

ADDRESSES = [
    path("s/<slug:collaboration>/starten/startgesprek/eigen/", with_visit(own_kickoff.preparation), name="own_kickoff"),
    path(
        "s/<slug:collaboration>/starten/startgesprek/eigen/<int:number>/",
        with_visit(own_kickoff.step),
        name="own_kickoff_step",
    ),
]
