"""Small drawings of two lines: five steps from rough to very good, and seven stages."""

# (own line, other line) per step, in a picture of 64 by 32.
STEPS: dict[int, tuple[str, str]] = {
    1: ("M3 7 16 25 25 6 38 27 47 9 61 24", "M3 25 13 9 27 26 36 5 49 25 61 8"),
    2: ("M3 12C9 3 15 22 23 14S35 4 41 16S54 22 61 10", "M3 22C10 28 15 10 22 21S36 29 41 20S53 12 61 25"),
    3: ("M3 10C20 10 42 10 61 10", "M3 22C20 22 42 22 61 22"),
    4: ("M3 14C13 6 21 6 32 12S52 18 61 10", "M3 24C13 16 21 16 32 22S52 28 61 20"),
    5: ("M3 20C10 20 13 10 22 10S33 21 42 21S53 10 61 8", "M3 10C10 10 13 20 22 20S33 11 42 11S53 20 61 22"),
}
# One line alone stands in the middle.
SINGLE_STEPS: dict[int, str] = {step: lines[0] for step, lines in STEPS.items()} | {3: "M3 16C20 16 42 16 61 16"}

# (own line, other line or nothing) per stage, in a picture of 48 by 32.
STAGES: dict[str, tuple[str, str]] = {
    "explore": ("M2 4C16 4 26 12 45 13", "M2 28C16 28 26 20 45 19"),
    "agree": ("M2 8C18 8 28 24 46 24", "M2 24C18 24 28 8 46 8"),
    "start": ("M8 16C18 16 22 11 32 11H46", "M8 16C18 16 22 21 32 21H46"),
    "work": (
        "M2 11C8 11 10 21 17 21S26 11 32 11S40 21 46 21",
        "M2 21C8 21 10 11 17 11S26 21 32 21S40 11 46 11",
    ),
    "adjust": ("M2 13C12 13 14 3 24 3S36 13 46 13", "M2 19C12 19 14 29 24 29S36 19 46 19"),
    "farewell": ("M2 13C20 13 28 11 46 3", "M2 19C20 19 28 21 46 29"),
    "learn": ("M2 21C14 27 35 29 35 16C35 6 20 6 20 15C20 23 34 22 46 12", ""),
}
KNOT = (7, 16, 3.4)  # centre and radius of the knot where a start begins
