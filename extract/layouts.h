/* layouts.h - the layouts that files are tried with: those that options name, or all of the data folder. */
#ifndef KP2S_LAYOUTS_H
#define KP2S_LAYOUTS_H

#include "layout.h"

struct layouts {
    struct arena arena;
    struct layout *layout;
    size_t n;
};

/* The paths of the layouts in ETC/layouts, in order of their names; in the arena. NULL on failure, which
 * having none is. */
const char **layouts_folder(const char *etc, struct arena *a, size_t *n, struct err *e);
/* Reads the layouts of the option --layout, without it all of ETC/layouts; fails with the first that is
 * faulty. */
bool layouts_read(struct layouts *ls, const char *etc, struct err *e);
void layouts_done(struct layouts *ls);

#endif
