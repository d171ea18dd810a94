"""The record over HTTP: right answers, hostile text escaped, wrong questions refused in one line."""

from __future__ import annotations

from datetime import date

import pytest
from starlette.testclient import TestClient

from tidings.engine import Reader, merge_store
from tidings.read import read_text
from tidings.serve import application
from tidings.store import Store

HOSTILE = 'Kenya\'s president met his Ugandan counterpart in Nairobi on Monday. <script>alert("x")</script>'


@pytest.fixture(scope="module")
def client(reader: Reader, tmp_path_factory: pytest.TempPathFactory) -> TestClient:
    path = tmp_path_factory.mktemp("serve") / "record.duckdb"
    document = read_text(HOSTILE, published=date(2024, 3, 5), publisher="<b>Sample</b>", title="A meeting")
    with Store(path) as store:
        store.add([reader.analyse(document)], reader.ontology)
        merge_store(store)
    return TestClient(application(path))


def test_events_as_json(client: TestClient) -> None:
    events = client.get("/events.json", params={"actor": "KEN"}).json()["events"]
    assert [(event["event_type"], event["earliest"]) for event in events] == [("CONSULT", "2024-03-04")]
    assert client.get("/events.json", params={"type": "ASSAULT"}).json()["events"] == []


def test_pages_escape_what_reports_say(client: TestClient) -> None:
    event = client.get("/events.json").json()["events"][0]["id"]
    for path in ("/", f"/event/{event}"):
        page = client.get(path)
        assert page.status_code == 200
        assert "<script" not in page.text and "<b>Sample" not in page.text
        assert "default-src 'none'" in page.headers["content-security-policy"]
    told = client.get(f"/event/{event}.json").json()["tellings"][0]
    assert told["trigger"]["text"] == "met" and told["published"] == "2024-03-05"


@pytest.mark.parametrize("path", ["/event/evt-none", "/events.json?since=yesterday", "/events.json?actor=Atlantis"])
def test_wrong_questions_get_status_400_and_one_line(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 400
    assert "\n" not in answer.json()["error"]


@pytest.mark.parametrize("limit", ["-1", "abc", "0", "9" * 5000])
def test_a_wrong_limit_is_told_what_would_be_right(client: TestClient, limit: str) -> None:
    answer = client.get("/events.json", params={"limit": limit})
    assert answer.status_code == 400 and "from 1 to 1000" in answer.json()["error"]
    assert len(answer.json()["error"]) < 100


def test_pages_say_days_as_exactly_as_they_are_known(client: TestClient) -> None:
    page = client.get("/").text
    assert '<td class="day">2024-03-04</td>' in page and "1 event." in page
    assert "met his Ugandan counterpart" in page
    assert "No event fits" in client.get("/", params={"type": "ASSAULT"}).text
    assert "The first 1 events" in client.get("/", params={"limit": "1"}).text
