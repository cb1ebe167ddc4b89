"""How somebody with an account comes in: her password, a second step, passkeys, and where she is signed in."""
