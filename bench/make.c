/* make - invented sheets to read fast: in: how many; out: the same rows in each form that read.sh times.
 *
 * make balita ROWS NAME: NAME.xlsx (shared strings), NAME_inline.xlsx, NAME.csv and NAME.csv.gz, a by-name
 * list of 20 columns with ROWS rows below its headings; make recap FILES DIR: DIR/opd_0001.xlsx …, each a
 * recap of 300 rows × 30 columns, and beside each the .csv that a right reader makes of it; make list
 * FILE.csv FILE.xlsx: the cells of a CSV file without quotes, with shared strings. XML is as Excel writes it.
 * The same arguments give the same bytes. No number is anybody's NIK: kecamatan are 90 to 99.
 */
#include "pack.h"
#include "table.h"

#include <errno.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>
#include <zlib.h>

enum { MOST_ROWS = 1048575, MOST_FILES = 9999, LINE = 24 * 1024 };

/* --- shared strings: each different text once, in the order of its first use --- */

struct strings {
    char (*text)[MOST_TEXT];
    uint32_t *slot; /* 1 + number of the text; 0 is free */
    size_t n, references, slots;
};

static struct strings strings_new(long rows)
{
    struct strings s = {.slots = 1024};
    while (s.slots < (size_t)rows * 6)
        s.slots *= 2;
    s.text = malloc(s.slots * sizeof *s.text);
    s.slot = calloc(s.slots, sizeof *s.slot);
    if (!s.text || !s.slot)
        die("no memory");
    return s;
}

static uint32_t strings_number(struct strings *s, const char *text)
{
    uint64_t hash = 0xCBF29CE484222325u;
    for (const char *p = text; *p; p++)
        hash = (hash ^ (unsigned char)*p) * 0x100000001B3u;
    size_t i = (hash ^ hash >> 32) & (s->slots - 1);
    s->references++;
    for (; s->slot[i] != 0; i = (i + 1) & (s->slots - 1))
        if (strcmp(s->text[s->slot[i] - 1], text) == 0)
            return s->slot[i] - 1;
    if (s->n >= s->slots / 4 * 3)
        die("more texts than thought");
    strcpy(s->text[s->n], text);
    s->slot[i] = (uint32_t)++s->n;
    return (uint32_t)s->n - 1;
}

/* --- text of rows --- */

static char *put(char *to, const char *text)
{
    return stpcpy(to, text);
}

static char *put_number(char *to, unsigned long n)
{
    char digits[20];
    int used = 0;
    do
        digits[used++] = (char)('0' + n % 10);
    while ((n /= 10) > 0);
    while (used > 0)
        *to++ = digits[--used];
    return to;
}

static char *put_xml(char *to, const char *text)
{
    for (; *text; text++)
        if (*text == '&')
            to = put(to, "&amp;");
        else
            *to++ = *text;
    return to;
}

static char *put_csv(char *to, const struct cell *c)
{
    const char *text = c->kind == BLANK ? "" : c->text;
    if (!strpbrk(text, ",\""))
        return put(to, text);
    *to++ = '"';
    for (; *text; text++) {
        if (*text == '"')
            *to++ = '"';
        *to++ = *text;
    }
    *to++ = '"';
    return to;
}

static char *put_address(char *to, int col, long row)
{
    if (col >= 26)
        *to++ = (char)('A' + col / 26 - 1);
    *to++ = (char)('A' + col % 26);
    return put_number(to, (unsigned long)row);
}

/* strings is NULL for inline strings. */
static char *put_cell(char *to, const struct cell *c, int col, long row, struct strings *strings)
{
    if (c->kind == BLANK && c->style == STYLE_NONE)
        return to;
    to = put_address(put(to, "<c r=\""), col, row);
    *to++ = '"';
    if (c->style != STYLE_NONE) {
        to = put_number(put(to, " s=\""), c->style);
        *to++ = '"';
    }
    if (c->kind == BLANK)
        return put(to, "/>");
    if (c->kind == NUMBER)
        return put(put(put(to, "><v>"), c->stored), "</v></c>");
    if (strings)
        return put(put_number(put(to, " t=\"s\"><v>"), strings_number(strings, c->text)), "</v></c>");
    return put(put_xml(put(to, " t=\"inlineStr\"><is><t>"), c->text), "</t></is></c>");
}

static size_t sheet_row(char *line, const struct table *t, const struct cell *cells, long row,
                        struct strings *strings)
{
    char *to = put_number(put(line, "<row r=\""), (unsigned long)row);
    to = put_number(put(to, "\" spans=\"1:"), (unsigned long)t->cols);
    to = put(to, "\" x14ac:dyDescent=\"0.25\">");
    for (int i = 0; i < t->cols; i++)
        to = put_cell(to, &cells[i], i, row, strings);
    return (size_t)(put(to, "</row>") - line);
}

static size_t csv_row(char *line, const struct table *t, const struct cell *cells)
{
    char *to = line;
    for (int i = 0; i < t->cols; i++) {
        to = put_csv(to, &cells[i]);
        *to++ = i + 1 < t->cols ? ',' : '\n';
    }
    return (size_t)(to - line);
}

/* --- files --- */

#define HEAD "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\r\n"
#define MAIN "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
#define RELATIONS "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define PACKAGE "http://schemas.openxmlformats.org/package/2006/"
#define TYPE "application/vnd.openxmlformats-officedocument.spreadsheetml."
#define TYPES_HEAD                                                                                           \
    HEAD "<Types xmlns=\"" PACKAGE "content-types\"><Default Extension=\"rels\" ContentType=\"application/"  \
         "vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\""         \
         "application/xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"" TYPE                    \
         "sheet.main+xml\"/><Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"" TYPE            \
         "worksheet+xml\"/><Override PartName=\"/xl/styles.xml\" ContentType=\"" TYPE "styles+xml\"/>"
#define TYPES_STRINGS                                                                                        \
    "<Override PartName=\"/xl/sharedStrings.xml\" ContentType=\"" TYPE "sharedStrings+xml\"/>"
#define RELATIONS_HEAD                                                                                       \
    HEAD "<Relationships xmlns=\"" PACKAGE "relationships\"><Relationship Id=\"rId1\" Type=\"" RELATIONS
#define WORKBOOK                                                                                             \
    HEAD "<workbook xmlns=\"" MAIN "\" xmlns:r=\"" RELATIONS "\"><workbookPr/><sheets><sheet name=\"Data\" " \
         "sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"
#define WORKBOOK_RELATIONS                                                                                   \
    RELATIONS_HEAD                                                                                           \
    "/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"rId2\" Type=\"" RELATIONS             \
    "/styles\" Target=\"styles.xml\"/>"
#define STRINGS_RELATION                                                                                     \
    "<Relationship Id=\"rId3\" Type=\"" RELATIONS "/sharedStrings\" Target=\"sharedStrings.xml\"/>"
/* cellXfs in the order of enum style */
#define STYLES                                                                                               \
    HEAD "<styleSheet xmlns=\"" MAIN "\"><numFmts count=\"1\"><numFmt numFmtId=\"164\" formatCode=\""        \
         "yyyy\\-mm\\-dd\"/></numFmts><fonts count=\"2\"><font><sz val=\"11\"/><name val=\"Calibri\"/>"      \
         "</font><font><b/><sz val=\"11\"/><name val=\"Calibri\"/></font></fonts><fills count=\"1\"><fill>"  \
         "<patternFill patternType=\"none\"/></fill></fills><borders count=\"1\"><border/></borders>"        \
         "<cellStyleXfs count=\"1\"><xf/></cellStyleXfs><cellXfs count=\"4\"><xf/>"                          \
         "<xf numFmtId=\"49\" applyNumberFormat=\"1\"/><xf numFmtId=\"164\" applyNumberFormat=\"1\"/>"       \
         "<xf fontId=\"1\" applyFont=\"1\"/></cellXfs></styleSheet>"

static void part(struct pack *p, const char *name, const char *text)
{
    pack_part(p, name);
    pack_write(p, text, strlen(text));
}

static void sheet_part(struct pack *p, const struct table *t, struct strings *strings)
{
    char line[LINE], *to;
    struct cell cells[MOST_COLS];
    part(p, "xl/worksheets/sheet1.xml",
         HEAD
         "<worksheet xmlns=\"" MAIN "\" xmlns:r=\"" RELATIONS
         "\" xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" mc:Ignorable=\"x14ac\""
         " xmlns:x14ac=\"http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac\"><dimension ref=\"A1:");
    to = put_address(line, t->cols - 1, t->rows + 1);
    to = put(to,
             "\"/><sheetViews><sheetView workbookViewId=\"0\"/></sheetViews><sheetFormatPr defaultRowHeight="
             "\"15\" x14ac:dyDescent=\"0.25\"/><sheetData>");
    pack_write(p, line, (size_t)(to - line));
    for (long row = 0; row <= t->rows; row++) {
        t->fill(t, row, cells);
        pack_write(p, line, sheet_row(line, t, cells, row + 1, strings));
    }
    to = put(line, "</sheetData><pageMargins left=\"0.7\" right=\"0.7\" top=\"0.75\" bottom=\"0.75\" "
                   "header=\"0.3\" footer=\"0.3\"/></worksheet>");
    pack_write(p, line, (size_t)(to - line));
}

static void strings_part(struct pack *p, const struct strings *s)
{
    char line[LINE];
    int len = snprintf(line, sizeof line, HEAD "<sst xmlns=\"" MAIN "\" count=\"%zu\" uniqueCount=\"%zu\">",
                       s->references, s->n);
    pack_part(p, "xl/sharedStrings.xml");
    pack_write(p, line, (size_t)len);
    for (size_t i = 0; i < s->n; i++) {
        char *to = put(put_xml(put(line, "<si><t>"), s->text[i]), "</t></si>");
        pack_write(p, line, (size_t)(to - line));
    }
    pack_write(p, "</sst>", 6);
}

static void make_workbook(const struct table *t, const char *path, bool inlined)
{
    struct strings strings = inlined ? (struct strings){0} : strings_new(t->rows);
    struct pack *p = pack_open(path);
    part(p, "[Content_Types].xml", inlined ? TYPES_HEAD "</Types>" : TYPES_HEAD TYPES_STRINGS "</Types>");
    part(p, "_rels/.rels", RELATIONS_HEAD "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
    part(p, "xl/workbook.xml", WORKBOOK);
    part(p, "xl/_rels/workbook.xml.rels",
         inlined ? WORKBOOK_RELATIONS "</Relationships>"
                 : WORKBOOK_RELATIONS STRINGS_RELATION "</Relationships>");
    sheet_part(p, t, inlined ? NULL : &strings);
    part(p, "xl/styles.xml", STYLES);
    if (!inlined)
        strings_part(p, &strings);
    pack_close(p);
    free(strings.text);
    free(strings.slot);
}

/* packed is NULL where only the plain file is wanted. */
static void make_csv(const struct table *t, const char *path, const char *packed)
{
    char line[LINE];
    struct cell cells[MOST_COLS];
    FILE *file = fopen(path, "w");
    gzFile gz = packed ? gzopen(packed, "wb6") : NULL;
    if (!file || (packed && !gz))
        die("cannot create '%s'", path);
    for (long row = 0; row <= t->rows; row++) {
        t->fill(t, row, cells);
        size_t len = csv_row(line, t, cells);
        if (fwrite(line, 1, len, file) != len || (gz && gzwrite(gz, line, (unsigned)len) != (int)len))
            die("cannot write '%s'", path);
    }
    if (fclose(file) != 0 || (gz && gzclose(gz) != Z_OK))
        die("cannot write '%s'", path);
}

/* --- what is asked for --- */

enum { JOBS = 3 };

static void balita(int job, long rows, const char *name)
{
    struct table t = table_balita(rows);
    char path[4096], packed[4096];
    snprintf(path, sizeof path, "%s%s", name, job == 0 ? ".xlsx" : job == 1 ? "_inline.xlsx" : ".csv");
    snprintf(packed, sizeof packed, "%s.csv.gz", name);
    if (job == 2)
        make_csv(&t, path, packed);
    else
        make_workbook(&t, path, job == 1);
}

static void recap(int job, long files, const char *dir)
{
    char path[4096];
    for (long i = job + 1; i <= files; i += JOBS) {
        struct table t = table_recap(i);
        snprintf(path, sizeof path, "%s/opd_%04ld.xlsx", dir, i);
        make_workbook(&t, path, false);
        snprintf(path, sizeof path, "%s/opd_%04ld.csv", dir, i);
        make_csv(&t, path, NULL);
    }
}

int main(int argc, char **argv)
{
    if (argc == 4 && strcmp(argv[1], "list") == 0) {
        struct table t = table_listed(argv[2]);
        make_workbook(&t, argv[3], false);
        return 0;
    }
    bool wide = argc == 4 && strcmp(argv[1], "balita") == 0,
         small = argc == 4 && strcmp(argv[1], "recap") == 0;
    char *end = NULL;
    long n = argc == 4 ? strtol(argv[2], &end, 10) : 0;
    if ((!wide && !small) || *end || n < 1 || n > (wide ? MOST_ROWS : MOST_FILES)) {
        fprintf(stderr,
                "usage: make balita ROWS NAME | make recap FILES DIR | make list FILE.csv FILE.xlsx\n");
        return 2;
    }
    if (small && mkdir(argv[3], 0777) != 0 && errno != EEXIST)
        die("cannot create folder '%s'", argv[3]);
    int failed = 0, status;
    for (int job = 0; job < JOBS; job++) {
        pid_t child = fork();
        if (child < 0)
            die("cannot fork");
        if (child == 0) {
            (wide ? balita : recap)(job, n, argv[3]);
            return 0;
        }
    }
    while (wait(&status) > 0)
        failed |= status;
    return failed != 0;
}
