# `make assess` sets everything up, builds, and runs the first case; `make test` runs the tests.

SWIFT ?= swift
CASE ?= cases/aze-rus-2025
OUTPUT ?= report
WORKSPACE ?= cases
PORT ?= 8080
PACKAGES = libarchive-dev libsqlite3-dev libxml2-dev zlib1g-dev

.PHONY: test-browser assess docs examples workbench test build setup format lint clean

assess: build
	.build/release/demarche assess $(CASE) --output $(OUTPUT)

# A local web application on http://127.0.0.1:8080/ over the folder of cases; the first build takes minutes.
workbench: setup
	$(SWIFT) build -c release --product demarche-workbench
	.build/release/demarche-workbench --workspace $(WORKSPACE) --port $(PORT)

build: setup
	$(SWIFT) build -c release --product demarche

test: setup
	$(SWIFT) test

# The workbench driven in a real browser, where chromium is installed; says so where it is skipped.
test-browser: setup
	$(SWIFT) build --product demarche-workbench
	Tests/Browser/run.sh .build/debug/demarche-workbench

# The system libraries: SQLite for the event store, zlib for compressed event files, libxml2 for pages,
# libarchive for a case as zip.
setup:
	@command -v $(SWIFT) >/dev/null || { echo "Swift 6.2 or later is needed: https://www.swift.org/install/linux/"; exit 69; }
	@test -f /usr/include/sqlite3.h -a -f /usr/include/zlib.h \
		-a -f /usr/include/libxml2/libxml/HTMLparser.h -a -f /usr/include/archive.h || tools/install-packages $(PACKAGES)

lint:
	$(SWIFT) format lint --strict --recursive Package.swift Sources Tests Examples/Package.swift Examples/Sources

format:
	$(SWIFT) format --in-place --recursive Package.swift Sources Tests Examples/Package.swift Examples/Sources

clean:
	rm -rf .build report

# The programs of Examples/ and the example on each overview page of the documentation, compiled.
examples: setup
	tools/examples

# The documentation of every library target, with warnings as errors, into .build/documentation.
LIBRARIES = Diplomacy Estimation TimeSeries Games EventData EventStore Strategy CaseFiles Relations Conduct Assessment Reporting Casework EventCoding Forecasting
docs: setup
	mkdir -p .build/documentation
	DEMARCHE_DOCS=1 $(SWIFT) package --allow-writing-to-directory .build/documentation generate-documentation \
	  $(addprefix --target ,$(LIBRARIES)) --output-path .build/documentation \
	  --enable-experimental-combined-documentation --transform-for-static-hosting --warnings-as-errors
