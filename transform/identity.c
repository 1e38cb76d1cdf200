#include "identity.h"

#include "hmac.h"
#include "regname.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <openssl/crypto.h>
#include <openssl/rand.h>

enum { KEY_BYTES = 32, MAX_KEY_BYTES = 128 };

struct identity {
    struct hmac hmac; /* holds the key; begun anew for each token */
    char key_id[KEY_ID_SIZE];
};

/* --- tokens --- */

static void to_hex(const unsigned char *bytes, size_t n, char *out)
{
    static const char digits[] = "0123456789abcdef";
    for (size_t i = 0; i < n; i++) {
        out[2 * i] = digits[bytes[i] >> 4];
        out[2 * i + 1] = digits[bytes[i] & 15];
    }
    out[2 * n] = '\0';
}

static void add(struct identity *i, struct str s)
{
    hmac_add(&i->hmac, s);
}

static void begin(struct identity *i, struct str purpose)
{
    hmac_begin(&i->hmac);
    add(i, purpose);
}

static void finish(struct identity *i, size_t bytes, char *out)
{
    unsigned char digest[HMAC_BYTES];
    hmac_end(&i->hmac, digest);
    to_hex(digest, bytes, out);
}

void identity_of_nik(struct identity *i, const struct nik *nik, char token[TOKEN_SIZE])
{
    begin(i, STR("kp2s:nik:v1:"));
    add(i, str_c(nik->digits));
    finish(i, (TOKEN_SIZE - 1) / 2, token);
}

void identity_of_person(struct identity *i, const struct person *p, char token[TOKEN_SIZE])
{
    char letters[256];
    begin(i, STR("kp2s:person:v1:"));
    add(i, (struct str){letters, regname_letters(p->name, letters, sizeof letters)});
    add(i, STR("|"));
    add(i, p->birth);
    add(i, STR("|"));
    add(i, p->sex);
    add(i, STR("|"));
    add(i, (struct str){letters, regname_letters(p->parent, letters, sizeof letters)});
    add(i, STR("|"));
    add(i, p->region);
    finish(i, (TOKEN_SIZE - 1) / 2, token);
}

void identity_of_household(struct identity *i, const struct nik *kk, char token[TOKEN_SIZE])
{
    begin(i, STR("kp2s:household:v1:"));
    add(i, str_c(kk->digits));
    finish(i, (TOKEN_SIZE - 1) / 2, token);
}

const char *identity_key_id(const struct identity *i)
{
    return i->key_id;
}

/* --- key file --- */

static int hex_value(char c)
{
    return c >= '0' && c <= '9'   ? c - '0'
           : c >= 'a' && c <= 'f' ? c - 'a' + 10
           : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                  : -1;
}

/* The bytes written as hex digits in the text, white space aside; 0 when it is anything else. */
static size_t key_bytes(struct str text, unsigned char *key)
{
    size_t n = 0;
    text = str_trim(text);
    if (text.len % 2 != 0 || text.len > 2 * MAX_KEY_BYTES)
        return 0;
    for (size_t i = 0; i < text.len; i += 2) {
        int high = hex_value(text.ptr[i]), low = hex_value(text.ptr[i + 1]);
        if (high < 0 || low < 0)
            return 0;
        key[n++] = (unsigned char)(high << 4 | low);
    }
    return n;
}

static bool read_key(const char *path, unsigned char *key, size_t *n, struct err *e)
{
    char text[2 * MAX_KEY_BYTES + 16];
    struct stat st;
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0)
        return err_sys(e, "cannot open the key file '%s'", path);
    ssize_t len = -1;
    if (fstat(fd, &st) != 0 || !S_ISREG(st.st_mode)) {
        err_set(e, ST_CONFIG, "the key file '%s' is no regular file", path);
    } else if (st.st_mode & 0177) {
        err_set(e, ST_PERMISSION, "the key file '%s' has mode %03o", path, (unsigned)st.st_mode & 0777);
        err_hint(e, "only its owner may read it: chmod 600 '%s'", path);
    } else if ((len = read(fd, text, sizeof text)) < 0) {
        err_sys(e, "cannot read the key file '%s'", path);
    }
    close(fd);
    if (len < 0)
        return false;
    *n = key_bytes((struct str){text, (size_t)len}, key);
    OPENSSL_cleanse(text, sizeof text);
    if (*n >= KEY_BYTES)
        return true;
    err_set(e, ST_CONFIG, "the key file '%s' does not hold %d to %d hex digits", path, 2 * KEY_BYTES,
            2 * MAX_KEY_BYTES);
    return err_hint(e, "kp2s-transform --make-key FILE makes a right one");
}

struct identity *identity_open(const char *key_file, struct err *e)
{
    unsigned char key[MAX_KEY_BYTES + 8];
    size_t n = 0;
    if (!read_key(key_file, key, &n, e))
        return NULL;
    struct identity *i = mem_alloc(sizeof *i);
    hmac_key(&i->hmac, key, n);
    OPENSSL_cleanse(key, sizeof key);
    begin(i, STR("kp2s:key-id"));
    finish(i, (KEY_ID_SIZE - 1) / 2, i->key_id);
    return i;
}

void identity_close(struct identity *i)
{
    if (!i)
        return;
    hmac_forget(&i->hmac);
    free(i);
}

bool identity_make_key(const char *path, struct err *e)
{
    unsigned char key[KEY_BYTES];
    char text[2 * KEY_BYTES + 2];
    int fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (fd < 0) {
        int errnum = errno;
        err_set(e, ST_CANTCREATE, "cannot create the key file '%s': %s", path, strerror(errnum));
        if (errnum == EEXIST)
            err_hint(
                e, "a key is never overwritten: with another key no person in the warehouse is known again");
        return false;
    }
    if (RAND_bytes(key, sizeof key) != 1)
        BUG("no random numbers");
    to_hex(key, sizeof key, text);
    memcpy(text + 2 * KEY_BYTES, "\n", 2);
    bool ok = write(fd, text, 2 * KEY_BYTES + 1) == 2 * KEY_BYTES + 1 && fsync(fd) == 0;
    if (!ok)
        err_sys(e, "cannot write the key file '%s'", path);
    OPENSSL_cleanse(key, sizeof key);
    OPENSSL_cleanse(text, sizeof text);
    if (close(fd) != 0 && ok)
        ok = err_sys(e, "cannot write the key file '%s'", path);
    if (!ok)
        unlink(path);
    return ok;
}

/* --- NIK --- */

static bool dummy(const char *digits, size_t n)
{
    bool same = true, ascending = true;
    for (size_t i = 1; i < n; i++) {
        same = same && digits[i] == digits[0];
        ascending = ascending && digits[i] == (digits[i - 1] == '9' ? '0' : digits[i - 1] + 1);
    }
    return same || ascending || memcmp(digits + n - 4, "0000", 4) == 0;
}

/* "3.30101E+15", "7,31E+15": digits, one mark, an exponent. */
static bool exponent_form(struct str s)
{
    size_t e = 0;
    while (e < s.len && s.ptr[e] != 'E' && s.ptr[e] != 'e')
        e++;
    if (e == 0 || e + 1 >= s.len)
        return false;
    for (size_t i = 0; i < s.len; i++) {
        char c = s.ptr[i];
        if (i != e && !(c >= '0' && c <= '9') && !(i < e && (c == '.' || c == ',')) &&
            !(i == e + 1 && c == '+'))
            return false;
    }
    return true;
}

struct nik nik_read(struct str s)
{
    struct nik nik = {.worth = NIK_INVALID};
    size_t n = 0;
    if (s.len > 0 && s.ptr[0] == '\'')
        s = str_trim((struct str){s.ptr + 1, s.len - 1});
    if (s.len == 0 || str_is(s, "-") || str_is(s, "0")) {
        nik.worth = NIK_MISSING;
        return nik;
    }
    if (exponent_form(s)) {
        nik.worth = NIK_DAMAGED;
        return nik;
    }
    if (s.len > 2 && memcmp(s.ptr + s.len - 2, ".0", 2) == 0) /* a number as programs write it */
        s.len -= 2;
    for (size_t i = 0; i < s.len; i++) {
        char c = s.ptr[i];
        if (c == ' ' || c == '.' || (unsigned char)c == 0xC2 || (unsigned char)c == 0xA0)
            continue;
        if (c < '0' || c > '9' || n == sizeof nik.digits - 1)
            return nik;
        nik.digits[n++] = c;
    }
    if (n == 16 || n == 17)
        nik.worth = dummy(nik.digits, n)   ? NIK_DUMMY
                    : n == 17              ? NIK_TEMPORARY
                    : nik.digits[0] == '0' ? NIK_INVALID
                                           : NIK_GOOD;
    return nik;
}

/* A family card is numbered as a person is: place, day of issue, serial number. */
struct nik kk_read(struct str s)
{
    struct nik kk = nik_read(s);
    if (kk.worth == NIK_TEMPORARY)
        kk.worth = NIK_INVALID;
    return kk;
}

static int two(const char *digits)
{
    return (digits[0] - '0') * 10 + (digits[1] - '0');
}

bool nik_disagrees(const struct nik *nik, const struct date *birth, char sex)
{
    int day = two(nik->digits + 6), month = two(nik->digits + 8), year = two(nik->digits + 10);
    char coded = day > 40 ? 'P' : 'L';
    if (birth &&
        (birth->day != day - (day > 40 ? 40 : 0) || birth->month != month || birth->year % 100 != year))
        return true;
    return sex && sex != coded;
}
