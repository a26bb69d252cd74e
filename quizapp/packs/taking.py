"""Taking pack and source files into the catalog, as they lie in the folders now."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from quizapp.errors import PackError, Problem
from quizapp.packs import catalog, compiling
from quizapp.packs.library import HIDDEN, Progress, Seen

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Mapping

    from quizapp.core.question import Pack
    from quizapp.packs.library import Library


class Taker:
    """Takes files into a library's catalog, inside a transaction.

    `ready` are packs that were read just now, by the digests of their files.
    """

    def __init__(
        self,
        library: Library,
        connection: sqlite3.Connection,
        ready: Mapping[str, Pack],
        progress: Progress | None,
    ) -> None:
        self._library = library
        self._connection = connection
        self._ready = ready
        self._progress = progress

    def take(
        self,
        item: Seen,
        known: catalog.FileRow | None,
        *,
        force: bool,
    ) -> None:
        """Compile one file, unless only its time stamp changed."""
        path = str(item.path)
        row = catalog.FileRow(path, item.size, item.mtime, "", item.shipped)
        if item.trouble:
            compiling.forget_file(self._connection, path)
            self._keep_problems(row, [f"{path}: {item.trouble}"])
            return
        digest = _digest(item.path)
        if known is not None and known.hash == digest and not force:
            compiling.put_file(self._connection, known._replace(size=item.size, mtime=item.mtime))
            return
        compiling.forget_file(self._connection, path)
        row = row._replace(hash=digest)
        try:
            if item.path.name == HIDDEN:
                compiling.put_file(self._connection, row)
            elif item.source:
                from quizapp.packs.sources import read_source

                compiling.put_source(self._connection, path, read_source(item.path))
                compiling.put_file(self._connection, row)
            else:
                self._compile(row)
        except PackError as error:
            self._keep_problems(row, [str(problem) for problem in error.problems])

    def _compile(self, row: catalog.FileRow) -> None:
        from quizapp.packs.read import read_pack

        pack = self._ready.get(row.hash) or read_pack(Path(row.path))
        if row.shipped and pack.id in self._library.hidden():
            compiling.put_file(self._connection, row)
            return
        rival = next((one for one in catalog.packs(self._connection) if one.id == pack.id), None)
        if rival is not None:
            if self._rank(rival.path) > self._rank(row.path):
                compiling.put_file(self._connection, row)
                return
            if Path(rival.path).parent == Path(row.path).parent:
                raise PackError(
                    (
                        Problem(
                            row.path,
                            0,
                            "",
                            f'pack id "{pack.id}" is taken by {rival.path}; '
                            "remove one of the two files",
                        ),
                    )
                )
            shadowed = catalog.files(self._connection)[rival.path]
            compiling.forget_file(self._connection, rival.path)
            compiling.put_file(self._connection, shadowed._replace(pack=""))
        place = self._library.place(pack.id)
        compiling.put_pack(self._connection, row.path, row.hash, pack, self._progress, place=place)
        compiling.put_file(self._connection, row._replace(pack=pack.id))

    def _rank(self, path: str) -> int:
        """Which folder a file lies in; a later folder goes before an earlier one."""
        parent = Path(path).parent
        return max(
            (rank for rank, folder in enumerate(self._library.folders) if folder.path == parent),
            default=0,
        )

    def _keep_problems(self, row: catalog.FileRow, problems: list[str]) -> None:
        compiling.put_file(
            self._connection, row._replace(problems=json.dumps(problems[:50], ensure_ascii=False))
        )


def _digest(path: Path) -> str:
    """The SHA-256 of a file; "" where it is too large or no file, which its reader will say."""
    import hashlib

    from quizapp.packs.format.limits import FILE_BYTES

    try:
        if not path.is_file() or path.stat().st_size > FILE_BYTES:
            return ""
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        return ""
