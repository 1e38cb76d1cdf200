/* Records as found with any text in any column: what goes out is a stream whose books balance, its records
 * are what the loader takes, and no long number of a row about persons is in it. */
#include "fuzz.h"

#include "privacy.h"

#include <ctype.h>
#include <sys/stat.h>

enum { MAX_RECORDS = 20 };

static const char *etc_path(const char *rest)
{
    static char path[4096];
    const char *etc = getenv("KP2S_ETC");
    snprintf(path, sizeof path, "%s/%s", etc ? etc : "etc", rest);
    return path;
}

static struct stage *opened(void)
{
    static struct stage s;
    static bool open;
    struct err e = {0};
    char key[] = "/tmp/kp2s-fuzz-XXXXXX"; /* no link, as a key file must be */
    if (open)
        return &s;
    open = true;
    FUZZ_CHECK((s.regions = regions_open(etc_path("catalogue"), NULL, &e)));
    FUZZ_CHECK(regions_open_bps(s.regions, etc_path("catalogue"), &e));
    FUZZ_CHECK(catalogue_open(&s.catalogue, etc_path("catalogue"), &e));
    FUZZ_CHECK((s.growth = zscore_open(etc_path("growth"), &e)));
    FUZZ_CHECK((s.regwords = regwords_open(etc_path("catalogue"), NULL, &e)));
    int fd = mkstemp(key);
    for (int i = 0; i < 64; i++)
        FUZZ_CHECK(write(fd, "7", 1) == 1);
    FUZZ_CHECK(fchmod(fd, 0600) == 0);
    FUZZ_CHECK((s.identity = identity_open(key, &e)));
    FUZZ_CHECK(close(fd) == 0 && unlink(key) == 0);
    s.province = regions_by_code(s.regions, STR("62"));
    return &s;
}

/* The stream as found: titles from the first line of the input, a record from each other line, its fields
 * between tabs in the order of the kind's columns. */
static const char *found(enum kind kind, struct str text)
{
    const char *path;
    char *buffer = NULL;
    size_t size = 0;
    FILE *f = open_memstream(&buffer, &size);
    struct str titles = str_cut(&text, '\n');
    fprintf(f, "rec,src,sheet,row,cell");
    size_t columns = 0;
    for (; kind_found[kind][columns]; columns++)
        fprintf(f, ",%s", kind_found[kind][columns]);
    for (size_t i = columns; i < STREAM_WIDTH - STREAM_LEAD; i++)
        fputc(',', f);
    size_t width = columns > STREAM_WIDTH - STREAM_LEAD ? columns : STREAM_WIDTH - STREAM_LEAD;
    fprintf(f, "\nS,1,,,,stage=extract,kind=%s,file=x.xlsx,period_text=%.*s", kind_names[kind],
            titles.len > 200 ? 0 : (int)strcspn(arena_cstr(&opened()->scratch, titles), ",\"\r\n"),
            titles.ptr);
    for (size_t i = 4; i < width; i++)
        fputc(',', f);
    int records = 0;
    for (; text.len > 0 && records < MAX_RECORDS; records++) {
        struct str line = str_cut(&text, '\n');
        fprintf(f, "\nD,1,Data,%d,A%d", records + 2, records + 2);
        for (size_t i = 0; i < width; i++) {
            struct str field = i < columns ? str_cut(&line, '\t') : STR("");
            fputs(",\"", f);
            for (size_t k = 0; k < field.len; k++)
                if (field.ptr[k] != '"' && field.ptr[k] != '\0' && field.ptr[k] != '\r')
                    fputc(field.ptr[k], f);
            fputc('"', f);
        }
    }
    fprintf(f, "\nE,1,,,,d=%d,r=0,n=0,crc=-", records);
    for (size_t i = 4; i < width; i++)
        fputc(',', f);
    fputc('\n', f);
    fclose(f);
    fuzz_file_at(1, buffer, size, &path);
    free(buffer);
    return path;
}

static bool long_run(struct str s)
{
    size_t run = 0;
    for (size_t i = 0; i < s.len; i++) {
        run = isdigit((unsigned char)s.ptr[i]) ? run + 1 : 0;
        if (run >= 13)
            return true;
    }
    return false;
}

static void check_record(const struct stream_reader *s, const struct record *r, enum kind kind)
{
    if (kind != KIND_MEASUREMENT && kind != KIND_SERVICE)
        return;
    if (r->rec == 'R')
        FUZZ_CHECK(!long_run(r->remark.value) && !long_run(r->remark.message));
    for (size_t i = 0; r->rec == 'D' && i < r->n; i++) {
        struct str name = s->column[STREAM_LEAD + i];
        if (!str_is(name, "child") && !str_is(name, "person") && !str_is(name, "household"))
            FUZZ_CHECK(!long_run(r->field[i]));
    }
}

static void read_back(const char *path, enum kind kind, long records, long rejected)
{
    struct err e = {0};
    struct record r;
    struct stream_reader s;
    long d = 0, rejects = 0;
    int got = -1;
    FUZZ_CHECK(stream_open(&s, path, &e));
    while ((got = stream_next(&s, &r, &e)) > 0) {
        d += r.rec == 'D';
        rejects += r.rec == 'R' && r.remark.severity == SEV_REJECT;
        check_record(&s, &r, kind);
    }
    if (got < 0)
        fprintf(stderr, "%s (%s)\n", e.text, e.place);
    FUZZ_CHECK(got == 0 && d + rejects == records && rejects == rejected);
    stream_close(&s);
}

static void transform(struct stage *s, struct stream_reader *reader, struct stream_writer *w, long *records,
                      long *rejected)
{
    static void (*const by_kind[KIND_COUNT])(struct stage *, struct str *) = {
        [KIND_COVERAGE] = coverage_record, [KIND_MEASUREMENT] = measurement_record,
        [KIND_SERVICE] = service_record,   [KIND_ASSESSMENT] = assessment_record,
        [KIND_EVIDENCE] = evidence_record,
    };
    struct err e = {0};
    struct record r;
    int got;
    while ((got = stream_next(reader, &r, &e)) == 1) {
        struct str name[MAX_MEANT], out[MAX_MEANT];
        size_t n = 0;
        if (r.rec == 'S') {
            FUZZ_CHECK(stage_source(s, reader, &r, &e));
            for (; kind_meant[s->source.kind][n]; n++)
                name[n] = str_c(kind_meant[s->source.kind][n]);
            stream_header(w, name, n);
            stream_source(w, NULL, 0);
        }
        if (r.rec != 'D')
            continue;
        ++*records;
        stage_record(s, &r);
        by_kind[s->source.kind](s, out);
        while (kind_meant[s->source.kind][n])
            n++;
        if (s->rejected)
            ++*rejected;
        else
            stream_data(w, r.sheet, r.row, r.cell, out, n);
        stage_write_findings(s, w);
    }
    if (got < 0)
        fprintf(stderr, "%s (%s)\n", e.text, e.place);
    FUZZ_CHECK(got == 0);
    stream_end(w, NULL, 0);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const char *output;
    struct err e = {0};
    struct stage *s = opened();
    struct stream_reader reader;
    struct stream_writer writer;
    long records = 0, rejected = 0;
    if (size == 0)
        return 0;
    enum kind kind = (enum kind)(data[0] % KIND_COUNT);
    int fd = fuzz_file_at(2, "", 0, &output);
    FUZZ_CHECK(lseek(fd, 0, SEEK_SET) == 0 && dup2(fd, STDOUT_FILENO) == STDOUT_FILENO);
    FUZZ_CHECK(stream_open(&reader, found(kind, (struct str){(const char *)data + 1, size - 1}), &e));
    struct out *out = out_open(NULL, &e);
    FUZZ_CHECK(out);
    stream_writer_init(&writer, out);
    transform(s, &reader, &writer, &records, &rejected);
    FUZZ_CHECK(out_commit(out, &e));
    stream_close(&reader);
    read_back(output, kind, records, rejected);
    return 0;
}
