/* kp2s-sheet - one sheet of an agency's file, as it stands.
 *
 * In: a workbook (.xlsx, .xlsm, .xls, .ods), a web page with tables or delimited text. Out: a sheet as CSV,
 * the list of sheets, or single cells. It knows no layout. Refused: what is no spreadsheet, a sheet or cell
 * address that does not exist.
 */
#include "book.h"
#include "out.h"
#include "prog.h"

#include <string.h>

enum { MAX_CELLS = 10000 };

struct options {
    const char *sheet, *cells, *output;
    bool list, raw;
};

static struct str shown(const struct cell *c, bool raw)
{
    return raw || c->plain ? c->text : str_trim(c->text);
}

static void print_row(struct out *out, const struct row *row, bool raw)
{
    size_t room = (size_t)row->cell[row->n - 1].col + 1;
    for (size_t i = 0; i < row->n; i++)
        room += OUT_FIELD_ROOM(row->cell[i].text.len);
    char *to = out_room(out, room);
    int col = 1;
    for (size_t i = 0; i < row->n; i++) {
        const struct cell *c = &row->cell[i];
        for (; col < c->col; col++)
            if (to)
                *to++ = ',';
            else
                out_comma(out);
        if (!to)
            out_field(out, shown(c, raw));
        else if (c->plain)
            to = str_copy(to, c->text);
        else
            to = out_put_field(to, shown(c, raw));
    }
    if (to)
        out_filled(out, to);
    out_line(out);
}

/* Line n of the output is row n of the sheet, as long as no cell holds a line break. */
static bool print_sheet(struct book *b, size_t i, bool raw, struct out *out, long *rows, struct err *e)
{
    struct rows *r = rows_open(b, i, e);
    struct row row;
    long line = 0;
    int got = r ? 0 : -1;
    while (r && (got = rows_next(r, &row, e)) > 0 && !out_failed(out)) {
        for (; line + 1 < row.number; line++)
            out_line(out);
        print_row(out, &row, raw);
        line = row.number;
        ++*rows;
    }
    rows_close(r);
    return got >= 0;
}

static bool print_list(struct book *b, struct out *out, struct err *e)
{
    struct arena a = {0};
    bool ok = true;
    out_write(out, "number,name,visible,dimension,merged\n", 37);
    for (size_t i = 0; i < book_sheets(b) && ok; i++) {
        const struct survey *s = book_survey(b, i, e);
        ok = s != NULL;
        if (!ok)
            break;
        out_field(out, arena_printf(&a, "%zu", i + 1));
        out_comma(out);
        out_field(out, book_sheet(b, i)->name);
        out_comma(out);
        out_field(out, book_sheet(b, i)->visible ? STR("yes") : STR("no"));
        out_comma(out);
        out_field(out, s->dimension);
        out_comma(out);
        out_field(out, arena_printf(&a, "%zu", s->ranges));
        out_line(out);
    }
    arena_done(&a);
    return ok;
}

/* --- single cells --- */

struct wanted {
    struct str address, text;
    long row;
    int col;
};

/* Takes the list "D14 E14" apart. */
static bool read_wanted(const char *cells, struct arena *a, struct wanted **wanted, size_t *n, struct err *e)
{
    struct str rest = str_trim(str_c(cells));
    *n = 0;
    *wanted = arena_alloc(a, MAX_CELLS * sizeof **wanted);
    while (rest.len > 0) {
        struct wanted *w = &(*wanted)[*n];
        if (*n == MAX_CELLS)
            return err_set(e, ST_USAGE, "more than %d cells asked for", MAX_CELLS);
        w->address = str_cut(&rest, ' ');
        if (w->address.len == 0)
            continue;
        if (!address_parse(w->address, &w->row, &w->col))
            return err_set(e, ST_USAGE, "'%.*s' is no address of a cell", STR_ARG(w->address));
        ++*n;
    }
    return *n > 0 || err_set(e, ST_USAGE, "no address of a cell given");
}

static void look(struct wanted *wanted, size_t n, const struct row *row, struct arena *a)
{
    for (size_t k = 0; k < n; k++)
        for (size_t i = 0; wanted[k].row == row->number && i < row->n; i++)
            if (row->cell[i].col == wanted[k].col)
                wanted[k].text = arena_dup(a, row->cell[i].text);
}

static bool print_cells(struct book *b, size_t i, const char *cells, struct out *out, struct err *e)
{
    struct arena a = {0};
    struct wanted *wanted;
    struct row row;
    size_t n;
    long last = 0;
    if (!read_wanted(cells, &a, &wanted, &n, e))
        return arena_done(&a), false;
    for (size_t k = 0; k < n; k++)
        last = wanted[k].row > last ? wanted[k].row : last;
    struct rows *r = rows_open(b, i, e);
    int got = r ? 1 : -1;
    while (got > 0 && (got = rows_next(r, &row, e)) > 0 && row.number <= last)
        look(wanted, n, &row, &a);
    rows_close(r);
    for (size_t k = 0; got >= 0 && k < n; k++) {
        out_field(out, wanted[k].address);
        out_comma(out);
        out_field(out, wanted[k].text);
        out_line(out);
    }
    arena_done(&a);
    return got >= 0;
}

/* --- --- */

/* The sheet asked for, by name, else by number; without --sheet the first visible one. */
static bool find_sheet(const struct book *b, const char *asked, size_t *found, struct err *e)
{
    long number;
    size_t n = book_sheets(b);
    for (*found = 0; *found < n; ++*found)
        if (asked ? str_is(book_sheet(b, *found)->name, asked) : book_sheet(b, *found)->visible)
            return true;
    if (asked && str_to_long(str_c(asked), &number) && number >= 1 && (size_t)number <= n) {
        *found = (size_t)number - 1;
        return true;
    }
    if (!asked)
        return err_set(e, ST_UNREADABLE, "'%s' has no visible sheet", book_path(b));
    err_set(e, ST_NOINPUT, "no sheet '%s' in '%s'", asked, book_path(b));
    return err_hint(e, "kp2s-sheet --list %s names them", book_path(b));
}

static bool print(struct book *b, const struct options *o, struct out *out, struct err *e)
{
    size_t i;
    long rows = 0;
    if (o->list)
        return print_list(b, out, e);
    if (!find_sheet(b, o->sheet, &i, e))
        return false;
    if (o->cells)
        return print_cells(b, i, o->cells, out, e);
    if (!print_sheet(b, i, o->raw, out, &rows, e))
        return false;
    prog_log(LOG_INFO, "sheet '%.*s': %ld rows with content, %.1f s", STR_ARG(book_sheet(b, i)->name), rows,
             prog_seconds());
    return true;
}

static void run(const struct options *o, const char *path, struct err *e)
{
    if (o->list + (o->cells != NULL) + o->raw > 1) {
        err_set(e, ST_USAGE, "--list, --cell and --raw exclude each other");
        return;
    }
    struct book *b = out_apart(o->output, path, e) ? book_open(path, e) : NULL;
    struct out *out = b ? out_open(o->output, e) : NULL;
    if (out && print(b, o, out, e))
        out_commit(out, e);
    else
        out_abandon(out);
    book_close(b);
}

int main(int argc, char **argv)
{
    struct options o = {0};
    const struct option_spec options[] = {
        {'l', "list", NULL, "list the sheets: number,name,visible,dimension,merged", NULL, &o.list},
        {'s', "sheet", "NAME|N", "the sheet of this name or number (first: the first visible one)", &o.sheet,
         NULL},
        {'c', "cell", "\"D14 E14\"", "only these cells, a line cell,text for each, exactly as they are",
         &o.cells, NULL},
        {'r', "raw", NULL, "keep the blanks at the ends of cells", NULL, &o.raw},
        {'o', "output", "FILE", "write to FILE instead of standard output", &o.output, NULL},
        {0},
    };
    const struct prog p = {
        .name = "kp2s-sheet",
        .synopsis = "[--list | --sheet NAME|N] [--cell CELLS | --raw] [-o OUT] FILE",
        .about = "Prints a sheet of a workbook (.xlsx, .xlsm, .xls, .ods), of a web page with tables or of "
                 "delimited\n"
                 "text as CSV. Numbers have a decimal point, dates are ISO 8601. Hidden sheets can be asked "
                 "for by\n"
                 "name or number. Delimited text is one sheet named csv, tables are named table 1 and so on.",
        .examples = "  kp2s-sheet --list x.xlsx\n"
                    "  kp2s-sheet --sheet 'Bumil 1' x.xlsx\n"
                    "  kp2s-sheet --sheet 'Bumil 1' --cell 'D14 E14' x.xlsx",
        .options = options,
        .min_operands = 1,
        .max_operands = 1,
    };
    struct err e = {0};
    char **operands;
    int n, status;
    if (!prog_begin(&p, argc, argv, &operands, &n, &status))
        return status;
    run(&o, operands[0], &e);
    return prog_end(&p, &e);
}
