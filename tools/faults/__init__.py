"""Breaks a running instance on purpose, and counts what became of what it had accepted. `python -m tools.faults`.

A real app with a real worker runs on a free port of this machine, in a folder that is thrown away. A client writes
down each thing the server said yes to. Then something breaks: a kill, a full disk, no mail server, a clock that jumps,
more workers than one. After each the copy that was made under load is restored, and both are read without any code of
the app: the database with SQL, what is sealed with the key.

`moved/` is laid in the path of the server's Python, so that its clock can be moved from outside.
"""
