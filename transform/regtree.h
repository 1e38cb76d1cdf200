/* regtree.h - the register in memory, as regions.c and regformer.c build it and regfind.c searches it.
 * Private to these.
 */
#ifndef KP2S_REGTREE_H
#define KP2S_REGTREE_H

#include "hash.h"
#include "regions.h"
#include "regname.h"

struct node {
    struct str code, name;
    uint32_t parent, child, last, next; /* first and last child; next child of the same parent */
    uint8_t level;
    char type;    /* 'K' or 'T' of a kabupaten or kota, once its name is in the index */
    bool indexed; /* the names of its children are in the index */
};

/* An entry of the name index; several may have the same hash. */
struct entry {
    uint64_t hash; /* of parent, form and name; 0: free */
    uint32_t node;
    bool stripped; /* the name came about by leaving leading words away */
};

/* A name that a region had in an earlier edition. */
struct former {
    uint32_t region;
    struct str name;
};

struct set {
    uint32_t *region;
    size_t n, room;
};

enum { REMEMBERED = 4096 };

struct remembered {
    struct hash key;
    uint32_t region;
};

struct regions {
    struct arena text;
    struct node *node; /* [0] is above the provinces */
    size_t nodes, room;
    struct entry *entry;
    size_t entries, slots; /* slots is a power of two */
    struct former *former;
    size_t formers;
    struct str edition;
    struct set now, below; /* work of regions_find */
    struct remembered remembered[REMEMBERED];
};

/* Adds the children of parent that have this name to the set: whole names before shortened ones, plain before
 * folded ones. The names below a parent are put into the index when it is first asked for. */
void regtree_named(struct regions *r, uint32_t parent, const struct regname *name, struct set *found);

/* Reads the former names from the register and crosswalk.csv.gz; a catalogue without a crosswalk has none. */
bool regtree_formers(struct regions *r, const char *folder, struct err *e);

#endif
