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

/* --- names --- */

enum { NAME_SIZE = 256, MAX_WORDS = 4, WORD_SIZE = 16 };

static bool one_of(const char *word, const char *const *words)
{
    while (*words && strcmp(word, *words) != 0)
        words++;
    return *words != NULL;
}

/* The first words of a name, in capitals; words of other lengths than a label's are cut. */
static size_t words_of(struct str name, char word[MAX_WORDS][WORD_SIZE])
{
    size_t n = 0, len = 0;
    for (size_t i = 0; i <= name.len && n < MAX_WORDS; i++) {
        char c = i < name.len ? name.ptr[i] : ' ';
        if (c >= 'a' && c <= 'z')
            c = (char)(c - 32);
        bool part = (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || (unsigned char)c >= 0x80;
        if (part && len + 1 < WORD_SIZE)
            word[n][len++] = c;
        if (part || len == 0)
            continue;
        word[n++][len] = '\0';
        len = 0;
    }
    return n;
}

/* "1", "II", "B" behind "By Ny Siti": which of the twins it is. */
static bool tells_twin(struct str name)
{
    static const char *const marks[] = {"1", "2", "3", "4", "I", "II", "III", "IV", "A", "B", "C", NULL};
    size_t at = name.len;
    char word[MAX_WORDS][WORD_SIZE];
    while (at > 0 && name.ptr[at - 1] != ' ' && name.ptr[at - 1] != '.')
        at--;
    return words_of((struct str){name.ptr + at, name.len - at}, word) == 1 && one_of(word[0], marks);
}

bool identity_is_name(struct str name)
{
    static const char *const infants[] = {"BAYI", "BY", "BABY", "JANIN", NULL};
    static const char *const children[] = {"ANAK", "AN", "BALITA", NULL};
    static const char *const parents[] = {"NY", "NYONYA", "IBU", "BU", "BAPAK", "TN", "DARI", NULL};
    static const char *const nobody[] = {"NN", "NONAME", "ANONIM", "TANPA", "BELUM", "TIDAK", "KOSONG", NULL};
    char word[MAX_WORDS][WORD_SIZE], letters[NAME_SIZE];
    size_t n = words_of(name, word), len = regname_letters(name, letters, sizeof letters), same = 1;
    while (same < len && letters[same] == letters[0])
        same++;
    if (n == 0 || len == 0 || same == len || one_of(word[0], nobody))
        return false;
    bool label =
        one_of(word[0], infants) || (one_of(word[0], children) && (n == 1 || one_of(word[1], parents)));
    return !label || (n > 2 && tells_twin(name));
}

void identity_of_person(struct identity *i, const struct person *p, char token[TOKEN_SIZE])
{
    char letters[NAME_SIZE];
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
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
    if (fd < 0 && errno == ELOOP) {
        err_set(e, ST_PERMISSION, "the key file '%s' is a symbolic link", path);
        return err_hint(e,
                        "name the file itself: who may change a link's folder could put another key there");
    }
    if (fd < 0)
        return err_sys(e, "cannot open the key file '%s'", path);
    ssize_t len = -1;
    if (fstat(fd, &st) != 0 || !S_ISREG(st.st_mode)) {
        err_set(e, ST_CONFIG, "the key file '%s' is no regular file", path);
    } else if (st.st_uid != geteuid() && st.st_uid != 0) {
        err_set(e, ST_PERMISSION, "the key file '%s' belongs to user %ld, not to who runs this", path,
                (long)st.st_uid);
        err_hint(e, "its owner can change it: give it to the user that runs KP2S, or to root");
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
