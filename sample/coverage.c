/* The agencies' coverage forms of one kabupaten/kota: one workbook a form, headings, totals and notes around
 * the rows of figures.c. */
#include "figures.h"

#include <stdio.h>
#include <string.h>

enum { HEADING_ROW = 5 };

static const char *heading_text(const struct work *w, const struct form_column *c, char text[CELL_TEXT])
{
    if (c->lower)
        return c->lower;
    const struct indicator *in = catalogue_indicator(&w->s->catalogue, w->tab->indicator[c->figure]);
    const char *definition = c->role == ROLE_DENOMINATOR ? in->denominator : in->numerator;
    snprintf(text, CELL_TEXT, "%s %s", c->role == ROLE_PERCENT ? "Persentase" : "Jumlah", definition);
    return text;
}

static bool same_group(const struct form_column *a, const struct form_column *b)
{
    return a->upper && b->upper && *a->lower && strcmp(a->upper, b->upper) == 0;
}

/* Merged cells first: a merge clears what stands below its first cell. */
static void write_upper_headings(struct work *w)
{
    const struct form_column *c = w->form->columns;
    for (int i = 1; c->role != ROLE_END; c++, i++) {
        if (!*c->lower) {
            book_merge(w->book, HEADING_ROW, i, HEADING_ROW + 1, i, c->upper);
            continue;
        }
        int last = i;
        if (c > w->form->columns && same_group(c - 1, c))
            continue;
        for (const struct form_column *n = c; n[1].role != ROLE_END && same_group(n, n + 1); n++)
            last++;
        book_merge(w->book, HEADING_ROW, i, HEADING_ROW, last, c->upper);
    }
}

static void write_headings(struct work *w)
{
    char text[CELL_TEXT];
    const struct form_column *c = w->form->columns;
    if (w->form->two_levels)
        write_upper_headings(w);
    for (int i = 1; c->role != ROLE_END; c++, i++)
        line_text(&w->line, i, "%s", heading_text(w, c, text));
    w->where.row = HEADING_ROW + (w->form->two_levels ? 1 : 0);
    book_row(w->book, w->where.row, &w->line);
    line_clear(&w->line);
}

static void write_note(struct work *w, int row, const char *text)
{
    line_text(&w->line, 1, "%s", text);
    book_row(w->book, row, &w->line);
    line_clear(&w->line);
}

static void write_titles(struct work *w)
{
    char label[80], text[CELL_TEXT];
    write_note(w, 1, w->form->title);
    snprintf(text, sizeof text, "KABUPATEN/KOTA : %s", place_label(w->g, label));
    write_note(w, 2, text);
    if (w->form->as_of) {
        snprintf(text, sizeof text, "KEADAAN 31 Desember %d", w->s->year);
        snprintf(w->period, sizeof w->period, "%d-12", w->s->year);
    } else {
        snprintf(text, sizeof text, "%s %d", w->g->ordinal % 2 ? "Tahun :" : "TAHUN", w->s->year);
        snprintf(w->period, sizeof w->period, "%d", w->s->year);
    }
    write_note(w, 3, text);
}

/* (1) (2) (3) … under the heading. */
static void write_column_numbers(struct work *w)
{
    for (int i = 1; w->form->columns[i - 1].role != ROLE_END; i++)
        line_text(&w->line, i, "(%d)", i);
    book_row(w->book, ++w->where.row, &w->line);
    line_clear(&w->line);
}

/* The sum of each column of figures as typed; sometimes, when faults are wanted, a wrong one. */
static void write_total(struct work *w, int row)
{
    char cell[16];
    const struct form_column *c = w->form->columns;
    struct where where = {w->where.file, w->where.sheet, row};
    bool wrong = rng_chance(&w->rng, w->s->dirt * 4);
    for (int i = 1; c->role != ROLE_END; c++, i++) {
        double n = (double)w->sum[c->figure][NUMERATOR] / 1000,
               d = (double)w->sum[c->figure][DENOMINATOR] / 1000;
        if (c->role == ROLE_NUMERATOR && wrong && c->figure == 0) {
            n += 10;
            truth_remark(&w->s->truth, &where, book_address(i, row, cell), REASON_total_mismatch);
        }
        if (c->role == ROLE_NUMERATOR || c->role == ROLE_DENOMINATOR)
            line_number(&w->line, i, c->role == ROLE_NUMERATOR ? n : d);
        else if (c->role == ROLE_REST)
            line_number(&w->line, i, d - n);
        else if (c->role == ROLE_PERCENT)
            line_number(&w->line, i, figures_percent(n, d));
        else if (c->role == ROLE_CODE && w->form->total_first)
            line_text(&w->line, i, "%s", w->g->code);
    }
    if (w->form->total_first)
        line_text(&w->line, w->village_column, "JUMLAH");
    else
        line_text(&w->line, 1, w->g->ordinal % 3 ? "JUMLAH" : "JUMLAH (KAB/KOTA)");
    book_row(w->book, row, &w->line);
    line_clear(&w->line);
}

static void find_columns(struct work *w)
{
    const struct form_column *c = w->form->columns;
    for (int i = 1; c->role != ROLE_END; c++, i++) {
        if (c->role == ROLE_VILLAGE)
            w->village_column = i;
        if (c->role == ROLE_DISTRICT)
            w->district_column = i;
        if (c->role == ROLE_CODE)
            w->code_column = i;
        if (c->role == ROLE_NUMERATOR)
            w->column[c->figure][NUMERATOR] = i;
        if (c->role == ROLE_DENOMINATOR)
            w->column[c->figure][DENOMINATOR] = i;
        if (c->role == ROLE_PERCENT)
            w->column[c->figure][PERCENT] = i;
    }
    w->figures = w->tab->indicator[1] ? 2 : 1;
}

static void write_sheet(struct work *w)
{
    int total_row = 0;
    book_sheet(w->book, w->tab->sheet);
    find_columns(w);
    write_titles(w);
    write_headings(w);
    if (w->g->ordinal % 2 == 1)
        write_column_numbers(w);
    if (w->form->total_first)
        total_row = ++w->where.row;
    for (size_t i = 0; i < w->g->villages; i++)
        figures_village(w, &w->g->village[i]);
    figures_end_block(w);
    write_total(w, total_row ? total_row : ++w->where.row);
    write_note(w, w->where.row + 2, "Catatan : data diolah dari laporan desa/kelurahan");
    write_note(w, w->where.row + 4, "Mengetahui,");
    write_note(w, w->where.row + 5, "Kepala Dinas");
}

static bool write_form(struct sample *s, const struct regency *g, const struct coverage_form *form,
                       struct err *e)
{
    char label[80], file[200];
    snprintf(file, sizeof file, "%s %s Tahun %d.xlsx", form->file, place_label(g, label), s->year);
    struct book *book = sample_open(s, form->folder, file, BOOK_XLSX, e);
    if (!book)
        return false;
    for (const struct form_tab *t = form->tabs; t->sheet; t++) {
        struct work w = {.s = s,
                         .g = g,
                         .form = form,
                         .tab = t,
                         .book = book,
                         .rng = rng_of(s->seed, "%s %s %s", form->file, t->sheet, g->code),
                         .where = {.file = file, .sheet = t->sheet},
                         .grouped = form->thousands && g->ordinal % 2 == 0};
        write_sheet(&w);
    }
    if (g->ordinal % 3 == 0)
        book_hidden_sheet(book, "Referensi", "daftar kode, jangan dihapus");
    review_sent(&s->review, g, form->form);
    return book_close(book, e);
}

bool coverage_write(struct sample *s, const struct regency *g, struct err *e)
{
    for (const struct coverage_form *f = coverage_forms; f->file; f++) {
        bool withheld = g->quality.poor && (f->form == FORM_DISDIK || f->form == FORM_DUKCAPIL);
        if (!withheld && !write_form(s, g, f, e))
            return false;
    }
    return true;
}

bool coverage_write_form(struct sample *s, const struct regency *g, const char *layout, struct err *e)
{
    for (const struct coverage_form *f = coverage_forms; f->file; f++)
        if (strcmp(f->layout, layout) == 0)
            return write_form(s, g, f, e);
    BUG("no coverage form of that layout");
}
