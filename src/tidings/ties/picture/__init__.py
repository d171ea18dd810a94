"""Pictures fit to print, PNG or SVG, colour-blind safe; matplotlib is imported when one is drawn."""

from tidings.ties.picture.days import draw_calendar
from tidings.ties.picture.dyad import draw_dyad
from tidings.ties.picture.heatmap import draw_heatmap
from tidings.ties.picture.map import Spot, draw_map
from tidings.ties.picture.network import Tie, draw_network
from tidings.ties.picture.quads import draw_quads

__all__ = ["Spot", "Tie", "draw_calendar", "draw_dyad", "draw_heatmap", "draw_map", "draw_network", "draw_quads"]
