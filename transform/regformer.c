/* The names that regions had in earlier editions: from the register's rows that ended, and from the crosswalk
 * that tells what became of each. */
#include "regtree.h"

#include "csv.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { LONGEST_CHAIN = 16 };

/* A row of the register that ended, and what it goes on as; rows are in order of codes. */
struct ended {
    struct str code, since, name, to_code, to_since;
};

struct rows {
    struct ended *row;
    size_t n, room;
};

static struct ended *find(const struct rows *rows, struct str code, struct str since)
{
    size_t low = 0, high = rows->n;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (str_cmp(rows->row[middle].code, code) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    for (; low < rows->n && str_eq(rows->row[low].code, code); low++)
        if (str_eq(rows->row[low].since, since))
            return &rows->row[low];
    return NULL;
}

static bool read_ended(struct rows *rows, const char *path, struct arena *a, struct err *e)
{
    struct table t;
    if (!table_open(&t, path, e))
        return false;
    int code = table_column(&t, "code", e), name = table_column(&t, "name", e);
    int from = table_column(&t, "valid_from", e), until = table_column(&t, "valid_until", e);
    int got = code < 0 || name < 0 || from < 0 || until < 0 ? -1 : 1;
    while (got == 1 && (got = table_next(&t, e)) == 1) {
        if (table_field(&t, until).len == 0)
            continue;
        if (rows->n == rows->room)
            rows->row =
                mem_grow(rows->row, (rows->room = rows->room ? rows->room * 2 : 4096) * sizeof *rows->row);
        rows->row[rows->n++] = (struct ended){.code = arena_dup(a, table_field(&t, code)),
                                              .since = arena_dup(a, table_field(&t, from)),
                                              .name = arena_dup(a, table_field(&t, name))};
    }
    table_close(&t);
    return got == 0;
}

static bool read_crosswalk(struct rows *rows, const char *path, struct arena *a, struct err *e)
{
    struct table t;
    if (!table_open(&t, path, e))
        return false;
    int code = table_column(&t, "from_code", e), since = table_column(&t, "from_since", e);
    int to_code = table_column(&t, "to_code", e), to_since = table_column(&t, "to_since", e);
    int got = code < 0 || since < 0 || to_code < 0 || to_since < 0 ? -1 : 1;
    while (got == 1 && (got = table_next(&t, e)) == 1) {
        struct ended *row = find(rows, table_field(&t, code), table_field(&t, since));
        if (!row)
            continue;
        row->to_code = arena_dup(a, table_field(&t, to_code));
        row->to_since = arena_dup(a, table_field(&t, to_since));
    }
    table_close(&t);
    return got == 0;
}

/* The region in force that a row goes on as in the end. */
static uint32_t heir(const struct regions *r, const struct rows *rows, const struct ended *row)
{
    for (int i = 0; i < LONGEST_CHAIN && row->to_code.len > 0; i++) {
        const struct ended *next = find(rows, row->to_code, row->to_since);
        if (!next)
            return regions_by_code(r, row->to_code);
        row = next;
    }
    return REGION_NONE;
}

static bool same_name(struct str a, struct str b, int level)
{
    struct regname one, other;
    regname_make(&one, a, level);
    regname_make(&other, b, level);
    return str_eq(regname_text(&one, REGNAME_PLAIN, one.len[REGNAME_PLAIN][1] > 0),
                  regname_text(&other, REGNAME_PLAIN, other.len[REGNAME_PLAIN][1] > 0));
}

bool regtree_formers(struct regions *r, const char *folder, struct err *e)
{
    struct arena a = {0};
    struct rows rows = {0};
    const char *crosswalk = arena_printf(&a, "%s/crosswalk.csv.gz", folder).ptr;
    bool ok = access(crosswalk, F_OK) != 0 ||
              (read_ended(&rows, arena_printf(&a, "%s/regions.csv.gz", folder).ptr, &a, e) &&
               read_crosswalk(&rows, crosswalk, &a, e));
    r->former = mem_alloc((rows.n + 1) * sizeof *r->former);
    for (size_t i = 0; ok && i < rows.n; i++) {
        uint32_t region = heir(r, &rows, &rows.row[i]);
        if (region != REGION_NONE &&
            !same_name(rows.row[i].name, r->node[region].name, r->node[region].level))
            r->former[r->formers++] = (struct former){region, arena_dup(&r->text, rows.row[i].name)};
    }
    free(rows.row);
    arena_done(&a);
    return ok;
}
