/* folder.h - a folder to publish that appears whole or not at all.
 *
 * Files are written into a temporary beside it; folder_commit() gives it its name. A folder of that name is
 * replaced, in one step, only when it is empty or one of ours: its marker file begins as ours does, and
 * nothing but CSV files lies beside it.
 */
#ifndef KP2S_REPORT_FOLDER_H
#define KP2S_REPORT_FOLDER_H

#include "out.h"

struct folder {
    const char *path, *temporary; /* live in the arena */
    bool replaces;
};

/* False when the name is taken by something else, or the temporary cannot be made. */
bool folder_begin(struct folder *f, const char *path, const char *marker, const char *beginning,
                  struct arena *a, struct err *e);
/* The path of a file in it, in the arena. */
const char *folder_file(const struct folder *f, const char *name, struct arena *a);
/* out_commit() for such a file, which all may then read whom the umask lets. */
bool folder_keep(struct out *o, const char *file, struct err *e);
bool folder_commit(struct folder *f, struct err *e);
/* Removes the temporary with what is in it. */
void folder_abandon(struct folder *f);

#endif
