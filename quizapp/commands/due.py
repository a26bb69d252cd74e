"""sco-quiz due: how much is to do, read by index alone."""

from __future__ import annotations

import argparse
from collections.abc import Callable

from quizapp import wiring


def run(args: argparse.Namespace, say: Callable[[str], None], *_: object) -> int:
    """Print today's counts, as a sentence or as JSON."""
    today = wiring.look_at_today(wiring.places(args.data), save=not args.no_save)
    if args.json:
        import json

        counts = today._asdict() | {
            "day": today.day.isoformat(),
            "next_due": today.next_due.isoformat() if today.next_due else None,
            "left": today.left,
        }
        say(json.dumps(counts, ensure_ascii=False))
        return 0
    if today.left:
        say(
            f"{today.left} to do today: {today.due} due, {today.new} new, "
            f"{today.again} missed before; about {today.minutes} min."
        )
    elif today.next_due is not None:
        say(f"Nothing to do today. Next: {today.next_count} on {today.next_due.isoformat()}.")
    else:
        say("Nothing to do today.")
    return 0
