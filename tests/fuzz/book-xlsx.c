/* The small parts of a workbook, of any bytes, divided by NUL: the workbook, its relations, those of the
 * archive. */
#include "limits.h"
#include "rows.h"

#include "../unit/makezip.h"
#include "xlsx.h"

static void read_sheet(struct xlsx *x, size_t i)
{
    struct err e = {0};
    struct sheetsource source;
    struct row row;
    int got = -1;
    FUZZ_CHECK(fuzz_is_utf8(xlsx_sheet(x, i)->name));
    struct sheetxml *s = xlsx_source(x, i, &source, &e) ? sheetxml_open(&source, &e) : NULL;
    while (s && (got = sheetxml_next(s, &row, &e)) > 0)
        fuzz_row(&row);
    if (got < 0)
        fuzz_fault(&e);
    sheetxml_close(s);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const char names[][30] = {"xl/workbook.xml", "xl/_rels/workbook.xml.rels", "_rels/.rels"};
    struct makezip_part part[6] = {
        {.name = "xl/worksheets/sheet1.xml",
         .text = "<worksheet><sheetData><row><c t=\"s\"><v>0</v></c></row></sheetData></worksheet>"},
        {.name = "xl/sharedStrings.xml", .text = "<sst><si><t>satu</t></si></sst>"},
        {.name = "xl/styles.xml", .text = "<styleSheet/>"}};
    struct str rest = {(const char *)data, size};
    struct err e = {0};
    const char *path;
    fuzz_limits("sheets=20 parts=30 xml-depth=20 row-bytes=2K");
    for (size_t i = 0; i < 3; i++) {
        struct str text = str_cut(&rest, '\0');
        part[3 + i] =
            (struct makezip_part){.name = names[i], .text = text.len ? text.ptr : "", .len = text.len};
    }
    int fd = fuzz_file("", 0, &path);
    makezip(path, part, sizeof part / sizeof *part);
    struct xlsx *x = xlsx_open(fd, "x", &e);
    if (!x)
        fuzz_fault(&e);
    for (size_t i = 0; x && i < xlsx_sheets(x); i++)
        read_sheet(x, i);
    xlsx_close(x);
    return 0;
}
