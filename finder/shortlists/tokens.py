"""The secrets that a person's own list is kept under.

Whoever has the edit token has the list, and whoever has the look token can read it. The look token
is worked out from the edit token, so that a page can always show both links, while nobody can go
from the one to the other. A store keeps only a hash of each: a copy of the database opens no list.
A plain SHA-256 is enough, with no salt and no slow function, because a token is random and too
long to be found by trying.
"""

import base64
import hashlib
import hmac
import re
import secrets
from typing import NewType, TypeGuard

EditToken = NewType("EditToken", str)
LookToken = NewType("LookToken", str)

TOKEN_BYTES = 16
# What every token looks like; none is one.
TOKEN_PATTERN = r"[A-Za-z0-9_-]{22}"  # noqa: S105
_TOKEN = re.compile(TOKEN_PATTERN)


def make_token() -> EditToken:
    """Return a new secret: 128 random bits as 22 characters that are safe in an address."""
    return EditToken(secrets.token_urlsafe(TOKEN_BYTES))


def look_token_of(token: EditToken) -> LookToken:
    """Return the secret to look at the same list: 128 bits, from HMAC-SHA256 of the edit token."""
    digest = hmac.digest(token.encode("ascii"), b"look", "sha256")
    return LookToken(base64.urlsafe_b64encode(digest[:TOKEN_BYTES]).rstrip(b"=").decode("ascii"))


def form_mark_of(token: EditToken) -> str:
    """Return what a form names a list by, among those of its browser. It opens nothing."""
    return hmac.digest(token.encode("ascii"), b"form", "sha256")[:8].hex()


def is_token(text: str) -> TypeGuard[EditToken]:
    """Return whether the text has the form of a token, whether or not a list is under it."""
    return _TOKEN.fullmatch(text) is not None


def hash_token(token: EditToken | LookToken) -> bytes:
    """Return the 32 bytes that a store keeps in the token's stead."""
    return hashlib.sha256(token.encode("ascii")).digest()
