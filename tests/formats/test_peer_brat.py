"""Collections of brat, as they lie on its server or are downloaded from it."""

from __future__ import annotations

import io
import tarfile
from pathlib import Path

import pytest

from tests.formats.newcomer import came_in, folder, zipped

TEXT = (
    "😀 أعلنت وزيرةُ الطاقة ليلى الحموري، يوم الثلاثاء:\n«سنبني محطةً في معان».\n"
    "وزار فريق من عمّان ومن إربد المدينة.\n"
)
CONF = "[entities]\nPerson\n[relations]\n[events]\n[attributes]\n"


def bound(id: str, label: str, *surfaces: str) -> str:
    places = ";".join(f"{TEXT.index(one)} {TEXT.index(one) + len(one)}" for one in surfaces)
    return f"{id}\t{label} {places}\t{' '.join(surfaces)}"


SHE, POST = bound("T1", "PERS", "ليلى الحموري"), bound("T2", "OCC", "وزيرةُ الطاقة")
HELD = "R1\tHOLDS_OFFICE Arg1:T1 Arg2:T2\t"


def collection(*lines: str, stem: str = "doc-1") -> dict[str, str]:
    return {f"{stem}.txt": TEXT, f"{stem}.ann": "".join(f"{line}\n" for line in lines)}


def with_configuration(files: dict[str, str]) -> dict[str, str]:
    return {
        **files, "annotation.conf": CONF, "visual.conf": "[labels]\n", "tools.conf": "[options]\n",
        ".stats_cache": "x",
    }  # fmt: skip


def test_everything_that_a_collection_has(tmp_path: Path) -> None:
    lines = (
        SHE, POST, HELD, bound("T3", "GPE", "معان"), bound("T4", "GPE", "عمّان", "إربد"),
        "#1\tAnnotatorNotes T1\tاسم كامل", "A1\tNegation T3", "A2\tConfidence T3 High",
        "N1\tReference T3 Wikidata:Q208301\tمعان", "*\tEquiv T3 T4",
    )  # fmt: skip
    path = folder(tmp_path / "c", with_configuration(collection(*lines)))
    found = came_in(path, "--author", "layla", "--map", "Equiv=PART_OF")
    assert (found.status, found.complaints) == (0, "")
    assert found.marks == [
        ("OCC", "وزيرةُ الطاقة"), ("PERS", "ليلى الحموري"), ("GPE", "معان"), ("GPE", "عمّان إربد"),
    ]  # fmt: skip
    assert found.links == [
        ("ليلى الحموري", "HOLDS_OFFICE", "وزيرةُ الطاقة"), ("معان", "PART_OF", "عمّان إربد"),
    ]  # fmt: skip
    _, person, place, _ = found.row["entities"]
    assert person["note"] == "اسم كامل"
    assert place["attributes"] == {
        "Negation": True, "Confidence": "High", "Reference": "Wikidata:Q208301 معان",
    }  # fmt: skip


def test_events_with_events_in_them(tmp_path: Path) -> None:
    lines = (
        SHE, bound("T2", "Report", "أعلنت"), bound("T3", "GPE", "معان"),
        bound("T4", "Build", "سنبني"), "E1\tBuild:T4 Place:T3",
        "E2\tReport:T2 Reporter-Arg:T1 Event-Arg:E1", "A1\tConfidence E1 Low", "M1\tNegation E2",
        "#1\tAnnotatorNotes E2\tحدث",
    )  # fmt: skip
    path = folder(tmp_path / "c", collection(*lines))
    found = came_in(path, "--author", "a", "--map", "*=EVENT")
    assert (found.status, found.rows) == (1, [])
    assert "relations: Event-Arg (1), Place (1), Reporter-Arg (1)" in found.complaints
    found = came_in(
        path, "--author", "a", "--map", "*=EVENT", "--map", "Place=HAPPENS_IN",
        "--map", "Reporter-Arg=", "--map", "Event-Arg=",
    )  # fmt: skip
    assert ("EVENT", "أعلنت") in found.marks
    assert ("سنبني", "HAPPENS_IN", "معان") in found.links
    assert "Annotations left out by --map: 2." in found.said
    kept = {one["text"]: (one["attributes"], one["note"]) for one in found.row["entities"]}
    assert kept["سنبني"] == ({"Confidence": "Low"}, None)
    assert kept["أعلنت"] == ({"Negation": True}, "حدث")


def test_a_quote_that_hangs_on_its_verb_has_it_as_its_cue(tmp_path: Path) -> None:
    lines = (
        SHE, bound("T2", "Said", "أعلنت"), bound("T3", "Content", "سنبني محطةً في معان"),
        bound("T4", "Source", "وزيرةُ الطاقة"), "E1\tSaid:T2 Content:T3 Source:T4",
    )  # fmt: skip
    found = came_in(
        folder(tmp_path / "c", collection(*lines)), "--author", "a", "--map", "Said=direct"
    )
    (quote,) = found.row["quotes"]
    parts = [quote[one]["text"] for one in ("cue", "source")]
    assert (quote["text"], parts) == ("سنبني محطةً في معان", ["أعلنت", "وزيرةُ الطاقة"])


def test_folders_in_folders_in_zips_and_in_what_brat_lets_one_download(tmp_path: Path) -> None:
    files = with_configuration({
        **collection(SHE, POST, HELD, stem="news/layla/doc-1"),
        **collection(bound("T1", "GPE", "إربد"), stem="news/omar/doc-2"),
    })  # fmt: skip
    files["news/omar/doc-2.txt"] = TEXT + "ذيل\n"
    packed = zipped(tmp_path / "c.zip", files)
    download = tmp_path / "news.tar.gz"
    with tarfile.open(download, "w:gz") as archive:
        for name, text in reversed(files.items()):
            info = tarfile.TarInfo(f"./{name}")
            info.size = len(text.encode())
            archive.addfile(info, io.BytesIO(text.encode()))
    for path in (folder(tmp_path / "c", files), packed, download):
        found = came_in(path, "--author", "layla")
        assert (found.status, found.complaints) == (0, ""), path
        assert sorted(row["meta"]["file"] for row in found.rows) == [
            "news/layla/doc-1", "news/omar/doc-2",
        ]  # fmt: skip
        assert found.links == [("ليلى الحموري", "HOLDS_OFFICE", "وزيرةُ الطاقة")]


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda info: setattr(info, "name", "../a.txt"), "../a.txt leads out of the folder"),
        (lambda info: setattr(info, "name", "/a.txt"), "/a.txt leads out of the folder"),
        (lambda info: setattr(info, "type", tarfile.SYMTYPE), "is no ordinary file"),
        (lambda info: setattr(info, "type", tarfile.FIFOTYPE), "is no ordinary file"),
    ],
)
def test_hostile_archives_are_refused(tmp_path: Path, make: object, words: str) -> None:
    file = tmp_path / "c.tgz"
    with tarfile.open(file, "w:gz") as archive:
        info = tarfile.TarInfo("a.txt")
        make(info)  # type: ignore[operator]
        archive.addfile(info, io.BytesIO(b""))
    found = came_in(file)
    assert (found.status, found.rows) == (1, [])
    assert words in found.complaints


def test_damaged_archives_are_told_in_a_sentence(tmp_path: Path) -> None:
    file = tmp_path / "c.tar.gz"
    with tarfile.open(file, "w:gz") as archive:
        info = tarfile.TarInfo("a.txt")
        info.size = 5000
        archive.addfile(info, io.BytesIO(bytes(range(250)) * 20))
    for cut in (20, 60, file.stat().st_size - 9):
        damaged = tmp_path / f"{cut}.tar.gz"
        damaged.write_bytes(file.read_bytes()[:cut])
        assert "The archive is damaged" in came_in(damaged).complaints


def test_other_articles_in_the_folder_are_not_passed_over_in_silence(tmp_path: Path) -> None:
    files = with_configuration({**collection(SHE), "more.csv": "text\nخبر\n", "b.jsonl": "{}"})
    found = came_in(folder(tmp_path / "c", files), "--author", "a")
    assert "were left out: 2, such as b.jsonl." in found.complaints


def test_one_of_two_files_asks_for_the_folder_and_a_text_alone_is_a_text(tmp_path: Path) -> None:
    path = folder(tmp_path / "c", collection(SHE))
    found = came_in(path / "doc-1.ann", "--author", "a")
    assert "one file of brat standoff, which belongs together with others" in found.complaints
    assert came_in(path / "doc-1.txt").row["text"] == TEXT
