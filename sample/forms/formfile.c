/* Files of the further forms: sheets, titles, headings of several levels, totals and notes around the rows of
 * formrow.c. */
#include "form.h"

#include "day.h"
#include "spell.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

enum { MAX_LEVELS = 4 };

/* --- marks --- */

static const char *mark_text(const struct form_work *w, const char *mark, char text[CELL_TEXT])
{
    static const char *const roman[] = {"I",   "II",   "III", "IV", "V",  "VI",
                                        "VII", "VIII", "IX",  "X",  "XI", "XII"};
    int month = (w->n + 11) % 12;
    if (strcmp(mark, "year") == 0)
        snprintf(text, CELL_TEXT, "%d", w->s->year);
    else if (strcmp(mark, "lastyear") == 0)
        snprintf(text, CELL_TEXT, "%d", w->s->year - 1);
    else if (strcmp(mark, "n") == 0)
        snprintf(text, CELL_TEXT, "%d", w->n);
    else if (strcmp(mark, "nn") == 0)
        snprintf(text, CELL_TEXT, "%02d", w->n);
    else if (strcmp(mark, "bulan") == 0)
        return day_months[month];
    else if (strcmp(mark, "romawi") == 0)
        return roman[month];
    else if (strcmp(mark, "triwulan") == 0)
        snprintf(text, CELL_TEXT, "%d", month / 3 + 1);
    else if (strcmp(mark, "provinsi") == 0)
        return w->s->province.name;
    else if (strcmp(mark, "kabupaten") == 0)
        return place_label(w->regency, text);
    else if (strcmp(mark, "kab") == 0)
        return w->regency->short_name;
    else if (strcmp(mark, "kecamatan") == 0)
        return w->district->name;
    else if (strcmp(mark, "desa") == 0)
        return w->village->name;
    else if (strcmp(mark, "kode") == 0)
        return w->village->code;
    else if (strcmp(mark, "item") == 0)
        snprintf(text, CELL_TEXT, "%.*s", w->item_length, w->item);
    else
        BUG("a form has a mark that is none");
    return text;
}

const char *form_fill(const struct form_work *w, const char *text, char out[CELL_TEXT])
{
    size_t n = 0;
    while (*text && n < CELL_TEXT - 1) {
        size_t length = *text == '{' ? strcspn(text, "}") : 0;
        if (length == 0) {
            out[n++] = *text++;
            continue;
        }
        char mark[32], held[CELL_TEXT];
        bool upper = isupper((unsigned char)text[1]);
        snprintf(mark, sizeof mark, "%.*s", (int)length - 1, text + 1);
        for (char *p = mark; *p; p++)
            *p = (char)tolower((unsigned char)*p);
        for (const char *p = mark_text(w, mark, held); *p && n < CELL_TEXT - 1; p++)
            out[n++] = upper ? (char)toupper((unsigned char)*p) : *p;
        text += length + 1;
    }
    out[n] = '\0';
    return out;
}

/* --- headings --- */

/* Part of a heading's path at a level, and whether it is the last. */
static const char *part_of(const char *path, int level, int *length, bool *last)
{
    while (level-- > 0) {
        const char *bar = strchr(path, '|');
        if (!bar)
            return NULL;
        path = bar + 1;
    }
    *length = (int)strcspn(path, "|");
    *last = path[*length] == '\0';
    return path;
}

static int levels_of(const struct form_sheet *f)
{
    int levels = f->levels ? f->levels : 1, length;
    bool last;
    for (const struct form_column *c = f->columns; c->heading; c++)
        while (levels < MAX_LEVELS && part_of(c->heading, levels, &length, &last))
            levels++;
    return levels;
}

/* True when both lie under the same heading at that level and all above it. */
static bool same_above(const char *a, const char *b, const char *end)
{
    size_t n = (size_t)(end - a);
    return strncmp(a, b, n) == 0 && b[n] == '|';
}

/* In text files an upper heading stands in its first cell; in workbooks it is merged over its columns. */
static void put_heading(struct form_work *w, int row, int column, int last_row, int last_column,
                        const char *text)
{
    bool alone = row == last_row && column == last_column;
    if (alone || book_form_is_text(w->form->book))
        line_text(&w->line, column, "%s", text);
    else
        book_merge(w->book, row, column, last_row, last_column, text);
}

static void write_headings(struct form_work *w)
{
    const struct form_column *c = w->sheet->columns;
    int levels = levels_of(w->sheet), first = w->where.row + 1;
    for (int level = 0; level < levels; level++) {
        for (int i = 0; c[i].heading; i++) {
            int length;
            bool last;
            const char *part = part_of(c[i].heading, level, &length, &last);
            char raw[CELL_TEXT], text[CELL_TEXT];
            if (!part)
                continue;
            snprintf(raw, sizeof raw, "%.*s", length, part);
            form_fill(w, raw, text);
            int end = i;
            if (!last && i > 0 && same_above(c[i].heading, c[i - 1].heading, part + length))
                continue;
            while (!last && c[end + 1].heading && same_above(c[i].heading, c[end + 1].heading, part + length))
                end++;
            put_heading(w, first + level, i + 1, last ? first + levels - 1 : first + level, end + 1, text);
        }
        book_row(w->book, first + level, &w->line);
        line_clear(&w->line);
    }
    w->where.row += levels;
}

static void write_numbers(struct form_work *w)
{
    const char *style = w->sheet->numbers;
    if (!style)
        return;
    for (int i = 0; w->sheet->columns[i].heading; i++)
        if (strcmp(style, "a") == 0)
            line_text(&w->line, i + 1, "%c", 'a' + i);
        else if (strcmp(style, "(%d)") == 0)
            line_text(&w->line, i + 1, "(%d)", i + 1);
        else if (book_form_is_text(w->form->book))
            line_text(&w->line, i + 1, "%d", i + 1);
        else
            line_number(&w->line, i + 1, i + 1);
    book_row(w->book, ++w->where.row, &w->line);
    line_clear(&w->line);
}

/* Lines of text above or below a table: "\n" between them, "\t" between cells; an empty line is an empty row.
 */
static void write_lines(struct form_work *w, const char *lines)
{
    while (lines && *lines) {
        size_t length = strcspn(lines, "\n");
        int column = 1;
        for (size_t at = 0; at < length; column++) {
            char raw[CELL_TEXT], text[CELL_TEXT];
            size_t n = strcspn(lines + at, "\t\n");
            snprintf(raw, sizeof raw, "%.*s", (int)n, lines + at);
            if (n > 0)
                line_text(&w->line, column, "%s", form_fill(w, raw, text));
            at += n + 1;
        }
        w->where.row++;
        if (length > 0)
            book_row(w->book, w->where.row, &w->line);
        line_clear(&w->line);
        lines += length + (lines[length] == '\n');
    }
}

/* --- tables --- */

static void write_items(struct form_work *w)
{
    const char *item = w->sheet->items;
    do {
        if (item) {
            w->item = item;
            w->item_length = (int)strcspn(item, "=|");
            item = strchr(item, '|');
            item += item != NULL;
        }
        form_row(w);
    } while (item);
}

/* The village or kecamatan of the file, between rows. */
static void stand_for_sender(struct form_work *w)
{
    w->village = w->form->each == EACH_VILLAGE ? w->sender : NULL;
    w->district = w->sender ? w->sender->district : NULL;
}

static void write_rows(struct form_work *w)
{
    const struct province *p = &w->s->province;
    const struct district *only = w->sheet->each_district || w->sender ? w->district : NULL, *before = NULL;
    if (w->sheet->rows == ROWS_PROVINCE) {
        w->regency = NULL;
        write_items(w);
        w->regency = w->g;
        return;
    }
    if (w->sheet->rows == ROWS_REGENCY) {
        write_items(w);
        return;
    }
    if (w->sheet->rows == ROWS_REGENCIES) {
        for (size_t i = 0; i < p->regencies; i++) {
            w->regency = &p->regency[i];
            write_items(w);
        }
        w->regency = w->g;
        return;
    }
    for (size_t i = 0; i < w->g->villages; i++) {
        const struct village *v = &w->g->village[i];
        int times = w->sheet->rows != ROWS_PERSONS ? 1 : w->sheet->persons ? w->sheet->persons : 2;
        if ((only && v->district != only) || (w->sheet->rows == ROWS_DISTRICTS && v->district == before) ||
            (w->form->each == EACH_VILLAGE && v != w->sender))
            continue;
        before = w->district = v->district;
        w->village = w->sheet->rows == ROWS_DISTRICTS ? NULL : v;
        while (times-- > 0)
            write_items(w);
    }
    stand_for_sender(w);
    w->district = only;
}

static void write_table(struct form_work *w)
{
    char name[CELL_TEXT];
    int total_row = 0;
    if (w->sheet->name) {
        snprintf(w->name, sizeof w->name, "%.31s", form_fill(w, w->sheet->name, name));
        book_sheet(w->book, w->name);
        w->where.row = 0;
    } else {
        w->where.row += 2;
    }
    w->where.sheet = book_form_is_text(w->form->book) ? "csv" : w->name;
    write_lines(w, w->sheet->titles);
    write_headings(w);
    write_numbers(w);
    w->number = 0;
    w->block = NULL;
    memset(w->sum, 0, sizeof w->sum);
    if (w->sheet->total && w->sheet->total_first)
        total_row = ++w->where.row;
    write_rows(w);
    if (w->sheet->total)
        form_total(w, total_row ? total_row : ++w->where.row);
    write_lines(w, w->sheet->notes);
}

/* A table so often as it stands: once, by number, by kecamatan. */
static void write_sheet(struct form_work *w)
{
    const struct district *before = NULL;
    for (w->n = 1; w->n <= (w->sheet->times ? w->sheet->times : 1); w->n++) {
        if (!w->sheet->each_district) {
            write_table(w);
            continue;
        }
        for (size_t i = 0; i < w->g->villages; i++) {
            w->district = w->g->village[i].district;
            if (w->district != before)
                write_table(w);
            before = w->district;
        }
        w->district = NULL;
    }
    w->n = 1;
}

static void say_upload(struct form_work *w)
{
    char period[CELL_TEXT] = "";
    struct out *o = w->s->upload;
    const char *field[] = {w->where.file, w->form->layout,
                           w->form->upload ? form_fill(w, w->form->upload, period) : "",
                           w->form->upload_region ? w->g->name : "", w->s->province.code};
    for (size_t i = 0; i < sizeof field / sizeof *field; i++) {
        if (i > 0)
            out_comma(o);
        out_field(o, str_c(field[i]));
    }
    out_line(o);
}

static bool write_file(struct sample *s, const struct regency *g, const struct form *form,
                       const struct village *sender, struct err *e)
{
    static struct form_work w; /* large */
    char named[CELL_TEXT], file[CELL_TEXT];
    w = (struct form_work){.s = s, .g = g, .regency = g, .form = form, .n = 1, .sender = sender};
    w.rng = rng_of(s->seed, "form %s %s", form->layout, sender ? sender->code : g->code);
    stand_for_sender(&w);
    bool own = form->whole_province || strstr(form->file, "{kab") || strstr(form->file, "{KAB");
    snprintf(named, sizeof named, "%s%s", s->several && !own ? "{kab} " : "", form->file);
    w.where.file = form_fill(&w, named, file);
    w.book = sample_open(s, form->folder, w.where.file, form->book, e);
    if (!w.book)
        return false;
    for (w.sheet = form->sheets; w.sheet->columns; w.sheet++)
        write_sheet(&w);
    say_upload(&w);
    return book_close(w.book, e);
}

bool form_write(struct sample *s, const struct regency *g, const struct form *form, struct err *e)
{
    enum { SENDERS = 3 };
    const struct district *before = NULL;
    if (form->each == EACH_REGENCY)
        return write_file(s, g, form, NULL, e);
    for (size_t i = 0, files = 0; i < g->villages && files < SENDERS; i++) {
        const struct village *v = &g->village[i];
        if (form->each == EACH_DISTRICT && v->district == before)
            continue;
        before = v->district;
        files++;
        if (!write_file(s, g, form, v, e))
            return false;
    }
    return true;
}
