/* Coverage: counts are whole and not negative; the reported percentage is compared, never used. */
#include "number.h"
#include "stage.h"

#include <stdlib.h>
#include <string.h>

enum { COUNT_DIGITS = 15 };

enum count_state { COUNT_VALUE, COUNT_MISSING, COUNT_NA, COUNT_REJECTED };

struct count {
    enum count_state state;
    char text[NUMBER_SIZE];
};

static bool is_zero(const struct count *c)
{
    return c->state == COUNT_VALUE && strcmp(c->text, "0") == 0;
}

/* Of two readings a count takes the whole one when its mark is the point ("3.149": typed as text, or mangled
 * by Excel, it means the same); a comma that is the decimal mark as well as a thousands mark stays doubtful.
 */
static enum reason count_fault(const struct number *n, struct count *c)
{
    const char *text = n->decimal;
    if (n->grouped[0]) {
        if (n->decimal[0] && n->comma)
            return REASON_number_ambiguous;
        text = n->grouped;
    }
    if (n->state != NUMBER_VALUE || n->percent)
        return n->state == NUMBER_ERROR ? REASON_cell_error : REASON_number_invalid;
    if (n->negative)
        return REASON_number_negative;
    if (strchr(text, '.'))
        return REASON_number_fraction;
    if (strlen(text) > COUNT_DIGITS)
        return REASON_number_range;
    memcpy(c->text, text, strlen(text) + 1);
    return REASON_COUNT;
}

static struct count read_count(struct stage *s, enum field field)
{
    struct count c = {.state = COUNT_MISSING};
    if (s->row.field[field].len == 0)
        return c;
    struct number n = number_read(s->row.field[field], s->source.mark);
    if (n.state == NUMBER_MISSING)
        return c;
    c.state = COUNT_NA;
    if (n.state == NUMBER_NA)
        return c;
    enum reason fault = count_fault(&n, &c);
    c.state = fault == REASON_COUNT ? COUNT_VALUE : COUNT_REJECTED;
    if (fault != REASON_COUNT)
        stage_remark(s, fault, field, STR(""));
    return c;
}

/* --- the reported percentage --- */

/* Of two readings of a percentage the one with a fraction is meant: nobody reports thousands of percent. */
static const char *percent_text(const struct number *n)
{
    return n->decimal[0] ? n->decimal : n->grouped;
}

/* Compares the percentage with 100 n / d; one that was written as a fraction of 1 is multiplied. One that
 * stands alone cannot have come from this table; but 0 is what formulas give for empty cells. */
static void check_percent(struct stage *s, const struct count *n, const struct count *d,
                          const struct number *number, char *percent)
{
    char hundredfold[NUMBER_SIZE];
    if (n->state == COUNT_MISSING && d->state == COUNT_MISSING && strcmp(percent, "0") != 0)
        stage_remark(s, REASON_percent_mismatch, FIELD_REPORTED, STR("pembilang dan penyebut kosong"));
    if (n->state != COUNT_VALUE || d->state != COUNT_VALUE || is_zero(d) ||
        !number_percent_differs(n->text, d->text, percent))
        return;
    if (!number->percent && (strcmp(percent, "1") == 0 || percent[0] == '0') &&
        number_shift(percent, 2, hundredfold) && !number_percent_differs(n->text, d->text, hundredfold)) {
        memcpy(percent, hundredfold, sizeof hundredfold);
        stage_remark(s, REASON_repair_unit, FIELD_REPORTED,
                     arena_printf(&s->scratch, "pecahan dibaca %s persen", percent));
        return;
    }
    double computed = 100 * strtod(n->text, NULL) / strtod(d->text, NULL);
    stage_remark(s, REASON_percent_mismatch, FIELD_REPORTED,
                 arena_printf(&s->scratch, "hitungan %.2f, berkas %s", computed, percent));
}

static struct str reported(struct stage *s, const struct count *n, const struct count *d)
{
    if (s->row.field[FIELD_REPORTED].len == 0)
        return STR("");
    struct number number = number_read(s->row.field[FIELD_REPORTED], s->source.mark);
    switch (number.state) {
    case NUMBER_MISSING:
    case NUMBER_NA:
        return STR("");
    case NUMBER_ERROR: /* a formula that divides by nothing shows nothing new */
        if (d->state == COUNT_VALUE && !is_zero(d))
            stage_remark_as(s, REASON_cell_error, SEV_NOTE, FIELD_REPORTED, STR("persentase tidak dibaca"));
        return STR("");
    case NUMBER_INVALID:
    case NUMBER_VALUE:
        break;
    }
    if (number.state == NUMBER_INVALID || number.negative) {
        stage_remark_as(s, number.negative ? REASON_number_negative : REASON_number_invalid, SEV_NOTE,
                        FIELD_REPORTED, STR("persentase tidak dibaca"));
        return STR("");
    }
    char *percent = arena_alloc(&s->scratch, NUMBER_SIZE);
    memcpy(percent, percent_text(&number), NUMBER_SIZE);
    check_percent(s, n, d, &number, percent);
    return str_c(percent);
}

/* --- the record --- */

/* State of the pair. 0 of 0 is what forms that forbid empty cells get for "no data". */
static struct str pair_state(struct stage *s, const struct indicator *indicator, const struct count *n,
                             const struct count *d)
{
    if (n->state == COUNT_REJECTED || d->state == COUNT_REJECTED)
        return STR("");
    if (n->state == COUNT_NA || (d->state == COUNT_NA && n->state == COUNT_MISSING))
        return STR("na");
    if (d->state == COUNT_NA) {
        stage_remark(s, REASON_number_invalid, FIELD_DENOMINATOR, STR("pembilang terisi"));
        return STR("");
    }
    if (n->state == COUNT_MISSING || (is_zero(n) && is_zero(d)))
        return STR("missing");
    if (d->state == COUNT_MISSING)
        return indicator && !indicator->ratio ? STR("value") : STR("missing");
    if (is_zero(d)) {
        stage_remark(s, REASON_denominator_zero, FIELD_DENOMINATOR, STR(""));
        return STR("");
    }
    if (strtoll(n->text, NULL, 10) > strtoll(d->text, NULL, 10))
        stage_remark(s, REASON_over_100, FIELD_NUMERATOR,
                     arena_printf(&s->scratch, "%s dari %s", n->text, d->text));
    return STR("value");
}

static struct str sex_of(struct stage *s)
{
    struct str text = s->row.field[FIELD_SEX];
    char sex = stage_sex(text);
    if (sex)
        return sex == 'L' ? STR("L") : STR("P");
    if (text.len > 0 && !str_is(text, "L+P") && !str_is(text, "-"))
        stage_remark(s, REASON_sex_invalid, FIELD_SEX, STR(""));
    return STR("");
}

static struct str count_text(struct stage *s, const struct count *c, bool shown)
{
    return c->state == COUNT_VALUE && shown ? arena_dup(&s->scratch, str_c(c->text)) : STR("");
}

void coverage_record(struct stage *s, struct str *out)
{
    enum { INDICATOR, REGION, PERIOD, SEX, AGE_GROUP, STATE, NUMERATOR, DENOMINATOR, REPORTED, COLUMNS };
    enum { LONGEST_AGE_GROUP = 64, CODE_SIZE = 12 };
    const struct indicator *indicator = catalogue_indicator(&s->catalogue, s->row.field[FIELD_INDICATOR]);
    if (!indicator)
        stage_remark(s, REASON_indicator_unknown, FIELD_INDICATOR, STR(""));
    uint32_t region = stage_region(s);
    struct period period;
    char *period_text = arena_alloc(&s->scratch, CODE_SIZE);
    if (stage_period(s, &period))
        period_code(&period, period_text);
    out[SEX] = sex_of(s);
    stage_text_limit(s, FIELD_AGE_GROUP, LONGEST_AGE_GROUP);
    struct count n = read_count(s, FIELD_NUMERATOR), d = read_count(s, FIELD_DENOMINATOR);
    out[STATE] = pair_state(s, indicator, &n, &d);
    out[REPORTED] = reported(s, &n, &d);
    if (s->rejected)
        return;
    bool none = str_is(out[STATE], "na") || (is_zero(&n) && is_zero(&d));
    out[INDICATOR] = indicator->code;
    out[REGION] = regions_code(s->regions, region);
    out[PERIOD] = str_c(period_text);
    out[AGE_GROUP] = s->row.field[FIELD_AGE_GROUP];
    out[NUMERATOR] = count_text(s, &n, !none);
    out[DENOMINATOR] = count_text(s, &d, !none);
    struct hash key;
    hash_begin(&key);
    for (size_t i = INDICATOR; i <= AGE_GROUP; i++)
        hash_add(&key, out[i]);
    stage_unique(s, key, FIELD_NUMERATOR, out + STATE, COLUMNS - STATE);
    if (!s->rejected)
        stage_accept(s, region, &period);
}
