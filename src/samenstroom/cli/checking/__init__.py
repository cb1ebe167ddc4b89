"""What `samenstroom check` looks at: each thing one line, with what to do when it is not well."""
