"""Lists of words and phrases to look for in a text, with what makes them harmless."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from quizapp.packs.words import word_list


class Lexicon:
    """Phrases, found by their normalised words: case, hyphens and accents do not matter."""

    def __init__(
        self, phrases: str, *, before: Mapping[str, str] = {}, after: Mapping[str, str] = {}
    ) -> None:
        """`phrases` have commas between them.

        `before` and `after` map a phrase to the words that make it harmless when one of them
        stands right before or behind it.
        """
        self._before = {phrase: frozenset(word_list(allowed)) for phrase, allowed in before.items()}
        self._after = {phrase: frozenset(word_list(allowed)) for phrase, allowed in after.items()}
        self._by_first: dict[str, list[tuple[str, ...]]] = {}
        for phrase in phrases.split(","):
            found = word_list(phrase)
            self._by_first.setdefault(found[0], []).append(found)

    def find(self, words: tuple[str, ...]) -> str:
        """The first phrase of this lexicon in `words`, which are normalised, or ""."""
        if self._by_first.keys().isdisjoint(words):
            return ""
        for place, word in enumerate(words):
            for phrase in self._by_first.get(word, ()):
                end = place + len(phrase)
                if words[place:end] == phrase:
                    name = " ".join(phrase)
                    if not self._is_harmless(name, words[max(place - 1, 0) : place], words[end:]):
                        return name
        return ""

    def _is_harmless(self, phrase: str, before: Sequence[str], after: Sequence[str]) -> bool:
        return not (
            self._before.get(phrase, frozenset()).isdisjoint(before)
            and self._after.get(phrase, frozenset()).isdisjoint(after[:1])
        )
