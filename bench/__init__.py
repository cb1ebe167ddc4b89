"""Measures what pages and rules cost, next to the barest page that the same framework can make.

    python -m bench                  print both tables
    python -m bench --quick          fewer runs, smaller lists: a first impression
    python -m bench --json FILE      also write the numbers to FILE

Times are CPU time of this process. They differ per machine, and that is why every page is given as a ratio to a bare
page that was measured in the same minutes. No test looks at these numbers.
"""
