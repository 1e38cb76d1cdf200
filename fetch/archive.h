/* archive.h - original files by the SHA-256 of their bytes, and the index that tells where they came from.
 *
 * A file is written as a temporary in the archive, fsynced and renamed, and its directory fsynced: what the
 * archive holds is whole. Several programs may use it at once: they wait for each other only while a line is
 * added to the index (index.h). A temporary whose program died is removed when the archive is opened.
 */
#ifndef KP2S_ARCHIVE_H
#define KP2S_ARCHIVE_H

#include "err.h"
#include "sha.h"
#include "str.h"

struct archive;

/* Where bytes come from, for messages and for the index. */
struct original {
    const char *path; /* the file */
    const char *name;
    const char *origin; /* NULL: the path, made absolute */
};

struct fetched {
    bool known; /* the bytes were in the archive before */
    char sha[SHA_HEX];
    long long bytes;
    struct str path; /* in the archive; valid until archive_close() */
};

enum archive_result { ARCHIVE_STORED, ARCHIVE_UNFINISHED, ARCHIVE_FAILED };

/* Makes the directory when it is not there. NULL on failure. */
struct archive *archive_open(const char *folder, struct err *e);
/* Stores a copy of the file, which is open for reading as `from` (borrowed). What the index gets of name and
 * origin is valid UTF-8, see str_utf8(). UNFINISHED: it is empty or changed while it was read. FAILED: e is
 * filled when the file is at fault, fatal when the archive is. */
enum archive_result archive_put(struct archive *a, int from, const struct original *o, struct fetched *f,
                                struct err *e, struct err *fatal);
/* True, with f filled, when the archive holds the bytes of that hash (SHA_HEX bytes, or empty). */
bool archive_has(struct archive *a, const char sha[SHA_HEX], long long bytes, struct fetched *f);
const char *archive_folder(const struct archive *a);
void archive_close(struct archive *a); /* a may be NULL */

/* Removes the files of a folder that begin with prefix, did not change for so many seconds, and that no
 * living program holds a lock (flock) on: what a program that died, or a source long gone, left there. */
void archive_sweep(const char *folder, const char *prefix, long seconds);

#endif
