/* Shared strings and styles of any bytes, divided by the first NUL: strings that were scanned are those that
 * the general parser reads. It is made to read them by a comment before the root, which the scanner does not
 * know. */
#include "limits.h"
#include "rows.h"

#include "../unit/makezip.h"
#include "xlsx.h"

#define REL "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

static struct xlsx *open_book(struct str strings, struct str styles)
{
    static const char empty[] = "", no_styles[] = "<styleSheet/>";
    struct makezip_part part[] = {
        {.name = "xl/workbook.xml",
         .text = "<workbook><sheets><sheet name=\"A\" id=\"r1\"/></sheets></workbook>"},
        {.name = "xl/_rels/workbook.xml.rels",
         .text = "<Relationships><Relationship Id=\"r1\" Type=\"" REL "/worksheet\" Target=\"s\"/>"
                 "<Relationship Id=\"r2\" Type=\"" REL "/sharedStrings\" Target=\"t\"/>"
                 "<Relationship Id=\"r3\" Type=\"" REL "/styles\" Target=\"y\"/></Relationships>"},
        {.name = "xl/s", .text = "<worksheet/>"},
        {.name = "xl/t", .text = strings.len ? strings.ptr : empty, .len = strings.len},
        {.name = "xl/y", .text = styles.len ? styles.ptr : no_styles, .len = styles.len},
    };
    struct err e = {0};
    const char *path;
    int fd = fuzz_file("", 0, &path);
    makezip(path, part, sizeof part / sizeof *part);
    struct xlsx *x = xlsx_open(fd, "x", &e);
    FUZZ_CHECK(x);
    return x;
}

/* Behind byte-order mark and XML declaration, where a comment may stand. */
static size_t before_root(struct str s)
{
    size_t mark = str_starts(s, "\xEF\xBB\xBF") ? 3 : 0;
    if (!str_starts((struct str){s.ptr + mark, s.len - mark}, "<?xml"))
        return mark;
    const char *end = memmem(s.ptr, s.len, "?>", 2);
    return end ? (size_t)(end - s.ptr) + 2 : mark;
}

/* All strings and styles one behind the other; false when they cannot be read. */
static bool read_all(struct str strings, struct str styles, char **text, size_t *len)
{
    struct xlsx *x = open_book(strings, styles);
    struct sheetsource source;
    struct err e = {0};
    FILE *f = open_memstream(text, len);
    bool ok = xlsx_source(x, 0, &source, &e);
    if (!ok)
        fuzz_fault(&e);
    for (size_t i = 0; ok && i < source.string->n; i++) {
        bool plain;
        struct str string = strings_get(source.string, i, &plain);
        FUZZ_CHECK(fuzz_is_utf8(string) && (!plain || fuzz_is_unquoted(string)));
        fwrite(string.ptr, 1, string.len, f);
        fputc('\0', f);
    }
    if (ok && source.styles)
        fwrite(source.style, 1, source.styles, f);
    fclose(f);
    xlsx_close(x);
    return ok;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    fuzz_limits("strings=60 string-bytes=2K styles=40 row-bytes=500");
    static const char comment[] = "<!---->";
    struct str styles = {(const char *)data, size}, strings = str_cut(&styles, '\0');
    struct arena a = {0};
    size_t at = before_root(strings), scanned, parsed;
    struct str changed = arena_printf(&a, "%.*s%s%.*s", (int)at, strings.ptr, comment,
                                      (int)(strings.len - at), strings.ptr + at);
    char *one, *two;
    bool ok1 = read_all(strings, styles, &one, &scanned), ok2 = read_all(changed, styles, &two, &parsed);
    if (ok2) {
        FUZZ_CHECK(ok1);
        FUZZ_CHECK(scanned == parsed && memcmp(one, two, parsed) == 0);
    }
    free(one);
    free(two);
    arena_done(&a);
    return 0;
}
