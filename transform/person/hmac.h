/* hmac.h - HMAC-SHA-256 (RFC 2104) of many short texts under one key.
 *
 * What the key gives is computed once, so that a text of up to 55 bytes costs two blocks. By OpenSSL's
 * SHA256_ functions: its EVP ones, which set up a context for each text, take twice the time for what is two
 * blocks.
 */
#ifndef KP2S_HMAC_H
#define KP2S_HMAC_H

#include "str.h"

#define OPENSSL_SUPPRESS_DEPRECATED
#include <openssl/sha.h>

enum { HMAC_BYTES = SHA256_DIGEST_LENGTH };

struct hmac {
    SHA256_CTX inner, outer; /* behind the key's block */
    SHA256_CTX text;         /* of the present text */
};

/* A key longer than a block is hashed first, as the RFC has it. hmac_forget() wipes what the key left. */
void hmac_key(struct hmac *h, const unsigned char *key, size_t len);
void hmac_forget(struct hmac *h);

void hmac_begin(struct hmac *h);
void hmac_add(struct hmac *h, struct str s);
void hmac_end(struct hmac *h, unsigned char digest[HMAC_BYTES]);

#endif
