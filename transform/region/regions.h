/* regions.h - the region register, and the one region that a row's names or code mean.
 *
 * The register is etc/catalogue/regions.csv.gz with all its editions; a region is what crosswalk.csv.gz
 * follows through them, and is named by its code of today. Names are compared in the forms of regname.h, only
 * within their parent, and all levels jointly: exactly one whole path must remain. A name that was another
 * region's in an earlier edition decides nothing by itself; a name or code that is no longer in force counts
 * for records of its time. The nearest name is never accepted; aliases.csv holds the other spellings that a
 * person confirmed, puskesmas.csv the kecamatan that a puskesmas serves.
 */
#ifndef KP2S_REGIONS_H
#define KP2S_REGIONS_H

#include "err.h"
#include "str.h"

enum { REGION_NONE = 0, REGION_LEVELS = 4 };

/* Levels are 1 province, 2 kabupaten/kota, 3 kecamatan, 4 desa/kelurahan. A region is an index, REGION_NONE
 * is none. */
struct regions;

/* Reads regions.csv.gz, crosswalk.csv.gz, aliases.csv and puskesmas.csv of the catalogue folder, the latter
 * three where they are there; and aliases.csv and puskesmas.csv of the site's own folder, NULL: it has none.
 * NULL on failure. */
struct regions *regions_open(const char *folder, const char *site, struct err *e);
/* Reads the BPS codes (bps.csv.gz of the catalogue folder), if that was not done yet. */
bool regions_open_bps(struct regions *r, const char *folder, struct err *e);
void regions_close(struct regions *r);

struct str regions_edition(const struct regions *r); /* the day from which the newest row holds */
struct str regions_code(const struct regions *r, uint32_t region);
struct str regions_name(const struct regions *r, uint32_t region);
int regions_level(const struct regions *r, uint32_t region);
/* The region of that level which contains this one; REGION_NONE when it is itself above that level. */
uint32_t regions_above(const struct regions *r, uint32_t region, int level);
/* By code with points; REGION_NONE when no such region is in force. */
uint32_t regions_by_code(const struct regions *r, struct str code);
/* The region directly below parent (REGION_NONE: a province) that comes after this one, first after
 * REGION_NONE; REGION_NONE at the end. */
uint32_t regions_next_below(const struct regions *r, uint32_t parent, uint32_t region);
/* Calls back with each other name that the region had in an earlier edition, and the first days of the
 * editions between which it held. */
void regions_formers(const struct regions *r, uint32_t region,
                     void (*tell)(void *context, struct str name, struct str from, struct str until),
                     void *context);

struct region_query {
    struct str code;                    /* Kemendagri code as typed; may be empty */
    struct str bps;                     /* BPS code as typed; may be empty; wants regions_open_bps() */
    struct str name[REGION_LEVELS + 1]; /* by level, as typed; may be empty */
    struct str puskesmas;               /* as typed; tells the kecamatan where none is named; may be empty */
    uint32_t inside; /* province to look in when neither code nor name tells it; may be none */
    struct str day;  /* ISO date on which names and codes held that may be meant, too; empty: today's alone */
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
    bool bps;          /* the code at fault is the BPS code */
    struct str detail; /* Indonesian: suggestions, candidates; in the arena given */
    int alias;         /* found: the level whose name an alias settled; 0 none */
    bool former;       /* found by a name or code that held on the query's day and no longer does, */
    int former_level;  /* … which is the name of this level; 0: the code */
    bool timed;        /* no day was given, and with one the answer may be another */
};

/* Answers are remembered for repeated paths; memory does not grow with their number. */
enum region_answer regions_find(struct regions *r, const struct region_query *q, struct region_result *result,
                                struct arena *a);

/* A region that a name may mean, nearest first, then by code; for a person, who decides. */
struct region_offer {
    uint32_t region;
    size_t distance;        /* letters that differ */
    struct str former;      /* the name of an earlier edition by which it came up; empty: that of today */
    struct str from, until; /* first days of the editions between which that one held */
};
enum { REGION_OFFERS = 5 };

/* The regions of that level below parent with the nearest names; returns how many. */
size_t regions_nearest(struct regions *r, uint32_t parent, int level, struct str typed,
                       struct region_offer offer[REGION_OFFERS]);

/* Whether the puskesmas, in the list of its kabupaten/kota, serves another kecamatan than the region's. */
bool regions_puskesmas_elsewhere(struct regions *r, uint32_t region, struct str puskesmas);

/* What a remark on a region that was not found says of where it was looked for: the code in "di NAME (CODE);
 * …" of the detail; empty for the country. */
struct str regions_where_of(struct str detail);

#endif
