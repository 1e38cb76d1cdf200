#include "hmac.h"

#include "err.h"

#include <openssl/crypto.h>

static void add(SHA256_CTX *c, const void *bytes, size_t len)
{
    if (!SHA256_Update(c, bytes, len))
        BUG("SHA-256 failed");
}

static void end(SHA256_CTX *c, unsigned char digest[HMAC_BYTES])
{
    if (!SHA256_Final(digest, c))
        BUG("SHA-256 failed");
}

static void begin(SHA256_CTX *c)
{
    if (!SHA256_Init(c))
        BUG("SHA-256 is not there");
}

void hmac_key(struct hmac *h, const unsigned char *key, size_t len)
{
    unsigned char block[SHA256_CBLOCK] = {0};
    if (len > sizeof block) {
        begin(&h->text);
        add(&h->text, key, len);
        end(&h->text, block);
    } else {
        memcpy(block, key, len);
    }
    for (size_t i = 0; i < sizeof block; i++)
        block[i] ^= 0x36;
    begin(&h->inner);
    add(&h->inner, block, sizeof block);
    for (size_t i = 0; i < sizeof block; i++)
        block[i] ^= 0x36 ^ 0x5C;
    begin(&h->outer);
    add(&h->outer, block, sizeof block);
    OPENSSL_cleanse(block, sizeof block);
}

void hmac_forget(struct hmac *h)
{
    OPENSSL_cleanse(h, sizeof *h);
}

void hmac_begin(struct hmac *h)
{
    h->text = h->inner;
}

void hmac_add(struct hmac *h, struct str s)
{
    add(&h->text, s.ptr, s.len);
}

void hmac_end(struct hmac *h, unsigned char digest[HMAC_BYTES])
{
    end(&h->text, digest);
    h->text = h->outer;
    add(&h->text, digest, HMAC_BYTES);
    end(&h->text, digest);
}
