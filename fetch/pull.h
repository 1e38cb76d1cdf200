/* pull.h - a file at a server into the archive: what is new of it, whole, or nothing.
 *
 * Asked is for what changed since the last time; what broke off goes on where it ended, when the server can
 * say that it is still the same version; temporary faults are tried again, each time later (transfer.h does
 * one try).
 */
#ifndef KP2S_PULL_H
#define KP2S_PULL_H

#include "archive.h"
#include "remote.h"

enum pull_result {
    PULL_STORED,  /* f as of archive_put(), and f->known also when the server says that nothing changed */
    PULL_EMPTY,   /* it has no bytes */
    PULL_REST,    /* it changed too recently to be complete */
    PULL_NO_FILE, /* what its folder lists is no file, or is gone */
    PULL_BUSY,    /* another program pulls it */
    PULL_FAILED,  /* e is filled when the source is at fault (ST_TEMPORARY: another run may find it well),
                     fatal  when the archive is */
};

/* *name, as which the file came, lives in the arena. */
enum pull_result pull(struct remote *r, const struct target *target, struct archive *archive, struct arena *a,
                      struct str *name, struct fetched *f, struct err *e, struct err *fatal);

#endif
