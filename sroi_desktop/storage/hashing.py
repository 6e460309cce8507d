"""The hash by which files, rules and entries of the history are known."""

from __future__ import annotations


def sha256_of(data: bytes) -> str:
    """Return the SHA-256 of some bytes, in hexadecimal digits."""
    # With it comes the library of OpenSSL, 4 ms of a start, which only reads.
    import hashlib  # noqa: PLC0415

    return hashlib.sha256(data).hexdigest()
