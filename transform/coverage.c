/* Coverage: what a figure is, its indicator's type tells (doc/catalogue.md). */
#include "figure.h"
#include "mask.h"
#include "privacy.h"

#include <string.h>

/* What the figures of a record come to. */
struct reading {
    struct figure numerator, denominator;
    struct str state, reported; /* state is empty when the record was rejected */
};

/* State of a pair. 0 of 0 is what forms that forbid empty cells get for "no data". */
static struct str pair_state(struct stage *s, const struct figure *n, const struct figure *d)
{
    if (n->state == FIGURE_REJECTED || d->state == FIGURE_REJECTED)
        return STR("");
    if (n->state == FIGURE_NA || (d->state == FIGURE_NA && n->state == FIGURE_MISSING))
        return STR("na");
    if (d->state == FIGURE_NA) {
        stage_remark(s, REASON_number_invalid, FIELD_DENOMINATOR, STR("pembilang terisi"));
        return STR("");
    }
    if (n->state == FIGURE_MISSING || d->state == FIGURE_MISSING || (figure_is_zero(n) && figure_is_zero(d)))
        return STR("missing");
    if (figure_is_zero(d)) {
        stage_remark(s, REASON_denominator_zero, FIELD_DENOMINATOR, STR(""));
        return STR("");
    }
    if (figure_greater(n, d))
        stage_remark(s, REASON_over_100, FIELD_NUMERATOR,
                     arena_printf(&s->scratch, "%s dari %s", n->text, d->text));
    return STR("value");
}

static struct str lone_state(const struct figure *f)
{
    static const struct str states[] = {[FIGURE_VALUE] = {"value", 5},
                                        [FIGURE_MISSING] = {"missing", 7},
                                        [FIGURE_NA] = {"na", 2},
                                        [FIGURE_REJECTED] = {"", 0}};
    return states[f->state];
}

/* A figure that the indicator has no use for is told, not dropped in silence. */
static void unwanted(struct stage *s, enum field field)
{
    if (number_word(s->row.field[field]) == NUMBER_VALUE)
        stage_remark(s, REASON_figure_unwanted, field, STR(""));
}

static struct reading read_figures(struct stage *s, const struct indicator *indicator)
{
    struct reading r = {.numerator = {.state = FIGURE_MISSING}, .denominator = {.state = FIGURE_MISSING}};
    enum indicator_type type = indicator ? indicator->type : INDICATOR_RATIO;
    if (type == INDICATOR_PERCENT) {
        struct figure alone = figure_alone(s, FIELD_REPORTED, indicator);
        unwanted(s, FIELD_NUMERATOR);
        unwanted(s, FIELD_DENOMINATOR);
        r.state = lone_state(&alone);
        r.reported = arena_dup(&s->scratch, str_c(alone.text));
        return r;
    }
    if (type == INDICATOR_YES_NO)
        r.numerator = figure_yes_no(s, FIELD_NUMERATOR);
    else
        r.numerator = figure_count(s, FIELD_NUMERATOR, indicator && indicator->fraction);
    if (type == INDICATOR_RATIO)
        r.denominator = figure_count(s, FIELD_DENOMINATOR, indicator && indicator->fraction);
    else
        unwanted(s, FIELD_DENOMINATOR);
    r.state =
        type == INDICATOR_RATIO ? pair_state(s, &r.numerator, &r.denominator) : lone_state(&r.numerator);
    r.reported = figure_percent(s, &r.numerator, &r.denominator);
    return r;
}

/* --- the record --- */

/* The columns of kind_meant, in order. */
enum {
    INDICATOR,
    REGION,
    PUSKESMAS,
    PERIOD,
    SEX,
    AGE_GROUP,
    STATE,
    NUMERATOR,
    DENOMINATOR,
    REPORTED,
    COLUMNS
};

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

static struct str figure_text(struct stage *s, const struct figure *f, bool shown)
{
    return f->state == FIGURE_VALUE && shown ? arena_dup(&s->scratch, str_c(f->text)) : STR("");
}

/* The puskesmas whose figure it is, of a region that may have several; a village's figures are the village's,
 * whoever serves it. Without its puskesmas a figure would pass for the whole region's, so a text that is no
 * name is not just dropped. */
static struct str puskesmas_of(struct stage *s, uint32_t region)
{
    if (region == REGION_NONE || regions_level(s->regions, region) == REGION_LEVELS)
        return STR("");
    stage_text_limit(s, FIELD_PUSKESMAS, LONGEST_PUSKESMAS);
    if (privacy_long_number(s->row.field[FIELD_PUSKESMAS]))
        stage_remark_as(s, REASON_privacy, SEV_REJECT, FIELD_PUSKESMAS, STR(""));
    return stage_puskesmas(s);
}

/* A figure with a mark in it is a fraction or grouped, as no number of a person is; rupiah may be as long. */
static bool may_be_long(enum field field, struct str text, const struct indicator *indicator)
{
    if (field == FIELD_AGE_GROUP || text.len == 0)
        return false;
    return memchr(text.ptr, '.', text.len) || memchr(text.ptr, ',', text.len) ||
           (indicator && indicator->fraction && text.ptr[0] != '0');
}

/* A telephone's or a person's number is no figure and no age, though it may be read as one. */
static void refuse_numbers(struct stage *s, const struct indicator *indicator)
{
    static const enum field fields[] = {FIELD_NUMERATOR, FIELD_DENOMINATOR, FIELD_REPORTED, FIELD_AGE_GROUP};
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
        struct str text = s->row.field[fields[i]];
        if (!may_be_long(fields[i], text, indicator) && mask_numbers(&s->scratch, text).ptr != text.ptr)
            stage_remark_as(s, REASON_privacy, SEV_REJECT, fields[i], STR(""));
    }
}

void coverage_record(struct stage *s, struct str *out)
{
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
    out[PUSKESMAS] = puskesmas_of(s, region);
    struct reading r = read_figures(s, indicator);
    if (!s->rejected)
        refuse_numbers(s, indicator);
    if (s->rejected)
        return;
    bool none = str_is(r.state, "na") || (figure_is_zero(&r.numerator) && figure_is_zero(&r.denominator));
    out[INDICATOR] = indicator->code;
    out[REGION] = regions_code(s->regions, region);
    out[PERIOD] = str_c(period_text);
    out[AGE_GROUP] = s->row.field[FIELD_AGE_GROUP];
    out[STATE] = r.state;
    out[NUMERATOR] = figure_text(s, &r.numerator, !none);
    out[DENOMINATOR] = figure_text(s, &r.denominator, !none);
    out[REPORTED] = r.reported;
    struct hash key;
    hash_begin(&key);
    for (size_t i = INDICATOR; i <= AGE_GROUP; i++)
        hash_add(&key, out[i]);
    stage_unique(s, key, stage_cell(s, FIELD_NUMERATOR).len > 0 ? FIELD_NUMERATOR : FIELD_REPORTED,
                 out + STATE, COLUMNS - STATE);
    if (!s->rejected)
        stage_accept(s, region, &period);
}
