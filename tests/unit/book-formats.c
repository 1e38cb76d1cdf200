/* links: extract */
/* Workbooks of Excel 5 to 2003, OpenDocument and web pages as rows: every feature on a file made for it. */
#include "book.h"

#include "cells.h"
#include "makezip.h"

#include <criterion/criterion.h>
#include <time.h>

static char path[64];
static struct err e;
static char surveyed[400]; /* "name+ dimension range|…" of each sheet; "-" when hidden */

static void name_path(void)
{
    snprintf(path, sizeof path, "/tmp/kp2s-formats-%ld", (long)getpid());
}

static void note_survey(struct book *b)
{
    size_t n = 0;
    for (size_t i = 0; i < book_sheets(b); i++) {
        const struct survey *s = book_survey(b, i, &e);
        if (!s)
            return;
        n += (size_t)snprintf(surveyed + n, sizeof surveyed - n, "%.*s%c %.*s|",
                              STR_ARG(book_sheet(b, i)->name), book_sheet(b, i)->visible ? '+' : '-',
                              STR_ARG(s->dimension));
        for (size_t k = 0; k < s->ranges; k++) {
            char from[ADDRESS_SIZE], to[ADDRESS_SIZE];
            address(s->range[k].row1, s->range[k].col1, from);
            address(s->range[k].row2, s->range[k].col2, to);
            n += (size_t)snprintf(surveyed + n, sizeof surveyed - n, "%s:%s|", from, to);
        }
    }
}

/* A sheet as "A1 type text|…", or the message of the fault without the file's name. */
static const char *dump(size_t sheet)
{
    static char out[4000];
    size_t n = 0;
    e = (struct err){0};
    out[0] = surveyed[0] = '\0';
    struct book *b = book_open(path, &e);
    if (b)
        note_survey(b);
    struct rows *r = b ? rows_open(b, sheet, &e) : NULL;
    struct row row;
    while (r && rows_next(r, &row, &e) > 0)
        n = cells_put(out, sizeof out, n, &row);
    rows_close(r);
    book_close(b);
    unlink(path);
    return e.status ? e.text + strlen(path) + 3 : out;
}

static const char *bytes(const char *text, size_t len)
{
    name_path();
    FILE *f = fopen(path, "wb");
    fwrite(text, 1, len, f);
    fclose(f);
    return dump(0);
}

/* --- Excel 5 to 2003: bare records, the bytes of each written out --- */

#define RECORD(type, text)                                                                                   \
    {                                                                                                        \
        type, text, sizeof text - 1                                                                          \
    }
struct record {
    unsigned type;
    const char *data;
    size_t len;
};

enum {
    BOF = 0x809,
    END = 0x0A,
    DATEMODE = 0x22,
    PASSWORD = 0x2F,
    CONTINUE = 0x3C,
    CODEPAGE = 0x42,
    MULRK = 0xBD,
    XF = 0xE0,
    MERGED = 0xE5,
    SST = 0xFC,
    LABELSST = 0xFD,
    DIMENSION = 0x200,
    NUMBER = 0x203,
    LABEL = 0x204,
    BOOLERR = 0x205,
    STRING = 0x207,
    RK = 0x27E,
    FORMULA = 6,
    FORMULA_4 = 0x406,
    FORMAT = 0x41E,
    WRITER = 0x5C,
};

static void put_records(FILE *f, const struct record *r)
{
    for (; r->type; r++) {
        makezip_u16(f, r->type);
        makezip_u16(f, (unsigned)r->len);
        fwrite(r->data, 1, r->len, f);
    }
}

/* A workbook of one visible sheet, "Désa", by its records; version 5 or 8. */
static const char *workbook(int version, const struct record *globals, const struct record *sheet)
{
    static const char name8[] = "\0\0\4\0D\xE9sa", name5[] = "\0\0\4D\xE9sa";
    const char begin[] = {0, (char)(version == 8 ? 6 : 5), 5, 0, 0, 0, 0, 0};
    const char page[] = {0, begin[1], 16, 0, 0, 0, 0, 0};
    const struct record first[] = {{BOF, begin, sizeof begin}, {0}}, last[] = {{END, "", 0}, {0}},
                        second[] = {{BOF, page, sizeof page}, {0}};
    size_t name = version == 8 ? sizeof name8 - 1 : sizeof name5 - 1;
    name_path();
    FILE *f = fopen(path, "wb");
    put_records(f, first);
    put_records(f, globals);
    long at = ftell(f) + 4 + 4 + (long)name + 4;
    makezip_u16(f, 0x85);
    makezip_u16(f, (unsigned)name + 4);
    makezip_u32(f, (uint32_t)at);
    fwrite(version == 8 ? name8 : name5, 1, name, f);
    put_records(f, last);
    put_records(f, second);
    put_records(f, sheet);
    put_records(f, last);
    fclose(f);
    return dump(0);
}

static const struct record no_globals[] = {{0}};

/* Styles: 0 plain, 1 built-in date, 2 "hari" in quotes, 3 a date with time, 4 [h]:mm. */
static const struct record styles[] = {RECORD(FORMAT, "\xA4\0\x0E\0\0"
                                                      "0.0\" hm hari\"\0"),
                                       RECORD(FORMAT, "\xA5\0\x10\0\0"
                                                      "dd/mm/yyyy hh:mm"),
                                       RECORD(XF, "\0\0\0\0"),
                                       RECORD(XF, "\0\0\x0E\0"),
                                       RECORD(XF, "\0\0\xA4\0"),
                                       RECORD(XF, "\0\0\xA5\0"),
                                       RECORD(XF, "\0\0\x2E\0"),
                                       {0}};

Test(xls, numbers)
{
    static const struct {
        struct record r;
        const char *seen;
    } cases[] = {
        {RECORD(NUMBER, "\0\0\0\0\0\0\x9A\x99\x99\x99\x99\x99\xB9\x3F"), "A1n=0.1|"},
        {RECORD(NUMBER, "\2\0\3\0\0\0\x82\x36\x35\x0D\x1F\x76\x27\x43"), "D3n=3301900101000001|"},
        {RECORD(NUMBER, "\0\0\0\0\0\0\0\0\0\0\0\0\xF0\x7F"), "A1e=#NUM!|"},
        {RECORD(RK, "\0\0\0\0\0\0\x1E\0\0\0"), "A1n=7|"},
        {RECORD(RK, "\0\0\0\0\0\0\xE2\xFF\xFF\xFF"), "A1n=-8|"},
        {RECORD(RK, "\0\0\0\0\0\0\xD3\4\0\0"), "A1n=3.08|"},
        {RECORD(RK, "\0\0\0\0\0\0\0\0\xF8\x3F"), "A1n=1.5|"},
        {RECORD(RK, "\0\0\0\0\1\0\x9E\xC4\2\0"), "A1d=2024-02-29|"},
        {RECORD(RK, "\0\0\0\0\2\0\0\0\x29\x40"), "A1n=12.5|"},
        {RECORD(NUMBER, "\0\0\0\0\3\0\0\0\0\0\x10\x24\xE6\x40"), "A1d=2024-02-22T12:00:00|"},
        {RECORD(RK, "\0\0\0\0\4\0\0\0\xF8\x3F"), "A1u=36:00:00|"},
        {RECORD(MULRK, "\1\0\1\0\0\0\6\0\0\0\0\0\xA\0\0\0\2\0"), "B2n=1|C2n=2|"},
        {RECORD(BOOLERR, "\0\0\0\0\0\0\1\0"), "A1b=TRUE|"},
        {RECORD(BOOLERR, "\0\0\0\0\0\0\0\0"), "A1b=FALSE|"},
        {RECORD(BOOLERR, "\0\0\0\0\0\0\x2A\1"), "A1e=#N/A|"},
        {RECORD(BOOLERR, "\0\0\0\0\0\0\7\1"), "A1e=#DIV/0!|"},
        {RECORD(BOOLERR, "\0\0\0\0\0\0\x2B\1"), "A1e=#GETTING_DATA|"},
        {RECORD(FORMULA, "\0\0\0\0\0\0\0\0\0\0\0\0\x45\x40\0\0\0\0\0\0"), "A1n=42|"},
        {RECORD(FORMULA_4, "\0\0\0\0\0\0\0\0\0\0\0\0\x45\x40\0\0\0\0\0\0"), "A1n=42|"},
        {RECORD(FORMULA, "\0\0\0\0\0\0\1\0\1\0\0\0\xFF\xFF\0\0\0\0\0\0"), "A1b=TRUE|"},
        {RECORD(FORMULA, "\0\0\0\0\0\0\2\0\x17\0\0\0\xFF\xFF\0\0\0\0\0\0"), "A1e=#REF!|"},
        {RECORD(FORMULA, "\0\0\0\0\0\0\3\0\0\0\0\0\xFF\xFF\0\0\0\0\0\0"), ""},
        {RECORD(FORMULA, "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\3\0\0\0\0\0"), "A1e=" BOOK_UNCALCULATED "|"},
        {RECORD(FORMULA, "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\1\0\0\0\0\0"), "A1n=0|"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct record sheet[] = {cases[i].r, {0}};
        cr_assert_str_eq(workbook(8, styles, sheet), cases[i].seen, "%zu", i);
    }
}

/* A format whose text is a character shorter than it says, and one that lacks more. */
Test(xls, cut_format)
{
    static const struct record globals[] = {RECORD(FORMAT, "\xA5\0\x0B\0\0"
                                                           "dd/mm/yyyy"),
                                            RECORD(XF, "\0\0\xA5\0"),
                                            {0}},
                               cut[] = {RECORD(FORMAT, "\xA5\0\x0C\0\0"
                                                       "dd/mm/yyyy"),
                                        RECORD(XF, "\0\0\xA5\0"),
                                        {0}},
                               sheet[] = {RECORD(RK, "\0\0\0\0\0\0\x9E\xC4\2\0"), {0}};
    cr_assert_str_eq(workbook(8, globals, sheet), "A1d=2024-02-29|");
    cr_assert_str_eq(workbook(8, cut, sheet), "is damaged: a record is shorter than its content");
}

/* Programs that have the results of formulas calculated anew, but store them: OpenOffice by its name, others
 * by a result that is there. */
Test(xls, results_that_are_stored)
{
    static const struct record calc8[] = {RECORD(WRITER, "\4\0\0Calc        "), {0}},
                               calc5[] = {RECORD(WRITER, "\4Calc        "), {0}},
                               user[] = {RECORD(WRITER, "\x0D\0\0Calcium Klinik"), {0}},
                               sheet[] = {RECORD(FORMULA, "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\2\0\0\0\0\0"),
                                          RECORD(FORMULA, "\0\0\1\0\0\0\3\0\0\0\0\0\xFF\xFF\xA\0\0\0\0\0"),
                                          {0}};
    cr_assert_str_eq(workbook(8, calc8, sheet), "A1n=0|");
    cr_assert_str_eq(workbook(5, calc5, sheet), "A1n=0|");
    cr_assert_str_eq(workbook(8, user, sheet), "A1e=" BOOK_UNCALCULATED "|B1e=" BOOK_UNCALCULATED "|");
    const struct record one[] = {sheet[0],
                                 RECORD(FORMULA, "\1\0\0\0\0\0\0\0\0\0\0\0\x45\x40\2\0\0\0\0\0"),
                                 {0}},
                        other[] = {
                            sheet[0], RECORD(FORMULA, "\1\0\0\0\0\0\0\0\0\0\0\0\x45\x40\1\0\0\0\0\0"), {0}};
    cr_assert_str_eq(workbook(8, user, one), "A1n=0|A2n=42|");
    cr_assert_str_eq(workbook(8, user, other), "A1e=" BOOK_UNCALCULATED "|A2n=42|"); /* it does not ask */
}

Test(xls, epoch_of_1904)
{
    static const struct record globals[] = {RECORD(DATEMODE, "\1\0"), RECORD(XF, "\0\0\x0E\0"), {0}},
                               sheet[] = {RECORD(RK, "\0\0\0\0\0\0\6\0\0\0"), {0}};
    cr_assert_str_eq(workbook(8, globals, sheet), "A1d=1904-01-02|");
}

/* Shared strings broken by CONTINUE records, within a text and between its halves; more of them than
 * declared; fonts and phonetic parts behind the text. */
Test(xls, texts)
{
    static const struct record globals[] = {RECORD(SST, "\3\0\0\0\1\0\0\0"
                                                        "\4\0\0ab"),
                                            RECORD(CONTINUE, "\1c\0\xE9\0"
                                                             "\2\0\x0D\1\0\4\0\0\0\xA0\0=\xD8XXXXYYYY"),
                                            RECORD(CONTINUE, "\2\0\1=\xD8\0\xDE"),
                                            {0}},
                               sheet[] = {RECORD(LABELSST, "\0\0\0\0\0\0\0\0\0\0"),
                                          RECORD(LABELSST, "\0\0\1\0\0\0\1\0\0\0"),
                                          RECORD(LABELSST, "\0\0\2\0\0\0\2\0\0\0"),
                                          RECORD(LABEL, "\1\0\0\0\0\0\2\0\0h\xE9"),
                                          RECORD(FORMULA, "\1\0\1\0\0\0\0\0\0\0\0\0\xFF\xFF\0\0\0\0\0\0"),
                                          RECORD(0x4BC, "shared"),
                                          RECORD(STRING, "\2\0\1x\0\xE9\0"),
                                          {0}};
    cr_assert_str_eq(workbook(8, globals, sheet),
                     "A1t=abcé|B1t=\xC2\xA0\xEF\xBF\xBD|C1t=\xF0\x9F\x98\x80|A2t=hé|B2t=xé|");
    static const struct record beyond[] = {RECORD(LABELSST, "\0\0\0\0\0\0\0\0\0\0"), {0}};
    cr_assert_str_eq(workbook(8, no_globals, beyond),
                     "is damaged: a cell refers to a shared string that does not exist");
    cr_assert_eq(e.status, ST_UNREADABLE);
}

/* Cells out of order, one twice: the later record counts. Records of a chart within the sheet are not its. */
Test(xls, order)
{
    static const struct record sheet[] = {
        RECORD(RK, "\1\0\1\0\0\0\6\0\0\0"),   RECORD(BOF, "\0\6\x20\0\0\0\0\0"),
        RECORD(RK, "\0\0\5\0\0\0\6\0\0\0"),   RECORD(END, ""),
        RECORD(RK, "\0\0\1\0\0\0\xA\0\0\0"),  RECORD(RK, "\0\0\0\0\0\0\xE\0\0\0"),
        RECORD(RK, "\1\0\1\0\0\0\x12\0\0\0"), {0}};
    cr_assert_str_eq(workbook(8, no_globals, sheet), "A1n=3|B1n=2|B2n=4|");
}

Test(xls, survey)
{
    static const struct record sheet[] = {RECORD(DIMENSION, "\0\0\0\0\2\0\0\0\0\0\3\0\0\0"),
                                          RECORD(MERGED, "\2\0\0\0\1\0\0\0\2\0\4\0\4\0\1\0\1\0"),
                                          {0}};
    workbook(8, no_globals, sheet);
    cr_assert_str_eq(surveyed, "Désa+ A1:C2|A1:C2|B5:B5|");
}

Test(xls, excel_5)
{
    static const struct record cyrillic[] = {RECORD(CODEPAGE, "\xE3\4"), {0}},
                               sheet[] = {RECORD(DIMENSION, "\0\0\1\0\0\0\1\0\0\0"),
                                          RECORD(LABEL, "\0\0\0\0\0\0\2\0h\xE9"),
                                          {0}};
    cr_assert_str_eq(workbook(5, no_globals, sheet), "A1t=hé|");
    cr_assert_str_eq(surveyed, "Désa+ A1|");
    cr_assert_str_eq(workbook(5, cyrillic, sheet), "A1t=hй|");
    static const struct record pages[] = {RECORD(CODEPAGE, "\xA4\3"), {0}}, /* 932 */
        japanese[] = {RECORD(LABEL, "\0\0\0\0\0\0\4\0\x93\xFA\x96\x7B"), {0}},
                               western[] = {RECORD(LABEL, "\0\0\0\0\0\0\6\0\xF6\xEF\xEE\xAB\xBB\x80"), {0}},
                               utf8[] = {RECORD(LABEL, "\0\0\0\0\0\0\4\0h\xC3\xA9!"), {0}},
                               unknown[] = {RECORD(CODEPAGE, "\x0F\x27"), {0}};
    cr_assert_str_eq(workbook(5, pages, japanese), "A1t=日本|");
    cr_assert_str_eq(workbook(5, no_globals, western), "A1t=öïî«»€|");
    cr_assert_str_eq(workbook(5, no_globals, utf8), "A1t=hé!|");
    cr_assert_str_eq(workbook(5, unknown, sheet), "A1t=hé|");
}

Test(xls, a_sheet_written_by_hand)
{
    static const char file[] = "\x09\x08\x08\0\0\0\x10\0\0\0\0\0"
                               "\4\2\x0D\0\0\0\0\0\0\0\5\0D\xC3\xA9sa"
                               "\3\2\x0E\0\1\0\1\0\0\0\0\0\0\0\0\0\x29\x40"
                               "\x0A\0\0\0";
    cr_assert_str_eq(bytes(file, sizeof file - 1), "A1t=Désa|B2n=12.5|");
    cr_assert_str_eq(surveyed, "Sheet1+ |");
    static char twisted[sizeof file];
    memcpy(twisted, file, sizeof file);
    memcpy(twisted + 6, "\0\x10", 2); /* what it holds, its bytes the wrong way round */
    cr_assert_str_eq(bytes(twisted, sizeof file - 1), "A1t=Désa|B2n=12.5|");
    memcpy(twisted + 4, "\0\6", 2); /* a file of Excel 97 says it rightly */
    cr_assert_str_eq(bytes(twisted, sizeof file - 1), "is damaged: the workbook does not begin as one");
    cr_assert_str_eq(bytes(file, sizeof file - 5),
                     "is damaged: it is cut short: the end of a sheet is missing");
    cr_assert_str_eq(bytes(file, sizeof file - 8), "is damaged: it is cut short within a record");
}

Test(xls, refused)
{
    static const struct record locked[] = {RECORD(PASSWORD, "\0\0"), {0}};
    cr_assert_str_eq(workbook(8, locked, no_globals), "is encrypted with a password");
    cr_assert_str_eq(e.hint, "save it without password, or ask the agency to");
}

/* Directory entry of a compound file. */
static void put_entry(unsigned char *at, const char *name, int type, unsigned child)
{
    for (size_t i = 0; i < strlen(name); i++)
        at[i * 2] = (unsigned char)name[i];
    at[64] = (unsigned char)(strlen(name) * 2 + 2);
    at[66] = (unsigned char)type;
    memset(at + 68, 0xFF, 8); /* siblings */
    memset(at + 76, 0xFF, 4);
    if (child)
        memcpy(at + 76, (const unsigned char[]){(unsigned char)child, 0, 0, 0}, 4);
}

/* An encrypted workbook of today is a compound file. Its table of sectors is larger than it need be: three
 * sectors for a file of four. */
Test(xls, a_compound_file_with_room_to_spare)
{
    static unsigned char file[512 * 5];
    unsigned char *fat = file + 512, *directory = file + 512 * 4;
    memset(file, 0xFF, sizeof file - 512);
    memcpy(file, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8);
    memcpy(file + 30, "\x09\0\x06\0", 4);
    memcpy(file + 44, "\3\0\0\0\3\0\0", 7); /* three sectors of the table; the directory is in the fourth */
    file[51] = 0;
    memcpy(file + 76, "\0\0\0\0\1\0\0\0\2\0\0", 11);
    file[87] = 0;
    for (size_t i = 0; i < 4; i++)
        memcpy(fat + i * 4, i < 3 ? "\xFD\xFF\xFF\xFF" : "\xFE\xFF\xFF\xFF", 4);
    put_entry(directory, "Root Entry", 5, 1);
    put_entry(directory + 128, "EncryptedPackage", 2, 0);
    cr_assert_str_eq(bytes((const char *)file, sizeof file), "is encrypted with a password");
}

/* --- OpenDocument --- */

/* One sheet by its rows, and a hidden one behind it. */
static const char *document(const char *rows, const char *manifest, const char *body)
{
    char content[3000];
    snprintf(content, sizeof content,
             "<?xml version='1.0'?><office:document-content xmlns:office='o' xmlns:table='t' xmlns:text='x' "
             "xmlns:style='s' xmlns:calcext='c'><office:automatic-styles>"
             "<style:style style:name='h'><style:table-properties table:display='false'/></style:style>"
             "</office:automatic-styles><office:body><office:%s><table:tracked-changes><table:table-cell>"
             "<text:p>old</text:p></table:table-cell></table:tracked-changes>"
             "<table:table table:name=\"'file:///x.ods'#A\"><table:table-row><table:table-cell><text:p>no"
             "</text:p></table:table-cell></table:table-row></table:table><table:table table:name='A'>%s"
             "</table:table>"
             "<table:table table:name='B' table:style-name='h'><table:table-row><table:table-cell><text:p>b"
             "</text:p></table:table-cell></table:table-row></table:table>"
             "</office:%s></office:body></office:document-content>",
             body, rows, body);
    const struct makezip_part part[] = {{.name = "mimetype", .text = "application/x"},
                                        {.name = "META-INF/manifest.xml", .text = manifest},
                                        {.name = "content.xml", .text = content, .method = MAKEZIP_DEFLATED}};
    name_path();
    makezip(path, part, 3);
    return dump(0);
}

#define ROW(cells) "<table:table-row>" cells "</table:table-row>"
#define TEXT(inner) ROW("<table:table-cell>" inner "</table:table-cell>")
#define VALUE(attributes, shown)                                                                             \
    ROW("<table:table-cell " attributes "><text:p>" shown "</text:p></table:table-cell>")

Test(ods, cells)
{
    static const struct {
        const char *rows, *seen;
    } cases[] = {
        {VALUE("office:value-type='float' office:value='1.50'", "1,5"), "A1n=1.5|"},
        {VALUE("office:value-type='float' office:value='3301900101000002'", "3,3E15"),
         "A1n=3301900101000002|"},
        {VALUE("office:value-type='percentage' office:value='0.125'", "12,5%"), "A1n=0.125|"},
        {VALUE("office:value-type='currency' office:value='5E3'", "Rp5.000"), "A1n=5000|"},
        {VALUE("office:value-type='date' office:date-value='2024-02-29'", "x"), "A1d=2024-02-29|"},
        {VALUE("office:value-type='date' office:date-value='2024-02-29T00:00:00'", "x"), "A1d=2024-02-29|"},
        {VALUE("office:value-type='date' office:date-value='2024-02-29T13:45:29.600000000'", "x"),
         "A1d=2024-02-29T13:45:29.600|"},
        {VALUE("office:value-type='date' office:date-value='2023-12-31T23:59:59.9996'", "x"),
         "A1d=2024-01-01|"},
        {VALUE("office:value-type='date' office:date-value='besok'", "besok"), "A1t=besok|"},
        {VALUE("office:value-type='time' office:time-value='PT30H05M15S'", "x"), "A1d=30:05:15|"},
        {VALUE("office:value-type='time' office:time-value='PT10H10M10.123456000S'", "x"),
         "A1d=10:10:10.123|"},
        {VALUE("office:value-type='time' office:time-value='-PT1H'", "x"), "A1d=-01:00:00|"},
        {VALUE("office:value-type='boolean' office:boolean-value='true'", "BENAR"), "A1b=TRUE|"},
        {VALUE("office:value-type='boolean' office:boolean-value='false'", "SALAH"), "A1b=FALSE|"},
        {VALUE("office:value-type='string' office:string-value='asli'", "tampil"), "A1t=asli|"},
        {VALUE("table:formula='of:=1/0' office:value-type='float' office:value='0'", "#DIV/0!"),
         "A1e=#DIV/0!|"},
        {VALUE("table:formula='of:=A9' office:value-type='string' calcext:value-type='error'", "#NAMA?"),
         "A1e=#NAMA?|"},
        {VALUE("office:value-type='string' calcext:value-type='string'", "#N/A"), "A1t=#N/A|"},
        {ROW("<table:table-cell table:formula='of:=A9'/>"), "A1e=" BOOK_UNCALCULATED "|"},
        {VALUE("table:formula='of:=A9'", ""), ""},
        {VALUE("table:formula='of:=A9' office:value-type='string'", ""), ""},
        {TEXT("<text:p> a \n b<text:s text:c='2'/>c<text:tab/>d<text:line-break/>e "
              "</text:p><text:p>f</text:p>"),
         "A1t= a b  c\td\ne \nf|"},
        {TEXT("<text:p>a <text:tab/> b<text:line-break/> c</text:p>"), "A1t=a \t b\n c|"},
        {TEXT("<office:annotation><text:p>catatan</text:p></office:annotation><text:p>a<text:span>b"
              "<text:a>c</text:a></text:span></text:p><draw:frame><text:p>gambar</text:p></draw:frame>"),
         "A1t=abc|"},
        {TEXT("<table:table><table:table-row><table:table-cell><text:p>x</text:p></table:table-cell>"
              "</table:table-row></table:table><text:p>y</text:p>"),
         "A1t=y|"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        cr_assert_str_eq(document(cases[i].rows, "<m/>", "spreadsheet"), cases[i].seen, "%zu", i);
}

Test(ods, places)
{
    static const struct {
        const char *rows, *seen;
    } cases[] = {
        {"<table:table-header-rows>" TEXT(
             "<text:p>a</text:p>") "</table:table-header-rows><table:table-row-group>"
                                   "<table:table-row table:number-rows-repeated='3'/>" TEXT(
                                       "<text:p>b</text:p>") "</table:table-row-group>",
         "A1t=a|A5t=b|"},
        {"<table:table-row table:number-rows-repeated='2'><table:table-cell/><table:table-cell "
         "table:number-columns-repeated='2'><text:p>x</text:p></table:table-cell></table:table-row>" TEXT(
             "<text:p>z</text:p>"),
         "B1t=x|C1t=x|B2t=x|C2t=x|A3t=z|"},
        {ROW("<table:table-cell table:number-columns-spanned='2' "
             "table:number-rows-spanned='3'><text:p>m</text:p>"
             "</table:table-cell><table:covered-table-cell><text:p>c</text:p></table:covered-table-cell>"
             "<table:table-cell><text:p>n</text:p></table:table-cell>"),
         "A1t=m|B1t=c|C1t=n|"},
        {TEXT("<text:p>a</text:p>") "<table:table-row table:number-rows-repeated='1048575'><table:table-cell "
                                    "table:number-columns-repeated='16384'/></"
                                    "table:table-row><table:table-row "
                                    "table:number-rows-repeated='999999999999'><table:table-cell/></"
                                    "table:table-row>",
         "A1t=a|"},
        {"<table:table-row table:number-rows-repeated='1048576'/>" TEXT("<text:p>a</text:p>"),
         "is damaged: a row beyond the last one"},
        {ROW("<table:table-cell table:number-columns-repeated='16385'><text:p>a</text:p></table:table-cell>"),
         "is damaged: a cell beyond the last column"},
        {"<table:table-row table:number-rows-repeated='1048576'><table:table-cell "
         "table:number-columns-repeated='16384'><text:p>a</text:p></table:table-cell></table:table-row>",
         "is refused: it passes limit cells=67108864 (cells of an .ods sheet, repeated ones included)"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        cr_assert_str_eq(document(cases[i].rows, "<m/>", "spreadsheet"), cases[i].seen, "%zu", i);
}

Test(ods, sheets)
{
    document(ROW("<table:table-cell/><table:table-cell table:number-columns-spanned='2' "
                 "table:number-rows-spanned='3'/>"),
             "<m/>", "spreadsheet");
    cr_assert_str_eq(surveyed, "A+ |B1:C3|B- |");
}

/* The first cell of sheet i, number and text. */
static const char *first_cell(struct book *b, size_t i)
{
    static char out[40];
    struct row row;
    struct rows *r = rows_open(b, i, &e);
    cr_assert(r && rows_next(r, &row, &e) == 1, "%s", e.text);
    snprintf(out, sizeof out, "%ld:%.*s", row.number, STR_ARG(row.cell[0].text));
    rows_close(r);
    return out;
}

/* Sheets in their order are read in one go; in any order they are read rightly, also two at a time. */
Test(ods, many_sheets)
{
    enum { SHEETS = 300, ROWS = 150 };
    static char content[SHEETS * (ROWS * 90 + 60) + 200];
    size_t n = (size_t)sprintf(content, "<d><body><spreadsheet>");
    for (int i = 0; i < SHEETS; i++) {
        n += (size_t)sprintf(content + n, "<table name='%d'>", i);
        for (int k = 0; k < ROWS; k++)
            n += (size_t)sprintf(content + n, "<table-row><table-cell><p>%d</p></table-cell></table-row>", i);
        n += (size_t)sprintf(content + n, "</table>");
    }
    sprintf(content + n, "</spreadsheet></body></d>");
    const struct makezip_part part[] = {{.name = "mimetype", .text = "application/x"},
                                        {.name = "content.xml", .text = content}};
    name_path();
    makezip(path, part, 2);
    struct book *b = book_open(path, &e);
    cr_assert_not_null(b, "%s", e.text);
    cr_assert_str_eq(first_cell(b, 7), "1:7");
    cr_assert_str_eq(first_cell(b, 7), "1:7");
    cr_assert_str_eq(first_cell(b, 2), "1:2");
    struct rows *third = rows_open(b, 3, &e), *fifth = rows_open(b, 5, &e);
    struct row row;
    cr_assert(rows_next(fifth, &row, &e) == 1 && str_is(row.cell[0].text, "5"));
    cr_assert_str_eq(first_cell(b, 4), "1:4");
    for (long k = 1; k <= ROWS; k++)
        cr_assert(rows_next(third, &row, &e) == 1 && row.number == k && str_is(row.cell[0].text, "3"));
    cr_assert_eq(rows_next(third, &row, &e), 0);
    rows_close(fifth);
    rows_close(third);
    clock_t began = clock();
    cr_assert_str_eq(first_cell(b, SHEETS - 1), "1:299");
    clock_t last = clock() - began;
    began = clock();
    for (size_t i = 0; i < SHEETS; i++)
        first_cell(b, i);
    cr_assert(clock() - began < 30 * last, "%ld against %ld", (long)(clock() - began), (long)last);
    book_close(b);
    unlink(path);
}

Test(ods, refused)
{
    cr_assert_str_eq(document("", "<m><e><encryption-data/></e></m>", "spreadsheet"),
                     "is encrypted with a password");
    cr_assert_str_eq(document("", "<m/>", "text"), "is an OpenDocument file, but not a spreadsheet");
    cr_assert_str_eq(document("<a>", "<m/>", "spreadsheet"), "is damaged: mismatched tag");
}

/* --- web pages --- */

/* Longer than the buffer, which ends within attributes and within their quotation marks. */
Test(html, long_pages)
{
    for (int pad = 0; pad < 24; pad++) {
        static char page[400000];
        size_t n = (size_t)snprintf(page, sizeof page, "<table><tr><td>%.*s</td></tr>", pad,
                                    "xxxxxxxxxxxxxxxxxxxxxxxx");
        for (int i = 0; i < 4000; i++)
            n += (size_t)snprintf(page + n, sizeof page - n,
                                  "<tr><td  style=\"border: thin\" align='left'></td></tr>\n");
        n += (size_t)snprintf(page + n, sizeof page - n, "<tr><td>z</td></tr></table>");
        cr_assert(n > 3 * 65536);
        const char *seen = bytes(page, n), *last = strstr(seen, "A4002t=z|");
        cr_assert(last, "%d: %s", pad, seen);
        cr_assert_str_eq(bytes(page, n - 8), "is cut short: the page ends within a table");
    }
}

Test(html, cells)
{
    static const struct {
        const char *page, *seen;
    } cases[] = {
        {"<table><tr><td>a<td> b \n c </table>", "A1t=a|B1t=b c|"},
        {"<!-- x --> <TABLE><TR><TH>&nbsp;1&nbsp;</TH><TD>&lt;5 &amp; &eacute;\xE9é</TD></TR></TABLE>",
         "A1t=\xC2\xA0"
         "1\xC2\xA0|B1t=<5 & ééé|"},
        {"<html><body><table><tr><td>a<br>b<br/><p>c</p><p>d</p></td></tr></table>", "A1t=a\nb\nc\nd|"},
        {"<html><style>td{}</style><table><caption>x</caption>y<tr>z<td><script>\"<td>\"</script>a</td></"
         "table>",
         "A1t=a|"},
        {"<table><td>a<tr><td>b</td></tr></table>", "A1t=a|A2t=b|"},
        {"<table><tr><th rowspan=2>No<th colspan=2>L<th>P<tr><td>x<td>y<td>z</table>",
         "A1t=No|B1t=L|D1t=P|B2t=x|C2t=y|D2t=z|"},
        {"<div>Laporan</div><table><tr><td></td><td>a</td></tr><tr></tr><tr><td>b</table>", "B1t=a|A3t=b|"},
        {"<table><tr><td>1<table><tr><td>x<td>y<tr><td>z</table>2<td>3</table>", "A1t=1\nx y\nz\n2|B1t=3|"},
        {"<html><head><title>t</title></head><body><p>x</body></html> <table><tr><td>a</table>", "A1t=a|"},
        {"<table><caption>x</caption><table><tr><td>a<td><table><tr><td>b</table></table></table>",
         "A1t=a|B1t=b|"},
        {"<table><tr><td colspan=0 rowspan=-3>a<td colspan=99999999999>b</table>", "A1t=a|B1t=b|"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        cr_assert_str_eq(bytes(cases[i].page, strlen(cases[i].page)), cases[i].seen, "%zu", i);
}

Test(html, sheets)
{
    const char *page =
        "<html><table><tr><td colspan=2>a<td rowspan=3>b</table><p>x</p><table><tr><td>c</table>";
    bytes(page, strlen(page));
    cr_assert_str_eq(surveyed, "table 1+ |A1:B1|C1:C3|table 2+ |");
}

Test(html, encodings)
{
    static const char utf16[] =
        "\xFF\xFE<\0t\0a\0b\0l\0e\0>\0<\0t\0r\0>\0<\0t\0d\0>\0\xE9\0<\0/\0t\0a\0b\0l\0e\0>\0",
                      lies[] = "<html><meta charset='windows-1252'><table><tr><td>\xC3\xA9</table>";
    cr_assert_str_eq(bytes(utf16, sizeof utf16 - 1), "A1t=é|");
    cr_assert_str_eq(bytes(lies, sizeof lies - 1), "A1t=é|");
}

/* Many buffers: rows and characters are broken anywhere. */
Test(html, long_page)
{
    enum { ROWS = 20000 };
    name_path();
    FILE *f = fopen(path, "w");
    fputs("<html><body><table>", f);
    for (int i = 1; i <= ROWS; i++)
        fprintf(f, "<tr><td>désa %d</td><td>&amp;%d</td></tr>\n", i, i);
    fputs("</table><table><tr><td>akhir</table>", f);
    fclose(f);
    e = (struct err){0};
    struct book *b = book_open(path, &e);
    cr_assert_eq(book_sheets(b), 2);
    struct rows *r = rows_open(b, 0, &e);
    struct row row;
    long n = 0;
    while (rows_next(r, &row, &e) > 0) {
        char first[40], second[40];
        snprintf(first, sizeof first, "désa %ld", ++n);
        snprintf(second, sizeof second, "&%ld", n);
        cr_assert(row.number == n && row.n == 2 && str_is(row.cell[0].text, first) &&
                  str_is(row.cell[1].text, second));
    }
    cr_assert_eq(n, ROWS);
    cr_assert_eq(e.status, 0);
    rows_close(r);
    book_close(b);
    unlink(path);
}

Test(html, refused)
{
    static const struct {
        const char *page, *what;
    } cases[] = {
        {"<!DOCTYPE html><title>masuk</title>", "is a web page without a table"},
        {"<?xml version='1.0'?>\n<Workbook xmlns='urn:schemas-microsoft-com:office:spreadsheet'>",
         "is an XML spreadsheet of Excel 2003"},
        {"<html><table><tr><td>a</td></tr>", "is cut short: the page ends within a table"},
        {"<html><table><tr><td>a<!-- </table></html>", "is cut short: the page ends within a table"},
        {"MIME-Version: 1.0\n", "is a web archive (.mht), not a spreadsheet"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        cr_assert_str_eq(bytes(cases[i].page, strlen(cases[i].page)), cases[i].what);
        cr_assert_eq(e.status, ST_UNREADABLE);
        cr_assert_neq(e.hint[0], '\0');
    }
    cr_assert_str_eq(bytes("<5,a\n<6,b\n", 10), "A1t=<5|B1t=a|A2t=<6|B2t=b|");
}
