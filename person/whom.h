/* whom.h - the person that is asked about, read where no other program sees it: the tokens under which the
 * warehouse may know them.
 */
#ifndef KP2S_WHOM_H
#define KP2S_WHOM_H

#include "identity.h"

struct whom {
    struct str array; /* the tokens as an array of PostgreSQL, in the arena */
    size_t tokens;
    char key_id[KEY_ID_SIZE];
};

/* All lines of path (NULL: standard input, asked for without echo when it is a terminal) are one person:
 * a NIK, a token of 32 hex digits, or what stands in for a NIK: NAME;BIRTH;SEX;PARENT;REGION. ST_UNREADABLE
 * with the line, whose text is never told; ST_NOINPUT when there is none. */
bool whom_read(struct whom *w, struct identity *identity, const char *path, struct arena *a, struct err *e);

#endif
