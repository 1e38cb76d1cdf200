/* folder.h - the files that a folder at a server holds: a WebDAV collection by http and https, a directory by
 * sftp, ftps and ftp.
 *
 * What lies below it is not listed. Names follow the rules of a directory (inbox.h, the source's name and
 * marker); from what the server tells only the last part of a name is taken, so that it never leads
 * elsewhere.
 */
#ifndef KP2S_FOLDER_H
#define KP2S_FOLDER_H

#include "remote.h"
#include "tally.h"

struct folder {
    struct target *file; /* in order of their names */
    size_t n;
};

/* All of it lives in the arena. What is passed over is tallied. False: e is filled. */
bool folder_list(struct remote *r, struct arena *a, struct folder *f, struct tally *t, struct err *e);

#endif
