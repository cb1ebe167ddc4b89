"""Addresses around a mentor: of who lets somebody look along, and of the mentor."""

from django.urls import path

from samenstroom.workspace.mentoring import link, mentees, mentors, shares

_MINE = "instellingen/meekijken/"
_ONE = _MINE + "<slug:mentorship>/"
_SHOW = _ONE + "tonen/<slug:collaboration>/"
_THEIRS = "meekijken/<slug:mentorship>/"

ADDRESSES = [
    path(_MINE, mentors.mentors, name="mentors"),
    path(_ONE, mentors.mentor, name="mentor"),
    path(_ONE + "link/", link.make, name="mentor_link"),
    path(_ONE + "intrekken/", link.withdraw, name="mentor_withdraw"),
    path(_ONE + "tot/", mentors.extend, name="mentor_extend"),
    path(_ONE + "stoppen/", mentors.end, name="mentor_end"),
    path(_ONE + "gekeken/", mentors.looks, name="mentor_looks"),
    path(_ONE + "niet-meer/<slug:share>/", shares.stop, name="mentor_stop"),
    path(_SHOW, shares.table, name="mentor_table"),
    path(_SHOW + "samen/", shares.both, name="mentor_both"),
    path(_SHOW + "<slug:kind>/", shares.kind, name="mentor_kind"),
    path(_SHOW + "<slug:kind>/<slug:item>/", shares.item, name="mentor_item"),
    path("l/meekijken/<str:token>/", link.join, name="mentor_join"),
    path("meekijken/", mentees.mentees, name="mentees"),
    path("meekijken/beginnen/", link.begin, name="mentor_begin"),
    path("meekijken/eerder/", mentees.before, name="mentees_before"),
    path(_THEIRS, mentees.mentee, name="mentee"),
    path(_THEIRS + "stoppen/", mentees.leave, name="mentee_leave"),
    path(_THEIRS + "<slug:collaboration>/", mentees.table, name="mentee_table"),
    path(_THEIRS + "<slug:collaboration>/<slug:kind>/<slug:item>/", mentees.item, name="mentee_item"),
]
