"""Web archives (WARC, ISO 28500): the pages of a crawl, such as Common Crawl's CC-NEWS."""

from tidings.read.warc.archive import WARC

__all__ = ["WARC"]
