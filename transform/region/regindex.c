/* Regions by code and edition, and by name below a parent. Part of regtree.h. */
#include "regtree.h"

#include <stdlib.h>
#include <string.h>

/* --- codes --- */

static int compare_node(const void *key, const void *element)
{
    return str_cmp(*(const struct str *)key, ((const struct node *)element)->code);
}

uint32_t regions_by_code(const struct regions *r, struct str code)
{
    struct node *found =
        r->in_force < 2 ? NULL : bsearch(&code, r->node + 1, r->in_force - 1, sizeof *r->node, compare_node);
    return found ? (uint32_t)(found - r->node) : REGION_NONE;
}

struct str regtree_prefix(struct str code, int level)
{
    static const size_t length[] = {0, 2, 5, 8, 13};
    return (struct str){code.ptr, code.len < length[level] ? code.len : length[level]};
}

uint32_t regtree_at(const struct regions *r, struct str code, uint8_t edition)
{
    uint32_t region = regions_by_code(r, code);
    if (region != REGION_NONE && r->node[region].since <= edition)
        return region;
    size_t low = 0, high = r->pasts;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (str_cmp(r->past[middle].code, code) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    for (; low < r->pasts && str_eq(r->past[low].code, code); low++)
        if (r->past[low].from <= edition && edition < r->past[low].until)
            return r->past[low].region;
    return REGION_NONE;
}

uint8_t regtree_edition(const struct regions *r, struct str day)
{
    uint8_t edition = regtree_newest(r);
    while (day.len > 0 && edition > 0 && str_cmp(r->edition[edition], day) > 0)
        edition--;
    return edition;
}

/* --- the index --- */

static uint64_t name_hash(uint32_t parent, enum regname_form form, struct str name)
{
    struct hash h;
    hash_begin(&h);
    hash_add_number(&h, (uint64_t)parent * REGNAME_FORMS + form);
    hash_add(&h, name);
    return h.a | 1;
}

static void index_put(struct regions *r, struct entry fresh)
{
    size_t i = fresh.hash & (r->slots - 1);
    while (r->entry[i].hash != 0)
        i = (i + 1) & (r->slots - 1);
    r->entry[i] = fresh;
    r->entries++;
}

static void index_add(struct regions *r, struct entry fresh)
{
    if (r->entries * 2 >= r->slots) {
        struct entry *old = r->entry;
        size_t slots = r->slots;
        r->slots = slots ? slots * 2 : 4096;
        r->entry = mem_alloc(r->slots * sizeof *r->entry);
        r->entries = 0;
        for (size_t i = 0; i < slots; i++)
            if (old[i].hash != 0)
                index_put(r, old[i]);
        free(old);
    }
    index_put(r, fresh);
}

/* Puts the forms of a name into the index; entry: all but hash, stripped and type. */
static void index_name(struct regions *r, uint32_t parent, struct str name, struct entry entry)
{
    struct regname n;
    regname_make(&n, name, r->node[entry.node].level);
    entry.type = r->node[entry.node].level == 2 ? n.type : 0;
    for (enum regname_form form = 0; form < REGNAME_FORMS; form++)
        for (int stripped = 0; stripped < 2; stripped++) {
            struct str text = regname_text(&n, form, stripped);
            entry.hash = name_hash(parent, form, text);
            entry.stripped = stripped == 1;
            if (text.len > 0)
                index_add(r, entry);
        }
}

static void index_children(struct regions *r, uint32_t parent)
{
    uint8_t end = (uint8_t)r->editions;
    if (r->node[parent].indexed)
        return;
    r->node[parent].indexed = true;
    for (uint32_t c = r->node[parent].child; c != REGION_NONE; c = r->node[c].next)
        index_name(r, parent, r->node[c].name,
                   (struct entry){.node = c, .from = r->node[c].since, .until = end});
    for (uint32_t f = r->node[parent].former; f != 0; f = r->former[f].next) {
        const struct former *x = &r->former[f];
        index_name(r, parent, x->name, (struct entry){.node = x->region, .from = x->from, .until = x->until});
    }
}

void regtree_alias(struct regions *r, uint32_t parent, uint32_t region, struct str alias)
{
    index_name(r, parent, alias,
               (struct entry){.node = region, .until = (uint8_t)r->editions, .alias = true});
}

/* --- names --- */

void regset_add(struct set *s, struct reached x)
{
    for (size_t i = 0; i < s->n; i++)
        if (s->at[i].region == x.region) {
            if (x.standing > s->at[i].standing)
                s->at[i] = x;
            return;
        }
    if (s->n == s->room)
        s->at = mem_grow(s->at, (s->room = s->room ? s->room * 2 : 64) * sizeof *s->at);
    s->at[s->n++] = x;
}

/* What is looked for below a parent. */
struct wanted {
    uint32_t parent;
    uint8_t edition;
    bool alias;
    struct reached as; /* but the region */
};

/* Adds what has that hash; stripped: 0 whole names, 1 those without leading words, 2 either. True when there
 * was any. */
static bool index_find(const struct regions *r, const struct wanted *w, uint64_t hash, int stripped,
                       char type, struct set *found)
{
    bool any = false;
    if (r->slots == 0)
        return false;
    for (size_t i = hash & (r->slots - 1); r->entry[i].hash != 0; i = (i + 1) & (r->slots - 1)) {
        const struct entry *x = &r->entry[i];
        if (x->hash != hash || (stripped != 2 && x->stripped != (stripped == 1)) || x->alias != w->alias ||
            x->from > w->edition || w->edition >= x->until || (type && x->type && x->type != type))
            continue;
        struct reached as = w->as;
        as.region = x->node;
        regset_add(found, as);
        any = true;
    }
    return any;
}

/* Whole names before shortened ones, plain before folded ones. True when there was any. */
static bool named(const struct regions *r, const struct wanted *w, const struct regname *name,
                  struct set *found)
{
    bool any = false;
    for (enum regname_form form = 0; form < REGNAME_FORMS && !any; form++) {
        struct str whole = regname_text(name, form, 0), stripped = regname_text(name, form, 1);
        if (whole.len == 0)
            continue;
        uint64_t hash = name_hash(w->parent, form, whole);
        if (index_find(r, w, hash, 0, 0, found))
            return true;
        any = index_find(r, w, hash, 1, 0, found);
        if (stripped.len > 0)
            any = index_find(r, w, name_hash(w->parent, form, stripped), 2, name->type, found) || any;
    }
    return any;
}

static enum standing lesser(enum standing a, enum standing b)
{
    return a < b ? a : b;
}

void regtree_step(struct regions *r, const struct reached *parent, const struct regname *name, uint8_t then,
                  struct set *found)
{
    uint8_t newest = regtree_newest(r), level = (uint8_t)(r->node[parent->region].level + 1);
    struct wanted w = {.parent = parent->region, .edition = newest, .alias = true, .as = *parent};
    index_children(r, parent->region);
    w.as.alias = level;
    if (named(r, &w, name, found))
        return;
    w.alias = false;
    w.as.alias = parent->alias;
    named(r, &w, name, found);
    if (r->node[parent->region].former == 0)
        return;
    for (uint8_t edition = newest; edition-- > 0;) {
        w.edition = edition;
        w.as.standing = lesser(parent->standing, edition == then ? THEN : ONCE);
        w.as.former = parent->standing == NOW ? level : parent->former;
        named(r, &w, name, found);
    }
}

void regtree_children(struct regions *r, const struct reached *parent, uint8_t then, struct set *found)
{
    struct reached x = *parent;
    for (uint32_t c = r->node[parent->region].child; c != REGION_NONE; c = r->node[c].next) {
        x.region = c;
        /* the children of one parent are no others': no need to look whether it is there */
        if (found->n == found->room)
            found->at =
                mem_grow(found->at, (found->room = found->room ? found->room * 2 : 64) * sizeof *found->at);
        found->at[found->n++] = x;
    }
    for (uint32_t f = r->node[parent->region].former; f != 0; f = r->former[f].next) {
        const struct former *past = &r->former[f];
        bool held = past->from <= then && then < past->until;
        x.region = past->region;
        x.standing = lesser(parent->standing, held ? THEN : ONCE);
        x.former = parent->standing == NOW ? r->node[past->region].level : parent->former;
        regset_add(found, x);
    }
}
