/* Which field each column is read into: by the words of its heading, and by what its cells hold. */
#include "guesssheet.h"

const char *const gsheet_level[PLACE_LEVELS] = {"provinsi", "kabupaten/kota", "kecamatan", "desa/kelurahan"};
static const char *const level_field[PLACE_LEVELS] = {"province", "regency", "district", "village"};

struct column *gsheet_field(const struct gsheet *s, const char *field)
{
    for (size_t i = 0; i < s->columns; i++)
        if (s->column[i].field && strcmp(s->column[i].field, field) == 0)
            return &s->column[i];
    return NULL;
}

static int level_of(const char *field)
{
    for (int k = 0; k < PLACE_LEVELS; k++)
        if (field && strcmp(field, level_field[k]) == 0)
            return k;
    return -1;
}

/* part of all in at least so many of ten. */
static bool mostly(size_t part, size_t all, size_t of_ten)
{
    return all > 0 && part * 10 >= all * of_ten;
}

static void not_read(struct column *c, struct str why)
{
    c->known = true;
    c->why = why;
}

/* A column that a better one stands beside is not read. */
static void give(struct gsheet *s, struct column *c, const char *field, struct str why, struct arena *a)
{
    struct column *other = gsheet_field(s, field);
    bool better = other && ((c->saying.kemendagri && !other->saying.kemendagri) ||
                            (other->saying.bps && !c->saying.bps));
    char address[ADDRESS_SIZE];
    if (other) {
        struct column *loser = better ? other : c, *winner = better ? c : other;
        address[address_column(winner->col, address)] = 0;
        loser->field = NULL;
        not_read(loser, arena_printf(a, "%s sudah dibaca dari kolom %s", field, address));
    }
    if (other && !better)
        return;
    c->field = field;
    c->why = why;
}

/* --- regions --- */

static struct str names_seen(struct arena *a, const struct column *c, int level)
{
    if (c->distinct == 0)
        return STR("belum ada isi");
    return arena_printf(a, "%zu dari %zu nama berbeda terdaftar sebagai %s", c->named[level], c->distinct,
                        gsheet_level[level]);
}

/* The level whose names the cells are, the upper one of two that are alike; -1 when they are none. */
static int level_by_names(const struct column *c, size_t of_ten)
{
    int best = -1;
    for (int k = 0; k < PLACE_LEVELS; k++)
        if (mostly(c->named[k], c->distinct, of_ten) && (best < 0 || c->named[k] > c->named[best]))
            best = k;
    return mostly(c->texts, c->filled, 5) ? best : -1;
}

static void read_name(struct gsheet *s, struct column *c, struct arena *a)
{
    int level = level_of(c->saying.field), seen = level_by_names(c, 8);
    if (mostly(c->figures, c->filled, 6)) {
        c->why = STR("judulnya menyebut wilayah, isinya angka");
        return;
    }
    if (c->saying.bps) {
        not_read(c, STR("nama menurut BPS"));
        if (gsheet_field(s, c->saying.field))
            return;
    }
    struct str why = level < 0 ? arena_printf(a, "%zu sel terisi", c->filled) : names_seen(a, c, level);
    if (level >= 0 && seen >= 0 && seen != level && !mostly(c->named[level], c->distinct, 3))
        why = arena_printf(a, "%.*s; PERIKSA: %.*s", STR_ARG(why), STR_ARG(names_seen(a, c, seen)));
    c->known = false;
    give(s, c, c->saying.field, why, a);
}

/* Columns whose heading tells no level, or nothing. */
static void read_by_names(struct gsheet *s, struct column *c, struct arena *a)
{
    bool told = c->saying.say == SAY_REGION;
    int level = level_by_names(c, told ? 6 : 8);
    if (level < 0 || (!told && (c->distinct < 5 || level == PLACE_VILLAGE)) ||
        gsheet_field(s, level_field[level]))
        return;
    give(s, c, level_field[level],
         arena_printf(a, "%s%.*s", told ? "" : "judulnya tidak menyebut wilayah, tetapi ",
                      STR_ARG(names_seen(a, c, level))),
         a);
}

/* --- codes --- */

/* How many cells of the column are codes whose region has the name beside it. */
static size_t agreeing(const struct gsheet *s, const struct column *code, const struct column *name,
                       const struct gplaces *places)
{
    size_t n = 0;
    for (size_t i = s->data; i < s->end; i++) {
        const struct cell *c = gsheet_cell(&s->row[i], code->col),
                          *beside = gsheet_cell(&s->row[i], name->col);
        n += c && beside && gplaces_agree(places, c->text, beside->text);
    }
    return n;
}

/* The level of the Kemendagri codes that the column holds; -1 when they are none. */
static int code_level(const struct gsheet *s, const struct column *c, const struct gplaces *places)
{
    for (int k = PLACE_VILLAGE; k >= 0; k--) {
        if (!mostly(c->coded[k], c->filled, 5))
            continue;
        const struct column *name = gsheet_field(s, level_field[k]);
        bool distinct = k == PLACE_VILLAGE || (k == PLACE_DISTRICT && c->saying.kemendagri);
        return distinct || (name && mostly(agreeing(s, c, name, places), c->filled, 5)) ? k : -1;
    }
    return -1;
}

static int deepest_name(const struct gsheet *s)
{
    for (int k = PLACE_VILLAGE; k >= 0; k--)
        if (gsheet_field(s, level_field[k]))
            return k;
    return -1;
}

static void read_code(struct gsheet *s, struct column *c, const struct gplaces *places, struct arena *a)
{
    int level = code_level(s, c, places), deepest = deepest_name(s);
    if (c->saying.bps) {
        not_read(c, STR("kode BPS, bukan kode Kemendagri; tidak dibaca"));
    } else if (level >= 0 && level < deepest) {
        not_read(c, arena_printf(a, "kode Kemendagri %s; barisnya lebih rinci (%s)", gsheet_level[level],
                                 gsheet_level[deepest]));
    } else if (level >= 0) {
        struct column *old = gsheet_field(s, "kemendagri_code");
        if (old && level > code_level(s, old, places)) {
            old->field = NULL;
            not_read(old, STR("kode Kemendagri yang kurang rinci"));
        }
        give(s, c, "kemendagri_code",
             arena_printf(a, "%zu dari %zu sel adalah kode Kemendagri %s", c->coded[level], c->filled,
                          gsheet_level[level]),
             a);
    } else if (c->filled == 0 && c->saying.kemendagri) {
        give(s, c, "kemendagri_code", STR("belum ada isi"), a);
    } else if (mostly(c->digits7 + c->digits10, c->filled, 5)) {
        not_read(c, STR("bentuknya kode BPS, tidak ada dalam daftar Kemendagri; tidak dibaca"));
    } else {
        not_read(c, STR("bukan kode Kemendagri; tidak dibaca"));
    }
}

/* --- kinds --- */

static bool says(const struct gsheet *s, const char *field)
{
    for (size_t i = 0; i < s->columns; i++)
        if (s->column[i].saying.field && strcmp(s->column[i].saying.field, field) == 0)
            return true;
    return false;
}

static bool under_some(const struct gsheet *s, const char *leaf, size_t n, struct arena *a)
{
    size_t found = 0;
    for (size_t i = 0; i < s->columns; i++)
        found += s->column[i].upper.len > 0 && str_is(words_of(a, s->column[i].leaf), leaf);
    return found >= n;
}

static enum kind kind_seen(const struct gsheet *s, struct arena *a)
{
    if (says(s, "weight") && says(s, "height"))
        return KIND_MEASUREMENT;
    if (says(s, "nik"))
        return KIND_SERVICE;
    if (under_some(s, "nilai", 2, a))
        return KIND_ASSESSMENT;
    return KIND_COVERAGE;
}

bool gsheet_has(enum kind kind, const char *field)
{
    for (const char *const *f = kind_found[kind]; *f; f++)
        if (strcmp(*f, field) == 0)
            return true;
    return false;
}

bool gsheet_lacks_year(const struct gsheet *s)
{
    const struct column *c = gsheet_field(s, "period");
    return c && gsheet_has(s->kind, "year") && !gsheet_field(s, "year") && c->years == 0 && c->filled > 0 &&
           !words_have(c->words, "tahun") && !words_have(c->words, "periode");
}

/* --- all columns --- */

static void read_other(struct gsheet *s, struct column *c, struct arena *a)
{
    const char *field = c->saying.field;
    if (strcmp(field, "year") == 0 && !says(s, "period"))
        field = "period";
    bool counts = s->kind == KIND_COVERAGE && (strcmp(field, "sex") == 0 || strcmp(field, "age_group") == 0);
    if (counts && mostly(c->figures, c->filled, 6))
        return; /* "L" above how many they are */
    if (!gsheet_has(s->kind, field)) {
        not_read(c, arena_printf(a, "tidak dipakai jenis %s", kind_names[s->kind]));
        return;
    }
    struct str why = arena_printf(a, "%zu sel terisi", c->filled);
    if (strcmp(field, "nik") == 0)
        why = arena_printf(a, "%zu dari %zu sel berisi 16 angka", c->niks, c->filled);
    give(s, c, field, why, a);
}

/* Columns that no pattern can tell from one to their left. */
static void note_twins(struct gsheet *s, struct arena *a)
{
    char address[ADDRESS_SIZE];
    for (size_t i = 0; i < s->columns; i++)
        for (size_t k = 0; k < i; k++)
            if (!s->column[i].field && str_eq(s->column[i].typed, s->column[k].typed)) {
                address[address_column(s->column[k].col, address)] = 0;
                not_read(&s->column[i],
                         arena_printf(a, "judulnya sama dengan kolom %s, yang dibaca lebih dulu", address));
                break;
            }
}

void gsheet_fields(struct gsheet *s, const struct gplaces *places, struct arena *a)
{
    s->kind = kind_seen(s, a);
    for (size_t i = 0; i < s->columns; i++) {
        struct column *c = &s->column[i];
        if (s->kind == KIND_ASSESSMENT && (str_is(words_of(a, c->leaf), "kode")))
            c->saying = (struct saying){SAY_FIELD, "item", false, false};
        bool region = c->saying.say == SAY_FIELD &&
                      (level_of(c->saying.field) >= 0 || strcmp(c->saying.field, "puskesmas") == 0);
        if (c->saying.say == SAY_OTHER)
            c->known = true;
        else if (region)
            read_name(s, c, a);
        else if (c->saying.say == SAY_FIELD)
            read_other(s, c, a);
    }
    for (size_t i = 0; i < s->columns; i++) {
        struct column *c = &s->column[i];
        if (c->saying.say == SAY_REGION || (c->saying.say == SAY_NOTHING && s->kind == KIND_COVERAGE))
            read_by_names(s, c, a);
    }
    for (int named = 1; named >= 0; named--) /* codes of what their heading says go first */
        for (size_t i = 0; i < s->columns; i++) {
            struct column *c = &s->column[i];
            int level = c->saying.say == SAY_CODE ? code_level(s, c, places) : -1;
            if (c->saying.say == SAY_CODE &&
                (level >= 0 && level_of(c->saying.field) == level) == (named == 1))
                read_code(s, c, places, a);
        }
    note_twins(s, a);
}
