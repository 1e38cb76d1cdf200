/* Workbooks and delimited text as rows: every feature of the format on a file made for it. */
#include "book.h"
#include "text.h"

#include "cells.h"
#include "makezip.h"

#include <criterion/criterion.h>

static char path[64];
static struct err e;

static void name_path(void)
{
    snprintf(path, sizeof path, "/tmp/kp2s-book-%ld", (long)getpid());
}

/* The first sheet as "R1C1 type text|…", or the message of the fault. */
static const char *dump(void)
{
    static char out[4000];
    size_t n = 0;
    e = (struct err){0};
    out[0] = '\0';
    struct book *b = book_open(path, &e);
    struct rows *r = b ? rows_open(b, 0, &e) : NULL;
    struct row row;
    while (r && rows_next(r, &row, &e) > 0)
        n = cells_put(out, sizeof out, n, &row);
    rows_close(r);
    book_close(b);
    unlink(path);
    return e.status ? e.text : out;
}

static const char *sheet(const char *rows)
{
    char xml[3000];
    snprintf(xml, sizeof xml, "<sheetData>%s</sheetData>", rows);
    name_path();
    makebook(path,
             &(struct makebook){
                 .sheet = xml,
                 .strings = "<si><t>satu</t></si><si/>"
                            "<si><r><t>du</t></r><r><t xml:space=\"preserve\">a </t></r>"
                            "<rPh sb=\"0\" eb=\"1\"><t>XX</t></rPh></si><si><t>a_x000D_b_x005F_</t></si>",
                 .styles =
                     "<numFmts><numFmt numFmtId=\"170\" formatCode=\"dd/mm/yyyy\"/></numFmts>"
                     "<cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs>"
                     "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"170\"/><xf numFmtId=\"46\"/></cellXfs>"});
    return dump();
}

Test(xlsx, cells)
{
    static const struct {
        const char *rows, *seen;
    } cases[] = {
        {"<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"C1\" t=\"s\"><v>2</v></c></row>",
         "A1t=satu|C1t=dua |"},
        {"<row r=\"1\"><c r=\"A1\" t=\"s\"><v>1</v></c><c r=\"B1\"/></row>", ""},
        {"<row><c t=\"s\"><v>0</v></c><c><v>5</v></c></row><row><c/><c><v>6</v></c></row>",
         "A1t=satu|B1n=5|B2n=6|"},
        {"<row r=\"3\"><c r=\"B3\"><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>",
         "B3n=1|C3n=2|A4n=3|"},
        {"<row r=\"1\"><c r=\"C1\"><v>3</v></c><c r=\"A1\"><v>1</v></c></row>", "A1n=1|C1n=3|"},
        {"<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>x</t></is></c><c "
         "t=\"inlineStr\"><is><r><t>y</t></r>"
         "<r><t>z</t></r><rPh><t>no</t></rPh></is></c></row>",
         "A1t=x|B1t=yz|"},
        {"<row r=\"1\"><c r=\"A1\" t=\"s\"><v>3</v></c><c t=\"str\"><f>A1</f><v>_x0041__x00e9_</v></c></row>",
         "A1t=a\rb_|B1t=Aé|"},
        {"<row r=\"1\"><c t=\"str\"><v>_xD83D__xDE00_ _xD83D_ _x0000_ _x12_</v></c></row>",
         "A1t=\xF0\x9F\x98\x80 \xEF\xBF\xBD _x0000_ _x12_|"},
        {"<row r=\"1\"><c t=\"b\"><v>1</v></c><c t=\"b\"><v>0</v></c><c t=\"e\"><v>#DIV/0!</v></c></row>",
         "A1b=TRUE|B1b=FALSE|C1e=#DIV/0!|"},
        {"<row r=\"1\"><c s=\"1\"><v>44196</v></c><c s=\"2\"><v>3.5</v></c><c s=\"1\" t=\"s\"><v>0</v></c>"
         "<c s=\"99\"><v>44196</v></c></row>",
         "A1d=2020-12-31|B1u=84:00:00|C1t=satu|D1n=44196|"},
        {"<row r=\"1\"><c t=\"d\"><v>2021-01-01T00:00:00.000Z</v></c><c "
         "t=\"d\"><v>2021-01-01T10:10:10Z</v></c></row>",
         "A1d=2021-01-01|B1d=2021-01-01T10:10:10|"},
        {"<row r=\"1\"><c t=\"d\"><v>10:10:10.5</v></c><c t=\"d\"><v>PT30H</v></c><c t=\"d\"><v>besok</v></c>"
         "</row>",
         "A1d=10:10:10.500|B1u=30:00:00|C1t=besok|"},
        {"<row r=\"1\"><c t=\"str\"><f>A2&amp;B2</f></c><c t=\"str\"><f>A2</f><v/></c></row><row><c "
         "r='A2' t='str'><f>A3</f></c><c t='str'><f>A3</f><v></v></c></row>",
         "A1e=#BELUM DIHITUNG!|A2e=#BELUM DIHITUNG!|"},
        {"<row r=\"1\"><c><f>1/3</f><v>0.33333333333333331</v></c><c><f>A1</f></c></row>",
         "A1n=0.3333333333333333|B1e=#BELUM DIHITUNG!|"},
        {"<row r=\"1\"><c><f>A2</f><v></v></c><c s=\"1\"><f>A2</f><v/></c><c t=\"str\"><f>\"\"</f><v></v></c>"
         "<c><v></v></c><c t=\"n\"><f t=\"shared\" si=\"0\"/></c></row><row><c r='A2'><f>A3</f></c></row>",
         "A1e=#BELUM DIHITUNG!|B1e=#BELUM DIHITUNG!|E1e=#BELUM DIHITUNG!|A2e=#BELUM DIHITUNG!|"},
        {"<row r=\"1\"><c><v>3376905503230001</v></c><c><v>1.5E2</v></c></row>",
         "A1n=3376905503230001|B1n=150|"},
        {"<row r=\"1\"><c r=\"XFD1\"><v>1</v></c></row><row r=\"1048576\"><c><v>2</v></c></row>",
         "XFD1n=1|A1048576n=2|"},
        {"<row r=\"1\"><c t=\"str\"><v><![CDATA[a<b]]></v></c></row><row/>", "A1t=a<b|"},
        {"<row r=\"1\"><c t=\"s\"><v>9</v></c></row>",
         "'"
         "PATH"
         "' is damaged: a cell refers to a shared string that does not exist"},
        {"<row r=\"0\"/>", "'PATH' is damaged: a row's number cannot be read"},
        {"<row r=\"1048577\"/>", "'PATH' is damaged: a row beyond the last one"},
        {"<row r=\"1\"><c r=\"AAAA1\"/></row>", "'PATH' is damaged: a cell's address cannot be read"},
        {"<row r=\"1\"><c r=\"XFE1\"/></row>", "'PATH' is damaged: a cell's address cannot be read"},
        {"<row r=\"1\"><c>", "'PATH' is damaged: mismatched tag"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char expected[500], *at;
        const char *seen = sheet(cases[i].rows);
        snprintf(expected, sizeof expected, "%s", cases[i].seen);
        if ((at = strstr(expected, "PATH"))) {
            char rest[400];
            snprintf(rest, sizeof rest, "%s", at + 4);
            snprintf(at, sizeof expected - (size_t)(at - expected), "%s%s", path, rest);
        }
        cr_assert_str_eq(seen, expected, "case %zu: %s", i, seen);
    }
}

Test(xlsx, prefixed_names_and_absolute_part_names)
{
    name_path();
    makebook(path, &(struct makebook){
                       .prefix = "x:",
                       .sheet = "<x:sheetData><x:row r=\"1\"><x:c r=\"A1\" t=\"s\"><x:v>0</x:v></x:c>"
                                "</x:row></x:sheetData>",
                       .strings = "<x:si><x:t>satu</x:t></x:si>",
                       .sheet_target = "/xl/worksheets/sheet1.xml"});
    cr_assert_str_eq(dump(), "A1t=satu|");
    makebook(path, &(struct makebook){.sheet = "<sheetData><row><c><v>1</v></c></row></sheetData>",
                                      .sheet_target = "../xl/worksheets/sheet1.xml"});
    cr_assert_str_eq(dump(), "A1n=1|");
}

/* Elements of the same names where they mean something else: behind the sheets, among differential formats.
 */
Test(xlsx, extensions_are_passed_over)
{
    name_path();
    makebook(
        path,
        &(struct makebook){
            .workbook =
                "<workbookPr date1904=\"1\"/><sheets><sheet name=\"Data\" sheetId=\"1\" r:id=\"rId1\"/>"
                "</sheets><extLst><ext><x14:workbookPr xmlns:x14=\"x\" defaultImageDpi=\"32767\"/>"
                "<x:p xmlns:x=\"x\"><x:sheet name=\"Bukan\"/></x:p></ext></extLst>",
            .styles = "<dxfs><dxf><numFmt numFmtId=\"1\" formatCode=\"dd/mm/yyyy\"/></dxf></dxfs><numFmts>"
                      "<mc:AlternateContent xmlns:mc=\"m\"><mc:Choice><numFmt numFmtId=\"170\" "
                      "formatCode=\"dd/mm/yyyy\"/></mc:Choice></mc:AlternateContent></numFmts>"
                      "<cellXfs><xf numFmtId=\"1\"/><xf numFmtId=\"170\"/></cellXfs>",
            .sheet = "<sheetData><row><c s=\"0\"><v>7</v></c><c s=\"1\"><v>42735</v></c></row></sheetData>"});
    cr_assert_str_eq(dump(), "A1n=7|B1d=2021-01-01|");
}

Test(xlsx, dates_of_1904)
{
    name_path();
    makebook(path,
             &(struct makebook){
                 .workbook = "<workbookPr date1904=\"1\"/><sheets><sheet name=\"A\" r:id=\"rId1\"/></sheets>",
                 .styles = "<cellXfs><xf numFmtId=\"14\"/></cellXfs>",
                 .sheet = "<sheetData><row><c><v>42735</v></c></row></sheetData>"});
    cr_assert_str_eq(dump(), "A1d=2021-01-01|");
}

Test(xlsx, a_document_type_is_refused)
{
    const struct makezip_part part[] = {
        {.name = "xl/workbook.xml", .text = "<!DOCTYPE a [<!ENTITY b \"c\">]><workbook/>"}};
    name_path();
    makezip(path, part, 1);
    char expected[200];
    snprintf(expected, sizeof expected, "'%s' is damaged: a document type declaration, which no workbook has",
             path);
    cr_assert_str_eq(dump(), expected);
    cr_assert_str_eq(e.place, "part xl/workbook.xml, line 1");
}

Test(xlsx, sheets_and_merged_cells)
{
    name_path();
    makebook(path,
             &(struct makebook){
                 .workbook = "<sheets><sheet name=\"A &amp; B \" r:id=\"rId1\"/>"
                             "<sheet name=\"Modul1\" r:id=\"\"/>" /* of Visual Basic: no part, no sheet */
                             "<sheet name=\"H\" state=\"veryHidden\" r:id=\"rId1\"/></sheets>",
                 .sheet = "<dimension ref=\"A1:C9\"/><sheetData/><mergeCells><mergeCell ref=\"A1:C2\"/>"
                          "<mergeCell ref=\"B5\"/></mergeCells>"});
    struct book *b = book_open(path, &e);
    cr_assert_not_null(b, "%s", e.text);
    cr_assert_eq(book_sheets(b), 2);
    cr_assert(str_is(book_sheet(b, 0)->name, "A & B "));
    cr_assert(book_sheet(b, 0)->visible);
    cr_assert_not(book_sheet(b, 1)->visible);
    const struct survey *s = book_survey(b, 0, &e);
    cr_assert_not_null(s, "%s", e.text);
    cr_assert(str_is(s->dimension, "A1:C9"));
    cr_assert_eq(s->ranges, 2);
    cr_assert(s->range[0].row1 == 1 && s->range[0].row2 == 2 && s->range[0].col1 == 1 &&
              s->range[0].col2 == 3);
    cr_assert(s->range[1].row1 == 5 && s->range[1].row2 == 5 && s->range[1].col1 == 2 &&
              s->range[1].col2 == 2);
    book_close(b);
    unlink(path);
}

/* --- delimited text --- */

static const char *text(const char *bytes, size_t len)
{
    name_path();
    FILE *f = fopen(path, "wb");
    fwrite(bytes, 1, len, f);
    fclose(f);
    return dump();
}
#define TEXT(literal) text("" literal, sizeof literal - 1)

Test(text, encodings)
{
    cr_assert_str_eq(TEXT("a,\xC3\xA9\n"), "A1t=a|B1t=é|");
    cr_assert_str_eq(TEXT("\xEF\xBB\xBF"
                          "a,b\n"),
                     "A1t=a|B1t=b|");
    cr_assert_str_eq(TEXT("\xFF\xFE"
                          "a\0,\0\xE9\0\r\0\n\0"),
                     "A1t=a|B1t=é|");
    cr_assert_str_eq(TEXT("\xFE\xFF\0a\0,\xD8\x3D\xDE\x00\0\n"), "A1t=a|B1t=\xF0\x9F\x98\x80|");
    cr_assert_str_eq(TEXT("a\0,\0b\0\n\0"), "A1t=a|B1t=b|");
    cr_assert_str_eq(TEXT("\x93"
                          "a\x94,\xE9,\x80\n"),
                     "A1t=“a”|B1t=é|C1t=€|");
    cr_assert_str_eq(TEXT("3376\xA0,\xC2\xA0x\n"), "A1t=3376\xC2\xA0|B1t=\xC2\xA0x|");
    cr_assert_str_eq(TEXT("a,\xC3"), "A1t=a|B1l=Ã|");
}

Test(text, rows)
{
    cr_assert_str_eq(TEXT("a,b\r\n\r\n c ,\r\nd"), "A1t=a|B1t=b|A3t= c |A4l=d|");
    cr_assert_str_eq(TEXT("a,b\n\n\nc,d\n"), "A1t=a|B1t=b|A4t=c|B4t=d|");
    cr_assert_str_eq(TEXT("a,b\rc,d\r"), "A1t=a|B1t=b|A2t=c|B2t=d|");
    cr_assert_str_eq(TEXT("a,\"b\r\nc, \"\"d\"\"\"\r\ne,f"), "A1t=a|B1t=b\r\nc, \"d\"|A2t=e|B2l=f|");
    cr_assert_str_eq(TEXT(" a , \"b\"\n"), "A1t= a |B1t= \"b\"|");
    cr_assert_str_eq(TEXT("ID;P\nC;1\n"), "A1t=ID|B1t=P|A2t=C|B2t=1|"); /* not SYLK, which begins alike */
}

Test(text, the_last_field_of_a_file_without_line_end)
{
    cr_assert_str_eq(TEXT("a,b\n1,2"), "A1t=a|B1t=b|A2t=1|B2l=2|");
    cr_assert_str_eq(TEXT("a,b,c\n1,,"), "A1t=a|B1t=b|C1t=c|A2t=1|C2l=|");
    cr_assert_str_eq(TEXT("a,b\n1"), "A1t=a|B1t=b|A2l=1|");
    cr_assert_str_eq(TEXT("a,b\n1\r"), "A1t=a|B1t=b|A2t=1|");
    cr_assert_str_eq(TEXT("a,b\n,"), "A1t=a|B1t=b|");
}

Test(text, a_quote_that_never_closes)
{
    char expected[200];
    const char *seen = TEXT("a,b\nc,\"d\ne,f\n");
    snprintf(expected, sizeof expected,
             "'%s' cannot be read as delimited text: a quotation mark that never closes", path);
    cr_assert_str_eq(seen, expected);
    cr_assert_str_eq(e.place, "row 2");
    cr_assert_str_eq(e.hint, "look for a single \" in this row, double it or take it away");
    cr_assert_str_eq(TEXT("a,b\nc,\"d\""), "A1t=a|B1t=b|A2t=c|B2l=d|");
}

Test(text, what_stands_behind_a_closing_quote)
{
    char expected[200];
    cr_assert_str_eq(TEXT("\"a\" ,b\n\"c\"\t\r\n\"d\"  "), "A1t=a|B1t=b|A2t=c|A3l=d|");
    cr_assert_str_eq(TEXT("5\" pipa,\"\",x\n"), "A1t=5\" pipa|C1t=x|");
    const char *seen = TEXT("a,b\nc,\"d\"e\nf,\"g\"\n");
    snprintf(expected, sizeof expected,
             "'%s' cannot be read as delimited text: text behind a closing quotation mark", path);
    cr_assert_str_eq(seen, expected);
    cr_assert_str_eq(e.place, "row 2");
    cr_assert_str_eq(TEXT("\"a\" \"\n"), expected);
}

Test(text, a_row_longer_than_the_buffer)
{
    size_t len = 200 * 1000;
    char *bytes = malloc(len);
    memset(bytes, 'x', len);
    bytes[len - 3] = ',';
    bytes[len - 1] = '\n';
    name_path();
    FILE *f = fopen(path, "wb");
    fwrite(bytes, 1, len, f);
    fclose(f);
    struct book *b = book_open(path, &e);
    struct rows *r = rows_open(b, 0, &e);
    struct row row;
    cr_assert_eq(rows_next(r, &row, &e), 1);
    cr_assert_eq(row.n, 2);
    cr_assert_eq(row.cell[0].text.len, len - 3);
    cr_assert(str_is(row.cell[1].text, "x"));
    cr_assert_eq(rows_next(r, &row, &e), 0);
    rows_close(r);
    book_close(b);
    unlink(path);
    free(bytes);
}

Test(text, delimiters)
{
    static const struct {
        const char *sample;
        char delimiter;
    } cases[] = {
        {"a,b\n1,2\n", ','},
        {"a;b\n1,5;2,5\n", ';'},
        {"Data Tanggal : 2024;;\na;b;c\n1,2;3;4\n", ';'},
        {"a\tb\n1,5\t2\n", '\t'},
        {"a|b|c\nx, y|2|3\n", '|'},
        {"LAPORAN\n\na,b,c\n1,\"x;y;z\",3\n2,\"u;v\",3\n", ','},
        {"judul; sub\na,b\n1,2\n3,4\n", ','},
        {"satu kolom\nsaja\n", ','},
        {"", ','},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        cr_assert_eq(text_delimiter(str_c(cases[i].sample)), cases[i].delimiter, "%s", cases[i].sample);
}

/* --- what is no spreadsheet --- */

Test(book, refused_by_what_it_is)
{
    static const struct {
        const char *bytes;
        size_t len;
        const char *what;
    } cases[] = {
        {"", 0, "empty"},
        {"\x89PNG\r\n\x1A\n", 8, "a PNG picture, not a spreadsheet"},
        {"\xFF\xD8\xFF\xE0", 4, "a JPEG picture, not a spreadsheet"},
        {"GIF89a", 6, "a GIF picture, not a spreadsheet"},
        {"%PDF-1.4", 8, "a PDF document, not a spreadsheet"},
        {"\x1F\x8B\x08", 3, "cut short: the gzip data ends in the middle"},
        {"<?xml version='1.0'?><Workbook/>", 32, "an XML document, not a spreadsheet"},
        {"<?xml version='1.0'?><office:document xmlns:office='o'/>", 56, "a flat OpenDocument file (.fods)"},
        {"\xEF\xBB\xBF \n<HTML><p>x", 15, "a web page without a table"},
        {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8, "damaged: the header of the compound file is not whole"},
        {"\x09\x04\x06\x00", 4, "a workbook of Excel 4"},
        {"ID;PWXL;N;E\r\nP;PGeneral\r\n", 25, "a SYLK file (.slk)"},
        {"TABLE\n0,1\n\"Data\"\n", 17, "a file of the data interchange format (.dif)"},
        {"ab\x01\x02", 4, "neither a workbook nor text"},
        {"PK\3\4", 4, "cut short: the zip directory at its end is missing"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char expected[200];
        const char *seen = text(cases[i].bytes, cases[i].len);
        snprintf(expected, sizeof expected, "'%s' is %s", path, cases[i].what);
        cr_assert_str_eq(seen, expected);
        cr_assert_eq(e.status, ST_UNREADABLE);
        cr_assert_neq(e.hint[0], '\0');
    }
}

Test(book, archives_that_are_no_workbook)
{
    static const struct {
        const char *part, *other, *what;
    } cases[] = {
        {"xl/workbook.bin", "x", "a binary workbook (.xlsb)"},
        {"word/document.xml", "x", "a Word document, not a spreadsheet"},
        {"ppt/presentation.xml", "x", "a presentation, not a spreadsheet"},
        {"readme.txt", "x", "a zip archive, not a spreadsheet"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct makezip_part part[] = {{.name = cases[i].part, .text = "x"},
                                            {.name = cases[i].other, .text = "x"}};
        char expected[200];
        name_path();
        makezip(path, part, 2);
        snprintf(expected, sizeof expected, "'%s' is %s", path, cases[i].what);
        cr_assert_str_eq(dump(), expected);
    }
}

Test(book, addresses)
{
    static const struct {
        const char *text;
        long row;
        int col; /* 0: none */
    } cases[] = {
        {"A1", 1, 1},    {"D14", 14, 4},     {"Z9", 9, 26}, {"AA10", 10, 27}, {"XFD1048576", 1048576, 16384},
        {"XFE1", 0, 0},  {"A1048577", 0, 0}, {"A0", 0, 0},  {"A", 0, 0},      {"14", 0, 0},
        {"A1:B2", 0, 0}, {"AAAA1", 0, 0},    {"", 0, 0},    {"A-1", 0, 0}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        long row = 0;
        int col = 0;
        char back[ADDRESS_SIZE];
        cr_assert_eq(address_parse(str_c(cases[i].text), &row, &col), cases[i].col > 0, "%s", cases[i].text);
        if (cases[i].col == 0)
            continue;
        cr_assert_eq(row, cases[i].row);
        cr_assert_eq(col, cases[i].col);
        cr_assert_eq(address(row, col, back), strlen(cases[i].text));
        cr_assert_str_eq(back, cases[i].text);
    }
}
