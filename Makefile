# Every target is a command of .ci/setup.py, which needs nothing but Python 3.11 to 3.13.
# Windows without make: py .ci\setup.py run

# The first that really runs and is in range: a version manager's shim may be on the path and answer nothing.
PYTHON := $(shell for name in python3.13 python3.12 python3.11 python3 python; do \
	"$$name" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' >/dev/null 2>&1 && \
	{ echo "$$name"; break; }; done)

COMMANDS := run test check lint bench accuracy screenshot train bundle lock installer bill image clean
.PHONY: $(COMMANDS)
.DEFAULT_GOAL := run

$(COMMANDS):
	@test -n "$(PYTHON)" || { echo "Casualty Workbench needs Python 3.11, 3.12 or 3.13 on the path, and none of them runs here: install one and run the same again." >&2; exit 1; }
	@$(PYTHON) .ci/setup.py $@
