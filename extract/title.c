#include "title.h"

enum { JOINED_CELLS = 3 };

/* What a pattern takes from a text: what its last * stood for, or all of it when it has none. */
bool title_in_text(const struct variants *v, struct str text, struct arena *a, struct str *said)
{
    struct str folded = str_fold(a, text);
    for (size_t i = 0; i < v->n; i++) {
        struct span star = {0, folded.len};
        if (!glob_match(v->pattern[i], folded, NULL, &star))
            continue;
        *said = glob_unfold(text, folded, star);
        if (said->len > 0)
            return true;
    }
    return false;
}

bool title_in_row(const struct variants *v, const struct row *row, struct arena *a, struct str *said)
{
    for (size_t i = 0; i < row->n; i++) {
        struct str text = str_trim(row->cell[i].text);
        for (size_t k = 1; k <= JOINED_CELLS && i + k <= row->n; k++) {
            if (title_in_text(v, text, a, said))
                return true;
            if (i + k < row->n)
                text = arena_printf(a, "%.*s %.*s", STR_ARG(text), STR_ARG(row->cell[i + k].text));
        }
    }
    return false;
}
