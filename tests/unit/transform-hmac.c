/* links: transform */
/* HMAC-SHA-256: the cases of RFC 4231, and OpenSSL's own on keys and texts of every length around a block */
#include "hmac.h"

#include <criterion/criterion.h>

#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <string.h>

static void hex_of(struct str key, struct str text, char hex[2 * HMAC_BYTES + 1])
{
    struct hmac h;
    unsigned char digest[HMAC_BYTES];
    hmac_key(&h, (const unsigned char *)key.ptr, key.len);
    for (int twice = 0; twice < 2; twice++) { /* one text leaves nothing for the next */
        hmac_begin(&h);
        hmac_add(&h, text);
        hmac_end(&h, digest);
    }
    hmac_forget(&h);
    for (size_t i = 0; i < HMAC_BYTES; i++)
        sprintf(hex + 2 * i, "%02x", digest[i]);
}

Test(hmac, cases_of_the_rfc)
{
    char longest[131];
    memset(longest, 0xAA, sizeof longest);
    const struct {
        struct str key, text;
        const char *digest;
    } cases[] = {
        {STR("\x0b\x0b\x0b\x0b\x0b\x0b\x0b\x0b\x0b\x0b\x0b\x0b\x0b\x0b\x0b\x0b\x0b\x0b\x0b\x0b"),
         STR("Hi There"), "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"},
        {STR("Jefe"), STR("what do ya want for nothing?"),
         "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"},
        {{longest, sizeof longest},
         STR("Test Using Larger Than Block-Size Key - Hash Key First"),
         "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54"},
    };
    char hex[2 * HMAC_BYTES + 1];
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        hex_of(cases[i].key, cases[i].text, hex);
        cr_expect_str_eq(hex, cases[i].digest);
    }
}

Test(hmac, agrees_with_openssl_at_every_length)
{
    char bytes[200];
    for (size_t i = 0; i < sizeof bytes; i++)
        bytes[i] = (char)(i * 37 + 11);
    for (size_t key = 1; key < 140; key += 3)
        for (size_t text = 0; text < sizeof bytes; text++) {
            struct hmac h;
            unsigned char ours[HMAC_BYTES], theirs[HMAC_BYTES];
            unsigned len;
            hmac_key(&h, (const unsigned char *)bytes + 60, key);
            hmac_begin(&h);
            hmac_add(&h, (struct str){bytes, text / 3});
            hmac_add(&h, (struct str){bytes + text / 3, text - text / 3});
            hmac_end(&h, ours);
            HMAC(EVP_sha256(), bytes + 60, (int)key, (const unsigned char *)bytes, text, theirs, &len);
            cr_assert_eq(memcmp(ours, theirs, HMAC_BYTES), 0, "key of %zu bytes, text of %zu", key, text);
        }
}
