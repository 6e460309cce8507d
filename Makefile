# Thin over packaging/dev.py, which also works where there is no make:
#     python3 packaging/dev.py run        (Windows: py packaging\dev.py run)
# Arguments: make run ARGS="demo out"
PYTHON ?= python3
ARGS ?=

.PHONY: run test check bench mutants screenshots setup lock clean
.DEFAULT_GOAL := run

run test check bench mutants screenshots setup lock clean:
	@$(PYTHON) packaging/dev.py $@ $(ARGS)
