"""The description of this door for machines (OpenAPI 3.1), with what the library cannot know by itself."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.utils import translation
from ninja import NinjaAPI

from .once import HEADER
from .problems import MEDIA_TYPE

PREFIX = "/api/v1/"

_KEY = {
    "name": HEADER,
    "in": "header",
    "required": False,
    "description": "1 to 100 characters without spaces, new for each thing you do. The same request with the same key "
    "gives the same answer for 24 hours and does nothing twice.",
    "schema": {"type": "string"},
}
_KNOWN = {
    "name": "If-None-Match",
    "in": "header",
    "required": False,
    "description": "The `ETag` you have: when nothing changed the answer is 304, without a body.",
    "schema": {"type": "string"},
}


def describe(api: NinjaAPI) -> dict[str, Any]:
    """The whole description, always in English."""
    with translation.override("en"):
        found: dict[str, Any] = dict(api.get_openapi_schema(path_prefix=PREFIX))
    found["servers"] = [{"url": settings.PUBLIC_URL}]
    for methods in found["paths"].values():
        for method, operation in methods.items():
            _complete(method, operation)
    return found


def _complete(method: str, operation: dict[str, Any]) -> None:
    """Headers that go in and come out, and the media type of problems."""
    operation["parameters"] = [*operation["parameters"], _KEY if method == "post" else _KNOWN]
    responses = {str(status): response for status, response in operation["responses"].items()}
    for status, response in responses.items():
        if status >= "400":
            response["content"] = {MEDIA_TYPE: response["content"]["application/json"]}
    responses["429"]["headers"] = {"Retry-After": {"description": "Seconds to wait.", "schema": {"type": "integer"}}}
    if method == "get":
        responses["200"]["headers"] = {"ETag": {"schema": {"type": "string"}}}
        responses["304"] = {"description": "Nothing changed since the `ETag` you have."}
    operation["responses"] = dict(sorted(responses.items()))
