"""The article beside a draft: the cited sentence, its terms and the answer lit in it.

Nothing is told by colour alone: the sentence has a bar in the margin, terms are underlined and
the answer stands in angle marks.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from textual.content import Content
from textual.strip import Strip
from textual.style import Style
from textual.visual import Visual

from quizapp.drafting.drafts import Span
from quizapp.drafting.text.passages import Passages, Sentence
from quizapp.tui.widgets.lines import ACTION, Lines, across, fit, link, underlined
from quizapp.tui.widgets.rows import breaks
from quizapp.tui.wording import counted

WINDOW = 10_000
"""How much of the article is drawn on either side of the sentence, in characters."""
SENTENCE, PARAGRAPH, ARTICLE = "sentence", "paragraph", "article"
BAR = "▌ "
FULL = 8
"""So many questions fill a paragraph's bar."""
EMPTY = Content("")


class Scene(NamedTuple):
    """What is shown of an article: how much of it, and what is lit.

    `answer` is the answer's span, (0, 0) where none is known; `terms` are texts looked for in the
    paragraph. `counts` says how many questions cite each paragraph. `picks` makes every sentence
    clickable: it runs `pick(place)` of the screen. `links` stand on the first line: key, word and
    action.
    """

    passages: Passages
    much: str
    sentence: Sentence
    answer: Span = (0, 0)
    terms: tuple[str, ...] = ()
    counts: tuple[int, ...] = ()
    picks: bool = False
    links: tuple[tuple[str, str, str], ...] = ()


class ArticlePane(Lines):
    """Draws the scene that `ask` gives; `row` is where its sentence begins."""

    DEFAULT_CSS = """
    ArticlePane { height: auto; }
    """

    def __init__(self, ask: Callable[[], Scene | None]) -> None:
        super().__init__(id="article")
        self.ask = ask
        self.row = 0
        self._drawn: tuple[Scene | None, int, list[Content]] = (None, 0, [])
        self._strips: dict[tuple[int, str], Strip] = {}

    def lines(self, width: int) -> Sequence[Content]:
        """The scene at this width, drawn once."""
        scene = self.ask()
        if scene is None:
            return ()
        if self._drawn[:2] != (scene, width):
            rows = list(_rows(scene, width))
            self.row = next((n for n, row in enumerate(rows) if row.plain.startswith(BAR)), 0)
            self._drawn = (scene, width, rows)
            self._strips.clear()
        return self._drawn[2]

    def notify_style_update(self) -> None:
        """The theme changed: colours are looked up again."""
        super().notify_style_update()
        self._strips.clear()

    def render_line(self, y: int) -> Strip:
        """One line. An article is long, and most of it is out of sight."""
        width = self.content_size.width
        # What is to be shown was asked for when it changed; asking for every line would be dear.
        rows = self._drawn[2] if self._drawn[1] == width else self.lines(width)
        key = (y, self.hovered)
        if key not in self._strips:
            row = rows[y] if y < len(rows) else EMPTY
            shown_row = underlined(row, self.hovered)
            strips = Visual.to_strips(self, shown_row, width, 1, self.visual_style, pad=True)
            self._strips[key] = strips[0]
        return self._strips[key]


def _rows(scene: Scene, width: int) -> Iterator[Content]:
    text = scene.passages.text
    place = scene.sentence.span
    low, high = place[0] - WINDOW, min(place[1], place[0] + WINDOW) + WINDOW
    if scene.much != ARTICLE:
        here = scene.passages.paragraphs[scene.sentence.paragraph]
        bounds = place if scene.much == SENTENCE else here
        low, high = max(low, bounds[0]), min(high, bounds[1])
    first = True
    for number, (start, end) in enumerate(scene.passages.paragraphs):
        start, end = max(start, low), min(end, high)
        if start >= end:
            continue
        if not first:
            yield EMPTY
        head = _head(scene, number, width)
        yield _linked(head, scene.links, width) if first else head
        first = False
        yield from _paragraph(scene, text, number, (start, end), width)
    if high < len(text) and scene.much == ARTICLE:
        yield Content.styled("  …", "$muted")


def _head(scene: Scene, number: int, width: int) -> Content:
    """A paragraph's number, and how much is asked about it already."""
    name = f"¶ {number}" if number else "Headline"
    here = number == scene.sentence.paragraph
    count = scene.counts[number] if number < len(scene.counts) else 0
    told = f"  {'▪' * min(count, FULL)} {counted(count, 'question')}" if count else ""
    if not told and number:
        told = "  · nothing asked yet"
    style = "bold $accent" if here else "$muted"
    return Content.assemble((name, style), (fit(told, width - len(name) - 2) and told, "$muted"))


def _linked(head: Content, links: Sequence[tuple[str, str, str]], width: int) -> Content:
    """The head with something to press at its end, where there is room."""
    entries = [
        Content.assemble(link(name, "bold $accent", do), link(f" {word}", "$muted", do))
        for name, word, do in links
    ]
    offered = Content("  ").join(entries)
    fits = offered and head.cell_length + offered.cell_length + 3 <= width
    return across(head, Content.assemble(offered, " "), width) if fits else head


def _paragraph(scene: Scene, text: str, number: int, span: Span, width: int) -> Iterator[Content]:
    plain = shown(text[span[0] : span[1]])
    here = number == scene.sentence.paragraph
    content = Content.styled(plain, "" if here else "$muted")
    if here:
        content = _lit(scene, content, plain, span)
    if scene.picks:
        content = _clickable(scene, content, span)
    sentence = scene.sentence.span
    for begin, stop in breaks(plain, max(width - len(BAR) - 2, 8)):
        within = here and begin + span[0] < sentence[1] and stop + span[0] > sentence[0]
        margin = (BAR, "bold $accent") if within else ("  ", "")
        yield Content.assemble(margin, _marked(scene, content, begin, stop, span[0]))


def _marked(scene: Scene, content: Content, begin: int, stop: int, offset: int) -> Content:
    """A line with the marks around the answer, where it begins or ends on it."""
    line = content[begin:stop]
    start, end = (place - offset - begin for place in scene.answer)
    if scene.answer[0] >= scene.answer[1]:
        return line
    size = stop - begin
    if 0 < end <= size:
        line = Content.assemble(line[:end], ("›", "bold $accent"), line[end:])
    if 0 <= start < size:
        line = Content.assemble(line[:start], ("‹", "bold $accent"), line[start:])
    return line


def _lit(scene: Scene, content: Content, plain: str, span: Span) -> Content:
    offset = span[0]

    def lit(content: Content, style: str, place: Span) -> Content:
        start, end = max(place[0] - offset, 0), min(place[1] - offset, len(plain))
        return content.stylize(style, start, end) if start < end else content

    content = content.stylize("$muted", 0, max(scene.sentence.span[0] - offset, 0))
    content = content.stylize("$muted", max(scene.sentence.span[1] - offset, 0), len(plain))
    lowered = plain.casefold()
    for term in scene.terms if len(lowered) == len(plain) else ():
        at = lowered.find(shown(term).casefold()) if term else -1
        while at >= 0:
            content = content.stylize("underline $foreground", at, at + len(term))
            at = lowered.find(shown(term).casefold(), at + max(len(term), 1))
    return lit(content, "bold $accent", scene.answer)


def _clickable(scene: Scene, content: Content, span: Span) -> Content:
    for sentence in scene.passages.sentences:
        start, end = (max(place - span[0], 0) for place in sentence.span)
        if sentence.span[0] >= span[0] and start < min(end, len(content)):
            action = Style.from_meta({ACTION: f"pick({sentence.span[0]})"})
            content = content.stylize(action, start, min(end, len(content)))
    return content


def shown(text: str) -> str:
    """Text from outside, code point for code point, without any that a terminal would obey."""
    if text.isprintable():
        return text
    return "".join(char if char.isprintable() else " " for char in text)
