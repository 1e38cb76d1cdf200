/* kp2s-load - makes each source of a stream of records as meant a submission of the warehouse.
 *
 * in:  the record stream kp2s-transform writes (doc/streams.md)
 * out: facts, submission, lineage and remarks in the warehouse, one transaction for each source, after its E
 * record was read and agrees, or for the first sources of a month or a year together (group.h). On standard
 * output a CSV line for each source: loaded, already, superseded, dry-run
 * refuses: streams of another stage, cut or with books that do not balance; codes the catalogue does not
 * know; values no form can mean; sources without a record left; more rejected records than --max-rejects,
 * more withdrawn ones than --max-withdrawn without --confirm; closed periods without --override
 */
#include "err.h"
#include "group.h"
#include "loadkind.h"
#include "out.h"
#include "pg.h"
#include "prog.h"
#include "reason.h"
#include "stream.h"

#include "sql/load/statistics.sql.h"

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

struct load {
    const char *db, *path;
    struct pg pg;
    struct out *out;
    struct submit_options submit;
    struct group group;
    struct reject_limit limit;
    bool new_part[KIND_COUNT]; /* a group of the kind was published */
    long sources, records, rejected;
};

static void print_field(struct out *out, struct str s)
{
    out_comma(out);
    out_field(out, s);
}

static void print_number(struct out *out, long n)
{
    char text[24];
    out_write(out, text, (size_t)snprintf(text, sizeof text, ",%ld", n));
}

static void tell(struct load *l, const struct source *s, const struct outcome *o)
{
    static const char *const results[] = {"loaded", "dry-run", "already", "superseded"};
    out_field(l->out, str_c(results[o->result]));
    print_field(l->out, str_c(o->result == SUBMIT_DRY ? "" : o->submission));
    print_field(l->out, s->form);
    print_field(l->out, s->scope);
    print_field(l->out, s->period);
    print_field(l->out, s->part);
    print_number(l->out, s->d);
    print_number(l->out, o->added);
    print_number(l->out, o->changed);
    print_number(l->out, o->unchanged);
    print_number(l->out, o->withdrawn);
    print_number(l->out, o->returned);
    print_number(l->out, o->taken_over);
    print_number(l->out, s->r);
    print_field(l->out, s->file);
    out_line(l->out);
    if (s->erased.rows > 0)
        prog_log(LOG_WARN, "'%.*s': %zu records of persons who were erased were passed over",
                 STR_ARG(s->file), s->erased.rows);
    if (o->result == SUBMIT_REPLAYED)
        prog_log(LOG_WARN,
                 "'%.*s' was loaded before as submission %s and is superseded by submission %s: nothing done "
                 "(--again loads it nevertheless)",
                 STR_ARG(s->file), o->submission, o->predecessor);
    else if (o->result == SUBMIT_ALREADY)
        prog_log(LOG_INFO, "'%.*s' is already loaded as submission %s: nothing done", STR_ARG(s->file),
                 o->submission);
    else
        prog_log(LOG_INFO,
                 "'%.*s' (%.*s, %.*s, %.*s) %s %ld records: %ld new, %ld changed, %ld unchanged; %ld "
                 "withdrawn, %ld "
                 "returned, %ld taken over; %ld rejected; supersedes submission %s",
                 STR_ARG(s->file), STR_ARG(s->form), STR_ARG(s->scope), STR_ARG(s->period),
                 o->result == SUBMIT_DRY ? "would load" : "loaded", s->d, o->added, o->changed, o->unchanged,
                 o->withdrawn, o->returned, o->taken_over, s->r,
                 o->predecessor[0] == '0' ? "none" : o->predecessor);
}

static void done(struct load *l, const struct source *s, const struct outcome *o)
{
    tell(l, s, o);
    l->sources++;
    l->records += s->d;
    l->rejected += s->r;
}

/* The sources that were kept back to be loaded together are published, and told. */
static bool publish(struct load *l, struct err *e)
{
    bool ok = group_publish(&l->group, e);
    if (l->group.published)
        l->new_part[l->group.kind] = true;
    for (size_t i = 0; l->group.published && i < l->group.n; i++)
        done(l, &l->group.member[i].source, &l->group.member[i].outcome);
    group_done(&l->group);
    return ok;
}

static bool finish_source(struct load *l, struct stage *stage, const struct stream_reader *reader,
                          const struct record *r, struct err *e)
{
    struct outcome o;
    const struct source *s = &stage->source;
    if (!stage_end(stage, reader, r, e))
        return false;
    if (reject_limit_passed(&l->limit, s->r, s->d, true))
        return err_set(e, ST_REFUSED, "%ld of %ld records rejected, more than --max-rejects %ld%s", s->r,
                       s->r + s->d, l->limit.most, l->limit.percent ? "%" : "");
    bool taken;
    if (!group_take(&l->group, &stage->source, &taken, e))
        return false;
    if (taken)
        return true;
    long lost = l->pg.lost;
    if (!publish(l, e))
        return false;
    if (l->pg.lost != lost) { /* and found again: but what this source was staged in is gone */
        err_set(e, ST_TEMPORARY, "the connection was lost while the sources before were published");
        return err_hint(e, "load again: what was published is there, and nothing happens to it");
    }
    if (!group_divide(&l->group, s, e) || !submit(&l->pg, s, &l->submit, &o, e))
        return false;
    done(l, s, &o);
    return true;
}

/* There are rows enough to know whether they are of a span that is made anew. */
static bool place(struct load *l, struct stage *stage, struct err *e)
{
    return group_begin(&l->group, &stage->source, stage_held(stage), e) &&
           stage_place(stage, &l->group.into, e);
}

/* A record of the stream; sources that were done before the connection was lost are passed over. */
static bool take(struct load *l, struct stage *stage, const struct stream_reader *reader,
                 const struct record *r, struct err *e)
{
    if (r->rec == 'H' || reader->source <= l->sources + (long)l->group.n)
        return true;
    switch (r->rec) {
    case 'S':
        stage_done(stage);
        l->group.from = reader->promised > reader->source ? GROUP_FROM_MANY : GROUP_FROM;
        return stage_begin(stage, &l->pg, reader, r, &l->group.into, e);
    case 'E':
        return finish_source(l, stage, reader, r, e);
    default:
        return stage_record(stage, r, e) && (stage_held(stage) < l->group.from || place(l, stage, e));
    }
}

/* Text the database cannot hold, from anywhere in the stream: its own words would not help. */
static bool tell_encoding(const struct load *l, struct err *e)
{
    if (e->status != ST_REFUSED || strcmp(l->pg.state, "22021") != 0)
        return false;
    *e = (struct err){0};
    err_set(e, ST_REFUSED, "the stream holds text that is not UTF-8");
    return err_hint(
        e, "make it again with kp2s-extract and kp2s-transform; a program that edits it must write UTF-8");
}

/* The stream ended, well or not: what was kept back of it until then is published if the server is there. */
static bool settle(struct load *l, bool ok, struct err *e)
{
    struct err failure = {0};
    if (!ok && PQstatus(l->pg.conn) != CONNECTION_OK) {
        group_done(&l->group);
        return false;
    }
    bool published = (ok || group_undo(&l->group, &failure)) && publish(l, &failure);
    if (ok && !published)
        *e = failure;
    return ok && published;
}

static bool load_stream(struct load *l, struct err *e)
{
    struct stream_reader reader;
    struct record r;
    struct stage stage = {0};
    int got;
    bool ok = true;
    if (!stream_open(&reader, l->path, e))
        return false;
    while (ok && (got = stream_next(&reader, &r, e)) != 0)
        ok = got == 1 && (take(l, &stage, &reader, &r, e) || tell_encoding(l, e) ||
                          err_place(e, "source %ld '%.*s', line %ld", reader.source, STR_ARG(reader.file),
                                    reader.csvrec.line));
    stage_done(&stage);
    stream_close(&reader);
    return settle(l, ok, e);
}

/* A pipe cannot be read again. */
static bool is_file(const char *path)
{
    struct stat s;
    return path && strcmp(path, "-") != 0 && stat(path, &s) == 0 && S_ISREG(s.st_mode);
}

/* When the connection is lost, what the server had of the present source is gone: it is read again, from a
 * file. */
static bool load_all(struct load *l, struct err *e)
{
    enum { ATTEMPTS = 4 }; /* at one source */
    int left = ATTEMPTS;
    for (;;) {
        struct err failure = {0};
        long sources = l->sources, lost = l->pg.lost;
        if (load_stream(l, &failure))
            return true;
        left = l->sources > sources ? ATTEMPTS - 1 : left - 1;
        if (failure.status != ST_TEMPORARY || l->pg.lost == lost || left == 0 || !is_file(l->path)) {
            *e = failure;
            return false;
        }
        prog_log(LOG_INFO, "%s: once more from source %ld on", failure.text, l->sources + 1);
        /* it may have been taken up again already, to ask what became of a COMMIT */
        if (PQtransactionStatus(l->pg.conn) != PQTRANS_IDLE && !pg_reconnect(&l->pg, e))
            return false;
    }
}

/* Of a partition that is new the server knows nothing yet, and plans as if it were empty; what changes later
 * it follows by itself. */
static void analyze(struct load *l)
{
    for (int kind = 0; kind < KIND_COUNT; kind++) {
        struct arena a = {0};
        struct err e = {0};
        if (l->new_part[kind] &&
            !pg_run(&l->pg, loadkind_sql(&a, (enum kind)kind, sql_load_statistics, NULL), &e))
            prog_log(LOG_WARN, "no statistics were made: %s", e.text);
        arena_done(&a);
    }
}

static bool run(struct load *l, struct err *e)
{
    static const char header[] =
        "result,submission,form,scope,period,part,records,new,changed,unchanged,withdrawn,returned,"
        "taken_over,rejected,file\n";
    if (!pg_connect(&l->pg, l->db, e))
        return false;
    l->out = out_open(NULL, e);
    if (!l->out) {
        pg_close(&l->pg);
        return false;
    }
    out_write(l->out, header, sizeof header - 1);
    l->group = (struct group){.pg = &l->pg, .options = &l->submit};
    bool ok = load_all(l, e);
    analyze(l);
    ok = out_commit(l->out, e) && ok; /* also after a failure: earlier sources were loaded */
    pg_close(&l->pg);
    return ok;
}

static bool count_option(const char *name, const char *text, long *value, struct err *e)
{
    return !text || (str_to_long(str_c(text), value) && *value <= 1000000) ||
           err_set(e, ST_USAGE, "--%s must be a whole number up to 1000000, not '%s'", name, text);
}

int main(int argc, char **argv)
{
    struct load l = {.submit.wait = 60};
    const char *max_rejects = NULL, *max_withdrawn = "20%", *wait = NULL;
    const struct option_spec options[] = {
        {0, "db", "CONNINFO", "the database; default: KP2S_DB, else libpq's environment", &l.db, NULL},
        {0, "max-rejects", "N", "refuse a source with more than N rejected records, or N%", &max_rejects,
         NULL},
        {'n', "dry-run", NULL, "do everything but the last step: nothing is kept", NULL, &l.submit.dry_run},
        {0, "again", NULL, "also load a file that was loaded before and is superseded", NULL,
         &l.submit.again},
        {0, "max-withdrawn", "N",
         "ask first when a file no longer tells more than N records, or N%, of the one that it supersedes; "
         "default 20%",
         &max_withdrawn, NULL},
        {0, "confirm", NULL, "load it nevertheless", NULL, &l.submit.confirmed},
        {0, "override", "REASON", "load into a closed period; the reason is kept", &l.submit.override, NULL},
        {0, "wait", "SECONDS", "wait that long for another load of the same slot; default 60", &wait, NULL},
        {0},
    };
    const struct prog prog = {
        .name = "kp2s-load",
        .synopsis = "[--db CONNINFO] [--max-rejects N] [--max-withdrawn N] [--confirm] [--override REASON] "
                    "[--dry-run] "
                    "[--again] [--wait SECONDS] [STREAM]",
        .about = "Makes each source of a stream that kp2s-transform wrote a submission of the warehouse: one "
                 "transaction\n"
                 "each, after its E record was read and agrees. A corrected file supersedes the one before "
                 "it for the\n"
                 "same form, region and period; the same bytes again change nothing. Prints a CSV line for "
                 "each source.",
        .examples = "  kp2s-extract x.xlsx | kp2s-transform | kp2s-load\n  kp2s-load --dry-run x.csv.gz",
        .options = options,
        .max_operands = 1,
    };
    char **operands;
    int n, status;
    if (!prog_begin(&prog, argc, argv, &operands, &n, &status))
        return status;
    struct err e = {0};
    if (l.submit.override && !*l.submit.override)
        err_set(&e, ST_USAGE, "--override needs a reason");
    else if (reject_limit_read(max_rejects, &l.limit, &e) &&
             reject_limit_read(max_withdrawn, &l.submit.withdrawn, &e) &&
             count_option("wait", wait, &l.submit.wait, &e)) {
        l.path = n ? operands[0] : NULL;
        run(&l, &e);
        prog_log(LOG_INFO, "%ld sources, %ld records, %ld rejected; %.1f s", l.sources, l.records, l.rejected,
                 prog_seconds());
    }
    return prog_end(&prog, &e);
}
