/* regtree.h - the register in memory, as regions.c, regindex.c and regformer.c build it and regfind.c
 * searches it. Private to these.
 *
 * A region is what the crosswalk follows through all editions: one node, whatever its name and code were.
 * What it was called and where it lay in earlier editions are relations between nodes. An edition is an index
 * into the days on which editions begin; the newest is the one of today.
 */
#ifndef KP2S_REGTREE_H
#define KP2S_REGTREE_H

#include "hash.h"
#include "regions.h"
#include "regname.h"

enum { MAX_EDITIONS = 16 };

struct node {
    struct str code, name;
    uint32_t parent, child, last, next; /* first and last child; next child of the same parent */
    uint32_t former;                    /* first and further relations below this one, of the past; 0 none */
    uint8_t level, since;               /* edition in which it got this code and name */
    uint8_t until;                      /* first edition without it; 0: it is in force */
    bool indexed;                       /* the names of its children are in the index */
};

/* A row of the register that ended; rows are in order of codes, those of a code in order of time. */
struct past {
    struct str code, name;
    uint8_t from, until; /* editions: the last one it is not in */
    uint32_t to;         /* past row that it goes on as, index + 1; 0: none */
    uint32_t region;     /* node that it is in the end */
};

/* What a region was called, and below which other it lay, in earlier editions. */
struct former {
    struct str name;
    uint32_t parent, region, next;
    uint8_t from, until;
};

/* An entry of the name index; several may have the same hash. */
struct entry {
    uint64_t hash; /* of parent, form and name; 0: free */
    uint32_t node;
    uint8_t from, until; /* the editions in which it has the name */
    bool stripped;       /* the name came about by leaving leading words away */
    bool alias;
    char type; /* 'K' or 'T' of a kabupaten or kota that says so */
};

/* By which reading a region was reached: as of today, by names in force at the record's period, or by names
 * that held at another time, which accepts nothing but may contradict. */
enum standing { ONCE, THEN, NOW };

struct reached {
    uint32_t region;
    enum standing standing;
    uint8_t alias;  /* level of a name that an alias settled; 0 none */
    uint8_t former; /* THEN: level of the first name that is not today's; 0: the code */
};

struct set {
    struct reached *at;
    size_t n, room;
};

enum { REMEMBERED = 4096 };

struct remembered {
    struct hash key;
    struct reached reached;
};

struct bps;
struct puskesmas;

struct regions {
    struct arena text;
    struct node *node; /* [0] is above the provinces; behind those in force the ones that ended for good */
    size_t nodes, room, in_force;
    struct entry *entry;
    size_t entries, slots; /* slots is a power of two */
    struct past *past;
    size_t pasts, past_room;
    struct former *former; /* [0] is none */
    size_t formers, former_room;
    struct str edition[MAX_EDITIONS]; /* first days */
    size_t editions;
    struct bps *bps;             /* NULL until regions_open_bps() */
    struct puskesmas *puskesmas; /* NULL when no puskesmas is known */
    struct set now, below;       /* work of regions_find */
    bool timed;                  /* the answer may be another one for another day */
    struct remembered remembered[REMEMBERED];
};

static inline uint8_t regtree_newest(const struct regions *r)
{
    return (uint8_t)(r->editions - 1);
}

/* --- regindex.c --- */

/* The region of this code in that edition; REGION_NONE when there was none. */
uint32_t regtree_at(const struct regions *r, struct str code, uint8_t edition);
/* The edition that a day is in; one before the first counts as in it. Empty: the newest. */
uint8_t regtree_edition(const struct regions *r, struct str day);
/* The code of a level above: "33.76.02.1002" at 2 is "33.76". */
struct str regtree_prefix(struct str code, int level);
/* Adds to the set what below the parent has this name: by an alias, else today, else in earlier editions;
 * then: the edition of the record's period. The names below a parent are indexed when it is first asked for.
 */
void regtree_step(struct regions *r, const struct reached *parent, const struct regname *name, uint8_t then,
                  struct set *found);
/* All that lies or lay below the parent. */
void regtree_children(struct regions *r, const struct reached *parent, uint8_t then, struct set *found);
void regtree_alias(struct regions *r, uint32_t parent, uint32_t region, struct str alias);
void regset_add(struct set *s, struct reached x);

/* --- regformer.c --- */

/* What became of the rows that ended: from crosswalk.csv.gz, and into relations. Without a crosswalk they are
 * forgotten. */
bool regtree_formers(struct regions *r, const char *folder, struct err *e);

/* --- regsuggest.c --- */

/* Both begin with the region in which all parents lie ("di Tegal Timur (33.76.02); "), unless that is the
 * country. The nearest names below the parents, former ones too: */
struct str regtree_suggest(struct regions *r, const struct set *parents, struct str typed, int level,
                           struct arena *a);
/* The regions of the set, those of today first; parents may be NULL. */
struct str regtree_list(const struct regions *r, const struct set *s, const struct set *parents,
                        struct str typed, struct arena *a);

/* --- regbps.c, regpuskesmas.c --- */

void regbps_close(struct bps *b); /* may be NULL */
/* Region by a BPS code as typed; REGION_NONE when the table does not have it. */
uint32_t regbps_find(const struct regions *r, struct str typed);

bool regpuskesmas_read(struct regions *r, const char *path, struct err *e);
void regpuskesmas_close(struct puskesmas *p); /* may be NULL */
/* Adds the kecamatan that a puskesmas of this kabupaten/kota serves; false when it is not in the list. */
bool regpuskesmas_find(const struct regions *r, uint32_t regency, struct str name, struct set *found);

#endif
