/* sha.h - SHA-256, by OpenSSL. */
#ifndef KP2S_SHA_H
#define KP2S_SHA_H

#include "err.h"
#include "str.h"

enum { SHA_HEX = 65 }; /* 64 hex digits and the NUL */

bool sha_file(const char *path, char hex[SHA_HEX], long long *bytes, struct err *e);
void sha_text(struct str text, char hex[SHA_HEX]);

#endif
