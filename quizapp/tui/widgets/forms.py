"""Which sheet a question is answered on."""

from __future__ import annotations

from quizapp.core.question import Asked, Form
from quizapp.tui.widgets.sheet import Sheet


def sheet_for(asked: Asked) -> Sheet:
    """The sheet on which `asked` is answered; a form's room is imported when it first comes."""
    match asked.form:
        case Form.SELECT if not asked.options:
            from quizapp.tui.widgets.field import NameAllSheet

            return NameAllSheet(asked)
        case Form.SELECT:
            from quizapp.tui.widgets.ticks import SelectSheet

            return SelectSheet(asked)
        case Form.ORDER:
            from quizapp.tui.widgets.order import OrderSheet

            return OrderSheet(asked)
        case Form.MATCH:
            from quizapp.tui.widgets.match import MatchSheet

            return MatchSheet(asked)
        case Form.GAP:
            from quizapp.tui.widgets.gaps import GapSheet

            return GapSheet(asked)
        case _ if asked.options:
            from quizapp.tui.widgets.options import ChoiceSheet

            return ChoiceSheet(asked)
        case _:
            from quizapp.tui.widgets.field import FieldSheet

            return FieldSheet(asked)
