"""Where each measure's data lies, beside the project; never inside it."""

from __future__ import annotations

from pathlib import Path

SHARED = Path(__file__).resolve().parents[2] / "shared"

#: (measure, path under the shared folder), in the order of docs/measures.md.
MEASURES: tuple[tuple[str, str], ...] = (
    ("tree", "data/train/ud_ewt/en_ewt-ud-test.conllu"),
    ("tree", "data/train/gum_open/ud/test"),
    ("tree", "data/measure/ud_pud"),
    ("names", "data/train/uner_ewt/en_ewt-ud-test.iob2"),
    ("names", "data/measure/crossner/politics"),
    ("coref", "data/train/gum_open/ontogum"),
    ("factuality", "data/train/uds_factuality"),
    ("geo", "data/measure/geo/lgl.jsonl"),
    ("geo", "data/measure/geo/geovirus.jsonl"),
    ("time", "data/train/gum_open/dates.jsonl"),
    ("time", "data/measure/time_recognizers"),
    ("time", "data/measure/time_duckling"),
    ("plv", "data/measure/plv"),
    ("cameo_class", "data/measure/cameo_class"),
    ("petrarch", "data/measure/petrarch_validation"),
    ("attribution", "data/measure/polnear_dev"),
    ("stories", "data/measure/ecbplus"),
    ("gold", "gold/tianjin"),
    ("gold", "gold"),
    ("speed", "data/text/raw_wikinews"),
)
