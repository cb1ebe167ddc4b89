"""Who ask and write: as many at once as there are threads, each over a line of its own to one of the servers."""

from __future__ import annotations

import http.client
import itertools
import queue
import threading
import time
import urllib.parse
from collections import defaultdict
from dataclasses import dataclass, field

from bench.load.comparing import Write
from bench.load.world import Visit
from samenstroom.rules.dimensions import Dimension
from tools.faults.client import CSRF, MARK

BARE = "the barest answer"


@dataclass
class Told:
    """What the clients saw, all together."""

    accepted: list[Write] = field(default_factory=list)
    seconds: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    errors: list[str] = field(default_factory=list)
    lock: threading.Lock = field(default_factory=threading.Lock)

    @property
    def requests(self) -> int:
        return sum(map(len, self.seconds.values())) + len(self.errors)


def everybody(visits: list[Visit], ports: list[int], *, clients: int, passes: int) -> Told:
    """Each visit so many times, in order: both sides of a table come at the same moment."""
    told, waiting, words = Told(), queue.SimpleQueue[tuple[int, Visit]](), itertools.count(1)
    for turn in range(passes):
        for visit in visits:
            waiting.put((turn, visit))
    threads = [
        threading.Thread(target=_work, args=(waiting, ports[number % len(ports) :] + ports, told, words))
        for number in range(clients)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return told


def _work(
    waiting: queue.SimpleQueue[tuple[int, Visit]], ports: list[int], told: Told, words: itertools.count[int]
) -> None:
    while True:
        try:
            turn, visit = waiting.get_nowait()
        except queue.Empty:
            return
        client = _Client(ports, visit, told)
        client.look()
        if turn == 0:
            client.answer(f"{MARK}{next(words):06d}")
        client.write(f"{MARK}{next(words):06d}")
        client.line.close()


class _Client:
    """One visit."""

    def __init__(self, ports: list[int], visit: Visit, told: Told) -> None:
        self.visit, self.told, self.ports = visit, told, ports
        self.line = http.client.HTTPConnection("127.0.0.1", ports[0], timeout=120)

    def look(self) -> None:
        self._ask(BARE, "/healthz")
        self._ask("Vandaag" if self.visit.home == "/vandaag/" else "personal link: home", self.visit.home)
        self._ask("one collaboration", self.visit.table)

    def answer(self, word: str) -> None:
        at = f"{self.visit.table}samenwerken/check-in/{self.visit.day}/"
        self._ask("check-in, step 1", f"{at}1/")
        self._ask("check-in, step 1 kept", f"{at}1/", {"flow": "4"})
        self._ask("check-in, step 2 kept", f"{at}2/", {one.value: "4" for one in Dimension})
        given = {"remark": word, "remark_choice": "now"}
        twice = threading.Thread(target=self._press_again, args=(f"{at}3/", given))
        twice.start()
        if self._ask("the envelope closed", f"{at}3/", given):
            self._note(Write("envelope", self.visit.place, word))
        twice.join()
        self._ask("waiting, or the envelopes opened", at)

    def write(self, word: str) -> None:
        given = {"happened_on": self.visit.day, "circle": "shared", "note": word}
        if self._ask("a line written", f"{self.visit.table}logboek/nieuw/note/", given):
            self._note(Write("line", "", word))

    def _press_again(self, path: str, given: dict[str, str]) -> None:
        """The same at the same moment, at another server when there is one."""
        other = _Client(
            [next((one for one in self.ports if one != self.line.port), self.ports[0])], self.visit, self.told
        )
        other._ask("the envelope closed", path, given)
        other.line.close()

    def _note(self, write: Write) -> None:
        with self.told.lock:
            self.told.accepted.append(write)

    def _ask(self, name: str, path: str, given: dict[str, str] | None = None) -> bool:
        """Ask or send; whether it went as it should."""
        headers = {"Cookie": f"samenstroom_session={self.visit.session}; samenstroom_csrf={CSRF}"}
        if given is not None:
            headers |= {"X-CSRFToken": CSRF, "Content-Type": "application/x-www-form-urlencoded"}
        began, wanted = time.perf_counter(), 200 if given is None else 302
        try:
            self.line.request(
                "GET" if given is None else "POST", path, urllib.parse.urlencode(given) if given else None, headers
            )
            answer = self.line.getresponse()
            answer.read()
            status, goes_to = answer.status, answer.headers.get("Location", "")
        except (OSError, http.client.HTTPException) as error:
            self.line.close()
            status, goes_to = 0, repr(error)
        took = time.perf_counter() - began
        is_well = status == wanted and not goes_to.startswith(("/account/", "/link/"))
        with self.told.lock:
            if is_well:
                self.told.seconds[name].append(took)
            else:
                self.told.errors.append(f"{name}: {status} {goes_to}")
        return is_well
