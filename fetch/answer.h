/* answer.h - what a server's headers say of a file: its version, its place in the whole, its name. */
#ifndef KP2S_ANSWER_H
#define KP2S_ANSWER_H

#include "str.h"

/* Of the latest answer; those before it were redirections. Texts live in the arena, without control
 * characters. */
struct answer {
    struct str etag, modified, date, type, name; /* empty where not given */
    long long start;                             /* of a part in the whole; -1: not said */
};

/* Takes one header line, as libcurl hands it out. */
void answer_header(struct answer *r, struct arena *a, struct str line);
/* What tells this version of a file from every other byte by byte (RFC 9110, 8.8.1), to be sent as If-Range:
 * a strong ETag, else a date of change that was over when the answer was made. Empty: nothing does. */
struct str answer_tag(const struct answer *r);

/* A name that a server or an address gives, made harmless: only what stands behind its last / or \, valid
 * UTF-8,
 * "_" for each control character, no point at its beginning, cut to 200 bytes; "download" when nothing is
 * left. */
struct str answer_name(struct arena *a, struct str name);

#endif
