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
void item_year(struct stage *s, struct period *p)
{
    if (!stage_period(s, p) || p->kind == 'Y')
        return;
    struct str own = s->row.field[FIELD_PERIOD];
    stage_remark_on(s, REASON_period_invalid, FIELD_PERIOD, own.len ? own : s->place.period_text,
                    STR("tahun kinerja diperlukan"));
}

void item_accept(struct stage *s, uint32_t region, const struct period *p, struct str *out, size_t columns,
                 enum field field)
{
    enum { CODE_SIZE = 12 };
    char *period = arena_alloc(&s->scratch, CODE_SIZE);
    period_code(p, period);
    out[ITEM_REGION] = regions_code(s->regions, region);
    out[ITEM_PERIOD] = str_c(period);
    struct hash key;
    hash_begin(&key);
    for (size_t i = 0; i < ITEM_COLUMNS; i++)
        hash_add(&key, out[i]);
    stage_unique(s, key, field, out + ITEM_COLUMNS, columns - ITEM_COLUMNS);
    if (!s->rejected)
        stage_accept(s, region, p);
}
