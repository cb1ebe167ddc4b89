"""The address of what she does if it stops, for herself; the page of both is with the table."""

from django.urls import path

from samenstroom.workspace import own_exit_plan
from samenstroom.workspace.access import with_visit

ADDRESSES = [
    path(
        "s/<slug:collaboration>/afspreken/als-het-stopt/eigen/", with_visit(own_exit_plan.own_exit_plan),
        name="own_exit_plan",
    ),
]  # fmt: skip
