#include "listing.h"

#include <stdio.h>
#include <stdlib.h>
#include <strings.h>

enum column {
    NUMBER,
    SHEET,
    CELL,
    KIND,
    MESSAGE,
    VALUE,
    EXPECTED,
    SUGGESTION,
    CODE,
    GAP,
    REASON,
    COUNT,
    TOLD,
    COLUMNS
};

static const struct {
    const char *heading;
    int width;
} columns[COLUMNS] = {
    [NUMBER] = {"No.", 6},
    [SHEET] = {"Lembar", 18},
    [CELL] = {"Sel", 8},
    [KIND] = {"Tingkat", 13},
    [MESSAGE] = {"Alasan", 46},
    [VALUE] = {"Isian", 20},
    [EXPECTED] = {"Seharusnya", 36},
    [SUGGESTION] = {"Saran", 42},
    [CODE] = {"Kode", 20},
    [GAP] = {"", 3},
    [REASON] = {"Ringkasan menurut alasan", 46},
    [COUNT] = {"Jumlah", 9},
    [TOLD] = {"Tercantum", 11},
};
enum { HEADING_ROW = 9 };

struct writer {
    const struct marks *m;
    struct package *p;
    const struct styles *styles;
    struct archive *into;
    struct arena arena; /* of a row */
    long row, number;
    const struct marks_reason **summary; /* the reasons in order, written beside the list */
    size_t summarised;
};

struct str listing_name(struct package *p)
{
    for (int i = 1;; i++) {
        struct str name = i == 1 ? STR(BOOK_LIST) : arena_printf(&p->arena, BOOK_LIST " %d", i);
        bool taken = false;
        for (size_t k = 0; k < p->names; k++)
            taken |= p->name[k].len == name.len && strncasecmp(p->name[k].ptr, name.ptr, name.len) == 0;
        if (!taken)
            return name;
    }
}

/* --- cells --- */

static void put(struct writer *w, const char *text)
{
    archive_write(w->into, str_c(text));
}

static void text_cell(struct writer *w, enum column c, struct str text, enum own_style style)
{
    char ref[ADDRESS_SIZE];
    address(w->row, (int)c + 1, ref);
    archive_write(
        w->into,
        arena_printf(&w->arena,
                     "<c r=\"%s\" s=\"%ld\" t=\"inlineStr\"><is><t xml:space=\"preserve\">%s</t></is></c>",
                     ref, styles_own(w->styles, style), xml_escape(&w->arena, text).ptr));
}

static void number_cell(struct writer *w, enum column c, long number)
{
    char ref[ADDRESS_SIZE];
    address(w->row, (int)c + 1, ref);
    archive_write(w->into, arena_printf(&w->arena, "<c r=\"%s\" s=\"%ld\"><v>%ld</v></c>", ref,
                                        styles_own(w->styles, OWN_PLAIN), number));
}

/* Rows of more than one line need their height: not all programs find it out themselves. */
static void begin_row(struct writer *w, long row, size_t lines)
{
    enum { LINE = 15 };
    w->row = row;
    archive_write(
        w->into, arena_printf(&w->arena, "<row r=\"%ld\" ht=\"%zu\" customHeight=\"1\">", row, lines * LINE));
}

/* Lines that a text takes in its column, words being kept whole. */
static size_t lines_of(struct str text, enum column c)
{
    size_t wide = (size_t)columns[c].width - 2, lines = 1, used = 0;
    while (text.len > 0) {
        size_t word = str_characters(str_cut(&text, ' '));
        if (used > 0 && used + 1 + word > wide) {
            lines++;
            used = 0;
        }
        used += (used > 0) + word;
        lines += used / (wide + 1);
        used %= wide + 1;
    }
    return lines;
}

static void end_row(struct writer *w)
{
    put(w, "</row>");
    arena_reset(&w->arena);
}

static void line(struct writer *w, long row, struct str text, enum own_style style)
{
    begin_row(w, row, style == OWN_TITLE ? 2 : 1);
    text_cell(w, NUMBER, text, style);
    end_row(w);
}

/* --- rows --- */

static void legend(struct writer *w, long row, enum paint paint, const char *meaning)
{
    long cells = 0;
    for (size_t i = 0; i < w->m->reasons; i++)
        cells += w->m->reason[i].paint == paint ? w->m->reason[i].marks : 0;
    begin_row(w, row, 1);
    text_cell(w, KIND, str_c(advice_paint(paint)), OWN_REJECT + (enum own_style)paint);
    text_cell(w, MESSAGE, arena_printf(&w->arena, "%ld %s", cells, meaning), OWN_PLAIN);
    end_row(w);
}

static void head(struct writer *w, bool converted)
{
    static const char all[] =
        "Setiap sel yang diberi catatan diwarnai dan berkomentar di lembar aslinya. Perbaiki di "
        "sana, simpan, lalu kirim berkas ini kembali; lembar ini boleh dibiarkan atau dihapus.";
    const struct marks *m = w->m;
    line(w, 1, STR("Catatan KP2S atas berkas ini"), OWN_TITLE);
    line(w, 2, arena_printf(&w->arena, "Berkas: %.*s", STR_ARG(m->file)), OWN_PLAIN);
    line(w, 3, str_c(all), OWN_PLAIN);
    legend(w, 4, PAINT_REJECT, "penolakan: baris atau angka itu tidak masuk; harus diperbaiki");
    legend(w, 5, PAINT_REPAIR, "perbaikan: sudah dibetulkan oleh KP2S; periksa");
    legend(w, 6, PAINT_NOTE, "catatan: isian masuk; periksa bila perlu");
    if (converted)
        line(w, 7,
             STR("Berkas semula bukan .xlsx: isinya disalin ke buku kerja ini tanpa rumus dan tata letak."),
             OWN_PLAIN);
    if (m->told < m->n)
        line(
            w, 8,
            arena_printf(
                &w->arena,
                "Di bawah tercantum %ld dari %ld: dari setiap alasan dan lembar paling banyak %d; selebihnya "
                "hanya diwarnai.",
                m->told, m->n, MARKS_TOLD_EACH),
            OWN_PLAIN);
}

static void headings(struct writer *w)
{
    begin_row(w, HEADING_ROW, 1);
    for (enum column c = 0; c < COLUMNS; c++)
        if (c != GAP)
            text_cell(w, c, str_c(columns[c].heading), OWN_HEADING);
    end_row(w);
}

/* What must be mended first, the most frequent first. */
static int by_weight(const void *a, const void *b)
{
    const struct marks_reason *const *x = a, *const *y = b;
    if ((*x)->paint != (*y)->paint)
        return (*x)->paint < (*y)->paint ? -1 : 1;
    if ((*x)->marks != (*y)->marks)
        return (*x)->marks > (*y)->marks ? -1 : 1;
    return str_cmp((*x)->code, (*y)->code);
}

static void sort_reasons(struct writer *w)
{
    w->summary = arena_alloc(&w->p->arena, (w->m->reasons + 1) * sizeof *w->summary);
    for (size_t i = 0; i < w->m->reasons; i++)
        w->summary[i] = &w->m->reason[i];
    qsort(w->summary, w->m->reasons, sizeof *w->summary, by_weight);
}

/* The next line of the summary, beside the present row. */
static void summary(struct writer *w)
{
    if (w->summarised == w->m->reasons)
        return;
    const struct marks_reason *r = w->summary[w->summarised++];
    text_cell(w, REASON, r->sentence, OWN_WRAPPED);
    number_cell(w, COUNT, r->marks);
    number_cell(w, TOLD, r->told);
}

static void cell_name(const struct mark *mark, char ref[ADDRESS_SIZE])
{
    *ref = '\0';
    if (mark->row > 0 && mark->col > 0)
        address(mark->row, mark->col, ref);
    else if (mark->row > 0)
        snprintf(ref, ADDRESS_SIZE, "%lu", (unsigned long)mark->row);
}

static size_t lines_of_mark(const struct writer *w, const struct marks_sheet *s, const struct mark *mark,
                            const struct advice *advice)
{
    const struct marks *m = w->m;
    const size_t lines[] = {
        lines_of(s->name, SHEET),
        lines_of(mark->told->message, MESSAGE),
        lines_of(mark->told->value, VALUE),
        lines_of(str_c(advice->expected), EXPECTED),
        lines_of(str_c(advice->suggestion), SUGGESTION),
        w->summarised < m->reasons ? lines_of(w->summary[w->summarised]->sentence, REASON) : 1,
    };
    size_t most = 1;
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
        most = lines[i] > most ? lines[i] : most;
    return most;
}

static void mark_row(struct writer *w, const struct marks_sheet *s, const struct mark *mark)
{
    const struct marks_reason *r = &w->m->reason[mark->reason];
    const struct advice *advice = advice_on(r->code);
    char ref[ADDRESS_SIZE];
    cell_name(mark, ref);
    begin_row(w, HEADING_ROW + ++w->number, lines_of_mark(w, s, mark, advice));
    number_cell(w, NUMBER, w->number);
    text_cell(w, SHEET, s->name, OWN_WRAPPED);
    text_cell(w, CELL, str_c(ref), s->found ? OWN_LINK : OWN_PLAIN);
    text_cell(w, KIND, str_c(advice_paint((enum paint)mark->paint)),
              OWN_REJECT + (enum own_style)mark->paint);
    text_cell(w, MESSAGE, mark->told->message, OWN_WRAPPED);
    text_cell(w, VALUE, mark->told->value, OWN_WRAPPED);
    text_cell(w, EXPECTED, str_c(advice->expected), OWN_WRAPPED);
    text_cell(w, SUGGESTION, str_c(advice->suggestion), OWN_WRAPPED);
    text_cell(w, CODE, r->code, OWN_PLAIN);
    summary(w);
    end_row(w);
}

/* --- what is listed, in its order: what must be mended first, then sheet by sheet --- */

typedef void listed_fn(struct writer *w, const struct marks_sheet *s, const struct mark *mark);

static void each(struct writer *w, listed_fn *listed)
{
    for (enum paint paint = 0; paint < PAINTS; paint++)
        for (size_t i = 0; i < w->m->sheets; i++)
            for (size_t k = 0; k < w->m->sheet[i].n; k++) {
                const struct mark *mark = &w->m->sheet[i].mark[k];
                if (mark->paint == (unsigned)paint && mark->told)
                    listed(w, &w->m->sheet[i], mark);
            }
}

/* 'Bumil 1'!D14 */
static void link_row(struct writer *w, const struct marks_sheet *s, const struct mark *mark)
{
    char ref[ADDRESS_SIZE];
    long row = HEADING_ROW + ++w->number;
    if (!s->found)
        return;
    char *name = arena_alloc(&w->arena, 2 * s->name.len + 1), *to = name;
    for (size_t i = 0; i < s->name.len; i++) {
        if (s->name.ptr[i] == '\'')
            *to++ = '\'';
        *to++ = s->name.ptr[i];
    }
    address(mark->row > 0 ? mark->row : 1, mark->col > 0 ? mark->col : 1, ref);
    struct str escaped = xml_escape(&w->arena, str_c(name));
    archive_write(w->into,
                  arena_printf(&w->arena, "<hyperlink ref=\"C%ld\" location=\"'%.*s'!%s\" display=\"%s\"/>",
                               row, STR_ARG(escaped), ref, ref));
    arena_reset(&w->arena);
}

static void links(struct writer *w)
{
    bool any = false;
    for (size_t i = 0; i < w->m->sheets; i++)
        for (size_t k = 0; w->m->sheet[i].found && k < w->m->sheet[i].n; k++)
            any |= w->m->sheet[i].mark[k].told != NULL;
    if (!any)
        return;
    w->number = 0;
    put(w, "<hyperlinks>");
    each(w, link_row);
    put(w, "</hyperlinks>");
}

static void layout(struct writer *w)
{
    archive_write(w->into,
                  arena_printf(&w->arena,
                               "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
                               "<worksheet xmlns=\"%s\"><sheetPr><tabColor rgb=\"FFC00000\"/><pageSetUpPr "
                               "fitToPage=\"1\"/></sheetPr><sheetViews><sheetView showGridLines=\"0\" "
                               "workbookViewId=\"0\"><pane ySplit=\"%d\" topLeftCell=\"A%d\" "
                               "activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews><cols>",
                               package_namespace(w->p), HEADING_ROW, HEADING_ROW + 1));
    for (int c = 0; c < COLUMNS; c++)
        archive_write(w->into,
                      arena_printf(&w->arena, "<col min=\"%d\" max=\"%d\" width=\"%d\" customWidth=\"1\"/>",
                                   c + 1, c + 1, columns[c].width));
    put(w, "</cols>");
    arena_reset(&w->arena);
}

void listing_write(const struct marks *m, struct package *p, const struct styles *styles, bool converted,
                   struct archive *into)
{
    struct writer w = {.m = m, .p = p, .styles = styles, .into = into};
    sort_reasons(&w);
    layout(&w);
    put(&w, "<sheetData>");
    head(&w, converted);
    headings(&w);
    each(&w, mark_row);
    for (long row = HEADING_ROW + w.number; w.summarised < m->reasons;) {
        begin_row(&w, ++row, lines_of(w.summary[w.summarised]->sentence, REASON));
        summary(&w);
        end_row(&w);
    }
    archive_write(into, arena_printf(&w.arena, "</sheetData><autoFilter ref=\"A%d:I%ld\"/>", HEADING_ROW,
                                     HEADING_ROW + (w.number > 0 ? w.number : 1)));
    links(&w);
    put(&w,
        "<pageMargins left=\"0.4\" right=\"0.4\" top=\"0.5\" bottom=\"0.5\" header=\"0.3\" footer=\"0.3\"/>"
        "<pageSetup paperSize=\"9\" orientation=\"landscape\" fitToHeight=\"0\"/></worksheet>");
    arena_done(&w.arena);
}
