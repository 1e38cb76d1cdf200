/* identity.h - the key file, what a NIK is worth, and the token that stands for a person.
 *
 * A token is the first 128 bits of HMAC-SHA-256 under the key, as 32 hex digits. What goes in is separated by
 * purpose: "kp2s:nik:v1:" and the NIK, or, where there is no usable NIK, "kp2s:person:v1:" and all that is
 * known of the person, so that two children are never merged for want of a number; "kp2s:household:v1:" and
 * the number of a family card (kartu keluarga). NIK, family cards and names never leave this stage.
 */
#ifndef KP2S_IDENTITY_H
#define KP2S_IDENTITY_H

#include "date.h"

#include "err.h"
#include "str.h"

enum { TOKEN_SIZE = 33, KEY_ID_SIZE = 9 };

struct identity;

/* The key file holds 64 or more hex digits (32 bytes) and is readable by its owner alone. NULL on failure. */
struct identity *identity_open(const char *key_file, struct err *e);
void identity_close(struct identity *i);
/* First 8 hex digits of HMAC(key, "kp2s:key-id"). */
const char *identity_key_id(const struct identity *i);

/* Creates a key file (random, mode 0600); never overwrites one. */
bool identity_make_key(const char *key_file, struct err *e);

enum nik_worth {
    NIK_GOOD,
    NIK_TEMPORARY, /* 17 digits: an identity of its own */
    NIK_MISSING,
    NIK_DAMAGED, /* "3.30101E+15": digits lost for good */
    NIK_INVALID, /* not 16 digits, or masked */
    NIK_DUMMY,   /* one digit repeated, ascending digits, serial number 0000 */
};

struct nik {
    enum nik_worth worth;
    char digits[20]; /* when good or temporary */
};

/* Blanks inside and a leading apostrophe are taken away. */
struct nik nik_read(struct str text);
/* Day of birth and sex in a good NIK (day + 40 for girls) against the sheet's; sex 0 or birth NULL are not
 * compared. */
bool nik_disagrees(const struct nik *nik, const struct date *birth, char sex);

void identity_of_nik(struct identity *i, const struct nik *nik, char token[TOKEN_SIZE]);

struct person {
    struct str name, parent, birth, sex, region;
};
/* name and birth must not be empty. Names count by their letters and digits alone. */
void identity_of_person(struct identity *i, const struct person *p, char token[TOKEN_SIZE]);

/* What a family card's number is worth: NIK_GOOD, NIK_MISSING, or what is wrong with it; 17 digits are none.
 */
struct nik kk_read(struct str text);
void identity_of_household(struct identity *i, const struct nik *kk, char token[TOKEN_SIZE]);

#endif
