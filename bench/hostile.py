"""What hostile pages cost: `python -m bench.hostile [pages]`.

Five hundred pages are made, of 25 kinds and 20 sizes or seeds each, and read as `tidings ingest` reads them. Told are
the slowest page and the most memory that the reading process and the one that takes pages apart needed for one page,
and each page that crashed the reading, took over 5 s (of the processors: the machine may be busy) or 512 MB, or was set
aside without a reason.
"""

from __future__ import annotations

import gzip
import json
import os
import random
import resource
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from tidings.read import SetAside, read_bytes, read_html

SECONDS = 5.0
MEGABYTES = 512
STORY = "".join(
    f"<p>The foreign minister of Northland met the envoy of Southland for round {n} of the talks on the river.</p>"
    for n in range(8)
)
_CLOSE = "</body></html>"
_SIZES = (10, 30, 100, 300, 1_000, 3_000, 10_000, 30_000, 100_000, 200_000)


def _page(body: str, head: str = "") -> bytes:
    return f"<html><head><title>Talks open</title>{head}</head><body><article>{body}</article>{_CLOSE}".encode()


def _size(seed: int) -> int:
    return _SIZES[seed % len(_SIZES)]


def _words(seed: int) -> str:
    chance = random.Random(seed)
    return "".join(chance.choice("abc <>&\"'/=!-\n\0\x85é\u202e\u200b😀") for _ in range(_size(seed)))


def _linked(data: str) -> str:
    return f'<script type="application/ld+json">{data}</script>'


def _entities(seed: int) -> bytes:
    made = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 20 if n else "ha" * 20}">' for n in range(2 + seed))
    return f"<!DOCTYPE html [{made}]><html><body>&e{1 + seed};{STORY}".encode()


#: What a hostile page may do, each made of a seed that is also its size.
KINDS: dict[str, Callable[[int], bytes]] = {
    "deep": lambda seed: _page(f"<{('div', 'b', 'table><tr><td', 'ul><li', 'font')[seed % 5]}>" * _size(seed) + STORY),
    "many paragraphs": lambda seed: _page("<p>Talks opened in the capital." * _size(seed)),
    "many empty": lambda seed: _page("<p>" * _size(seed) + STORY),
    "large attribute": lambda seed: _page(f'<p title="{"x" * 50 * _size(seed)}">' + STORY),
    "many attributes": lambda seed: _page(f"<p {' '.join(f'a{n}=1' for n in range(_size(seed)))}>" + STORY),
    "entities": _entities,
    "ampersands": lambda seed: _page("&amp" * _size(seed) + "&#x110000;&#0;&#xD800;" * 9 + STORY),
    "gzip bomb": lambda seed: gzip.compress(_page(" " * 500 * _size(seed) + STORY)),
    "broken gzip": lambda seed: gzip.compress(_page(STORY))[: 20 + 10 * seed],
    "bytes": lambda seed: random.Random(seed).randbytes(10 * _size(seed)),
    "high bytes": lambda seed: _page(STORY) + bytes(range(128, 256)) * (_size(seed) // 10),
    "wrong charset": lambda seed: _page(
        STORY, f"<meta charset={('utf-16', 'punycode', 'idna', 'zip', 'utf-7')[seed % 5]}>"
    )
    + b"\xe9\xff" * _size(seed),
    "NUL": lambda seed: _page(STORY).replace(b" ", b" \0" * (1 + seed)),
    "UTF-16": lambda seed: _page(STORY)
    .decode()
    .encode(("utf-16", "utf-16-le", "utf-32", "utf-16-be")[seed % 4])[seed:],
    "unclosed": lambda seed: ("<html><body><table><script><style><!-- <![CDATA[ <p 'x" * (1 + seed) + STORY).encode(),
    "open comment": lambda seed: _page(STORY + "<!--" * _size(seed)),
    "angle brackets": lambda seed: _page(STORY + "<" * 10 * _size(seed)),
    "data addresses": lambda seed: _page(f'<img src="data:image/png;base64,{"A" * 50 * _size(seed)}">' + STORY),
    "script in title": lambda seed: _page(
        STORY, "<title>" * seed + "<script>steal()</script>" * _size(seed) + "</title>"
    ),
    "direction and nothing": lambda seed: _page("".join(f"{c}\u202e\u200b\u2066" for c in "x" * _size(seed)) + STORY),
    "mojibake": lambda seed: _page(("Å¡efÄoviÄ â€œquotedâ€\x9d " * (_size(seed) // 10)) + STORY),
    "broken JSON-LD": lambda seed: _page(STORY, _linked(("[", "{", '{"a":')[seed % 3] * _size(seed))),
    "wide JSON-LD": lambda seed: _page(
        STORY, _linked(json.dumps([{"@type": "x", "@graph": [[]] * 9}] * (_size(seed) // 10)))
    ),
    "long line": lambda seed: ("word, " * 10 * _size(seed)).encode() if seed % 2 else _page("x" * 10 * _size(seed)),
    "noise": lambda seed: _page(_words(seed) + STORY + _words(seed + 1)),
}


def main(most: int) -> None:
    """Print what each kind came to, then one JSON object."""
    read_html(_page(STORY))
    outcomes, failed, slowest, largest = Counter[str](), list[str](), 0.0, 0.0
    for number in range(most):
        kind = list(KINDS)[number % len(KINDS)]
        outcome, seconds, megabytes = _cost(KINDS[kind](number // len(KINDS)))
        outcomes[f"{kind}: {outcome}"] += 1
        slowest, largest = max(slowest, seconds), max(largest, megabytes)
        if outcome.startswith("crash") or seconds > SECONDS or megabytes > MEGABYTES:
            failed.append(f"{kind} {number // len(KINDS)}: {outcome}, {seconds:.1f} s, {megabytes:.0f} MB")
    for line, count in sorted(outcomes.items()):
        print(f"{count:4} {line}")
    print(
        json.dumps(
            {"pages": most, "failed": failed, "slowest_s": round(slowest, 2), "most_mb": round(largest)}, indent=1
        )
    )


def _cost(data: bytes) -> tuple[str, float, float]:
    """What came of a page, the seconds of the processor it took, and the megabytes the larger process held at most."""
    processes = ["self", *_children()]
    for process in processes:
        Path(f"/proc/{process}/clear_refs").write_text("5", "ascii")  # forgets the peak
    before = _spent()
    try:
        (found,) = read_bytes(data, "hostile.html")
        outcome = f"set aside ({found.reason.split(':')[0][:60]})" if isinstance(found, SetAside) else "read"
        outcome = "crash: no reason" if isinstance(found, SetAside) and not found.reason else outcome
    except Exception as error:
        outcome = f"crash: {type(error).__name__}: {error}"
    return outcome, _spent() - before, max(_peak(process) for process in ["self", *_children()])


def _spent() -> float:
    """The processor time of this process and of every child it has, or had and waited for."""
    ended = resource.getrusage(resource.RUSAGE_CHILDREN)
    return ended.ru_utime + ended.ru_stime + sum(map(_seconds, ["self", *_children()]))


def _children() -> list[str]:
    return Path(f"/proc/self/task/{os.getpid()}/children").read_text("ascii").split()


def _seconds(process: str) -> float:
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / 100


def _peak(process: str) -> float:
    lines = Path(f"/proc/{process}/status").read_text().splitlines()
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM"))


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 500)
