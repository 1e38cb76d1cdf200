#include "rulepart.h"

enum {
    LONGEST_PUSKESMAS = 60,
    LONGEST_REMARK = 4000,
    LONGEST_ITEM = 20,
    LONGEST_DOCUMENT = 500,
    LAST_DAY_OF_AGE = 1856
};

struct str rule_cell(const struct making *m, size_t column)
{
    char name[LXW_MAX_COL_NAME_LENGTH];
    lxw_col_to_name(name, (lxw_col_t)column, LXW_FALSE);
    return arena_printf(m->a, "$%s%ld", name, m->row);
}

/* The cell of another field of the same row; empty when the sheet has none. */
struct str rule_cell_of(const struct making *m, const char *name)
{
    for (size_t i = 0; i < m->s->columns; i++)
        if (form_is(m->f, &m->s->column[i], name))
            return rule_cell(m, i);
    return STR("");
}

char *rule_text(const struct making *m, struct str s)
{
    return arena_cstr(m->a, s);
}

/* What a person reads when the cell is chosen, and when the entry is refused. */
void rule_say(struct making *m, struct str demand)
{
    lxw_data_validation *v = &m->r->validation;
    m->r->demand = demand;
    m->r->checked = true;
    v->ignore_blank = LXW_VALIDATION_ON;
    v->show_input = LXW_VALIDATION_ON;
    v->show_error = LXW_VALIDATION_ON;
    v->dropdown = LXW_VALIDATION_ON;
    v->error_type = LXW_VALIDATION_ERROR_TYPE_STOP;
    v->input_message = v->error_message = rule_text(m, demand);
    v->error_title = rule_text(m, STR("Isian tidak diterima"));
}

static void check_formula(struct making *m, struct str formula, struct str demand)
{
    rule_say(m, demand);
    m->r->validation.validate = LXW_VALIDATION_TYPE_CUSTOM_FORMULA;
    m->r->validation.value_formula = rule_text(m, formula);
}

void rule_words(struct making *m, const char *const *word, struct str demand)
{
    size_t n = 0;
    while (word[n])
        n++;
    char **list = arena_alloc(m->a, (n + 1) * sizeof *list);
    for (size_t i = 0; i < n; i++)
        list[i] = rule_text(m, str_c(word[i]));
    rule_say(m, demand);
    m->r->validation.validate = LXW_VALIDATION_TYPE_LIST;
    m->r->validation.value_list = list;
}

void rule_list(struct making *m, struct str formula, struct str demand)
{
    rule_say(m, demand);
    m->r->validation.validate = LXW_VALIDATION_TYPE_LIST_FORMULA;
    m->r->validation.value_formula = rule_text(m, formula);
}

static void check_between(struct making *m, double from, double to, const char *demand)
{
    m->r->entry = ENTRY_DECIMAL;
    rule_say(m, str_c(demand));
    m->r->validation.validate = LXW_VALIDATION_TYPE_DECIMAL;
    m->r->validation.criteria = LXW_VALIDATION_CRITERIA_BETWEEN;
    m->r->validation.minimum_number = from;
    m->r->validation.maximum_number = to;
}

void rule_length(struct making *m, int longest, struct str demand)
{
    rule_say(m, demand);
    m->r->validation.validate = LXW_VALIDATION_TYPE_LENGTH;
    m->r->validation.criteria = LXW_VALIDATION_CRITERIA_LESS_THAN_OR_EQUAL_TO;
    m->r->validation.value_number = longest;
}

/* --- counts --- */

static bool is_type(const struct indicator *i, const char *type)
{
    return i && str_is(i->type, type);
}

/* What may be divided: rupiah, and water by the cubic metre. */
static bool is_divisible(const struct indicator *i)
{
    return i && (str_is(i->unit, "Rp") || str_is(i->unit, "m3"));
}

/* Not negative, at most 15 digits, whole unless the unit may be divided, numerator not above denominator; TS,
 * what does not apply, stands for the numerator, and for the denominator only with no numerator. In a form
 * whose rows say the indicator it may also be Ya or Tidak, or have decimals. */
static void check_count(struct making *m, const struct form_column *c, bool numerator)
{
    const struct indicator *indicator = form_figures(m->f, c);
    int other = c->partner[numerator];
    bool whole = indicator && !is_divisible(indicator);
    struct str x = m->cell, y = other >= 0 ? rule_cell(m, (size_t)other) : STR("");
    struct str pair = STR("TRUE"), word = STR("TRUE"), kind = STR("TRUE"), more = STR("FALSE");
    if (y.len > 0 && numerator)
        pair = arena_printf(m->a, "IF(ISNUMBER(%.*s),%.*s<=%.*s,%.*s<>\"TS\")", STR_ARG(y), STR_ARG(x),
                            STR_ARG(y), STR_ARG(y));
    else if (y.len > 0) {
        pair = arena_printf(m->a, "IF(ISNUMBER(%.*s),%.*s<=%.*s,TRUE)", STR_ARG(y), STR_ARG(y), STR_ARG(x));
        word = arena_printf(m->a, "NOT(ISNUMBER(%.*s))", STR_ARG(y));
    }
    if (whole)
        kind = arena_printf(m->a, "%.*s=INT(%.*s)", STR_ARG(x), STR_ARG(x));
    if (!indicator && numerator)
        more = arena_printf(m->a, "OR(%.*s=\"Ya\",%.*s=\"Tidak\")", STR_ARG(x), STR_ARG(x));
    m->r->entry = whole ? ENTRY_WHOLE : ENTRY_DECIMAL;
    check_formula(m,
                  arena_printf(m->a,
                               "=IF(ISNUMBER(%.*s),IF(AND(%.*s>=0,%.*s,%.*s<1E15),%.*s,FALSE),"
                               "IF(%.*s=\"TS\",%.*s,%.*s))",
                               STR_ARG(x), STR_ARG(x), STR_ARG(kind), STR_ARG(x), STR_ARG(pair), STR_ARG(x),
                               STR_ARG(word), STR_ARG(more)),
                  arena_printf(m->a, "%s, 0 atau lebih%s; %sTS bila tidak berlaku%s.",
                               whole ? "Bilangan bulat" : "Bilangan",
                               y.len == 0  ? ""
                               : numerator ? ", tidak melebihi penyebut"
                                           : ", tidak kurang dari pembilang",
                               !indicator && numerator ? "Ya atau Tidak untuk indikator ya/tidak; " : "",
                               y.len == 0 ? "" : "; kosong bila tidak ada data"));
}

static void check_yes_no(struct making *m)
{
    static const char *const words[] = {"Ya", "Tidak", "TS", NULL};
    rule_words(m, words, STR("Ya atau Tidak; TS bila tidak berlaku; kosong bila tidak ada data."));
}

/* A percentage is worked out where its pair stands on the form, and asked for where it stands alone. */
static void check_reported(struct making *m, const struct form_column *c)
{
    const struct indicator *indicator = form_figures(m->f, c);
    bool percent = !is_type(indicator, "percent") || str_is(indicator->unit, "%");
    if (indicator && c->partner[0] >= 0 && c->partner[1] >= 0) {
        struct str n = rule_cell(m, (size_t)c->partner[0]), d = rule_cell(m, (size_t)c->partner[1]);
        m->r->entry = ENTRY_FORMULA;
        m->r->demand = STR("Dihitung sendiri: 100 × pembilang / penyebut.");
        m->r->formula = arena_printf(
            m->a, "=IF(AND(ISNUMBER(%.*s),ISNUMBER(%.*s)),IF(%.*s>0,ROUND(100*%.*s/%.*s,2),\"\"),\"\")",
            STR_ARG(n), STR_ARG(d), STR_ARG(d), STR_ARG(n), STR_ARG(d));
        return;
    }
    check_between(m, 0, percent ? 100 : 1e15,
                  percent ? "Persentase, 0 sampai 100; kosong bila tidak ada data."
                          : "Bilangan, 0 atau lebih; kosong bila tidak ada data.");
}

static void check_hash(struct making *m)
{
    check_formula(m,
                  arena_printf(m->a, "=AND(ISTEXT(%.*s),LEN(%.*s)=64)", STR_ARG(m->cell), STR_ARG(m->cell)),
                  STR("SHA-256 dokumen: 64 angka heksadesimal (0-9, a-f)."));
}

static void check_bytes(struct making *m)
{
    check_between(m, 0, 1e15, "Ukuran dokumen dalam byte, bilangan bulat; kosong bila tidak diketahui.");
    m->r->entry = ENTRY_WHOLE;
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

static void check_kk(struct making *m)
{
    check_formula(
        m,
        arena_printf(m->a, "=AND(ISTEXT(%.*s),LEN(%.*s)=16,ISNUMBER(SUMPRODUCT(--MID(%.*s,ROW($1:$16),1))))",
                     STR_ARG(m->cell), STR_ARG(m->cell), STR_ARG(m->cell)),
        STR("Nomor KK: 16 angka sebagai teks; kosong bila tidak diketahui."));
}

static void check_days(struct making *m, struct str from, struct str to, struct str demand)
{
    m->r->entry = ENTRY_DATE;
    rule_say(m, demand);
    m->r->validation.validate = LXW_VALIDATION_TYPE_DATE_FORMULA;
    m->r->validation.criteria = LXW_VALIDATION_CRITERIA_BETWEEN;
    m->r->validation.minimum_formula = rule_text(m, from);
    m->r->validation.maximum_formula = rule_text(m, to);
}

static void check_birth(struct making *m)
{
    const struct span_of_time *span = m->f->span;
    bool child = m->f->layout->kind == KIND_MEASUREMENT;
    struct str measured = rule_cell_of(m, "measured_on");
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
    struct str birth = rule_cell_of(m, "birth_date");
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
            check_between(m, ranges[i].from, ranges[i].to, ranges[i].demand);
            return true;
        }
    return false;
}

static void check_field(struct making *m, const struct form_column *c, const char *field)
{
    static const char *const sexes[] = {"L", "P", NULL}, *const positions[] = {"Terlentang", "Berdiri", NULL},
                             *const yes_no[] = {"Ya", "Tidak", NULL},
                             *const states[] = {"Y", "T", "TS", NULL};
    if (strcmp(field, "numerator") == 0 && is_type(form_figures(m->f, c), "yes_no"))
        check_yes_no(m);
    else if (strcmp(field, "numerator") == 0 || strcmp(field, "denominator") == 0)
        check_count(m, c, strcmp(field, "numerator") == 0);
    else if (strcmp(field, "reported") == 0)
        check_reported(m, c);
    else if (strcmp(field, "nik") == 0)
        check_nik(m);
    else if (strcmp(field, "kk") == 0)
        check_kk(m);
    else if (strcmp(field, "sex") == 0)
        rule_words(m, sexes, STR("L laki-laki, P perempuan."));
    else if (strcmp(field, "birth_date") == 0)
        check_birth(m);
    else if (strcmp(field, "measured_on") == 0)
        check_measured_on(m);
    else if (strcmp(field, "position") == 0)
        rule_words(m, positions, STR("Cara ukur: Terlentang atau Berdiri."));
    else if (strcmp(field, "oedema") == 0)
        rule_words(m, yes_no, STR("Ya atau Tidak."));
    else if (strcmp(field, "state") == 0)
        rule_words(m, states, STR("Y diterima, T tidak diterima, TS tidak berlaku."));
    else if (strcmp(field, "grade") == 0)
        rule_words(m, m->f->catalogue->grade, STR("Nilai huruf dari daftar; kosong bila tidak dinilai."));
    else if (strcmp(field, "figure") == 0)
        check_between(m, 0, 1e15, "Bilangan, 0 atau lebih; kosong bila tidak ada.");
    else if (strcmp(field, "remark") == 0)
        rule_length(m, LONGEST_REMARK, STR("Teks, paling panjang 4000 huruf; tanpa NIK atau nomor telepon."));
    else if (strcmp(field, "item") == 0)
        rule_length(m, LONGEST_ITEM, STR("Kode butir instrumen, misalnya 1.1, atau nomor Aksi."));
    else if (strcmp(field, "document") == 0)
        rule_length(m, LONGEST_DOCUMENT, STR("Nama berkas dokumen; tanpa NIK atau NIP."));
    else if (strcmp(field, "sha256") == 0)
        check_hash(m);
    else if (strcmp(field, "bytes") == 0)
        check_bytes(m);
    else if (strcmp(field, "puskesmas") == 0)
        rule_length(m, LONGEST_PUSKESMAS, STR("Nama puskesmas."));
    else if (!check_measure(m, field) && !rule_layout_words(m, c->field))
        rule_key(m, field);
}

static bool is_given(const struct form *f, const struct form_column *c)
{
    static const char *const names[] = {"province", "regency", "district", "village",
                                        "period",   "year",    "item",     "kemendagri_code"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (form_is(f, c, names[i]))
            return f->rows != ROWS_BLANK;
    return c->field < 0;
}

/* What a record by name is rejected or noted without. Of weight and height one is enough. */
static void set_needed(struct making *m, const char *field)
{
    static const char *const always[] = {"province", "regency", "district", "village",
                                         "nik",      "name",    "state",    "indicator",
                                         "year",     "item",    "document", "sha256"},
                             *const measured[] = {"sex", "birth_date", "measured_on", "weight", "height"};
    for (size_t i = 0; i < sizeof always / sizeof *always; i++)
        m->r->needed |= strcmp(field, always[i]) == 0;
    for (size_t i = 0; i < sizeof measured / sizeof *measured; i++)
        m->r->needed |= m->f->layout->kind == KIND_MEASUREMENT && strcmp(field, measured[i]) == 0;
    m->r->needed |= strcmp(field, "period") == 0 && rule_cell_of(m, "year").len == 0;
    if (strcmp(field, "weight") == 0)
        m->r->instead = rule_cell_of(m, "height");
    if (strcmp(field, "height") == 0)
        m->r->instead = rule_cell_of(m, "weight");
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
    m.cell = rule_cell(&m, i);
    const char *field = arena_cstr(a, layout_field(f->layout, c->field));
    check_field(&m, c, field);
    if (f->rows == ROWS_BLANK)
        set_needed(&m, field);
    return r;
}

struct rule rule_of_title(const struct form *f, const struct form_title *t, struct arena *a)
{
    static const char *const sexes[] = {"L", "P", NULL};
    struct rule r = {.entry = ENTRY_TEXT};
    struct making m = {f, NULL, 0, a, STR(""), &r};
    struct str name = t->title < LAYOUT_TITLES ? STR("") : layout_field(f->layout, t->title - LAYOUT_TITLES);
    if (name.len == 0 || rule_layout_words(&m, t->title - LAYOUT_TITLES))
        return r;
    if (str_is(name, "sex"))
        rule_words(&m, sexes, STR("L laki-laki, P perempuan."));
    else if (str_is(name, "village"))
        rule_from(&m, 'B', rule_places(f, VILLAGE), "Pilih desa/kelurahan dari daftar.");
    else if (str_is(name, "kemendagri_code"))
        rule_from(&m, 'C', rule_places(f, VILLAGE), "Pilih kode desa/kelurahan dari daftar.");
    else if (str_is(name, "indicator"))
        rule_from(&m, 'F', f->catalogue->indicators, "Pilih kode indikator dari daftar.");
    return r;
}
