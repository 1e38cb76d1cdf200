/* regfind.c - one region found by its names and codes along the whole path. Part of regions.h. */
#include "regtree.h"

#include <string.h>

/* "33.76" is a number to a spreadsheet, so "33.10" comes as 33.1 or 33,1: whatever the mark, two digits are
 * meant behind it. */
static bool number_of_regency(struct str typed, char out[16], struct str *code)
{
    if (typed.len < 4 || typed.len > 5 || (typed.ptr[2] != '.' && typed.ptr[2] != ','))
        return false;
    memcpy(out, "00.00", 5);
    for (size_t i = 0; i < typed.len; i++)
        if (i != 2 && (typed.ptr[i] < '0' || typed.ptr[i] > '9'))
            return false;
        else if (i != 2)
            out[i] = typed.ptr[i];
    *code = (struct str){out, 5};
    return true;
}

/* Code as typed ("3376021002", "33.76.02.1002", "3376021002.0") in dotted form; false when it has another
 * shape. */
static bool dotted(struct str typed, char out[16], struct str *code)
{
    char digits[16];
    size_t n = 0, points = 0;
    if (typed.len > 1 && typed.ptr[0] == '\'')
        typed = (struct str){typed.ptr + 1, typed.len - 1};
    if (number_of_regency(typed, out, code))
        return true;
    if (typed.len > 2 && memcmp(typed.ptr + typed.len - 2, ".0", 2) == 0)
        typed.len -= 2;
    for (size_t i = 0; i < typed.len; i++) {
        if (typed.ptr[i] == '.')
            points++;
        else if (typed.ptr[i] < '0' || typed.ptr[i] > '9' || n == 10)
            return false;
        else
            digits[n++] = typed.ptr[i];
    }
    int level = n == 2 ? 1 : n == 4 ? 2 : n == 6 ? 3 : n == 10 ? 4 : 0;
    if (level == 0 || (points != 0 && points != (size_t)level - 1))
        return false;
    size_t len = 0;
    for (size_t i = 0; i < n; i++) {
        if (i == 2 || i == 4 || i == 6)
            out[len++] = '.';
        out[len++] = digits[i];
    }
    *code = (struct str){out, len};
    return points == 0 || str_eq(typed, *code);
}

/* --- what to tell a person who typed a name that does not exist --- */

enum { SUGGESTIONS = 3 };

static struct str list(const struct regions *r, const uint32_t *region, size_t n, struct arena *a)
{
    struct str text = STR("dapat berarti");
    for (size_t i = 0; i < n; i++)
        text = arena_printf(a, "%.*s%s%.*s (%.*s)", STR_ARG(text), i ? ", " : " ",
                            STR_ARG(r->node[region[i]].name), STR_ARG(r->node[region[i]].code));
    return text;
}

/* A region that a name may mean, and the former name by which it came up. */
struct offer {
    uint32_t region;
    size_t distance;
    struct str former;
};

struct offers {
    struct offer best[SUGGESTIONS]; /* the nearest first, then by code */
    size_t n;
};

static bool before(const struct regions *r, const struct offer *x, const struct offer *y)
{
    return x->distance != y->distance ? x->distance < y->distance
                                      : str_cmp(r->node[x->region].code, r->node[y->region].code) < 0;
}

static void offer(const struct regions *r, struct offers *o, struct offer x)
{
    for (size_t i = 0; i < o->n; i++) {
        if (o->best[i].region != x.region)
            continue;
        if (!before(r, &x, &o->best[i]))
            return;
        memmove(&o->best[i], &o->best[i + 1], (--o->n - i) * sizeof x);
    }
    size_t at = o->n;
    while (at > 0 && before(r, &x, &o->best[at - 1]))
        at--;
    if (at == SUGGESTIONS)
        return;
    o->n += o->n < SUGGESTIONS;
    memmove(&o->best[at + 1], &o->best[at], (o->n - 1 - at) * sizeof x);
    o->best[at] = x;
}

/* How far the name of the region, or one that it had, is from what was typed; SIZE_MAX: too far. */
static size_t nearness(struct str typed, struct str name, int level)
{
    struct regname other;
    regname_make(&other, name, level);
    size_t d = str_distance(typed, regname_text(&other, REGNAME_PLAIN, other.len[REGNAME_PLAIN][1] > 0));
    return d > 1 + typed.len / 4 ? SIZE_MAX : d;
}

/* The nearest names among the children of the parents, former ones too; empty when none is near. */
static struct str suggestions(struct regions *r, const struct set *parents, const struct regname *name,
                              int level, struct arena *a)
{
    struct offers o = {0};
    struct str typed = regname_text(name, REGNAME_PLAIN, name->len[REGNAME_PLAIN][1] > 0);
    for (size_t p = 0; p < parents->n; p++)
        for (uint32_t c = r->node[parents->region[p]].child; c != REGION_NONE; c = r->node[c].next) {
            size_t d = nearness(typed, r->node[c].name, level);
            if (d != SIZE_MAX)
                offer(r, &o, (struct offer){c, d, STR("")});
        }
    for (size_t i = 0; i < r->formers; i++) {
        const struct former *f = &r->former[i];
        bool below = false;
        for (size_t p = 0; p < parents->n && !below; p++)
            below = r->node[f->region].parent == parents->region[p];
        size_t d = below ? nearness(typed, f->name, level) : SIZE_MAX;
        if (d != SIZE_MAX)
            offer(r, &o, (struct offer){f->region, d, f->name});
    }
    struct str text = STR("");
    for (size_t i = 0; i < o.n; i++) {
        const struct node *node = &r->node[o.best[i].region];
        text = arena_printf(a, "%.*s%s%.*s (%.*s", STR_ARG(text), i ? ", " : "mungkin ", STR_ARG(node->name),
                            STR_ARG(node->code));
        text = o.best[i].former.len > 0
                   ? arena_printf(a, "%.*s, dahulu %.*s)", STR_ARG(text), STR_ARG(o.best[i].former))
                   : arena_printf(a, "%.*s)", STR_ARG(text));
    }
    return text;
}

/* --- finding --- */

static void set_one(struct set *s, uint32_t region)
{
    s->n = 0;
    if (s->room == 0)
        s->region = mem_grow(NULL, (s->room = 64) * sizeof *s->region);
    s->region[s->n++] = region;
}

static void add_children(const struct regions *r, uint32_t parent, struct set *s)
{
    for (uint32_t c = r->node[parent].child; c != REGION_NONE; c = r->node[c].next) {
        if (s->n == s->room)
            s->region = mem_grow(s->region, (s->room = s->room ? s->room * 2 : 64) * sizeof *s->region);
        s->region[s->n++] = c;
    }
}

/* The names given at and above the code's level must be those of its region. */
static enum region_answer check_names(struct regions *r, const struct region_query *q, uint32_t region,
                                      struct region_result *result, struct arena *a)
{
    for (int level = r->node[region].level; level >= 1; level--) {
        if (q->name[level].len == 0)
            continue;
        uint32_t above = regions_above(r, region, level);
        struct regname name;
        regname_make(&name, q->name[level], level);
        r->below.n = 0;
        regtree_named(r, r->node[above].parent, &name, &r->below);
        bool same = false;
        for (size_t i = 0; i < r->below.n; i++)
            same = same || r->below.region[i] == above;
        if (!same) {
            result->level = level;
            result->detail = arena_printf(a, "kode %.*s adalah %.*s", STR_ARG(r->node[above].code),
                                          STR_ARG(r->node[above].name));
            return REGION_CODE_MISMATCH;
        }
    }
    return REGION_FOUND;
}

/* Where the search begins: the code's region, the province to look in, or above all provinces. */
static enum region_answer begin(struct regions *r, const struct region_query *q, struct region_result *result,
                                struct arena *a)
{
    set_one(&r->now, q->name[1].len == 0 ? q->inside : REGION_NONE);
    if (q->code.len == 0)
        return REGION_FOUND;
    char buffer[16];
    struct str code;
    uint32_t region = dotted(q->code, buffer, &code) ? regions_by_code(r, code) : REGION_NONE;
    if (region == REGION_NONE)
        return REGION_CODE_UNKNOWN;
    set_one(&r->now, region);
    return check_names(r, q, region, result, a);
}

/* "Kel. X" and "Desa X" of one kecamatan are told apart by the code: villages count from 1001, desa from
 * 2001. */
static void prefer_type(struct regions *r, char type)
{
    size_t kept = 0;
    char digit = type == 'L' ? '1' : '2';
    for (size_t i = 0; i < r->now.n; i++)
        if (r->node[r->now.region[i]].code.ptr[9] == digit)
            r->now.region[kept++] = r->now.region[i];
    if (kept > 0)
        r->now.n = kept;
}

static enum region_answer descend(struct regions *r, const struct region_query *q,
                                  struct region_result *result, struct arena *a)
{
    int level = r->node[r->now.region[0]].level, deepest = level;
    for (int i = level + 1; i <= REGION_LEVELS; i++)
        if (q->name[i].len > 0)
            deepest = i;
    if (deepest == 0)
        return REGION_MISSING;
    while (++level <= deepest) {
        struct regname name = {.type = 0};
        r->below.n = 0;
        if (q->name[level].len > 0)
            regname_make(&name, q->name[level], level);
        for (size_t i = 0; i < r->now.n; i++) {
            if (q->name[level].len > 0)
                regtree_named(r, r->now.region[i], &name, &r->below);
            else
                add_children(r, r->now.region[i], &r->below);
        }
        if (r->below.n == 0) {
            result->level = level;
            result->detail = suggestions(r, &r->now, &name, level, a);
            return REGION_UNKNOWN;
        }
        struct set swap = r->now;
        r->now = r->below;
        r->below = swap;
        if (level == REGION_LEVELS && r->now.n > 1 && name.type)
            prefer_type(r, name.type);
    }
    result->level = deepest;
    result->region = r->now.region[0];
    if (r->now.n == 1)
        return REGION_FOUND;
    result->detail = list(r, r->now.region, r->now.n < SUGGESTIONS ? r->now.n : SUGGESTIONS, a);
    return REGION_AMBIGUOUS;
}

enum region_answer regions_find(struct regions *r, const struct region_query *q, struct region_result *result,
                                struct arena *a)
{
    struct hash key;
    hash_begin(&key);
    hash_add(&key, q->code);
    for (int level = 1; level <= REGION_LEVELS; level++)
        hash_add(&key, q->name[level]);
    hash_add_number(&key, q->inside);
    struct remembered *known = &r->remembered[key.a % REMEMBERED];
    *result = (struct region_result){.region = known->region};
    if (known->region != REGION_NONE && known->key.a == key.a && known->key.b == key.b)
        return REGION_FOUND;
    result->region = REGION_NONE;
    enum region_answer answer = begin(r, q, result, a);
    if (answer == REGION_FOUND)
        answer = descend(r, q, result, a);
    if (answer == REGION_FOUND)
        *known = (struct remembered){key, result->region};
    return answer;
}
