"""Many items in several processes: results in order, a process that dies named by its item, and nothing lost."""

from __future__ import annotations

import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from concurrent.futures import Future, ProcessPoolExecutor

Item = TypeVar("Item")
Result = TypeVar("Result")
_BATCH = 50_000  # characters sent to a process at once
_AHEAD = 3  # batches on their way to each process


class Crash:
    """Stands for the result of an item on which a process died (killed, out of memory)."""


CRASH = Crash()


def map_in_order(
    function: Callable[[Item], Result], items: Iterable[Item], processes: int, size: Callable[[Item], int]
) -> Iterator[tuple[Item, Result | Crash]]:
    """Each item with ``function`` of it, worked out in ``processes`` processes and given in order.

    Only some batches are read ahead, by their ``size`` in characters; `CRASH` stands in the place of what a process
    died on.  An exception of ``function`` is raised here, one of ``items`` when what came before it was given.
    """
    workers = _Workers(function, processes)
    failed: list[Exception] = []
    waiting: deque[tuple[list[Item], Future[list[Result]]]] = deque()
    try:
        for batch in _batches(items, size, failed):
            waiting.append((batch, workers.start(batch)))
            if len(waiting) > _AHEAD * processes:
                yield from workers.finish(*waiting.popleft())
        while waiting:
            yield from workers.finish(*waiting.popleft())
        if failed:
            raise failed[0]
    finally:
        workers.pool.shutdown(cancel_futures=True)


def _batches(items: Iterable[Item], size: Callable[[Item], int], failed: list[Exception]) -> Iterator[list[Item]]:
    """Batches of items; an exception of ``items`` ends them and is left in ``failed``."""
    batch: list[Item] = []
    characters = 0
    for item in _until_failure(items, failed):
        batch.append(item)
        characters += size(item) + 1
        if characters >= _BATCH:
            yield batch
            batch, characters = [], 0
    if batch:
        yield batch


def _until_failure(items: Iterable[Item], failed: list[Exception]) -> Iterator[Item]:
    try:
        yield from items
    except Exception as error:
        failed.append(error)


class _Workers(Generic[Item, Result]):
    """A pool of processes that is replaced when one of them dies."""

    def __init__(self, function: Callable[[Item], Result], processes: int) -> None:
        self.function = function
        self.processes = processes
        self.pool = self._new_pool()

    def _new_pool(self) -> ProcessPoolExecutor:
        from concurrent.futures import ProcessPoolExecutor

        return ProcessPoolExecutor(self.processes, initializer=_leave_signals_to_parent)

    def start(self, batch: list[Item]) -> Future[list[Result]]:
        """Send a batch off."""
        from concurrent.futures.process import BrokenProcessPool

        try:
            return self.pool.submit(_each, self.function, batch)
        except BrokenProcessPool:
            self._replace_pool()
            return self.pool.submit(_each, self.function, batch)

    def finish(self, batch: list[Item], future: Future[list[Result]]) -> Iterator[tuple[Item, Result | Crash]]:
        """The results of a batch; item by item where a process died, to find the one on which it does."""
        from concurrent.futures.process import BrokenProcessPool

        try:
            yield from zip(batch, future.result(), strict=True)
        except BrokenProcessPool:
            for item in batch:
                yield item, self._alone(item)

    def _alone(self, item: Item) -> Result | Crash:
        from concurrent.futures.process import BrokenProcessPool

        try:
            return self.start([item]).result()[0]
        except BrokenProcessPool:
            self._replace_pool()
            return CRASH

    def _replace_pool(self) -> None:
        self.pool.shutdown(wait=False, cancel_futures=True)
        self.pool = self._new_pool()


def _each(function: Callable[[Item], Result], batch: list[Item]) -> list[Result]:
    return [function(item) for item in batch]


def _leave_signals_to_parent() -> None:
    """A key that interrupts reaches every process; the parent alone decides what it means."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
