"""The words in a file somebody brings: a PDF, a Word file, plain text. Hostile until it was read."""
