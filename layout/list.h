/* list.h - the layouts of the toolkit's data folder, or files given: what each is for, and what it reads
 * where. */
#ifndef KP2S_LIST_H
#define KP2S_LIST_H

#include "out.h"

struct list {
    const char *etc;
    struct out *out;
    bool table; /* for people, else CSV */
    bool full;  /* a line for each field of each layout */
};

/* Lists the n layout files, without any all of ETC/layouts. One that cannot be read is told at once and the
 * others are listed; e is then filled with how many there were (ST_CONFIG). */
bool list_layouts(const struct list *list, char **file, int n, struct err *e);

#endif
