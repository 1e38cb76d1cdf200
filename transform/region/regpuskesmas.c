/* The kecamatan that each puskesmas serves: from puskesmas.csv, which officers fill. Part of regtree.h. */
#include "regtree.h"

#include "csv.h"

#include <stdlib.h>

struct service_area {
    uint64_t hash; /* of kabupaten/kota and name */
    uint32_t district;
};

struct puskesmas {
    struct service_area *area;
    size_t n, room;
};

/* "UPTD Puskesmas Tegal Timur", "PKM. TEGAL TIMUR" and "Tegal Timur" are one. */
static uint64_t hash_of(uint32_t regency, struct str name)
{
    static const char *const words[] = {"UPTD", "UPT", "BLUD", "PUSKESMAS", "PUSK", "PKM"};
    char letters[REGNAME_SIZE];
    struct hash h;
    bool cut = true;
    while (cut) {
        cut = false;
        name = str_trim(name);
        for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
            size_t len = strlen(words[i]),
                   n = regname_letters((struct str){name.ptr, name.len < len ? name.len : len}, letters,
                                       sizeof letters);
            bool ends = name.len > len && (name.ptr[len] == ' ' || name.ptr[len] == '.');
            if (!ends || n != len || memcmp(letters, words[i], len) != 0)
                continue;
            name = (struct str){name.ptr + len + 1, name.len - len - 1};
            cut = true;
        }
    }
    hash_begin(&h);
    hash_add_number(&h, regency);
    hash_add(&h, (struct str){letters, regname_letters(name, letters, sizeof letters)});
    return h.a;
}

static bool add(struct regions *r, struct str regency, struct str name, struct str districts, struct err *e)
{
    struct puskesmas *p = r->puskesmas;
    uint32_t above = regions_by_code(r, regency);
    if (above == REGION_NONE || r->node[above].level != 2)
        return err_set(e, ST_CONFIG, "'%.*s' is not the code of a kabupaten/kota", STR_ARG(regency));
    while ((districts = str_trim(districts)).len > 0) {
        struct str code = str_trim(str_cut(&districts, ' '));
        uint32_t district = regions_by_code(r, code);
        if (district == REGION_NONE || r->node[district].parent != above)
            return err_set(e, ST_CONFIG, "puskesmas '%.*s': '%.*s' is no kecamatan of %.*s", STR_ARG(name),
                           STR_ARG(code), STR_ARG(regency));
        if (p->n == p->room)
            p->area = mem_grow(p->area, (p->room = p->room ? p->room * 2 : 256) * sizeof *p->area);
        p->area[p->n++] = (struct service_area){hash_of(above, name), district};
    }
    return true;
}

bool regpuskesmas_read(struct regions *r, const char *path, struct err *e)
{
    struct table t;
    if (!table_open(&t, path, e))
        return false;
    if (!r->puskesmas)
        r->puskesmas = mem_alloc(sizeof *r->puskesmas);
    int regency = table_column(&t, "regency_code", e), name = table_column(&t, "puskesmas", e);
    int districts = table_column(&t, "district_codes", e), by = table_column(&t, "confirmed_by", e);
    int on = table_column(&t, "confirmed_on", e);
    int got = regency < 0 || name < 0 || districts < 0 || by < 0 || on < 0 ? -1 : 0;
    while (got == 0 && (got = table_next(&t, e)) == 1) {
        got = add(r, table_field(&t, regency), table_field(&t, name), table_field(&t, districts), e) ? 0 : -1;
        if (got == 0 && (table_field(&t, by).len == 0 || table_field(&t, on).len == 0)) {
            err_set(e, ST_CONFIG, "puskesmas '%.*s' is not confirmed: confirmed_by or confirmed_on is empty",
                    STR_ARG(table_field(&t, name)));
            got = -1;
        }
    }
    if (got < 0)
        err_place(e, "%s, line %ld", path, t.record.line);
    table_close(&t);
    return got == 0;
}

void regpuskesmas_close(struct puskesmas *p)
{
    if (p)
        free(p->area);
    free(p);
}

bool regpuskesmas_find(const struct regions *r, uint32_t regency, struct str name, struct set *found)
{
    bool any = false;
    if (!r->puskesmas || r->puskesmas->n == 0)
        return false;
    uint64_t hash = hash_of(regency, name);
    for (size_t i = 0; i < r->puskesmas->n; i++)
        if (r->puskesmas->area[i].hash == hash) {
            regset_add(found, (struct reached){r->puskesmas->area[i].district, NOW, 0, 0});
            any = true;
        }
    return any;
}

bool regions_puskesmas_elsewhere(struct regions *r, uint32_t region, struct str puskesmas)
{
    if (!r->puskesmas)
        return false;
    uint32_t district = regions_above(r, region, 3);
    r->below.n = 0;
    if (district == REGION_NONE || puskesmas.len == 0 ||
        !regpuskesmas_find(r, r->node[district].parent, puskesmas, &r->below))
        return false;
    for (size_t i = 0; i < r->below.n; i++)
        if (r->below.at[i].region == district)
            return false;
    return true;
}
