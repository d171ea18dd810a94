"""The judge's sums, over weights small enough to follow by hand."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from tidings.encoder.judge import FACING, MEANING, STATUSES, TYPES, Opinion, Weights
from tidings.errors import EncoderError

ASSAULT = TYPES.index("ASSAULT")


def _weights() -> Weights:
    decide = np.zeros((MEANING, len(TYPES)), np.float32)
    decide[0, ASSAULT] = 4.0
    nobody = np.zeros((2, MEANING), np.float32)
    return Weights(nobody, decide, np.zeros(len(TYPES), np.float32), *np.full((2, 2), -3.0, np.float32))


def _opinion() -> Opinion:
    """Three words: the second tells of an act, the first does it to the third."""
    states = np.zeros((3, 3 * MEANING + 4 * FACING), np.float16)
    states[0, MEANING] = 2.0
    states[1, 3 * MEANING] = states[1, 3 * MEANING + 2 * FACING] = 10.0
    states[0, 3 * MEANING + FACING] = states[2, 3 * MEANING + 3 * FACING] = 10.0
    acts = np.zeros((3, len(TYPES)), np.float32)
    acts[1, ASSAULT] = 5.0
    statuses = np.zeros((3, len(STATUSES)), np.float32)
    statuses[1, 1] = 5.0
    cues = np.zeros((3, 2), np.float32)
    cues[1, 1] = 5.0
    speech = np.zeros((3, 4 * FACING), np.float16)
    speech[1, 0] = speech[1, 2 * FACING] = speech[0, FACING] = speech[2, 3 * FACING] = 10.0
    return Opinion(_weights(), acts, statuses, states, cues, speech)


def test_shares_add_up_to_one() -> None:
    opinion = _opinion()
    for said in (opinion.act(1), opinion.act_of(1, 0, 2), opinion.status(1)):
        assert sum(said.values()) == pytest.approx(1, abs=1e-5)


def test_the_type_depends_on_who_acts() -> None:
    opinion = _opinion()
    assert max(opinion.act_of(1, 0, 2), key=opinion.act_of(1, 0, 2).__getitem__) == "ASSAULT"
    assert opinion.act_of(1, 0, 2)["ASSAULT"] > opinion.act_of(1, 2, None)["ASSAULT"]


def test_who_is_on_which_side() -> None:
    actors, recipients = _opinion().sides(1)
    assert [round(share) for share in actors] == [1, 0, 0]
    assert [round(share) for share in recipients] == [0, 0, 1]


def test_which_word_is_a_cue_and_what_it_tells() -> None:
    opinion = _opinion()
    assert [round(opinion.cue(word)) for word in range(3)] == [0, 1, 0]
    sources, contents = opinion.told(1)
    assert [round(share) for share in sources] == [1, 0, 0]
    assert [round(share) for share in contents] == [0, 0, 1]


def test_statuses_are_named() -> None:
    said = _opinion().status(1)
    assert max(said, key=said.__getitem__) == "planned"


def test_a_missing_file_says_how_to_make_it(tmp_path: Path) -> None:
    with pytest.raises(EncoderError, match="make train"):
        Weights.load(tmp_path / "judge.npz")


def test_weights_of_another_version_are_refused(tmp_path: Path) -> None:
    weights = {name: getattr(_weights(), name) for name in Weights.__slots__} | {"decide": np.zeros((2, 2))}
    np.savez(tmp_path / "judge.npz", allow_pickle=False, **weights)
    with pytest.raises(EncoderError, match="another version"):
        Weights.load(tmp_path / "judge.npz")
