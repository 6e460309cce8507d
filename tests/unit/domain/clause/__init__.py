"""Tests of the clause intake: questions, answers, and what follows from them."""
