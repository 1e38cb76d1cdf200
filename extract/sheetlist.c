/* The list of a book's sheets, with the size that they really have and what a person does not see of them. */
#include "sheetview.h"

struct size {
    long rows; /* the last one that holds something */
    int columns;
    long hidden; /* rows that hold something */
};

static bool measure(struct view *v, struct book *b, size_t i, struct size *size, struct err *e)
{
    struct walk w;
    struct row row;
    int got = walk_open(&w, v, b, i, e) ? 1 : -1;
    *size = (struct size){0};
    while (got > 0 && (got = walk_next(&w, &row, e)) > 0) {
        int last = row.cell[row.n - 1].col;
        size->rows = row.number;
        size->columns = last > size->columns ? last : size->columns;
        size->hidden += row.hidden;
    }
    walk_close(&w);
    return got == 0;
}

/* Hidden ones within the sheet's size: those that stand empty behind it are nobody's loss. */
static int hidden_columns(const struct survey *s, int columns)
{
    int n = 0;
    for (size_t i = 0; i < s->hiddens && s->hidden[i].first <= columns; i++)
        n += (s->hidden[i].last < columns ? s->hidden[i].last : columns) - s->hidden[i].first + 1;
    return n;
}

static void print_number(struct view *v, long n)
{
    out_field(v->out, arena_printf(&v->arena, "%ld", n));
    out_comma(v->out);
}

static void print_areas(struct view *v, const struct survey *s)
{
    char from[ADDRESS_SIZE], to[ADDRESS_SIZE];
    for (size_t i = 0; i < s->ranges; i++) {
        const struct range *r = &s->range[i];
        if (i > 0)
            out_write(v->out, " ", 1);
        out_write(v->out, from, address(r->row1, r->col1, from));
        out_write(v->out, ":", 1);
        out_write(v->out, to, address(r->row2, r->col2, to));
    }
}

static bool list_sheet(struct view *v, struct book *b, size_t i, struct err *e)
{
    struct size size;
    const struct survey *s = book_survey(b, i, e);
    if (!s || !measure(v, b, i, &size, e))
        return false;
    arena_reset(&v->arena);
    view_file(v);
    print_number(v, (long)i + 1);
    view_text(v, book_sheet(b, i)->name);
    out_comma(v->out);
    out_field(v->out, book_sheet(b, i)->visible ? STR("yes") : STR("no"));
    out_comma(v->out);
    print_number(v, size.rows);
    print_number(v, size.columns);
    view_text(v, s->dimension);
    out_comma(v->out);
    print_number(v, (long)s->ranges);
    print_number(v, size.hidden);
    print_number(v, hidden_columns(s, size.columns));
    print_areas(v, s);
    out_line(v->out);
    return true;
}

bool view_list(struct view *v, struct book *b, struct err *e)
{
    view_head(v, "number,name,visible,rows,columns,dimension,merged,hidden_rows,hidden_columns,areas\n");
    for (size_t i = 0; i < book_sheets(b); i++)
        if (!list_sheet(v, b, i, e))
            return false;
    return true;
}
