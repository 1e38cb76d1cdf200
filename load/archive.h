/* archive.h - the original of a submission: the archive holds each file under its SHA-256, DIR/ab/abcd… */
#ifndef KP2S_ARCHIVE_H
#define KP2S_ARCHIVE_H

#include "err.h"
#include "str.h"

#include <limits.h>

/* The path of an original, proved to be what its name says. One that the archive lacks is ST_NOINPUT, one
 * that no longer has its SHA-256 ST_UNREADABLE. file is its name, for messages. */
bool archive_find(const char *archive, struct str sha256, struct str file, char path[PATH_MAX],
                  struct err *e);

#endif
