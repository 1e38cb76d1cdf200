/* truth.h - what is known of each cell that the sample writes: the records a right reader finds, and its
 * remarks.
 *
 * One CSV file for each kind and one for remarks; doc/sample.md names the columns. Lines stand in the order
 * in which the forms were written; compare after sorting.
 */
#ifndef KP2S_SAMPLE_TRUTH_H
#define KP2S_SAMPLE_TRUTH_H

#include "err.h"
#include "kind.h"
#include "out.h"
#include "reason.h"

struct truth {
    struct out *kind[KIND_COUNT], *remark, *finding; /* finding: NULL where none are wanted */
    long records, remarks;
};

/* Where a row stands. */
struct where {
    const char *file, *sheet;
    int row;
};

/* Creates DIR/coverage.csv … of the kinds that the sample writes, with their headings; findings.csv only when
 * they are wanted. */
bool truth_open(struct truth *t, const char *dir, bool findings, struct err *e);
/* A record that is accepted: the columns of its kind's file after file, sheet, row, cell; NULL ends the list.
 */
void truth_record(struct truth *t, enum kind kind, const struct where *w, const char *cell, ...)
    __attribute__((sentinel));
/* A remark with the severity that the table of reasons gives it. */
void truth_remark(struct truth *t, const struct where *w, const char *cell, enum reason reason);
/* A further fault of a record that is rejected: severity "also". */
void truth_also(struct truth *t, const struct where *w, const char *cell, enum reason reason);
/* A figure that stands out: the n fields of its line. */
void truth_finding(struct truth *t, const char *const *fields, int n);
/* Makes the files visible when good, removes them otherwise. */
bool truth_close(struct truth *t, bool good, struct err *e);

#endif
