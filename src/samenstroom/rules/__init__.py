"""The ground: rules that decide. Plain typed Python without a framework, a clock, chance or input and output.

Whoever calls a rule brings the facts and the date along; the same facts always give the same answer.
"""
