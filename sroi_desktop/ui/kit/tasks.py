"""Slow work in a pool of threads, its outcome back on the thread of the window.

The long-lived runner owns the signals, never a job. A job is a plain callable over frozen data:
no widget, no connection to the administration (reference: sqlite3 and Qt both forbid it).
"""

from __future__ import annotations

import gc
import logging
import threading
from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot
from shiboken6 import isValid

if TYPE_CHECKING:
    from concurrent.futures import Future, ThreadPoolExecutor

_log = logging.getLogger(__name__)
T = TypeVar("T")


class TaskCancelledError(Exception):
    """The user stopped the work; nothing went wrong."""


class Progress:
    """What a job uses to tell how far it is, and to hear that it should stop.

    Safe to use from the job's thread. `services` may ask for anything with these two methods.
    """

    def __init__(self, report: Callable[[int, int], None]) -> None:
        self._report = report
        self._stop = threading.Event()

    def report(self, done: int, total: int) -> None:
        """Tell that `done` of `total` parts are finished.

        Raises:
            TaskCancelledError: the user asked to stop.
        """
        self.check()
        self._report(done, total)

    def check(self) -> None:
        """Stop here if the user asked to.

        Raises:
            TaskCancelledError: the user asked to stop.
        """
        if self._stop.is_set():
            raise TaskCancelledError

    def rest(self, seconds: float) -> None:
        """Do nothing for so long.

        Raises:
            TaskCancelledError: the user asked to stop.
        """
        if seconds:
            self._stop.wait(seconds)
        self.check()

    def cancel(self) -> None:
        """Ask the job to stop at its next report or check."""
        self._stop.set()


class TaskRunner(QObject):
    """Runs jobs, at most two at a time. One per application, closed before it ends.

    Signals:
        busy_changed(bool): whether any job is running or waiting.
    """

    busy_changed = Signal(bool)
    _arrived = Signal(object)
    _reported = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._running: set[Progress] = set()
        self._closed = False
        queued = Qt.ConnectionType.QueuedConnection
        self._arrived.connect(self._deliver, queued)
        self._reported.connect(self._tell, queued)

    @cached_property
    def _pool(self) -> ThreadPoolExecutor:
        # Here, since a window is open before there is any job.
        from concurrent.futures import ThreadPoolExecutor  # noqa: PLC0415

        return ThreadPoolExecutor(max_workers=2, thread_name_prefix="task")

    @property
    def is_busy(self) -> bool:
        """Tell whether any job is running or waiting."""
        return bool(self._running)

    def run(
        self,
        work: Callable[[], T],
        *,
        done: Callable[[T], None],
        failed: Callable[[Exception], None],
    ) -> Progress:
        """Call `work` in the pool, then `done` or `failed` on the GUI thread."""

        def with_progress(_progress: Progress) -> T:
            return work()

        return self.run_with_progress(with_progress, done=done, failed=failed)

    def run_with_progress(
        self,
        work: Callable[[Progress], T],
        *,
        done: Callable[[T], None],
        failed: Callable[[Exception], None],
        progress: Callable[[int, int], None] | None = None,
        pause: float = 0,
    ) -> Progress:
        """Call `work(progress)` in the pool, then `done` or `failed` on the GUI thread.

        Python runs one thread at a time: with a `pause`, in seconds, the window draws first what
        the act has changed, and a job that is stopped within it costs nothing.

        `progress` is called on the GUI thread with parts done and in total. A job that was
        cancelled ends in `failed(TaskCancelledError())`. Callbacks that are methods of a widget
        which has died in the meantime are left out.

        Returns:
            The handle to cancel the job with.
        """

        def report(parts: int, total: int) -> None:
            if progress is not None:
                self._reported.emit((progress, parts, total))

        handle = Progress(report)

        def after_pause(progress: Progress) -> T:
            progress.rest(pause)
            return work(progress)

        def post(future: Future[T]) -> None:
            if not self._closed:
                self._arrived.emit((handle, future, done, failed))

        self._running.add(handle)
        if len(self._running) == 1:
            # Python would collect on the thread of the job, and destroy widgets there: a crash.
            gc.disable()
            self.busy_changed.emit(True)
        self._pool.submit(after_pause, handle).add_done_callback(post)
        return handle

    def close(self) -> None:
        """Stop all jobs and wait for them; connect it to the application's `aboutToQuit`."""
        self._closed = True
        for handle in self._running:
            handle.cancel()
        if "_pool" in vars(self):
            self._pool.shutdown(wait=True, cancel_futures=True)
        self._running.clear()
        gc.enable()

    @Slot(object)
    def _deliver(
        self,
        arrival: tuple[
            Progress, Future[object], Callable[[object], None], Callable[[Exception], None]
        ],
    ) -> None:
        handle, future, done, failed = arrival
        self._running.discard(handle)
        if not self._running:
            gc.enable()
            self.busy_changed.emit(False)
        error = future.exception()
        if error is None:
            if _is_alive(done):
                done(future.result())
        elif isinstance(error, Exception):
            if not isinstance(error, TaskCancelledError):
                _log.error("a task failed", exc_info=error)
            if _is_alive(failed):
                failed(error)
        else:
            raise error

    @Slot(object)
    def _tell(self, news: tuple[Callable[[int, int], None], int, int]) -> None:
        progress, parts, total = news
        if _is_alive(progress):
            progress(parts, total)


def _is_alive(callback: Callable[..., None]) -> bool:
    """Tell whether the widget a callback belongs to still exists."""
    owner = getattr(callback, "__self__", None)
    return not isinstance(owner, QObject) or isValid(owner)
