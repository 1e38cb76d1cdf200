/* waiting.h - the names of regions that streams rejected and nobody confirmed yet, each once. */
#ifndef KP2S_WAITING_H
#define KP2S_WAITING_H

#include "err.h"
#include "regions.h"
#include "str.h"

enum { WAITING_PLACES = 5 };

struct waiting_place {
    struct str file, sheet, cell; /* cell: "D14", or "row 14" where it has no address */
};

struct waiting {
    uint32_t parent; /* the region in which it was looked for; REGION_NONE: the country */
    int level;       /* of the name: 1 province … 4 desa/kelurahan */
    struct str text; /* as typed */
    bool ambiguous;  /* fits several; else unknown */
    long rows, files;
    struct waiting_place place[WAITING_PLACES]; /* the first of them */
    long last_source;
};

struct waitings {
    struct arena a;
    struct waiting *item;
    size_t n, room;
    uint32_t *slot; /* index + 1 by hash of parent, level and text */
    size_t slots;
    long sources;
    long hidden; /* rows whose name looks personal, so that the stream does not show it */
};

/* Adds what a stream of kp2s-transform rejected for a region's name; path NULL or "-": standard input. */
bool waiting_read(struct waitings *w, const struct regions *r, const char *path, struct err *e);
/* Drops what is found today; the most frequent first. */
void waiting_settle(struct waitings *w, struct regions *r);
/* The one with that parent and text; NULL when there is none. */
const struct waiting *waiting_find(const struct waitings *w, uint32_t parent, struct str text);
void waiting_done(struct waitings *w);

extern const char *const waiting_fields[REGION_LEVELS + 1]; /* "province", … by level */
extern const char *const waiting_words[REGION_LEVELS + 1];  /* "provinsi", … by level */

/* The answer for a name below a parent, as kp2s-transform gives it for a record of today. */
enum region_answer waiting_answer(struct regions *r, uint32_t parent, int level, struct str text,
                                  struct region_result *result, struct arena *a);

#endif
