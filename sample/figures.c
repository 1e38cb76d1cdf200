/* Rows of the coverage forms: figures, the ways in which offices type them, and the faults. */
#include "figures.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

enum fault {
    FAULT_NONE,
    FAULT_VILLAGE, /* a letter doubled in the village's name */
    FAULT_REGION,  /* with code: the neighbour's code; without: a letter doubled in the kecamatan's name */
    FAULT_CODE,    /* with code: one that does not exist; without: the village left empty */
    FAULT_WORD,    /* NIHIL as a numerator */
    FAULT_NEGATIVE,
    FAULT_FRACTION,     /* 12.5 people */
    FAULT_THOUSANDS,    /* 1.234 people: a thousands point that Excel read as a decimal one */
    FAULT_NO_WHOLE,     /* denominator 0, numerator not */
    FAULT_OVER,         /* numerator above denominator */
    FAULT_PERCENT,      /* percentage off by nine points */
    FAULT_SHARE,        /* percentage as a fraction of one */
    FAULT_FORMULA,      /* #REF! as a numerator */
    FAULT_TWICE,        /* the row again */
    FAULT_CONTRADICTED, /* the row again with another numerator */
    FAULTS = FAULT_CONTRADICTED,
};

/* How an office types percentages. */
enum percent_style { PERCENT_NUMBER, PERCENT_FORMULA, PERCENT_COMMA, PERCENT_SIGN, PERCENT_STYLES };

struct figure {
    long n, d;
    bool no_n, no_d; /* nothing is known of the numerator, of the denominator */
};

double figures_percent(double n, double d)
{
    return d > 0 ? round(1000.0 * n / d) / 10 : 0;
}

static enum percent_style style_of(const struct work *w)
{
    return (enum percent_style)((w->g->ordinal + w->form->form) % PERCENT_STYLES);
}

static void put_count(struct work *w, int column, long n)
{
    char text[32];
    if (w->grouped)
        line_text(&w->line, column, "%s", spell_thousands(n, text));
    else
        line_number(&w->line, column, (double)n);
}

static struct figure draw(struct work *w, const struct village *v, int i)
{
    const struct indicator *in = catalogue_indicator(&w->s->catalogue, w->tab->indicator[i]);
    struct rng habit = rng_of(w->s->seed, "habit %s %s", w->g->code, in->code);
    double reached = w->g->quality.coverage + 0.12 * (rng_unit(&habit) - 0.5) + rng_normal(&w->rng, 0, 0.05);
    double part = rng_unit(&w->rng);
    if (w->tab->people) {
        struct rng people = rng_of(w->s->seed, "people %s %s", v->code, w->tab->people);
        part = rng_unit(&people);
    }
    double share = w->tab->share * (0.8 + 0.4 * part);
    if (in->down)
        reached = (1 - reached) * 0.35;
    reached = fmin(1, fmax(0, reached));
    struct figure f = {.d = lround(v->families * share)};
    f.n = lround((double)f.d * reached);
    f.no_n = f.no_d = f.d == 0 || rng_chance(&w->rng, 0.01);
    return f;
}

/* --- what stands out: --outliers --- */

static bool has_peers(const struct work *w, const struct village *v)
{
    enum { ENOUGH = 9 };
    int n = 0;
    for (size_t i = 0; i < w->g->villages; i++)
        n += w->g->village[i].district == v->district;
    return n >= ENOUGH;
}

static void tell_finding(struct work *w, const struct village *v, int i, int what, const char *kind)
{
    char cell[16], row[16];
    const char *const fields[] = {
        w->where.file, w->where.sheet,       row,    book_address(w->column[i][what], w->where.row, cell),
        kind,          w->tab->indicator[i], v->code};
    snprintf(row, sizeof row, "%d", w->where.row);
    truth_finding(&w->s->truth, fields, (int)(sizeof fields / sizeof *fields));
}

/* Sometimes, when it is wanted, a percentage that no neighbour has, or a count of the people that the other
 * agency does not have; both large enough and with neighbours enough for anybody to see. */
static void plant(struct work *w, const struct village *v, int i, struct figure *f)
{
    struct rng rng = rng_of(w->s->seed, "outlier %s %s", v->code, w->tab->indicator[i]);
    if (!rng_chance(&rng, w->s->outliers) || f->no_d)
        return;
    if (w->form->form == FORM_DPPKB && w->tab->people && f->d >= 20) {
        f->d = lround(1.7 * (double)f->d);
        f->n = lround(1.7 * (double)f->n);
        tell_finding(w, v, i, DENOMINATOR, "denominator");
    } else if (f->d >= 40 && has_peers(w, v)) {
        double reached = (double)f->n / (double)f->d;
        f->n = lround((double)f->d * (reached > 0.5 ? reached - 0.5 : reached + 0.5));
        tell_finding(w, v, i, NUMERATOR, "outlier-peer");
    }
}

/* A percentage as this office types it. value: with one decimal, or exactly when a formula gives it. Returns
 * what a right reader takes from the cell. */
static const char *put_percent(struct work *w, int i, struct figure f, char text[32])
{
    int column = w->column[i][PERCENT];
    double exact = 100.0 * (double)f.n / (double)f.d, value = figures_percent((double)f.n, (double)f.d);
    char formula[64], n[16], d[16];
    switch (style_of(w)) {
    case PERCENT_FORMULA:
        snprintf(formula, sizeof formula, "=%s/%s*100",
                 book_address(w->column[i][NUMERATOR], w->where.row, n),
                 book_address(w->column[i][DENOMINATOR], w->where.row, d));
        line_formula(&w->line, column, formula, exact, NULL);
        return spell_decimal(exact, '.', text);
    case PERCENT_COMMA:
        line_text(&w->line, column, "%s", spell_decimal(value, ',', text));
        break;
    case PERCENT_SIGN:
        line_text(&w->line, column, "%s%%", spell_decimal(value, ',', text));
        break;
    default:
        line_number(&w->line, column, value);
        break;
    }
    return spell_decimal(value, '.', text);
}

static void add_up(struct work *w, int i, long long n, long long d)
{
    w->sum[i][0] += n;
    w->sum[i][1] += d;
}

/* The ways in which a form says that there was nobody to reach or that something is not known: changes f to
 * what is known, returns the percentage read. */
static const char *put_missing(struct work *w, int i, struct figure *f)
{
    const int *column = w->column[i];
    int way = rng_below(&w->rng, f->d > 0 ? 6 : 4);
    f->no_n = way != 4;
    f->no_d = way != 5;
    switch (way) {
    case 0:
    case 1:
        put_count(w, column[NUMERATOR], 0);
        put_count(w, column[DENOMINATOR], 0);
        if (way == 0)
            line_formula(&w->line, column[PERCENT], "=0/0", 0, "#DIV/0!");
        else
            line_number(&w->line, column[PERCENT], 0);
        return way == 0 ? "" : "0";
    case 2:
        return ""; /* cells left empty */
    default:
        for (int k = 0; k < VALUES; k++)
            line_text(&w->line, column[k], "-");
        if (!f->no_n)
            put_count(w, column[NUMERATOR], f->n);
        if (!f->no_d)
            put_count(w, column[DENOMINATOR], f->d);
        add_up(w, i, f->no_n ? 0 : f->n * 1000, f->no_d ? 0 : f->d * 1000);
        return "";
    }
}

static const char *cells_of(const struct work *w, int i, char text[64])
{
    char a[16], b[16], c[16];
    int row = w->where.row;
    snprintf(text, 64, "%s %s %s", book_address(w->column[i][NUMERATOR], row, a),
             book_address(w->column[i][DENOMINATOR], row, b), book_address(w->column[i][PERCENT], row, c));
    return text;
}

static void remark(struct work *w, int column, enum reason reason)
{
    char cell[16];
    truth_remark(&w->s->truth, &w->where, book_address(column, w->where.row, cell), reason);
}

static void accept(struct work *w, const struct village *v, int i, struct figure f, const char *reported)
{
    char n[32] = "", d[32] = "", cells[64];
    bool known = !f.no_n && !f.no_d;
    if (!f.no_n)
        snprintf(n, sizeof n, "%ld", f.n);
    if (!f.no_d)
        snprintf(d, sizeof d, "%ld", f.d);
    if (known)
        review_figure(&w->s->review, w->g, w->tab->indicator[i], f.n, f.d);
    truth_record(&w->s->truth, KIND_COVERAGE, &w->where, cells_of(w, i, cells), w->tab->indicator[i], v->code,
                 "", w->period, "", "", known ? "value" : "missing", n, d, reported, (char *)NULL);
}

/* A figure with a fault in its numbers. Cells not set stay "-". */
static void put_faulty(struct work *w, const struct village *v, int i, struct figure f, enum fault fault)
{
    const int *column = w->column[i];
    char text[32];
    f.no_n = f.no_d = false;
    if (f.d < 20 || f.n < 5)
        f = (struct figure){.n = 15, .d = 20};
    line_text(&w->line, column[PERCENT], "-");
    put_count(w, column[DENOMINATOR], f.d);
    switch (fault) {
    case FAULT_WORD:
        line_text(&w->line, column[NUMERATOR], "NIHIL");
        add_up(w, i, 0, f.d * 1000);
        remark(w, column[NUMERATOR], REASON_number_invalid);
        return;
    case FAULT_NEGATIVE:
        line_number(&w->line, column[NUMERATOR], -3);
        add_up(w, i, -3000, f.d * 1000);
        remark(w, column[NUMERATOR], REASON_number_negative);
        return;
    case FAULT_FRACTION:
        line_number(&w->line, column[NUMERATOR], 12.5);
        add_up(w, i, 12500, f.d * 1000);
        remark(w, column[NUMERATOR], REASON_number_fraction);
        return;
    case FAULT_THOUSANDS:
        line_number(&w->line, column[NUMERATOR], 1.234);
        add_up(w, i, 1234, f.d * 1000);
        remark(w, column[NUMERATOR], REASON_number_ambiguous);
        return;
    case FAULT_NO_WHOLE:
        put_count(w, column[NUMERATOR], f.n);
        put_count(w, column[DENOMINATOR], 0);
        line_formula(&w->line, column[PERCENT], "=1/0", 0, "#DIV/0!");
        add_up(w, i, f.n * 1000, 0);
        remark(w, column[DENOMINATOR], REASON_denominator_zero);
        return;
    case FAULT_FORMULA:
        line_formula(&w->line, column[NUMERATOR], "=#REF!", 0, "#REF!");
        add_up(w, i, 0, f.d * 1000);
        remark(w, column[NUMERATOR], REASON_cell_error);
        return;
    case FAULT_OVER:
        f.n = f.d + rng_between(&w->rng, 1, 9);
        put_count(w, column[NUMERATOR], f.n);
        remark(w, column[NUMERATOR], REASON_over_100);
        accept(w, v, i, f, put_percent(w, i, f, text));
        break;
    case FAULT_PERCENT: {
        double off = f.n * 2 > f.d ? -9 : 9;
        double wrong = round(10 * (figures_percent((double)f.n, (double)f.d) + off)) / 10;
        put_count(w, column[NUMERATOR], f.n);
        line_number(&w->line, column[PERCENT], wrong);
        remark(w, column[PERCENT], REASON_percent_mismatch);
        accept(w, v, i, f, spell_decimal(wrong, '.', text));
        break;
    }
    default: /* FAULT_SHARE */
        put_count(w, column[NUMERATOR], f.n);
        line_number(&w->line, column[PERCENT], round(1000.0 * (double)f.n / (double)f.d) / 1000);
        remark(w, column[PERCENT], REASON_repair_fraction);
        accept(w, v, i, f, spell_decimal(figures_percent((double)f.n, (double)f.d), '.', text));
        break;
    }
    add_up(w, i, f.n * 1000, f.d * 1000);
}

/* A figure without a fault; accepted unless the row's region is at fault. */
static void put_figure(struct work *w, const struct village *v, int i, struct figure f, bool accepted)
{
    char text[32];
    const char *reported;
    if (f.no_d) {
        reported = put_missing(w, i, &f);
    } else {
        put_count(w, w->column[i][NUMERATOR], f.n);
        put_count(w, w->column[i][DENOMINATOR], f.d);
        reported = put_percent(w, i, f, text);
        add_up(w, i, f.n * 1000, f.d * 1000);
    }
    if (accepted)
        accept(w, v, i, f, reported);
}

/* Ten digits with or without points, as text or as a number. */
static void put_code(struct work *w, int column, const char *code)
{
    char digits[16];
    size_t n = 0;
    for (const char *p = code; *p && n < sizeof digits - 1; p++)
        if (*p != '.')
            digits[n++] = *p;
    digits[n] = '\0';
    double value = 0;
    for (size_t i = 0; i < n; i++)
        value = value * 10 + (digits[i] - '0');
    switch ((w->g->ordinal + w->form->form) % 3) {
    case 0:
        line_text(&w->line, column, "%s", code);
        break;
    case 1:
        line_text(&w->line, column, "%s", digits);
        break;
    default:
        line_number(&w->line, column, value);
    }
}

/* A village of the same kabupaten with another name. */
static const struct village *neighbour(const struct work *w, const struct village *v)
{
    for (size_t i = 0; i < w->g->villages; i++)
        if (strcmp(w->g->village[i].name, v->name) != 0)
            return &w->g->village[i];
    return v;
}

/* Where the form has blocks, the kecamatan is typed in the first row of its villages, or merged over all of
 * them. */
static bool merges_blocks(const struct work *w)
{
    return w->form->blocks && w->g->ordinal % 2 == 1;
}

void figures_end_block(struct work *w)
{
    if (w->previous && merges_blocks(w))
        book_merge(w->book, w->block_row, w->district_column, w->where.row, w->district_column, w->block);
}

static void put_district(struct work *w, int column, const struct village *v, enum fault fault)
{
    char text[SPELL_LENGTH];
    if (!w->form->blocks) {
        line_text(&w->line, column, "%s",
                  fault == FAULT_REGION ? spell_slip(v->district->name, text)
                                        : spell_district(&w->rng, v->district, text));
        return;
    }
    if (w->previous && w->previous->district == v->district)
        return;
    w->block_row = w->where.row;
    spell_district(&w->rng, v->district, w->block);
    if (!merges_blocks(w))
        line_text(&w->line, column, "%s", w->block);
}

static void put_region(struct work *w, const struct village *v, enum fault fault)
{
    char text[SPELL_LENGTH];
    bool coded = w->code_column > 0;
    const struct form_column *c = w->form->columns;
    for (int i = 1; c->role != ROLE_END; c++, i++) {
        switch (c->role) {
        case ROLE_NO:
            line_number(&w->line, i, ++w->number);
            break;
        case ROLE_DISTRICT:
            put_district(w, i, v, coded ? FAULT_NONE : fault);
            break;
        case ROLE_PUSKESMAS:
            line_text(&w->line, i, "PKM %s", v->district->name);
            break;
        case ROLE_OTHER_ID:
            line_text(&w->line, i, "6%d%03d%03d", w->g->ordinal % 10, w->number % 1000, v->families % 1000);
            break;
        case ROLE_CODE:
            put_code(w, i,
                     fault == FAULT_REGION ? neighbour(w, v)->code
                     : fault == FAULT_CODE ? "99.99.99.2999"
                                           : v->code);
            break;
        case ROLE_VILLAGE:
            if (fault == FAULT_VILLAGE)
                line_text(&w->line, i, "%s", spell_slip(v->name, text));
            else if (coded || fault != FAULT_CODE)
                line_text(&w->line, i, "%s", spell_village(&w->rng, v, text));
            break;
        default:
            break;
        }
    }
}

/* Remarks of a row whose region is at fault: one for each of its records. Code and name that contradict each
 * other are remarked on at the name. */
static void remark_region(struct work *w, enum fault fault)
{
    bool coded = w->code_column > 0;
    for (int i = 0; i < w->figures; i++) {
        if (fault == FAULT_CODE)
            remark(w, coded ? w->code_column : w->village_column,
                   coded ? REASON_region_code_unknown : REASON_region_missing);
        else if (coded)
            remark(w, w->village_column, REASON_region_code_mismatch);
        else
            remark(w, fault == FAULT_VILLAGE ? w->village_column : w->district_column, REASON_region_unknown);
    }
}

static void finish_row(struct work *w, const struct village *v)
{
    const struct form_column *c = w->form->columns;
    for (int i = 1; c->role != ROLE_END; c++, i++)
        if (c->role == ROLE_REST && w->line.cell[w->column[0][NUMERATOR] - 1].type == CELL_NUMBER &&
            w->line.cell[w->column[0][DENOMINATOR] - 1].type == CELL_NUMBER)
            line_number(&w->line, i,
                        w->line.cell[w->column[0][DENOMINATOR] - 1].value -
                            w->line.cell[w->column[0][NUMERATOR] - 1].value);
    book_row(w->book, w->where.row, &w->line);
    line_clear(&w->line);
    w->previous = v;
}

/* The row once more, below itself. */
static void repeat_row(struct work *w, const struct village *v, const struct figure *f, bool same)
{
    w->where.row++;
    put_region(w, v, FAULT_NONE);
    for (int i = 0; i < w->figures; i++) {
        struct figure again = {f[i].n - (same ? 0 : 1), f[i].d, false, false};
        put_figure(w, v, i, again, false);
        remark(w, w->column[i][NUMERATOR], same ? REASON_duplicate_row : REASON_duplicate_conflict);
    }
    finish_row(w, v);
}

void figures_village(struct work *w, const struct village *v)
{
    enum fault fault = (enum fault)sample_fault(&w->rng, w->s, FAULTS);
    if (fault == FAULT_REGION && w->form->blocks)
        fault = FAULT_VILLAGE; /* a kecamatan typed once is right, or all its villages are lost */
    if (fault == FAULT_REGION && w->code_column && neighbour(w, v) == v)
        fault = FAULT_CODE;
    bool region = fault == FAULT_VILLAGE || fault == FAULT_REGION || fault == FAULT_CODE;
    bool twice = fault == FAULT_TWICE || fault == FAULT_CONTRADICTED;
    int faulty = rng_below(&w->rng, w->figures);
    struct figure f[MAX_FIGURES];
    if (w->previous && w->previous->district != v->district)
        figures_end_block(w);
    w->where.row++;
    if (w->number > 0 && rng_chance(&w->rng, 0.004))
        w->where.row++; /* an empty row */
    put_region(w, v, fault);
    for (int i = 0; i < w->figures; i++) {
        f[i] = draw(w, v, i);
        if (twice && (f[i].no_d || f[i].n == 0))
            f[i] = (struct figure){.n = 3, .d = 4};
        if (fault != FAULT_NONE && !region && !twice && i == faulty)
            put_faulty(w, v, i, f[i], fault);
        else {
            if (fault == FAULT_NONE)
                plant(w, v, i, &f[i]);
            put_figure(w, v, i, f[i], !region);
        }
    }
    if (region)
        remark_region(w, fault);
    finish_row(w, v);
    if (twice)
        repeat_row(w, v, f, fault == FAULT_TWICE);
}
