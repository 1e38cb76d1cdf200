#include "spans.h"
#include "limit.h"

#include <stdlib.h>
#include <string.h>

bool spans_add(struct spans *s, struct range r)
{
    if (s->n == limit_of(LIMIT_MERGED))
        return false;
    if (s->n == s->room) {
        s->room = s->room ? s->room * 2 : 64;
        s->range = mem_grow(s->range, s->room * sizeof *s->range);
    }
    r.row2 = r.row2 < BOOK_MAX_ROW ? r.row2 : BOOK_MAX_ROW;
    r.col2 = r.col2 < BOOK_MAX_COL ? r.col2 : BOOK_MAX_COL;
    s->range[s->n++] = r;
    return true;
}

void spans_hide(struct spans *s, long first, long last)
{
    struct columns *before = s->hiddens > 0 ? &s->hidden[s->hiddens - 1] : NULL;
    last = last < BOOK_MAX_COL ? last : BOOK_MAX_COL;
    if (first < 1 || last < first || (before && first <= before->last))
        return;
    if (before && first == before->last + 1) {
        before->last = (int)last;
        return;
    }
    s->hidden = mem_grow(s->hidden, (s->hiddens + 1) * sizeof *s->hidden);
    s->hidden[s->hiddens++] = (struct columns){(int)first, (int)last};
}

void spans_keep(struct spans *s, struct arena *a, struct survey *survey)
{
    survey->range = arena_alloc(a, s->n * sizeof *s->range);
    survey->ranges = s->n;
    if (s->n > 0)
        memcpy(survey->range, s->range, s->n * sizeof *s->range);
    survey->hidden = arena_alloc(a, s->hiddens * sizeof *s->hidden);
    survey->hiddens = s->hiddens;
    if (s->hiddens > 0)
        memcpy(survey->hidden, s->hidden, s->hiddens * sizeof *s->hidden);
    free(s->range);
    free(s->hidden);
    *s = (struct spans){0};
}
