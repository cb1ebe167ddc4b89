"""Charts as plain geometry: one data object makes both the picture and the table.

Pure Python, no framework: template tags turn these objects into SVG and a table, so the two cannot
drift apart. Values are whole steps from 1 (lowest) to 5 (highest); ``None`` means: nothing was said.
"""

from samenstroom.kit.charts.points import Compass, GapRows, Point
from samenstroom.kit.charts.trend import Trend
from samenstroom.kit.charts.weave import Weave

__all__ = ["Compass", "GapRows", "Point", "Trend", "Weave"]
