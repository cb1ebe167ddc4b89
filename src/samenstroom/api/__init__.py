"""The door for programs: the same actions and queries as the pages, behind a token that one person made."""
