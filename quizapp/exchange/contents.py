"""What an offer contains, in words: shown before anything is installed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from quizapp.core.counting import counted
from quizapp.packs.format.text import printable
from quizapp.packs.installing import Parcel, cited, same_bytes
from quizapp.packs.update import version_number

if TYPE_CHECKING:
    from quizapp.core.question import Pack, Question
    from quizapp.exchange.offer import Offer
    from quizapp.packs.library import InstalledPack, Library

_NAMED = 6
"""How many topics, sources and sites are named; the rest is counted."""


def contents(library: Library, offer: Offer) -> list[list[str]]:
    """A few lines for each pack, its title first; then a block for what is left out, if any."""
    installed = {one.id: one for one in library.packs() if one.id}
    blocks = [_pack_lines(library, parcel, installed) for parcel in offer.parcels]
    if offer.left_out:
        blocks.append([f"left out, since no pack here needs it: {_some(offer.left_out)}"])
    return blocks


def is_installed(library: Library, parcel: Parcel) -> bool:
    """Whether a pack and all that comes with it lie there already, to the letter."""
    found = next((one for one in library.packs() if one.id == parcel.pack.id), None)
    return (
        found is not None
        and same_bytes(found.path, parcel.data)
        and all(
            library.keeps_source(parcel.pack.id, source.id, data) for source, data in parcel.sources
        )
    )


def _pack_lines(library: Library, parcel: Parcel, installed: dict[str, InstalledPack]) -> list[str]:
    pack = parcel.pack
    terms = pack.license or "no licence named"
    topics = [topic.title for topic in pack.topics]
    lines = [f"{pack.title} {pack.version} ({pack.id}) · {pack.language} · {terms}"]
    lines += pack.about.split("\n") if pack.about else []
    lines.append(f"{counted(len(pack.questions), 'question')} on {_some(topics)}")
    lines += _source_lines(library, parcel)
    links = _links(pack)
    if links:
        sites = Counter(_site(link) for link in links)
        named = [site for site, _ in sites.most_common()]
        lines.append(f"{counted(len(links), 'link')} to {_some(named)}")
    if parcel.pack.id in installed:
        lines.append(_instead(library, parcel, installed[parcel.pack.id]))
    return lines


def _source_lines(library: Library, parcel: Parcel) -> Iterator[str]:
    with_it = {source.id: source for source, _ in parcel.sources}
    if with_it:
        titles = [f"{one.publisher}, {one.published.isoformat()}" for one in with_it.values()]
        yield f"{counted(len(with_it), 'source')}: {_some(titles)}"
    kept = [
        source.id
        for source, data in parcel.sources
        if library.keeps_source(parcel.pack.id, source.id, data)
        and not _same_as_installed(library, source.id, data)
    ]
    if kept:
        yield f"installed already in another wording, which stays: {_some(kept)}"
    missing = [
        name for name in cited(parcel.pack) if name not in with_it and not library.source(name)
    ]
    if missing:
        yield f"cited, but not included: {_some(missing)}"


def _same_as_installed(library: Library, source: str, data: bytes) -> bool:
    return any(
        same_bytes(folder.path / "sources" / f"{source}.toml", data) for folder in library.folders
    )


def _instead(library: Library, parcel: Parcel, held: InstalledPack) -> str:
    """What becomes of the installed pack of the same id."""
    if is_installed(library, parcel):
        return "is installed already, just as it is"
    whose = "which came with the app" if held.shipped else "which you added"
    how = "goes before" if held.shipped else "takes the place of"
    is_older = version_number(held.version) > version_number(parcel.pack.version)
    older = ", a newer one" if is_older else ""
    return f"{how} {held.title} {held.version}{older}, {whose}; what you remember is kept"


def _links(pack: Pack) -> list[str]:
    return [link for question in pack.questions for link in _links_of(question)]


def _links_of(question: Question) -> Iterator[str]:
    if question.more:
        yield question.more
    for entry in question.evidence:
        if entry.is_address:
            yield entry.source


def _site(link: str) -> str:
    try:
        return printable(urlsplit(link).hostname or link[:40])
    except ValueError:
        return printable(link[:40])


def _some(names: Sequence[str]) -> str:
    rest = len(names) - _NAMED
    shown = ", ".join(names[:_NAMED])
    return f"{shown} and {rest} more" if rest > 0 else shown
