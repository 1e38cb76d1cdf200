/* A record stream of any bytes, as CSV and as a stream. */
#include "fuzz.h"

#include "stream.h"

static void read_csv(const char *path)
{
    struct err e = {0};
    struct csv_record record;
    int got = -1;
    struct csv *c = csv_open(path, &e);
    while (c && (got = csv_next(c, &record, &e)) > 0)
        FUZZ_CHECK(record.n > 0 && record.raw.len > 0 && record.line > 0);
    if (got < 0)
        fuzz_fault(&e);
    if (c)
        csv_close(c);
}

static void read_stream(const char *path)
{
    struct err e = {0};
    struct record r;
    struct stream_reader s;
    int got = -1;
    if (stream_open(&s, path, &e)) {
        while ((got = stream_next(&s, &r, &e)) > 0) {
            FUZZ_CHECK(r.rec && strchr("HSTDRE", r.rec));
            FUZZ_CHECK(r.rec != 'D' || r.n + STREAM_LEAD == s.columns);
            FUZZ_CHECK(r.pairs <= STREAM_MAX_PAIRS);
            record_pair(&r, "d");
        }
        FUZZ_CHECK(got < 0 || !s.inside);
        stream_close(&s);
    }
    if (got < 0)
        fuzz_fault(&e);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const char *path;
    fuzz_file(data, size, &path);
    read_csv(path);
    read_stream(path);
    return 0;
}
