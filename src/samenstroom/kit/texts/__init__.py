"""The words in a file somebody brings: a PDF, a Word file, plain text. The file is hostile until the reading is done."""
