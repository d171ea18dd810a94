"""Text to sentences, words, trees and names: the only room that runs the model."""

from tidings.encoder.encoder import Encoder

__all__ = ["Encoder"]
