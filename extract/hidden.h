/* hidden.h - what is hidden on sheets that are read: refused, or told in the stream.
 */
#ifndef KP2S_HIDDEN_H
#define KP2S_HIDDEN_H

#include "fit.h"

#include "stream.h"

enum { HIDDEN_RUNS = 10 };

/* Hidden rows, in order; of the runs they make the first ones are kept. Begins zeroed. */
struct hidden_rows {
    long n, first[HIDDEN_RUNS], last[HIDDEN_RUNS];
    int runs;
};

void hidden_row(struct hidden_rows *h, long row);
/* Notes row-hidden, when there are any, and column-hidden for each column that the plan reads. */
void hidden_notes(const struct hidden_rows *h, const struct layout *l, const struct plan *plan,
                  struct str sheet, struct stream_writer *w);
/* False when the layout refuses to read sheets or columns because they are hidden; rows are refused as they
 * come. file: its name, for the message. */
bool hidden_refuse(const struct book *b, const struct layout *l, const struct fit *f, struct str file,
                   struct err *e);
/* "A C F-H": the hidden columns of a sheet; in the arena. */
struct str hidden_columns(const struct survey *s, struct arena *a);

#endif
