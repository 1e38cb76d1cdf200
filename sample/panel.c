/* The panel's scores: one workbook an assessor, a pair of columns for each kabupaten/kota (after Lampiran
 * I.2). */
#include "sample.h"
#include "spell.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { HEADING_ROW = 6, COL_NO = 1, COL_CODE, COL_TEXT, COL_FIRST };

static const struct {
    const char *name, *role;
} assessors[] = {
    {"Panelis 1", "ketua_panelis"},
    {"Panelis 2", "anggota_panelis"},
    {"Panelis 3", "anggota_panelis"},
};
enum { ASSESSORS = sizeof assessors / sizeof *assessors };

struct work {
    struct sample *s;
    struct book *book;
    struct rng rng;
    struct where where;
    struct line line;
    int assessor;
    char year[8];
};

static void write_note(struct work *w, int row, const char *format, const char *value)
{
    char text[CELL_TEXT];
    snprintf(text, sizeof text, "%s%s", format, value);
    line_text(&w->line, 1, "%s", text);
    book_row(w->book, row, &w->line);
    line_clear(&w->line);
}

static int pair_of(const struct regency *g)
{
    return COL_FIRST + 2 * g->ordinal;
}

static void write_headings(struct work *w)
{
    static const char *const lead[] = {"No", "Kode", "Butir Penilaian"};
    char label[80];
    write_note(w, 1, "FORM PENILAIAN KINERJA", "");
    write_note(w, 2, "Provinsi : ", w->s->province.name);
    write_note(w, 3, "Tahun Kinerja : ", w->year);
    write_note(w, 4, "Penilai : ", assessors[w->assessor].name);
    write_note(w, 5, "Peran : ", assessors[w->assessor].role);
    for (int i = COL_NO; i <= COL_TEXT; i++)
        book_merge(w->book, HEADING_ROW, i, HEADING_ROW + 1, i, lead[i - 1]);
    for (size_t i = 0; i < w->s->province.regencies; i++) {
        const struct regency *g = &w->s->province.regency[i];
        int column = pair_of(g);
        book_merge(w->book, HEADING_ROW, column, HEADING_ROW, column + 1, place_label(g, label));
        line_text(&w->line, column, "Nilai");
        line_text(&w->line, column + 1, "Keterangan");
    }
    book_row(w->book, HEADING_ROW + 1, &w->line);
    line_clear(&w->line);
    w->where.row = HEADING_ROW + 1;
}

/* Index of the grade that an assessor gives: 0 is the best. */
static int draw_grade(struct work *w, const struct regency *g)
{
    int grades = w->s->catalogue.instrument.grades;
    double x = rng_normal(&w->rng, (1 - g->quality.grade) * grades, 0.6);
    int grade = x < 0 ? 0 : (int)x;
    return grade < grades ? grade : grades - 1;
}

static void write_grade(struct work *w, const struct regency *g, int item)
{
    const struct instrument *in = &w->s->catalogue.instrument;
    int column = pair_of(g), grade = draw_grade(w, g);
    char given[2] = {in->grade[grade].letter, '\0'}, a[16], b[16], cells[40];
    const char *remark = rng_chance(&w->rng, 0.2) ? "bukti dukung lengkap" : "";
    bool fault = sample_fault(&w->rng, w->s, 1) == 1, silent = !fault && rng_chance(&w->rng, 0.04);
    book_address(column, w->where.row, a);
    snprintf(cells, sizeof cells, "%s %s -", a, book_address(column + 1, w->where.row, b));
    line_text(&w->line, column + 1, "%s", remark);
    if (fault) {
        line_text(&w->line, column, "E");
        truth_remark(&w->s->truth, &w->where, a, REASON_grade_invalid);
        return;
    }
    if (silent)
        given[0] = '\0';
    else if (rng_chance(&w->rng, 0.1))
        line_text(&w->line, column, "%c", given[0] + 'a' - 'A');
    else
        line_text(&w->line, column, rng_chance(&w->rng, 0.1) ? "%s " : "%s", given);
    truth_record(&w->s->truth, KIND_ASSESSMENT, &w->where, cells, g->code, w->year, in->item[item].code,
                 assessors[w->assessor].name, assessors[w->assessor].role, given, remark, (char *)NULL);
    if (!silent)
        review_grade(&w->s->review, g, item, in->grade[grade].score);
}

static void write_item(struct work *w, int item)
{
    const struct item *it = &w->s->catalogue.instrument.item[item];
    char code[32];
    snprintf(code, sizeof code, "%s", it->code);
    char *point = strchr(code, '.');
    if (point)
        *point = ','; /* as printed forms have it */
    w->where.row++;
    line_number(&w->line, COL_NO, item + 1);
    line_text(&w->line, COL_CODE, "%s", code);
    line_text(&w->line, COL_TEXT, "%s", it->text);
    for (size_t i = 0; i < w->s->province.regencies; i++)
        write_grade(w, &w->s->province.regency[i], item);
    book_row(w->book, w->where.row, &w->line);
    line_clear(&w->line);
}

bool panel_write(struct sample *s, struct err *e)
{
    for (int a = 0; a < ASSESSORS; a++) {
        char file[200];
        snprintf(file, sizeof file, "Penilaian Kinerja %s %s Tahun %d.xlsx", s->province.name,
                 assessors[a].name, s->year);
        struct book *book = sample_open(s, "panel", file, BOOK_XLSX, e);
        if (!book)
            return false;
        struct work w = {.s = s,
                         .book = book,
                         .rng = rng_of(s->seed, "panel %d", a),
                         .where = {file, "Lampiran I.2", 0},
                         .assessor = a};
        snprintf(w.year, sizeof w.year, "%d", s->year);
        book_sheet(book, w.where.sheet);
        write_headings(&w);
        for (int i = 0; i < s->catalogue.instrument.items; i++)
            write_item(&w, i);
        if (!book_close(book, e))
            return false;
    }
    return true;
}
