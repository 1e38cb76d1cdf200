#include "check.h"

#include "checktell.h"
#include "paintbook.h"
#include "paintscreen.h"

#include "choose.h"
#include "drift.h"
#include "hidden.h"
#include "prog.h"

#include <string.h>

/* A file under way. */
struct run {
    const struct check *c;
    const struct check_file *f;
    struct check_source *source; /* the present one */
    struct check_sheet *sheet;
    struct paintbook *book; /* or NULL */
    struct arena *a, row;   /* row: reset for each */
    bool seen[FATE_FAILED]; /* shown already */
    long shown, last;       /* rows shown below the heading; the last one told of */
};

/* --- what is told of the present sheet --- */

/* The rows above, the first ones of the table, and one of each sort behind them. */
static bool is_shown(struct run *r, const struct painted_row *row)
{
    if (row->fate == FATE_ABOVE)
        return true;
    bool first = !r->seen[row->fate];
    r->seen[row->fate] = true;
    return r->shown++ < r->c->rows || first;
}

static void keep(struct check_sheet *s, const struct painted_row *row, struct arena *a)
{
    if (s->showns == s->room) {
        struct painted_row *old = s->shown;
        s->room = s->room ? s->room * 2 : 64;
        s->shown = arena_alloc(a, s->room * sizeof *old);
        if (old)
            memcpy(s->shown, old, s->showns * sizeof *old);
    }
    struct painted_row *kept = &s->shown[s->showns++];
    *kept = *row;
    kept->cell = arena_alloc(a, row->n * sizeof *kept->cell);
    for (size_t i = 0; i < row->n; i++) {
        kept->cell[i] = row->cell[i];
        kept->cell[i].text = arena_dup(a, row->cell[i].text);
        kept->cell[i].became = arena_dup(a, row->cell[i].became);
    }
}

static void on_row(void *context, const struct row *row, enum fate fate, const struct str *text)
{
    struct run *r = context;
    struct check_sheet *s = r->sheet;
    arena_reset(&r->row);
    struct painted_row painted = paint_row(&s->palette, row, fate, text, &r->row);
    s->rows[fate]++;
    r->last = row->number;
    if (is_shown(r, &painted))
        keep(s, &painted, r->a);
    if (r->book)
        paintbook_row(r->book, &painted);
}

static void on_remark(void *context, struct str sheet, struct str row, struct str cell,
                      const struct remark *m)
{
    struct run *r = context;
    struct check_sheet *s = r->sheet;
    (void)sheet;
    if (s->notes < CHECK_NOTES)
        s->note[s->notes++] = (struct check_note){arena_dup(r->a, cell.len > 0 ? cell : row),
                                                  arena_dup(r->a, m->code), arena_dup(r->a, m->message)};
}

/* --- reading --- */

/* The rows that extract did not come to, because a word of [stop] stands above them. */
static bool read_behind(struct run *r, size_t sheet, struct err *e)
{
    struct rows *rows = rows_open(r->f->book, sheet, e);
    struct row row;
    int got = 0;
    while (rows && (got = rows_next(rows, &row, e)) > 0)
        if (row.number > r->last)
            on_row(r, &row, FATE_BEHIND, NULL);
    rows_close(rows);
    return rows && got == 0;
}

static bool read_sheet(struct run *r, struct heads *h, size_t i, struct stream_writer *w, struct err *e)
{
    const struct check_file *f = r->f;
    const struct check_source *source = r->source;
    const struct plan *plan = &source->fit->plan[i];
    struct check_sheet *s = r->sheet = &source->sheet[i];
    const struct watch watch = {on_row, r};
    struct tally tally = {0};
    s->name = book_sheet(f->book, plan->sheet)->name;
    s->head = heads_get(h, plan->sheet, e);
    palette_init(&s->palette, source->l, plan, r->a);
    if (!heads_paths(h, plan->sheet, plan->heading, source->l->rows, source->l->merged, &s->path, &s->paths,
                     e) ||
        (r->book && !paintbook_sheet(r->book, s, e)))
        return false;
    memset(r->seen, 0, sizeof r->seen);
    r->shown = 0;
    long records = w->all_d, rejected = w->all_r, noted = w->all_n;
    if (!table_write(f->book, source->l, plan, source->title, f->name, w, &tally, &watch, e) ||
        (s->rows[FATE_END] > 0 && !read_behind(r, plan->sheet, e)))
        return false;
    s->records = w->all_d - records;
    s->rejected = w->all_r - rejected;
    s->noted = w->all_n - noted;
    return true;
}

static bool read_source(struct run *r, struct check_source *source, struct heads *h, struct stream_writer *w,
                        struct err *e)
{
    const struct check_file *f = r->f;
    struct str column[LAYOUT_MAX_FIELDS];
    r->source = source;
    source->sheet = arena_alloc(r->a, source->fit->plans * sizeof *source->sheet);
    if (!hidden_refuse(f->book, source->l, source->fit, f->name, e) ||
        !drift_refuse(f->book, source->l, source->fit, f->name, e) ||
        !choose_titles(f->book, source->fit, f->name, source->title, e))
        return false;
    stream_header(w, column, table_columns(source->l, column));
    stream_source(w, NULL, 0);
    for (size_t i = 0; i < source->fit->plans; i++)
        if (!read_sheet(r, h, i, w, e))
            return false;
    stream_end(w, NULL, 0);
    return true;
}

/* --- a file --- */

static bool read_sources(struct run *r, struct heads *h, struct err *e)
{
    struct stream_writer w;
    stream_writer_init(&w, r->c->sink);
    w.remarked = on_remark;
    w.context = r;
    for (size_t i = 0; i < r->f->sources; i++)
        if (!read_source(r, &r->f->source[i], h, &w, e))
            return false;
    return true;
}

static bool check_fitting(const struct check *c, const struct check_file *f, struct heads *h, struct arena *a,
                          struct err *e)
{
    struct run r = {.c = c, .f = f, .a = a};
    bool ok = !c->xlsx || (r.book = paintbook_open(c->xlsx, c->folder, f, a, e)) != NULL;
    ok = ok && read_sources(&r, h, e);
    for (size_t i = 0; i < f->sources && ok; i++)
        for (size_t k = 0; k < f->source[i].fit->plans; k++) {
            tell_sheet(c->out, &f->source[i].sheet[k]);
            screen_sheet(c->out, &f->source[i].sheet[k], c->colour, c->width);
        }
    if (r.book)
        ok = paintbook_close(r.book, ok, e) && ok;
    arena_done(&r.row);
    return ok;
}

static bool check_book(struct check *c, struct book *b, struct str name, struct heads *h, struct arena *a,
                       struct err *e)
{
    const struct layouts *ls = c->layouts;
    struct fit *fit = arena_alloc(a, ls->n * sizeof *fit);
    struct check_file f = {.name = name, .book = b};
    bool ok = choose_layouts(ls, h, name, a, fit, e);
    f.source = arena_alloc(a, ls->n * sizeof *f.source);
    for (size_t i = 0; i < ls->n; i++)
        if (fit[i].fits)
            f.source[f.sources++] = (struct check_source){.l = &ls->layout[i], .fit = &fit[i]};
    if (c->told++ > 0)
        out_line(c->out);
    tell_file(c->out, &f, ls, fit);
    if (ok)
        choose_tell(ls, h, fit, name);
    return ok && check_fitting(c, &f, h, a, e);
}

bool check_file(struct check *c, const char *path, struct err *e)
{
    struct book *b = book_open(path, e);
    struct heads heads;
    struct arena a = {0};
    if (!b)
        return false;
    heads_init(&heads, b);
    heads.only = str_c(c->sheet);
    bool ok = check_book(c, b, str_utf8(&a, str_c(path)), &heads, &a, e);
    heads_done(&heads);
    arena_done(&a);
    book_close(b);
    return ok;
}
