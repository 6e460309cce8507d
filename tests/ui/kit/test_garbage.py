"""No garbage is collected on the thread of a job: widgets would be destroyed there."""

from __future__ import annotations

import gc

from pytestqt.qtbot import QtBot

from sroi_desktop.ui.kit.tasks import TaskRunner


def test_that_garbage_waits_until_the_last_job_has_ended(qtbot: QtBot) -> None:
    runner = TaskRunner()
    seen: list[bool] = []
    failed: list[Exception] = []
    for _ in range(2):
        runner.run(gc.isenabled, done=seen.append, failed=failed.append)
    qtbot.waitUntil(lambda: not runner.is_busy)
    assert (seen, failed) == ([False, False], [])
    assert gc.isenabled()
    runner.close()


def test_that_a_runner_that_closes_leaves_garbage_to_python_again(qtbot: QtBot) -> None:
    runner = TaskRunner()
    seen: list[bool] = []
    failed: list[Exception] = []
    runner.run(gc.isenabled, done=seen.append, failed=failed.append)
    runner.close()
    assert gc.isenabled()
    assert failed == []
