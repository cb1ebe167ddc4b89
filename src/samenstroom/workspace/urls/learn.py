"""Addresses of learning: the hub, one page for each thing that comes back, and a year of it."""

from django.urls import path

from samenstroom.workspace import learn, learn_year

ADDRESSES = [
    path("leren/", learn.hub, name="learn"),
    path("leren/patronen/", learn.patterns, name="learn_patterns"),
    path("leren/inschattingen/", learn.estimates, name="learn_estimates"),
    path("leren/vliegen/", learn.flying, name="learn_flying"),
    path("leren/opbrengst/", learn.yields, name="learn_yields"),
    path("leren/jaar/", learn_year.this_year, name="learn_year"),
    path("leren/jaar/<int:year>/", learn_year.year, name="learn_year_of"),
    path("leren/alles-samen/", learn.together, name="learn_together"),
]
