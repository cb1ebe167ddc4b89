"""The address of her own look at the balance; the pages of both are with the table."""

from django.urls import path

from samenstroom.workspace import own_balance
from samenstroom.workspace.access import with_visit

ADDRESSES = [
    path("s/<slug:collaboration>/samenwerken/balans/eigen/", with_visit(own_balance.own_balance), name="own_balance"),
]
