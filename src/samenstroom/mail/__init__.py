"""The outbox: a mail is a record before it is sent."""
