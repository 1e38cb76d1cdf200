/* Sheets, strings, styles and relations of workbooks that claim what is not so, or ask for more than there
 * is. */
#include "hostile.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void with_options(const char *name, struct workbook *w, const char *options, int status,
                         const char *text)
{
    struct bytes b = workbook(w);
    hostile_file(name, &b, options, status, text);
}

static void sheet(const char *name, const char *inner, int status, const char *text)
{
    struct workbook w = {.sheet = xml_root("worksheet", inner)};
    with_options(name, &w, "", status, text);
}

#define DATA(rows) "<sheetData>" rows "</sheetData>"
#define ROW1(cells) DATA("<row r=\"1\">" cells "</row>")

static void positions(void)
{
    static const char address[] = "a cell's address cannot be read",
                      number[] = "a row's number cannot be read", order[] = "a row behind a later one",
                      twice[] = "a cell that stands twice";
    static const struct {
        const char *name, *inner;
        int status;
        const char *text;
    } cases[] = {
        {"dimension-all", "<dimension ref=\"A1:XFD1048576\"/>" DATA(ORDINARY_ROWS), 0, ORDINARY},
        {"dimension-beyond", "<dimension ref=\"A1:ZZZZZ99999999999\"/>" DATA(ORDINARY_ROWS), 0, ORDINARY},
        {"dimension-garbage", "<dimension ref=\"'; drop table x --\"/>" DATA(ORDINARY_ROWS), 0, ORDINARY},
        {"dimension-small", "<dimension ref=\"A1\"/>" DATA(ORDINARY_ROWS), 0, ORDINARY},
        {"row-beyond", DATA("<row r=\"1048577\"><c><v>1</v></c></row>"), 65, "a row beyond the last one"},
        {"row-far-beyond", DATA("<row r=\"999999999999999999\"><c><v>1</v></c></row>"), 65,
         "a row beyond the last one"},
        {"row-overflow", DATA("<row r=\"99999999999999999999\"><c><v>1</v></c></row>"), 65, number},
        {"row-zero", DATA("<row r=\"0\"><c><v>1</v></c></row>"), 65, number},
        {"row-negative", DATA("<row r=\"-1\"><c><v>1</v></c></row>"), 65, number},
        {"row-word", DATA("<row r=\"one\"><c><v>1</v></c></row>"), 65, number},
        {"row-order", DATA("<row r=\"2\"><c><v>2</v></c></row><row r=\"1\"><c><v>1</v></c></row>"), 65,
         order},
        {"row-twice", DATA("<row r=\"2\"><c><v>2</v></c></row><row r=\"2\"><c><v>1</v></c></row>"), 65,
         order},
        {"column-beyond", ROW1("<c r=\"XFE1\"><v>1</v></c>"), 65, address},
        {"column-far-beyond", ROW1("<c r=\"ZZZZZZZZZZZZZZZZZZZZ1\"><v>1</v></c>"), 65, address},
        {"column-none", ROW1("<c r=\"1\"><v>1</v></c>"), 65, address},
        {"address-empty", ROW1("<c r=\"\"><v>1</v></c>"), 65, address},
        {"address-injected", ROW1("<c r=\"A1;rm -rf /\"><v>1</v></c>"), 65, address},
        {"cells-order", ROW1("<c r=\"C1\"><v>3</v></c><c r=\"A1\"><v>1</v></c><c r=\"B1\"><v>2</v></c>"), 0,
         "1,2,3\n"},
        {"cells-twice", ROW1("<c r=\"A1\"><v>1</v></c><c r=\"A1\"><v>2</v></c>"), 65, twice},
        {"cells-twice-apart",
         ROW1("<c r=\"A1\"><v>1</v></c><c r=\"B1\"><v>2</v></c><c r=\"A1\"><v>3</v></c>"), 65, twice},
        {"string-beyond", ROW1("<c r=\"A1\" t=\"s\"><v>1</v></c>"), 65,
         "a shared string that does not exist"},
        {"string-far-beyond", ROW1("<c r=\"A1\" t=\"s\"><v>999999999999999999</v></c>"), 65,
         "a shared string that does not exist"},
        {"string-overflow", ROW1("<c r=\"A1\" t=\"s\"><v>18446744073709551616</v></c>"), 65,
         "a shared string that does not exist"},
        {"string-negative", ROW1("<c r=\"A1\" t=\"s\"><v>-1</v></c>"), 65,
         "a shared string that does not exist"},
        {"string-word", ROW1("<c r=\"A1\" t=\"s\"><v>x</v></c>"), 65, "a shared string that does not exist"},
        {"style-beyond", ROW1("<c r=\"A1\" s=\"99999\"><v>7</v></c>"), 0, "7\n"},
        {"style-overflow", ROW1("<c r=\"A1\" s=\"99999999999999999999\"><v>7</v></c>"), 0, "7\n"},
        {"style-negative", ROW1("<c r=\"A1\" s=\"-1\"><v>7</v></c>"), 0, "7\n"},
        {"type-unknown", ROW1("<c r=\"A1\" t=\"zzz\"><v>7</v></c>"), 0, "7\n"},
        {"number-huge", ROW1("<c r=\"A1\"><v>1e999999999</v></c>"), 0, "1e999999999\n"},
        {"number-not", ROW1("<c r=\"A1\"><v>=1+1</v></c>"), 0, "=1+1\n"},
        {"data-twice", DATA(ORDINARY_ROWS) DATA(""), 0, ORDINARY},
        {"data-none", "", 0, ""},
    };
    char name[64];
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        snprintf(name, sizeof name, "%s.xlsx", cases[i].name);
        sheet(name, cases[i].inner, cases[i].status, cases[i].text);
    }
}

#define LIST "number,name,visible,rows,columns,dimension,merged,hidden_rows,hidden_columns,areas\n"

static void merges(void)
{
    enum { MANY = 200001 };
    static const struct {
        const char *name, *ref;
        int status;
        const char *text;
    } cases[] = {
        {"merge-all", "A1:XFD1048576", 0, LIST "1,Data,yes,1,2,,1,0,0,A1:XFD1048576\n"},
        {"merge-beyond", "A1:XFE1048577", 65, "the address of merged cells cannot be read"},
        {"merge-backwards", "B2:A1", 65, "the address of merged cells cannot be read"},
        {"merge-garbage", "A1:B2:C3", 65, "the address of merged cells cannot be read"},
        {"merge-empty", "", 65, "the address of merged cells cannot be read"},
    };
    char name[64];
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct bytes b = text_of(DATA(ORDINARY_ROWS));
        put_format(&b, "<mergeCells count=\"1000000000\"><mergeCell ref=\"%s\"/></mergeCells>", cases[i].ref);
        struct workbook w = {.sheet = xml_root_of("worksheet", b)};
        snprintf(name, sizeof name, "%s.xlsx", cases[i].name);
        with_options(name, &w, "--list", cases[i].status, cases[i].text);
    }
    struct bytes b = text_of(DATA(ORDINARY_ROWS) "<mergeCells>");
    for (int i = 0; i < MANY; i++)
        put_format(&b, "<mergeCell ref=\"A%d:XFD1048576\"/>", i + 1);
    put_text(&b, "</mergeCells>");
    struct workbook w = {.sheet = xml_root_of("worksheet", b)};
    with_options("merge-many.xlsx", &w, "--list", 65, "passes limit merged=200000");
}

static void strings_and_styles(void)
{
    enum { MIB = 1024 * 1024, MANY = 100001 };
    struct workbook counted = {
        .strings = text_of("<?xml version=\"1.0\"?><sst xmlns=\"http://schemas.openxmlformats.org/"
                           "spreadsheetml/2006/main\" count=\"1000000000\" uniqueCount=\"4294967295\">"
                           "<si><t>satu</t></si></sst>")};
    with_options("strings-count.xlsx", &counted, "", 0, ORDINARY);
    struct bytes b = text_of("<si><t>");
    put_noise(&b, 9 * MIB);
    put_text(&b, "</t></si>");
    struct workbook longest = {.strings = xml_root_of("sst", b)};
    with_options("string-long.xlsx", &longest, "", 65, "passes limit row-bytes=8M");
    struct workbook few = {.strings = xml_root("sst", "<si><t>satu</t></si><si><t>dua</t></si>")};
    with_options("limit-strings.xlsx", &few, "--limit strings=1", 65, "passes limit strings=1 (");
    few.strings = xml_root("sst", "<si><t>satu</t></si><si><r><t>dua</t></r></si>");
    with_options("limit-string-bytes.xlsx", &few, "--limit string-bytes=6", 65,
                 "passes limit string-bytes=6 (");

    /* one string of a mebibyte, said again and again: a row of more than 8, a sheet of more than it may */
    struct bytes string = text_of("<si><t>"), row = text_of("<sheetData><row>"),
                 rows = text_of("<sheetData>");
    put_noise(&string, MIB);
    put_text(&string, "</t></si>");
    string = xml_root_of("sst", string);
    put_many(&row, "<c t=\"s\"><v>0</v></c>", 1000);
    put_text(&row, "</row></sheetData>");
    put_many(&rows, "<row><c t=\"s\"><v>0</v></c></row>", 1000);
    put_text(&rows, "</sheetData>");
    struct bytes again = {0}, one_more = {0};
    put(&again, string.ptr, string.len);
    put(&one_more, string.ptr, string.len);
    struct workbook wide = {.sheet = xml_root_of("worksheet", row), .strings = string},
                    tall = {.sheet = xml_root_of("worksheet", rows), .strings = again};
    with_options("said-wide.xlsx", &wide, "", 65, "passes limit row-bytes=8M");
    struct bytes merged = text_of("<sheetData>" ORDINARY_ROWS
                                  "</sheetData><mergeCells><mergeCell ref=\"B1:XFD600\"/></mergeCells>");
    struct workbook spread = {.sheet = xml_root_of("worksheet", merged), .strings = one_more};
    with_options("said-spread.xlsx", &spread, "--spread", 65,
                 "repeat more text than limit text-bytes allows");
    with_options("said-tall.xlsx", &tall, "--limit text-bytes=100M", 65, "passes limit text-bytes=100M");

    struct bytes styles = text_of("<cellXfs count=\"1000000\">"), formats = text_of("<numFmts>");
    for (int i = 0; i < 1000000; i++)
        put_format(&styles, "<xf numFmtId=\"%ld\"/>", i * 7919L % 1000003);
    put_text(&styles, "</cellXfs>");
    for (int i = 0; i < MANY; i++)
        put_format(&formats, "<numFmt numFmtId=\"%d\" formatCode=\"0\"/>", 164 + i);
    put_text(&formats, "</numFmts>");
    struct workbook million = {.styles = xml_root_of("styleSheet", styles)},
                    codes = {.styles = xml_root_of("styleSheet", formats)};
    with_options("styles-million.xlsx", &million, "", 65, "passes limit styles=100000");
    with_options("formats-many.xlsx", &codes, "", 65, "passes limit styles=100000");
    /* as many of both as may be: each style looks for its format */
    formats = text_of("<numFmts>");
    for (int i = 0; i < MANY - 2; i++)
        put_format(&formats, "<numFmt numFmtId=\"%d\" formatCode=\"0\"/>", 164 + i);
    put_text(&formats, "</numFmts><cellXfs>");
    put_many(&formats, "<xf numFmtId=\"65000\"/>", MANY - 2);
    put_text(&formats, "</cellXfs>");
    struct workbook both = {.styles = xml_root_of("styleSheet", formats)};
    with_options("styles-and-formats.xlsx", &both, "", 0, ORDINARY);
}

static void number_formats(void)
{
    static const char *const codes[] = {"[&gt;1e400]&quot;",
                                        "\\",
                                        "[",
                                        "[$-F800]",
                                        "&quot;",
                                        "_",
                                        "*",
                                        "0;0;0;0;0;0;0;0",
                                        "[h",
                                        "@{[system('id')]}",
                                        "[&gt;`id`]0",
                                        "%s%n%n%n",
                                        "General;[Red",
                                        "&#10;&#13;&#9;"};
    char name[64];
    for (size_t i = 0; i < sizeof codes / sizeof *codes; i++) {
        struct bytes b = {0};
        put_format(&b,
                   "<numFmts><numFmt numFmtId=\"164\" formatCode=\"%s\"/></numFmts><cellXfs><xf "
                   "numFmtId=\"164\"/></cellXfs>",
                   codes[i]);
        struct workbook w = {.sheet = xml_root("worksheet", ROW1("<c r=\"A1\" s=\"0\"><v>-1</v></c>")),
                             .styles = xml_root_of("styleSheet", b)};
        snprintf(name, sizeof name, "format-%02zu.xlsx", i + 1);
        with_options(name, &w, "", 0, "-1\n");
    }
    struct bytes b = text_of("<numFmts><numFmt numFmtId=\"164\" formatCode=\"");
    put_many(&b, "[Red]&quot;", 100000);
    put_text(&b, "\"/></numFmts><cellXfs><xf numFmtId=\"164\"/></cellXfs>");
    struct workbook w = {.sheet = xml_root("worksheet", ROW1("<c r=\"A1\" s=\"0\"><v>-1</v></c>")),
                         .styles = xml_root_of("styleSheet", b)};
    with_options("format-long.xlsx", &w, "", 0, "-1\n");
}

#define RELATION(id, type, target)                                                                           \
    "<Relationship Id=\"" id                                                                                 \
    "\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/" type                    \
    "\" Target=\"" target "\"/>"
#define RELATIONS(all)                                                                                       \
    "<?xml version=\"1.0\"?><Relationships "                                                                 \
    "xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" all "</Relationships>"

static void relations(void)
{
    static const char missing[] = "the part of a sheet is missing";
    static const struct {
        const char *name, *target;
        int status;
        const char *text;
    } cases[] = {
        {"target-file", "file:///etc/passwd", 65, missing},
        {"target-http", "http://127.0.0.1:9/sheet.xml", 65, missing},
        {"target-up", "../../../../../../etc/passwd", 65, missing},
        {"target-root", "/etc/passwd", 65, missing},
        {"target-share", "\\\\127.0.0.1\\share\\x.xml", 65, missing},
        {"target-drive", "C:\\x.xml", 65, missing},
        {"target-empty", "", 65, missing},
        {"target-format", "%s%n%n%n", 65, missing},
        {"target-itself", "workbook.xml", 0, ""},
        {"target-relations", "_rels/workbook.xml.rels", 0, ""},
        {"target-strings", "sharedStrings.xml", 0, ""},
    };
    char name[64];
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct bytes b = {0};
        put_format(&b, RELATIONS(RELATION("r1", "worksheet", "%s")), cases[i].target);
        struct workbook w = {.workbook_rels = b};
        snprintf(name, sizeof name, "%s.xlsx", cases[i].name);
        with_options(name, &w, "", cases[i].status, cases[i].text);
    }
    struct workbook circle = {.rels = text_of(RELATIONS(RELATION("a", "officeDocument", "_rels/.rels")))},
                    nowhere = {.rels =
                                   text_of(RELATIONS(RELATION("a", "officeDocument", "file:///etc/passwd")))};
    with_options("document-itself.xlsx", &circle, "", 65, "is a workbook without sheets");
    with_options("document-outside.xlsx", &nowhere, "", 0, ORDINARY); /* it is where it always is */

    enum { MANY = 100000, ALLOWED = 2000 };
    struct bytes b = text_of("<?xml version=\"1.0\"?><Relationships>");
    put_many(&b, RELATION("r1", "worksheet", "worksheets/sheet1.xml"), MANY);
    put_text(&b, "</Relationships>");
    struct workbook many = {.workbook_rels = b};
    with_options("relations-many.xlsx", &many, "", 65, "passes limit parts=2000");
    b = text_of("<sheets>");
    put_many(&b, "<sheet name=\"a\" r:id=\"r1\"/>", MANY);
    put_text(&b, "</sheets>");
    struct workbook sheets = {.workbook = xml_root_of("workbook", b)};
    with_options("sheets-many.xlsx", &sheets, "", 65, "passes limit sheets=2000");
    /* as many of both as may be, none of which leads anywhere at once */
    struct bytes all = text_of("<?xml version=\"1.0\"?><Relationships>");
    put_many(&all, RELATION("q", "worksheet", "worksheets/sheet1.xml"), ALLOWED - 1);
    put_text(&all, RELATION("r1", "worksheet", "worksheets/sheet1.xml") "</Relationships>");
    b = text_of("<sheets>");
    put_many(&b, "<sheet name=\"a\" r:id=\"r1\"/>", ALLOWED);
    put_text(&b, "</sheets>");
    struct workbook both = {.workbook = xml_root_of("workbook", b), .workbook_rels = all};
    with_options("sheets-and-relations.xlsx", &both, "", 65, "a shared string that does not exist");
}

/* What kp2s-extract would try every layout on. */
static void headings(void)
{
    enum { ROWS = 4, COLUMNS = 16384, MANY = 200000 };
    struct bytes wide = text_of("<sheetData>"), wider = {0}, merged = text_of("<sheetData><row>");
    for (int row = 0; row < ROWS; row++) {
        put_text(&wide, "<row>");
        for (int col = 0; col < COLUMNS; col++)
            put_format(&wide, "<c><v>%ld</v></c>", (row * COLUMNS + col) * 7919L % 10);
        put_text(&wide, "</row>");
    }
    put(&wider, wide.ptr, wide.len);
    for (int row = 0; row < ROWS; row++)
        put_text(&wider, "<row><c r=\"XFD1\"><v>0</v></c></row>");
    put_text(&wide, "</sheetData>");
    put_text(&wider, "</sheetData>");
    struct workbook w = {.sheet = xml_root_of("worksheet", wide)};
    with_options("heading-wide.xlsx", &w, "--cell A1", 0, "A1,0\n");
    w.sheet = xml_root_of("worksheet", wider);
    with_options("heading-wider.xlsx", &w, "--cell A1", 0, "A1,0\n");
    put_many(&merged, "<c><v>1</v></c>", COLUMNS);
    put_text(&merged, "</row></sheetData><mergeCells>");
    put_many(&merged, "<mergeCell ref=\"A1:XFD100\"/>", MANY);
    put_text(&merged, "</mergeCells>");
    w.sheet = xml_root_of("worksheet", merged);
    with_options("heading-merged.xlsx", &w, "--cell XFD1", 0, "XFD1,1\n");
}

void make_sheets(void)
{
    headings();
    positions();
    merges();
    strings_and_styles();
    number_formats();
    relations();
}
