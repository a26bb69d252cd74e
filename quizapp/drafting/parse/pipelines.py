"""Loading a spaCy pipeline with what a parse needs and nothing else."""

from __future__ import annotations

import importlib
import sys
from types import ModuleType
from typing import Any

from quizapp.errors import UsageError

_UNUSED = ("ner", "lemmatizer", "senter", "attribute_ruler", "textcat", "entity_linker")
_TOKENIZER = "sco_quiz.Tokenizer.v1"
_COMMANDS = ("spacy.cli", "spacy.cli.info")


def load_pipeline(name: str) -> Any:
    """The pipeline `name`. Raises UsageError where it cannot be had or parses no English."""
    try:
        spacy = _spacy()
    except ImportError:
        raise UsageError(
            'a parser needs further packages: pip install "sco-quiz[parser]",'
            " and an English pipeline for spaCy that you trust"
        ) from None
    try:
        nlp = spacy.load(name, exclude=_UNUSED, config=_bare(spacy))
    except (OSError, ValueError) as error:
        reason = str(error).split("\n")[0][:200]
        raise UsageError(
            f'the pipeline "{name}" cannot be loaded ({reason}); install it, or name another'
        ) from None
    if nlp.lang != "en" or not {"tagger", "parser"} <= set(nlp.pipe_names):
        raise UsageError(f'the pipeline "{name}" parses no English; name another')
    return nlp


def _spacy() -> Any:
    """The package, imported without its command line, which takes a third of the time."""
    if "spacy" in sys.modules:
        return importlib.import_module("spacy")
    for name in _COMMANDS:
        sys.modules[name] = _Empty(name)
    try:
        return importlib.import_module("spacy")
    finally:
        for name in _COMMANDS:
            if isinstance(sys.modules.get(name), _Empty):
                del sys.modules[name]


class _Empty(ModuleType):
    """Stands for a module while another is imported that would import it for nothing."""

    __path__: list[str] = []  # noqa: RUF012

    def info(self) -> None:
        """What spaCy takes out of it; never called."""


def _bare(spacy: Any) -> dict[str, Any]:
    """A setting by which no tokenizer is made that the pipeline's own then replaces."""
    made = importlib.import_module("spacy.tokenizer").Tokenizer
    spacy.registry.tokenizers(_TOKENIZER, func=lambda: lambda nlp: made(nlp.vocab))
    return {"nlp": {"tokenizer": {"@tokenizers": _TOKENIZER}}}
