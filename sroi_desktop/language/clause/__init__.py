"""The words of the clause intake: questions, answers, notices and questions for the authority."""

from __future__ import annotations
