"""Addresses of how she comes in."""

from django.urls import path

from samenstroom.workspace.sign_in import proving

ADDRESSES = [path("bevestigen/", proving.prove, name="prove")]
