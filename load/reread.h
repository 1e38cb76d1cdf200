/* reread.h - submissions beside their archived file: what it tells now, by kp2s-extract | kp2s-transform, and
 * what the warehouse has of it.
 *
 * The file's records go the loader's way as far as pg_temp.fresh; the comparison is one read-only
 * transaction.
 */
#ifndef KP2S_REREAD_H
#define KP2S_REREAD_H

#include "pg.h"

enum reread_result {
    REREAD_EQUAL,
    REREAD_DIFFERS,    /* the file is read as when it was loaded, and the warehouse has something else */
    REREAD_OTHERWISE,  /* the file is read otherwise than when it was loaded */
    REREAD_UNREADABLE, /* the archive lacks it, it was changed, or it cannot be read */
    REREAD_SUPERSEDED, /* superseded, or gone, since the list was made */
    REREAD_RESULTS
};
extern const char *const reread_results[REREAD_RESULTS];

/* A submission to be compared; its texts are the caller's. */
struct reread {
    struct str submission, form, form_version, scope, period, part, file, sha256, content;
    bool sealed, superseded;
    /* what came of it, texts in the arena that reread_file() was given */
    bool seen; /* the file has this source */
    enum reread_result result;
    long records, changed, missing, extra, version; /* of the file; facts that differ; those that differ in
                                                       the version of their region or indicator alone */
    long erased;                                    /* of persons who were erased; with the key they are
                                                       known, and no records of the file */
    struct str first, sheet, row, cell;             /* the first fact that differs: changed, missing, extra
                                                       or version, and where it stands */
    struct str detail;
};

struct reread_options {
    const char *archive, *key, *site, *province; /* site and province may be NULL */
    bool tokens;                                 /* key is the warehouse's: tokens are compared, too */
};

/* Compares n submissions of one file; fills what came of each. False when the work cannot go on. */
bool reread_file(struct pg *pg, const struct reread_options *o, struct reread *submission, size_t n,
                 struct arena *a, struct err *e);

#endif
