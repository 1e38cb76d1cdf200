/* Rows and columns that a person does not see, told alike by every format. */
#include "book.h"

#include "makezip.h"

#include <criterion/criterion.h>

static char path[64];

/* "2 5-6 | B-C": the hidden ones among the rows that hold something, and the hidden columns. */
static const char *hidden(void)
{
    static char out[200];
    struct err e = {0};
    size_t n = 0;
    struct book *b = book_open(path, &e);
    cr_assert_not_null(b, "%s", e.text);
    struct rows *r = rows_open(b, 0, &e);
    cr_assert_not_null(r, "%s", e.text);
    struct row row;
    while (rows_next(r, &row, &e) > 0)
        if (row.hidden)
            n += (size_t)snprintf(out + n, sizeof out - n, "%ld ", row.number);
    n += (size_t)snprintf(out + n, sizeof out - n, "|");
    const struct survey *s = book_preface(b, 0, &e);
    cr_assert_not_null(s, "%s", e.text);
    for (size_t i = 0; i < s->hiddens; i++)
        n += (size_t)snprintf(out + n, sizeof out - n, " %d-%d", s->hidden[i].first, s->hidden[i].last);
    const struct survey *whole = book_survey(b, 0, &e);
    cr_assert_not_null(whole, "%s", e.text);
    cr_assert_eq(whole->hiddens, s->hiddens);
    rows_close(r);
    book_close(b);
    unlink(path);
    return out;
}

static void setup(void)
{
    snprintf(path, sizeof path, "/tmp/kp2s-hidden-%ld", (long)getpid());
}
TestSuite(hidden, .init = setup);

static const char *page(const char *text)
{
    FILE *f = fopen(path, "wb");
    fputs(text, f);
    fclose(f);
    return hidden();
}

#define XLSX_ROWS                                                                                            \
    "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row><row r=\"2\" hidden=\"1\"><c r=\"A2\"><v>1</v></c></row>"    \
    "<row r=\"3\" hidden=\"0\"><c r=\"A3\"><v>1</v></c></row><row r=\"4\" hidden=\"true\"><c "               \
    "r=\"A4\"><v>1</v></c></row><row r=\"5\" hidden=\"1\"/>"

Test(hidden, xlsx)
{
    static const char cols[] =
        "<cols><col min=\"1\" max=\"1\" width=\"9\"/><col min=\"2\" max=\"3\" width=\"0\" hidden=\"1\"/>"
        "<col min=\"4\" max=\"4\" hidden=\"true\"/><col min=\"6\" max=\"16384\" hidden=\"1\"/></cols>";
    char xml[1500];
    snprintf(xml, sizeof xml, "%s<sheetData>" XLSX_ROWS "</sheetData>", cols);
    makebook(path, &(struct makebook){.sheet = xml});
    cr_assert_str_eq(hidden(), "2 4 | 2-4 6-16384");
    /* the comment is for the general parser */
    snprintf(xml, sizeof xml, "<sheetData><!-- x -->" XLSX_ROWS "</sheetData>");
    makebook(path, &(struct makebook){.sheet = xml});
    cr_assert_str_eq(hidden(), "2 4 |");
}

Test(hidden, columns_are_found_without_reading_the_rows)
{
    struct err e = {0};
    makebook(path, &(struct makebook){.sheet = "<cols><col min=\"2\" max=\"2\" hidden=\"1\"/></cols>"
                                               "<sheetData><row r=\"1\"></broken>"});
    struct book *b = book_open(path, &e);
    cr_assert_not_null(b, "%s", e.text);
    const struct survey *s = book_preface(b, 0, &e);
    cr_assert_not_null(s, "%s", e.text);
    cr_assert_eq(s->hiddens, 1);
    cr_assert_null(book_survey(b, 0, &e));
    book_close(b);
    unlink(path);
}

Test(hidden, ods)
{
    static const char content[] =
        "<o><office:body><office:spreadsheet><table:table table:name='A'>"
        "<table:table-column table:number-columns-repeated='2'/><table:table-column-group>"
        "<table:table-column table:visibility='collapse' table:number-columns-repeated='3'/>"
        "</table:table-column-group><table:table-column table:visibility='visible'/>"
        "<table:table-column table:visibility='filter'/>"
        "<table:table-row><table:table-cell><text:p>a</text:p></table:table-cell></table:table-row>"
        "<table:table-row table:visibility='collapse' table:number-rows-repeated='2'><table:table-cell>"
        "<text:p>a</text:p></table:table-cell></table:table-row>"
        "<table:table-row table:visibility='visible'><table:table-cell><text:p>a</text:p>"
        "</table:table-cell></table:table-row><table:table-row table:visibility='filter'><table:table-cell>"
        "<text:p>a</text:p></table:table-cell></table:table-row></table:table></office:spreadsheet>"
        "</office:body></o>";
    char xml[3000];
    snprintf(xml, sizeof xml, "<o xmlns:office='o' xmlns:table='t' xmlns:text='x'>%s</o>", content);
    const struct makezip_part part[] = {{.name = "mimetype", .text = "application/x"},
                                        {.name = "META-INF/manifest.xml", .text = "<m/>"},
                                        {.name = "content.xml", .text = xml}};
    makezip(path, part, 3);
    cr_assert_str_eq(hidden(), "2 3 5 | 3-5 7-7");
}

Test(hidden, html)
{
    cr_assert_str_eq(page("<table><tr><td>a<tr style='height:0; display: none'><td>b<tr hidden><td>c"
                          "<tr style='display:table-row'><td>d<tr class=hidden><td>e</table>"),
                     "2 3 |");
}

static void record(FILE *f, unsigned type, const char *data, size_t len)
{
    makezip_u16(f, type);
    makezip_u16(f, (unsigned)len);
    fwrite(data, 1, len, f);
}

#define RECORD(f, type, text) record(f, type, text, sizeof text - 1)

/* A bare sheet of Excel 5: rows 2 (hidden) and 3, columns B to C hidden. */
Test(hidden, xls)
{
    FILE *f = fopen(path, "wb");
    RECORD(f, 0x809, "\0\5\x10\0\0\0\0\0");
    RECORD(f, 0x7D, "\0\0\0\0\0\x09\0\0\0\0\0\0");
    RECORD(f, 0x7D, "\1\0\2\0\0\x09\0\0\1\0\0\0");
    RECORD(f, 0x208, "\1\0\0\0\1\0\xFF\0\0\0\0\0\x20\1\x0F\0");
    RECORD(f, 0x208, "\2\0\0\0\1\0\xFF\0\0\0\0\0\0\1\x0F\0");
    RECORD(f, 0x204, "\1\0\0\0\0\0\1\0a");
    RECORD(f, 0x204, "\2\0\0\0\0\0\1\0b");
    RECORD(f, 0x0A, "");
    fclose(f);
    cr_assert_str_eq(hidden(), "2 | 2-3");
}
