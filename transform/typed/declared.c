#include "declared.h"

#include <strings.h>

static enum declared_state state_of(struct str name)
{
    return str_is(name, "missing") ? DECLARED_MISSING
           : str_is(name, "zero")  ? DECLARED_ZERO
           : str_is(name, "na")    ? DECLARED_NA
                                   : DECLARED_NOTHING;
}

/* "0" of "0,00": figures are compared once they are read, too. */
static struct str shortest(struct arena *a, struct str text, char mark)
{
    struct number n = number_read(text, mark);
    bool plain = n.state == NUMBER_VALUE && n.decimal[0] && !n.grouped[0] && !n.negative && !n.percent;
    return plain ? arena_dup(a, str_c(n.decimal)) : text;
}

struct declarations declared_read(struct arena *a, struct str pair, char mark)
{
    struct str rest = arena_dup(a, pair);
    struct declarations d = {0};
    size_t most = 0;
    for (size_t i = 0; i < rest.len; i++)
        most += rest.ptr[i] == ';' || rest.ptr[i] == '|';
    d.entry = rest.len > 0 ? arena_alloc(a, (most + 1) * sizeof *d.entry) : NULL;
    while (rest.len > 0) {
        struct str texts = str_cut(&rest, ';'), field = str_cut(&texts, ':');
        enum declared_state state = state_of(str_cut(&texts, '='));
        while (texts.len > 0 && state != DECLARED_NOTHING)
            d.entry[d.n++] = (struct declared){field, shortest(a, str_cut(&texts, '|'), mark), state};
    }
    return d;
}

/* Most texts differ from all that is declared in their length or first character. */
static bool same(struct str a, struct str b)
{
    enum { CASE = 0x20 };
    return a.len == b.len && a.len > 0 && ((*a.ptr ^ *b.ptr) & ~CASE) == 0 &&
           strncasecmp(a.ptr, b.ptr, a.len) == 0;
}

enum declared_state declared_state(const struct declarations *d, const char *field, struct str text)
{
    for (size_t i = 0; i < d->n; i++)
        if (same(d->entry[i].text, text) && str_is(d->entry[i].field, field))
            return d->entry[i].state;
    return DECLARED_NOTHING;
}
