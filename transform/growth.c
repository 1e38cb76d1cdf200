/* kp2s-growth - z-scores and categories of nutrition behind the rows of a CSV file.
 *
 * In: a CSV file with a header, parted by "," or ";", a child's measures a row (growthrow.h). Out: the same
 * rows, byte for byte, and behind each what zscore.h and nutrition.h make of it, and why not. Refused: a
 * header without the columns that are needed, a row with more cells than the header, and damaged quotes, for
 * then it is not sure which cell is which. Memory does not grow with the rows.
 */
#include "growthrow.h"
#include "nutrition.h"

#include "out.h"
#include "prog.h"

#include <math.h>
#include <stdlib.h>

struct options {
    const char *etc, *prefix, *output;
    const char *column; /* the last --column; all of them by prog_given() */
};

/* What is written behind a row, in this order. */
static const char *const results[] = {
    "clenhei", "bmi",                                         /* cm, kg/m² */
    "haz",     "waz",   "whz",   "baz",   "hcaz",   "acaz",   /* by enum zscore_index */
    "f_haz",   "f_waz", "f_whz", "f_baz", "f_hcaz", "f_acaz", /* 1 implausible, 0 not */
    "tb_u",    "bb_u",  "bb_tb", "imt_u",                     /* by enum zscore_index */
    "reason",
};
enum { RESULTS = sizeof results / sizeof *results };

struct run {
    struct zscore *standards;
    struct growthrow_header header;
    struct csv *in;
    struct out *out;
    size_t columns; /* of the input */
    char separator, mark;
    const char *end; /* of lines: that of the header */
    long rows, scored, flagged, faulty;
};

/* --- what is written --- */

/* A number in steps of 1/scale, a power of ten; without the zeros at its end when brief. */
static char *put_number(char *to, long n, long scale, bool brief, char mark)
{
    char digits[24];
    size_t len = 0;
    if (n < 0)
        *to++ = '-';
    n = labs(n);
    for (; brief && scale > 1 && n % 10 == 0; scale /= 10)
        n /= 10;
    do {
        if (scale == 1 && len > 0)
            digits[len++] = mark;
        digits[len++] = (char)('0' + n % 10);
        n /= 10;
        scale /= 10;
    } while (n > 0 || scale > 0);
    while (len > 0)
        *to++ = digits[--len];
    return to;
}

static char *put_measure(char *to, double value, char mark)
{
    enum { STEPS = 10000 };
    return value > 0 ? put_number(to, lround(value * STEPS), STEPS, true, mark) : to;
}

static char *put_faults(char *to, const struct growthrow *row)
{
    for (size_t i = 0; i < row->faults; i++) {
        if (i > 0)
            *to++ = ' ';
        if (row->fault[i].column != GROWTHROW_COLUMNS) {
            to = str_copy(to, str_c(growthrow_names[row->fault[i].column]));
            *to++ = ':';
        }
        to = str_copy(to, str_c(reasons[row->fault[i].reason].code));
    }
    return to;
}

/* Where it goes has room for all that a row can get. */
static char *put_results(char *to, const struct run *run, const struct growthrow *row,
                         const struct zscore_result *scores)
{
    *to++ = run->separator;
    to = put_measure(to, scores->height, run->mark);
    *to++ = run->separator;
    to = put_measure(to, scores->bmi, run->mark);
    for (int i = 0; i < ZSCORE_INDICES; i++) {
        *to++ = run->separator;
        if (scores->z[i] != ZSCORE_NONE)
            to = put_number(to, scores->z[i], 100, false, run->mark);
    }
    for (int i = 0; i < ZSCORE_INDICES; i++) {
        *to++ = run->separator;
        if (scores->z[i] != ZSCORE_NONE)
            *to++ = scores->flagged[i] ? '1' : '0';
    }
    for (enum zscore_index i = 0; i < ZSCORE_CATEGORIES; i++) {
        *to++ = run->separator;
        if (row->sex_known)
            to = str_copy(to, str_c(nutrition_of(i, &row->child, scores)));
    }
    *to++ = run->separator;
    return put_faults(to, row);
}

/* The record as it was read, without its end. */
static void copy_record(struct out *out, struct str raw)
{
    while (raw.len > 0 && (raw.ptr[raw.len - 1] == '\n' || raw.ptr[raw.len - 1] == '\r'))
        raw.len--;
    out_write(out, raw.ptr, raw.len);
}

/* --- rows --- */

/* Adds what only the scores tell. */
static void look_at(struct growthrow *row, const struct zscore_result *scores)
{
    const struct zscore_child *c = &row->child;
    if (row->faults == 0 && c->weight <= 0 && c->height <= 0 && c->head <= 0 && c->arm <= 0)
        growthrow_fault(row, GROWTHROW_WEIGHT, REASON_measure_missing);
    if (scores->bmi > 0 && !c->oedema && c->age_days <= ZSCORE_LAST_DAY &&
        scores->z[ZSCORE_WH] == ZSCORE_NONE)
        growthrow_fault(row, GROWTHROW_LENHEI, REASON_number_range);
}

static void score(struct run *run, struct growthrow *row, struct zscore_result *scores)
{
    bool scored = false, flagged = false;
    zscore_compute(run->standards, &row->child, scores);
    if (row->sex_known)
        look_at(row, scores);
    for (int i = 0; i < ZSCORE_INDICES; i++) {
        if (!row->sex_known)
            scores->z[i] = ZSCORE_NONE;
        scored = scored || scores->z[i] != ZSCORE_NONE;
        flagged = flagged || (scores->z[i] != ZSCORE_NONE && scores->flagged[i]);
    }
    run->rows++;
    run->scored += scored;
    run->flagged += flagged;
    run->faulty += row->faults > 0;
}

/* A row that is short is made as long as the header, and not scored: what of it is missing is not known. */
static void one_row(struct run *run, const struct csv_record *record)
{
    enum { MOST = 2048 };
    struct growthrow row;
    struct zscore_result scores;
    if (record->n < run->columns)
        growthrow_short(&row);
    else
        growthrow_read(&row, &run->header, record);
    score(run, &row, &scores);
    copy_record(run->out, record->raw);
    for (size_t i = record->n; i < run->columns; i++)
        out_write(run->out, &run->separator, 1);
    char *to = put_results(out_room(run->out, MOST), run, &row, &scores);
    out_filled(run->out, str_copy(to, str_c(run->end)));
}

static bool is_empty(const struct csv_record *record)
{
    return record->n == 1 && record->field[0].len == 0;
}

static bool rows(struct run *run, struct err *e)
{
    struct csv_record record;
    int got;
    while ((got = csv_next(run->in, &record, e)) == 1 && !out_failed(run->out)) {
        if (is_empty(&record))
            continue;
        if (record.n > run->columns) {
            err_set(e, ST_UNREADABLE, "%zu cells in a row where the header has %zu", record.n, run->columns);
            err_place(e, "%s, line %ld", csv_name(run->in), record.line);
            return err_hint(e, "a text with '%c' in it must stand in double quotes", run->separator);
        }
        one_row(run, &record);
    }
    return got >= 0;
}

/* --- the header --- */

/* NAME=HEADING of each --column. */
static bool read_headings(const char *heading[GROWTHROW_COLUMNS], struct err *e)
{
    const char *text;
    for (size_t n = 0; (text = prog_given("column", n)) != NULL; n++) {
        struct str rest = str_c(text), name = str_cut(&rest, '=');
        int i = 0;
        while (i < GROWTHROW_COLUMNS && !str_is(name, growthrow_names[i]))
            i++;
        if (i == GROWTHROW_COLUMNS || rest.len == 0) {
            err_set(e, ST_USAGE, "'%s' is not NAME=HEADING", text);
            return err_hint(e, "NAME is sex, age_days, birth_date, measured_on, age_months, weight, lenhei, "
                               "measure, oedema, headc or armc");
        }
        heading[i] = rest.ptr;
    }
    return true;
}

/* Two columns of one name cannot be told apart by who reads the output. */
static bool names_are_free(const struct csv_record *names, const char *prefix, const char *file,
                           struct err *e)
{
    struct arena a = {0};
    bool ok = true;
    for (size_t i = 0; ok && i < RESULTS; i++) {
        struct str name = str_fold(&a, arena_printf(&a, "%s%s", prefix, results[i]));
        for (size_t k = 0; ok && k < names->n; k++)
            if (str_eq(str_fold(&a, names->field[k]), name)) {
                err_set(e, ST_UNREADABLE, "there is a column '%.*s' already", STR_ARG(name));
                err_place(e, "%s, line 1", file);
                ok = err_hint(e, "give the new columns other names: --prefix who_");
            }
    }
    arena_done(&a);
    return ok;
}

static bool header(struct run *run, const char *prefix, struct err *e)
{
    const char *heading[GROWTHROW_COLUMNS] = {NULL}, *file = csv_name(run->in);
    struct csv_record names;
    if (!read_headings(heading, e))
        return false;
    int got = csv_next(run->in, &names, e);
    if (got == 0)
        return err_set(e, ST_UNREADABLE, "no header line in '%s'", file);
    if (got < 0 || !growthrow_find(&run->header, &names, heading, file, e) ||
        !names_are_free(&names, prefix, file, e))
        return false;
    size_t len = names.raw.len;
    run->columns = names.n;
    run->separator = csv_separator(run->in);
    run->mark = run->separator == ';' ? ',' : '.';
    run->end = len > 1 && names.raw.ptr[len - 2] == '\r' ? "\r\n" : "\n";
    if (csv_marked(run->in))
        out_write(run->out, "\xEF\xBB\xBF", 3);
    copy_record(run->out, names.raw);
    for (size_t i = 0; i < RESULTS; i++) {
        out_write(run->out, &run->separator, 1);
        out_write(run->out, prefix, strlen(prefix));
        out_write(run->out, results[i], strlen(results[i]));
    }
    out_write(run->out, run->end, strlen(run->end));
    return true;
}

/* --- the program --- */

static bool pass(struct run *run, const struct options *o, struct err *e)
{
    struct arena a = {0};
    csv_either(run->in);
    run->standards = zscore_open(arena_printf(&a, "%s/growth", prog_etc(o->etc)).ptr, e);
    bool ok = run->standards && header(run, o->prefix, e) && rows(run, e);
    zscore_close(run->standards);
    arena_done(&a);
    return ok;
}

static bool run_all(const struct options *o, const char *input, struct err *e)
{
    struct run run = {0};
    if (strpbrk(o->prefix, ",;\"\r\n")) {
        err_set(e, ST_USAGE, "'%s' is no prefix of a column's name", o->prefix);
        return err_hint(e, "leave out separators and quotes");
    }
    if (!out_apart(o->output, input, e) || !(run.in = csv_open(input, e)))
        return false;
    run.out = out_open(o->output, e);
    bool ok = run.out && pass(&run, o, e);
    if (run.out && !ok && o->output)
        out_abandon(run.out);
    else if (run.out && !out_commit(run.out, e))
        ok = false;
    csv_close(run.in);
    if (ok)
        prog_log(LOG_INFO, "%ld rows, %ld with z-scores, %ld of them flagged; %ld with a reason, %.2f s",
                 run.rows, run.scored, run.flagged, run.faulty, prog_seconds());
    return ok;
}

int main(int argc, char **argv)
{
    struct options o = {.prefix = ""};
    const struct option_spec options[] = {
        {'c', "column", "NAME=HEADING", "the column NAME is headed HEADING in this file; may be repeated",
         &o.column, NULL},
        {0, "prefix", "TEXT", "put TEXT before the names of the new columns", &o.prefix, NULL},
        {0, "etc", "DIR", "folder with growth/; default KP2S_ETC", &o.etc, NULL},
        {'o', "output", "FILE", "write to FILE instead of standard output", &o.output, NULL},
        {0},
    };
    const struct prog program = {
        .name = "kp2s-growth",
        .synopsis = "[-c NAME=HEADING]… [--prefix TEXT] [--etc DIR] [-o OUT] [IN]",
        .about =
            "Reads a CSV file of children's measures and writes it with z-scores of the WHO Child Growth\n"
            "Standards 2006, their flags, and the categories of Permenkes 2/2020 behind each row. Columns:\n"
            "sex, age_days (or birth_date and measured_on, or age_months), weight, lenhei, measure, oedema,\n"
            "headc, armc.",
        .examples = "  kp2s-growth children.csv > scored.csv\n"
                    "  kp2s-growth -c sex=JK -c weight=Berat -c lenhei=Tinggi -o scored.csv children.csv",
        .options = options,
        .max_operands = 1,
    };
    char **operands;
    int n, status;
    struct err e = {0};
    if (!prog_begin(&program, argc, argv, &operands, &n, &status))
        return status;
    run_all(&o, n ? operands[0] : NULL, &e);
    return prog_end(&program, &e);
}
