#include "reason.h"

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
