/* Assessment: one kabupaten/kota, one item, one assessor; a letter, or a figure, and a remark. An item that
 * was not graded passes with an empty grade: that nobody scored it is known, not missing. */
#include "figure.h"
#include "item.h"
#include "privacy.h"

static struct str grade_of(struct stage *s)
{
    static const char *const grades[] = {"A", "B", "C", "D"};
    struct str text = s->row.field[FIELD_GRADE];
    if (text.len == 0 || str_is(text, "-"))
        return STR("");
    char c = text.len == 1 ? text.ptr[0] : 0;
    if (c >= 'a' && c <= 'd')
        c = (char)(c - 32);
    if (c >= 'A' && c <= 'D')
        return str_c(grades[c - 'A']);
    stage_remark(s, REASON_grade_invalid, FIELD_GRADE, STR(""));
    return STR("");
}

/* What is given as a number: a score on a scale of the panel's, a published total, a decided rank. */
static struct str figure_of(struct stage *s)
{
    static const struct indicator plain = {.fraction = true};
    struct figure f = figure_alone(s, FIELD_FIGURE, &plain);
    return f.state == FIGURE_VALUE ? arena_dup(&s->scratch, str_c(f.text)) : STR("");
}

/* Who scored is part of the record's key and of the submission's slot: a long number in it (of a NIP, say) is
 * starred out, not the whole name dropped, lest two assessors become one. */
static void hide_number(struct stage *s)
{
    struct str *assessor = &s->row.field[FIELD_ASSESSOR];
    if (!privacy_long_number(*assessor))
        return;
    stage_remark(s, REASON_privacy, FIELD_ASSESSOR, STR(""));
    *assessor = privacy_digits(&s->scratch, *assessor);
}

void assessment_record(struct stage *s, struct str *out)
{
    enum { ITEM = ITEM_CODE, ASSESSOR = ITEM_FROM, ROLE, GRADE, REMARK, COLUMNS };
    enum { LONGEST_NAME = 100, LONGEST_REMARK = 4000 };
    const struct str *f = s->row.field;
    uint32_t region = stage_region(s);
    struct period period;
    item_year(s, &period);
    hide_number(s);
    privacy_drop(s, FIELD_ROLE, 0);
    privacy_drop(s, FIELD_REMARK, 0);
    out[ITEM] = item_code(s);
    out[GRADE] = f[FIELD_FIGURE].len ? figure_of(s) : grade_of(s);
    out[ASSESSOR] = f[FIELD_ASSESSOR].len ? f[FIELD_ASSESSOR] : s->source.assessor;
    out[ROLE] = f[FIELD_ROLE].len ? f[FIELD_ROLE] : s->source.role;
    out[REMARK] = f[FIELD_REMARK];
    stage_text_limit(s, FIELD_ASSESSOR, LONGEST_NAME);
    stage_text_limit(s, FIELD_ROLE, LONGEST_NAME);
    stage_text_limit(s, FIELD_REMARK, LONGEST_REMARK);
    if (!s->rejected)
        item_accept(s, region, &period, out, COLUMNS, FIELD_GRADE);
}
