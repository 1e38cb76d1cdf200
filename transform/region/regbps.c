/* Regions by BPS codes: from bps.csv.gz, which make-bps.sh makes. Part of regtree.h. */
#include "regtree.h"

#include "csv.h"

#include <stdlib.h>

struct bps_code {
    long code;
    uint32_t region;
};

struct bps {
    struct bps_code *code; /* in order */
    size_t n, room;
};

static bool add(struct regions *r, struct str code, struct str kemendagri, struct str edition, struct err *e)
{
    struct bps *b = r->bps;
    struct bps_code x = {.region = regtree_at(r, kemendagri, regtree_edition(r, edition))};
    if (!str_to_long(code, &x.code) || (b->n > 0 && b->code[b->n - 1].code >= x.code))
        return err_set(e, ST_CONFIG, "BPS code '%.*s' is no number, twice or out of order", STR_ARG(code));
    if (x.region == REGION_NONE)
        return err_set(e, ST_CONFIG, "'%.*s' was no region's code on %.*s", STR_ARG(kemendagri),
                       STR_ARG(edition));
    if (b->n == b->room)
        b->code = mem_grow(b->code, (b->room = b->room ? b->room * 2 : 128 * 1024) * sizeof *b->code);
    b->code[b->n++] = x;
    return true;
}

bool regions_open_bps(struct regions *r, const char *folder, struct err *e)
{
    if (r->bps)
        return true;
    struct arena a = {0};
    struct table t;
    const char *path = arena_printf(&a, "%s/bps.csv.gz", folder).ptr;
    bool ok = table_open(&t, path, e);
    if (ok) {
        int code = table_column(&t, "bps_code", e), kemendagri = table_column(&t, "code", e);
        int edition = table_column(&t, "edition", e);
        int got = code < 0 || kemendagri < 0 || edition < 0 ? -1 : 0;
        r->bps = mem_alloc(sizeof *r->bps);
        while (got == 0 && (got = table_next(&t, e)) == 1)
            got = add(r, table_field(&t, code), table_field(&t, kemendagri), table_field(&t, edition), e)
                      ? 0
                      : -1;
        ok = got == 0;
        if (!ok)
            err_place(e, "%s, line %ld", path, t.record.line);
        table_close(&t);
    }
    arena_done(&a);
    return ok;
}

void regbps_close(struct bps *b)
{
    if (b)
        free(b->code);
    free(b);
}

static int compare(const void *a, const void *b)
{
    const struct bps_code *x = a, *y = b;
    return x->code < y->code ? -1 : x->code > y->code;
}

uint32_t regbps_find(const struct regions *r, struct str typed)
{
    struct bps_code key = {0};
    if (typed.len > 1 && typed.ptr[0] == '\'')
        typed = (struct str){typed.ptr + 1, typed.len - 1};
    if (typed.len > 2 && memcmp(typed.ptr + typed.len - 2, ".0", 2) == 0)
        typed.len -= 2;
    if (!r->bps || !str_to_long(typed, &key.code))
        return REGION_NONE;
    const struct bps_code *found = bsearch(&key, r->bps->code, r->bps->n, sizeof key, compare);
    return found ? found->region : REGION_NONE;
}
