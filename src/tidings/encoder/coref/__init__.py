"""Which words of a report speak of the same thing."""

from tidings.encoder.coref.clusters import find_clusters
from tidings.encoder.coref.mentions import Candidate
from tidings.encoder.coref.ranker import Ranker

__all__ = ["Candidate", "Ranker", "find_clusters"]
