# KP2S. `make help` lists what can be made.

VERSION := 0.1.0
prefix  ?= /usr/local
bindir  ?= $(prefix)/bin
datadir ?= $(prefix)/share/kp2s
mandir  ?= $(prefix)/share/man

CC      ?= cc
BUILD   ?= build
OPT     ?= -O2 -g
WARN    := -Wall -Wextra -Wshadow -Wconversion -Wstrict-prototypes -Wmissing-prototypes -Wformat=2 -Wvla \
           -Wwrite-strings
HARDEN  := -fstack-protector-strong -D_FORTIFY_SOURCE=2 -fPIE
CFLAGS  += -std=c17 $(OPT) $(WARN) $(WERROR) $(HARDEN) $(SANITIZE) -MMD -MP -D_GNU_SOURCE
# make FAULTS=1: a build for tests that dies where it is told to (lib/fault.h)
CFLAGS  += $(if $(FAULTS),-DKP2S_FAULTS)
DEFS    := -DKP2S_VERSION='"$(VERSION)"' -DKP2S_DATADIR='"$(datadir)"'
LDFLAGS += -pie -Wl,-z,relro,-z,now $(SANITIZE)

# A stage sees lib/ and its own folder with those in it, never another stage: a wrong include does not build. book/ reads agencies'
# files, for extract/ and for feedback/, which marks them; template/ writes the forms that extract/ reads, layout/
# tries layouts on files: both see how it reads them. alias/ sees how transform/ finds regions, person/ how it makes tokens,
# review/ which provinces load/ knows.
STAGES   := fetch book extract template layout transform alias load review person report feedback run sample
SEES_extract  := book
SEES_feedback := book
SEES_template := extract
SEES_layout   := extract
SEES_alias    := transform
SEES_person   := transform
SEES_review   := load
# ISA-L unpacks zip parts and makes CRCs faster than zlib; without it (make ISAL=) zlib does. make PORTABLE=1 uses
# no vector instructions.
ISAL           := $(shell pkg-config --exists libisal 2>/dev/null && echo -lisal)
CFLAGS_fast    := $(if $(ISAL),-DKP2S_ISAL) $(if $(PORTABLE),-DKP2S_PORTABLE)
CFLAGS_book    := $(CFLAGS_fast)
LIBS_lib       := $(ISAL) -lcrypto -lz -linih
LIBS_fetch     := -lcurl -lexpat $(LIBS_lib)
LIBS_book      := -pthread -lexpat -lxml2 -lcsv -lseccomp $(LIBS_lib) -lm
LIBS_extract   := $(LIBS_book)
LIBS_template  := -lxlsxwriter $(LIBS_extract)
LIBS_layout    := $(LIBS_template)
LIBS_transform := $(LIBS_lib) -lm
LIBS_alias     := $(LIBS_transform)
LIBS_person    := -lpq $(LIBS_transform)
LIBS_load      := -lpq $(LIBS_lib)
LIBS_review    := $(LIBS_load)
LIBS_report    := -lxlsxwriter -lpq -lm $(LIBS_lib)
LIBS_feedback  := $(LIBS_book)
LIBS_run       := $(LIBS_lib)
LIBS_sample    := -lxlsxwriter $(LIBS_lib) -lm

# Programs of each stage: kp2s-NAME is built from STAGE/NAME.c and the stage's other files.
PROGRAMS_fetch     := fetch evidence
PROGRAMS_extract   := extract sheet
PROGRAMS_template  := template
PROGRAMS_layout    := layout
PROGRAMS_transform := transform growth
PROGRAMS_load      := migrate catalog load trace history retoken verify
PROGRAMS_review    := review check edition publish
PROGRAMS_person    := person
PROGRAMS_alias     := alias
PROGRAMS_report    := report
PROGRAMS_feedback  := feedback
PROGRAMS_run       := run rekey
PROGRAMS_sample    := sample

LIB_SRC  := $(filter-out lib/pg%,$(wildcard lib/*.c))
LIB_OBJ  := $(LIB_SRC:%.c=$(BUILD)/%.o)
LIB      := $(BUILD)/libkp2s.a
# lib/pg*.c need libpq: only load, review, person and report link them.
PG_OBJ   := $(patsubst %.c,$(BUILD)/%.o,$(wildcard lib/pg*.c))

BIN := $(BUILD)/bin
# `make V=1` shows the commands
say = $(if $(V),,@echo '  $@';)

define stage_rules
DIRS_$(1)   := $(1) $$(patsubst %/,%,$$(sort $$(dir $$(wildcard $(1)/*/*.[ch]))))
SOURCE_$(1) := $$(wildcard $(1)/*.c $(1)/*/*.c)
MAIN_$(1)   := $$(PROGRAMS_$(1):%=$(1)/%.c)
SHARED_$(1) := $$(patsubst %.c,$$(BUILD)/%.o,$$(filter-out $$(MAIN_$(1)) run/kp2s.c,$$(SOURCE_$(1)))) $$(SHARED_$$(SEES_$(1)))
HEADERS_$(1) := $$(DIRS_$(1):%=-I%) $$(HEADERS_$$(SEES_$(1)))
INCLUDE_$(1) := -Ilib $$(HEADERS_$(1)) -I$$(BUILD)/gen
ALL_PROGRAMS += $$(PROGRAMS_$(1):%=$$(BIN)/kp2s-%)
$$(BUILD)/$(1)/%.o: $(1)/%.c | packages
	@mkdir -p $$(@D)
	$$(say)$$(CC) $$(CFLAGS) $$(CFLAGS_$(1)) $$(DEFS) $$(INCLUDE_$(1)) -c -o $$@ $$<
$$(PROGRAMS_$(1):%=$$(BIN)/kp2s-%): $$(BIN)/kp2s-%: $$(BUILD)/$(1)/%.o $$(SHARED_$(1)) \
    $$(if $$(filter load review person report,$(1)),$$(PG_OBJ)) $$(LIB)
	@mkdir -p $$(@D)
	$$(say)$$(CC) $$(LDFLAGS) -o $$@ $$^ $$(LIBS_$(1))
endef
$(foreach stage,$(STAGES),$(eval $(call stage_rules,$(stage))))

.DEFAULT_GOAL := all
PROGRAMS := $(foreach stage,$(STAGES),$(PROGRAMS_$(stage)))

all: packages $(ALL_PROGRAMS) $(BIN)/kp2s ## build every program into build/bin

$(BIN)/kp2s: $(BUILD)/run/kp2s.o $(LIB)
	@mkdir -p $(@D)
	$(say)$(CC) $(LDFLAGS) -o $@ $^ $(LIBS_lib)

$(BUILD)/book/%.o: CFLAGS += $(shell pkg-config --cflags libxml-2.0)
$(PG_OBJ): CFLAGS += -I/usr/include/postgresql -I$(BUILD)/gen
$(PG_OBJ): | $(BUILD)/gen/sql/edition/one.sql.h
$(BUILD)/load/%.o $(BUILD)/review/%.o $(BUILD)/person/%.o $(BUILD)/report/%.o: CFLAGS += -I/usr/include/postgresql
$(BUILD)/lib/%.o: lib/%.c | packages
	@mkdir -p $(@D)
	$(say)$(CC) $(CFLAGS) $(CFLAGS_fast) $(DEFS) -Ilib -c -o $@ $<
$(LIB): $(LIB_OBJ)
	@rm -f $@ && ar rcs $@ $^

# SQL lives in .sql files that also run in psql; each becomes a string: sql/load/x.sql -> sql_load_x
SQL_SRC := $(wildcard sql/*/*.sql)
SQL_GEN := $(SQL_SRC:%=$(BUILD)/gen/%.h)
$(BUILD)/gen/sql/%.sql.h: sql/%.sql
	@mkdir -p $(@D)
	@awk -v name="sql_$(subst .,_,$(subst -,_,$(subst /,_,$*)))" 'BEGIN { print "static const char " name "[] =" } \
	    { gsub(/\\/, "&&"); gsub(/"/, "\\\""); print "    \"" $$0 "\\n\"" } END { print "    ;" }' $< > $@
# … and the migrations become a table in their order, each with its verify query
MIGRATIONS := $(sort $(filter-out %.verify.sql,$(wildcard sql/schema/*.sql)))
$(BUILD)/gen/migrations.h: $(MIGRATIONS) $(MIGRATIONS:.sql=.verify.sql)
	@mkdir -p $(@D)
	@for f in $(MIGRATIONS:.sql=); do echo "#include \"$$f.sql.h\""; echo "#include \"$$f.verify.sql.h\""; done > $@
	@echo 'static const struct migration { const char *name, *sql, *verify; } migrations[] = {' >> $@
	@for f in $(MIGRATIONS:sql/schema/%.sql=%); do v=$$(echo "$$f" | tr -- -. __); \
	    echo "    {\"$$f\", sql_schema_$$v, sql_schema_$${v}_verify},"; done >> $@
	@echo '    {0}};' >> $@
# … and so does what the page of kp2s-report is made of: report/page/page.css -> report_page_page_css
PAGE_GEN := $(patsubst %,$(BUILD)/gen/%.h,$(filter-out %.c %.h,$(wildcard report/page/*)))
$(BUILD)/gen/report/page/%.h: report/page/%
	@mkdir -p $(@D)
	@awk -v name="report_page_$(subst .,_,$*)" 'BEGIN { print "static const char " name "[] =" } \
	    { gsub(/\\/, "&&"); gsub(/"/, "\\\""); print "    \"" $$0 "\\n\"" } END { print "    ;" }' $< > $@
$(patsubst %.c,$(BUILD)/%.o,$(SOURCE_load) $(SOURCE_review) $(SOURCE_report)): | $(SQL_GEN) $(PAGE_GEN) $(BUILD)/gen/migrations.h

packages:
	@run/packages.sh build
packages-check:
	@run/packages.sh check

demo: all ## main job on a private PostgreSQL cluster under var/: sample a province, load it, review it
	@run/demo.sh

HOSTILE := $(BUILD)/hostile/make $(BUILD)/hostile/run
HTTPD   := $(BUILD)/httpd
LEAK    := $(BUILD)/leak/find
check: packages-check all $(BUILD)/unit.stamp $(HOSTILE) $(HTTPD) $(LEAK) faults ## build and run all tests
	@BUILD=$(BUILD) tests/run.sh

# The loader that dies where it is told to, which tests/torture.sh runs.
faults: packages
	@$(MAKE) BUILD=$(BUILD)/faults FAULTS=1 $(BUILD)/faults/bin/kp2s-load
torture: all faults ## kill the loader, stop its server, drop its replies: 1,500 times, an hour; then loaders beside readers
	@BUILD=$(BUILD) tests/torture.sh
	@BUILD=$(BUILD) tests/concurrent.sh

# Hostile files: what makes them, and what reads each and compares.
$(BUILD)/hostile/%.o: tests/hostile/%.c | packages-check
	@mkdir -p $(@D)
	$(say)$(CC) $(CFLAGS) -c -o $@ $<
$(BUILD)/hostile/make: $(patsubst tests/%.c,$(BUILD)/%.o,$(filter-out tests/hostile/run.c,$(wildcard tests/hostile/*.c)))
	$(say)$(CC) $(LDFLAGS) -o $@ $^ -lz
$(BUILD)/hostile/run: $(BUILD)/hostile/run.o
	$(say)$(CC) $(LDFLAGS) -o $@ $^

# Names and numbers of a million invented persons through every program, and a search for them in all that comes out.
$(LEAK): tests/leak/find.c | packages-check
	@mkdir -p $(@D)
	$(say)$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $<
leak: all $(LEAK) ## search the output of every program for a million names and numbers of invented persons
	@BUILD=$(BUILD) tests/leak.sh 1000000

# The server that the tests of kp2s-fetch pull from.
$(HTTPD): tests/httpd/httpd.c | packages-check
	@mkdir -p $(@D)
	$(say)$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $<

# Unit tests: tests/unit/STAGE-TOPIC.c sees lib/ and that stage, and links the stage's objects but its mains.
UNIT := $(patsubst tests/unit/%.c,$(BUILD)/unit/%,$(wildcard tests/unit/*-*.c))
unit_stage = $(firstword $(subst -, ,$(1)))
$(BUILD)/unit.stamp: $(UNIT)
	@touch $@
.SECONDEXPANSION:
$(BUILD)/unit/%: tests/unit/%.c $$(SHARED_$$(call unit_stage,$$*)) $(LIB) $(PG_OBJ) | packages-check
	@mkdir -p $(@D)
	$(say)$(CC) $(CFLAGS) $(DEFS) -I/usr/include/postgresql $(or $(INCLUDE_$(call unit_stage,$*)),-Ilib) $(LDFLAGS) -o $@ $< \
	    $(SHARED_$(call unit_stage,$*)) $(LIB) $(if $(filter load review person report,$(call unit_stage,$*)),$(PG_OBJ)) \
	    $(LIBS_$(call unit_stage,$*)) $(if $(filter lib,$(call unit_stage,$*)),$(LIBS_lib)) -lcriterion

# Fuzz targets: tests/fuzz/STAGE-TOPIC.c sees lib/ and that stage, as a unit test does; all is built anew for them.
SECONDS  ?= 20
FUZZ     := $(patsubst tests/fuzz/%.c,$(BUILD)/%,$(wildcard tests/fuzz/*-*.c))
FUZZ_SAN := -fsanitize=address,undefined,fuzzer-no-link -fno-sanitize-recover=all -fno-omit-frame-pointer
fuzz: packages-check ## fuzz the readers of files, SECONDS=20 each, or TARGET=book-zip alone
	@$(MAKE) BUILD=$(BUILD)/fuzz CC=clang OPT='-O1 -g' HARDEN=-fPIE SANITIZE='$(FUZZ_SAN)' fuzz-targets
	@tests/fuzz/run.sh $(BUILD)/fuzz $(SECONDS) $(TARGET)
fuzz-targets: $(FUZZ)
$(FUZZ): $(BUILD)/%: tests/fuzz/%.c $$(SHARED_$$(call unit_stage,$$*)) $(LIB)
	$(say)$(CC) $(CFLAGS) $(DEFS) $(or $(INCLUDE_$(call unit_stage,$*)),-Ilib) $(LDFLAGS) -fsanitize=fuzzer -Wl,--wrap=err_bug -o $@ $< \
	    $(SHARED_$(call unit_stage,$*)) $(LIB) $(LIBS_$(call unit_stage,$*)) $(if $(filter lib,$(call unit_stage,$*)),$(LIBS_lib))

reasons: $(BIN)/kp2s ## write doc/reasons.md from the table in lib/reason.h
	$(BIN)/kp2s reasons > doc/reasons.md

spellings: ## write doc/spellings.md from the tables of spellings that the tests try
	doc/make-spellings.sh > doc/spellings.md

map: ## write doc/map.md from the first comment of each file, doc/dirt.md and doc/eppgbm.md from their cases, doc/formulir.md from the layouts
	doc/make-map.sh > doc/map.md
	doc/make-dirt.sh > doc/dirt.md
	doc/make-eppgbm.sh > doc/eppgbm.md
	doc/make-forms.sh > doc/formulir.md

format: ## format the sources
	git ls-files '*.c' '*.h' | xargs clang-format -i

install: all ## install below $(DESTDIR)$(prefix)
	install -d $(DESTDIR)$(bindir) $(DESTDIR)$(mandir)/man1 $(DESTDIR)$(datadir)
	install -m 755 $(ALL_PROGRAMS) $(BIN)/kp2s $(DESTDIR)$(bindir)
	install -m 644 doc/man/*.1 $(DESTDIR)$(mandir)/man1
	cd etc && find . -type d -exec install -d '$(DESTDIR)$(datadir)/{}' \;
	cd etc && find . -type f ! -name '*.sh' -exec install -m 644 '{}' '$(DESTDIR)$(datadir)/{}' \;

clean: ## remove what was built
	rm -rf $(BUILD)

distclean: clean ## also stop and remove the demo's private cluster and its files
	@[ ! -d var/pg ] || run/cluster.sh remove var/pg
	rm -rf var

help: ## show this
	@echo 'usage: make TARGET'
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  \1|\2/p' $(firstword $(MAKEFILE_LIST)) | awk -F '|' '{ printf "%-14s %s\n", $$1, $$2 }'

.PHONY: all packages packages-check demo check leak faults torture fuzz fuzz-targets reasons spellings map format install clean distclean help
.DEFAULT:
	@echo "make: there is no target '$@' here" >&2; $(MAKE) -s help >&2; exit 2

-include $(shell find $(BUILD) -name '*.d' 2>/dev/null)
