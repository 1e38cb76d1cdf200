/* What a person is told of a name that was not found, or that may mean several regions; nothing is decided by
 * it. Part of regtree.h. */
#include "regtree.h"

#include <string.h>

enum { SUGGESTIONS = 3 };

/* --- where it was looked for --- */

static uint32_t common(const struct regions *r, uint32_t a, uint32_t b)
{
    while (a != b) {
        bool deeper = r->node[a].level >= r->node[b].level;
        if (deeper)
            a = r->node[a].parent;
        else
            b = r->node[b].parent;
    }
    return a;
}

static struct str where(const struct regions *r, const struct set *s, struct arena *a)
{
    uint32_t all = REGION_NONE;
    bool any = false;
    for (size_t i = 0; i < s->n; i++) {
        if (s->at[i].standing < THEN)
            continue;
        all = any ? common(r, all, s->at[i].region) : s->at[i].region;
        any = true;
    }
    return all == REGION_NONE
               ? STR("")
               : arena_printf(a, "di %.*s (%.*s)", STR_ARG(r->node[all].name), STR_ARG(r->node[all].code));
}

struct str regions_where_of(struct str detail)
{
    if (!str_starts(detail, "di "))
        return STR("");
    for (size_t i = 3, n; i < detail.len; i++) {
        if (detail.ptr[i] != '(')
            continue;
        struct str code = {detail.ptr + i + 1, 0};
        for (n = i + 1;
             n < detail.len && ((detail.ptr[n] >= '0' && detail.ptr[n] <= '9') || detail.ptr[n] == '.'); n++)
            code.len++;
        if (code.len > 0 && n < detail.len && detail.ptr[n] == ')')
            return n + 1 == detail.len || detail.ptr[n + 1] == ';' ? code : STR("");
    }
    return STR("");
}

/* "where; what", or the one of them that there is. */
static struct str joined(struct str where, struct str what, struct arena *a)
{
    return where.len == 0  ? what
           : what.len == 0 ? where
                           : arena_printf(a, "%.*s; %.*s", STR_ARG(where), STR_ARG(what));
}

/* "Slerok (33.76.02.1002, dahulu Selerok)"; former may be empty. */
static struct str named(const struct regions *r, uint32_t region, struct str former, struct arena *a)
{
    const struct node *node = &r->node[region];
    const char *once = former.len > 0 ? ", dahulu " : "";
    if (node->until == 0)
        return arena_printf(a, "%.*s (%.*s%s%.*s)", STR_ARG(node->name), STR_ARG(node->code), once,
                            STR_ARG(former));
    return arena_printf(a, "%.*s (%.*s, tidak ada lagi sejak %.4s)", STR_ARG(node->name), STR_ARG(node->code),
                        r->edition[node->until].ptr);
}

/* --- several --- */

struct str regtree_list(const struct regions *r, const struct set *s, const struct set *parents,
                        struct str typed, struct arena *a)
{
    struct str text = STR("dapat berarti");
    size_t n = 0;
    for (int standing = NOW; standing >= ONCE; standing--)
        for (size_t i = 0; i < s->n && n < SUGGESTIONS; i++) {
            if ((int)s->at[i].standing != standing)
                continue;
            struct str one = named(r, s->at[i].region, standing == NOW ? STR("") : typed, a);
            text = arena_printf(a, "%.*s%s%.*s", STR_ARG(text), n++ ? ", " : " ", STR_ARG(one));
        }
    return joined(parents ? where(r, parents, a) : STR(""), text, a);
}

/* --- the nearest --- */

struct offers {
    struct region_offer best[REGION_OFFERS];
    size_t n;
};

static bool before(const struct regions *r, const struct region_offer *x, const struct region_offer *y)
{
    return x->distance != y->distance ? x->distance < y->distance
                                      : str_cmp(r->node[x->region].code, r->node[y->region].code) < 0;
}

static void offer(const struct regions *r, struct offers *o, struct region_offer x)
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
    if (at == REGION_OFFERS)
        return;
    o->n += o->n < REGION_OFFERS;
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

static void offer_below(const struct regions *r, const struct node *parent, int level, struct str typed,
                        struct offers *o)
{
    struct regname name;
    regname_make(&name, typed, level);
    struct str plain = regname_text(&name, REGNAME_PLAIN, name.len[REGNAME_PLAIN][1] > 0);
    for (uint32_t c = parent->child; c != REGION_NONE; c = r->node[c].next) {
        size_t d = nearness(plain, r->node[c].name, level);
        if (d != SIZE_MAX)
            offer(r, o, (struct region_offer){.region = c, .distance = d});
    }
    for (uint32_t f = parent->former; f != 0; f = r->former[f].next) {
        const struct former *x = &r->former[f];
        bool other = !str_eq(x->name, r->node[x->region].name);
        size_t d = nearness(plain, x->name, level);
        if (d != SIZE_MAX)
            offer(r, o,
                  (struct region_offer){x->region, d, other ? x->name : STR(""), r->edition[x->from],
                                        x->until < r->editions ? r->edition[x->until] : STR("")});
    }
}

struct str regtree_suggest(struct regions *r, const struct set *parents, struct str typed, int level,
                           struct arena *a)
{
    struct offers o = {0};
    struct str text = STR("");
    for (size_t i = 0; i < parents->n; i++)
        offer_below(r, &r->node[parents->at[i].region], level, typed, &o);
    for (size_t i = 0; i < o.n && i < SUGGESTIONS; i++) {
        struct str one = named(r, o.best[i].region, o.best[i].former, a);
        text = arena_printf(a, "%.*s%s%.*s", STR_ARG(text), i ? ", " : "mungkin ", STR_ARG(one));
    }
    return joined(where(r, parents, a), text, a);
}

/* Through the regions of today down to the level above. */
static void nearest(const struct regions *r, uint32_t parent, int level, struct str typed, struct offers *o)
{
    if (r->node[parent].level == level - 1)
        offer_below(r, &r->node[parent], level, typed, o);
    else
        for (uint32_t c = r->node[parent].child; c != REGION_NONE; c = r->node[c].next)
            nearest(r, c, level, typed, o);
}

size_t regions_nearest(struct regions *r, uint32_t parent, int level, struct str typed,
                       struct region_offer best[REGION_OFFERS])
{
    struct offers o = {0};
    nearest(r, parent, level, typed, &o);
    memcpy(best, o.best, sizeof o.best);
    return o.n;
}
