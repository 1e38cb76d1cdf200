#include "reason.h"

#include "prog.h"

const struct reason_text reasons[REASON_COUNT] = {
#define X(name, code, severity, id, en) {code, severity, id, en},
    REASONS
#undef X
};

struct remark reason_remark(struct arena *a, enum reason reason, struct str field, struct str value,
                            struct str detail)
{
    enum { LONGEST_VALUE = 200 };
    const struct reason_text *text = &reasons[reason];
    if (value.len > LONGEST_VALUE) {
        value.len = LONGEST_VALUE;
        while (value.len > 0 && ((unsigned char)value.ptr[value.len] & 0xC0) == 0x80)
            value.len--;
    }
    return (struct remark){
        .severity = text->severity,
        .code = str_c(text->code),
        .field = field,
        .value = value,
        .message = detail.len ? arena_printf(a, "%s: %.*s", text->id, STR_ARG(detail)) : str_c(text->id),
    };
}

void reason_counted(void *context, struct str sheet, struct str row, struct str cell, const struct remark *r)
{
    struct reason_counts *c = context;
    size_t i = 0;
    (void)sheet, (void)row, (void)cell;
    while (i < REASON_COUNT && !str_is(r->code, reasons[i].code))
        i++;
    c->n[r->severity][i]++;
}

/* The most frequent reason that is not yet told; REASON_COUNT + 1 when none is left. */
static size_t most_frequent(const long *n, const bool *told)
{
    size_t most = REASON_COUNT + 1;
    for (size_t i = 0; i <= REASON_COUNT; i++)
        if (n[i] > 0 && !told[i] && (most > REASON_COUNT || n[i] > n[most]))
            most = i;
    return most;
}

void reason_counts_log(const struct reason_counts *c)
{
    for (enum severity s = 0; s < SEV_COUNT; s++) {
        bool told[REASON_COUNT + 1] = {false};
        size_t i;
        while ((i = most_frequent(c->n[s], told)) <= REASON_COUNT) {
            told[i] = true;
            if (i < REASON_COUNT)
                prog_log(LOG_INFO, "%s: %ld %s: %s", severity_name(s), c->n[s][i], reasons[i].code,
                         reasons[i].id);
            else
                prog_log(LOG_INFO, "%s: %ld of codes not known here", severity_name(s), c->n[s][i]);
        }
    }
}

bool reject_limit_read(const char *text, struct reject_limit *l, struct err *e)
{
    struct str number = str_c(text ? text : "");
    *l = (struct reject_limit){.set = text != NULL};
    l->percent = number.len > 0 && number.ptr[number.len - 1] == '%';
    number.len -= l->percent;
    if (!text || (str_to_long(number, &l->most) && (!l->percent || l->most <= 100)))
        return true;
    err_set(e, ST_USAGE, "'%s' is not a number of records", text);
    return err_hint(e, "as 20, or 5%% of a source's records");
}

bool reject_limit_passed(const struct reject_limit *l, long rejected, long passed, bool ended)
{
    if (!l->set || (l->percent && !ended))
        return false;
    return l->percent ? (double)rejected * 100 > (double)l->most * (double)(rejected + passed)
                      : rejected > l->most;
}
