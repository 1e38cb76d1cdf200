/* inbox.h - the files of directories, and single files, the one changed longest ago first.
 *
 * Symbolic links below a directory are never followed, neither when it is walked nor when its files are
 * opened: whoever may drop files could have us read what he may not.
 */
#ifndef KP2S_INBOX_H
#define KP2S_INBOX_H

#include "archive.h"
#include "sources.h"
#include "tally.h"

#include <time.h>

struct found {
    const char *path;
    size_t root; /* length of the directory given, below which it was found; 0: it was given itself */
    struct timespec time; /* of its last change */
};

/* The files found, before they are fetched. */
struct inbox {
    struct arena arena;
    struct found *file;
    size_t n;
};

/* Adds the files of those sources that are no addresses, each once, in order. What cannot be read and what is
 * passed over is told and tallied. False: there are too many. */
bool inbox_gather(struct inbox *in, const struct sources *s, struct tally *t, struct err *e);
/* Opens a file found, for reading; -1 with errno on failure. */
int inbox_open(const struct found *f);
/* Puts a file found into the archive: true, with f filled. Else it was passed over, or is at fault, which is
 * told and tallied, or *fatal is filled: the archive itself failed. */
bool inbox_store(const struct found *file, struct archive *a, struct fetched *f, struct tally *t,
                 struct err *fatal);
void inbox_done(struct inbox *in);

/* Names of what is hidden, a lock, or still on its way. */
bool name_passed_over(const char *name);
/* In which case does not matter. */
bool name_ends_with(const char *name, const char *end);

/* What stands behind the last slash. */
const char *base_name(const char *path);

#endif
