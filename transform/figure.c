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

/* What an empty cell, a dash or "TS" says; FIGURE_VALUE when there is something to read. */
static enum figure_state filled(struct str text)
{
    enum number_state state = number_word(text);
    return state == NUMBER_MISSING ? FIGURE_MISSING : state == NUMBER_NA ? FIGURE_NA : FIGURE_VALUE;
}

/* --- counts --- */

/* Of two readings a count takes the whole one when its mark is the point ("3.149": typed as text, or mangled
 * by Excel, it means the same); a comma that is the decimal mark as well as a thousands mark stays doubtful.
 */
static enum reason count_fault(const struct number *n, bool fraction, char *out)
{
    const char *text = n->decimal;
    if (n->state != NUMBER_VALUE || n->percent)
        return n->state == NUMBER_ERROR ? REASON_cell_error : REASON_number_invalid;
    if (n->grouped[0]) {
        if (n->decimal[0] && n->comma)
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
    struct figure f = {.state = filled(s->row.field[field])};
    if (f.state != FIGURE_VALUE)
        return f;
    struct number n = number_read(s->row.field[field], s->source.mark);
    enum reason fault = count_fault(&n, fraction, f.text);
    if (fault != REASON_COUNT) {
        f.state = FIGURE_REJECTED;
        stage_remark(s, fault, field, STR(""));
    }
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
    if (is_yes || is_no)
        return (struct figure){.state = FIGURE_VALUE, .text = {is_yes ? '1' : '0'}};
    struct figure f = {.state = filled(text)};
    if (f.state == FIGURE_VALUE) {
        stage_remark(s, number_word(text) == NUMBER_ERROR ? REASON_cell_error : REASON_yes_no_invalid, field,
                     STR(""));
        f.state = FIGURE_REJECTED;
    }
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
    struct figure f = {.state = filled(s->row.field[field])};
    if (f.state != FIGURE_VALUE)
        return f;
    struct number n = number_read(s->row.field[field], s->source.mark);
    enum reason fault = alone_fault(&n, indicator->percent, f.text);
    if (fault != REASON_COUNT) {
        f.state = FIGURE_REJECTED;
        stage_remark(s, fault, field, STR(""));
    } else if (indicator->percent) {
        doubt_fraction(s, field, &n, f.text);
    }
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

/* Compares the percentage with 100 n / d; one that was written as a fraction of 1 is multiplied. */
static void check_percent(struct stage *s, const struct figure *n, const struct figure *d,
                          const struct number *number, char *percent)
{
    char fold[NUMBER_SIZE], whole_n[NUMBER_SIZE], whole_d[NUMBER_SIZE];
    const char *hn = hundredths(n, whole_n), *hd = hundredths(d, whole_d);
    if (!number_percent_differs(hn, hd, percent))
        return;
    if (!number->percent && (strcmp(percent, "1") == 0 || percent[0] == '0') &&
        number_shift(percent, 2, fold) && !number_percent_differs(hn, hd, fold)) {
        memcpy(percent, fold, sizeof fold);
        stage_remark(s, REASON_repair_unit, FIELD_REPORTED,
                     arena_printf(&s->scratch, "pecahan dibaca %s persen", percent));
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

struct str figure_percent(struct stage *s, const struct figure *n, const struct figure *d)
{
    struct str text = s->row.field[FIELD_REPORTED];
    if (filled(text) != FIGURE_VALUE)
        return STR("");
    struct number number = number_read(text, s->source.mark);
    if (number.state == NUMBER_ERROR) { /* a formula that divides by nothing shows nothing new */
        if (no_pair(s) || (d->state == FIGURE_VALUE && !figure_is_zero(d)))
            stage_remark_as(s, REASON_cell_error, SEV_NOTE, FIELD_REPORTED, STR("persentase tidak dibaca"));
        return STR("");
    }
    if (number.state == NUMBER_INVALID || number.negative) {
        stage_remark_as(s, number.negative ? REASON_number_negative : REASON_number_invalid, SEV_NOTE,
                        FIELD_REPORTED, STR("persentase tidak dibaca"));
        return STR("");
    }
    /* of two readings the one with a fraction is meant: nobody reports thousands of percent */
    char *percent = arena_alloc(&s->scratch, NUMBER_SIZE);
    memcpy(percent, number.decimal[0] ? number.decimal : number.grouped, NUMBER_SIZE);
    if (n->state == FIGURE_MISSING && d->state == FIGURE_MISSING)
        lone_percent(s, &number, percent);
    else if (n->state == FIGURE_VALUE && d->state == FIGURE_VALUE && !figure_is_zero(d))
        check_percent(s, n, d, &number, percent);
    return str_c(percent);
}
