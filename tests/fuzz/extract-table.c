/* A layout of any bytes and, behind the first NUL, a file of any bytes that it may fit: what is written then
 * is a stream that the reader of streams takes, with the records that were counted. */
#include "limits.h"

#include "stream.h"
#include "table.h"

/* Standard output, which is closed when all is written, as a file that can be read. */
static const char *begin_output(void)
{
    const char *path;
    int fd = fuzz_file_at(2, "", 0, &path);
    FUZZ_CHECK(lseek(fd, 0, SEEK_SET) == 0 && dup2(fd, STDOUT_FILENO) == STDOUT_FILENO);
    return path;
}

static void read_back(const char *path, const struct tally *tally)
{
    struct err e = {0};
    struct record r;
    struct stream_reader s;
    long records = 0;
    int got = -1;
    FUZZ_CHECK(stream_open(&s, path, &e));
    while ((got = stream_next(&s, &r, &e)) > 0)
        records += r.rec == 'D';
    if (got < 0)
        fprintf(stderr, "%s (%s)\n", e.text, e.place);
    FUZZ_CHECK(got == 0 && records == tally->records);
    stream_close(&s);
}

static void write_tables(struct book *b, const struct layout *l, const struct fit *f, const char *output)
{
    const struct pair pair = {STR("kind"), str_c(kind_names[l->kind])};
    struct err e = {0};
    struct tally tally = {0};
    struct stream_writer w;
    struct str column[LAYOUT_MAX_FIELDS];
    struct out *out = out_open(NULL, &e);
    FUZZ_CHECK(out);
    stream_writer_init(&w, out);
    stream_header(&w, column, table_columns(l, column));
    stream_source(&w, &pair, 1);
    bool ok = true;
    for (size_t p = 0; p < f->plans && ok; p++)
        ok = table_write(b, l, &f->plan[p], f->plan[0].title, STR("x"), &w, &tally, NULL, &e);
    if (!ok) {
        fuzz_fault(&e);
        out_abandon(out);
        return;
    }
    stream_end(&w, NULL, 0);
    FUZZ_CHECK(out_commit(out, &e));
    read_back(output, &tally);
}

static void fit_file(const struct layout *l, const char *path, const char *output, struct arena *a)
{
    struct err e = {0};
    struct heads heads;
    struct fit fit;
    struct book *b = book_open(path, &e);
    if (!b) {
        fuzz_fault(&e);
        return;
    }
    heads_init(&heads, b);
    if (!fit_layout(&heads, l, a, &fit, &e))
        fuzz_fault(&e);
    else if (fit.fits)
        write_tables(b, l, &fit, output);
    heads_done(&heads);
    book_close(b);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static struct layout l;
    struct arena a = {0};
    struct err e = {0};
    struct str file = {(const char *)data, size}, layout = str_cut(&file, '\0');
    const char *layout_path, *path, *output = begin_output(); /* before a file takes its place */
    fuzz_limits("row-bytes=2K text-bytes=64K head-bytes=16K");
    fuzz_file_at(0, layout.ptr, layout.len, &layout_path);
    fuzz_file_at(1, file.ptr, file.len, &path);
    if (layout_read(layout_path, &a, &l, &e))
        fit_file(&l, path, output, &a);
    else
        fuzz_fault(&e);
    arena_done(&a);
    return 0;
}
