/* The scanner against the general parser: the same rows, cell by cell, or it gives way. */
#include "scan.h"
#include "sheetxml.h"
#include "xlsx.h"

#include "cells.h"
#include "makezip.h"

#include <criterion/criterion.h>
#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>

#define MAIN "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""

static char path[64];

static void *text_of(struct sheetxml *s, struct err *e, size_t *len)
{
    char *out = NULL;
    struct row row;
    FILE *f = open_memstream(&out, len);
    int got = -1;
    while (s && (got = sheetxml_next(s, &row, e)) > 0)
        for (size_t i = 0; i < row.n; i++) {
            const struct cell *c = &row.cell[i];
            struct str trimmed = str_trim(c->text);
            fprintf(f, "%ld%s.%d%c=%.*s|", row.number, row.hidden ? "h" : "", c->col, cells_types[c->type],
                    STR_ARG(c->text));
            cr_expect(!c->plain ||
                          (trimmed.len == c->text.len && !memchr(c->text.ptr, ',', c->text.len) &&
                           !memchr(c->text.ptr, '"', c->text.len) && !memchr(c->text.ptr, '\n', c->text.len)),
                      "not plain: %.*s", STR_ARG(c->text));
        }
    fprintf(f, "end %d", got);
    fclose(f);
    return out;
}

/* Reads every sheet of the workbook both ways. How many were scanned to the end goes to *scanned. */
static void compare(const char *file, const char *what, int *scanned)
{
    struct err e = {0}, e1 = {0}, e2 = {0};
    int fd = open(file, O_RDONLY);
    struct xlsx *x = xlsx_open(fd, file, &e);
    for (size_t i = 0; x && i < xlsx_sheets(x); i++) {
        struct sheetsource source;
        if (!xlsx_source(x, i, &source, &e))
            break;
        size_t n1, n2;
        struct sheetxml *a = sheetxml_open(&source, &e1), *b = sheetxml_open_general(&source, &e2);
        char *one = text_of(a, &e1, &n1), *two = text_of(b, &e2, &n2);
        cr_expect(n1 == n2 && memcmp(one, two, n1) == 0, "%s, sheet %zu:\n%.300s\n%.300s", what, i + 1, one,
                  two);
        cr_expect_eq(e1.status, e2.status, "%s: %s / %s", what, e1.text, e2.text);
        *scanned += a && sheetxml_scanning(a);
        sheetxml_close(a);
        sheetxml_close(b);
        free(one);
        free(two);
    }
    xlsx_close(x);
    close(fd);
}

static void write_book(const char *sheet, const char *strings)
{
    static const char relation[] = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    char rels[1500];
    snprintf(rels, sizeof rels,
             "<Relationships><Relationship Id=\"r1\" Type=\"%sworksheet\" Target=\"s.xml\"/>"
             "<Relationship Id=\"r2\" Type=\"%ssharedStrings\" Target=\"t.xml\"/>"
             "<Relationship Id=\"r3\" Type=\"%sstyles\" Target=\"y.xml\"/></Relationships>",
             relation, relation, relation);
    struct makezip_part parts[] = {
        {"xl/workbook.xml", "<workbook><sheets><sheet name=\"A\" id=\"r1\"/></sheets></workbook>", 0, 8, 0,
         0},
        {"xl/_rels/workbook.xml.rels", rels, 0, 8, 0, 0},
        {"xl/s.xml", sheet, 0, 8, 0, 0},
        {"xl/t.xml", strings, 0, 8, 0, 0},
        {"xl/y.xml",
         "<styleSheet><cellXfs><xf/><xf numFmtId=\"14\"/><xf numFmtId=\"46\"/></cellXfs></styleSheet>", 0, 8,
         0, 0},
    };
    snprintf(path, sizeof path, "/tmp/kp2s-scan-%ld.xlsx", (long)getpid());
    makezip(path, parts, sizeof parts / sizeof *parts);
}

static const char plain_strings[] =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<sst " MAIN
    " count=\"3\"><si><t>satu</t></si><si><t xml:space=\"preserve\"> dua &amp; \n</t></si>"
    "<si/><si><t/></si></sst>";

/* Rows in shapes that the scanner knows, must give way to, or that are broken. `scans`: read to the end by
 * it. */
static const struct {
    const char *rows;
    bool scans;
} shapes[] = {
    {"<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"C1\" s=\"1\"><v>45000</v></c></row>", true},
    {"<row><c><v>1</v></c><c><v>2.50</v></c></row><row/><row r=\"7\" hidden=\"1\"><c "
     "r=\"B7\"><v>1e3</v></c></row>",
     true},
    {"<row r=\"1\" spans=\"1:2\" x14ac:dyDescent=\"0.25\">\n <c r=\"A1\" s=\"2\" "
     "t=\"n\"><v>1.5</v></c>\n</row>",
     true},
    {"<row r=\"2\"><c r=\"A2\" t=\"str\"><f>B1&amp;\"x\"</f><v>a_x000A_b "
     "&lt;&#233;&#x1F600;&gt;</v></c></row>",
     true},
    {"<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>sel\r\nbaris\rdua</t></is></c><c r=\"B2\" "
     "t=\"b\"><v>1</v></c></row>",
     true},
    {"<row r=\"2\"><c r=\"A2\" t=\"e\"><f t=\"shared\" si=\"0\"/><v>#DIV/0!</v></c><c r=\"B2\" "
     "t=\"d\"><v>2024-01-02</v></c></row>",
     true},
    {"<row r=\"1\"><c r=\"A1\" s=\"1\"/><c r=\"B1\"></c><c r=\"C1\"><v/></c><c r=\"D1\" "
     "t=\"s\"><v>3</v></c></row>",
     true},
    {"<row r=\"1\"><c r=\"A1\"><f>B1+1</f></c><c r=\"B1\"><f>A2</f><v></v></c><c r=\"C1\" "
     "s=\"1\"><f>A2</f><v/></c>"
     "<c r=\"D1\" t=\"s\"><f t=\"shared\" si=\"0\"/></c><c r=\"E1\" t=\"e\"><f>A2</f><v> </v></c></row>",
     true},
    {"<row r=\"1\"><c r=\"A1\" t=\"str\"><f>\"\"</f><v></v></c><c r=\"B1\" t=\"str\"><f>\"\"</f></c><c "
     "r=\"C1\">"
     "<v>1</v></c><c r=\"D1\" t=\"s\"><f>A1</f><v>2</v></c></row>",
     true},
    {"<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><f>A2</f><is><t></t></is></c><c r=\"B1\"></c></row>", true},
    {"<row r=\"1\"><c r=\"XFD1\" t=\"s\"><v>1</v></c></row>", true},
    {"<row r=\"1048576\"><c r=\"A1048576\"><v>0.1</v></c></row>", true},
    {"<row r=\"1\"><c r=\"A1\" cm=\"1\" vm=\"2\" ph=\"1\"><v>-0</v></c></row>", true},
    {"<row r=\"1\"><c r=\"A1\"><v>\xC3\xA9</v></c></row>", true},
    {"", true},
    /* known to the general parser alone */
    {"<row r=\"1\"><c r='A1'><v>1</v></c></row>", false},
    {"<row r=\"1\"><c r=\"A1\"><v></v><f>B1</f></c><c r='B1'><f>A2</f></c><c r=\"C1\"><f/></c></row>", false},
    {"<row r=\"1\"><c r=\"A1\"><v>1</v></c></row><!-- note --><row r=\"2\"><c r=\"A2\"><v>2</v></c></row>",
     false},
    {"<row r=\"1\"><c r=\"A1\"><v><![CDATA[5]]></v></c></row>", false},
    {"<row r=\"1\"><c r=\"A1\" "
     "t=\"inlineStr\"><is><r><t>a</t></r><r><t>b</t></r><rPh><t>x</t></rPh></is></c></row>",
     false},
    {"<row r=\"1\"><c r=\"B1\"><v>1</v></c><c r=\"A1\"><v>2</v></c></row>", false},
    {"<row r=\"1\"><c r=\"A9\"><v>1</v></c></row>", false},
    {"<row r=\"5\"><c r=\"A5\"><v>1</v></c></row><row r=\"4\"><c r=\"A4\"><v>2</v></c></row>", false},
    {"<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><v>9</v><is><t>a</t></is></c></row>", false},
    {"<row r=\"1\"><c r=\"A1\"><is><t>a</t></is><v>9</v></c></row>", false},
    {"<row r=\"1\"><c r=\"A1\"><v>1</v><extLst/></c></row>", false},
    {"<row r=\"1\"><c r=\"A1\" t=\"q\"><v>1</v></c></row>", false},
    {"<mc:AlternateContent xmlns:mc=\"x\"/><row r=\"1\"><c r=\"A1\"><v>1</v></c></row>", false},
    /* broken: the general parser says how */
    {"<row r=\"1\"><c r=\"A1\"><v>1</c></row>", false},
    {"<row r=\"1\"><c r=\"A1\"><v>&nosuch;</v></c></row>", false},
    {"<row r=\"1\"><c r=\"A1\"><v>&#0;</v></c></row>", false},
    {"<row r=\"1\"><c r=\"A1\"><v>\xC3(</v></c></row>", false},
    {"<row r=\"1\"><c r=\"A1\"><v>\x01</v></c></row>", false},
    {"<row r=\"1\"><c r=\"A1\"><v>1</v></c>", false},
    {"<row r=\"1048577\"><c><v>1</v></c></row>", false},
    {"<row r=\"1\"><c r=\"XFE1\"><v>1</v></c></row>", false},
    {"<row r=\"x\"><c><v>1</v></c></row>", false},
};

static void check_shape(const char *rows, bool scans, const char *head, const char *strings)
{
    char sheet[3000];
    int scanned = 0;
    snprintf(sheet, sizeof sheet,
             "%s<sheetData>%s</sheetData><mergeCells><mergeCell ref=\"A1:B1\"/></mergeCells></worksheet>",
             head, rows);
    write_book(sheet, strings);
    compare(path, rows, &scanned);
    cr_expect_eq(scanned, scans, "%s: %s", scans ? "not scanned" : "scanned", rows);
    unlink(path);
}

Test(scan, every_shape_is_read_as_the_general_parser_reads_it)
{
    static const char head[] =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\r\n<worksheet " MAIN
        " xmlns:x14ac=\"y\"><dimension ref=\"A1\"/><sheetViews><sheetView/></sheetViews>";
    for (size_t i = 0; i < sizeof shapes / sizeof *shapes; i++)
        check_shape(shapes[i].rows, shapes[i].scans, head, plain_strings);
}

Test(scan, heads_it_does_not_know_are_left_to_the_general_parser)
{
    static const struct {
        const char *head;
        bool scans;
    } heads[] = {
        {"<worksheet " MAIN ">", true},
        {"\xEF\xBB\xBF<?xml version=\"1.0\" encoding=\"utf-8\"?><worksheet " MAIN ">", true},
        {"<worksheet xmlns=\"http://purl.oclc.org/ooxml/spreadsheetml/main\">", true},
        {"<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><worksheet " MAIN ">", false},
        {"<?xml version=\"1.0\" encoding = \"ISO-8859-1\"?><worksheet " MAIN ">", false},
        {"<worksheet>", false},
        {"<worksheet xmlns=\"urn:other\">", false},
        {"<worksheet " MAIN
         " xmlns:x=\"y\"><x:sheetData><x:row><x:c><x:v>7</x:v></x:c></x:row></x:sheetData>",
         false},
        {"<!-- x --><worksheet " MAIN ">", false},
        {"<worksheet " MAIN "><!-- <sheetData> -->", false},
        {"<!DOCTYPE worksheet []><worksheet " MAIN ">", false},
    };
    for (size_t i = 0; i < sizeof heads / sizeof *heads; i++)
        check_shape("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>", heads[i].scans, heads[i].head,
                    plain_strings);
}

/* Sheets whole: rows in one place, and what looks like it in others. */
Test(scan, the_rows_are_in_the_first_sheet_data)
{
    static const char row[] = "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>";
    static const struct {
        const char *before, *behind;
        bool scans;
    } sheets[] = {
        {"<worksheet " MAIN "><sheetData>",
         "</sheetData><sheetData><row><c><v>2</v></c></row></sheetData></worksheet>", true},
        {"<worksheet " MAIN "><sheetData/><sheetData>", "</sheetData></worksheet>", true},
        {"<?xml version=\"1.0\" a=\"<sheetData>\"?><worksheet " MAIN ">", "</worksheet>", false},
    };
    for (size_t i = 0; i < sizeof sheets / sizeof *sheets; i++) {
        char sheet[1000];
        int scanned = 0;
        snprintf(sheet, sizeof sheet, "%s%s%s", sheets[i].before, row, sheets[i].behind);
        write_book(sheet, plain_strings);
        compare(path, sheet, &scanned);
        cr_expect_eq(scanned, sheets[i].scans, "%s", sheet);
        unlink(path);
    }
}

Test(scan, shared_strings_in_other_shapes)
{
    static const char *const strings[] = {
        "<sst " MAIN "><si><r><t>a</t></r><r><rPr/><t>b</t></r><rPh><t>x</t></rPh></si><si><t>_x0041_</t></"
        "si><si/><si/></sst>",
        "<sst " MAIN "><!-- c --><si><t>a</t></si><si><t>b</t></si><si/><si><t>d</t></si></sst>",
        "<sst " MAIN "/>",
        "<sst " MAIN "><si><t>a</t></si>",
    };
    for (size_t i = 0; i < sizeof strings / sizeof *strings; i++) {
        int scanned = 0;
        write_book("<worksheet " MAIN
                   "><sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>3</v></c>"
                   "</row></sheetData></worksheet>",
                   strings[i]);
        compare(path, strings[i], &scanned);
        unlink(path);
    }
}

/* A sheet many windows long, whose cells fall across every border. */
Test(scan, long_sheets)
{
    char *sheet = NULL;
    size_t len;
    int scanned = 0;
    FILE *f = open_memstream(&sheet, &len);
    fputs("<worksheet " MAIN "><sheetData>", f);
    for (int r = 1; r <= 20000; r++) {
        fprintf(f, "<row r=\"%d\">", r);
        for (int c = 0; c < 1 + r % 7; c++)
            fprintf(f, r % 3 ? "<c r=\"%c%d\"><v>%d</v></c>" : "<c r=\"%c%d\" t=\"str\"><v>x&amp;%d</v></c>",
                    'A' + c, r, r * c);
        fprintf(f, "</row>%s", r == 15000 ? "<!-- from here on the general parser -->" : "");
    }
    fputs("</sheetData></worksheet>", f);
    fclose(f);
    write_book(sheet, plain_strings);
    compare(path, "long sheet", &scanned);
    cr_expect_eq(scanned, 0);
    char *note = strstr(sheet, "<!--");
    memset(note, ' ', strlen("<!-- from here on the general parser -->"));
    write_book(sheet, plain_strings);
    compare(path, "long sheet", &scanned);
    cr_expect_eq(scanned, 1);
    unlink(path);
    free(sheet);
}

static unsigned draw(unsigned *seed, unsigned n)
{
    *seed = *seed * 1103515245 + 12345;
    return (*seed >> 16) % n;
}

static void random_cell(FILE *f, unsigned *seed, int r, int c)
{
    static const char *const forms[] = {
        "<c r=\"@\" s=\"1\" t=\"s\"><v>1</v></c>",
        "<c r=\"@\" t=\"s\"><v>0</v></c>",
        "<c r=\"@\"><v>12.50</v></c>",
        "<c r=\"@\" s=\"1\"><v>45000</v></c>",
        "<c r=\"@\" s=\"2\"/>",
        "<c r=\"@\" s=\"1\" t=\"inlineStr\"><is><t>a, \"b\"</t></is></c>",
        "<c r=\"@\" t=\"str\"><f>A1</f><v>x_x0041_</v></c>",
        "<c r=\"@\" t=\"str\"><v>_x0041_ </v></c>",
        "<c r=\"@\" t=\"str\"><v>\xC3\xA9&amp;lt;</v></c>",
        "<c r=\"@\" t=\"b\"><v>0</v></c>",
        "<c r=\"@\" s=\"2\"><v></v></c>",
        "<c r=\"@\"><f>A2</f></c>",
        "<c  r=\"@\"  s=\"1\" ><v>3</v></c>",
        "<c s=\"1\" r=\"@\"><v>1.5</v></c>",
        "<c r=\"@\" t=\"s\" s=\"2\"><v>2</v></c>",
        "<c r=\"@\" t=\"inlineStr\"><is><t xml:space=\"preserve\"> y </t></is></c>"};
    char where[ADDRESS_SIZE];
    address(r, c, where);
    /* mostly the same form in a column, as in life */
    unsigned form = draw(seed, 10) ? (unsigned)c : draw(seed, 100);
    const char *text = forms[form % (sizeof forms / sizeof *forms)], *at = strchr(text, '@');
    fprintf(f, "%.*s%s%s", (int)(at - text), text, where, at + 1);
}

/* Sheets of rows that resemble each other, and then do not. */
Test(scan, rows_like_the_ones_before)
{
    unsigned seed = 7;
    for (int k = 0; k < 40; k++) {
        char *sheet = NULL;
        size_t len;
        int scanned = 0;
        FILE *f = open_memstream(&sheet, &len);
        fputs("<worksheet " MAIN "><sheetData>", f);
        for (int r = 1, step; r < 1100; r += step) {
            step = 1 + (draw(&seed, 20) ? 0 : (int)draw(&seed, 90));
            static const char *const tails[] = {"", " spans=\"1:20\"", " hidden=\"1\" ht=\"3\""};
            fprintf(f, "<row%s r=\"%d\"%s>", draw(&seed, 30) ? "" : " thickBot=\"1\"", r,
                    tails[draw(&seed, 30) ? (unsigned)k % 3 : draw(&seed, 3)]);
            for (int c = k % 5 ? 1 : 690; c < (k % 5 ? 24 : 720); c += 1 + (int)(draw(&seed, 12) == 0))
                random_cell(f, &seed, r, c);
            fputs("</row>", f);
        }
        fputs("</sheetData></worksheet>", f);
        fclose(f);
        write_book(sheet, plain_strings);
        compare(path, "random sheet", &scanned);
        cr_expect_eq(scanned, 1);
        unlink(path);
        free(sheet);
    }
}

Test(scan, texts_sixteen_bytes_at_a_time_as_one_by_one)
{
    static const char bytes[] = "abc <>&,\"_\x7F\x80\xFF\t\n 0123456789";
    unsigned seed = 3;
    for (int k = 0; k < 200000; k++) {
        char text[80 + SCAN_SLACK] = "";
        unsigned kinds, portable;
        size_t len = draw(&seed, 70);
        for (size_t i = 0; i < len; i++)
            text[i] = bytes[draw(&seed, k % 2 ? 4 : sizeof bytes - 1)];
        char *end = vector_text(text, &kinds), *end_portable = vector_text_portable(text, &portable);
        cr_assert(end == end_portable && kinds == portable, "%s: %td %u, %td %u", text, end - text, kinds,
                  end_portable - text, portable);
    }
}

static void walk(const char *folder, int *files, int *scanned)
{
    DIR *d = opendir(folder);
    for (struct dirent *entry; d && (entry = readdir(d)) != NULL;) {
        char name[1000];
        struct stat st;
        size_t len = strlen(entry->d_name);
        snprintf(name, sizeof name, "%s/%s", folder, entry->d_name);
        if (entry->d_name[0] == '.' || stat(name, &st) != 0)
            continue;
        if (S_ISDIR(st.st_mode)) {
            walk(name, files, scanned);
        } else if (len > 5 && strncmp(entry->d_name + len - 5, ".xls", 4) == 0) {
            ++*files;
            compare(name, name, scanned);
        }
    }
    if (d)
        closedir(d);
}

/* Every workbook of the corpora, when they are there. */
Test(scan, real_workbooks)
{
    const char *shared = getenv("KP2S_SHARED");
    char folder[500];
    int files = 0, scanned = 0;
    if (!shared)
        cr_skip_test("KP2S_SHARED is not set");
    snprintf(folder, sizeof folder, "%s/data", shared);
    walk(folder, &files, &scanned);
    cr_expect_gt(files, 100);
    cr_expect_gt(scanned, files);
}
