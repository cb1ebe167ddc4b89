"""The search for secrets in the repository: it finds a planted one of each kind, and leaves ordinary code alone."""

import secrets
import string
import subprocess
from pathlib import Path

import pytest

from tools.leaks import KINDS, leaks, leaks_in, main

LETTERS = string.ascii_uppercase + string.digits


def made(length: int, signs: str = string.ascii_letters + string.digits) -> str:
    """Made while the test runs, so that this file holds none itself."""
    return (
        "".join(secrets.choice(signs) for _ in range(length - 2)) + "a7" if signs != LETTERS else "A7" * (length // 2)
    )


PLANTED = {
    "private key": f"-----BEGIN EC PRIVATE {'KEY'}-----\n{made(64)}",
    "age key": f"AGE-SECRET-{'KEY'}-1{'Q' * 58}",
    "token of a connection": f"sst_{made(43)}",
    "token of GitHub or GitLab": f"ghp_{made(36)}",
    "token of a package index": f"npm_{made(36)}",
    "key of Amazon or Google": f"AKIA{made(16, LETTERS)}",
    "key of a service": f"sk_live_{made(24)}",
    "signed token": f"eyJ{made(20)}.eyJ{made(20)}.{made(30)}",
}


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_of_key_is_found_also_in_a_test(kind: str) -> None:
    assert [one.kind for one in leaks_in("tests/planted.py", f"\n{PLANTED[kind]}\n")] == [kind]


@pytest.mark.parametrize(
    "line",
    [
        'SECRET_KEY = "{made}"',
        "SAMENSTROOM_SEALING_KEY={made}",
        "  mail_password: {made}",
        '"apiKey": "{made}"',
        "EMAIL_URL=smtps://noor:{made}@mail.example.nl",
    ],
)
def test_a_setting_with_something_made_by_a_machine_is_found_with_its_line(line: str) -> None:
    found = list(leaks_in("deploy/samenstroom.env", "A=1\n" + line.format(made=made(32))))
    assert [one.line for one in found] == [2]


@pytest.mark.parametrize(
    "line",
    [
        'LINK = "password_reset_from_key_done"',
        'token_hash=token_hash(f"{person.public_id}")',
        "DATABASE_URL=postgres://samenstroom:PASSWORD@localhost/samenstroom",
        'password = request.POST["password1"]',
    ],
)
def test_ordinary_code_is_left_alone(line: str) -> None:
    assert list(leaks_in("src/samenstroom/some.py", line)) == []


def test_a_secret_in_a_new_file_is_found_and_never_printed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    subprocess.run(["git", "init", "--quiet"], cwd=tmp_path, check=True)
    (tmp_path / ".gitignore").write_text("kept-out.env\n")
    (tmp_path / "kept-out.env").write_text(PLANTED["age key"])
    assert main(tmp_path) == 0
    (tmp_path / "notes.txt").write_text(f"the key: {PLANTED['age key']}")
    assert main(tmp_path) == 1
    assert capsys.readouterr().out == "notes.txt:1: age key\n"


def test_nothing_is_committed_that_is_a_secret() -> None:
    assert leaks(Path(__file__).resolve().parents[2]) == []
