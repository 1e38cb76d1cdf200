/* kp2s-sheet - what agencies' files hold, as it stands.
 *
 * In: workbooks (.xlsx, .xlsm, .xls, .ods), web pages with tables, delimited text. Out: a sheet of each as
 * CSV, the types of its cells, single cells, or the list of sheets. It knows no layout. Refused: what is no
 * spreadsheet, a sheet or cell address that does not exist; with several files the others are shown.
 */
#include "limit.h"
#include "mask.h"
#include "prog.h"
#include "sandbox.h"
#include "sheetinto.h"
#include "sheetview.h"

#include <limits.h>
#include <malloc.h>
#include <string.h>

struct options {
    const char *sheet, *cells, *rows, *output, *limit; /* limit: all of them by limit_given() */
    bool list, types, spread, raw;
};

/* --- options --- */

/* Takes the list "D14 E14" apart. */
static bool read_wanted(const char *cells, struct arena *a, struct view *v, struct err *e)
{
    struct wanted *wanted = arena_alloc(a, (strlen(cells) / 2 + 1) * sizeof *wanted);
    struct str rest = str_trim(str_c(cells));
    v->wanted = wanted;
    while (rest.len > 0) {
        struct wanted w = {.address = str_cut(&rest, ' ')};
        if (w.address.len == 0)
            continue;
        if (v->wanteds == VIEW_MAX_CELLS)
            return err_set(e, ST_USAGE, "more than %d cells asked for", VIEW_MAX_CELLS);
        if (!address_parse(w.address, &w.row, &w.col))
            return err_set(e, ST_USAGE, "'%.*s' is no address of a cell", STR_ARG(w.address));
        wanted[v->wanteds++] = w;
    }
    return v->wanteds > 0 || err_set(e, ST_USAGE, "no address of a cell given");
}

/* Rows "A:B", "A:", ":B" or "A". */
static bool read_rows(const char *rows, struct view *v, struct err *e)
{
    struct str rest = str_c(rows), first = str_cut(&rest, ':');
    bool range = strchr(rows, ':') != NULL;
    struct str last = range ? rest : first;
    if ((first.len > 0 || last.len > 0) && (first.len == 0 || str_to_long(first, &v->first)) &&
        (last.len == 0 || str_to_long(last, &v->last)) && v->first >= 1 && v->first <= v->last)
        return true;
    err_set(e, ST_USAGE, "'%s' is no range of rows", rows);
    return err_hint(e, "5:20 are rows 5 to 20, 5: all from 5 on, :20 all up to 20, 5 one row");
}

static bool read_options(const struct options *o, struct view *v, struct arena *a, struct err *e)
{
    if (o->list && (o->sheet || o->cells || o->rows || o->types || o->spread))
        return err_set(e, ST_USAGE, "--list goes with none of --sheet, --cell, --rows, --types, --spread");
    if (o->cells && o->rows)
        return err_set(e, ST_USAGE, "--cell and --rows exclude each other");
    v->types = o->types;
    v->spread = o->spread;
    v->terminal = !o->raw && into_terminal(o->output);
    v->first = 1;
    v->last = LONG_MAX;
    return (!o->cells || read_wanted(o->cells, a, v, e)) && (!o->rows || read_rows(o->rows, v, e));
}

/* --- one file --- */

/* Also by the name as messages and the warehouse have it, with numbers of persons starred out. */
static bool is_named(struct str name, const char *asked)
{
    struct arena a = {0};
    bool same = str_is(name, asked) || str_is(mask_numbers(&a, name), asked);
    arena_done(&a);
    return same;
}

/* The sheet asked for, by name, else by number; without --sheet the first visible one. */
static bool find_sheet(const struct book *b, const char *asked, size_t *found, struct err *e)
{
    long number;
    size_t n = book_sheets(b);
    for (*found = 0; *found < n; ++*found)
        if (asked ? is_named(book_sheet(b, *found)->name, asked) : book_sheet(b, *found)->visible)
            return true;
    if (asked && str_to_long(str_c(asked), &number) && number >= 1 && (size_t)number <= n) {
        *found = (size_t)number - 1;
        return true;
    }
    if (asked)
        err_set(e, ST_NOINPUT, "no sheet '%s' in '%s'", asked, book_path(b));
    else
        err_set(e, ST_UNREADABLE, "'%s' has no visible sheet", book_path(b));
    return err_hint(e, "kp2s-sheet --list %s names them", book_path(b));
}

/* --- all files --- */

struct work {
    const struct prog *prog;
    const struct options *options;
    struct view view;
    char **file;
    int files, titles, failed;
    int status; /* of the first failure */
};

static void fail(struct work *w, const struct err *e)
{
    int status = prog_end(w->prog, e);
    w->status = w->status ? w->status : status;
    w->failed++;
}

/* The name of one of several files above its rows, as head does it. */
static void print_title(struct work *w, const char *path)
{
    struct view *v = &w->view;
    struct str name = v->terminal ? str_visible(&v->arena, str_c(path)) : str_c(path);
    if (w->titles++ > 0)
        out_line(v->out);
    out_write(v->out, "==> ", 4);
    out_write(v->out, name.ptr, name.len);
    out_write(v->out, " <==\n", 5);
}

/* One file, alone in its output or one of several. */
static bool show(struct work *w, const char *path, bool alone, struct err *e)
{
    const struct options *o = w->options;
    struct view *v = &w->view;
    bool table = o->list || o->types || o->cells;
    size_t i = 0;
    long rows = 0;
    struct book *b = book_open(path, e);
    bool ok = b && (o->list || find_sheet(b, o->sheet, &i, e));
    v->file = table && !alone ? path : NULL;
    if (ok && !table && !alone)
        print_title(w, path);
    if (ok)
        ok = o->list ? view_list(v, b, e) : view_sheet(v, b, i, &rows, e);
    if (ok && w->files == 1 && !o->list && !o->cells)
        prog_log(LOG_INFO, "sheet '%.*s': %ld rows with content, %.1f s", STR_ARG(book_sheet(b, i)->name),
                 rows, prog_seconds());
    book_close(b);
    return ok;
}

static bool open_one(struct work *w, const char *output, struct err *e)
{
    for (int i = 0; i < w->files; i++)
        if (!out_apart(output, w->file[i], e))
            return false;
    w->view.out = out_open(output, e);
    return w->view.out != NULL;
}

/* What is read before a failure stays on standard output; a file appears only with all that it should hold.
 */
static void into_one(struct work *w, const char *output)
{
    struct err e = {0};
    if (!open_one(w, output, &e)) {
        fail(w, &e);
        return;
    }
    sandbox_enter(w->file, (size_t)w->files, w->view.out, NULL);
    for (int i = 0; i < w->files && !out_failed(w->view.out); i++) {
        struct err of_file = {0};
        if (!show(w, w->file[i], w->files == 1, &of_file))
            fail(w, &of_file);
    }
    sandbox_writing(NULL);
    if (w->failed > 0 && output && strcmp(output, "-") != 0) {
        out_abandon(w->view.out);
        if (w->files > 1)
            prog_log(LOG_WARN, "'%s' is not written: not all files could be read", output);
    } else if (!out_commit(w->view.out, &e)) {
        fail(w, &e);
    }
}

static void into_folder(struct work *w, const char *folder)
{
    struct arena a = {0};
    struct err e = {0};
    const char **paths = into_paths(&a, folder, w->file, w->files, &e);
    if (!paths)
        fail(w, &e);
    else
        sandbox_enter(w->file, (size_t)w->files, NULL, folder);
    for (int i = 0; paths && i < w->files; i++) {
        struct err of_file = {0};
        w->view.headed = false;
        w->view.out = out_apart(paths[i], w->file[i], &of_file) ? out_open(paths[i], &of_file) : NULL;
        sandbox_writing(w->view.out);
        bool ok = w->view.out && show(w, w->file[i], true, &of_file);
        sandbox_writing(NULL);
        if (!ok)
            out_abandon(w->view.out);
        else
            ok = out_commit(w->view.out, &of_file);
        if (!ok)
            fail(w, &of_file);
    }
    arena_done(&a);
}

/* What one file took is kept for the next: given back each time it would cost a quarter of the time that
 * small files take. */
static void keep_memory(void)
{
    enum { BLOCK = 4 * 1024 * 1024, KEPT = 64 * 1024 * 1024 };
    mallopt(M_MMAP_THRESHOLD, BLOCK);
    mallopt(M_TRIM_THRESHOLD, KEPT);
}

static int run(const struct prog *p, const struct options *o, char **files, int n)
{
    struct work w = {.prog = p, .options = o, .file = files, .files = n};
    struct arena a = {0};
    struct err e = {0};
    if (n > 1)
        keep_memory();
    if (!limit_given(&e) || !read_options(o, &w.view, &a, &e))
        fail(&w, &e);
    else if (into_is_folder(o->output))
        into_folder(&w, o->output);
    else
        into_one(&w, o->output);
    if (n > 1 && e.status == 0)
        prog_log(LOG_INFO, "%d files, %d failed, %.1f s", n, w.failed, prog_seconds());
    arena_done(&w.view.arena);
    arena_done(&a);
    return w.status;
}

int main(int argc, char **argv)
{
    struct options o = {0};
    const struct option_spec options[] = {
        {'l', "list", NULL, "list the sheets: size, what is hidden, merged areas", NULL, &o.list},
        {'s', "sheet", "NAME|N", "the sheet of this name or number (first: the first visible one)", &o.sheet,
         NULL},
        {0, "rows", "A:B", "only rows A to B; A: from A on, :B up to B, A one row", &o.rows, NULL},
        {'c', "cell", "\"D14 E14\"", "only these cells, a line cell,text for each", &o.cells, NULL},
        {0, "spread", NULL, "fill merged areas: each cell shows what the area shows", NULL, &o.spread},
        {0, "types", NULL, "a line cell,type,text for each cell that holds something", NULL, &o.types},
        {'r', "raw", NULL, "control characters as they are, even on a terminal", NULL, &o.raw},
        {'o', "output", "FILE|FOLDER/", "write to FILE, or to FOLDER/NAME.csv for each file", &o.output,
         NULL},
        LIMIT_OPTION(&o.limit),
        {0},
    };
    const struct prog p = {
        .name = "kp2s-sheet",
        .synopsis =
            "[--list | [--sheet NAME|N] [--rows A:B | --cell CELLS] [--spread] [--types]] [--raw] [-o OUT] "
            "FILE…",
        .about =
            "Prints a sheet of each file as CSV: of workbooks (.xlsx, .xlsm, .xls, .ods), web pages with\n"
            "tables, delimited text. Text is printed as it is, blanks at its ends included; numbers have a\n"
            "decimal point, dates and times are ISO 8601, formulas show their last result. Hidden rows and\n"
            "columns are printed; hidden sheets can be asked for. Delimited text is one sheet named csv,\n"
            "tables are named table 1 and so on. Of several files each has a line ==> FILE <== above it, "
            "or,\n"
            "with --list, --types and --cell, its name in a first column.\n\n" SANDBOX_HELP,
        .examples = "  kp2s-sheet --list x.xlsx\n"
                    "  kp2s-sheet --sheet 'Bumil 1' --rows :20 --spread x.xlsx\n"
                    "  kp2s-sheet --sheet 'Bumil 1' --cell 'D14 E14' --types x.xlsx\n"
                    "  kp2s-sheet -o csv/ inbox/*.xlsx",
        .options = options,
        .min_operands = 1,
        .max_operands = -1,
        .more_help = limit_help,
    };
    char **operands;
    int n, status;
    if (!prog_begin(&p, argc, argv, &operands, &n, &status))
        return status;
    return run(&p, &o, operands, n);
}
