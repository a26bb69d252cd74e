"""SCO Quiz: a terminal quiz that turns articles into knowledge that stays."""

__version__ = "0.1.0"
