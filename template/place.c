#include "place.h"

#include "csv.h"

#include <stdlib.h>

enum { MAX_PLACES = 30000, LONGEST_CODE = 8 };

static int level_of(struct str code)
{
    int level = 1;
    for (size_t i = 0; i < code.len; i++)
        level += code.ptr[i] == '.';
    return level;
}

static bool is_within(struct str code, struct str above)
{
    return code.len >= above.len && memcmp(code.ptr, above.ptr, above.len) == 0 &&
           (code.len == above.len || code.ptr[above.len] == '.');
}

static int by_code(const void *a, const void *b)
{
    return str_cmp(((const struct place *)a)->code, ((const struct place *)b)->code);
}

static bool add(struct places *p, struct str code, struct str name, struct str wanted, struct arena *a,
                struct err *e)
{
    int level = level_of(code);
    if (level > VILLAGE || p->n == MAX_PLACES)
        return err_set(e, ST_CONFIG, "the region register has too many regions, or one too deep, at '%.*s'",
                       STR_ARG(code));
    if (is_within(wanted, code))
        p->name[level] = arena_dup(a, name);
    if (is_within(code, wanted))
        p->place[p->n++] = (struct place){arena_dup(a, code), arena_dup(a, name), level};
    return true;
}

static bool read_table(struct places *p, struct table *t, struct str wanted, struct str day, struct arena *a,
                       struct err *e)
{
    int code = table_column(t, "code", e), name = table_column(t, "name", e),
        from = table_column(t, "valid_from", e), until = table_column(t, "valid_until", e);
    while (e->status == 0 && table_next(t, e) == 1) {
        struct str end = table_field(t, until);
        bool valid = str_cmp(table_field(t, from), day) <= 0 && (end.len == 0 || str_cmp(end, day) > 0);
        if (valid && !add(p, table_field(t, code), table_field(t, name), wanted, a, e))
            break;
    }
    return e->status == 0;
}

bool places_read(struct places *p, const char *path, const char *code, struct str day, struct arena *a,
                 struct err *e)
{
    struct str wanted = str_c(code);
    struct table t;
    *p = (struct places){.level = level_of(wanted)};
    if (wanted.len > LONGEST_CODE || p->level > DISTRICT) {
        err_set(e, ST_USAGE, "'%.40s' is no province, kabupaten/kota or kecamatan", code);
        return err_hint(e, "a Kemendagri code with points: 62, 62.03 or 62.03.01");
    }
    p->place = arena_alloc(a, MAX_PLACES * sizeof *p->place);
    if (!table_open(&t, path, e))
        return false;
    bool ok = read_table(p, &t, wanted, day, a, e);
    table_close(&t);
    if (ok && p->name[p->level].len == 0) {
        err_set(e, ST_USAGE, "the region register has no region '%.40s' on %.*s", code, STR_ARG(day));
        err_hint(e, "a Kemendagri code with points: 62, 62.03 or 62.03.01");
        return err_place(e, "%s", path);
    }
    qsort(p->place, p->n, sizeof *p->place, by_code);
    return ok;
}
