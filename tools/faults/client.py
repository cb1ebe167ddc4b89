"""Who writes: a few people at once, each keeping a list of what the server said yes to."""

from __future__ import annotations

import http.client
import itertools
import json
import threading
import time
import urllib.parse
from dataclasses import dataclass, field
from pathlib import Path

MARK = "geheim7q"
"""Begins every word that is written; nowhere may it stand readable."""
CSRF = "a" * 32


@dataclass(frozen=True)
class Hand:
    """Somebody with a session, and one way of writing."""

    kind: str
    session: str
    path: str
    fields: dict[str, str]
    word: str
    """The field in which the word goes; of a file its name, and the word is what is in it."""
    pause: float = 0.4  # seconds between two writes


@dataclass
class Count:
    """What became of the writes of one scenario."""

    accepted: int = 0
    refused: int = 0
    unheard: int = 0
    """Sent, and no answer came: then it may be there or not."""


@dataclass
class Writers:
    """All hands together."""

    ports: list[int]
    log: Path
    hands: list[Hand]
    accepted: dict[str, list[str]] = field(default_factory=dict)
    tried: dict[str, list[str]] = field(default_factory=dict)
    count: Count = field(default_factory=Count)

    def __post_init__(self) -> None:
        self._numbers, self._lock = itertools.count(1), threading.Lock()
        self._stop, self._threads = threading.Event(), []

    def begin(self, *, without: str = "") -> None:
        """Everybody writes, until `end`."""
        self.count, self._stop = Count(), threading.Event()
        hands = [hand for hand in self.hands if not without or not hand.kind.startswith(without)]
        self._threads = [
            threading.Thread(target=self._write_on, args=(hand, self.ports[number % len(self.ports)]), daemon=True)
            for number, hand in enumerate(hands)
        ]
        for thread in self._threads:
            thread.start()

    def end(self) -> None:
        self._stop.set()
        for thread in self._threads:
            thread.join()  # each request has an end of its own

    def for_a_while(self, seconds: float) -> None:
        """Let them write so long."""
        time.sleep(seconds)

    def so_far(self) -> dict[str, list[str]]:
        """What was accepted until now."""
        with self._lock:
            return {kind: list(words) for kind, words in self.accepted.items()}

    def _write_on(self, hand: Hand, port: int) -> None:
        line: http.client.HTTPConnection | None = None
        while not self._stop.wait(hand.pause):
            word = f"{MARK}{hand.kind}{next(self._numbers):06d}"
            with self._lock:
                self.tried.setdefault(hand.kind, []).append(word)
            line = line or http.client.HTTPConnection("127.0.0.1", port, timeout=60)
            try:
                status, goes_to = self._send(line, hand, word)
            except (OSError, http.client.HTTPException):
                line.close()
                line, status, goes_to = None, 0, ""
                self._stop.wait(0.5)
            self._note(hand, word, status, goes_to)

    def _send(self, line: http.client.HTTPConnection, hand: Hand, word: str) -> tuple[int, str]:
        kind, body = _body(hand, word)
        headers = {
            "Cookie": f"samenstroom_session={hand.session}; samenstroom_csrf={CSRF}",
            "X-CSRFToken": CSRF,
            "Content-Type": kind,
        }
        line.request("POST", hand.path, body, headers)
        answer = line.getresponse()
        answer.read()
        return answer.status, answer.headers.get("Location", "")

    def _note(self, hand: Hand, word: str, status: int, goes_to: str) -> None:
        with self._lock:
            if status == 302 and not goes_to.startswith(("/account/", "/link/")):
                self.accepted.setdefault(hand.kind, []).append(word)
                self.count.accepted += 1
                with self.log.open("a", encoding="utf-8") as log:
                    log.write(json.dumps([hand.kind, word]) + "\n")
            elif status:
                self.count.refused += 1
            else:
                self.count.unheard += 1


def _body(hand: Hand, word: str) -> tuple[str, str]:
    if hand.kind != "file":
        return "application/x-www-form-urlencoded", urllib.parse.urlencode({**hand.fields, hand.word: word})
    parts = [f'--{MARK}\r\nContent-Disposition: form-data; name="{k}"\r\n\r\n{v}\r\n' for k, v in hand.fields.items()]
    head = f'Content-Disposition: form-data; name="{hand.word}"; filename="a.txt"\r\nContent-Type: text/plain'
    return (
        f"multipart/form-data; boundary={MARK}",
        f"{''.join(parts)}--{MARK}\r\n{head}\r\n\r\n{word}\r\n--{MARK}--\r\n",
    )


def page(port: int, session: str, path: str) -> tuple[int, str]:
    """One page as somebody sees it."""
    line = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    try:
        line.request("GET", path, headers={"Cookie": f"samenstroom_session={session}"})
        answer = line.getresponse()
        return answer.status, answer.read().decode("utf-8", "replace")
    finally:
        line.close()
