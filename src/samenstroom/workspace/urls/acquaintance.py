"""Addresses of her own guide for an acquaintance; the pages of both are with the table."""

from django.urls import path

from samenstroom.workspace import own_acquaintance
from samenstroom.workspace.access import with_visit

ADDRESSES = [
    path(
        "s/<slug:collaboration>/verkennen/kennismaking/eigen/",
        with_visit(own_acquaintance.guide),
        name="own_acquaintance",
    ),
    path(
        "s/<slug:collaboration>/verkennen/kennismaking/eigen/<int:number>/",
        with_visit(own_acquaintance.step),
        name="own_acquaintance_step",
    ),
]
