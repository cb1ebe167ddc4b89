"""Finding phrases in what people write: sentences, plain words, and a small language of patterns. Pure, as all rules.

Reading along with a letter and reading an agreement made elsewhere both look with it. What to look for is content.
"""
