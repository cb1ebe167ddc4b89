"""Addresses of connections for programs."""

from django.urls import path

from samenstroom.workspace import connections

PREFIX = "instellingen/koppelingen/"

ADDRESSES = [
    path(PREFIX, connections.connections, name="connections"),
    path(f"{PREFIX}nieuw/", connections.connection_new, name="connection_new"),
    path(f"{PREFIX}<slug:connection>/", connections.connection, name="connection"),
    path(f"{PREFIX}<slug:connection>/intrekken/", connections.connection_withdraw, name="connection_withdraw"),
]
