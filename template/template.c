/* kp2s-template - from a layout the blank form that it reads back.
 *
 * In: a layout, the region register, the catalogues; for scores an instrument. Out: a workbook for one
 * agency, region and period, with what is known filled in and locked, and the load's own rules as validation.
 * Refused: layouts of no form that can be given out, and any form that its own layout would not read.
 */
#include "fit.h"
#include "write.h"

#include "out.h"
#include "prog.h"

#include <stdlib.h>
#include <string.h>

enum { DEFAULT_ROWS = 500, MOST_ROWS = 5000 };

struct job {
    const char *layout, *region, *period, *rows, *output;
};

/* --- the form is read back before it is given out --- */

static bool unread(const struct layout *l, struct err *e, const char *what, struct str which)
{
    err_set(e, ST_CONFIG, "no form can be made from layout '%.*s': it would not read back %s '%.*s'",
            STR_ARG(l->id), what, STR_ARG(which));
    return err_place(e, "%s", l->path);
}

static bool reads_columns(const struct form *f, const struct form_sheet *s, const struct plan *p,
                          struct err *e)
{
    if (p->heading - 1 != f->heading_row || p->patterns != s->records)
        return unread(f->layout, e, "the records of sheet", s->name);
    for (size_t i = 0; i < s->columns; i++) {
        int field = s->column[i].field;
        bool read = field < 0;
        for (size_t k = 0; k < p->patterns; k++)
            read |= field >= 0 && p->pattern[k].slot[field].col == (int)i + 1;
        if (!read)
            return unread(f->layout, e, "column", s->column[i].path[s->column[i].depth - 1]);
    }
    return true;
}

static bool reads_back(const struct form *f, struct heads *heads, struct arena *a, struct err *e)
{
    struct fit fit = {0};
    if (!fit_layout(heads, f->layout, a, &fit, e))
        return false;
    if (!fit.fits)
        return unread(f->layout, e, "the headings of sheet", fit.sheet.len ? fit.sheet : f->sheet[0].name);
    if (fit.plans != f->sheets)
        return unread(f->layout, e, "all sheets of", f->layout->title);
    for (size_t i = 0; i < fit.plans; i++) {
        const struct plan *p = &fit.plan[i];
        if (p->sheet != i || !reads_columns(f, &f->sheet[i], p, e))
            return e->status != 0 ? false : unread(f->layout, e, "sheet", f->sheet[i].name);
        for (size_t t = 0; t < f->titles; t++)
            if (f->title[t].text.len > 0 && !str_eq(p->title[f->title[t].title], f->title[t].text))
                return unread(f->layout, e, "title", f->title[t].text);
    }
    return true;
}

static bool check_written(const struct form *f, const char *path, struct arena *a, struct err *e)
{
    struct book *book = book_open(path, e);
    if (!book)
        return false;
    struct heads heads;
    heads_init(&heads, book);
    bool ok = reads_back(f, &heads, a, e);
    heads_done(&heads);
    book_close(book);
    return ok;
}

/* --- the work --- */

/* Names that occur twice in a kecamatan, which only a code tells apart. */
static void warn_of_twins(const struct form *f)
{
    for (size_t i = 0; i < f->layout->columns; i++)
        if (str_is(layout_field(f->layout, f->layout->column[i].field), "kemendagri_code"))
            return;
    for (size_t i = 0; i < f->places->n; i++)
        for (size_t k = i + 1;
             k < f->places->n && f->places->place[i].level == VILLAGE && f->places->place[k].level == VILLAGE;
             k++)
            if (str_eq(f->places->place[i].name, f->places->place[k].name))
                prog_log(LOG_WARN, "%.*s and %.*s are both named '%.*s', and the form has no column of codes",
                         STR_ARG(f->places->place[i].code), STR_ARG(f->places->place[k].code),
                         STR_ARG(f->places->place[i].name));
}

static bool write_form(struct form *f, const char *path, struct arena *a, struct err *e)
{
    struct out *out = out_open(path, e);
    if (!out)
        return false;
    const char *temporary = out_temporary(out);
    if (!temporary) {
        out_abandon(out);
        return err_set(e, ST_CANTCREATE, "'%s' is no file that can be written", path);
    }
    if (form_write(f, temporary, a, e) && check_written(f, temporary, a, e))
        return out_commit(out, e);
    out_abandon(out);
    return false;
}

/* Of scores: figures, else grades. */
static bool asks_figures(const struct layout *l)
{
    for (size_t i = 0; i < l->group[0].headings; i++)
        if (str_is(layout_field(l, l->group[0].heading[i].field), "figure"))
            return true;
    return false;
}

static bool make(const struct job *j, const char *etc, struct form *f, struct arena *a, struct err *e)
{
    struct layout *layout = arena_alloc(a, sizeof *layout);
    struct places *places = arena_alloc(a, sizeof *places);
    struct catalogue *catalogue = arena_alloc(a, sizeof *catalogue);
    struct span_of_time *span = arena_alloc(a, sizeof *span);
    bool is_path = strchr(j->layout, '/') || strchr(j->layout, '.');
    const char *path = is_path ? j->layout : arena_printf(a, "%s/layouts/%s.ini", etc, j->layout).ptr;
    f->layout = layout;
    f->places = places;
    f->catalogue = catalogue;
    f->span = span;
    if (!span_read(j->period, a, span, e))
        return false;
    if (!layout_read(path, a, layout, e))
        return is_path ? false : err_hint(e, "-l takes a file, or the id of one in %s/layouts", etc);
    if (!catalogue_read(catalogue, etc, a, e) ||
        !places_read(places, arena_printf(a, "%s/catalogue/regions.csv.gz", etc).ptr, j->region,
                     span->last_day, a, e) ||
        !form_plan(f, a, e))
        return false;
    if (f->rows == ROWS_ITEMS &&
        !catalogue_read_items(catalogue, etc, span->year, asks_figures(layout), a, e))
        return false;
    warn_of_twins(f);
    return write_form(f, j->output, a, e);
}

static bool read_options(const struct job *j, long *rows, struct err *e)
{
    static const char example[] = "kp2s-template -l dinkes-cakupan --region 62.03 --period 2024 -o form.xlsx";
    const char *missing = !j->layout   ? "the layout"
                          : !j->region ? "the region"
                          : !j->period ? "the period"
                          : !j->output ? "the file to write"
                                       : NULL;
    if (missing)
        return err_set(e, ST_USAGE, "%s is missing", missing), err_hint(e, "%s", example);
    size_t len = strlen(j->output);
    if (len < 5 || strcmp(j->output + len - 5, ".xlsx") != 0)
        return err_set(e, ST_USAGE, "'%s' must end in .xlsx", j->output);
    *rows = DEFAULT_ROWS;
    if (j->rows && (!str_to_long(str_c(j->rows), rows) || *rows < 1 || *rows > MOST_ROWS))
        return err_set(e, ST_USAGE, "--rows is a number from 1 to %d, not '%s'", MOST_ROWS, j->rows);
    return true;
}

static bool run(const struct job *j, const char *etc, struct err *e)
{
    struct arena arena = {0};
    struct form form = {0};
    bool ok = read_options(j, &form.blank, e);
    if (ok && (ok = make(j, prog_etc(etc), &form, &arena, e)))
        prog_log(LOG_INFO, "'%s': form %.*s, %.*s, %.*s, %zu sheets, %.1f s", j->output,
                 STR_ARG(form.layout->id), STR_ARG(form.places->name[form.places->level]),
                 STR_ARG(form.span->name), form.sheets, prog_seconds());
    arena_done(&arena);
    return ok;
}

int main(int argc, char **argv)
{
    struct job job = {0};
    const char *etc = NULL;
    const struct option_spec options[] = {
        {'l', "layout", "LAYOUT", "layout file, or the id of one of the toolkit's", &job.layout, NULL},
        {0, "region", "CODE", "kabupaten/kota or kecamatan; province where rows are kabupaten/kota",
         &job.region, NULL},
        {0, "period", "PERIOD", "2024, 2024-S1, 2024-Q3 or 2024-08", &job.period, NULL},
        {0, "rows", "N", "blank rows of forms by name and the like, 1 to 5000; default 500", &job.rows, NULL},
        {0, "etc", "DIR", "folder with layouts, catalogue and instruments", &etc, NULL},
        {'o', "output", "FILE", "the workbook to write", &job.output, NULL},
        {0, NULL, NULL, NULL, NULL, NULL},
    };
    const struct prog prog = {
        .name = "kp2s-template",
        .synopsis = "-l LAYOUT --region CODE --period PERIOD [--rows N] [--etc DIR] -o FILE.xlsx",
        .about =
            "Writes the blank form that a layout reads back, for one region and period: what is known is\n"
            "filled in and locked, the rest is checked as it is typed, with instructions in Indonesian.",
        .examples =
            "  kp2s-template -l dinkes-cakupan --region 62.03 --period 2024 -o form.xlsx\n"
            "  kp2s-template -l dpmd-konvergensi --region 62.03.01 --period 2024-Q3 --rows 200 -o form.xlsx\n"
            "  kp2s-template -l panel-nilai --region 62 --period 2024 -o form.xlsx",
        .options = options,
    };
    char **operands;
    int n, status;
    if (!prog_begin(&prog, argc, argv, &operands, &n, &status))
        return status;
    struct err e = {0};
    run(&job, etc, &e);
    return prog_end(&prog, &e);
}
