#include "figure.h"

#include <stdlib.h>
#include <string.h>

enum { COUNT_DIGITS = 15 };

bool figure_is_zero(const struct figure *f)
{
    return f->state == FIGURE_VALUE && strcmp(f->text, "0") == 0;
}

bool figure_greater(const struct figure *a, const struct figure *b)
{
    size_t whole_a = strcspn(a->text, "."), whole_b = strcspn(b->text, ".");
    return whole_a != whole_b ? whole_a > whole_b : strcmp(a->text, b->text) > 0;
}

/* Settles what needs no reading: an empty cell, a dash, "TS", and what the layout declares. False when there
 * is something to read. */
static bool settled(struct stage *s, enum field field, struct figure *f)
{
    struct str text = s->row.field[field];
    enum declared_state declared = declared_state(&s->source.declared, field_names[field], text);
    enum number_state state = declared ? NUMBER_VALUE : number_word(text);
    *f = (struct figure){.state = FIGURE_VALUE};
    if (declared == DECLARED_ZERO)
        f->text[0] = '0';
    else if (declared == DECLARED_NA || state == NUMBER_NA)
        f->state = FIGURE_NA;
    else if (declared == DECLARED_MISSING || state == NUMBER_MISSING)
        f->state = FIGURE_MISSING;
    if (declared == DECLARED_MISSING)
        stage_remark(s, REASON_sentinel, field, STR(""));
    return declared || f->state != FIGURE_VALUE;
}

/* What was read may still be a figure that the layout declares to be none: "0,00" for 0. */
static void settle_value(struct stage *s, enum field field, const struct number *n, struct figure *f)
{
    enum declared_state declared = declared_state(&s->source.declared, field_names[field], str_c(f->text));
    if (declared == DECLARED_MISSING)
        stage_remark(s, REASON_sentinel, field, STR(""));
    else if (n->noise)
        stage_remark(s, REASON_repair_noise, field, arena_printf(&s->scratch, "dibaca %s", f->text));
    if (declared == DECLARED_MISSING || declared == DECLARED_NA)
        f->state = declared == DECLARED_NA ? FIGURE_NA : FIGURE_MISSING;
}

static void reject(struct stage *s, enum field field, enum reason fault, struct figure *f)
{
    f->state = FIGURE_REJECTED;
    stage_remark(s, fault, field, STR(""));
}

/* --- counts --- */

/* Of two readings a count takes the whole one when its mark is the point ("3.149": typed as text, or mangled
 * by Excel, it means the same); a comma that is the decimal mark as well as a thousands mark stays doubtful,
 * and so does every mark where none is declared. */
static enum reason count_fault(const struct number *n, char mark, bool fraction, char *out)
{
    const char *text = n->decimal;
    if (n->state != NUMBER_VALUE || n->percent)
        return n->state == NUMBER_ERROR ? REASON_cell_error : REASON_number_invalid;
    if (n->grouped[0]) {
        if (n->decimal[0] && (n->comma || !mark))
            return REASON_number_ambiguous;
        text = n->grouped;
    }
    if (n->negative)
        return REASON_number_negative;
    if (strchr(text, '.') && !fraction)
        return REASON_number_fraction;
    if (strcspn(text, ".") > COUNT_DIGITS)
        return REASON_number_range;
    memcpy(out, text, strlen(text) + 1);
    return REASON_COUNT;
}

struct figure figure_count(struct stage *s, enum field field, bool fraction)
{
    struct figure f;
    if (settled(s, field, &f))
        return f;
    struct number n = number_read(s->row.field[field], s->source.mark);
    enum reason fault = count_fault(&n, s->source.mark, fraction, f.text);
    if (fault != REASON_COUNT)
        reject(s, field, fault, &f);
    else
        settle_value(s, field, &n, &f);
    return f;
}

/* --- yes or no --- */

static bool one_of(struct str text, const char *const *words)
{
    while (*words && !str_is(text, *words))
        words++;
    return *words != NULL;
}

struct figure figure_yes_no(struct stage *s, enum field field)
{
    /* beside those of services */
    static const char *const yes[] = {"odf", "sudah odf", "melaksanakan", NULL};
    static const char *const no[] = {"belum odf", "belum melaksanakan", "tidak melaksanakan", NULL};
    struct str text = s->row.field[field];
    struct str folded = str_fold(&s->scratch, text), said = service_state(text);
    bool is_yes = str_is(said, "Y") || one_of(folded, yes), is_no = str_is(said, "T") || one_of(folded, no);
    struct figure f;
    if (!declared_state(&s->source.declared, field_names[field], text) && (is_yes || is_no))
        return (struct figure){.state = FIGURE_VALUE, .text = {is_yes ? '1' : '0'}};
    if (!settled(s, field, &f))
        reject(s, field, number_word(text) == NUMBER_ERROR ? REASON_cell_error : REASON_yes_no_invalid, &f);
    return f;
}

/* --- percentages, and figures that stand alone --- */

/* A percentage that nothing can be compared with: at 1 or below it may be a fraction of 1. */
static void doubt_fraction(struct stage *s, enum field field, const struct number *n, const char *percent)
{
    if (!n->percent && strcmp(percent, "0") != 0 && (percent[0] == '0' || strcmp(percent, "1") == 0))
        stage_remark(s, REASON_percent_small, field, STR(""));
}

static enum reason alone_fault(const struct number *n, bool percent, char *out)
{
    if (n->state != NUMBER_VALUE || (n->percent && !percent))
        return n->state == NUMBER_ERROR ? REASON_cell_error : REASON_number_invalid;
    if (n->negative)
        return REASON_number_negative;
    if (n->decimal[0] && n->grouped[0] && !percent)
        return REASON_number_ambiguous;
    strcpy(out, n->decimal[0] ? n->decimal : n->grouped);
    return percent && strtod(out, NULL) > 100 ? REASON_number_range : REASON_COUNT;
}

struct figure figure_alone(struct stage *s, enum field field, const struct indicator *indicator)
{
    struct figure f;
    if (settled(s, field, &f))
        return f;
    struct number n = number_read(s->row.field[field], s->source.mark);
    enum reason fault = alone_fault(&n, indicator->percent, f.text);
    if (fault != REASON_COUNT) {
        reject(s, field, fault, &f);
        return f;
    }
    settle_value(s, field, &n, &f);
    if (f.state == FIGURE_VALUE && indicator->percent)
        doubt_fraction(s, field, &n, f.text);
    return f;
}

/* Hundredths of a count as whole text: rupiah may have two decimals. */
static const char *hundredths(const struct figure *f, char out[NUMBER_SIZE])
{
    if (!number_shift(f->text, 2, out))
        return "0";
    out[strcspn(out, ".")] = '\0';
    return out;
}

/* Compares the percentage with 100 n / d; one that n and d prove to be a fraction of 1 is multiplied. */
static void check_percent(struct stage *s, const struct figure *n, const struct figure *d,
                          const struct number *number, char *percent)
{
    char fold[NUMBER_SIZE], whole_n[NUMBER_SIZE], whole_d[NUMBER_SIZE];
    const char *hn = hundredths(n, whole_n), *hd = hundredths(d, whole_d);
    if (!number_percent_differs(hn, hd, percent))
        return;
    if (!number->percent && number_shift(percent, 2, fold) && !number_percent_differs(hn, hd, fold)) {
        memcpy(percent, fold, sizeof fold);
        stage_remark(s, REASON_repair_fraction, FIELD_REPORTED,
                     arena_printf(&s->scratch, "dibaca %s persen", percent));
        return;
    }
    double computed = 100 * strtod(n->text, NULL) / strtod(d->text, NULL);
    stage_remark(s, REASON_percent_mismatch, FIELD_REPORTED,
                 arena_printf(&s->scratch, "hitungan %.2f, berkas %s", computed, percent));
}

/* The form has no columns for the pair. */
static bool no_pair(struct stage *s)
{
    return stage_cell(s, FIELD_NUMERATOR).len == 0 && stage_cell(s, FIELD_DENOMINATOR).len == 0;
}

/* A percentage whose pair is not there: the form may have no columns for the pair, else the percentage cannot
 * have come from this table; but 0 is what formulas give for empty cells. */
static void lone_percent(struct stage *s, const struct number *number, const char *percent)
{
    if (no_pair(s)) {
        stage_remark(s, REASON_percent_only, FIELD_REPORTED, STR(""));
        doubt_fraction(s, FIELD_REPORTED, number, percent);
    } else if (strcmp(percent, "0") != 0) {
        stage_remark(s, REASON_percent_mismatch, FIELD_REPORTED, STR("pembilang dan penyebut kosong"));
    }
}

/* The percentage of the file; false when there is none, or none that can be read, which is told: numerator
 * and denominator do without it. */
static bool read_percent(struct stage *s, const struct figure *d, struct number *n, struct figure *f)
{
    if (settled(s, FIELD_REPORTED, f))
        return f->state == FIGURE_VALUE;
    *n = number_read(s->row.field[FIELD_REPORTED], s->source.mark);
    bool explained = d->state != FIGURE_VALUE || figure_is_zero(d);
    if (n->state == NUMBER_ERROR && !no_pair(s) && explained)
        return false; /* a formula that divides by nothing shows nothing new */
    enum reason fault = n->state == NUMBER_ERROR     ? REASON_cell_error
                        : n->state == NUMBER_INVALID ? REASON_number_invalid
                        : n->negative                ? REASON_number_negative
                        : !n->decimal[0]             ? REASON_number_ambiguous /* nobody reports thousands */
                                                     : REASON_COUNT;
    if (fault != REASON_COUNT) {
        stage_remark_as(s, fault, SEV_NOTE, FIELD_REPORTED, STR("persentase tidak dibaca"));
        return false;
    }
    /* of two readings the one with a fraction is meant */
    memcpy(f->text, n->decimal[0] ? n->decimal : n->grouped, NUMBER_SIZE);
    settle_value(s, FIELD_REPORTED, n, f);
    return f->state == FIGURE_VALUE;
}

struct str figure_percent(struct stage *s, const struct figure *n, const struct figure *d)
{
    struct number number = {0};
    struct figure f;
    if (!read_percent(s, d, &number, &f))
        return STR("");
    if (n->state == FIGURE_MISSING && d->state == FIGURE_MISSING)
        lone_percent(s, &number, f.text);
    else if (n->state == FIGURE_VALUE && d->state == FIGURE_VALUE && !figure_is_zero(d))
        check_percent(s, n, d, &number, f.text);
    return arena_dup(&s->scratch, str_c(f.text));
}
