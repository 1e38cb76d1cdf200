#include "item.h"
#include "privacy.h"

struct str item_code(struct stage *s)
{
    enum { LONGEST = 20 };
    struct str text = s->row.field[FIELD_ITEM];
    if (text.len == 0)
        stage_remark(s, REASON_item_unknown, FIELD_ITEM, STR("kosong"));
    if (privacy_long_number(text))
        stage_remark(s, REASON_item_unknown, FIELD_ITEM, STR(""));
    stage_text_limit(s, FIELD_ITEM, LONGEST);
    char *item = arena_cstr(&s->scratch, text);
    for (size_t i = 0; i < text.len; i++)
        if (item[i] == ',')
            item[i] = '.';
    return (struct str){item, text.len};
}

/* A date or a month of a title is when the panel met, not the year it looked at. */
bool item_year(struct stage *s, struct period *p)
{
    if (!stage_period(s, p))
        return false;
    if (p->kind == 'Y')
        return true;
    struct str own = s->row.field[FIELD_PERIOD];
    stage_remark_on(s, REASON_period_invalid, FIELD_PERIOD, own.len ? own : s->place.period_text,
                    STR("tahun kinerja diperlukan"));
    return false;
}
