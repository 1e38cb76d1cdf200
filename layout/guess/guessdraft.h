/* guessdraft.h - what was found out about a file, and its writing as a layout.
 */
#ifndef KP2S_GUESSDRAFT_H
#define KP2S_GUESSDRAFT_H

#include "guessgroup.h"
#include "guesstitle.h"

#include "out.h"

/* What became of a sheet. */
enum fate { FATE_NONE, FATE_LEAD, FATE_SAME, FATE_COPY, FATE_OTHER };

struct gform {
    struct gsheet sheet;
    struct gtitles titles;
    struct ggroups groups;
    enum fate fate;
};

struct draft {
    struct str file; /* without folder and ending */
    bool all;        /* every visible sheet was looked at, not just one that was asked for */
    struct gform *form;
    size_t forms;
    struct gform *lead; /* whose form the layout is of */
    const struct gcatalogue *catalogue;
};

/* Every line of it is read by layout_read(); what is not sure is a comment. */
void draft_write(const struct draft *d, struct out *out, struct arena *a);

#endif
