"""Folders that a service copies or another computer shares are recognised, and ordinary ones are not."""

from pathlib import Path

import pytest

from coordinator_app.core.errors import UnsuitableFolder
from coordinator_app.storage import folders


@pytest.mark.parametrize(
    ("path", "service"),
    [
        ("OneDrive/Kirja", "OneDrive"),
        ("OneDrive - Miehet ry/Kirja", "OneDrive"),
        ("Dropbox/kirja", "Dropbox"),
        ("Dropbox (Personal)/a/b", "Dropbox"),
        ("Google Drive/kirja", "Google Drive"),
        ("Library/Mobile Documents/com~apple~CloudDocs/kirja", "iCloud"),
        ("iCloudDrive/kirja", "iCloud"),
        ("Nextcloud/kirja", "Nextcloud"),
        ("Syncthing/kirja", "Syncthing"),
    ],
)
def test_a_service_is_known_by_its_folder(tmp_path: Path, path: str, service: str) -> None:
    assert folders.synced_by(tmp_path / path) == service
    with pytest.raises(UnsuitableFolder, match=service):
        folders.check(tmp_path / path)


@pytest.mark.parametrize(
    ("mark", "service"), [(".stfolder", "Syncthing"), (".dropbox.cache", "Dropbox"), (".nextcloudsync.log", "Nextcloud")]
)
def test_a_service_is_known_by_what_it_leaves(tmp_path: Path, mark: str, service: str) -> None:
    (tmp_path / "own" / "deep").mkdir(parents=True)
    (tmp_path / "own" / mark).mkdir()
    assert folders.synced_by(tmp_path / "own" / "deep" / "kirja") == service


def test_a_renamed_folder_is_known_by_the_system_s_word(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OneDrive", str(tmp_path / "Pilvi"))
    assert folders.synced_by(tmp_path / "Pilvi" / "kirja") == "OneDrive"


def test_a_link_into_a_synced_folder_is_followed(tmp_path: Path) -> None:
    (tmp_path / "Dropbox").mkdir()
    (tmp_path / "kirjat").symlink_to(tmp_path / "Dropbox")
    assert folders.synced_by(tmp_path / "kirjat" / "turku") == "Dropbox"


@pytest.mark.parametrize("path", ["Kirja", "Documents/Turku", "dropboxes/kirja", "boxes", "My drives"])
def test_ordinary_folders_are_not_refused(tmp_path: Path, path: str) -> None:
    folders.check(tmp_path / path)


@pytest.mark.parametrize(
    ("folder", "kind"),
    [("/home/matti/kirja", "ext4"), ("/mnt/yhteinen/kirja", "cifs"), ("/mnt/yhteinen asema/x", "nfs4"), ("/mnt", "ext4")],
)
def test_the_file_system_is_that_of_the_deepest_mount(folder: str, kind: str) -> None:
    mounts = "/dev/sda1 / ext4 rw 0 0\n//nas/y /mnt/yhteinen cifs rw 0 0\nnas:/z /mnt/yhteinen\\040asema nfs4 rw 0 0\n"
    assert folders._system_of(Path(folder), mounts) == kind
