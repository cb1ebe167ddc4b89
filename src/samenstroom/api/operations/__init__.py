"""What a program can ask and do: one file per noun.

These files have no `from __future__ import annotations`: the library reads the types of an operation when it is made.
"""
