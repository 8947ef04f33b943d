PORT ?= 8000
SHOTS_PORT ?= 8199
PYTHON ?= python3.13
VENV := .venv/bin
TESTS ?= tests
DEMO_ENV := DEMO=1 SITE_URL=http://127.0.0.1:$(PORT) MEDIA_ROOT=var/media STATIC_ROOT=var/static DATABASE_URL=sqlite:///var/demo.sqlite3

# Ctrl-C reaches its worker twice, by the terminal and by granian; one that has a connection then waits for ever.
SERVE := $(VENV)/granian --interface wsgi --http 1 --no-ws --blocking-threads 4 --workers-kill-timeout 1 \
  --log-level warning platform/config/wsgi.py:application

.PHONY: bench demo test check lock messages screenshots

# The demo magazine on http://127.0.0.1:$(PORT)/; what you write there is kept in var/.
demo: .venv/ready
	@mkdir -p var
	@$(DEMO_ENV) $(VENV)/python manage.py migrate --verbosity 0
	@$(DEMO_ENV) $(VENV)/python manage.py load_demo
	@$(DEMO_ENV) $(VENV)/python manage.py collectstatic --noinput --verbosity 0
	@$(DEMO_ENV) $(VENV)/python manage.py welcome $(PORT)
	@$(DEMO_ENV) $(SERVE) --port $(PORT)

# The whole suite, on SQLite or on what DATABASE_URL says. REQUIRE_ALL=1: nothing may be skipped.
test: .venv/ready-dev $(if $(shell command -v npm),var/node/ready)
	@$(VENV)/pytest -n 2 --no-loadscope-reorder $(TESTS)

check: .venv/ready-dev
	$(VENV)/ruff check
	$(VENV)/ruff format --check
	$(VENV)/mypy .

# Photographs a demo of its own, in every state, for docs/screenshots/.
SHOTS_ENV := DEMO=1 SITE_URL=http://127.0.0.1:$(SHOTS_PORT) MEDIA_ROOT=var/screenshots/media STATIC_ROOT=var/screenshots/static \
  DATABASE_URL=sqlite:///var/screenshots/demo.sqlite3 DJANGO_SETTINGS_MODULE=config.settings PYTHONPATH=.:platform
screenshots: .venv/ready-dev
	@rm -rf var/screenshots && mkdir -p var/screenshots
	@$(SHOTS_ENV) $(VENV)/python manage.py migrate --verbosity 0
	@$(SHOTS_ENV) $(VENV)/python manage.py load_demo > /dev/null
	@$(SHOTS_ENV) $(VENV)/python manage.py collectstatic --noinput --verbosity 0
	@$(SHOTS_ENV) sh -c '$(SERVE) --port $(SHOTS_PORT) & \
	  trap "kill $$!" EXIT; $(VENV)/python -m tests.screenshots docs/screenshots'

# What serving costs, in docs/bench/: make bench BENCH="--seconds 2 --rounds 1 --sizes 10 100". It takes half an hour,
# and needs wrk, nginx and, to measure on it too, PostgreSQL.
bench: .venv/ready-dev
	@BENCH=1 DEMO=1 $(VENV)/python manage.py bench $(BENCH)

# Pins what pyproject.toml asks for, with hashes.
lock:
	$(VENV)/pip install --quiet uv
	$(VENV)/uv pip compile $(LOCK) pyproject.toml --output-file requirements.txt
	$(VENV)/uv pip compile $(LOCK) --group dev --constraint requirements.txt --output-file requirements-dev.txt

LOCK := --quiet --upgrade --generate-hashes --no-header --no-emit-index-url --no-emit-find-links

.venv/ready: requirements.txt
	@echo "Installing what runs into .venv …"
	@$(PYTHON) -m venv .venv
	@$(VENV)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	@touch $@

.venv/ready-dev: .venv/ready requirements-dev.txt
	@echo "Installing what checks into .venv …"
	@$(VENV)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	@touch $@

# The html checker of the tests, which needs Java to run, and a theme of NL Design System to wear; without them those
# tests are skipped, and say so.
# npm trusts the certificates that the machine trusts.
var/node/ready: tests/html/checker.py Makefile
	@NODE_OPTIONS=--use-openssl-ca npm install --silent --ignore-scripts --no-save --no-package-lock --no-audit \
	  --no-fund --prefix var/node vnu-jar@26.9.27 \
	  @nl-design-system-unstable/voorbeeld-design-tokens@7.4.1
	@touch $@

# Collects what the project says for the English catalogue, and compiles all catalogues.
messages: .venv/ready
	DEMO=1 $(VENV)/python manage.py makemessages -l en -e html,txt,py,jinja --no-wrap --no-obsolete --add-location file -i '.venv*' -i tests -i var
	DEMO=1 $(VENV)/python manage.py makemessages -l en -d djangojs --no-wrap --no-obsolete --add-location file -i '.venv*' -i 'var*'
	DEMO=1 $(VENV)/python manage.py compilemessages -i '.venv*'
