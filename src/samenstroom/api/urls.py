"""Addresses of the door for programs. In English: a program reads them, and people who write programs."""

from django.urls import URLPattern, path

from .building import api
from .documentation import documentation, openapi
from .door import hang, unknown

app_name = "api"

urlpatterns = [
    path("", documentation, name="documentation"),
    path("openapi.json", openapi, name="openapi"),
    *(
        path(str(one.pattern), hang(one.callback), name=one.name)
        for one in api.urls[0]
        if isinstance(one, URLPattern) and one.name != "api-root"
    ),
    path("<path:rest>", hang(unknown), name="unknown"),
]
