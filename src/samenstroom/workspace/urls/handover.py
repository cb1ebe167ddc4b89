"""Addresses of her own draft of a handover; those of both are in `table/addresses.py`."""

from django.urls import path

from samenstroom.workspace import handover
from samenstroom.workspace.access import with_visit

OWN_HANDOVER = "s/<slug:collaboration>/afscheid/overdracht/alleen-voor-mij/"

ADDRESSES = [
    path(OWN_HANDOVER, with_visit(handover.own), name="handover_own"),
    path(f"{OWN_HANDOVER}meenemen/", with_visit(handover.take), name="handover_own_take"),
    path(f"{OWN_HANDOVER}op-tafel/", with_visit(handover.put_on_table), name="handover_own_table"),
    path(f"{OWN_HANDOVER}<slug:item>/", with_visit(handover.draft), name="handover_draft"),
]
