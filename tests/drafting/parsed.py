"""Sentences parsed by hand, in the shape that a spaCy pipeline gives."""

from __future__ import annotations


class Doc(list):
    """A parsed text: its words in order."""

    text: str


class Word:
    """A word of a parse, with what the rules read of one."""

    def __init__(self, doc, i, idx, text, tag, dep):
        self.doc, self.i, self.idx, self.text = doc, i, idx, text
        self.lower_, self.tag_, self.dep_ = text.lower(), tag, dep
        self.head = self

    @property
    def children(self):
        """The words that belong to this one, in order."""
        return [one for one in self.doc if one.head is self and one is not self]

    @property
    def subtree(self):
        """This word and all that belongs to it, in order."""
        return [one for one in self.doc if self in (one, *_above(one))]


def _above(word):
    while word.head is not word:
        word = word.head
        yield word


def doc(text, table):
    """`text` parsed: `table` has a line of word, tag, label and the number of its head (from 0)."""
    found = Doc()
    found.text = text
    rows = [line.split() for line in table.strip().splitlines()]
    place = 0
    for at, (word, tag, dep, _) in enumerate(rows):
        place = text.index(word, place)
        found.append(Word(found, at, place, word, tag, dep))
        place += len(word)
    for word, row in zip(found, rows, strict=True):
        word.head = found[int(row[3])]
    return found


class Pipeline:
    """Gives the docs that it was made with, by their texts; a text it does not know has no verb."""

    def __init__(self, *docs):
        self._docs = {one.text: one for one in docs}

    def pipe(self, texts, batch_size=1):
        """The parse of each text."""
        assert batch_size > 0
        for text in texts:
            yield self._docs.get(text, _unknown(text))


def _unknown(text):
    return doc(text, "\n".join(f"{word} NN ROOT 0" for word in text.split()))
