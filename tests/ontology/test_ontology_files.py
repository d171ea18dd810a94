"""Adding a type is adding a file, and a mistake in one is told with its place."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tidings.errors import DataError
from tidings.ontology import load_ontology

TYPE = """
event_type: HAIL
quad: 1
score: 3
cameo: "051"
definition: One side calls out to another in greeting.
exclusions: [Frozen rain is weather.]
modes:
  loud: {score: 4, definition: With a loud voice.}
triggers:
  - verbs: [hail, call out]
    recipient: [obj, on]
    mode: loud
    bars: {obj: [taxi, cab]}
  - nouns: [hail]
    weight: 0.2
examples:
  - {text: "Norway hailed Chile.", trigger: hailed, actor: Norway, recipient: Chile, mode: loud}
  - {text: "Norway hailed a taxi.", none: true}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    copy = tmp_path / "ontologies"
    shutil.copytree(load_ontology().folder, copy)
    (copy / "plover" / "HAIL.yaml").write_text(TYPE, "utf-8")
    return copy


def test_a_file_more_is_a_type_more(folder: Path) -> None:
    ontology = load_ontology(folder)
    assert set(ontology.types) - set(load_ontology().types) == {"HAIL"}
    assert (ontology.quad("HAIL"), ontology.score("HAIL", "loud"), ontology.cameo("HAIL", "loud")) == (1, 4.0, "051")
    found = [trigger for trigger in ontology.triggers if trigger.event_type == "HAIL"]
    assert [trigger.words for trigger in found] == [("hail",), ("call", "out"), ("hail",)]
    assert found[0].actor == ("subj",)
    assert found[0].recipient == ("obj", "on")  # "on" is a word, not true
    assert found[0].bars == {"obj": frozenset({"taxi", "cab"})}
    assert found[1].origin == "plover/HAIL.yaml:call out"
    assert (found[2].pos, found[2].actor, found[2].recipient) == ("noun", ("poss", "light", "by", "mod"), ())
    assert [example.trigger for example in ontology.examples("HAIL")] == ["hailed", None]


@pytest.mark.parametrize(
    ("right", "wrong", "message"),
    [
        ("event_type: HAIL", "event_type: HALE", "HAIL.yaml: top: event_type must be HAIL"),
        ("quad: 1", "quad: 5", "HAIL.yaml: top: quad must be 1, 2, 3 or 4, not 5"),
        ("score: 3", "score: high", "HAIL.yaml: top: score must be a number, not 'high'"),
        ('cameo: "051"', "cameo: 051", "HAIL.yaml: top: cameo must be a text, not 41"),
        ('cameo: "051"', 'cameo: "999"', "HAIL.yaml: top: cameo must be a CAMEO code"),
        ("definition: One", "define: One", "HAIL.yaml: top: unknown field 'define'"),
        ("score: 4, def", "points: 4, def", "HAIL.yaml: mode loud: unknown field 'points'"),
        ("mode: loud\n    bars", "mode: soft\n    bars", "triggers 1: mode must be a mode of the type, not 'soft'"),
        ("[hail, call out]", "hail", "HAIL.yaml: triggers 1: verbs must be a list of texts"),
        ("{obj: [taxi, cab]}", "{obj: taxi}", "HAIL.yaml: triggers 1: bars must be a mapping from slots"),
        ("- nouns: [hail]", "- words: [hail]", "HAIL.yaml: triggers 2: unknown field 'words'"),
        ("weight: 0.2", "weight: 2", "HAIL.yaml: triggers 2: weight must be a number from 0 to 1, not 2"),
        ("weight: 0.2", "contexts: [love]", "HAIL.yaml: triggers 2: contexts must be of PLOVER's contexts"),
        ("quad: 1", "quad: [1", r"HAIL.yaml:\d+: not valid YAML"),
    ],
)  # fmt: skip
def test_a_mistake_is_told_with_file_entry_and_field(folder: Path, right: str, wrong: str, message: str) -> None:
    assert right in TYPE
    (folder / "plover" / "HAIL.yaml").write_text(TYPE.replace(right, wrong, 1), "utf-8")
    with pytest.raises(DataError, match=message):
        load_ontology(folder)


@pytest.mark.parametrize(
    ("right", "wrong", "message"),
    [
        ("trigger: hailed", "trigger: greeted", "HAIL.yaml: examples 1: trigger must be words of the text"),
        ("recipient: Chile", "recipient: Peru", "HAIL.yaml: examples 1: recipient must be words of the text"),
        ("none: true", "none: false", "HAIL.yaml: examples 2: trigger must be given, or none: true"),
        ("mode: loud}\n  -", "mode: soft}\n  -", "HAIL.yaml: examples 1: mode must be a mode of the type"),
        ("none: true}", "none: true", r"HAIL.yaml:\d+: not valid YAML"),
    ],
)
def test_a_mistake_in_an_example_is_told(folder: Path, right: str, wrong: str, message: str) -> None:
    (folder / "plover" / "HAIL.yaml").write_text(TYPE.replace(right, wrong, 1), "utf-8")
    with pytest.raises(DataError, match=message):
        load_ontology(folder).examples("HAIL")


@pytest.mark.parametrize(
    ("file", "right", "wrong", "message"),
    [
        ("codes.tsv", "code\tname", "code\tlabel", "codes.tsv:1: the header must be code name"),
        ("codes.tsv", "\n010\t", "\n010\tx\t", "codes.tsv:3: 8 fields, must be 7"),
        ("codes.tsv", "\n010\t", "\nabc\t", "codes.tsv:3: code must be digits that begin with its root"),
        ("crosswalk.tsv", "\n020\tREQUEST\t", "\n020\tREQUEST\tbeg", "crosswalk.tsv: 020: REQUEST has no mode 'beg"),
        ("crosswalk.tsv", "\n020\t", "\n099\t", "crosswalk.tsv:3: cameo must be a code of codes.tsv, not '099'"),
    ],
)
def test_a_mistake_in_a_table_is_told_with_its_line(
    folder: Path, file: str, right: str, wrong: str, message: str
) -> None:
    path = folder / "cameo" / file
    path.write_text(path.read_text("utf-8").replace(right, wrong, 1), "utf-8")
    with pytest.raises(DataError, match=message):
        load_ontology(folder)
