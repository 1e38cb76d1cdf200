/* kp2s-extract - agencies' spreadsheets to the record stream as found.
 *
 * In: workbooks (.xlsx, .xlsm, .xls, .ods), web pages with tables and delimited text, and the layouts that
 * say where things stand on them. Out: the record stream of doc/streams.md, one source for each file.
 * Refused: what is no spreadsheet or is damaged, a file that no layout fits, or several. A source that fails
 * gets no E record.
 */
#include "book.h"
#include "drift.h"
#include "fit.h"
#include "hidden.h"
#include "limit.h"
#include "sandbox.h"
#include "table.h"

#include "prog.h"
#include "sha.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>

enum { MAX_LAYOUTS = 500 };

struct job {
    const char *etc, *name, *output, *layout_option,
        *limit_option; /* repeatable: all of them by prog_given() */
    const char *said[3],
        *sheet;         /* what the officer says of the files: period, province, regency; the sheet */
    int files;          /* how many there are to do */
    struct str shown;   /* name of the present file, for messages */
    struct arena arena; /* layouts */
    struct layout *layout;
    size_t layouts;
    struct str column[LAYOUT_MAX_FIELDS]; /* of the header written last */
    size_t columns;
    struct tally tally;
};

/* --- layouts --- */

static bool add_layout(struct job *j, const char *path, struct err *e)
{
    if (j->layouts == MAX_LAYOUTS)
        return err_set(e, ST_CONFIG, "more than %d layouts", MAX_LAYOUTS);
    return layout_read(path, &j->arena, &j->layout[j->layouts++], e);
}

static int is_layout(const struct dirent *d)
{
    size_t len = strlen(d->d_name);
    return d->d_name[0] != '.' && len > 4 && strcmp(d->d_name + len - 4, ".ini") == 0;
}

static bool add_folder(struct job *j, const char *folder, struct err *e)
{
    struct dirent **entry;
    int n = scandir(folder, &entry, is_layout, alphasort);
    if (n < 0) {
        err_sys(e, "cannot read the folder of layouts '%s'", folder);
        e->status = ST_CONFIG;
        return err_hint(e, "name the toolkit's data folder with --etc, or a layout with -l");
    }
    bool ok = true;
    for (int i = 0; i < n; i++) {
        struct str path = arena_printf(&j->arena, "%s/%s", folder, entry[i]->d_name);
        ok = ok && add_layout(j, path.ptr, e);
        free(entry[i]);
    }
    free(entry);
    return ok && (n > 0 || err_set(e, ST_CONFIG, "no layouts in '%s'", folder));
}

static bool read_layouts(struct job *j, struct err *e)
{
    const char *path;
    j->layout = arena_alloc(&j->arena, MAX_LAYOUTS * sizeof *j->layout);
    if (!j->layout_option)
        return add_folder(j, arena_printf(&j->arena, "%s/layouts", prog_etc(j->etc)).ptr, e);
    for (size_t i = 0; (path = prog_given("layout", i)); i++)
        if (!add_layout(j, path, e))
            return false;
    return true;
}

/* --- which layout fits --- */

static bool nearer(const struct fit *a, const struct fit *b)
{
    return b->wanted == 0 ? a->found > 0 : a->found * b->wanted > b->found * a->wanted;
}

/* A hidden sheet that the group names; NULL when there is none. */
static const struct sheet *hidden_sheet(const struct book *b, const struct group *g)
{
    struct arena a = {0};
    const struct sheet *hidden = NULL;
    for (size_t i = 0; i < book_sheets(b) && !hidden; i++) {
        const struct sheet *s = book_sheet(b, i);
        if (!s->visible && g->sheet.n > 0 && variants_match(&g->sheet, str_fold(&a, s->name)))
            hidden = s;
    }
    arena_done(&a);
    return hidden;
}

/* A hidden sheet that any layout names; NULL when there is none. */
static const struct sheet *hidden_of_any(const struct job *j, const struct book *b)
{
    const struct sheet *hidden = NULL;
    for (size_t i = 0; i < j->layouts && !hidden; i++)
        for (size_t k = 0; k < j->layout[i].groups && !hidden; k++)
            hidden = hidden_sheet(b, &j->layout[i].group[k]);
    return hidden;
}

/* Why the layout that came nearest does not fit. */
static bool no_fit(const struct job *j, const struct book *b, const struct layout *l, const struct fit *f,
                   struct err *e)
{
    bool only = j->layouts == 1;
    if (only)
        err_set(e, ST_UNREADABLE, "layout '%.*s' does not fit '%.*s'", STR_ARG(l->id), STR_ARG(j->shown));
    else
        err_set(e, ST_UNREADABLE, "no layout fits '%.*s'", STR_ARG(j->shown));
    const struct sheet *hidden = f->found == 0 ? hidden_of_any(j, b) : NULL;
    if (hidden)
        return err_hint(e, "sheet '%.*s' is hidden and not read", STR_ARG(hidden->name));
    if (!only && f->found == 0)
        return err_hint(e,
                        "no heading of any layout was found; give the layout with -l to see what it misses");
    if (j->sheet)
        return err_hint(e, "sheet '%s' is not there, or not what the layout takes", j->sheet);
    if (f->sheet.len == 0)
        return err_hint(e, "no visible sheet has a name that the layout takes");
    if (f->other.len > 0 && f->missing.len == 0)
        return err_hint(e, "%s%.*s%ssheet '%.*s' has the heading '%.*s' of another form",
                        only ? "" : "nearest is ", only ? 0 : (int)l->id.len, l->id.ptr, only ? "" : ": ",
                        STR_ARG(f->sheet), STR_ARG(f->other));
    if (f->missing.len == 0)
        return err_hint(e, "sheet '%.*s' has nothing in its first rows", STR_ARG(f->sheet));
    return err_hint(e, "%s%.*s%ssheet '%.*s' has no heading %.*s%s%.*s", only ? "" : "nearest is ",
                    only ? 0 : (int)l->id.len, l->id.ptr, only ? "" : ": ", STR_ARG(f->sheet),
                    STR_ARG(f->missing), f->strange.len > 0 ? "; not known to the layout: " : "",
                    STR_ARG(f->strange));
}

static bool several_fit(const struct job *j, const struct fit *fit, struct err *e)
{
    struct arena a = {0};
    struct str names = STR("");
    for (size_t i = 0; i < j->layouts; i++)
        if (fit[i].fits)
            names = arena_printf(&a, "%.*s%s%.*s", STR_ARG(names), names.len ? ", " : "",
                                 STR_ARG(j->layout[i].id));
    err_set(e, ST_CONFIRM, "more than one layout fits '%.*s': %.*s", STR_ARG(j->shown), STR_ARG(names));
    err_hint(e, "say which one it is with -l");
    arena_done(&a);
    return false;
}

static bool several_sheets(const struct job *j, const struct layout *l, const struct fit *f, struct err *e)
{
    err_set(e, ST_CONFIRM, "layout '%.*s' takes one sheet and fits several of '%.*s': %.*s", STR_ARG(l->id),
            STR_ARG(j->shown), STR_ARG(f->missing));
    return err_hint(e, "say which one it is with --sheet");
}

/* The one layout that fits, as an index; false with e filled when there is none, or several. */
static bool choose(const struct job *j, struct heads *heads, struct arena *a, struct fit *fit, size_t *chosen,
                   struct err *e)
{
    size_t fitting = 0, nearest = 0, ambiguous = j->layouts;
    for (size_t i = 0; i < j->layouts; i++) {
        if (!fit_layout(heads, &j->layout[i], a, &fit[i], e))
            return false;
        if (fit[i].fits)
            *chosen = i;
        if (fit[i].ambiguous)
            ambiguous = i;
        fitting += fit[i].fits;
        nearest = nearer(&fit[i], &fit[nearest]) ? i : nearest;
    }
    if (fitting > 1)
        return several_fit(j, fit, e);
    if (fitting == 0 && ambiguous < j->layouts)
        return several_sheets(j, &j->layout[ambiguous], &fit[ambiguous], e);
    return fitting == 1 || no_fit(j, heads->book, &j->layout[nearest], &fit[nearest], e);
}

/* Tells what is not read: hidden columns, sheets passed over, groups whose sheet is not there. */
static void tell_passed_over(const struct job *j, struct book *b, const struct heads *heads,
                             const struct layout *l, const struct fit *f)
{
    struct arena a = {0};
    for (size_t p = 0; p < f->plans && l->hidden_columns == HIDDEN_SKIP; p++) {
        const struct survey *s = heads->head[f->plan[p].sheet]->preface;
        if (s->hiddens > 0)
            prog_log(LOG_INFO, "'%.*s': sheet '%.*s': hidden columns passed over: %.*s", STR_ARG(j->shown),
                     STR_ARG(book_sheet(b, f->plan[p].sheet)->name), STR_ARG(hidden_columns(s, &a)));
    }
    for (size_t i = 0, p = 0; i < book_sheets(b); i++) {
        const struct sheet *s = book_sheet(b, i);
        if (p < f->plans && f->plan[p].sheet == i)
            p++;
        else
            prog_log(LOG_INFO, "'%.*s': sheet '%.*s' passed over: %s", STR_ARG(j->shown), STR_ARG(s->name),
                     s->visible ? "not of the layout" : "hidden");
    }
    for (size_t i = 0; i < l->groups; i++) {
        bool there = l->group[i].sheet.n == 0;
        for (size_t p = 0; p < f->plans && !there; p++)
            there = variants_match(&l->group[i].sheet, str_fold(&a, book_sheet(b, f->plan[p].sheet)->name));
        const struct sheet *hidden = there ? NULL : hidden_sheet(b, &l->group[i]);
        if (hidden)
            prog_log(LOG_WARN, "'%.*s': sheet '%.*s' is hidden and not read: nothing for group '%.*s'",
                     STR_ARG(j->shown), STR_ARG(hidden->name), STR_ARG(l->group[i].id));
        else if (!there)
            prog_log(LOG_WARN, "'%.*s': no sheet '%.*s' for group '%.*s'", STR_ARG(j->shown),
                     STR_ARG(l->group[i].sheet.typed[0]), STR_ARG(l->group[i].id));
    }
    arena_done(&a);
}

/* --- one source --- */

static void write_header(struct job *j, const struct layout *l, struct stream_writer *w)
{
    struct str column[LAYOUT_MAX_FIELDS];
    size_t n = table_columns(l, column);
    bool same = n == j->columns;
    for (size_t i = 0; same && i < n; i++)
        same = str_eq(column[i], j->column[i]);
    if (same)
        return;
    stream_header(w, column, n);
    memcpy(j->column, column, sizeof column);
    j->columns = n;
}

/* What the sheets' titles say of the source. The period may differ from sheet to sheet, the rest may not. */
static bool common_title(const struct job *j, struct book *b, const struct fit *f, size_t title,
                         struct str *text, struct err *e)
{
    *text = STR("");
    for (size_t p = 0; p < f->plans; p++) {
        struct str said = f->plan[p].title[title];
        if (said.len == 0 || str_eq(said, *text))
            continue;
        if (text->len > 0 && title == 0) {
            *text = STR("");
            return true;
        }
        if (text->len > 0) {
            err_set(e, ST_UNREADABLE, "the sheets disagree on the %s: '%.*s' and '%.*s'",
                    layout_titles[title], STR_ARG(*text), STR_ARG(said));
            err_place(e, "%.*s, %.*s", STR_ARG(j->shown), STR_ARG(book_sheet(b, f->plan[p].sheet)->name));
            return err_hint(e, "a file is one source: divide it, or mend the title");
        }
        *text = said;
    }
    return true;
}

/* title: what the S says, in the order of layout_titles. */
static bool write_begin(struct job *j, struct book *b, const struct layout *l, const struct fit *f,
                        struct arena *a, struct str title[LAYOUT_TITLES], struct stream_writer *w,
                        struct err *e)
{
    char sha[SHA_HEX];
    long long bytes;
    const char *slash = strrchr(book_path(b), '/'), *file = slash ? slash + 1 : book_path(b);
    if (!sha_file(book_path(b), sha, &bytes, e))
        return false;
    struct pair pairs[STREAM_MAX_PAIRS] = {
        {STR("stage"), STR("extract")},
        {STR("kind"), str_c(kind_names[l->kind])},
        {STR("file"), str_utf8(a, str_c(j->name ? j->name : file))},
        {STR("sha256"), str_c(sha)},
        {STR("bytes"), arena_printf(a, "%lld", bytes)},
        {STR("layout"), l->id},
        {STR("layout_version"), l->version},
        {STR("agency"), l->agency},
        {STR("system"), l->system},
        {STR("decimal"), l->decimal},
        {STR("sources"), arena_printf(a, "%d", j->files)},
    };
    size_t n = 11;
    for (size_t t = 0; t < LAYOUT_TITLES; t++) {
        if (!common_title(j, b, f, t, &title[t], e))
            return false;
        if (title[t].len > 0 && !(t == 0 && l->all_tables)) /* further tables may be of other periods */
            pairs[n++] = (struct pair){arena_printf(a, "%s_text", layout_titles[t]), title[t]};
    }
    if (f->plan[0].file_period.len > 0 && !str_eq(f->plan[0].file_period, title[0]))
        pairs[n++] = (struct pair){STR("period_file_text"), f->plan[0].file_period};
    write_header(j, l, w);
    stream_source(w, pairs, n);
    return true;
}

/* What the officer says of a file is taken where the file itself says nothing. */
static void take_said(const struct job *j, const struct fit *f)
{
    for (size_t p = 0; p < f->plans; p++)
        for (size_t t = 0; t < sizeof j->said / sizeof *j->said; t++)
            if (j->said[t] && f->plan[p].title[t].len == 0)
                f->plan[p].title[t] = str_c(j->said[t]);
}

static bool write_source(struct job *j, struct book *b, struct heads *heads, struct arena *a,
                         struct stream_writer *w, struct err *e)
{
    struct fit *fit = arena_alloc(a, j->layouts * sizeof *fit);
    size_t chosen = 0;
    if (!choose(j, heads, a, fit, &chosen, e))
        return false;
    const struct layout *l = &j->layout[chosen];
    const struct fit *f = &fit[chosen];
    prog_log(LOG_DEBUG, "'%.*s': layout '%.*s'", STR_ARG(j->shown), STR_ARG(l->id));
    tell_passed_over(j, b, heads, l, f);
    struct str title[LAYOUT_TITLES];
    take_said(j, f);
    if (!hidden_refuse(b, l, f, j->shown, e) || !drift_refuse(b, l, f, j->shown, e) ||
        !write_begin(j, b, l, f, a, title, w, e))
        return false;
    for (size_t p = 0; p < f->plans; p++)
        if (!table_write(b, l, &f->plan[p], title, j->shown, w, &j->tally, e))
            return false;
    if (j->tally.cut > 0)
        prog_log(LOG_WARN, "'%.*s' may be cut short: its last line has %d of %d fields", STR_ARG(j->shown),
                 j->tally.cut, j->tally.cut_of);
    j->tally.cut = 0;
    stream_end(w, NULL, 0);
    return true;
}

static bool do_file(struct job *j, const char *path, struct stream_writer *w, struct err *e)
{
    struct book *b = book_open(path, e);
    if (!b)
        return false;
    struct heads heads;
    struct arena a = {0};
    j->shown = str_utf8(&a, str_c(j->name ? j->name : path));
    heads_init(&heads, b);
    heads.file = str_c(j->name ? j->name : "");
    heads.only = str_c(j->sheet ? j->sheet : "");
    bool ok = write_source(j, b, &heads, &a, w, e);
    heads_done(&heads);
    arena_done(&a);
    book_close(b);
    return ok;
}

static void log_summary(struct job *j, const struct stream_writer *w)
{
    const struct tally *t = &j->tally;
    const struct {
        const char *what;
        long n;
    } rare[] = {
        {"headings again", t->headings}, {"titles", t->titles}, {"hidden", t->hidden}, {"other", t->others}};
    struct str more = STR("");
    for (size_t i = 0; i < sizeof rare / sizeof *rare; i++)
        if (rare[i].n > 0)
            more = arena_printf(&j->arena, "%.*s, %s %ld", STR_ARG(more), rare[i].what, rare[i].n);
    prog_log(LOG_INFO,
             "files %d, rows %ld, records %ld, rejected %ld, notes %ld; rows passed over: totals %ld, "
             "block headings %ld, empty %ld%.*s; %.1f s",
             j->files, t->rows, w->all_d, w->all_r, w->all_n, t->totals, t->blocks, t->empty, STR_ARG(more),
             prog_seconds());
}

static void run(struct job *j, char **files, int n, struct err *e)
{
    struct stream_writer w;
    j->files = n;
    if (j->name && n > 1) {
        err_set(e, ST_USAGE, "--name goes with a single file");
        return;
    }
    bool ok = limit_given(e) && read_layouts(j, e);
    for (int i = 0; i < n && ok; i++)
        ok = out_apart(j->output, files[i], e);
    struct out *out = ok ? out_open(j->output, e) : NULL;
    ok = out != NULL;
    if (ok) {
        stream_writer_init(&w, out);
        sandbox_enter(files, (size_t)n, out, NULL);
    }
    for (int i = 0; i < n && ok; i++) {
        ok = do_file(j, files[i], &w, e);
        prog_progress("files", i + 1, n);
    }
    sandbox_writing(NULL);
    if (ok && out_commit(out, e))
        log_summary(j, &w);
    else if (!ok)
        out_abandon(out);
    arena_done(&j->arena);
}

int main(int argc, char **argv)
{
    struct job j = {0};
    const struct option_spec options[] = {
        {'l', "layout", "LAYOUT.ini", "try only this layout (repeatable; default: all of the folder layouts)",
         &j.layout_option, NULL},
        {'n', "name", "ORIGINAL", "the file's original name, when it is read from the archive", &j.name,
         NULL},
        {'s', "sheet", "NAME", "read this sheet only", &j.sheet, NULL},
        {0, "period", "TEXT", "period of the files that do not say theirs", &j.said[0], NULL},
        {0, "province", "NAME", "province of the files that do not say theirs", &j.said[1], NULL},
        {0, "regency", "NAME", "kabupaten/kota of the files that do not say theirs", &j.said[2], NULL},
        {'e', "etc", "DIR", "folder with the toolkit's data (layouts)", &j.etc, NULL},
        {'o', "output", "FILE", "write to FILE instead of standard output", &j.output, NULL},
        LIMIT_OPTION(&j.limit_option),
        {0},
    };
    const struct prog p = {
        .name = "kp2s-extract",
        .synopsis = "[-l LAYOUT.ini]… [--name ORIGINAL] [--sheet NAME] [--period TEXT] [--province NAME] "
                    "[--regency NAME]\n"
                    "                    [--etc DIR] [-o OUT] FILE…",
        .about = "Reads agencies' workbooks (.xlsx, .xlsm, .xls, .ods), web pages and delimited text by the "
                 "layout that\n"
                 "fits and writes the record stream as found, for kp2s-transform. Each file is one source;\n"
                 "exactly one layout must fit.\n\n" SANDBOX_HELP,
        .examples = "  kp2s-extract inbox/x.xlsx | kp2s-transform | kp2s-load\n"
                    "  kp2s-extract -l etc/layouts/dinkes-eppgbm.ini -o x.csv inbox/x.xlsx",
        .options = options,
        .min_operands = 1,
        .max_operands = -1,
        .more_help = limit_help,
    };
    struct err e = {0};
    char **operands;
    int n, status;
    if (!prog_begin(&p, argc, argv, &operands, &n, &status))
        return status;
    run(&j, operands, n, &e);
    return prog_end(&p, &e);
}
