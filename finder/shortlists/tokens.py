"""The secret that a person's own list is kept under.

Whoever has the token has the list, so a store keeps only a hash of it: a copy of the database
opens no list. A plain SHA-256 is enough, with no salt and no slow function, because a token is
random and too long to be found by trying.
"""

import hashlib
import re
import secrets
from typing import NewType, TypeGuard

ShortlistToken = NewType("ShortlistToken", str)

TOKEN_BYTES = 16
_TOKEN = re.compile(r"[A-Za-z0-9_-]{22}")


def make_token() -> ShortlistToken:
    """Return a new secret: 128 random bits as 22 characters that are safe in an address."""
    return ShortlistToken(secrets.token_urlsafe(TOKEN_BYTES))


def is_token(text: str) -> TypeGuard[ShortlistToken]:
    """Return whether the text has the form of a token, whether or not a list is under it."""
    return _TOKEN.fullmatch(text) is not None


def hash_token(token: ShortlistToken) -> bytes:
    """Return the 32 bytes that a store keeps in the token's stead."""
    return hashlib.sha256(token.encode("ascii")).digest()
