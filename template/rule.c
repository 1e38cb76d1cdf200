#include "rule.h"

enum { LONGEST_PUSKESMAS = 60, LONGEST_REMARK = 4000, LAST_DAY_OF_AGE = 1856 };

struct making {
    const struct form *f;
    const struct form_sheet *s;
    long row;
    struct arena *a;
    struct str cell; /* "$F8", the cell the rule is for */
    struct rule *r;
};

static struct str cell_of(const struct making *m, size_t column)
{
    char name[LXW_MAX_COL_NAME_LENGTH];
    lxw_col_to_name(name, (lxw_col_t)column, LXW_FALSE);
    return arena_printf(m->a, "$%s%ld", name, m->row);
}

/* The cell of another field of the same row; empty when the sheet has none. */
static struct str cell_of_field(const struct making *m, const char *name)
{
    for (size_t i = 0; i < m->s->columns; i++)
        if (form_is(m->f, &m->s->column[i], name))
            return cell_of(m, i);
    return STR("");
}

static char *text(const struct making *m, struct str s)
{
    return arena_cstr(m->a, s);
}

/* What a person reads when the cell is chosen, and when the entry is refused. */
static void say(struct making *m, struct str demand)
{
    lxw_data_validation *v = &m->r->validation;
    m->r->demand = demand;
    m->r->checked = true;
    v->ignore_blank = LXW_VALIDATION_ON;
    v->show_input = LXW_VALIDATION_ON;
    v->show_error = LXW_VALIDATION_ON;
    v->dropdown = LXW_VALIDATION_ON;
    v->error_type = LXW_VALIDATION_ERROR_TYPE_STOP;
    v->input_message = v->error_message = text(m, demand);
    v->error_title = text(m, STR("Isian tidak diterima"));
}

static void check_formula(struct making *m, struct str formula, struct str demand)
{
    say(m, demand);
    m->r->validation.validate = LXW_VALIDATION_TYPE_CUSTOM_FORMULA;
    m->r->validation.value_formula = text(m, formula);
}

static void check_words(struct making *m, const char *const *word, struct str demand)
{
    size_t n = 0;
    while (word[n])
        n++;
    char **list = arena_alloc(m->a, (n + 1) * sizeof *list);
    for (size_t i = 0; i < n; i++)
        list[i] = text(m, str_c(word[i]));
    say(m, demand);
    m->r->validation.validate = LXW_VALIDATION_TYPE_LIST;
    m->r->validation.value_list = list;
}

static void check_list(struct making *m, struct str formula, struct str demand)
{
    say(m, demand);
    m->r->validation.validate = LXW_VALIDATION_TYPE_LIST_FORMULA;
    m->r->validation.value_formula = text(m, formula);
}

static void check_length(struct making *m, int longest, struct str demand)
{
    say(m, demand);
    m->r->validation.validate = LXW_VALIDATION_TYPE_LENGTH;
    m->r->validation.criteria = LXW_VALIDATION_CRITERIA_LESS_THAN_OR_EQUAL_TO;
    m->r->validation.value_number = longest;
}

/* --- regions of forms by name --- */

static size_t places_of(const struct form *f, int level)
{
    size_t n = 0;
    for (size_t i = 0; i < f->places->n; i++)
        n += f->places->place[i].level == level;
    return n;
}

static void check_region(struct making *m, const char *field)
{
    static const char *const above[] = {"province", "regency"};
    struct str district = cell_of_field(m, "district");
    size_t villages = places_of(m->f, VILLAGE), districts = places_of(m->f, DISTRICT);
    for (int i = 0; i < REGENCY; i++)
        if (strcmp(field, above[i]) == 0) {
            const char *const word[] = {arena_cstr(m->a, m->f->places->name[i + 1]), NULL};
            check_words(m, word, arena_printf(m->a, "Pilih dari daftar: %s.", word[0]));
        }
    if (strcmp(field, "district") == 0)
        check_list(m, arena_printf(m->a, "=" RULE_LISTS "!$D$1:$D$%zu", districts),
                   STR("Pilih kecamatan dari daftar."));
    else if (strcmp(field, "kemendagri_code") == 0)
        check_list(m, arena_printf(m->a, "=" RULE_LISTS "!$C$1:$C$%zu", villages),
                   STR("Pilih kode desa/kelurahan dari daftar."));
    else if (strcmp(field, "village") == 0 && district.len == 0)
        check_list(m, arena_printf(m->a, "=" RULE_LISTS "!$B$1:$B$%zu", villages),
                   STR("Pilih desa/kelurahan dari daftar."));
    else if (strcmp(field, "village") == 0)
        check_list(m,
                   arena_printf(m->a,
                                "=OFFSET(" RULE_LISTS "!$B$1,MATCH(%.*s," RULE_LISTS
                                "!$A$1:$A$%zu,0)-1,0,COUNTIF(" RULE_LISTS "!$A$1:$A$%zu,%.*s),1)",
                                STR_ARG(district), villages, villages, STR_ARG(district)),
                   STR("Isi kecamatan dahulu, lalu pilih desa/kelurahan dari daftar kecamatan itu."));
}

/* --- counts --- */

/* Whole, not negative, at most 15 digits, numerator not above denominator; TS, what does not apply, stands
 * for the numerator, and for the denominator only with no numerator. */
static void check_count(struct making *m, const struct form_column *c, bool numerator)
{
    int other = c->partner[numerator];
    struct str x = m->cell, y = other >= 0 ? cell_of(m, (size_t)other) : STR("");
    struct str pair = STR("TRUE"), word = STR("TRUE");
    m->r->entry = ENTRY_WHOLE;
    if (y.len > 0 && numerator)
        pair = arena_printf(m->a, "IF(ISNUMBER(%.*s),%.*s<=%.*s,%.*s<>\"TS\")", STR_ARG(y), STR_ARG(x),
                            STR_ARG(y), STR_ARG(y));
    else if (y.len > 0) {
        pair = arena_printf(m->a, "IF(ISNUMBER(%.*s),%.*s<=%.*s,TRUE)", STR_ARG(y), STR_ARG(y), STR_ARG(x));
        word = arena_printf(m->a, "NOT(ISNUMBER(%.*s))", STR_ARG(y));
    }
    check_formula(m,
                  arena_printf(m->a,
                               "=IF(ISNUMBER(%.*s),IF(AND(%.*s>=0,%.*s=INT(%.*s),%.*s<1E15),%.*s,FALSE),"
                               "IF(%.*s=\"TS\",%.*s,FALSE))",
                               STR_ARG(x), STR_ARG(x), STR_ARG(x), STR_ARG(x), STR_ARG(x), STR_ARG(pair),
                               STR_ARG(x), STR_ARG(word)),
                  y.len == 0 ? STR("Bilangan bulat, 0 atau lebih; TS bila tidak berlaku.")
                  : numerator
                      ? STR("Bilangan bulat, 0 atau lebih, tidak melebihi penyebut; TS bila tidak "
                            "berlaku; kosong bila tidak ada data.")
                      : STR("Bilangan bulat, 0 atau lebih, tidak kurang dari pembilang; TS bila tidak "
                            "berlaku; kosong bila tidak ada data."));
}

static void set_percent(struct making *m, const struct form_column *c)
{
    if (c->partner[0] < 0 || c->partner[1] < 0)
        return;
    struct str n = cell_of(m, (size_t)c->partner[0]), d = cell_of(m, (size_t)c->partner[1]);
    m->r->entry = ENTRY_FORMULA;
    m->r->demand = STR("Dihitung sendiri: 100 × pembilang / penyebut.");
    m->r->formula = arena_printf(
        m->a, "=IF(AND(ISNUMBER(%.*s),ISNUMBER(%.*s)),IF(%.*s>0,ROUND(100*%.*s/%.*s,2),\"\"),\"\")",
        STR_ARG(n), STR_ARG(d), STR_ARG(d), STR_ARG(n), STR_ARG(d));
}

/* --- persons and what is measured of them --- */

static void check_nik(struct making *m)
{
    check_formula(m,
                  arena_printf(m->a,
                               "=AND(ISTEXT(%.*s),OR(LEN(%.*s)=16,LEN(%.*s)=17),"
                               "ISNUMBER(SUMPRODUCT(--MID(%.*s,ROW($1:$16),1))))",
                               STR_ARG(m->cell), STR_ARG(m->cell), STR_ARG(m->cell), STR_ARG(m->cell)),
                  STR("NIK: 16 angka sebagai teks, sesuai tanggal lahir dan jenis kelamin. NIK sementara: 17 "
                      "angka (NIK ibu dan satu angka)."));
}

static void check_days(struct making *m, struct str from, struct str to, struct str demand)
{
    m->r->entry = ENTRY_DATE;
    say(m, demand);
    m->r->validation.validate = LXW_VALIDATION_TYPE_DATE_FORMULA;
    m->r->validation.criteria = LXW_VALIDATION_CRITERIA_BETWEEN;
    m->r->validation.minimum_formula = text(m, from);
    m->r->validation.maximum_formula = text(m, to);
}

static void check_birth(struct making *m)
{
    const struct span_of_time *span = m->f->span;
    bool child = m->f->layout->kind == KIND_MEASUREMENT;
    struct str measured = cell_of_field(m, "measured_on");
    long from = child ? span->first - LAST_DAY_OF_AGE : 1;
    struct str to = measured.len == 0 ? arena_printf(m->a, "=%ld", span->last)
                                      : arena_printf(m->a, "=IF(ISNUMBER(%.*s),%.*s,%ld)", STR_ARG(measured),
                                                     STR_ARG(measured), span->last);
    check_days(m, arena_printf(m->a, "=%ld", from), to,
               arena_printf(m->a, "Tanggal (hari/bulan/tahun), paling lambat %s%.*s%s",
                            child ? "tanggal pengukuran dan " : "", STR_ARG(span->last_text),
                            child ? "; anak di bawah 5 tahun." : "."));
}

/* Not before birth, not above five years of age, in the period of the form. */
static void check_measured_on(struct making *m)
{
    const struct span_of_time *span = m->f->span;
    struct str birth = cell_of_field(m, "birth_date");
    struct str from = arena_printf(m->a, "=%ld", span->first), to = arena_printf(m->a, "=%ld", span->last);
    if (birth.len > 0) {
        from = arena_printf(m->a, "=MAX(%ld,%.*s)", span->first, STR_ARG(birth));
        to = arena_printf(m->a, "=IF(ISNUMBER(%.*s),MIN(%ld,%.*s+%d),%ld)", STR_ARG(birth), span->last,
                          STR_ARG(birth), LAST_DAY_OF_AGE, span->last);
    }
    check_days(
        m, from, to,
        arena_printf(m->a,
                     "Tanggal dari %.*s sampai %.*s, tidak sebelum tanggal lahir; usia paling tinggi 5 "
                     "tahun.",
                     STR_ARG(span->first_text), STR_ARG(span->last_text)));
}

static bool check_measure(struct making *m, const char *field)
{
    static const struct {
        const char *field;
        double from, to;
        const char *demand;
    } ranges[] = {
        {"weight", 0.5, 60,
         "Berat badan dalam kilogram, 0,5 sampai 60 (bukan gram); berat atau tinggi harus ada."},
        {"height", 30, 150,
         "Panjang/tinggi badan dalam sentimeter, 30 sampai 150, sebagaimana diukur; berat atau tinggi harus "
         "ada."},
        {"muac", 5, 40, "Lingkar lengan atas dalam sentimeter, 5 sampai 40; kosong bila tidak diukur."},
    };
    for (size_t i = 0; i < sizeof ranges / sizeof *ranges; i++)
        if (strcmp(field, ranges[i].field) == 0) {
            m->r->entry = ENTRY_DECIMAL;
            say(m, str_c(ranges[i].demand));
            m->r->validation.validate = LXW_VALIDATION_TYPE_DECIMAL;
            m->r->validation.criteria = LXW_VALIDATION_CRITERIA_BETWEEN;
            m->r->validation.minimum_number = ranges[i].from;
            m->r->validation.maximum_number = ranges[i].to;
            return true;
        }
    return false;
}

static void check_field(struct making *m, const struct form_column *c, const char *field)
{
    static const char *const sexes[] = {"L", "P", NULL}, *const positions[] = {"Terlentang", "Berdiri", NULL},
                             *const yes_no[] = {"Ya", "Tidak", NULL},
                             *const states[] = {"Y", "T", "TS", NULL};
    if (strcmp(field, "numerator") == 0 || strcmp(field, "denominator") == 0)
        check_count(m, c, strcmp(field, "numerator") == 0);
    else if (strcmp(field, "reported") == 0)
        set_percent(m, c);
    else if (strcmp(field, "nik") == 0)
        check_nik(m);
    else if (strcmp(field, "sex") == 0)
        check_words(m, sexes, STR("L laki-laki, P perempuan."));
    else if (strcmp(field, "birth_date") == 0)
        check_birth(m);
    else if (strcmp(field, "measured_on") == 0)
        check_measured_on(m);
    else if (strcmp(field, "position") == 0)
        check_words(m, positions, STR("Cara ukur: Terlentang atau Berdiri."));
    else if (strcmp(field, "oedema") == 0)
        check_words(m, yes_no, STR("Ya atau Tidak."));
    else if (strcmp(field, "state") == 0)
        check_words(m, states, STR("Y diterima, T tidak diterima, TS tidak berlaku."));
    else if (strcmp(field, "grade") == 0)
        check_words(m, m->f->catalogue->grade, STR("Nilai huruf dari daftar; kosong bila tidak dinilai."));
    else if (strcmp(field, "remark") == 0)
        check_length(m, LONGEST_REMARK,
                     STR("Teks, paling panjang 4000 huruf; tanpa NIK atau nomor telepon."));
    else if (strcmp(field, "puskesmas") == 0)
        check_length(m, LONGEST_PUSKESMAS, STR("Nama puskesmas."));
    else if (!check_measure(m, field) && m->f->rows == ROWS_BLANK)
        check_region(m, field);
}

static bool is_given(const struct form *f, const struct form_column *c)
{
    static const char *const names[] = {"province", "regency", "district",       "village",
                                        "period",   "item",    "kemendagri_code"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (form_is(f, c, names[i]))
            return f->rows != ROWS_BLANK || strcmp(names[i], "period") == 0;
    return c->field < 0;
}

/* What a record by name is rejected or noted without. Of weight and height one is enough. */
static void set_needed(struct making *m, const char *field)
{
    static const char *const always[] = {"province", "regency", "district", "village",
                                         "nik",      "name",    "state"},
                             *const measured[] = {"sex", "birth_date", "measured_on", "weight", "height"};
    for (size_t i = 0; i < sizeof always / sizeof *always; i++)
        m->r->needed |= strcmp(field, always[i]) == 0;
    for (size_t i = 0; i < sizeof measured / sizeof *measured; i++)
        m->r->needed |= m->f->layout->kind == KIND_MEASUREMENT && strcmp(field, measured[i]) == 0;
    if (strcmp(field, "weight") == 0)
        m->r->instead = cell_of_field(m, "height");
    if (strcmp(field, "height") == 0)
        m->r->instead = cell_of_field(m, "weight");
}

struct rule rule_of(const struct form *f, const struct form_sheet *s, size_t i, long row, struct arena *a)
{
    const struct form_column *c = &s->column[i];
    struct rule r = {.entry = ENTRY_TEXT};
    struct making m = {f, s, row, a, STR(""), &r};
    if (is_given(f, c)) {
        r.entry = ENTRY_GIVEN;
        r.demand = STR("Sudah terisi.");
        return r;
    }
    m.cell = cell_of(&m, i);
    const char *field = arena_cstr(a, layout_field(f->layout, c->field));
    check_field(&m, c, field);
    if (f->rows == ROWS_BLANK)
        set_needed(&m, field);
    return r;
}
