# Two commands do everything: `make report` and `make test`. Both install the system packages that are missing.

PREFIX ?= /usr/local
PACKAGES = libopenblas-dev libcmark-gfm-dev libcmark-gfm-extensions-dev libxxhash-dev libicu-dev zlib1g-dev libzstd-dev libsqlite3-dev pkg-config \
	python3-jsonschema
SUDO = $(if $(filter 0,$(shell id -u)),,sudo)
REFRAIN = .build/release/refrain
BENCHMARKS = .build/release/RefrainBenchmarks
PEERS = .build/bench/venv

.PHONY: report test build setup format check-format samples install clean bench oracle growth benchmarks quality fuzz

# Runs find and outline on a fixture and says where the reports are.
report: build
	@mkdir -p .build/reports
	@$(REFRAIN) find Fixtures/QuestionBank/questions.md --output .build/reports/find.md --format markdown
	@$(REFRAIN) outline Fixtures/QuestionBank/questions.md --output .build/reports/outline.md
	@$(REFRAIN) find Fixtures/QuestionBank/questions.md
	@echo
	@echo "Reports on Fixtures/QuestionBank: .build/reports/find.md, .build/reports/outline.md"
	@echo "The program: $(REFRAIN) --help"

# Checks the format, builds, and runs all tests.
test: setup check-format
	swift build --build-tests
	swift test --skip-build

build: setup
	swift build -c release --product refrain

# Installs the system packages that are missing: as root where that is who runs, through sudo elsewhere.
setup:
	@command -v swift >/dev/null || { echo "Swift 6 is needed: https://www.swift.org/install"; exit 1; }
	@if command -v apt-get >/dev/null; then \
		missing=$$(for package in $(PACKAGES); do \
			dpkg-query -W -f '$${Status}' $$package 2>/dev/null | grep -q '^install ok installed' || echo $$package; \
		done); \
		if [ -n "$$missing" ]; then \
			echo "installing" $$missing; \
			$(SUDO) apt-get update -qq && \
			DEBIAN_FRONTEND=noninteractive $(SUDO) apt-get install -y -qq --no-install-recommends $$missing >/dev/null; \
		fi; \
	elif [ -z "$$REFRAIN_HAS_PACKAGES" ]; then \
		echo "There is no apt-get here. Install what these Debian packages hold, then run make with REFRAIN_HAS_PACKAGES=1:"; \
		echo "  $(PACKAGES)"; \
		exit 1; \
	fi

check-format:
	swift format lint --strict --recursive Sources Tests Package.swift

format:
	swift format --in-place --recursive Sources Tests Package.swift

# Renews what Reports/Samples holds.
samples: build
	Reports/Samples/renew $(REFRAIN) Reports/Samples

# Measures Refrain, its stages and its peers on the same records, and writes Reports/Speed/<date>-<machine>.
#   CORPUS=records.jsonl (without it: records made from a seed)  CORPUS_NAME="what the report calls them"
#   SIZES=1000,10000  RUNS=5  TOOLS=refrain,gaoya  LIMIT=300  OUTPUT=folder  MILLION=1 (a last run on 1,000,000 records)
#   BENCH_OPTIONS="--kernel-records 0": anything else that `$(BENCHMARKS) speed --help` names
bench: build benchmarks $(PEERS)/installed
	$(BENCHMARKS) speed --python $(PEERS)/bin/python \
		--commit "$$(git describe --always --dirty --abbrev=12 --match '' 2>/dev/null || echo unknown)" \
		$(if $(CORPUS),--corpus "$(CORPUS)") $(if $(CORPUS_NAME),--corpus-name "$(CORPUS_NAME)") \
		$(if $(SIZES),--sizes $(SIZES)) $(if $(RUNS),--runs $(RUNS)) $(if $(TOOLS),--tools $(TOOLS)) \
		$(if $(LIMIT),--limit $(LIMIT)) $(if $(OUTPUT),--output "$(OUTPUT)") \
		$(if $(MILLION),--million-records 1000000) $(BENCH_OPTIONS)

# Prints how the time of outline and lint grows with one document: headings, sections, list items, table rows.
#   SIZES=1000,10000,100000
growth: build benchmarks
	@$(BENCHMARKS) growth $(if $(SIZES),--sizes $(SIZES))

# Holds Refrain's pairs on the first RECORDS records of CORPUS against scikit-learn's full product; fails where they differ.
RECORDS ?= 10000
THRESHOLD ?= 0.8
oracle: build benchmarks $(PEERS)/installed
	@mkdir -p .build/bench/oracle
	$(BENCHMARKS) corpus $(if $(CORPUS),--corpus "$(CORPUS)") --records $(RECORDS) --output .build/bench/oracle/records.jsonl
	$(REFRAIN) find .build/bench/oracle/records.jsonl --title-field none --id-field none --normalization none \
		--ngrams 3-5 --threshold $(THRESHOLD) --format jsonl --output .build/bench/oracle/pairs.jsonl
	$(PEERS)/bin/python Benchmarks/oracle.py .build/bench/oracle/records.jsonl .build/bench/oracle/pairs.jsonl \
		--threshold $(THRESHOLD)

# Runs each parser, and the way from documents to reports, on inputs that libFuzzer makes from Fixtures/Fuzz, for SECONDS in all;
# ends at the first that traps, takes 20 s or breaks a promise, and says where it is kept.
#   SECONDS=600  TARGETS="markdown outline" (all, where none are named)
SECONDS ?= 600
FUZZ = .build-fuzz/release/RefrainFuzz
fuzz: setup
	swift build -c release --scratch-path .build-fuzz --product RefrainFuzz -Xswiftc -sanitize=fuzzer \
		-Xlinker -u -Xlinker LLVMFuzzerRunDriver -Xswiftc -use-ld=lld
	@targets="$(if $(TARGETS),$(TARGETS),$$($(FUZZ) --list))"; \
	set -e; for target in $$targets; do \
		mkdir -p .build-fuzz/inputs/$$target .build-fuzz/faults; \
		seconds=$$(( $(SECONDS) / $$(echo $$targets | wc -w) )); \
		echo "fuzzing $$target for $$seconds s"; \
		SWIFT_BACKTRACE=enable=no $(FUZZ) $$target -max_total_time=$$seconds -timeout=20 -max_len=4096 -rss_limit_mb=4096 \
			-print_final_stats=1 -verbosity=0 -artifact_prefix=.build-fuzz/faults/$$target- \
			.build-fuzz/inputs/$$target Fixtures/Fuzz/$$target; \
	done

# Measures what is found against labelled pairs, and writes Reports/Quality/<date>.
#   CORPORA=corpora.tar.gz (or a folder; without it: the fixtures)  SET="threshold=0.7 weights=sklearn"  STUDY=1  OUTPUT=folder
quality: setup
	swift build -c release --product RefrainQuality
	.build/release/RefrainQuality $(if $(CORPORA),--corpora "$(CORPORA)") $(foreach setting,$(SET),--set $(setting)) \
		--commit "$$(git describe --always --dirty --abbrev=12 --match '' 2>/dev/null || echo unknown)" \
		$(if $(STUDY),--study) $(if $(OUTPUT),--output "$(OUTPUT)")

benchmarks: setup
	swift build -c release --product RefrainBenchmarks

# The peers, from PyPI, in an environment of their own.
$(PEERS)/installed: Benchmarks/requirements.txt
	python3 -c 'import ensurepip' 2>/dev/null || $(MAKE) setup PACKAGES=python3-venv
	python3 -m venv $(PEERS)
	$(PEERS)/bin/pip install --quiet --disable-pip-version-check -r Benchmarks/requirements.txt
	touch $@

# Installs the program and its shell completions below PREFIX.
install: build
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/share/bash-completion/completions \
		$(DESTDIR)$(PREFIX)/share/zsh/site-functions $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d
	install -m 755 $(REFRAIN) $(DESTDIR)$(PREFIX)/bin/refrain
	$(REFRAIN) --generate-completion-script bash > $(DESTDIR)$(PREFIX)/share/bash-completion/completions/refrain
	$(REFRAIN) --generate-completion-script zsh > $(DESTDIR)$(PREFIX)/share/zsh/site-functions/_refrain
	$(REFRAIN) --generate-completion-script fish > $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/refrain.fish

clean:
	rm -rf .build
