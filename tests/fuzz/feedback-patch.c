/* A workbook with marks: the sheet, the styles, the workbook, comments, their drawing, the sheet's relations,
 * of any bytes, divided by NUL. What is written is an archive whose parts are whole; a part that has no
 * reason to change did not, and sheets that could be read hold the same cells as before. */
#include "limits.h"
#include "rows.h"

#include "../unit/makezip.h"
#include "marks.h"
#include "patch.h"

#define MAIN "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
#define TYPE "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"

struct memory {
    char *bytes;
    size_t len, room;
};

static void take(void *sink, const char *data, size_t len)
{
    struct memory *m = sink;
    while (m->len + len > m->room)
        m->bytes = mem_grow(m->bytes, m->room = m->room ? m->room * 2 : 65536);
    if (len > 0)
        memcpy(m->bytes + m->len, data, len);
    m->len += len;
}

/* A hash of the cells of sheet i; 0 when they cannot be read. */
static uint64_t cells_of(struct book *b, size_t i)
{
    struct err e = {0};
    struct row row;
    uint64_t all = 1;
    int got = -1;
    struct rows *rows = rows_open(b, i, &e);
    while (rows && (got = rows_next(rows, &row, &e)) == 1)
        for (size_t k = 0; k < row.n; k++)
            all = all * 31 + str_hash(row.cell[k].text) + (uint64_t)row.number * 16411 +
                  (uint64_t)row.cell[k].col;
    rows_close(rows);
    return got == 0 ? all : 0;
}

static void whole(const struct zip *z)
{
    static char buffer[65536];
    for (size_t i = 0; i < zip_parts(z); i++) {
        struct err e = {0};
        struct zip_part *p = zip_part_open(z, zip_part_at(z, i), &e);
        FUZZ_CHECK(p);
        long n;
        while ((n = zip_part_read(p, buffer, sizeof buffer, &e)) > 0)
            ;
        FUZZ_CHECK(n == 0);
        zip_part_close(p);
    }
}

static void look(const struct memory *m, struct book *before)
{
    struct err e = {0};
    const char *path;
    int fd = fuzz_file_at(1, m->bytes, m->len, &path);
    struct zip *z = zip_open(fd, "y", &e);
    FUZZ_CHECK(z);
    whole(z);
    const struct zip_entry *other = zip_find(z, STR("docProps/other.xml"));
    FUZZ_CHECK(other && other->size == 5);
    zip_close(z);
    struct book *after = book_open(path, &e);
    FUZZ_CHECK(after && book_sheets(after) == book_sheets(before) + 1 && book_is_list(book_sheet(after, 0)));
    for (size_t i = 0; i < book_sheets(before); i++)
        FUZZ_CHECK(cells_of(before, i) == 0 || cells_of(before, i) == cells_of(after, i + 1));
    FUZZ_CHECK(cells_of(after, 0) != 0);
    book_close(after);
}

static void patch(struct book *b, struct marks *marks)
{
    struct err e = {0};
    struct memory m = {0};
    bool settled = true;
    for (size_t i = 0; i < book_sheets(b) && settled; i++)
        if (str_is(book_sheet(b, i)->name, "S") && !marks->sheet->found)
            settled = marks_settle(marks->sheet, b, i, &e);
    struct archive *into = archive_open(take, &m);
    if (settled && patch_workbook(marks, book_archive(b), false, into, &e) && archive_finish(into, &e))
        look(&m, b);
    else
        fuzz_fault(&e);
    archive_close(into);
    free(m.bytes);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const char names[][40] = {
        "xl/worksheets/s.xml",           "xl/styles.xml", "xl/workbook.xml", "xl/c.xml", "xl/d.vml",
        "xl/worksheets/_rels/s.xml.rels"};
    static const struct told told = {STR("B2"), STR("isi"), STR("bukan angka")};
    struct makezip_part part[10] = {
        {.name = "[Content_Types].xml", .text = "<Types/>"},
        {.name = "_rels/.rels",
         .text =
             "<r><Relationship Id=\"a\" Type=\"" TYPE "officeDocument\" Target=\"xl/workbook.xml\"/></r>"},
        {.name = "xl/_rels/workbook.xml.rels",
         .text = "<r><Relationship Id=\"a\" Type=\"" TYPE "worksheet\" Target=\"worksheets/s.xml\"/>"
                 "<Relationship Id=\"b\" Type=\"" TYPE "styles\" Target=\"styles.xml\"/></r>"},
        {.name = "docProps/other.xml", .text = "<o/>."}};
    struct mark mark[] = {{.row = 1, .col = 1, .told = &told},
                          {.row = 2, .col = 2, .paint = PAINT_NOTE, .told = &told},
                          {.row = 2, .told = &told},
                          {.row = 3, .col = 4, .told = &told},
                          {.row = 9, .col = 16384},
                          {0}};
    long counts[1] = {5};
    struct marks_sheet sheet = {.name = STR("S"), .mark = mark, .n = 6, .told = counts};
    struct marks_reason reason = {
        .code = STR("number-invalid"), .sentence = STR("bukan angka"), .marks = 6, .told = 4};
    struct marks marks = {.sheet = &sheet, .sheets = 1, .reason = &reason, .reasons = 1, .n = 6, .told = 4};
    struct str rest = {(const char *)data, size};
    struct err e = {0};
    const char *path;
    fuzz_limits("sheets=20 parts=30 xml-depth=20 row-bytes=4K styles=500");
    for (size_t i = 0; i < 6; i++) {
        struct str text = str_cut(&rest, '\0');
        part[4 + i] = (struct makezip_part){
            .name = names[i], .text = text.len ? text.ptr : "", .len = text.len, .method = 8};
    }
    fuzz_file("", 0, &path);
    makezip(path, part, sizeof part / sizeof *part);
    struct book *b = book_open(path, &e);
    if (!b)
        fuzz_fault(&e);
    else if (book_archive(b))
        patch(b, &marks);
    book_close(b);
    arena_done(&marks.arena);
    return 0;
}
