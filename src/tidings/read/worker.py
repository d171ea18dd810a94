"""The process in which pages and feeds are taken apart, and which can be killed: the side that asks."""

from __future__ import annotations

import atexit
import json
import subprocess
import sys
import threading
from functools import cache
from typing import Any

from tidings.errors import ReadError

_SECONDS_TO_START = 60.0
#: The worker ends itself when the seconds of its processor are up: what comes of a page must not hang on what else the
#: machine does. The clock on the wall is for one that only waits, and is slower.
_WALL_TO_PROCESSOR = 4


def ask_worker(kind: str, data: bytes, url: str | None, seconds: float) -> dict[str, Any]:
    """What the worker finds in a "page" or a "feed". Raises `ReadError` after `seconds`, or where it finds nothing.

    Seconds are those of the processor, and one more: the kernel counts whole ones.
    """
    return _worker().ask(kind, data, url, seconds)


class _Worker:
    """One thing at a time in a process of its own, which is started when first needed and after each kill."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._lock = threading.Lock()

    def ask(self, kind: str, data: bytes, url: str | None, seconds: float) -> dict[str, Any]:
        request = (
            json.dumps({"kind": kind, "bytes": len(data), "url": url, "seconds": seconds}).encode("ascii")
            + b"\n"
            + data
        )
        with self._lock:
            process = self._running()
            reply = self._exchange(process, request, _WALL_TO_PROCESSOR * seconds)
            if reply is None:
                self.stop()
                raise ReadError(f"the {kind} could not be taken apart within {seconds:g} s")
        found: dict[str, Any] = json.loads(reply)
        if "error" in found:
            raise ReadError(found["error"])
        return found

    def stop(self) -> None:
        """Ends the process."""
        process, self._process = self._process, None
        if process:
            process.kill()
            process.wait()
            for pipe in (process.stdin, process.stdout):
                if pipe:
                    pipe.close()

    def _running(self) -> subprocess.Popen[bytes]:
        if self._process is None or self._process.poll() is not None:
            self.stop()
            command = [sys.executable, "-P", "-m", "tidings.read.page_worker"]
            pipe = subprocess.PIPE
            self._process = subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL)
            if self._exchange(self._process, b"", _SECONDS_TO_START) is None:
                self.stop()
                raise ReadError("the reader of web pages does not start: is trafilatura installed?")
        return self._process

    @staticmethod
    def _exchange(process: subprocess.Popen[bytes], request: bytes, seconds: float) -> bytes | None:
        """The reply to a request, or None where the process died or was killed after `seconds`."""
        assert process.stdin and process.stdout
        clock = threading.Timer(seconds, process.kill)
        clock.daemon = True
        clock.start()
        try:
            process.stdin.write(request)
            process.stdin.flush()
            return process.stdout.readline() or None
        except OSError:
            return None
        finally:
            clock.cancel()


@cache
def _worker() -> _Worker:
    worker = _Worker()
    atexit.register(worker.stop)
    return worker
