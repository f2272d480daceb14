"""The locality's own signing key, made with the book."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from coordinator_app.core.model import SigningKey


@dataclass(frozen=True, slots=True, repr=False)
class OwnKey:
    """An Ed25519 private key, 32 bytes, and which one of the locality's it is."""

    epoch: int
    private: bytes


def newest(session: Session) -> OwnKey:
    """The key that signs now."""
    row = session.execute(select(SigningKey.epoch, SigningKey.private).order_by(SigningKey.epoch.desc()).limit(1)).one()
    return OwnKey(row.epoch, row.private)
