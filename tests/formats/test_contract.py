"""What every format of the table keeps to. A new one is covered as soon as it has its line."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotator.errors import UserError
from annotator.exchange import export, import_paths
from annotator.formats import (
    FORMATS,
    Accepted,
    Feature,
    Format,
    Rejected,
    Remark,
    Source,
    WriteOptions,
    by_name,
    readable,
    writable,
)
from annotator.formats.base import CLITICS, SCHEMES
from annotator.formats.features import NEEDS
from annotator.formats.keeping import kept_records
from annotator.formats.losses import lost, never_carried
from annotator.store import Project
from tests.formats.pieces import files_of, items_of, put
from tests.formats.samples import RECORDS, essence
from tests.notation import NEWS

BOM = b"\xef\xbb\xbf"
ROUND = [one for one in FORMATS if one.ways == "rw" and one.comes_back]
EVERY = pytest.mark.parametrize("format", FORMATS, ids=lambda one: one.name)
READABLE = pytest.mark.parametrize("format", readable(), ids=lambda one: one.name)
WRITABLE = pytest.mark.parametrize("format", writable(), ids=lambda one: one.name)
BOTH_WAYS = pytest.mark.parametrize("format", ROUND, ids=lambda one: one.name)


def choices(format: Format) -> Iterator[dict[str, Any]]:
    """Every combination of the options that change what a format writes."""
    ways = {"scheme": SCHEMES, "clitics": CLITICS}
    heeded = {name: values for name, values in ways.items() if name in format.options}
    for values in product(*heeded.values()):
        yield dict(zip(heeded, values, strict=True))


def path_for(format: Format, folder: Path) -> Path:
    """Where a test lets a format write."""
    return folder / ("out" if format.shape == "folder" else "out" + "".join(format.suffixes[:1]))


class TestTheLine:
    @EVERY
    def test_it_is_whole(self, format: Format) -> None:
        assert format.name.isascii()
        assert format.name == format.name.lower()
        assert format.title
        assert all(one.startswith(".") and one == one.lower() for one in format.suffixes)
        for feature, needed in NEEDS.items():
            assert feature not in format.carries or needed in format.carries, (feature, needed)
        for option in ("offsets", "encoding"):
            assert option not in format.options or format.reads, option
        assert format.comes_back or format.ways == "rw"

    @EVERY
    def test_its_module_has_what_it_promises(self, format: Format) -> None:
        assert (format._loaded("read") is not None) == format.reads
        assert (format._loaded("write") is not None) == format.writes

    def test_looking_at_the_table_imports_no_format(self) -> None:
        program = (
            "import sys\nfrom annotator.formats import FORMATS\n"
            "print([one.module for one in FORMATS if 'annotator.formats.' + one.module in "
            "sys.modules], {'pyarrow', 'spacy', 'cassis', 'datasets', 'pandas'} & set(sys.modules))"
        )
        done = subprocess.run(
            [sys.executable, "-c", program], capture_output=True, text=True, check=True
        )
        assert done.stdout == "[] set()\n"


class TestRoundTrip:
    @BOTH_WAYS
    def test_all_that_is_carried_comes_back(self, format: Format, tmp_path: Path) -> None:
        for number, options in enumerate(choices(format)):
            keeping = format.keeping(WriteOptions(labels=NEWS, **options))
            kept = list(kept_records(RECORDS, keeping))
            path = path_for(format, tmp_path / str(number))
            items = items_of(format, put(path, files_of(format, RECORDS, **options)))
            assert [one for one in items if isinstance(one, Rejected)] == []
            back = [one.record for one in items if isinstance(one, Accepted)]
            wanted = Counter(essence(one, format, format.carries) for one in kept)
            assert Counter(essence(one, format, format.carries) for one in back) == wanted

    @BOTH_WAYS
    def test_the_reader_tells_how_far_it_is(self, format: Format, tmp_path: Path) -> None:
        source = Source(put(path_for(format, tmp_path), files_of(format, RECORDS)))
        assert source.position == 0
        for _ in format.read(source):
            assert source.position > 0
        assert source.position >= source.size

    @BOTH_WAYS
    def test_an_empty_corpus_comes_back_empty(self, format: Format, tmp_path: Path) -> None:
        path = path_for(format, tmp_path)
        if format.shape != "file":
            path.mkdir()
        items = readings(format, put(path, files_of(format, ())))
        assert [one for one in items if isinstance(one, Accepted)] == []

    @BOTH_WAYS
    def test_a_byte_order_mark_changes_nothing(self, format: Format, tmp_path: Path) -> None:
        files = files_of(format, RECORDS)
        marked = {name: BOM + data if is_text(data) else data for name, data in files.items()}
        assert same_as(format, files, marked, tmp_path)

    @BOTH_WAYS
    def test_line_ends_of_windows_change_nothing(self, format: Format, tmp_path: Path) -> None:
        files = files_of(format, RECORDS)
        ended = {
            name: data if keeps_line_ends(name, data) else crlf(data)
            for name, data in files.items()
        }
        assert ended != files
        assert same_as(format, files, ended, tmp_path)


def crlf(data: bytes) -> bytes:
    """The same with line ends of Windows."""
    return data.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")


def keeps_line_ends(name: str, data: bytes) -> bool:
    """Whether line ends of a file are its own: of one that is a text, or not of characters."""
    return name.endswith(".txt") or not is_text(data)


def is_text(data: bytes) -> bool:
    """Whether bytes are text in UTF-8."""
    try:
        return "\0" not in data.decode()
    except UnicodeDecodeError:
        return False


def same_as(
    format: Format, files: dict[str, bytes], others: dict[str, bytes], folder: Path
) -> bool:
    """Whether two versions of some files say the same."""
    one, other = path_for(format, folder / "1"), path_for(format, folder / "2")
    found = [records_of(format, put(one, files)), records_of(format, put(other, others))]
    assert found[0]
    return found[0] == found[1]


def records_of(format: Format, path: Path) -> list[Any]:
    """The records that a format reads, as far as it carries them."""
    items = items_of(format, path)
    assert [one for one in items if isinstance(one, Rejected)] == []
    return [
        essence(one.record, format, format.carries) for one in items if isinstance(one, Accepted)
    ]


def readings(format: Format, path: Path) -> list[Any]:
    """What a format reads of files that may be no good; nothing but UserError may escape."""
    found: list[Any] = []
    source = Source(path)
    try:
        assert format.recognises(source) in (0, 1, 2)
        for item in format.read(source):
            assert isinstance(item, Accepted | Rejected | Remark)
            assert item.line >= 0
            if isinstance(item, Rejected):
                assert isinstance(item.error, UserError)
            if not isinstance(item, Remark):
                found.append(item)
    except UserError as error:
        found.append(Rejected(0, error))
    assert all(str(one.error) for one in found if isinstance(one, Rejected))
    return found


class TestWriting:
    @WRITABLE
    def test_the_same_records_give_the_same_bytes(self, format: Format) -> None:
        assert files_of(format, RECORDS) == files_of(format, iter(RECORDS))

    def test_the_same_bytes_on_any_machine(self) -> None:
        program = (
            "import hashlib\nfrom annotator.formats import writable\n"
            "from tests.formats.pieces import files_of\n"
            "from tests.formats.samples import RECORDS\n"
            "for one in writable():\n"
            "    files = sorted(files_of(one, RECORDS).items())\n"
            "    print(one.name, hashlib.sha256(repr(files).encode()).hexdigest())\n"
        )
        told = {
            subprocess.run(
                [sys.executable, "-c", program],
                env={**os.environ, "PYTHONHASHSEED": seed, "TZ": zone},
                capture_output=True, text=True, check=True,
            ).stdout
            for seed, zone in (("1", "UTC"), ("2", "Asia/Tokyo"))
        }  # fmt: skip
        assert len(told) == 1

    @WRITABLE
    def test_names_of_files_are_safe(self, format: Format) -> None:
        names = list(files_of(format, RECORDS))
        assert ("" in names) == (format.shape == "file")
        for name in names:
            assert not name.startswith(("/", "."))
            assert not {"..", ""} & set(name.split("/")) or name == ""
            assert not set(name) & set('\\:*?"<>|\n\t ')
        assert len({name.casefold() for name in names}) == len(names)

    @WRITABLE
    def test_what_is_lost_is_told(self, format: Format) -> None:
        told = {loss.feature for loss in lost(RECORDS, format, WriteOptions(labels=NEWS))}
        always = set(never_carried(format))
        assert always <= told
        assert all(one in always or NEEDS.get(one) in told or one in told for one in told)

    @WRITABLE
    def test_an_older_export_survives_a_full_disk(self, format: Format, tmp_path: Path) -> None:
        with filled(tmp_path / "p.db"):
            pass
        out = path_for(format, tmp_path)
        program = (
            "import resource, signal, sys\nfrom pathlib import Path\n"
            "from annotator.exchange import export\nfrom annotator.store import Project\n"
            "from tests.formats.test_contract import kept_bytes\n"
            "path, out = map(Path, sys.argv[1:3])\n"
            "with Project.open(path) as project:\n"
            "    export(project, out, format=sys.argv[3])\n"
            "    before = kept_bytes(out)\n"
            "    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
            "    resource.setrlimit(resource.RLIMIT_FSIZE, (60, 60))\n"
            "    try:\n"
            "        export(project, out, format=sys.argv[3])\n"
            "    except Exception as error:\n"
            "        print(type(error).__name__, error)\n"
            "    assert kept_bytes(out) == before\n"
        )
        done = subprocess.run(
            [sys.executable, "-c", program, tmp_path / "p.db", out, format.name],
            capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
        assert done.stdout.startswith("UserError The disk has no room"), done.stdout
        assert list(tmp_path.glob(".annotator*")) == []


def kept_bytes(path: Path) -> dict[str, str]:
    """The digests of what stands at a path."""
    files = [path] if path.is_file() else [one for one in path.rglob("*") if one.is_file()]
    return {str(one): hashlib.sha256(one.read_bytes()).hexdigest() for one in files}


def filled(path: Path) -> Project:
    """A project with the sample's records that break none of its rules."""
    project = Project.create(path, NEWS)
    with project.importing("samples") as into:
        for record in RECORDS:
            into.add(record)
    return project


class TestProjects:
    """Out of one project and into another, as people do it."""

    @BOTH_WAYS
    def test_an_export_is_recognised_and_comes_in_once(
        self, format: Format, tmp_path: Path
    ) -> None:
        out = path_for(format, tmp_path)
        with filled(tmp_path / "1.db") as first:
            one_author = None if Feature.LAYERS in format.carries else "layla"
            export(first, out, format=format.name, layer=one_author)
        with Project.create(tmp_path / "2.db", NEWS) as second:
            report = import_paths(second, [out], author="layla")
            assert [one.say() for one in report.refusals] == []
            assert [one.title for one in report.recognised] == [format.title]
            assert report.read == report.imported + report.known
            assert report.articles
            again = import_paths(second, [out], author="layla")
            assert (again.articles, again.annotations, again.rejected) == (0, 0, 0)

    @WRITABLE
    def test_an_export_replaces_an_export_and_nothing_else(
        self, format: Format, tmp_path: Path
    ) -> None:
        out = path_for(format, tmp_path)
        with filled(tmp_path / "1.db") as project:
            export(project, out, format=format.name)
            before = kept_bytes(out)
            export(project, out, format=format.name)
            assert kept_bytes(out) == before
            if format.shape == "file":
                return
            (out / "mine.txt").write_text("mine")
            with pytest.raises(UserError, match="has been added or changed"):
                export(project, out, format=format.name)
            assert (out / "mine.txt").read_text() == "mine"
            one_author = None if Feature.LAYERS in format.carries else "layla"
            export(project, tmp_path / "out.zip", format=format.name, layer=one_author)
        if format in ROUND:
            with Project.create(tmp_path / "2.db", NEWS) as second:
                report = import_paths(second, [tmp_path / "out.zip"], author="layla")
                assert [one.say() for one in report.refusals] == []
                assert report.articles


class TestDamage:
    @BOTH_WAYS
    def test_files_that_are_cut_off_give_no_more_than_whole_ones(
        self, format: Format, tmp_path: Path
    ) -> None:
        files = files_of(format, RECORDS)
        whole = len(readings(format, put(path_for(format, tmp_path / "w"), files)))
        assert whole
        for number in range(20):
            name = sorted(files)[number % len(files)]
            cut = files[name][: len(files[name]) * number // 20]
            path = put(path_for(format, tmp_path / str(number)), {**files, name: cut})
            assert len(readings(format, path)) <= whole + 1

    @READABLE
    @settings(
        max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
    )
    @given(data=st.data())
    def test_nothing_but_user_errors_escape(
        self, format: Format, tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
    ) -> None:
        files = _VALID.get(format.name)
        if files is None:
            files = files_of(format, RECORDS) if format.writes else {"": "خبر\n\nنص".encode()}
            _VALID[format.name] = files
        name = data.draw(st.sampled_from(sorted(files)))
        spoilt = data.draw(st.one_of(st.binary(max_size=80), mutated(files[name])))
        folder = tmp_path_factory.mktemp("fuzz")
        readings(format, put(path_for(format, folder), {**files, name: spoilt}))


_VALID: dict[str, dict[str, bytes]] = {}


@st.composite
def mutated(draw: st.DrawFn, data: bytes) -> bytes:
    """Bytes with some places changed, taken out, doubled, or filled with what has a meaning."""
    made = bytearray(data)
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(made)))
        end = min(len(made), at + draw(st.integers(0, 12)))
        made[at:end] = draw(
            st.one_of(
                st.binary(max_size=4),
                st.sampled_from(_PIECES),
                st.just(bytes(made[max(0, at - 30) : at])),
            )
        )
    return bytes(made)


_PIECES = (
    b"-1", b"0", b"99999999999999999999", b"1e400", b"null", b'""', b"[]", b"{}", b"\t", b"\n",
    b"\r", b" ",
    b"\xff", b"\0", b"\\u0000", b"\\ud800", b"T1", b"R1", b"E1", b"B-", b"I-PERS", b"#", b"*",
    b";", b"<a>", b"&x;", b"NaN", b"true", "٣".encode(), "🙂".encode(), b"\xef\xbb\xbf",
    b"\xed\xa0\x80",
)  # fmt: skip


def test_the_contract_would_notice_a_format_that_loses_something() -> None:
    """The test of the test: what is carried less is not the same."""
    bare = by_name("jsonl")._replace(carries=frozenset())
    record = RECORDS[0]
    assert essence(record, bare) != essence(record, bare, frozenset())
