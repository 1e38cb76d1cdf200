/* Workbooks of Excel 97 to 2003: compound files whose tables lead in circles, records that are shorter than
 * they say. */
#include "hostile.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    FORMULA = 0x06,
    END = 0x0A,
    FILEPASS = 0x2F,
    CONTINUE = 0x3C,
    CODEPAGE = 0x42,
    BOUNDSHEET = 0x85,
    MULRK = 0xBD,
    XF = 0xE0,
    MERGED = 0xE5,
    SST = 0xFC,
    LABELSST = 0xFD,
    DIMENSIONS = 0x200,
    NUMBER = 0x203,
    LABEL = 0x204,
    STRING = 0x207,
    FORMAT = 0x41E,
    BEGIN = 0x809,
};

/* A record; a length of -1 is that of the data, any other one is what its header claims. */
static void record(struct bytes *b, unsigned type, const void *data, size_t len, long claimed)
{
    put_u16(b, type);
    put_u16(b, (unsigned)(claimed < 0 ? (long)len : claimed));
    put(b, data, len);
}

#define RECORD(b, type, literal) record(b, type, literal, sizeof literal - 1, -1)

static void begin(struct bytes *b, unsigned content)
{
    struct bytes data = {0};
    put_u16(&data, 0x600);
    put_u16(&data, content);
    put_many(&data, "....", 3);
    record(b, BEGIN, data.ptr, data.len, -1);
    free(data.ptr);
}

/* A workbook of one sheet; the BOUNDSHEET tells `at` when that is not 0. Both are freed. */
static struct bytes stream(struct bytes globals, struct bytes cells, uint32_t at)
{
    struct bytes b = {0}, sheet = {0};
    begin(&b, 5);
    size_t before = b.len + 4 + 12 + globals.len + 4;
    put_u32(&sheet, at ? at : (uint32_t)before);
    put(&sheet, "\0\0\4\0Data", 8);
    record(&b, BOUNDSHEET, sheet.ptr, sheet.len, -1);
    put(&b, globals.ptr, globals.len);
    RECORD(&b, END, "");
    begin(&b, 0x10);
    put(&b, cells.ptr, cells.len);
    RECORD(&b, END, "");
    free(sheet.ptr);
    free(globals.ptr);
    free(cells.ptr);
    return b;
}

/* Row 1 has 1 in A. */
static struct bytes one(void)
{
    struct bytes b = {0};
    RECORD(&b, NUMBER, "\0\0\0\0\0\0\0\0\0\0\0\0\xF0\x3F");
    return b;
}

static void bare(const char *name, struct bytes globals, struct bytes cells, const char *options, int status,
                 const char *text)
{
    struct bytes b = stream(globals, cells, 0);
    hostile_file(name, &b, options, status, text);
}

static const struct bytes none;

/* --- records --- */

#define LIST "number,name,visible,rows,columns,dimension,merged,hidden_rows,hidden_columns,areas\n"

/* A record with any content, and what becomes of the workbook that holds it. */
struct record_case {
    const char *name;
    unsigned type;
    const char *data;
    size_t len;
    long claimed; /* its length; -1: len */
    int status;
    const char *text;
};

#define CASE(name, type, data, status, text)                                                                 \
    {                                                                                                        \
        name, type, data, sizeof data - 1, -1, status, text                                                  \
    }

static const char shorter[] = "a record is shorter than its content";

static void cells(void)
{
    static const struct record_case cases[] = {
        CASE("xls-number-short", NUMBER, "\0\0\0\0\0\0\0\0", 65, shorter),
        CASE("xls-number-empty", NUMBER, "", 65, shorter),
        CASE("xls-number-nan", NUMBER, "\0\0\0\0\0\0\1\0\0\0\0\0\xF8\x7F", 0, "#NUM!\n"),
        CASE("xls-number-infinite", NUMBER, "\0\0\0\0\0\0\0\0\0\0\0\0\xF0\x7F", 0, "#NUM!\n"),
        CASE("xls-style-beyond", NUMBER, "\0\0\0\0\xFF\xFF\0\0\0\0\0\0\0\x40", 0, "2\n"),
        CASE("xls-column-beyond", NUMBER, "\0\0\xFF\xFF\0\0\0\0\0\0\0\0\0\x40", 65,
             "a cell beyond the last column"),
        CASE("xls-mulrk-short", MULRK, "\0\0\0\0\0\0", 0, ""),
        CASE("xls-mulrk-uneven", MULRK, "\0\0\0\0\0\0\0\0\0\x40\0\0\0\0\0\0\0\xFF\xFF", 0, "2,0\n"),
        CASE("xls-mulrk-beyond", MULRK, "\0\0\xFF\x3F\0\0\0\0\0\x40\0\0\0\0\0\x40\0\0", 65,
             "a cell beyond the last column"),
        CASE("xls-label-long", LABEL, "\0\0\0\0\0\0\xFF\xFF\0abc", 65, shorter),
        CASE("xls-label-runs", LABEL,
             "\0\0\0\0\0\0\1\0\x08\xFF\xFF"
             "a",
             65, shorter),
        CASE("xls-label-phonetic", LABEL,
             "\0\0\0\0\0\0\1\0\x04\xFF\xFF\xFF\xFF"
             "a",
             65, shorter),
        CASE("xls-label-odd", LABEL, "\0\0\0\0\0\0\2\0\1a\0b", 65, "a text is broken within a character"),
        CASE("xls-label-surrogate", LABEL, "\0\0\0\0\0\0\1\0\1\0\xD8", 0, "\xEF\xBF\xBD\n"),
        CASE("xls-string-beyond", LABELSST, "\0\0\0\0\0\0\xFF\xFF\xFF\xFF", 65,
             "a shared string that does not exist"),
        CASE("xls-formula-short", FORMULA, "\0\0\0\0\0\0\0\0", 65, shorter),
        CASE("xls-formula-no-string", FORMULA, "\0\0\0\0\0\0\0\0\0\0\0\0\xFF\xFF\0\0\0\0\0\0\0\0", 0, ""),
        CASE("xls-merged-short", MERGED, "\xFF\xFF\0\0\1\0\0\0\1\0", 65, shorter),
        CASE("xls-merged-empty", MERGED, "", 65, shorter),
        CASE("xls-merged-backwards", MERGED, "\1\0\5\0\1\0\0\0\1\0", 65,
             "the address of merged cells cannot be read"),
        CASE("xls-merged-beyond", MERGED, "\1\0\0\0\1\0\0\x80\xFF\xFF", 65,
             "the address of merged cells cannot be read"),
        CASE("xls-merged-all", MERGED, "\1\0\0\0\xFF\xFF\0\0\xFF\x3F", 0,
             LIST "1,Data,yes,0,0,,1,0,0,A1:XFD65536\n"),
        CASE("xls-dimension-lie", DIMENSIONS, "\0\0\0\0\xFF\xFF\xFF\xFF\0\0\xFF\xFF\0\0", 0,
             LIST "1,Data,yes,0,0,,0,0,0,\n"),
        CASE("xls-dimension-short", DIMENSIONS, "\0\0", 65, shorter),
        {"xls-record-long", NUMBER, "\0\0\0\0\0\0\0\0\0\0\0\0\0\x40", 14, 0xFFFF, 65,
         "it is cut short within a record"},
    };
    char name[64];
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct bytes b = {0};
        bool survey = cases[i].type == MERGED || cases[i].type == DIMENSIONS;
        record(&b, cases[i].type, cases[i].data, cases[i].len, cases[i].claimed);
        snprintf(name, sizeof name, "%s.xls", cases[i].name);
        bare(name, none, b, survey ? "--list" : "", cases[i].status, cases[i].text);
    }
    struct bytes many = {0}, block = {0};
    put_u16(&block, 1000);
    for (int i = 0; i < 1000; i++)
        put(&block, "\0\0\1\0\0\0\1\0", 8);
    for (int i = 0; i < 201; i++)
        record(&many, MERGED, block.ptr, block.len, -1);
    free(block.ptr);
    bare("xls-merged-many.xls", none, many, "--list", 65, "passes limit merged=200000");
    struct bytes charts = {0};
    for (int i = 0; i < 100000; i++)
        begin(&charts, 0x20);
    bare("xls-nested.xls", none, charts, "", 65, "the end of a sheet is missing");
    struct bytes twice = one(), later = one();
    later.ptr[17] = 0x40;
    later.ptr[16] = 0;
    put(&twice, later.ptr, later.len);
    free(later.ptr);
    bare("xls-cell-twice.xls", none, twice, "", 0, "2\n");
}

static void globals(void)
{
    static const struct record_case cases[] = {
        CASE("xls-sst-empty", SST, "", 65, shorter),
        CASE("xls-sst-count", SST, "\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\1\0\0a", 0, "1\n"),
        CASE("xls-sst-long", SST, "\1\0\0\0\1\0\0\0\xFF\xFF\0a", 65, shorter),
        CASE("xls-sst-runs", SST,
             "\1\0\0\0\1\0\0\0\1\0\x08\xFF\xFF"
             "a",
             65, shorter),
        CASE("xls-sst-phonetic", SST,
             "\1\0\0\0\1\0\0\0\1\0\x0C\xFF\xFF\xFF\xFF\xFF\xFF"
             "a",
             65, shorter),
        CASE("xls-filepass", FILEPASS, "\0\0", 65, "is encrypted with a password"),
        CASE("xls-codepage", CODEPAGE, "\xFF\xFF", 0, "1\n"),
        CASE("xls-codepage-short", CODEPAGE, "", 65, shorter),
        CASE("xls-format-long", FORMAT, "\0\0\xFF\xFF\0a", 65, shorter),
        CASE("xls-format-wild", FORMAT, "\0\0\4\0\0%n[\"", 0, "1\n"),
        CASE("xls-xf-short", XF, "\0\0", 65, shorter),
        CASE("xls-sheet-name-long", BOUNDSHEET, "\0\0\0\0\0\0\xFF\0a", 65, shorter),
        CASE("xls-sheet-beyond", BOUNDSHEET, "\xFF\xFF\xFF\x7F\0\0\1\0b", 0, "1\n"),
        {"xls-record-end", 0x1234, "", 0, 0xFFFF, 65, "it is cut short within a record"},
    };
    char name[64];
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct bytes b = {0};
        record(&b, cases[i].type, cases[i].data, cases[i].len, cases[i].claimed);
        snprintf(name, sizeof name, "%s.xls", cases[i].name);
        bare(name, b, one(), "", cases[i].status, cases[i].text);
    }
    /* a CONTINUE record tells the width of its characters anew; none is broken in two */
    struct bytes split = {0}, within = {0}, label = {0}, same = {0};
    RECORD(&split, SST, "\1\0\0\0\1\0\0\0\4\0\1a\0b\0");
    RECORD(&split, CONTINUE, "\1c\0");
    RECORD(&split, CONTINUE, "\0d");
    RECORD(&label, LABELSST, "\0\0\0\0\0\0\0\0\0\0");
    put(&same, label.ptr, label.len);
    bare("xls-sst-split.xls", split, label, "", 0, "abcd\n");
    RECORD(&within, SST, "\1\0\0\0\1\0\0\0\2\0\1a\0b");
    RECORD(&within, CONTINUE, "\1\0");
    bare("xls-sst-split-within.xls", within, same, "", 65, "a text is broken within a character");
    struct bytes empty = {0};
    RECORD(&empty, SST, "\1\0\0\0\1\0\0\0");
    for (int i = 0; i < 100000; i++)
        RECORD(&empty, CONTINUE, "");
    bare("xls-sst-empty-continues.xls", empty, one(), "", 0, "1\n");
    struct bytes sheets = {0};
    for (int i = 0; i < 65000; i++)
        RECORD(&sheets, BOUNDSHEET, "\0\0\0\0\0\0\1\0a");
    bare("xls-sheets-many.xls", sheets, one(), "", 65, "passes limit sheets=2000");
    struct bytes styles = {0};
    for (int i = 0; i < 100001; i++)
        RECORD(&styles, XF, "\0\0\0\0");
    bare("xls-styles-many.xls", styles, one(), "", 65, "passes limit styles=100000");
    struct bytes b = stream(none, one(), 0x7FFFFFFF);
    hostile_file("xls-only-sheet-beyond.xls", &b, "", 65, "the records of a sheet are missing");
    b = stream(none, one(), 7);
    hostile_file("xls-only-sheet-within.xls", &b, "", 65, "it is cut short within a record");
    b = (struct bytes){0};
    begin(&b, 5);
    put_many(&b, "\x01", 1024 * 1024);
    hostile_file("xls-filled.xls", &b, "", 65, "it is cut short");
    b = (struct bytes){0};
    begin(&b, 5);
    put_noise(&b, 1024 * 1024);
    hostile_file("xls-noise.xls", &b, "", 65, "it is cut short");
}

/* --- the compound file: sector 0 is its table, 1 its directory, the stream follows --- */

enum { SECTOR = 512, FAT = SECTOR, DIRECTORY = 2 * SECTOR, ENTRY = 128 };

static void poke(struct bytes *b, size_t at, uint32_t value, size_t size)
{
    for (size_t i = 0; i < size; i++)
        b->ptr[at + i] = (unsigned char)(value >> 8 * i);
}

static void entry(struct bytes *b, size_t i, const char *name, unsigned type, uint32_t start, uint32_t size)
{
    size_t at = DIRECTORY + i * ENTRY;
    for (size_t k = 0; name[k]; k++)
        b->ptr[at + 2 * k] = (unsigned char)name[k];
    poke(b, at + 64, (uint32_t)(2 * strlen(name) + 2), 2);
    b->ptr[at + 66] = (unsigned char)type;
    poke(b, at + 68, UINT32_MAX, 4);
    poke(b, at + 72, UINT32_MAX, 4);
    poke(b, at + 76, i == 0 ? 1 : UINT32_MAX, 4);
    poke(b, at + 116, start, 4);
    poke(b, at + 120, size, 4);
}

static struct bytes compound(struct bytes content, const char *name)
{
    size_t sectors = content.len / SECTOR + 1;
    struct bytes b = {calloc(1, 3 * SECTOR + sectors * SECTOR), 3 * SECTOR + sectors * SECTOR, 0};
    b.room = b.len;
    memcpy(b.ptr, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8);
    poke(&b, 26, 3, 2);
    poke(&b, 28, 0xFFFE, 2);
    poke(&b, 30, 9, 2);
    poke(&b, 32, 6, 2);
    poke(&b, 44, 1, 4);
    poke(&b, 48, 1, 4);
    poke(&b, 60, 0xFFFFFFFE, 4);
    poke(&b, 68, 0xFFFFFFFE, 4);
    memset(b.ptr + 76, 0xFF, SECTOR - 76);
    poke(&b, 76, 0, 4);
    memset(b.ptr + FAT, 0xFF, SECTOR);
    poke(&b, FAT, 0xFFFFFFFD, 4);
    poke(&b, FAT + 4, 0xFFFFFFFE, 4);
    for (size_t i = 0; i < sectors; i++)
        poke(&b, FAT + 8 + 4 * i, i + 1 < sectors ? (uint32_t)i + 3 : 0xFFFFFFFE, 4);
    entry(&b, 0, "Root Entry", 5, 0xFFFFFFFE, 0);
    entry(&b, 1, name, 2, 2, (uint32_t)content.len);
    memcpy(b.ptr + 3 * SECTOR, content.ptr, content.len);
    free(content.ptr);
    return b;
}

static struct bytes filled(void)
{
    struct bytes cells = one();
    for (int i = 0; i < 100; i++)
        RECORD(&cells, 0x1234, "0123456789012345678901234567890");
    return stream(none, cells, 0);
}

static void tables(void)
{
    static const char circle[] = "a chain of sectors runs in a circle",
                      nowhere[] = "a chain of sectors leads nowhere",
                      header[] = "the header of the compound file is not whole",
                      beyond[] = "a sector lies beyond the end of the file";
    static const struct {
        const char *name;
        size_t at;
        uint32_t value;
        size_t size;
        int status;
        const char *text;
    } cases[] = {
        {"ole-whole", 0, 0xD0, 1, 0, "1\n"},
        {"ole-shift-0", 30, 0, 2, 65, header},
        {"ole-shift-31", 30, 31, 2, 65, header},
        {"ole-shift-255", 30, 255, 2, 65, header},
        {"ole-shift-12", 30, 12, 2, 65, "is damaged: "},
        {"ole-mini-shift-0", 32, 0, 2, 65, header},
        {"ole-mini-shift-63", 32, 63, 2, 65, header},
        {"ole-fat-beyond", 76, 0x00FFFFFF, 4, 65, beyond},
        {"ole-fat-overflow", 76, 0xFFFFFFF8, 4, 65, beyond},
        {"ole-fat-is-stream", 76, 3, 4, 65, "is damaged: "},
        {"ole-fat-twice", 80, 0, 4, 0, "1\n"},
        {"ole-fat-none", 76, 0xFFFFFFFF, 4, 65, nowhere},
        {"ole-msat-itself", 68, 5, 4, 65, "is damaged: "},
        {"ole-msat-beyond", 68, 0x00FFFFFF, 4, 65, beyond},
        {"ole-msat-fat", 68, 0, 4, 65, beyond},
        {"ole-directory-beyond", 48, 0x00FFFFFF, 4, 65, nowhere},
        {"ole-directory-none", 48, 0xFFFFFFFE, 4, 65, "the compound file has no directory"},
        {"ole-directory-circle", FAT + 4, 1, 4, 65, circle},
        {"ole-directory-into-stream", FAT + 4, 2, 4, 0, "1\n"},
        {"ole-stream-circle", FAT + 8, 2, 4, 65, circle},
        {"ole-stream-circle-later", FAT + 16, 2, 4, 65, circle},
        {"ole-stream-nowhere", FAT + 12, 0x7FFFFFFF, 4, 65, nowhere},
        {"ole-stream-cut", FAT + 12, 0xFFFFFFFE, 4, 65, "it is cut short"},
        {"ole-stream-crossed", FAT + 12, 1, 4, 65, "it is cut short"},
        {"ole-stream-from-fat", DIRECTORY + ENTRY + 116, 0, 4, 65, "is damaged: "},
        {"ole-stream-size", DIRECTORY + ENTRY + 120, 0xFFFFFFFF, 4, 0, "1\n"},
        {"ole-stream-short", DIRECTORY + ENTRY + 120, 30, 4, 65, "it is cut short"},
        {"ole-sibling-itself", DIRECTORY + ENTRY + 68, 1, 4, 0, "1\n"},
        {"ole-sibling-root", DIRECTORY + ENTRY + 72, 0, 4, 0, "1\n"},
        {"ole-sibling-beyond", DIRECTORY + ENTRY + 72, 0x7FFFFFFF, 4, 0, "1\n"},
        {"ole-child-none", DIRECTORY + 76, 0xFFFFFFFF, 4, 65, "is a compound file (OLE) without a workbook"},
        {"ole-mini-none", 56, 0x00FFFFFF, 4, 65, nowhere},
        {"ole-mini-beyond", 60, 0x00FFFFFF, 4, 0, "1\n"},
    };
    char name[64];
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct bytes b = compound(filled(), "Workbook");
        poke(&b, cases[i].at, cases[i].value, cases[i].size);
        snprintf(name, sizeof name, "%s.xls", cases[i].name);
        hostile_file(name, &b, "", cases[i].status, cases[i].text);
    }
    /* a small stream whose own table leads in a circle: the directory as its table, and as what it lies in */
    struct bytes b = compound(filled(), "Workbook");
    poke(&b, 56, 0x00FFFFFF, 4);
    poke(&b, 60, 0, 4);
    poke(&b, DIRECTORY + 116, 2, 4);
    poke(&b, DIRECTORY + ENTRY + 116, 3, 4);
    hostile_file("ole-mini-fat.xls", &b, "", 65, "is damaged: ");
    static const struct {
        const char *file, *stream, *text;
    } others[] = {{"ole-word.xls", "WordDocument", "is a Word document, not a spreadsheet"},
                  {"ole-encrypted.xlsx", "EncryptedPackage", "is encrypted with a password"},
                  {"ole-macros.xls", "Macros", "is a compound file (OLE) without a workbook"}};
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        b = compound(filled(), others[i].stream);
        hostile_file(others[i].file, &b, "", 65, others[i].text);
    }
    enum { CUTS = 10 };
    for (int i = 1; i < CUTS; i++) {
        b = compound(filled(), "Workbook");
        b.len = b.len * (size_t)i / CUTS;
        snprintf(name, sizeof name, "ole-cut-%d.xls", i);
        hostile_file(name, &b, "", 65, "is damaged: ");
    }
    b = compound(filled(), "Workbook");
    hostile_file("ole-limit.xls", &b, "--limit xls-bytes=1K", 65, "passes limit xls-bytes=1K (");
}

void make_xls(void)
{
    cells();
    globals();
    tables();
}
