"""Keeps the tokens of personal links, pages by link, invitations and new passwords out of the logs."""

import logging
import re

LINK_PATH = re.compile(
    r"(/l/|/agenda/|/zo-werk-ik/|/account/wachtwoord/nieuw/|/account/niet-van-mij/)[^\s\"'<>&?#)\],]+"
)
SEARCH = re.compile(r"(/zoeken/\?)[^\s\"'<>]+")


def without_tokens(line: str) -> str:
    """The line with everything after `/l/` and the like in a web address left out, and what somebody looked for."""
    return SEARCH.sub(r"\1…", LINK_PATH.sub(r"\1…", line))


class WithoutTokens(logging.Filter):
    """Takes link tokens out of a record: out of the message, its arguments and the traceback."""

    def filter(self, record: logging.LogRecord) -> bool:
        record.msg, record.args = without_tokens(record.getMessage()), ()
        if record.exc_info and not record.exc_text:
            record.exc_text = logging.Formatter().formatException(record.exc_info)
        if record.exc_text:
            record.exc_text = without_tokens(record.exc_text)
        if record.stack_info:
            record.stack_info = without_tokens(record.stack_info)
        return True
