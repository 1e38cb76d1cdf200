/* kp2s-transform - a record stream as found becomes one as meant.
 *
 * In: the stream of kp2s-extract: text as it stands in the cells. Out: the same sources with codes of the
 * catalogues, exact decimal numbers, ISO dates, periods, persons as tokens, z-scores by the WHO standards;
 * each faulty record as an R record with its cell and reason. Refused: a stream that was already transformed,
 * a source without its E, columns that do not belong to the kind, more rejections than allowed. No database,
 * no network. Memory grows with the rows of one source only by the table of duplicates (seen.h).
 */
#include "mask.h"
#include "privacy.h"

#include "prog.h"

#include <stdio.h>
#include <stdlib.h>

struct options {
    const char *etc, *site, *key, *former_key, *pairs, *make_key, *max_rejects, *province, *output;
};

struct run {
    struct stage stage;
    struct stream_reader reader;
    struct stream_writer writer;
    const char *etc, *site, *key;
    struct reject_limit limit;
    bool header; /* one was written, of this kind */
    enum kind header_kind;
    long rejected_here, records;
    struct reason_counts counts;
};

static struct str path_below(struct arena *a, const char *folder, const char *rest)
{
    return arena_printf(a, "%s/%s", folder, rest);
}

static bool open_identity(struct run *run, struct err *e)
{
    const char *path = run->key ? run->key : getenv("KP2S_KEY");
    if (!path || !*path) {
        err_set(e, ST_CONFIG, "records of persons need the identity key, and no key file is named");
        return err_hint(
            e, "name it by --key or KP2S_KEY; kp2s-transform --make-key FILE makes one, once for the "
               "whole warehouse");
    }
    run->stage.identity = identity_open(path, e);
    return run->stage.identity != NULL;
}

/* Under a new key, the pairs of tokens that kp2s-retoken replaces: the ids of both keys, then a line for
 * each. */
static bool open_pairs(struct run *run, const struct options *o, struct err *e)
{
    struct stage *s = &run->stage;
    if (!o->former_key != !o->pairs)
        return err_set(e, ST_USAGE, "--former-key and --pairs are given together");
    if (!o->pairs)
        return true;
    s->former = identity_open(o->former_key, e);
    if (!s->former || !open_identity(run, e))
        return false;
    if (strcmp(identity_key_id(s->former), identity_key_id(s->identity)) == 0)
        return err_set(e, ST_CONFIG, "--key and --former-key hold the same key");
    s->pairs = out_open(o->pairs, e);
    if (!s->pairs)
        return false;
    stage_pair(s, identity_key_id(s->former), identity_key_id(s->identity));
    return true;
}

/* A last line tells that the pairs are whole. */
static bool close_pairs(struct stage *s, bool ok, struct err *e)
{
    if (!s->pairs)
        return ok;
    if (!ok) {
        out_abandon(s->pairs);
        return false;
    }
    stage_pair(s, "end", "end");
    return out_commit(s->pairs, e);
}

static bool of_persons(enum kind kind)
{
    return kind == KIND_MEASUREMENT || kind == KIND_SERVICE;
}

/* What only some kinds need is read when the first source of such a kind comes. */
static bool open_for_kind(struct run *run, enum kind kind, struct err *e)
{
    struct stage *s = &run->stage;
    if (of_persons(kind) && !s->identity && !open_identity(run, e))
        return false;
    if (of_persons(kind) && !s->regwords &&
        !(s->regwords = regwords_open(path_below(&s->source.text, run->etc, "catalogue").ptr, run->site, e)))
        return false;
    if (kind == KIND_MEASUREMENT && !s->growth)
        s->growth = zscore_open(path_below(&s->source.text, run->etc, "growth").ptr, e);
    if (kind == KIND_MEASUREMENT && !s->growth)
        return false;
    return !s->source.has[FIELD_BPS_CODE] ||
           regions_open_bps(s->regions, path_below(&s->source.text, run->etc, "catalogue").ptr, e);
}

static void write_header(struct run *run, enum kind kind)
{
    struct str name[MAX_MEANT];
    size_t n = 0;
    for (; kind_meant[kind][n]; n++)
        name[n] = str_c(kind_meant[kind][n]);
    if (run->header && kind == run->header_kind)
        return;
    stream_header(&run->writer, name, n);
    run->header = true;
    run->header_kind = kind;
}

/* What titles and names of files and sheets say, without numbers of persons; of sources about persons no text
 * of a title that is not what it should be. */
static struct pair as_shown(struct stage *s, struct pair pair)
{
    static const char *const hashes[] = {"sha256", "bytes", "fields", "layout_version", NULL};
    struct arena *a = &s->source.text;
    for (const char *const *name = hashes; *name; name++)
        if (str_is(pair.name, *name))
            return pair;
    if (str_is(pair.name, "assessor_text") || str_is(pair.name, "role_text"))
        pair.value = privacy_digits(a, pair.value);
    else
        pair.value = mask_numbers(a, pair.value);
    if (of_persons(s->source.kind))
        pair.value = privacy_title(s, pair.name, pair.value);
    return pair;
}

static bool begin_source(struct run *run, const struct record *r, struct err *e)
{
    struct stage *s = &run->stage;
    if (str_is(record_pair(r, "stage"), "transform")) {
        err_set(e, ST_REFUSED, "the stream was already transformed");
        return err_place(e, "%s", csv_name(run->reader.csv));
    }
    if (!stage_source(s, &run->reader, r, e) || !open_for_kind(run, s->source.kind, e))
        return false;
    struct pair pair[STREAM_MAX_PAIRS + 3];
    size_t n = 0;
    pair[n++] = (struct pair){STR("stage"), STR("transform")};
    for (size_t i = 0; i < r->pairs; i++)
        if (!str_is(r->pair[i].name, "stage"))
            pair[n++] = as_shown(s, r->pair[i]);
    pair[n++] = (struct pair){STR("register"), regions_edition(s->regions)};
    if (of_persons(s->source.kind))
        pair[n++] = (struct pair){STR("key"), str_c(identity_key_id(s->identity))};
    write_header(run, s->source.kind);
    stream_source(&run->writer, pair, n);
    return true;
}

static void begin_table(struct run *run, const struct record *r)
{
    struct stage *s = &run->stage;
    struct pair pair[STREAM_MAX_PAIRS];
    stage_table(s, r);
    for (size_t i = 0; i < r->pairs; i++)
        pair[i] = as_shown(s, r->pair[i]);
    stream_table(&run->writer, s->place.shown, pair, r->pairs);
}

static bool within_limit(const struct run *run, bool ended, struct err *e)
{
    const struct stream_writer *w = &run->writer;
    if (!reject_limit_passed(&run->limit, w->r, w->d, ended))
        return true;
    err_set(e, ST_REFUSED, "more than %ld%s records rejected", run->limit.most,
            run->limit.percent ? " % of the" : "");
    err_place(e, "source %ld '%.*s'", run->reader.source, STR_ARG(run->reader.file));
    return err_hint(e, "the R records say why; a layout or an edition that does not fit is the usual reason");
}

static bool data(struct run *run, const struct record *r, struct err *e)
{
    static void (*const by_kind[KIND_COUNT])(struct stage *, struct str *) = {
        [KIND_COVERAGE] = coverage_record, [KIND_MEASUREMENT] = measurement_record,
        [KIND_SERVICE] = service_record,   [KIND_ASSESSMENT] = assessment_record,
        [KIND_EVIDENCE] = evidence_record,
    };
    struct stage *s = &run->stage;
    struct str out[MAX_MEANT];
    size_t n = 0;
    run->records++;
    stage_record(s, r);
    by_kind[s->source.kind](s, out);
    if (s->rejected) {
        run->rejected_here++;
    } else {
        while (kind_meant[s->source.kind][n])
            n++;
        stream_data(&run->writer, stage_sheet(s, r->sheet), r->row, r->cell, out, n);
    }
    stage_write_findings(s, &run->writer);
    return within_limit(run, false, e);
}

/* What extract found in cells and headings, as it may be shown. */
static void pass_remark(struct run *run, const struct record *r)
{
    struct stage *s = &run->stage;
    struct remark remark = r->remark;
    arena_reset(&s->scratch);
    remark.value = of_persons(s->source.kind) ? privacy_digits(&s->scratch, remark.value)
                                              : mask_numbers(&s->scratch, remark.value);
    remark.message = mask_numbers(&s->scratch, remark.message);
    stream_remark(&run->writer, stage_sheet(s, r->sheet), r->row, r->cell, &remark);
}

static void end_source(struct run *run)
{
    struct stage *s = &run->stage;
    arena_reset(&s->scratch);
    const struct pair pairs[] = {{STR("scope"), stage_scope(s)},
                                 {STR("period"), stage_source_period(s)},
                                 {STR("part"), stage_part(s)}};
    stream_end(&run->writer, pairs, 3);
}

static bool pass(struct run *run, struct err *e)
{
    struct record r;
    int got;
    while ((got = stream_next(&run->reader, &r, e)) == 1) {
        bool ok = true;
        switch (r.rec) {
        case 'S':
            ok = begin_source(run, &r, e);
            break;
        case 'T':
            begin_table(run, &r);
            break;
        case 'D':
            ok = data(run, &r, e);
            break;
        case 'R':
            pass_remark(run, &r);
            ok = within_limit(run, false, e);
            break;
        case 'E':
            ok = within_limit(run, true, e);
            if (ok)
                end_source(run);
            break;
        default: /* a header: its columns are looked at when the source begins */
            break;
        }
        if (!ok)
            return false;
        if (out_failed(run->writer.out))
            return true; /* the reader of our output is gone: out_commit says so */
    }
    return got == 0;
}

static bool open_catalogues(struct run *run, const struct options *o, struct err *e)
{
    struct arena a = {0};
    const char *folder = path_below(&a, run->etc, "catalogue").ptr;
    struct stage *s = &run->stage;
    run->site = o->site ? o->site : getenv("KP2S_SITE");
    if (run->site && !*run->site)
        run->site = NULL;
    s->regions = regions_open(folder, run->site, e);
    bool ok = s->regions && catalogue_open(&s->catalogue, folder, e);
    arena_done(&a);
    if (!ok || !o->province)
        return ok;
    s->province = regions_by_code(s->regions, str_c(o->province));
    if (s->province != REGION_NONE && regions_level(s->regions, s->province) == 1)
        return true;
    err_set(e, ST_USAGE, "'%s' is not the code of a province", o->province);
    return err_hint(e, "two digits, as in etc/catalogue/regions.csv.gz");
}

static bool run_stream(struct run *run, const struct options *o, const char *input, struct err *e)
{
    if (!out_apart(o->output, input, e) || !open_catalogues(run, o, e) || !open_pairs(run, o, e) ||
        !stream_open(&run->reader, input, e))
        return close_pairs(&run->stage, false, e);
    struct out *out = out_open(o->output, e);
    bool ok = out != NULL;
    if (ok) {
        stream_writer_init(&run->writer, out);
        run->writer.remarked = reason_counted;
        run->writer.context = &run->counts;
        ok = pass(run, e);
    }
    if (!ok && o->output)
        out_abandon(out);
    else if (out && !out_commit(out, e))
        ok = false;
    ok = close_pairs(&run->stage, ok, e);
    prog_log(LOG_INFO, "%ld sources, %ld records read, %ld passed, %ld rejected here, %ld remarks, %.2f s",
             run->reader.sources_done, run->records, run->writer.all_d, run->rejected_here, run->writer.all_n,
             prog_seconds());
    reason_counts_log(&run->counts);
    stream_close(&run->reader);
    return ok;
}

static bool run_all(const struct options *o, const char *input, struct err *e)
{
    if (o->make_key) {
        if (!identity_make_key(o->make_key, e))
            return false;
        prog_log(LOG_INFO, "key file '%s' made; keep a copy apart from the database", o->make_key);
        return true;
    }
    struct run run = {.etc = prog_etc(o->etc), .key = o->key};
    if (!reject_limit_read(o->max_rejects, &run.limit, e))
        return false;
    bool ok = run_stream(&run, o, input, e);
    stage_done(&run.stage);
    return ok;
}

int main(int argc, char **argv)
{
    struct options o = {0};
    const struct option_spec options[] = {
        {0, "etc", "DIR", "folder with catalogue/ and growth/; default KP2S_ETC", &o.etc, NULL},
        {0, "site", "DIR", "folder with the site's own aliases.csv and puskesmas.csv; default KP2S_SITE",
         &o.site, NULL},
        {0, "key", "FILE", "identity key; default KP2S_KEY", &o.key, NULL},
        {0, "former-key", "FILE", "the key that --key replaces: writes pairs of tokens (with --pairs)",
         &o.former_key, NULL},
        {0, "pairs", "FILE", "where tokens under the former and the new key go, for kp2s-retoken", &o.pairs,
         NULL},
        {0, "make-key", "FILE", "make a new identity key and end", &o.make_key, NULL},
        {0, "max-rejects", "N", "refuse a source with more than N rejected records, or N%", &o.max_rejects,
         NULL},
        {0, "province", "CODE", "province of forms that do not name theirs", &o.province, NULL},
        {'o', "output", "FILE", "write to FILE instead of standard output", &o.output, NULL},
        {0},
    };
    const struct prog program = {
        .name = "kp2s-transform",
        .synopsis =
            "[--etc DIR] [--site DIR] [--key FILE] [--max-rejects N] [--province CODE] [-o OUT] [IN]\n"
            "       kp2s-transform --key NEW --former-key OLD --pairs PAIRS [-o OUT] [IN]\n"
            "       kp2s-transform --make-key FILE",
        .about = "Turns a record stream as found (kp2s-extract) into one as meant (kp2s-load): region codes, "
                 "exact\n"
                 "numbers, ISO dates, periods, persons as tokens, z-scores by the WHO standards.",
        .examples = "  kp2s-transform --make-key /etc/kp2s/key\n"
                    "  kp2s-extract x.xlsx | kp2s-transform --key /etc/kp2s/key | kp2s-load",
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
