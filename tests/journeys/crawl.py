"""Every page somebody can open: from her start, along every link she is shown."""

from __future__ import annotations

import re
from html import unescape
from urllib.parse import urldefrag, urljoin

from tests.journeys.someone import Someone

LINKS = re.compile(r"""href="([^"]+)""")
# What is new each time a page is asked: the token of its forms, and the challenge for a passkey.
TOKENS = re.compile(r'name="csrfmiddlewaretoken" value="[^"]*"|data-options="[^"]*"')
NOT_A_PAGE = ("/static/", "/account/uitloggen/")
# One kind of fact is asked in the same way as another, one point drawn like another: two of each are enough.
ALIKE = ("/logboek/nieuw/", "?punt=", "?voorstel=")


def pages_of(someone: Someone) -> dict[str, str]:
    """The HTML of each page she can reach by following links, by address. Nothing is pressed or sent."""
    start = someone.page.url
    found: dict[str, str] = {}
    waiting = [start]
    while waiting:
        address = waiting.pop()
        if address in found:
            continue
        answer = someone.page.request.get(address)
        assert answer.status < 500, address
        html = found[address] = unescape(TOKENS.sub("", answer.text()))
        waiting += [link for link in _links(someone, address, html) if link not in found]
    return found


def _links(someone: Someone, address: str, html: str) -> list[str]:
    links = sorted({urldefrag(urljoin(address, link)).url for link in LINKS.findall(html)})
    own = [one for one in links if one.startswith(someone.site) and not any(part in one for part in NOT_A_PAGE)]
    alike = [one for part in ALIKE for one in [link for link in own if part in link][2:]]
    return [one for one in own if one not in alike]
