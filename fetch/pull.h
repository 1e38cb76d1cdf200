/* pull.h - a file from an address into the archive: what is new of it, whole, or nothing.
 *
 * Asked is for what changed since the last time; what broke off goes on where it ended, when the server can
 * say that it is still the same version; temporary faults are tried again, each time later (transfer.h does
 * one try).
 */
#ifndef KP2S_PULL_H
#define KP2S_PULL_H

#include "archive.h"
#include "sources.h"

/* STORED: f as of archive_put(), and f->known also when the server says that nothing changed; *name, as which
 * the file came, lives in the arena. UNFINISHED: the file is empty. FAILED: e is filled when the source is at
 * fault (ST_TEMPORARY: another run may find it well), fatal when the archive is. */
enum archive_result pull(const struct source *s, struct archive *archive, struct arena *a, struct str *name,
                         struct fetched *f, struct err *e, struct err *fatal);

#endif
