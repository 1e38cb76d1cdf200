/* regions.h - the region register, and the one region that a row's names or code mean.
 *
 * The register is etc/catalogue/regions.csv.gz; the rows in force now are used. Names are compared in the
 * forms of regname.h, only within their parent, and all levels jointly: exactly one whole path must remain.
 * The nearest name is never accepted; aliases.csv holds the other spellings that a person confirmed.
 */
#ifndef KP2S_REGIONS_H
#define KP2S_REGIONS_H

#include "err.h"
#include "str.h"

enum { REGION_NONE = 0, REGION_LEVELS = 4 };

/* Levels are 1 province, 2 kabupaten/kota, 3 kecamatan, 4 desa/kelurahan. A region is an index, REGION_NONE
 * is none. */
struct regions;

/* Reads regions.csv.gz and aliases.csv of the catalogue folder. NULL on failure. */
struct regions *regions_open(const char *folder, struct err *e);
void regions_close(struct regions *r);

struct str regions_edition(const struct regions *r); /* the day from which the newest row holds */
struct str regions_code(const struct regions *r, uint32_t region);
struct str regions_name(const struct regions *r, uint32_t region);
int regions_level(const struct regions *r, uint32_t region);
/* The region of that level which contains this one; REGION_NONE when it is itself above that level. */
uint32_t regions_above(const struct regions *r, uint32_t region, int level);
/* By code with points; REGION_NONE when no such region is in force. */
uint32_t regions_by_code(const struct regions *r, struct str code);

struct region_query {
    struct str code;                    /* Kemendagri code as typed; may be empty */
    struct str name[REGION_LEVELS + 1]; /* by level, as typed; may be empty */
    uint32_t inside; /* province to look in when neither code nor name tells it; may be none */
};

enum region_answer {
    REGION_FOUND,
    REGION_MISSING,   /* nothing was given */
    REGION_UNKNOWN,   /* the name at `level` is not below what the levels above allow */
    REGION_AMBIGUOUS, /* more than one path remains */
    REGION_CODE_UNKNOWN,
    REGION_CODE_MISMATCH, /* the name at `level` is not that of the code's region */
};

struct region_result {
    uint32_t region;   /* when found */
    int level;         /* level at fault, 0 the code */
    struct str detail; /* Indonesian: suggestions, candidates; in the arena given */
};

/* Answers are remembered for repeated paths; memory does not grow with their number. */
enum region_answer regions_find(struct regions *r, const struct region_query *q, struct region_result *result,
                                struct arena *a);

#endif
