"""Many practices at once, on the server that an operator runs: was everything that was accepted kept, once?

    python -m bench.load                  on PostgreSQL: two web processes, each with a worker
    python -m bench.load --db sqlite      on SQLite: one of each
    python -m bench.load --practices 100  more people (20 by default, with two collaborations each)

Everybody looks at Vandaag, opens a collaboration, answers its check-in, sends the envelope, by pressing twice, and
writes a line; both sides of a table at the same moment. The client writes down what was accepted. Afterwards that list
is held against the database, which is read without the app. Exit code 1 when anything was refused, lost or doubled.

Waiting times differ per machine, and are given as a ratio to the barest answer of the same server in the same minutes.
"""
