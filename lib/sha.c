#include "sha.h"

#include <openssl/evp.h>
#include <stdio.h>
#include <sys/stat.h>

static void to_hex(const unsigned char *digest, char hex[SHA_HEX])
{
    for (size_t i = 0; i < 32; i++)
        snprintf(hex + 2 * i, 3, "%02x", digest[i]);
}

bool sha_file(const char *path, char hex[SHA_HEX], long long *bytes, struct err *e)
{
    FILE *f = fopen(path, "rb");
    if (!f)
        return err_sys(e, "cannot open '%s'", path);
    struct stat st;
    if (fstat(fileno(f), &st) == 0 && S_ISDIR(st.st_mode)) {
        fclose(f);
        return err_set(e, ST_UNREADABLE, "cannot read '%s': it is a directory", path);
    }
    EVP_MD_CTX *ctx = EVP_MD_CTX_new();
    if (!ctx || EVP_DigestInit_ex(ctx, EVP_sha256(), NULL) != 1)
        BUG("no SHA-256");
    unsigned char buffer[65536], digest[32];
    size_t n;
    *bytes = 0;
    while ((n = fread(buffer, 1, sizeof buffer, f)) > 0) {
        EVP_DigestUpdate(ctx, buffer, n);
        *bytes += (long long)n;
    }
    bool ok = !ferror(f);
    if (!ok)
        err_sys(e, "cannot read '%s'", path);
    EVP_DigestFinal_ex(ctx, digest, NULL);
    EVP_MD_CTX_free(ctx);
    fclose(f);
    to_hex(digest, hex);
    return ok;
}

void sha_text(struct str text, char hex[SHA_HEX])
{
    unsigned char digest[32];
    if (EVP_Digest(text.ptr, text.len, digest, NULL, EVP_sha256(), NULL) != 1)
        BUG("no SHA-256");
    to_hex(digest, hex);
}
