"""How much of a damaged web archive is read: `python -m bench.warc [seeds]`.

An archive of 600 records is made, 20 of its bytes are flipped, and its pages are read out, as `tidings ingest` does; a
hundred times over, gzipped and not. Counted are the records without a flipped byte whose page came out as it was
(kept), and the records whose page did not come out and whose bytes lie in what was set aside (named).
"""

from __future__ import annotations

import json
import random
import sys
import time
from functools import cache
from io import BufferedReader, BytesIO
from itertools import accumulate, pairwise

from bench.archives import archive, page
from tidings.errors import ReadError
from tidings.read.warc.records import Loss, read_records
from tidings.read.warc.response import content_of

RECORDS = 600
FLIPS = 20


def main(seeds: int) -> None:
    """Print one JSON object for gzipped archives and one for plain ones."""
    for gzipped in (True, False):
        start = time.perf_counter()
        parts = archive(RECORDS, gzipped)
        found = [_damaged(parts, seed, gzipped) for seed in range(seeds)]
        undamaged, kept, lost, named = map(sum, zip(*found, strict=True))
        print(
            json.dumps(
                {
                    "gzipped": gzipped,
                    "seeds": seeds,
                    "kept_of_undamaged": round(kept / undamaged, 5),
                    "least_kept": round(min(k / u for u, k, _, _ in found), 5),
                    "lost": lost,
                    "named_of_lost": round(named / lost, 5) if lost else 1.0,
                    "seconds": round(time.perf_counter() - start, 1),
                }
            ),
            flush=True,
        )


def _damaged(parts: list[bytes], seed: int, gzipped: bool) -> tuple[int, int, int, int]:
    """Undamaged records, those of them kept, records lost, those of them named, for one seed."""
    chance = random.Random(seed)
    data = bytearray(b"".join(parts))
    flips = chance.sample(range(len(data)), FLIPS)
    for at in flips:
        data[at] ^= chance.randint(1, 255)
    came, aside = set[bytes](), list[tuple[int, int]]()
    for found in read_records(BufferedReader(BytesIO(data))):
        if isinstance(found, Loss):
            aside.append((found.start, found.end))
            continue
        try:
            content, media = content_of(found) or (b"", "text/html")
        except ReadError:
            content, media = b"", ""
        if media.startswith("text/html"):
            came.add(content)
        else:  # set aside as no page
            aside.append((found.start, found.start + 1))
    bounds = list(pairwise(accumulate(map(len, parts), initial=0)))[1:]  # the first record is on the archive itself
    whole = [not any(start <= at < end for at in flips) for start, end in bounds]
    out = [content in came for content in _pages()]
    lost = [bound for bound, held in zip(bounds, out, strict=True) if not held]
    named = sum(any(start < end2 and start2 < end for start2, end2 in aside) for start, end in lost)
    kept = sum(held for held, good in zip(out, whole, strict=True) if good)
    return sum(whole), kept, len(lost), named


@cache
def _pages() -> list[bytes]:
    return [page(number) for number in range(RECORDS)]


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100)
