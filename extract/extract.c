/* kp2s-extract - agencies' spreadsheets to the record stream as found.
 *
 * In: workbooks (.xlsx, .xlsm, .xls, .ods), web pages with tables and delimited text, and the layouts that
 * say where things stand on them. Out: the record stream of doc/streams.md, one source for each file and
 * layout that fits it. Refused: what is no spreadsheet or is damaged, a file that no layout fits, or several.
 * A source that fails gets no E record.
 */
#include "book.h"
#include "choose.h"
#include "drift.h"
#include "hidden.h"
#include "limit.h"
#include "sandbox.h"
#include "table.h"

#include "prog.h"
#include "reason.h"
#include "sha.h"

#include <stdlib.h>
#include <string.h>

struct job {
    const char *etc, *name, *output, *layout_option,
        *limit_option; /* repeatable: all of them by prog_given() */
    const char *said[3],
        *sheet;       /* what the officer says of the files: period, province, regency; the sheet */
    int files;        /* how many there are to do */
    long done;        /* of them */
    long sources;     /* begun */
    long promised;    /* sources there will be at least: a stream that is cut between two is noticed */
    struct str shown; /* name of the present file, for messages */
    struct layouts layouts;
    struct str column[LAYOUT_MAX_FIELDS]; /* of the header written last */
    size_t columns;
    struct tally tally;
    struct reason_counts reasons;
};

/* --- sources --- */

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

/* title: what the S says, in the order of layout_titles. */
static bool write_begin(struct job *j, struct book *b, const struct layout *l, const struct fit *f,
                        struct arena *a, struct str title[LAYOUT_TITLES], struct stream_writer *w,
                        struct err *e)
{
    char sha[SHA_HEX];
    long long bytes;
    const char *slash = strrchr(book_path(b), '/'), *file = slash ? slash + 1 : book_path(b);
    if (!sha_file(book_path(b), sha, &bytes, e) || !choose_titles(b, f, j->shown, title, e))
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
        {STR("sources"), arena_printf(a, "%ld", j->promised)},
    };
    size_t n = 11;
    for (size_t t = 0; t < LAYOUT_TITLES; t++)
        if (title[t].len > 0 && !(t == 0 && l->all_tables)) /* further tables may be of other periods */
            pairs[n++] = (struct pair){arena_printf(a, "%s_text", layout_titles[t]), title[t]};
    if (f->plan[0].file_period.len > 0 && !str_eq(f->plan[0].file_period, title[0]))
        pairs[n++] = (struct pair){STR("period_file_text"), f->plan[0].file_period};
    if (book_epoch1904(b))
        pairs[n++] = (struct pair){STR("epoch"), STR("1904")};
    if (l->states.len > 0)
        pairs[n++] = (struct pair){STR("states"), l->states};
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

static bool write_source(struct job *j, struct book *b, const struct layout *l, const struct fit *f,
                         struct arena *a, struct stream_writer *w, struct err *e)
{
    struct str title[LAYOUT_TITLES];
    take_said(j, f);
    if (!hidden_refuse(b, l, f, j->shown, e) || !drift_refuse(b, l, f, j->shown, e) ||
        !write_begin(j, b, l, f, a, title, w, e))
        return false;
    for (size_t p = 0; p < f->plans; p++)
        if (!table_write(b, l, &f->plan[p], title, j->shown, w, &j->tally, NULL, e))
            return false;
    if (j->tally.cut > 0)
        prog_log(LOG_WARN, "'%.*s' may be cut short: its last line has %d of %d fields", STR_ARG(j->shown),
                 j->tally.cut, j->tally.cut_of);
    j->tally.cut = 0;
    stream_end(w, NULL, 0);
    return true;
}

/* A source for each layout that reads the file. */
static bool write_sources(struct job *j, struct heads *heads, struct arena *a, struct stream_writer *w,
                          struct err *e)
{
    const struct layouts *ls = &j->layouts;
    struct fit *fit = arena_alloc(a, ls->n * sizeof *fit);
    if (!choose_layouts(ls, heads, j->shown, a, fit, e))
        return false;
    choose_tell(ls, heads, fit, j->shown);
    for (size_t i = 0; i < ls->n; i++)
        j->sources += fit[i].fits;
    j->promised = j->sources + (j->files - ++j->done);
    for (size_t i = 0; i < ls->n; i++)
        if (fit[i].fits && !write_source(j, heads->book, &ls->layout[i], &fit[i], a, w, e))
            return false;
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
    bool ok = write_sources(j, &heads, &a, w, e);
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
            more = arena_printf(&j->layouts.arena, "%.*s, %s %ld", STR_ARG(more), rare[i].what, rare[i].n);
    prog_log(LOG_INFO,
             "files %d, rows %ld, records %ld, rejected %ld, notes %ld; rows passed over: totals %ld, "
             "block headings %ld, empty %ld%.*s; %.1f s",
             j->files, t->rows, w->all_d, w->all_r, w->all_n, t->totals, t->blocks, t->empty, STR_ARG(more),
             prog_seconds());
    reason_counts_log(&j->reasons);
}

static void run(struct job *j, char **files, int n, struct err *e)
{
    struct stream_writer w;
    j->files = n;
    if (j->name && n > 1) {
        err_set(e, ST_USAGE, "--name goes with a single file");
        return;
    }
    bool ok = limit_given(e) && layouts_read(&j->layouts, prog_etc(j->etc), e);
    for (int i = 0; i < n && ok; i++)
        ok = out_apart(j->output, files[i], e);
    struct out *out = ok ? out_open(j->output, e) : NULL;
    ok = out != NULL;
    if (ok) {
        stream_writer_init(&w, out);
        w.remarked = reason_counted;
        w.context = &j->reasons;
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
    layouts_done(&j->layouts);
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
                 "fits and writes the record stream as found, for kp2s-transform. Each layout that\n"
                 "fits a file makes it a source; no two may read the same table.\n\n" SANDBOX_HELP,
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
