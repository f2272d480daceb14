"""Recognising folders that other computers share or a service keeps in step: a live book would be torn there."""

import os
import sys
from pathlib import Path

from coordinator_app.core.errors import UnsuitableFolder
from coordinator_app.i18n import N_

# The beginnings of the folders that the services make, in small letters.
_NAMES = {
    "onedrive": "OneDrive",
    "dropbox": "Dropbox",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "my drive": "Google Drive",
    "oma drive": "Google Drive",
    "icloud": "iCloud",
    "iclouddrive": "iCloud",
    "com~apple~clouddocs": "iCloud",
    "nextcloud": "Nextcloud",
    "owncloud": "ownCloud",
    "syncthing": "Syncthing",
    "seafile": "Seafile",
    "pcloud": "pCloud",
    "jottacloud": "Jottacloud",
    "proton drive": "Proton Drive",
    "megasync": "MEGA",
    "kdrive": "kDrive",
    "tresorit": "Tresorit",
}
# What the services leave in the top folder of what they keep in step.
_MARKS = {
    ".stfolder": "Syncthing",
    ".dropbox.cache": "Dropbox",
    ".nextcloudsync.log": "Nextcloud",
    ".owncloudsync.log": "ownCloud",
    ".sync_journal.db": "Nextcloud",
    ".tmp.drivedownload": "Google Drive",
    ".seafile-data": "Seafile",
}
_VARIABLES = {"OneDrive": "OneDrive", "OneDriveConsumer": "OneDrive", "OneDriveCommercial": "OneDrive"}
_NETWORK_SYSTEMS = (
    "nfs",
    "cifs",
    "smb",
    "ncp",
    "afs",
    "ceph",
    "glusterfs",
    "davfs",
    "fuse.sshfs",
    "fuse.rclone",
    "fuse.gvfsd-fuse",
    "fuse.davfs",
)
_DRIVE_REMOTE = 4


def check(folder: Path) -> None:
    """Raises `UnsuitableFolder` when a book may not live in `folder`, which need not exist yet."""
    place = folder.expanduser().absolute()
    if service := synced_by(place):
        raise UnsuitableFolder(
            N_(
                "{service} copies {folder} to other computers, which would tear an open book. "
                "Choose a folder that is on this computer only; backups may go there."
            ),
            folder=folder,
            service=service,
        )
    if on_network(place):
        raise UnsuitableFolder(
            N_("{folder} is on the network, where an open book is not safe. Choose a folder on this computer; backups may go there."),
            folder=folder,
        )


def synced_by(folder: Path) -> str | None:
    """The name of the service that keeps the folder in step, if one does."""
    resolved = folder.resolve()
    for each in dict.fromkeys((*_upwards(folder), *_upwards(resolved))):
        for start, service in _NAMES.items():
            if _is_called(each.name.casefold(), start):
                return service
        for mark, service in _MARKS.items():
            if (each / mark).exists():
                return service
    for variable, service in _VARIABLES.items():
        if (top := os.environ.get(variable)) and resolved.is_relative_to(Path(top).resolve()):
            return service
    return None


def on_network(folder: Path) -> bool:
    """Whether the folder is on another computer."""
    resolved = folder.resolve()
    if sys.platform == "win32":
        import ctypes

        return resolved.drive.startswith("\\\\") or ctypes.windll.kernel32.GetDriveTypeW(resolved.anchor) == _DRIVE_REMOTE
    mounts = Path("/proc/self/mounts")
    if not mounts.exists():
        return False
    return _system_of(resolved, mounts.read_text(encoding="utf-8", errors="replace")).startswith(_NETWORK_SYSTEMS)


def _system_of(folder: Path, mounts: str) -> str:
    """The kind of file system a folder lies on, by the list of mounts: that of the deepest mount point above it."""
    best = ("", "")
    for line in mounts.splitlines():
        _, point, kind, *_ = line.split(" ")
        point = point.replace("\\040", " ")
        if folder.is_relative_to(point) and len(point) >= len(best[0]):
            best = (point, kind)
    return best[1]


def _upwards(folder: Path) -> tuple[Path, ...]:
    return (folder, *folder.parents)


def _is_called(name: str, start: str) -> bool:
    """`OneDrive`, `OneDrive - Miehet ry`, `Dropbox (Personal)`; not `Dropboxes`."""
    return name == start or (name.startswith(start) and not name[len(start)].isalnum())
