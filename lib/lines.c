#include "lines.h"

void lines_add(struct lines *t, const struct str text[LINES_FIELDS])
{
    if (t->n == t->room) {
        struct str(*old)[LINES_FIELDS] = t->line;
        t->room = t->room ? t->room * 2 : 64;
        t->line = arena_alloc(t->a, t->room * sizeof *old);
        if (old)
            memcpy(t->line, old, t->n * sizeof *old);
    }
    memcpy(t->line[t->n++], text, sizeof *t->line);
}

void lines_aligned(const struct lines *t, const char *margin, struct out *out)
{
    size_t wide[LINES_FIELDS] = {0};
    for (size_t i = 0; i < t->n; i++)
        for (size_t k = 0; k < t->fields; k++)
            wide[k] = str_characters(t->line[i][k]) > wide[k] ? str_characters(t->line[i][k]) : wide[k];
    for (size_t i = 0; i < t->n; i++) {
        size_t fields = t->fields;
        while (fields > 0 && t->line[i][fields - 1].len == 0)
            fields--;
        out_write(out, margin, strlen(margin));
        for (size_t k = 0; k < fields; k++) {
            struct str s = str_visible(t->a, t->line[i][k]);
            size_t pad = k + 1 < fields ? wide[k] - str_characters(t->line[i][k]) + LINES_GAP : 0;
            out_write(out, s.ptr, s.len);
            while (pad-- > 0)
                out_write(out, " ", 1);
        }
        out_write(out, "\n", 1);
    }
}

void lines_csv(const struct lines *t, struct out *out)
{
    for (size_t i = 0; i < t->n; i++) {
        for (size_t k = 0; k < t->fields; k++) {
            if (k > 0)
                out_comma(out);
            out_field(out, t->line[i][k]);
        }
        out_line(out);
    }
}
