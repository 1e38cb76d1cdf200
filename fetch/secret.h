/* secret.h - what a source asks for, read from the file that the operator names and from nowhere else.
 *
 * The file belongs to the user or to root and is closed to all others. Its lines are `user = …`,
 * `password = …`, `token = …` (sent as Bearer) and `key = FILE` (a private key for sftp, whose passphrase is
 * the password); # begins a comment line. No message repeats a line of it.
 */
#ifndef KP2S_SECRET_H
#define KP2S_SECRET_H

#include "err.h"

struct secret {
    char *user, *password, *token, *key; /* NULL where not given; they point into text */
    char text[4096];
};

/* path NULL: no secret. Wiped by secret_wipe() in either case. */
bool secret_read(struct secret *s, const char *path, struct err *e);
void secret_wipe(struct secret *s);

#endif
