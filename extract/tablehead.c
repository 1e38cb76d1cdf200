/* What stands between the rows of tables: the heading again, titles; and the S of each table. */
#include "tablerun.h"

#include "look.h"
#include "title.h"

#include <string.h>

void carry(struct carried *c, struct str text)
{
    if (text.len > c->room) {
        c->room = text.len * 2;
        c->ptr = mem_grow(c->ptr, c->room);
    }
    if (text.len > 0)
        memcpy(c->ptr, text.ptr, text.len);
    c->len = text.len;
}

struct str carried_text(const struct carried *c)
{
    return (struct str){c->ptr, c->len};
}

void table_say(struct table_run *t)
{
    struct pair pairs[2];
    size_t n = 1;
    struct str fields = STR(""), period = carried_text(&t->title[0]);
    char column[ADDRESS_SIZE];
    for (size_t i = 0; i < t->fields; i++) {
        int col = t->plan->column[t->field[i]].col;
        if (col == 0)
            continue;
        address_column(col, column);
        fields = arena_printf(&t->scratch, "%.*s%s%.*s:%s", STR_ARG(fields), fields.len ? " " : "",
                              STR_ARG(layout_field(t->l, t->field[i])), column);
    }
    pairs[0] = (struct pair){STR("fields"), fields};
    if (period.len > 0)
        pairs[n++] = (struct pair){STR("period_text"), period};
    stream_table(t->w, t->sheet, pairs, n);
    t->said = true;
}

/* Nothing is carried down into another table. */
static void forget_carried(struct table_run *t)
{
    for (size_t i = 0; i < t->l->fills; i++)
        t->carried[i].len = 0;
}

/* What a row below the heading says in a title. The period may differ from table to table, and so may fields
 * of records; what the source's S has said may not. */
static bool take_title(struct table_run *t, size_t title, struct str said, long row)
{
    if (str_eq(said, carried_text(&t->title[title])))
        return true;
    if (title == 0) {
        t->said = false;
    } else if (title < LAYOUT_TITLES && !str_eq(said, t->source_title[title])) {
        err_set(t->e, ST_UNREADABLE, "the tables disagree on the %s: '%.*s' and '%.*s'", layout_titles[title],
                STR_ARG(t->source_title[title]), STR_ARG(said));
        err_place(t->e, "%.*s, %.*s, row %ld", STR_ARG(t->file), STR_ARG(t->sheet), row);
        return err_hint(t->e, "a file is one source: divide it, or mend the title");
    }
    carry(&t->title[title], said);
    forget_carried(t);
    return true;
}

bool table_titles(struct table_run *t, const struct row *row, bool *any)
{
    *any = false;
    for (size_t i = 0; i < LAYOUT_MAX_TITLES; i++) {
        struct str said;
        const struct variants *names = &t->l->titles[TITLE_ABOVE][i];
        if (names->n == 0 || !title_in_row(names, row, &t->scratch, &said))
            continue;
        *any = true;
        if (!take_title(t, i, said, row->number))
            return false;
    }
    return true;
}

bool table_heading(struct table_run *t, const struct row *row)
{
    size_t first = 0;
    if (look_heading(row, t->plan->mark, t->plan->marks, 0, &t->scratch)) {
        t->again = row->number;
        t->first_again = t->first_again ? t->first_again : row->number;
        t->agains++;
        t->begun = t->stopped = false;
        totals_heading(t->totals);
        if (t->l->all_tables)
            forget_carried(t);
        return true;
    }
    long level = row->number - t->again;
    if (t->again == 0 || level >= t->l->rows)
        return false;
    while (first < t->plan->marks && t->plan->mark[first].level < level)
        first++;
    return look_heading(row, t->plan->mark + first, t->plan->marks - first, level, &t->scratch);
}
