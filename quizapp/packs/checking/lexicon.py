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
        # Phrases end in rarer words than they begin with: "at", "this" and "who" are everywhere.
        self._by_last: dict[str, list[tuple[str, ...]]] = {}
        for phrase in phrases.split(","):
            found = word_list(phrase)
            self._by_last.setdefault(found[-1], []).append(found)

    @property
    def telling_words(self) -> frozenset[str]:
        """The words that its phrases end in: without one of them it finds nothing."""
        return frozenset(self._by_last)

    def find(self, words: tuple[str, ...]) -> str:
        """The first phrase of this lexicon in `words`, which are normalised, or ""."""
        if self._by_last.keys().isdisjoint(words):
            return ""
        last = self._by_last
        for place in [place for place, word in enumerate(words) if word in last]:
            for phrase in last[words[place]]:
                end = place + 1
                start = end - len(phrase)
                if start >= 0 and words[start:end] == phrase:
                    name = " ".join(phrase)
                    if not self._is_harmless(name, words[max(start - 1, 0) : start], words[end:]):
                        return name
        return ""

    def _is_harmless(self, phrase: str, before: Sequence[str], after: Sequence[str]) -> bool:
        return not (
            self._before.get(phrase, frozenset()).isdisjoint(before)
            and self._after.get(phrase, frozenset()).isdisjoint(after[:1])
        )
