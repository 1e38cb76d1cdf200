/* identity.h - the key file, and the token that stands for a person.
 *
 * A token is the first 128 bits of HMAC-SHA-256 under the key, as 32 hex digits. What goes in is separated by
 * purpose: "kp2s:nik:v1:" and the NIK, or, where there is no usable NIK, "kp2s:person:v1:" and all that is
 * known of the person, so that two children are never merged for want of a number; "kp2s:household:v1:" and
 * the number of a family card (kartu keluarga). NIK, family cards and names never leave this stage.
 */
#ifndef KP2S_IDENTITY_H
#define KP2S_IDENTITY_H

#include "nik.h"

#include "err.h"

enum { TOKEN_SIZE = 33, KEY_ID_SIZE = 9 };

struct identity;

/* The key file holds 64 or more hex digits (32 bytes), is no link, belongs to the user or to root, and is
 * readable by its owner alone. NULL on failure. */
struct identity *identity_open(const char *key_file, struct err *e);
void identity_close(struct identity *i);
/* First 8 hex digits of HMAC(key, "kp2s:key-id"). */
const char *identity_key_id(const struct identity *i);

/* Creates a key file (random, mode 0600); never overwrites one. */
bool identity_make_key(const char *key_file, struct err *e);

void identity_of_nik(struct identity *i, const struct nik *nik, char token[TOKEN_SIZE]);

/* Whether a text can tell one child from its twin: not "By Ny Siti", "Bayi", "Anak Ibu Siti", "NN", "-"; "By
 * Ny Siti 2" can. */
bool identity_is_name(struct str name);

struct person {
    struct str name, parent, birth, sex, region;
};
/* name and birth must not be empty. Names count by their letters and digits alone. */
void identity_of_person(struct identity *i, const struct person *p, char token[TOKEN_SIZE]);

void identity_of_household(struct identity *i, const struct nik *kk, char token[TOKEN_SIZE]);

#endif
