"""Addresses of learning: the hub, and one page for each thing that comes back."""

from django.urls import path

from samenstroom.workspace import learn

ADDRESSES = [
    path("leren/", learn.hub, name="learn"),
    path("leren/patronen/", learn.patterns, name="learn_patterns"),
    path("leren/inschattingen/", learn.estimates, name="learn_estimates"),
    path("leren/vliegen/", learn.flying, name="learn_flying"),
    path("leren/opbrengst/", learn.yields, name="learn_yields"),
    path("leren/alles-samen/", learn.together, name="learn_together"),
]
