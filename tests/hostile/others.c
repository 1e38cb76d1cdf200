/* OpenDocument, web pages, delimited text and compressed files that ask for more than there is. */
#include "hostile.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MIB = 1024 * 1024 };

#define CELL "<table:table-cell><text:p>x</text:p></table:table-cell>"
#define ROW(cells) "<table:table-row>" cells "</table:table-row>"
#define REPEATED(rows, columns)                                                                              \
    "<table:table-row table:number-rows-repeated=\"" rows                                                    \
    "\"><table:table-cell table:number-columns-repeated=\"" columns                                          \
    "\"><text:p>x</text:p></table:table-cell></table:table-row>"

static void documents(void)
{
    static const struct {
        const char *name, *rows, *options;
        int status;
        const char *text;
    } cases[] = {
        {"ods-rows-billion", REPEATED("1000000000", "1"), "", 65, "a row beyond the last one"},
        {"ods-columns-billion", REPEATED("1", "1000000000"), "", 65, "a cell beyond the last column"},
        {"ods-all-cells", REPEATED("1048576", "16384"), "", 65, "passes limit cells=67108864"},
        {"ods-limit-cells", REPEATED("10", "10"), "--limit cells=99", 65, "passes limit cells=99 ("},
        {"ods-repeat-overflow", REPEATED("99999999999999999999999", "1"), "", 0, "x\n"},
        {"ods-repeat-negative", REPEATED("-5", "-5"), "", 0, "x\n"},
        {"ods-repeat-word", REPEATED("many", "1e9"), "", 0, "x\n"},
        {"ods-empty-billion",
         ROW(CELL) "<table:table-row table:number-rows-repeated=\"1000000000\"><table:table-cell "
                   "table:number-columns-repeated=\"1000000000\"/></table:table-row>",
         "", 0, "x\n"},
        {"ods-behind-billion", "<table:table-row table:number-rows-repeated=\"1000000000\"/>" ROW(CELL), "",
         65, "a row beyond the last one"},
        {"ods-blanks-billion",
         ROW("<table:table-cell><text:p>a<text:s text:c=\"1000000000\"/></text:p></table:table-cell>"), "",
         65, "passes limit row-bytes=8M"},
        {"ods-span-billion",
         ROW("<table:table-cell table:number-columns-spanned=\"1000000000\" "
             "table:number-rows-spanned=\"1000000000\"><text:p>x</text:p></table:table-cell>"),
         "", 0, "x\n"},
        {"ods-spans-repeated",
         "<table:table-row table:number-rows-repeated=\"1000000\"><table:table-cell "
         "table:number-columns-spanned=\"2\"/></table:table-row>",
         "", 65, "passes limit merged=200000"},
        {"ods-date-wild",
         ROW("<table:table-cell office:value-type=\"date\" "
             "office:date-value=\"99999-99-99T99:99:1e99\"><text:p>x</text:p>"
             "</table:table-cell>"),
         "", 0, "x\n"},
        {"ods-time-wild",
         ROW("<table:table-cell office:value-type=\"time\" "
             "office:time-value=\"PT999999999999H9M1e300S\"><text:p>x</text:p>"
             "</table:table-cell>"),
         "", 0, "x\n"},
        {"ods-number-wild",
         ROW("<table:table-cell office:value-type=\"float\" "
             "office:value=\"0x7fffffffffff\"><text:p>x</text:p></table:table-cell>"),
         "", 0, "0x7fffffffffff\n"},
    };
    char name[64];
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct bytes b = opendocument(cases[i].rows);
        snprintf(name, sizeof name, "%s.ods", cases[i].name);
        hostile_file(name, &b, cases[i].options, cases[i].status, cases[i].text);
    }
}

static void documents_built(void)
{
    enum { MANY = 100001, NESTED = 60 };
    struct bytes tables = {0}, nested = {0}, styles = text_of("<s>");
    for (int i = 0; i < NESTED; i++)
        put_text(&nested, "<table:table><table:table-row><table:table-cell>");
    for (int i = 0; i < NESTED; i++)
        put_text(&nested, "</table:table-cell></table:table-row></table:table>");
    put(&nested, "", 1);
    struct bytes rows = {0};
    put_text(&rows, "<table:table-row><table:table-cell><text:p>x</text:p>");
    put_text(&rows, (char *)nested.ptr);
    put_text(&rows, "</table:table-cell></table:table-row>");
    put(&rows, "", 1);
    struct bytes b = opendocument((char *)rows.ptr);
    hostile_file("ods-nested-tables.ods", &b, "", 0, "x\n");
    free(nested.ptr);
    free(rows.ptr);
    put_many(&tables, "<t:table xmlns:t=\"t\"/>", MANY);
    struct bytes content = text_of("<o:document-content xmlns:o=\"o\"><o:body><o:spreadsheet>");
    put(&content, tables.ptr, tables.len);
    free(tables.ptr);
    put_text(&content, "</o:spreadsheet></o:body></o:document-content>");
    b = opendocument_of(content);
    hostile_file("ods-tables-many.ods", &b, "", 65, "passes limit sheets=2000");
    put_many(&styles,
             "<style name=\"a\" parent-style-name=\"a\"><table-properties display=\"false\"/></style>", MANY);
    put_text(&styles, "</s>");
    b = opendocument_of(styles);
    hostile_file("ods-styles-many.ods", &b, "", 65, "passes limit styles=100000");
    b = opendocument_of(text_of(
        "<d><style name=\"a\" parent-style-name=\"b\"/><style name=\"b\" "
        "parent-style-name=\"a\"/><spreadsheet>"
        "<table name=\"T\" style-name=\"a\"><table-row><table-cell><p>x</p></table-cell></table-row></table>"
        "</spreadsheet></d>"));
    hostile_file("ods-styles-circle.ods", &b, "", 0, "x\n");
    struct bytes value =
        text_of("<d><spreadsheet><table><table-row><table-cell value-type=\"string\" string-value=\"");
    put_noise(&value, 9 * MIB);
    put_text(&value, "\"/></table-row></table></spreadsheet></d>");
    b = opendocument_of(value);
    hostile_file("ods-value-long.ods", &b, "", 65, "passes limit row-bytes=8M");
    b = opendocument_of(text_of("<d><spreadsheet>"));
    hostile_file("ods-open.ods", &b, "", 65, "no element found");
    b = opendocument_of(text_of("<d/>"));
    hostile_file("ods-no-spreadsheet.ods", &b, "", 65, "is an OpenDocument file, but not a spreadsheet");
}

static void page(const char *name, struct bytes b, int status, const char *text)
{
    hostile_file(name, &b, "", status, text);
}

static void pages(void)
{
    enum { DEEP = 100000 };
    static const struct {
        const char *name, *html;
        int status;
        const char *text;
    } cases[] = {
        {"page-colspan.xls", "<table><tr><td colspan=1000000000>x<tr><td rowspan=1000000000>y</table>", 0,
         "x\ny\n"},
        {"page-span-negative.xls", "<table><tr><td colspan=-5 rowspan=-99999999999999999999>x</table>", 0,
         "x\n"},
        {"page-open.xls", "<table><tr><td>x", 65, "the page ends within a table"},
        {"page-none.xls", "<html><body>Please log in", 65, "is a web page without a table"},
        {"page-entity.xls",
         "<!DOCTYPE html [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><table><tr><td>a</table>", 0, "a\n"},
        {"page-frame.xls", "<html><iframe src=\"http://127.0.0.1:9/\"></iframe><table><tr><td>a</table>", 0,
         "a\n"},
        {"page-script.xls", "<table><tr><td><script>x()</script>a</table>", 0, "a\n"},
        {"page-comment-open.xls", "<table><tr><td>a<!-- </table>", 65, "the page ends within a table"},
        {"page-reference.xls", "<table><tr><td>a&#1114112;&#xD800;&#0;b</table>", 0, "ab\n"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        hostile_text(cases[i].name, cases[i].html, cases[i].status, cases[i].text);
    struct bytes deep = text_of("<html>"), fonts = text_of("<table><tr><td>"), cells = text_of("<table><tr>"),
                 tables = {0};
    put_many(&deep, "<div>", DEEP);
    page("page-deep.xls", deep, 65, "passes limit html-depth=2000");
    put_many(&fonts, "<font>", DEEP);
    page("page-deep-cell.xls", fonts, 65, "passes limit html-depth=2000");
    put_many(&cells, "<td>x", DEEP);
    page("page-columns.xls", cells, 65, "a cell beyond the last column");
    put_many(&tables, "<table><tr><td>x</table>", DEEP);
    page("page-tables.xls", tables, 65, "passes limit sheets=2000");
    struct bytes nested = {0}, spans = text_of("<table>"), text = text_of("<table><tr><td>"),
                 nul = text_of("<table><tr><td>a");
    put_many(&nested, "<table><tr><td>", DEEP);
    page("page-nested.xls", nested, 65, "passes limit html-depth=2000");
    put_many(&spans, "<tr><td colspan=2>x", 200001);
    page("page-spans.xls", spans, 65, "passes limit merged=200000");
    put_noise(&text, 9 * MIB);
    page("page-text.xls", text, 65, "passes limit row-bytes=8M");
    put(&nul, "\0</table>", 9);
    page("page-nul.xls", nul, 65, "a NUL byte, which no text has");
}

static void delimited(void)
{
    struct bytes line = text_of("a,b\n"), open = text_of("a,b\n\""), fields = {0}, nul = text_of("a,b\n1,"),
                 lines = {0};
    put_many(&line, "0123456789abcdef", 65 * MIB / 16);
    hostile_file("line-65m.csv", &line, "", 65, "passes limit row-bytes=8M");
    put_many(&open, "1,2\n", 65 * MIB / 4);
    hostile_file("quote-open-65m.csv", &open, "", 65, "passes limit row-bytes=8M");
    put_many(&fields, "1,", 1000000);
    hostile_file("fields-million.csv", &fields, "", 65, "a field beyond the last column");
    put(&nul, "\0\n", 2);
    hostile_file("nul.csv", &nul, "", 65, "");
    put_many(&lines, "\n", MIB);
    put_text(&lines, "x\n");
    hostile_file("lines-empty.csv", &lines, "--cell A1048577", 2, "'A1048577' is no address of a cell");
    hostile_text("quote-open.csv", "a,b\n\"1,2\n3,4\n", 65, "a quotation mark that never closes");
    hostile_text("quote-behind.csv", "a,b\n\"1\"x,2\n", 65, "text behind a closing quotation mark");
    hostile_text("formula.csv", "a,b\n=cmd|' /C calc'!A0,@x\n", 0, "a,b\n=cmd|' /C calc'!A0,@x\n");
    struct bytes noise = text_of("\x01\x02\x03\x04"), half = text_of("\xFF\xFE");
    put_noise(&noise, 1000);
    hostile_file("noise.csv", &noise, "", 65, "is neither a workbook nor text");
    put(&half, "a\0;\0b\0\n\0c", 9);
    hostile_file("utf16-half.csv", &half, "", 0, "a,b\n");
}

/* Only that they are refused: by what, is told where gzip is read. */
static void compressed(void)
{
    static const unsigned char head[] = {0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3};
    struct bytes cut = {0}, garbage = {0};
    put(&cut, head, sizeof head);
    hostile_file("cut.csv.gz", &cut, "", 65, "");
    put(&garbage, head, sizeof head);
    put_noise(&garbage, 100);
    hostile_file("garbage.csv.gz", &garbage, "", 65, "");
}

void make_others(void)
{
    documents();
    documents_built();
    pages();
    delimited();
    compressed();
}
