#include "convert.h"
#include "xmlpipe.h"

#include <stdio.h>

#define DECLARATION "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
#define MAIN "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
#define RELATIONS "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define PACKAGE "http://schemas.openxmlformats.org/package/2006/"
#define TYPE "application/vnd.openxmlformats-officedocument.spreadsheetml."

enum format { FORMAT_PLAIN, FORMAT_DATE, FORMAT_MOMENT, FORMAT_TIME, FORMAT_DURATION };

static const char styles[] = DECLARATION
    "<styleSheet xmlns=\"" MAIN "\"><numFmts count=\"4\"><numFmt numFmtId=\"164\" formatCode=\"dd/mm/yyyy\"/>"
    "<numFmt numFmtId=\"165\" formatCode=\"dd/mm/yyyy\\ hh:mm:ss\"/><numFmt numFmtId=\"166\" "
    "formatCode=\"hh:mm:ss\"/>"
    "<numFmt numFmtId=\"167\" formatCode=\"[h]:mm:ss\"/></numFmts>"
    "<fonts count=\"1\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font></fonts>"
    "<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill "
    "patternType=\"gray125\"/></fill>"
    "</fills><borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>"
    "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>"
    "<cellXfs count=\"5\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>"
    "<xf numFmtId=\"164\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\"/>"
    "<xf numFmtId=\"165\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\"/>"
    "<xf numFmtId=\"166\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\"/>"
    "<xf numFmtId=\"167\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" "
    "applyNumberFormat=\"1\"/></cellXfs>"
    "<cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" "
    "builtinId=\"0\"/></cellStyles></styleSheet>";

struct writer {
    struct archive *into;
    struct arena arena; /* of a row */
};

static void put(struct writer *w, const char *text)
{
    archive_write(w->into, str_c(text));
}

/* --- dates --- */

/* Days since the beginning of the calendar of 1900, in which that year has a 29 February. */
static long serial_day(long year, long month, long day)
{
    static const int before[] = {0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334};
    long y = year - 1, leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    long days = y * 365 + y / 4 - y / 100 + y / 400 - 693595 + before[month - 1] + (leap && month > 2) + day;
    if (year == 1900 && month == 2 && day == 29)
        return 60;
    return days > 59 ? days + 1 : days;
}

/* The number of a date, time or duration in a workbook; false when it has none. */
static bool serial(struct str iso, double *value, enum format *format)
{
    int year, month, day, hours = 0, minutes = 0, end = 0, clock = 0;
    double seconds = 0;
    char text[64];
    if (iso.len >= sizeof text)
        return false;
    *str_copy(text, iso) = '\0';
    bool dated = sscanf(text, "%4d-%2d-%2d%n", &year, &month, &day, &end) == 3 && end == 10;
    if (dated && (year < 1900 || month < 1 || month > 12))
        return false;
    const char *rest = dated ? text + end + (text[end] == 'T') : text;
    bool timed = sscanf(rest, "%d:%2d:%lf%n", &hours, &minutes, &seconds, &clock) == 3 && rest[clock] == '\0';
    if ((dated && !timed && text[end] != '\0') || (!dated && !timed) || *text == '-')
        return false;
    *format = !dated ? FORMAT_TIME : timed ? FORMAT_MOMENT : FORMAT_DATE;
    *value = (dated ? (double)serial_day(year, month, day) : 0) +
             (hours * 3600.0 + minutes * 60.0 + seconds) / 86400;
    return true;
}

/* --- rows --- */

static void text_cell(struct writer *w, const char *ref, struct str text)
{
    archive_write(w->into,
                  arena_printf(&w->arena,
                               "<c r=\"%s\" t=\"inlineStr\"><is><t xml:space=\"preserve\">%s</t></is></c>",
                               ref, xml_escape(&w->arena, text).ptr));
}

static void write_cell(struct writer *w, long row, const struct cell *c)
{
    char ref[ADDRESS_SIZE];
    double value;
    enum format format;
    address(row, c->col, ref);
    if (c->type == CELL_NUMBER)
        archive_write(w->into, arena_printf(&w->arena, "<c r=\"%s\"><v>%.*s</v></c>", ref, STR_ARG(c->text)));
    else if (c->type == CELL_BOOL)
        archive_write(w->into, arena_printf(&w->arena, "<c r=\"%s\" t=\"b\"><v>%d</v></c>", ref,
                                            str_is(c->text, "TRUE")));
    else if (c->type == CELL_ERROR && !str_is(c->text, BOOK_UNCALCULATED))
        archive_write(w->into, arena_printf(&w->arena, "<c r=\"%s\" t=\"e\"><v>%s</v></c>", ref,
                                            xml_escape(&w->arena, c->text).ptr));
    else if ((c->type == CELL_DATE || c->type == CELL_DURATION) && serial(c->text, &value, &format))
        archive_write(w->into, arena_printf(&w->arena, "<c r=\"%s\" s=\"%d\"><v>%.15g</v></c>", ref,
                                            c->type == CELL_DURATION ? FORMAT_DURATION : format, value));
    else if (c->text.len > 0)
        text_cell(w, ref, c->text);
}

static bool write_rows(struct writer *w, struct rows *rows, struct err *e)
{
    struct row row;
    int got;
    while ((got = rows_next(rows, &row, e)) == 1) {
        archive_write(w->into, arena_printf(&w->arena, "<row r=\"%ld\"%s>", row.number,
                                            row.hidden ? " hidden=\"1\"" : ""));
        for (size_t i = 0; i < row.n; i++)
            write_cell(w, row.number, &row.cell[i]);
        put(w, "</row>");
        arena_reset(&w->arena);
    }
    return got == 0;
}

/* --- sheets --- */

static void write_columns(struct writer *w, const struct survey *s)
{
    if (s->hiddens == 0)
        return;
    put(w, "<cols>");
    for (size_t i = 0; i < s->hiddens; i++)
        archive_write(w->into, arena_printf(&w->arena, "<col min=\"%d\" max=\"%d\" hidden=\"1\"/>",
                                            s->hidden[i].first, s->hidden[i].last));
    put(w, "</cols>");
}

static void write_merged(struct writer *w, const struct survey *s)
{
    if (s->ranges == 0)
        return;
    put(w, "<mergeCells>");
    for (size_t i = 0; i < s->ranges; i++) {
        char first[ADDRESS_SIZE], last[ADDRESS_SIZE];
        address(s->range[i].row1, s->range[i].col1, first);
        address(s->range[i].row2, s->range[i].col2, last);
        archive_write(w->into, arena_printf(&w->arena, "<mergeCell ref=\"%s:%s\"/>", first, last));
        arena_reset(&w->arena);
    }
    put(w, "</mergeCells>");
}

static bool write_sheet(struct writer *w, struct book *b, size_t i, struct err *e)
{
    const struct survey *survey = book_survey(b, i, e);
    struct rows *rows = survey ? rows_open(b, i, e) : NULL;
    if (!rows)
        return false;
    put(w, DECLARATION "<worksheet xmlns=\"" MAIN "\"><sheetFormatPr defaultColWidth=\"13\" "
                       "defaultRowHeight=\"15\"/>"); /* dates fit */
    write_columns(w, survey);
    put(w, "<sheetData>");
    bool ok = write_rows(w, rows, e);
    put(w, "</sheetData>");
    write_merged(w, survey);
    put(w, "</worksheet>");
    rows_close(rows);
    return ok;
}

/* --- what ties them together --- */

static struct str cut_name(struct str name, size_t most, struct arena *a)
{
    char *cut = arena_cstr(a, name);
    size_t len = 0;
    for (size_t n = 0; len < name.len && n < most; n++) {
        int bytes = str_utf8_length((const unsigned char *)cut + len, name.len - len);
        if (strchr("[]:*?/\\", cut[len]))
            cut[len] = '_';
        len += bytes > 0 ? (size_t)bytes : 1;
    }
    return (struct str){cut, len};
}

struct str convert_name(const struct book *b, size_t i, struct arena *a)
{
    enum { MOST = 31, NUMBER = 8 };
    struct str name = cut_name(book_sheet(b, i)->name, MOST, a);
    for (size_t k = 0; k < book_sheets(b); k++)
        if (k != i && str_eq(cut_name(book_sheet(b, k)->name, MOST, a), name))
            return arena_printf(a, "%.*s (%zu)", STR_ARG(cut_name(name, MOST - NUMBER, a)), i + 1);
    return name.len > 0 ? name : arena_printf(a, "Lembar %zu", i + 1);
}

static void write_types(struct writer *w, size_t sheets)
{
    put(w, DECLARATION
        "<Types xmlns=\"" PACKAGE "content-types\"><Default Extension=\"rels\" "
        "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
        "<Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/xl/workbook.xml\" "
        "ContentType=\"" TYPE "sheet.main+xml\"/><Override PartName=\"/xl/styles.xml\" "
        "ContentType=\"" TYPE "styles+xml\"/>");
    for (size_t i = 1; i <= sheets; i++)
        archive_write(w->into, arena_printf(&w->arena,
                                            "<Override PartName=\"/xl/worksheets/sheet%zu.xml\" "
                                            "ContentType=\"" TYPE "worksheet+xml\"/>",
                                            i));
    put(w, "</Types>");
}

static void write_workbook(struct writer *w, const struct book *b)
{
    put(w, DECLARATION "<workbook xmlns=\"" MAIN "\" xmlns:r=\"" RELATIONS "\"><sheets>");
    for (size_t i = 0; i < book_sheets(b); i++) {
        const struct sheet *s = book_sheet(b, i);
        archive_write(w->into,
                      arena_printf(&w->arena, "<sheet name=\"%s\" sheetId=\"%zu\"%s r:id=\"rId%zu\"/>",
                                   xml_escape(&w->arena, convert_name(b, i, &w->arena)).ptr, i + 1,
                                   s->visible ? "" : " state=\"hidden\"", i + 1));
        arena_reset(&w->arena);
    }
    put(w, "</sheets></workbook>");
}

static void write_relations(struct writer *w, size_t sheets)
{
    put(w, DECLARATION "<Relationships xmlns=\"" PACKAGE "relationships\">");
    for (size_t i = 1; i <= sheets; i++)
        archive_write(w->into, arena_printf(&w->arena,
                                            "<Relationship Id=\"rId%zu\" Type=\"" RELATIONS "/worksheet\" "
                                            "Target=\"worksheets/sheet%zu.xml\"/>",
                                            i, i));
    archive_write(w->into, arena_printf(&w->arena,
                                        "<Relationship Id=\"rId%zu\" Type=\"" RELATIONS "/styles\" "
                                        "Target=\"styles.xml\"/></Relationships>",
                                        sheets + 1));
}

static void begin(struct writer *w, const char *name)
{
    archive_begin(w->into, str_c(name), ARCHIVE_NO_TIME);
}

bool convert_book(struct book *b, struct archive *into, struct err *e)
{
    struct writer w = {.into = into};
    size_t sheets = book_sheets(b);
    bool ok = true;
    begin(&w, "[Content_Types].xml");
    write_types(&w, sheets);
    archive_end(into);
    begin(&w, "_rels/.rels");
    put(&w, DECLARATION "<Relationships xmlns=\"" PACKAGE "relationships\"><Relationship Id=\"rId1\" "
                        "Type=\"" RELATIONS "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
    archive_end(into);
    begin(&w, "xl/workbook.xml");
    write_workbook(&w, b);
    archive_end(into);
    begin(&w, "xl/_rels/workbook.xml.rels");
    write_relations(&w, sheets);
    archive_end(into);
    begin(&w, "xl/styles.xml");
    put(&w, styles);
    archive_end(into);
    arena_reset(&w.arena);
    for (size_t i = 0; ok && i < sheets; i++) {
        archive_begin(into, arena_printf(&w.arena, "xl/worksheets/sheet%zu.xml", i + 1), ARCHIVE_NO_TIME);
        ok = write_sheet(&w, b, i, e);
        archive_end(into);
    }
    arena_done(&w.arena);
    return ok;
}
