#include "waiting.h"

#include "reason.h"
#include "stream.h"

#include <stdlib.h>

const char *const waiting_fields[REGION_LEVELS + 1] = {"", "province", "regency", "district", "village"};
const char *const waiting_words[REGION_LEVELS + 1] = {"", "provinsi", "kabupaten/kota", "kecamatan",
                                                      "desa/kelurahan"};

static int level_of(struct str field)
{
    for (int level = 1; level <= REGION_LEVELS; level++)
        if (str_is(field, waiting_fields[level]))
            return level;
    return 0;
}

/* What the message says behind the sentence of its code. */
static struct str detail_of(const struct remark *r, enum reason reason)
{
    size_t sentence = strlen(reasons[reason].id);
    bool more = str_starts(r->message, reasons[reason].id) && r->message.len > sentence + 2;
    return more ? (struct str){r->message.ptr + sentence + 2, r->message.len - sentence - 2} : STR("");
}

/* Names that may be a person's are shown by their first letters and "…". */
static bool hidden(struct str text)
{
    static const char dots[] = "\xE2\x80\xA6";
    size_t n = sizeof dots - 1;
    return text.len >= n && memcmp(text.ptr + text.len - n, dots, n) == 0;
}

static bool same(const struct waiting *x, uint32_t parent, int level, struct str text)
{
    return x->parent == parent && x->level == level && str_eq(x->text, text);
}

static uint64_t hash_of(uint32_t parent, int level, struct str text)
{
    return str_hash(text) * 31 + parent * 7 + (uint64_t)level;
}

static void put_slot(struct waitings *w, size_t index)
{
    const struct waiting *x = &w->item[index];
    size_t i = hash_of(x->parent, x->level, x->text) & (w->slots - 1);
    while (w->slot[i] != 0)
        i = (i + 1) & (w->slots - 1);
    w->slot[i] = (uint32_t)index + 1;
}

static struct waiting *entry(struct waitings *w, uint32_t parent, int level, struct str text)
{
    if (w->n * 2 >= w->slots) {
        free(w->slot);
        w->slots = w->slots ? w->slots * 2 : 1024;
        w->slot = mem_alloc(w->slots * sizeof *w->slot);
        for (size_t i = 0; i < w->n; i++)
            put_slot(w, i);
    }
    for (size_t i = hash_of(parent, level, text) & (w->slots - 1); w->slot[i] != 0;
         i = (i + 1) & (w->slots - 1))
        if (same(&w->item[w->slot[i] - 1], parent, level, text))
            return &w->item[w->slot[i] - 1];
    if (w->n == w->room)
        w->item = mem_grow(w->item, (w->room = w->room ? w->room * 2 : 256) * sizeof *w->item);
    w->item[w->n] = (struct waiting){.parent = parent, .level = level, .text = arena_dup(&w->a, text)};
    put_slot(w, w->n);
    return &w->item[w->n++];
}

static void count(struct waitings *w, struct waiting *x, const struct record *r, struct str file)
{
    if (x->last_source != w->sources)
        x->files++;
    x->last_source = w->sources;
    if (x->rows < WAITING_PLACES)
        x->place[x->rows] = (struct waiting_place){
            arena_dup(&w->a, file), arena_dup(&w->a, r->sheet),
            r->cell.len > 0 ? arena_dup(&w->a, r->cell) : arena_printf(&w->a, "row %.*s", STR_ARG(r->row))};
    x->rows++;
}

static void remark(struct waitings *w, const struct regions *regions, const struct record *r, struct str file)
{
    bool unknown = str_is(r->remark.code, reasons[REASON_region_unknown].code);
    bool ambiguous = str_is(r->remark.code, reasons[REASON_region_ambiguous].code);
    int level = level_of(r->remark.field);
    if ((!unknown && !ambiguous) || level == 0 || r->remark.value.len == 0)
        return;
    if (hidden(r->remark.value)) {
        w->hidden++;
        return;
    }
    struct str detail = detail_of(&r->remark, ambiguous ? REASON_region_ambiguous : REASON_region_unknown);
    if (str_starts(detail, "di kolom lain"))
        return; /* two cells of the row contradict each other: no spelling */
    uint32_t parent = regions_by_code(regions, regions_where_of(detail));
    struct waiting *x = entry(w, parent, level, r->remark.value);
    x->ambiguous = x->ambiguous || ambiguous;
    count(w, x, r, file);
}

bool waiting_read(struct waitings *w, const struct regions *regions, const char *path, struct err *e)
{
    struct stream_reader reader;
    struct record r;
    struct arena file = {0};
    struct str name = STR("");
    int got;
    if (!stream_open(&reader, path, e))
        return false;
    while ((got = stream_next(&reader, &r, e)) == 1) {
        if (r.rec == 'S') {
            arena_reset(&file);
            name = arena_dup(&file, record_pair(&r, "file"));
            w->sources++;
        }
        if (r.rec == 'R')
            remark(w, regions, &r, name);
    }
    stream_close(&reader);
    arena_done(&file);
    return got == 0;
}

enum region_answer waiting_answer(struct regions *r, uint32_t parent, int level, struct str text,
                                  struct region_result *result, struct arena *a)
{
    struct region_query q = {.code = parent == REGION_NONE ? STR("") : regions_code(r, parent)};
    q.name[level] = text;
    return regions_find(r, &q, result, a);
}

static int most_frequent(const void *a, const void *b)
{
    const struct waiting *x = a, *y = b;
    if (x->rows != y->rows)
        return x->rows > y->rows ? -1 : 1;
    return x->parent != y->parent ? (x->parent < y->parent ? -1 : 1) : str_cmp(x->text, y->text);
}

void waiting_settle(struct waitings *w, struct regions *r)
{
    struct arena a = {0};
    struct region_result result;
    size_t kept = 0;
    for (size_t i = 0; i < w->n; i++) {
        const struct waiting *x = &w->item[i];
        if (waiting_answer(r, x->parent, x->level, x->text, &result, &a) != REGION_FOUND)
            w->item[kept++] = *x;
        arena_reset(&a);
    }
    w->n = kept;
    free(w->slot);
    w->slot = NULL;
    w->slots = 0;
    if (w->n > 0)
        qsort(w->item, w->n, sizeof *w->item, most_frequent);
    arena_done(&a);
}

const struct waiting *waiting_find(const struct waitings *w, uint32_t parent, struct str text)
{
    for (size_t i = 0; i < w->n; i++)
        if (w->item[i].parent == parent && str_eq(w->item[i].text, text))
            return &w->item[i];
    return NULL;
}

void waiting_done(struct waitings *w)
{
    free(w->item);
    free(w->slot);
    arena_done(&w->a);
}
