"""Files, folders, tables and JSON: every report read or set aside with its reason."""

from __future__ import annotations

import gzip
import json
from datetime import date
from pathlib import Path

import pytest

from tidings.errors import UsageError
from tidings.read import FORMATS, ReadOptions, SetAside, read_bytes, read_path
from tidings.read.formats import format_of_content, format_of_name
from tidings.record import Document

WIKINEWS = Path(__file__).resolve().parents[3] / "shared" / "data" / "text" / "raw_wikinews"
STORY = "Egypt's foreign minister met his Sudanese counterpart in Cairo on Wednesday."


def documents(data: bytes | str, name: str, options: ReadOptions | None = None) -> list[Document]:
    return [item for item in read(data, name, options) if isinstance(item, Document)]


def aside(data: bytes | str, name: str) -> list[SetAside]:
    return [item for item in read(data, name) if isinstance(item, SetAside)]


def read(data: bytes | str, name: str, options: ReadOptions | None = None) -> list[Document | SetAside]:
    return list(read_bytes(data.encode() if isinstance(data, str) else data, name, options))


def test_jsonl_maps_the_names_of_others() -> None:
    rows = [
        {
            "text": STORY,
            "title": "Talks",
            "date": "2021-07-28",
            "source": {"name": "Nile Post"},
            "link": "https://x.test",
        },
        {"Body": STORY, "Headline": "Talks", "pubDate": "Wed, 28 Jul 2021 10:00:00 GMT", "outlet": "Nile Post"},
        {"content": [STORY, STORY], "publishedAt": 1627430400, "site-name": "Nile Post"},
    ]
    found = documents("\n".join(map(json.dumps, rows)), "a.jsonl")
    assert [d.published for d in found] == [date(2021, 7, 28)] * 3
    assert [d.publisher for d in found] == ["Nile Post"] * 3
    assert found[0].url == "https://x.test"
    assert found[0].text == f"Talks\n\n{STORY}"
    assert found[2].text == f"{STORY}\n\n{STORY}"


def test_bad_lines_are_set_aside_with_their_number() -> None:
    good = json.dumps({"text": STORY})
    lines = [good, "{broken", "", '"a string"', json.dumps({"title": "no text"}), '{"text": "  "}', good]
    lines += ['{"text": "x", "date": "some day"}', "[" * 100_000, "\x00\x01\x02\x03", good]
    found = read("\n".join(lines), "a.jsonl")
    assert sum(isinstance(item, Document) for item in found) == 3
    assert [item.line for item in found if isinstance(item, SetAside)] == [2, 4, 5, 6, 8, 9, 10]
    assert all(item.reason and item.origin == "a.jsonl" for item in found if isinstance(item, SetAside))


def test_an_endless_line_is_passed_over() -> None:
    found = read(b'{"text": "' + b"x" * 9_000_000 + b'"}\n' + json.dumps({"text": STORY}).encode(), "a.jsonl")
    assert isinstance(found[0], SetAside)
    assert isinstance(found[1], Document)


@pytest.mark.parametrize("sign", [",", ";", "\t", "|"])
def test_table_with_any_delimiter(sign: str) -> None:
    found = documents(sign.join(("date", "title", "text")) + "\n" + sign.join(("2021-07-28", "Talks", STORY)), "a.csv")
    assert [(d.published, d.title) for d in found] == [(date(2021, 7, 28), "Talks")]


def test_bad_rows_are_set_aside_with_their_line() -> None:
    rows = ["date,text", f'2021-07-28,"{STORY}\nA second line."', "2021-07-29", "", f"2021-07-30,{STORY}"]
    table = "\n".join([*rows, f"31-x,{STORY}", "2021-08-01,", ""])
    found = read(table, "a.csv")
    assert [item.published for item in found if isinstance(item, Document)] == [date(2021, 7, 28), date(2021, 7, 30)]
    assert [item.line for item in found if isinstance(item, SetAside)] == [4, 7, 8]


def test_missing_quotation_mark_is_named() -> None:
    table = f'date,text,url\n2021-07-28,"{STORY}\n2021-07-29,{STORY},b\n2021-07-30,{STORY},c\n'
    (found,) = read(table, "a.csv")
    assert isinstance(found, SetAside)
    assert "quotation mark" in found.reason


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_table_in_any_encoding(encoding: str) -> None:
    table = f"date,text\r\n2021-07-28,{STORY} “No”, he said.\r\n".replace(", he", " he")
    assert "“No” he said." in documents(table.encode(encoding), "a.csv")[0].text


def test_late_old_byte_does_not_spoil_a_table() -> None:
    rows = "".join(f"2021-07-28,{STORY} {n}\n" for n in range(2_000))
    found = documents(f"date,text\n{rows}".encode() + "2021-07-29,A caf\u00e9 in Cairo.\n".encode("cp1252"), "a.csv")
    assert found[-1].text == "A café in Cairo."
    assert len(found) == 2_001


def test_table_without_texts_is_set_aside() -> None:
    assert "no column" in aside("a,b\n1,2\n", "a.csv")[0].reason


@pytest.mark.parametrize(
    ("value", "number"),
    [({"text": STORY}, 1), ([{"text": STORY}] * 2, 2), ({"status": "ok", "articles": [{"content": STORY}] * 3}, 3)],
)
def test_json_file(value: object, number: int) -> None:
    assert len(documents(json.dumps(value), "a.json")) == number


def test_options_fill_what_is_not_told() -> None:
    options = ReadOptions(published=date(2020, 1, 1), publisher="Delta Herald")
    table = f"date,text\n2021-07-28,{STORY}\n,{STORY}\n"
    found = documents(table, "a.csv", options)
    assert [d.published for d in found] == [date(2021, 7, 28), date(2020, 1, 1)]
    assert {d.publisher for d in found} == {"Delta Herald"}
    assert documents(STORY, "a.txt", options)[0].published == date(2020, 1, 1)


@pytest.mark.parametrize(
    ("content", "name"),
    [
        ("<!DOCTYPE html><html></html>", "html"),
        ('{"text": "x"}\n{"text": "y"}', "jsonl"),
        ('{\n "text": "x"\n}', "json"),
        ('[{"text": "x"}]', "json"),
        ("date,title,text\n1,2,3", "csv"),
        (STORY, "text"),
        ("[Editor's note] Egypt said no.", "text"),
        ("The text, he said, was agreed.", "text"),
    ],
)
def test_content_tells_the_format(content: str, name: str) -> None:
    assert format_of_content(content).name == name


def test_every_format_has_its_own_name_and_suffixes() -> None:
    assert len({known.name for known in FORMATS}) == len(FORMATS)
    suffixes = [suffix for known in FORMATS for suffix in known.suffixes]
    assert len(set(suffixes)) == len(suffixes)
    assert format_of_name("A.JSONL.gz") is not None
    assert format_of_name("a.png") is None


def test_gzip_and_damaged_gzip() -> None:
    packed = gzip.compress((json.dumps({"text": STORY}) + "\n").encode() * 2_000)
    assert len(documents(packed, "a.jsonl.gz")) == 2_000
    assert len(documents(packed, "-")) == 2_000
    assert "damaged" in aside(packed[: len(packed) // 2], "a.jsonl.gz")[-1].reason


@pytest.mark.parametrize("name", ["a.txt", "a.html", "a.jsonl", "a.json", "a.csv", "-"])
@pytest.mark.parametrize("data", [b"", b"\n\n", bytes(range(256)) * 40, b"%PDF-1.4 x", b"\xff\xfe\x00\xd8" * 99])
def test_what_is_no_report_is_set_aside_or_empty(data: bytes, name: str) -> None:
    found = read(data, name)
    assert all(isinstance(item, SetAside) and item.reason for item in found)
    assert found or name == "a.jsonl"


def test_folder_is_read_in_order_and_goes_on_after_a_failure(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / ".hidden").mkdir()
    (tmp_path / ".hidden" / "x.txt").write_text(STORY)
    (tmp_path / "b" / "two.txt").write_text(f"{STORY} Two.")
    (tmp_path / "a.txt").write_bytes(b"")
    (tmp_path / "one.txt").write_text(f"{STORY} One.")
    (tmp_path / "picture.png").write_bytes(b"\x89PNG")
    found = list(read_path(tmp_path))
    assert [item.text[-4:] if isinstance(item, Document) else "none" for item in found] == ["none", "One.", "Two."]


def test_empty_folder_is_named(tmp_path: Path) -> None:
    (found,) = read_path(tmp_path)
    assert isinstance(found, SetAside)


def test_wrong_use_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="nothing at"):
        list(read_path(tmp_path / "no"))
    with pytest.raises(UsageError, match="there are auto, text"):
        list(read_path(tmp_path, ReadOptions(format="docx")))


@pytest.mark.parametrize("packed", [STORY.encode(), gzip.compress(STORY.encode())], ids=["plain", "gzip"])
def test_format_can_be_named(tmp_path: Path, packed: bytes) -> None:
    (tmp_path / "report.dat").write_bytes(packed)
    (found,) = read_path(tmp_path / "report.dat", ReadOptions(format="text"))
    assert isinstance(found, Document)
    assert found.text == STORY


@pytest.mark.skipif(not WIKINEWS.is_dir(), reason="the Wikinews reports are not here")
def test_no_wikinews_report_is_lost() -> None:
    found = [item for path in sorted(WIKINEWS.glob("*.csv")) for item in read_path(path)]
    assert len(found) == 295
    assert all(isinstance(item, Document) and item.published and item.title for item in found)
    assert all(item.zones[0].kind == "headline" for item in found if isinstance(item, Document))
