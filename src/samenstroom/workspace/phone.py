"""On a phone: what a browser asks to put the app on a home screen, and the page without a connection."""

from __future__ import annotations

import json
from functools import cache
from hashlib import sha256
from pathlib import Path

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from samenstroom import kit
from samenstroom.kit.language import language

PAPER = "#fbf2ee"
ICONS = (
    ("icon-192.png", "192x192", "any"),
    ("icon-512.png", "512x512", "any"),
    ("maskable-512.png", "512x512", "maskable"),
)
KEPT = ("css/offline.css", "css/tokens.css", "js/offline.js", "icon.svg")
"""What the page without a connection is made of."""


@require_safe
@cache_control(public=True, max_age=3600)
def manifest(_request: HttpRequest) -> HttpResponse:
    """The name, the colours and the icons of the app. It begins at its first page, which knows where she belongs."""
    answer = JsonResponse(
        {
            "id": "/",
            "name": "Samenstroom",
            "short_name": "Samenstroom",
            "description": _("Zorg voor je samenwerkingen."),
            "lang": language(),
            "dir": "ltr",
            "start_url": "/",
            "scope": "/",
            "display": "standalone",
            "background_color": PAPER,
            "theme_color": PAPER,
            "categories": ["business", "productivity"],
            "icons": [
                {"src": static(f"samenstroom/icons/{name}"), "sizes": size, "type": "image/png", "purpose": purpose}
                for name, size, purpose in ICONS
            ],
        }
    )
    answer["Content-Type"] = "application/manifest+json"
    return answer


@require_safe
@cache_control(no_cache=True)
def worker(_request: HttpRequest) -> HttpResponse:
    """The service worker, with what it keeps: never a page of anybody, only the one without a connection."""
    files = [static(f"samenstroom/{name}") for name in KEPT]
    name = sha256(json.dumps([files, _worker_text()]).encode()).hexdigest()[:12]
    keeps = {"name": f"samenstroom-{name}", "offline": reverse("offline"), "files": files}
    text = f"const KEEPS = {json.dumps(keeps)};\n{_worker_text()}"
    return HttpResponse(text, content_type="text/javascript; charset=utf-8")


@cache
def _worker_text() -> str:
    folder = Path(kit.__file__).parent / "static" / "samenstroom" / "js"
    return (folder / "worker.js").read_text("utf-8")


@require_safe
@cache_control(no_cache=True)
def offline(request: HttpRequest) -> HttpResponse:
    """What is shown when there is no connection; the same for everybody."""
    return render(request, "workspace/pages/offline.html")
