"""What a wanted retention costs, in words: reviews and minutes, beside other retentions."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.content import Content

from quizapp.tui.widgets.lines import wrapped
from quizapp.tui.wording import about_minutes, counted, grouped

if TYPE_CHECKING:
    from quizapp.core.forecast import Forecast, Outlook

EMPTY = Content("")
BAR, BAR_WIDTH = "━", 32
DAYS = 30
FEW = 2
"""Reviews a day below which they are told for all the days together."""
NOTHING_YET = "Once you have learned something, what it costs in reviews stands here."


class Amount:
    """Says costs by the day, or all days together where a day has next to nothing."""

    def __init__(self, cost: Forecast) -> None:
        self.daily = cost.reviews >= FEW
        self._times = 1 if self.daily else DAYS
        self.unit = "a day" if self.daily else f"in {DAYS} days"

    def number(self, cost: Forecast) -> int:
        """How many reviews."""
        return round(cost.reviews * self._times)

    def told(self, cost: Forecast, when: str) -> str:
        """Reviews and minutes: "about 34 reviews a day, about 6 minutes"."""
        minutes = about_minutes(cost.minutes * self._times)
        return f"about {counted(self.number(cost), 'review')}{when}, {minutes}"


def cost_lines(
    outlook: Outlook, wanted: Sequence[float], limit: int, width: int, *, table: bool = False
) -> list[Content]:
    """The first of the wanted retentions, then how the others compare, as far as it is known.

    With `table`, all of them stand below each other, with bars.
    """
    if not outlook.known:
        return wrapped(NOTHING_YET, width, "$muted")
    now = wanted[0]
    if not outlook.has(now):
        return wrapped("Reckoning what it costs …", width, "$muted")
    cost = outlook.at(now)
    amount = Amount(cost)
    when = f" a day over the next {DAYS} days" if amount.daily else f" over the next {DAYS} days"
    rows = wrapped(f"At {now:.2f}: {amount.told(cost, when)}, and new questions on top.", width)
    known = [outlook.at(one) for one in sorted(set(wanted)) if outlook.has(one)]
    if table:
        rows += [EMPTY, *_table(known, now, amount), EMPTY]
    else:
        others = (one for one in known if one.retention != now)
        told = (f"At {one.retention:.2f}: {amount.told(one, '')}." for one in others)
        rows += wrapped(" ".join(told), width)
    return rows + wrapped(_notes(cost, limit), width, "$muted")


def _table(costs: Sequence[Forecast], now: float, amount: Amount) -> list[Content]:
    """A line with a bar for each retention; something is never no bar."""
    most = max(cost.reviews for cost in costs)
    rows = []
    for cost in costs:
        here = cost.retention == now
        bar = BAR * max(round(BAR_WIDTH * cost.reviews / most), 1) if cost.reviews else ""
        rows.append(
            Content.assemble(
                ("▌ " if here else "  ", "bold $accent"),
                (f"{cost.retention:.2f}", "bold" if here else ""),
                f"{grouped(amount.number(cost)):>8} {amount.unit}  ",
                (bar, "$accent" if here else "$muted"),
            )
        )
    return rows


def _notes(cost: Forecast, limit: int) -> str:
    parts = []
    if cost.ten_days != 10:
        when = f"{counted(cost.ten_days, 'day')} at {cost.retention:.2f}"
        parts.append(f"What is asked after 10 days at 0.90 is asked after {when}.")
    if cost.reviews > limit:
        parts.append(f"Your limit of {grouped(limit)} reviews a day holds: the rest waits.")
    if cost.sampled:
        parts.append("Reckoned from a sample of your memories.")
    return " ".join(parts)
