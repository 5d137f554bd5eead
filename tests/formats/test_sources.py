"""What is read is hostile: names that lead out, links, bombs and broken zips are refused."""

from __future__ import annotations

import os
import tarfile
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from annotator.errors import UserError
from annotator.formats import Source, sources
from annotator.formats.names import FileNames, safe


def zipped(path: Path, *members: tuple[str, bytes], packing: int = zipfile.ZIP_DEFLATED) -> Path:
    with zipfile.ZipFile(path, "w", packing) as packed:
        for name, data in members:
            packed.writestr(name, data)
    return path


def test_folders_and_zips_have_the_same_members(tmp_path: Path) -> None:
    files = {"b.txt": b"b", "a/c.txt": b"c", "a.txt": "ك".encode()}
    folder = tmp_path / "folder"
    for name, data in {**files, ".hidden": b"x", ".git/x.txt": b"x"}.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
    packed = zipped(
        tmp_path / "x.ZIP", *files.items(), ("__MACOSX/b.txt", b"x"), (".x/y.txt", b"x")
    )
    for source in (Source(folder), Source(packed)):
        assert source.has_members
        assert source.members == ("a.txt", "a/c.txt", "b.txt")
        assert {name: source.data(name) for name in source.members} == files
        assert source.size == source.position == 4
        inside = source.inside("a/c.txt")
        assert (inside.name, inside.suffix, inside.has_members, inside.data()) == (
            "c.txt", ".txt", False, b"c",
        )  # fmt: skip
        with pytest.raises(UserError, match="There is no such file"):
            source.open("none.txt")


@pytest.mark.parametrize(
    "name", ["../x.txt", "/etc/passwd", "a/../../x", "C:/x", "\\\\host\\x", "..\\x"]
)
def test_names_that_lead_out_are_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / "x.txt").write_bytes(b"secret")
    source = Source(zipped(tmp_path / "x.zip", (name, b"x")))
    with pytest.raises(UserError, match="leads out of the folder"):
        _ = source.members
    folder = tmp_path / "folder"
    folder.mkdir()
    with pytest.raises(UserError, match="leads out of the folder"):
        Source(folder).open(name)


def test_links_that_lead_out_are_refused(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_bytes(b"secret")
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "near.txt").write_bytes(b"near")
    try:
        (folder / "out.txt").symlink_to(tmp_path / "secret.txt")
        (folder / "in.txt").symlink_to(folder / "near.txt")
    except OSError:
        pytest.skip("this system makes no links")
    source = Source(folder)
    assert source.data("in.txt") == b"near"
    with pytest.raises(UserError, match="is a link that leads out"):
        source.open("out.txt")
    packed = tmp_path / "x.zip"
    with zipfile.ZipFile(packed, "w") as made:
        info = zipfile.ZipInfo("link.txt")
        info.external_attr = 0o120777 << 16
        made.writestr(info, "/etc/passwd")
    with pytest.raises(UserError, match="is a link"):
        _ = Source(packed).members


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names here")
def test_a_pipe_is_no_file(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    with pytest.raises(UserError, match="no ordinary file"):
        Source(tmp_path).open("pipe.txt")


def test_zips_that_unpack_without_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    packed = zipped(tmp_path / "x.zip", ("a.txt", b"0" * 3_000_000), ("b.txt", b"1"))
    source = Source(packed)
    with pytest.raises(UserError, match="longer than 1 MB"):
        source.data("a.txt", most=1 << 20)
    assert source.position <= (1 << 20) + (1 << 18) + 1
    monkeypatch.setattr(sources, "MOST_UNPACKED", 1 << 20)
    with pytest.raises(UserError, match="unpacks to more than"):
        _ = Source(packed).members
    monkeypatch.undo()
    monkeypatch.setattr(sources, "MOST_MEMBERS", 1)
    with pytest.raises(UserError, match="more than 1 files"):
        _ = Source(packed).members


def test_twins_are_refused(tmp_path: Path) -> None:
    with pytest.warns(UserWarning, match="Duplicate"):
        packed = zipped(tmp_path / "x.zip", ("a.txt", b"1"), ("a.txt", b"2"))
    with pytest.raises(UserError, match="is in the zip twice"):
        _ = Source(packed).members


def test_an_encrypted_zip_says_so(tmp_path: Path) -> None:
    data = bytearray(zipped(tmp_path / "x.zip", ("a.txt", b"abc")).read_bytes())
    data[6] |= 1  # the flag in the file's own header, and in the table behind
    data[data.index(b"PK\x01\x02") + 8] |= 1
    (tmp_path / "y.zip").write_bytes(data)
    with pytest.raises(UserError, match="The zip is encrypted"):
        Source(tmp_path / "y.zip").open("a.txt")


def test_a_member_without_a_name_is_refused(tmp_path: Path) -> None:
    data = zipped(tmp_path / "x.zip", ("a.txt", b"abc")).read_bytes()
    (tmp_path / "y.zip").write_bytes(data.replace(b"a.txt", b"\0.txt"))
    with pytest.raises(UserError, match="A file in the archive has no name"):
        _ = Source(tmp_path / "y.zip").members
    with tarfile.open(tmp_path / "x.tar", "w") as packed:
        packed.addfile(tarfile.TarInfo("./"))
    with pytest.raises(UserError, match="A file in the archive has no name"):
        _ = Source(tmp_path / "x.tar").members


def test_a_zip_that_ends_too_early_says_so() -> None:
    # What zipfile raises, without a word, where a file's bytes run out; later versions of Python
    # find most such zips out before.
    with pytest.raises(UserError, match="The zip ends too early"):
        sources.refuse_zip(EOFError())


PACKINGS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA)


@settings(
    max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    packing=st.sampled_from(PACKINGS),
    at=st.integers(0, 400),
    put=st.binary(min_size=1, max_size=6),
    cut=st.integers(0, 400),
)
@example(packing=zipfile.ZIP_DEFLATED, at=132, put=b"\0", cut=1)
def test_a_broken_zip_is_told(tmp_path: Path, packing: int, at: int, put: bytes, cut: int) -> None:
    members = (("a.txt", b"abc" * 50), ("b/c.txt", bytes(90)))
    data = bytearray(zipped(tmp_path / "x.zip", *members, packing=packing).read_bytes())
    data[at : at + len(put)] = put
    (tmp_path / "y.zip").write_bytes(bytes(data[: len(data) - cut] if cut % 3 == 0 else data))
    try:
        source = Source(tmp_path / "y.zip")
        for name in source.members:
            source.data(name)
    except UserError as error:
        told = str(error)
        assert told.endswith(".")
        assert not told.endswith(": .")


@given(st.text(min_size=1, max_size=120))
def test_ids_become_names_that_every_system_takes(id: str) -> None:
    if any("\ud800" <= char <= "\udfff" for char in id):
        return
    name = safe(id)
    assert 0 < len(name.encode()) <= 100
    assert name == safe(id)
    assert not name.startswith(".")
    assert not name.endswith(".")
    assert not set(name) & set('/\\:*?"<>| \n\t\0')


def test_plain_ids_stay_and_no_two_share_a_name() -> None:
    names = FileNames()
    assert [names.of(one) for one in ("n-1", "خبر_٢", "n-1")] == ["n-1", "خبر_٢", "n-1"]
    given = ["a", "A", "a/b", "a_b", "a:b", "..", ".", "con", "CON.txt", "é", "e\u0301", "x" * 200]
    made = [names.of(one) for one in given]
    assert len({one.casefold() for one in made}) == len(given)
    assert made[0] == "a"
    assert made[7].lower() != "con"
