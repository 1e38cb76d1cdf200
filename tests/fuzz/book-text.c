/* Delimited text of any bytes and encoding, also packed by gzip. Once it is UTF-8 it reads the same. */
#include "rows.h"

#include "text.h"

/* The rows as text; false when the file cannot be read. */
static bool read_rows(int fd, char **text, size_t *len)
{
    struct err e = {0};
    struct row row;
    long number = 0;
    int got = -1;
    FILE *f = open_memstream(text, len);
    struct text *t = text_open(fd, "x", &e);
    while (t && (got = text_next(t, &row, &e)) > 0) {
        fuzz_row(&row);
        FUZZ_CHECK(row.number > number);
        number = row.number;
        fprintf(f, "%ld", row.number);
        for (size_t i = 0; i < row.n; i++)
            fprintf(f, "|%d%c%.*s", row.cell[i].col, row.cell[i].type == CELL_LAST ? '$' : '=',
                    STR_ARG(row.cell[i].text));
        fputc('\n', f);
    }
    if (got < 0)
        fuzz_fault(&e);
    text_close(t);
    fclose(f);
    return got == 0;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char *one, *two, *utf8 = mem_alloc(size * 3 + 3);
    size_t n1, n2, skip, n = 3;
    memcpy(utf8, "\xEF\xBB\xBF", 3);
    enum text_encoding encoding = text_encoding((struct str){(const char *)data, size}, &skip);
    text_decode(encoding, data + skip, size - skip, true, utf8, &n);
    bool ok1 = read_rows(fuzz_file(data, size, NULL), &one, &n1),
         ok2 = read_rows(fuzz_file(utf8, n, NULL), &two, &n2);
    bool packed = size > 1 && data[0] == 0x1F && data[1] == 0x8B;
    bool same = packed || (ok1 == ok2 && (!ok1 || (n1 == n2 && memcmp(one, two, n1) == 0)));
    if (!same)
        fprintf(stderr, "%s: %.3000s\nas UTF-8 %s: %.3000s\n", ok1 ? "read" : "fault", one,
                ok2 ? "read" : "fault", two);
    FUZZ_CHECK(same);
    free(one);
    free(two);
    free(utf8);
    return 0;
}
