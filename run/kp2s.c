/* kp2s - the front door: `kp2s extract …` runs kp2s-extract, `kp2s help` lists what there is.
 *
 * in: the name of a program and its arguments; out: whatever that program gives, with its exit status
 * refuses: names that are no program of the toolkit
 */
#include "prog.h"
#include "reason.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static const struct {
    const char *name, *about;
} programs[] = {
    {"fetch", "take in what agencies sent: archive the original bytes by SHA-256"},
    {"extract", "spreadsheet → records as found, named by a layout"},
    {"transform", "records as found → as meant: codes, ISO dates, z-scores, tokens"},
    {"load", "records as meant → the warehouse, one submission at a time"},
    {"review", "compute the annual review of a year"},
    {"edition", "freeze a review for good; verify and adopt what was frozen"},
    {"check", "findings across files: outliers, two agencies' counts, contradictions"},
    {"publish", "figures that may be published, without small cells"},
    {"report", "write the province workbook"},
    {"run", "all of the above for an inbox, for cron"},
    {"sheet", "look into a spreadsheet file"},
    {"layout", "list layouts, try them on files, begin one for a new form"},
    {"alias", "names of regions that nobody knows: list them, confirm what they mean"},
    {"growth", "z-scores and nutrition categories behind the rows of a CSV file"},
    {"template", "write the blank form that a layout reads back, for an agency to fill in"},
    {"trace", "a figure → file, sheet, cell, the text as typed"},
    {"verify", "the warehouse against its archived files, and against its migrations"},
    {"feedback", "the agency's own workbook with every bad cell coloured and commented"},
    {"evidence", "the documents handed in for an instrument's items: archive and list them"},
    {"history", "the submissions of a form, region and period"},
    {"rekey", "bring in a new identity key: every token in the warehouse is made anew"},
    {"retoken", "the step of rekey that changes the warehouse"},
    {"person", "what is held on a person; erasure, files after a breach, retention"},
    {"migrate", "make or update the warehouse's schema and roles"},
    {"catalog", "load the region register, catalogues and instruments"},
    {"sample", "make a province's year of agency workbooks, and the truth about them"},
};

static const char synopsis[] = "PROGRAM [ARGUMENT…] | help | reasons";

static int list(void)
{
    printf("usage: kp2s %s\n\n", synopsis);
    for (size_t i = 0; i < sizeof programs / sizeof *programs; i++)
        printf("  %-10s %s\n", programs[i].name, programs[i].about);
    printf("\n  %-10s %s\n  %-10s %s\n", "help", "show this", "reasons", "print the table of remark codes");
    printf("\n`kp2s PROGRAM --help` tells more of each.\n");
    return fflush(stdout) == 0 ? ST_DONE : ST_IO;
}

/* doc/reasons.md is this output; a test compares the two. */
static int print_reasons(void)
{
    printf("# Codes of remarks (`R` records)\n\nMade by `make reasons` from `lib/reason.h`; a code never "
           "changes its meaning. Severities: "
           "`doc/streams.md`.\n\n| code | severity | Indonesian | English |\n|---|---|---|---|\n");
    for (size_t i = 0; i < REASON_COUNT; i++)
        printf("| `%s` | %s | %s | %s |\n", reasons[i].code, severity_name(reasons[i].severity),
               reasons[i].id, reasons[i].en);
    return fflush(stdout) == 0 ? ST_DONE : ST_IO;
}

int main(int argc, char **argv)
{
    static const struct option_spec none[] = {{0}};
    static const struct prog prog = {
        .name = "kp2s",
        .synopsis = synopsis,
        .about = "The front door of the KP2S toolkit: runs kp2s-PROGRAM with the arguments given.\n"
                 "`kp2s help` lists the programs.",
        .examples = "  kp2s help\n  kp2s extract --help\n  kp2s extract x.xlsx | kp2s transform | kp2s load",
        .options = none,
        .min_operands = 1,
        .max_operands = -1,
    };
    const char *first = argc > 1 ? argv[1] : "";
    for (size_t i = 0; i < sizeof programs / sizeof *programs; i++) {
        char name[64];
        if (strcmp(first, programs[i].name) != 0)
            continue;
        snprintf(name, sizeof name, "kp2s-%s", programs[i].name);
        argv[1] = name;
        execv(prog_sister(name), argv + 1);
        fprintf(stderr, "kp2s: error: cannot run %s: %s\n", name, strerror(errno));
        return ST_CONFIG;
    }
    char **operands;
    int n, status;
    if (!prog_begin(&prog, argc, argv, &operands, &n, &status))
        return status;
    if (n == 1 && strcmp(operands[0], "help") == 0)
        return list();
    if (n == 1 && strcmp(operands[0], "reasons") == 0)
        return print_reasons();
    fprintf(stderr, "kp2s: error: there is no program '%.40s'\nhint: kp2s help lists them\n", operands[0]);
    return ST_USAGE;
}
