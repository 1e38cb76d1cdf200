/* kp2s-trace - from a figure back to the cells of the agencies' files it was made of.
 *
 * in:  trace ids (submission:table:row, or submission:table:row:cell), or a figure of the review; the archive
 * of original files out: CSV trace_id,file,sha256,sheet,cell,field,text; text is exactly what the cell holds
 * refuses: figures and trace ids that are none, originals the archive lacks or that were changed. NIK, names
 * and parents are given only with --personal
 */
#include "cells.h"
#include "err.h"
#include "mask.h"
#include "kind.h"
#include "out.h"
#include "pg.h"
#include "prog.h"

#include "sql/trace/assessment.sql.h"
#include "sql/trace/convergence.sql.h"
#include "sql/trace/coverage.sql.h"
#include "sql/trace/evidence.sql.h"
#include "sql/trace/fact.sql.h"
#include "sql/trace/prevalence.sql.h"
#include "sql/trace/score.sql.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { BATCH = 2000, MOST_CELLS = 40 * BATCH, ASK = 5000 /* cells asked of kp2s-sheet at a time */ };

struct trace {
    struct pg pg;
    struct out *out;
    struct arena arena; /* of a batch */
    struct cell_wanted *wanted;
    size_t n;
    long facts, cells;
    const char *db, *archive, *year, *region, *figure, *system;
    bool personal;
    char warned[24]; /* the submission last said to be superseded */
};

/* The columns of sql/trace/…: a fact and where it stands; the last two only of fact.sql. */
enum {
    SUBMISSION,
    TABLE_NO,
    ROW_NO,
    CELL,
    KIND,
    FILE_NAME,
    SHA256,
    SHEET,
    FIELDS,
    SUPERSEDED_BY,
    SUPERSEDED_AT
};

/* --- output --- */

/* Fields that transform reads strictly: a record that has become a fact holds no name in them. */
static bool read_strictly(struct str field)
{
    static const char *const names[] = {"province",        "regency", "district", "village",
                                        "kemendagri_code", "sex",     "weight",   "height",
                                        "state",           "period",  "year",     NULL};
    const char *const *name = names;
    while (*name && !str_is(field, *name))
        name++;
    return *name != NULL;
}

static bool has_letter(struct str s)
{
    size_t i = 0;
    while (i < s.len && (unsigned char)(s.ptr[i] | 32) < 'a')
        i++;
    return i < s.len;
}

/* People type names and numbers into other cells than those for them. */
static struct str shown(struct trace *t, const struct cell_wanted *w)
{
    enum { SHOWN = 2 };
    if (t->personal)
        return w->text;
    if (!w->of_person || read_strictly(w->field) || !has_letter(w->text))
        return mask_numbers(&t->arena, w->text);
    size_t n = 0;
    for (int characters = 0; n < w->text.len; n++)
        if (((unsigned char)w->text.ptr[n] & 0xC0) != 0x80 && ++characters > SHOWN)
            break;
    return n == w->text.len ? w->text : arena_printf(&t->arena, "%.*s\xE2\x80\xA6", (int)n, w->text.ptr);
}

static void print(struct trace *t, const struct cell_wanted *w)
{
    const struct str fields[] = {w->trace_id, w->file,  w->sha256,  w->sheet,
                                 w->address,  w->field, shown(t, w)};
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
        if (i > 0)
            out_comma(t->out);
        out_field(t->out, fields[i]);
    }
    out_line(t->out);
}

/* Reads and prints what is wanted, sheet by sheet. */
static bool flush(struct trace *t, struct err *e)
{
    for (size_t i = 0, n; i < t->n; i += n) {
        for (n = 1; i + n < t->n && n < ASK && str_eq(t->wanted[i].sha256, t->wanted[i + n].sha256) &&
                    str_eq(t->wanted[i].sheet, t->wanted[i + n].sheet);
             n++)
            ;
        if (!cells_read(t->archive, t->wanted + i, n, &t->arena, e))
            return false;
        for (size_t k = 0; k < n; k++)
            print(t, &t->wanted[i + k]);
    }
    t->cells += (long)t->n;
    t->n = 0;
    arena_reset(&t->arena);
    return true;
}

/* --- from a fact to its cells --- */

static struct str copied(struct trace *t, const PGresult *facts, int i, int column)
{
    return arena_dup(&t->arena, pg_field(facts, i, column));
}

static bool has_cell(struct str list, struct str cell)
{
    while (list.len > 0)
        if (str_eq(str_cut(&list, ' '), cell))
            return true;
    return false;
}

/* The first address of the list; empty when there is none. */
static struct str first_cell(struct str list)
{
    while (list.len > 0) {
        struct str cell = str_cut(&list, ' ');
        if (!str_is(cell, "-"))
            return cell;
    }
    return list;
}

static void want(struct trace *t, const struct cell_wanted *of, struct str field, struct str address)
{
    if (t->n == MOST_CELLS)
        BUG("more cells of a record than there are fields");
    t->wanted[t->n] = *of;
    t->wanted[t->n].field = field;
    t->wanted[t->n++].address = address;
}

/* The cells that hold the record's values, which it names itself. */
static void want_values(struct trace *t, const struct cell_wanted *of, enum kind kind, struct str cells)
{
    for (size_t k = 0; cells.len > 0 && kind_values[kind][k]; k++) {
        struct str address = str_cut(&cells, ' ');
        if (!str_is(address, "-"))
            want(t, of, str_c(kind_values[kind][k]), address);
    }
}

/* The fields that stand in a column of their own: name:COLUMN … of the table; all, or only those of persons.
 */
static void want_fields(struct trace *t, const struct cell_wanted *of, struct str fields, struct str row,
                        bool all, struct str only)
{
    while (fields.len > 0) {
        struct str column = str_cut(&fields, ' '), name = str_cut(&column, ':');
        bool personal = kind_personal(name);
        struct str address = arena_printf(&t->arena, "%.*s%.*s", STR_ARG(column), STR_ARG(row));
        if (column.len > 0 && (personal ? t->personal : all) && (only.len == 0 || str_eq(only, address)))
            want(t, of, name, address);
    }
}

/* cell: the one asked for; empty: all. *found is set when the fact is meant. */
static bool want_fact(struct trace *t, const PGresult *facts, int i, struct str cell, bool *found,
                      struct err *e)
{
    struct str list = copied(t, facts, i, CELL), row = copied(t, facts, i, ROW_NO);
    enum kind kind = kind_of(pg_field(facts, i, KIND));
    if (kind == KIND_COUNT)
        return err_set(e, ST_REFUSED, "a submission of unknown kind '%s'", PQgetvalue(facts, i, KIND));
    if (cell.len > 0 && list.len > 0 && !has_cell(list, cell))
        return true;
    struct str first = first_cell(list);
    struct cell_wanted of = {
        .trace_id = arena_printf(&t->arena, "%s:%s:%s%s%.*s", PQgetvalue(facts, i, SUBMISSION),
                                 PQgetvalue(facts, i, TABLE_NO), PQgetvalue(facts, i, ROW_NO),
                                 first.len ? ":" : "", STR_ARG(first)),
        .file = copied(t, facts, i, FILE_NAME),
        .sha256 = copied(t, facts, i, SHA256),
        .sheet = copied(t, facts, i, SHEET),
        .of_person = kind == KIND_MEASUREMENT || kind == KIND_SERVICE,
    };
    bool by_fields = list.len == 0;
    size_t before = t->n;
    want_values(t, &of, kind, list);
    want_fields(t, &of, copied(t, facts, i, FIELDS), row, by_fields, by_fields ? cell : STR(""));
    *found = *found || cell.len == 0 || t->n > before;
    t->facts++;
    return true;
}

/* --- trace ids --- */

static void warn_superseded(struct trace *t, const PGresult *facts)
{
    if (PQntuples(facts) == 0 || PQgetisnull(facts, 0, SUPERSEDED_BY) ||
        strcmp(t->warned, PQgetvalue(facts, 0, SUBMISSION)) == 0)
        return;
    snprintf(t->warned, sizeof t->warned, "%s", PQgetvalue(facts, 0, SUBMISSION));
    prog_log(LOG_WARN, "submission %s is superseded by %s since %s", t->warned,
             PQgetvalue(facts, 0, SUPERSEDED_BY), PQgetvalue(facts, 0, SUPERSEDED_AT));
}

static bool trace_id(struct trace *t, const char *id, struct err *e)
{
    struct arena a = {0};
    struct str rest = str_c(id), part[3];
    const char *params[3];
    long number;
    bool good = true, found = false, ok = true;
    for (int i = 0; i < 3; i++) {
        part[i] = str_cut(&rest, ':');
        good = good && part[i].len <= (i == 0 ? 18 : i == 1 ? 4 : 9) && str_to_long(part[i], &number);
        params[i] = arena_cstr(&a, part[i]);
    }
    PGresult *facts = good ? pg_query(&t->pg, sql_trace_fact, 3, params, e) : NULL;
    if (!good) {
        err_set(e, ST_USAGE, "'%s' is no trace id", id);
        err_hint(e, "a trace id is submission:table:row or submission:table:row:cell, as in bi.coverage");
    }
    ok = facts != NULL;
    if (ok)
        warn_superseded(t, facts);
    for (int i = 0; ok && i < PQntuples(facts); i++)
        ok = want_fact(t, facts, i, rest, &found, e);
    PQclear(facts);
    arena_done(&a);
    if (ok && !found)
        ok = err_set(e, ST_NOINPUT, "no fact has the trace id '%s'", id);
    return ok && flush(t, e);
}

/* --- figures --- */

static const struct figure {
    const char *prefix; /* what follows it is given to the query */
    const char *fixed;  /* … or this, when the figure is the prefix alone */
    const char *parts;  /* what may follow it, each after a blank; NULL: anything */
    const char *sql;
    int params;
} figures[] = {
    {"coverage.", NULL, NULL, sql_trace_coverage, 3},
    {"prevalence.", NULL,
     " children measured stunted severely_stunted waz_measured underweight whz_measured wasted overweight "
     "under2.children under2.measured under2.stunted under2.severely_stunted under2.waz_measured "
     "under2.underweight under2.whz_measured under2.wasted under2.overweight ",
     sql_trace_prevalence, 4},
    {"aksi.", NULL, NULL, sql_trace_assessment, 3},
    {"score.", NULL, NULL, sql_trace_score, 3},
    {"evidence.", NULL, NULL, sql_trace_evidence, 3},
    {"convergence.received", "received", NULL, sql_trace_convergence, 3},
    {"convergence", "due", NULL, sql_trace_convergence, 3},
    {"convergence.", NULL, NULL, sql_trace_convergence, 3},
};

static bool is_part(const char *parts, const char *part)
{
    struct arena a = {0};
    const char *word = arena_printf(&a, " %s ", part).ptr;
    bool found = !parts || (!strchr(part, ' ') && strstr(parts, word));
    arena_done(&a);
    return found;
}

/* The entry of a figure and its part; NULL: there is no such figure. */
static const struct figure *find_figure(const char *name, const char **part)
{
    for (size_t i = 0; i < sizeof figures / sizeof *figures; i++) {
        const struct figure *f = &figures[i];
        size_t len = strlen(f->prefix);
        *part = f->fixed ? f->fixed : name + len;
        if (f->fixed ? strcmp(name, f->prefix) == 0 : strncmp(name, f->prefix, len) == 0 && name[len] != '\0')
            return is_part(f->parts, *part) ? f : NULL;
    }
    return NULL;
}

static bool trace_batches(struct trace *t, struct err *e)
{
    char fetch[48];
    bool found = false;
    int n = 0;
    snprintf(fetch, sizeof fetch, "fetch %d from facts", BATCH);
    do {
        PGresult *facts = pg_query(&t->pg, fetch, 0, NULL, e);
        if (!facts)
            return false;
        bool ok = true;
        n = PQntuples(facts);
        for (int i = 0; ok && i < n; i++)
            ok = want_fact(t, facts, i, STR(""), &found, e);
        PQclear(facts);
        if (!ok || !flush(t, e))
            return false;
    } while (n == BATCH);
    return t->facts > 0 ||
           err_set(e, ST_NOINPUT, "no fact contributes to '%s' of '%s' in %s", t->figure, t->region, t->year);
}

static bool trace_figure(struct trace *t, struct err *e)
{
    struct arena a = {0};
    const char *part;
    const struct figure *f = find_figure(t->figure, &part);
    if (!f) {
        err_set(e, ST_USAGE, "'%s' is no figure", t->figure);
        return err_hint(e, "figures: coverage.E11, prevalence.stunted, prevalence.under2.stunted, "
                           "convergence, convergence.received, "
                           "convergence.HB1, aksi.5, aksi.5.1, score.total, evidence.5.1");
    }
    const char *params[] = {t->year, t->region, part, t->system};
    const char *declare = arena_printf(&a, "declare facts no scroll cursor for %s", f->sql).ptr;
    bool ok = pg_run(&t->pg, "begin transaction isolation level repeatable read read only", e) &&
              pg_run_params(&t->pg, declare, f->params, params, NULL, e) && trace_batches(t, e) &&
              pg_run(&t->pg, "commit", e);
    arena_done(&a);
    return ok;
}

/* --- --- */

static bool run(struct trace *t, char **ids, int n, struct err *e)
{
    static const char header[] = "trace_id,file,sha256,sheet,cell,field,text\n";
    if (!pg_connect(&t->pg, t->db, e))
        return false;
    t->out = out_open(NULL, e);
    t->wanted = mem_alloc(MOST_CELLS * sizeof *t->wanted);
    bool ok = t->out != NULL;
    if (ok)
        out_write(t->out, header, sizeof header - 1);
    if (ok && t->figure)
        ok = trace_figure(t, e);
    for (int i = 0; ok && i < n; i++)
        ok = trace_id(t, ids[i], e);
    if (ok)
        ok = out_commit(t->out, e);
    else
        out_abandon(t->out);
    free(t->wanted);
    arena_done(&t->arena);
    pg_close(&t->pg);
    return ok;
}

static bool right_usage(struct trace *t, int n, struct err *e)
{
    long year;
    if (!t->archive)
        t->archive = getenv("KP2S_ARCHIVE");
    if (!t->archive || !*t->archive) {
        err_set(e, ST_USAGE, "no archive of original files is given");
        return err_hint(e, "--archive DIR, or KP2S_ARCHIVE");
    }
    bool some = t->figure || t->year || t->region, all = t->figure && t->year && t->region;
    if (some != all || all == (n > 0))
        return err_set(e, ST_USAGE, "give either trace ids, or --figure with --year and --region");
    if (all && (!str_to_long(str_c(t->year), &year) || year < 2000 || year > 2100))
        return err_set(e, ST_USAGE, "'%s' is no year", t->year);
    return true;
}

int main(int argc, char **argv)
{
    struct trace t = {.system = "e-ppgbm"};
    const struct option_spec options[] = {
        {0, "db", "CONNINFO", "the database; default: KP2S_DB, else libpq's environment", &t.db, NULL},
        {'a', "archive", "DIR", "the archive of original files; default: KP2S_ARCHIVE", &t.archive, NULL},
        {'y', "year", "Y", "performance year of the figure", &t.year, NULL},
        {'r', "region", "CODE", "the figure's region, by its Kemendagri code", &t.region, NULL},
        {'f', "figure", "F", "coverage.E11, prevalence.stunted, convergence, aksi.5.1, …", &t.figure, NULL},
        {0, "system", "NAME", "source system of a prevalence; default e-ppgbm", &t.system, NULL},
        {0, "personal", NULL, "also give NIK, family cards, names and parents of persons, and all as typed",
         NULL, &t.personal},
        {0},
    };
    const struct prog prog = {
        .name = "kp2s-trace",
        .synopsis =
            "[--db CONNINFO] [--archive DIR] [--personal] TRACE_ID… | --year Y --region CODE --figure F",
        .about =
            "Tells of which cells of which files a figure was made, as the agency typed them. Prints CSV:\n"
            "trace_id,file,sha256,sheet,cell,field,text.",
        .examples = "  kp2s-trace --archive inbox 12:1:14:D14\n"
                    "  kp2s-trace --archive inbox --year 2024 --region 62.05 --figure coverage.E11",
        .options = options,
        .max_operands = -1,
    };
    char **operands;
    int n, status;
    if (!prog_begin(&prog, argc, argv, &operands, &n, &status))
        return status;
    struct err e = {0};
    if (right_usage(&t, n, &e) && run(&t, operands, n, &e))
        prog_log(LOG_INFO, "%ld facts, %ld cells; %.1f s", t.facts, t.cells, prog_seconds());
    return prog_end(&prog, &e);
}
