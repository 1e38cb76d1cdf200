/* index.h - index.csv of the archive: which bytes came as what, from where, and when.
 *
 * It is locked (flock) only while it is read or a line is added, so that nobody waits for the length of a
 * copy or of a download; what others added meanwhile is read with the next lock.
 */
#ifndef KP2S_INDEX_H
#define KP2S_INDEX_H

#include "err.h"
#include "str.h"

#include <sys/types.h>

struct index {
    const char *path; /* borrowed */
    int fd;
    off_t size;     /* up to where it is read */
    uint64_t *line; /* hashes of sha256, name and origin of its lines: open addressing, 0 is free */
    size_t lines, room;
};

struct index_line {
    struct str sha, name, origin;
    long long bytes;
};

/* Makes the file when it is not there, and leaves it unlocked. */
bool index_open(struct index *x, const char *path, struct err *e);
/* Waits until no other program holds the lock. False: not locked. */
bool index_lock(struct index *x, struct err *e);
void index_unlock(struct index *x);
/* Adds a line, with the time, unless there is one of that sha, name and origin. The lock is held. */
bool index_add(struct index *x, const struct index_line *line, struct err *e);
void index_close(struct index *x);

#endif
