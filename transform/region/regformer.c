/* What became of the rows of the register that ended: the crosswalk tells which region each is today, and
 * what that was called and where it lay becomes a relation. Part of regtree.h. */
#include "regtree.h"

#include "csv.h"

#include <stdlib.h>
#include <unistd.h>

enum { LONGEST_CHAIN = 16 };

/* The first row of this code that ended; the others follow. */
static size_t first_past(const struct regions *r, struct str code)
{
    size_t low = 0, high = r->pasts;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (str_cmp(r->past[middle].code, code) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* The row of this code that began on that day and ended; NULL when there is none. */
static struct past *find(const struct regions *r, struct str code, struct str since)
{
    for (size_t i = first_past(r, code); i < r->pasts && str_eq(r->past[i].code, code); i++)
        if (str_eq(r->edition[r->past[i].from], since))
            return &r->past[i];
    return NULL;
}

static void follow(struct regions *r, struct past *row, struct str code, struct str since)
{
    const struct past *next = find(r, code, since);
    if (next)
        row->to = (uint32_t)(next - r->past) + 1;
    else
        row->region = regions_by_code(r, code);
}

static bool read_crosswalk(struct regions *r, const char *path, struct err *e)
{
    struct table t;
    if (!table_open(&t, path, e))
        return false;
    int code = table_column(&t, "from_code", e), since = table_column(&t, "from_since", e);
    int to_code = table_column(&t, "to_code", e), to_since = table_column(&t, "to_since", e);
    int got = code < 0 || since < 0 || to_code < 0 || to_since < 0 ? -1 : 1;
    while (got == 1 && (got = table_next(&t, e)) == 1) {
        struct past *row = find(r, table_field(&t, code), table_field(&t, since));
        if (row && table_field(&t, to_code).len > 0)
            follow(r, row, table_field(&t, to_code), table_field(&t, to_since));
    }
    table_close(&t);
    return got == 0;
}

/* The node of a region that ended for good. */
static uint32_t add_ended(struct regions *r, const struct past *row)
{
    if (r->nodes == r->room)
        r->node = mem_grow(r->node, (r->room *= 2) * sizeof *r->node);
    uint8_t level = row->code.len == 13 ? 4 : row->code.len == 8 ? 3 : row->code.len == 5 ? 2 : 1;
    r->node[r->nodes] = (struct node){
        .code = row->code, .name = row->name, .level = level, .since = row->from, .until = row->until};
    return (uint32_t)r->nodes++;
}

/* The node of each row that ended: that of the last one it goes on as. */
static void resolve(struct regions *r)
{
    for (size_t i = 0; i < r->pasts; i++) {
        struct past *last = &r->past[i];
        for (int n = 0; n < LONGEST_CHAIN && last->to != 0; n++)
            last = &r->past[last->to - 1];
        if (last->region == REGION_NONE)
            last->region = add_ended(r, last);
        r->past[i].region = last->region;
    }
    for (size_t i = 0; i < r->pasts; i++) {
        const struct past *row = &r->past[i];
        struct node *node = &r->node[row->region];
        if (row->region >= r->in_force && node->level > 1 && str_eq(node->code, row->code))
            node->parent = regtree_at(r, regtree_prefix(row->code, node->level - 1), row->from);
    }
}

static void relate(struct regions *r, struct former x)
{
    if (r->formers == 0)
        r->formers = 1;
    if (r->formers >= r->former_room)
        r->former = mem_grow(r->former, (r->former_room = r->former_room ? r->former_room * 2 : 16384) *
                                            sizeof *r->former);
    struct node *parent = &r->node[x.parent];
    x.next = parent->former;
    parent->former = (uint32_t)r->formers;
    r->former[r->formers++] = x;
}

/* The region that a code meant in each edition; neighbouring rows ask for the same code. */
struct meaning {
    struct str code;
    uint32_t in[MAX_EDITIONS];
};

static void look_up(const struct regions *r, struct meaning *m, struct str code)
{
    if (m->code.len > 0 && str_eq(m->code, code))
        return;
    m->code = code;
    for (uint8_t edition = 0; edition < r->editions; edition++)
        m->in[edition] = code.len > 0 ? regtree_at(r, code, edition) : REGION_NONE;
}

/* A row under the regions that its parent's code meant while it lasted. */
static void relate_row(struct regions *r, const struct past *row, struct meaning *above)
{
    int level = r->node[row->region].level;
    look_up(r, above, regtree_prefix(row->code, level - 1));
    for (uint8_t i = row->from, until; i < row->until; i = until) {
        for (until = (uint8_t)(i + 1); until < row->until && above->in[until] == above->in[i];)
            until++;
        if (above->in[i] != REGION_NONE || level == 1)
            relate(r, (struct former){row->name, above->in[i], row->region, 0, i, until});
    }
}

/* What stayed under a code that meant another region before lay below that one then. */
static void relate_children(struct regions *r, const struct past *row)
{
    bool village = r->node[row->region].level == REGION_LEVELS;
    uint32_t today = village ? REGION_NONE : regions_by_code(r, row->code);
    if (today == REGION_NONE || today == row->region)
        return;
    for (uint32_t c = r->node[today].child; c != REGION_NONE; c = r->node[c].next) {
        uint8_t since = r->node[c].since, from = since > row->from ? since : row->from;
        if (from < row->until)
            relate(r, (struct former){r->node[c].name, row->region, c, 0, from, row->until});
    }
}

bool regtree_formers(struct regions *r, const char *folder, struct err *e)
{
    struct arena a = {0};
    const char *crosswalk = arena_printf(&a, "%s/crosswalk.csv.gz", folder).ptr;
    bool there = access(crosswalk, F_OK) == 0, ok = !there || read_crosswalk(r, crosswalk, e);
    arena_done(&a);
    if (!there)
        r->pasts = 0;
    if (!ok)
        return false;
    struct meaning above = {0};
    resolve(r);
    for (size_t i = 0; i < r->pasts; i++) {
        relate_row(r, &r->past[i], &above);
        relate_children(r, &r->past[i]);
    }
    return true;
}
