#include "write.h"

#include "formpart.h"
#include "rule.h"

enum { A4 = 9, CREATED = 1704067200, GREY = 0xE7E6E6, YELLOW = 0xFFFBE6, ORANGE = 0xF8CBAD };

void writer_note(struct writer *w, lxw_error error)
{
    if (!w->failed)
        w->failed = error;
}

void writer_text(struct writer *w, lxw_worksheet *s, long row, int column, struct str text, lxw_format *f)
{
    if (text.len > 0)
        writer_note(
            w, worksheet_write_string(s, (lxw_row_t)row, (lxw_col_t)column, arena_cstr(w->arena, text), f));
    else if (f)
        writer_note(w, worksheet_write_blank(s, (lxw_row_t)row, (lxw_col_t)column, f));
}

/* --- formats --- */

static lxw_format *boxed(struct writer *w, lxw_color_t colour, const char *number, bool locked)
{
    lxw_format *f = workbook_add_format(w->workbook);
    format_set_border(f, LXW_BORDER_THIN);
    format_set_border_color(f, 0xBFBFBF);
    format_set_align(f, LXW_ALIGN_VERTICAL_CENTER);
    if (colour)
        format_set_bg_color(f, colour);
    if (number)
        format_set_num_format(f, number);
    if (!locked)
        format_set_unlocked(f);
    return f;
}

static void make_formats(struct writer *w)
{
    w->title = workbook_add_format(w->workbook);
    format_set_bold(w->title);
    format_set_font_size(w->title, 14);
    w->note = workbook_add_format(w->workbook);
    format_set_italic(w->note);
    w->heading = boxed(w, GREY, NULL, true);
    format_set_bold(w->heading);
    format_set_text_wrap(w->heading);
    format_set_align(w->heading, LXW_ALIGN_CENTER);
    w->given = boxed(w, GREY, NULL, true);
    w->percent = boxed(w, GREY, "0.00", true);
    w->text = boxed(w, YELLOW, "@", false);
    w->whole = boxed(w, YELLOW, "#,##0", false);
    w->decimal = boxed(w, YELLOW, "0.0##", false);
    w->date = boxed(w, YELLOW, "dd/mm/yyyy", false);
    w->missing = workbook_add_format(w->workbook);
    format_set_bg_color(w->missing, ORANGE);
    w->wrapped = boxed(w, 0, NULL, true);
    format_set_text_wrap(w->wrapped);
    format_set_align(w->wrapped, LXW_ALIGN_VERTICAL_TOP);
}

static lxw_format *format_of(const struct writer *w, enum entry entry)
{
    lxw_format *const formats[] = {
        [ENTRY_GIVEN] = w->given,     [ENTRY_TEXT] = w->text, [ENTRY_WHOLE] = w->whole,
        [ENTRY_DECIMAL] = w->decimal, [ENTRY_DATE] = w->date, [ENTRY_FORMULA] = w->percent,
    };
    return formats[entry];
}

/* --- one sheet --- */

struct sheet_writer {
    struct writer *w;
    const struct form_sheet *s;
    lxw_worksheet *out;
    long first_row, rows; /* of the data, from 0 */
};

/* A title that is known stands in one cell; one to fill in has its label, and the cell of the entry behind
 * the region columns' beginning. */
static void write_titles(struct sheet_writer *sw)
{
    const struct form *f = sw->w->form;
    struct arena *a = sw->w->arena;
    writer_text(sw->w, sw->out, 0, 0, f->layout->title, sw->w->title);
    writer_text(sw->w, sw->out, 1, 0,
                STR("Isi sel kuning saja; arti dan aturan setiap kolom ada di lembar Petunjuk."),
                sw->w->note);
    for (size_t i = 0; i < f->titles; i++) {
        const struct form_title *t = &f->title[i];
        long row = 2 + (long)i;
        if (t->text.len > 0) {
            writer_text(sw->w, sw->out, row, 0,
                        arena_printf(a, "%.*s%.*s", STR_ARG(t->label), STR_ARG(t->text)), NULL);
        } else {
            writer_text(sw->w, sw->out, row, 0, str_trim(t->label), NULL);
            writer_text(sw->w, sw->out, row, 2, STR(""), sw->w->text);
            struct rule r = rule_of_title(f, t, a);
            if (r.checked)
                writer_note(sw->w, worksheet_data_validation_cell(sw->out, (lxw_row_t)row, 2, &r.validation));
        }
    }
}

/* True when both columns stand under the same headings down to this level, and have more below it. */
static bool same_above(const struct form_column *x, const struct form_column *y, long level)
{
    if (x->depth <= level + 1 || y->depth <= level + 1)
        return false;
    for (long i = 0; i <= level; i++)
        if (!str_eq(x->path[i], y->path[i]))
            return false;
    return true;
}

static void write_block(struct sheet_writer *sw, long row, size_t column, long last_row, size_t last_column,
                        struct str text)
{
    if (row == last_row && column == last_column)
        writer_text(sw->w, sw->out, row, (int)column, text, sw->w->heading);
    else
        writer_note(sw->w, worksheet_merge_range(sw->out, (lxw_row_t)row, (lxw_col_t)column,
                                                 (lxw_row_t)last_row, (lxw_col_t)last_column,
                                                 arena_cstr(sw->w->arena, text), sw->w->heading));
}

static void write_headings(struct sheet_writer *sw)
{
    const struct form *f = sw->w->form;
    long top = f->heading_row, depth = f->layout->rows;
    for (long level = 0; level < depth; level++)
        for (size_t i = 0, end; i < sw->s->columns; i = end) {
            const struct form_column *c = &sw->s->column[i];
            for (end = i + 1; end < sw->s->columns && same_above(c, &sw->s->column[end], level);)
                end++;
            if (level >= c->depth)
                continue;
            long last = level + 1 == c->depth ? depth - 1 : level;
            write_block(sw, top + level, i, top + last, end - 1, c->path[level]);
        }
    writer_note(sw->w, worksheet_set_row(sw->out, (lxw_row_t)(top + depth - 1), 62, NULL));
}

/* --- rows --- */

/* Where one is among the places, which stand in order of code. */
struct cursor {
    size_t next;
    struct str name[VILLAGE + 1], code;
};

static void advance(struct cursor *c, const struct form *f)
{
    while (c->next < f->places->n) {
        const struct place *p = &f->places->place[c->next++];
        c->name[p->level] = p->name;
        c->code = p->code;
        if (p->level == f->level)
            return;
    }
}

static long rows_of(const struct form *f)
{
    long n = 0;
    if (f->rows == ROWS_BLANK)
        return f->blank;
    if (f->rows == ROWS_ITEMS)
        return (long)f->catalogue->items;
    for (size_t i = 0; i < f->places->n; i++)
        n += f->places->place[i].level == f->level;
    return n;
}

static struct str given_text(const struct writer *w, const struct form_column *c, const struct cursor *at,
                             long i)
{
    static const char *const names[] = {"province", "regency", "district", "village"};
    const struct form *f = w->form;
    if (c->field == FORM_ITEM)
        return f->catalogue->item[i].text;
    if (c->field == FORM_FILTER)
        return c->filter->skip ? STR("") : form_plain(&c->filter->words);
    if (form_is(f, c, "item"))
        return f->catalogue->item[i].code;
    if (form_is(f, c, "period"))
        return f->span->name;
    if (form_is(f, c, "year"))
        return f->span->year_text;
    if (form_is(f, c, "kemendagri_code"))
        return at->code;
    if (form_is(f, c, "village") && f->two_levels)
        return arena_printf(w->arena, "%.*s, Kec. %.*s", STR_ARG(at->name[VILLAGE]),
                            STR_ARG(at->name[DISTRICT]));
    for (int level = PROVINCE; level <= VILLAGE; level++)
        if (form_is(f, c, names[level - 1]))
            return at->name[level];
    return STR("");
}

static void write_cell(struct sheet_writer *sw, const struct cursor *at, long i, size_t column)
{
    struct writer *w = sw->w;
    const struct form_column *c = &sw->s->column[column];
    long row = sw->first_row + i;
    struct rule r = rule_of(w->form, sw->s, column, row + 1, w->arena);
    lxw_format *format = format_of(w, r.entry);
    if (c->field == FORM_NUMBER)
        writer_note(
            w, worksheet_write_number(sw->out, (lxw_row_t)row, (lxw_col_t)column, (double)i + 1, format));
    else if (r.entry == ENTRY_FORMULA)
        writer_note(w, worksheet_write_formula_str(sw->out, (lxw_row_t)row, (lxw_col_t)column,
                                                   arena_cstr(w->arena, r.formula), format, ""));
    else
        writer_text(w, sw->out, row, (int)column, r.entry == ENTRY_GIVEN ? given_text(w, c, at, i) : STR(""),
                    format);
}

static void write_rows(struct sheet_writer *sw)
{
    const struct form *f = sw->w->form;
    struct cursor at = {0};
    for (int level = PROVINCE; level < f->places->level; level++)
        at.name[level] = f->places->name[level];
    for (long i = 0; i < sw->rows; i++) {
        if (f->rows == ROWS_PLACES)
            advance(&at, f);
        for (size_t column = 0; column < sw->s->columns; column++)
            write_cell(sw, &at, i, column);
    }
}

/* Colours what is missing of the rows that were begun. */
static void mark_missing(struct sheet_writer *sw, size_t i, const struct rule *r)
{
    struct arena *a = sw->w->arena;
    long first = sw->first_row + 1;
    char last[LXW_MAX_COL_NAME_LENGTH], own[LXW_MAX_COL_NAME_LENGTH];
    lxw_col_to_name(last, (lxw_col_t)(sw->s->columns - 1), LXW_FALSE);
    lxw_col_to_name(own, (lxw_col_t)i, LXW_FALSE);
    struct str instead =
        r->instead.len > 0 ? arena_printf(a, ",ISBLANK(%.*s)", STR_ARG(r->instead)) : STR("");
    char begin = sw->s->column[0].field == FORM_NUMBER ? 'B' : 'A';
    struct str formula = arena_printf(a, "=AND(COUNTA($%c%ld:$%s%ld)>0,ISBLANK($%s%ld)%.*s)", begin, first,
                                      last, first, own, first, STR_ARG(instead));
    lxw_conditional_format missing = {.type = LXW_CONDITIONAL_TYPE_FORMULA,
                                      .value_string = arena_cstr(a, formula),
                                      .format = sw->w->missing};
    writer_note(sw->w, worksheet_conditional_format_range(sw->out, (lxw_row_t)sw->first_row, (lxw_col_t)i,
                                                          (lxw_row_t)(sw->first_row + sw->rows - 1),
                                                          (lxw_col_t)i, &missing));
}

/* The rule of each column, for all its rows. */
static void write_rules(struct sheet_writer *sw)
{
    lxw_row_t first = (lxw_row_t)sw->first_row, last = (lxw_row_t)(sw->first_row + sw->rows - 1);
    for (size_t i = 0; i < sw->s->columns; i++) {
        lxw_col_t column = (lxw_col_t)i;
        struct rule r = rule_of(sw->w->form, sw->s, i, sw->first_row + 1, sw->w->arena);
        if (r.checked)
            writer_note(sw->w,
                        worksheet_data_validation_range(sw->out, first, column, last, column, &r.validation));
        if (r.needed)
            mark_missing(sw, i, &r);
    }
}

static double width_of(const struct form *f, const struct form_column *c)
{
    static const char *const names[] = {"province", "regency", "district", "puskesmas", "village",
                                        "nik",      "kk",      "name",     "parent",    "period"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (form_is(f, c, names[i]))
            return 22;
    return c->field == FORM_NUMBER ? 6 : c->field == FORM_ITEM ? 70 : 15;
}

static void set_widths(struct sheet_writer *sw)
{
    for (size_t i = 0; i < sw->s->columns; i++)
        writer_note(sw->w, worksheet_set_column(sw->out, (lxw_col_t)i, (lxw_col_t)i,
                                                width_of(sw->w->form, &sw->s->column[i]), NULL));
}

static void set_page(struct sheet_writer *sw)
{
    lxw_protection allowed = {.format_columns = LXW_TRUE, .format_rows = LXW_TRUE};
    long data = sw->first_row;
    int lead = 0;
    while (lead < (int)sw->s->columns - 1 && !sw->s->column[lead].group)
        lead++;
    worksheet_protect(sw->out, NULL, &allowed);
    worksheet_freeze_panes(sw->out, (lxw_row_t)data, sw->w->form->rows == ROWS_BLANK ? 1 : (lxw_col_t)lead);
    worksheet_set_landscape(sw->out);
    worksheet_set_paper(sw->out, A4);
    worksheet_fit_to_pages(sw->out, 1, 0);
    writer_note(sw->w,
                worksheet_repeat_rows(sw->out, (lxw_row_t)sw->w->form->heading_row, (lxw_row_t)(data - 1)));
}

static void write_sheet(struct writer *w, const struct form_sheet *s)
{
    lxw_worksheet *out = workbook_add_worksheet(w->workbook, arena_cstr(w->arena, s->name));
    if (!out) {
        writer_note(w, LXW_ERROR_SHEETNAME_ALREADY_USED);
        return;
    }
    struct sheet_writer sw = {w, s, out, w->form->heading_row + w->form->layout->rows, rows_of(w->form)};
    set_widths(&sw);
    write_titles(&sw);
    write_headings(&sw);
    write_rows(&sw);
    write_rules(&sw);
    set_page(&sw);
}

/* --- what is hidden --- */

static void write_lists(struct writer *w)
{
    const struct places *p = w->form->places;
    lxw_worksheet *out = workbook_add_worksheet(w->workbook, RULE_LISTS);
    struct str district = p->name[DISTRICT];
    long villages = 0, districts = 0, regencies = 0;
    for (size_t i = 0; i < w->form->catalogue->indicators && w->form->layout->kind == KIND_COVERAGE; i++)
        writer_text(w, out, (long)i, 5, w->form->catalogue->indicator[i].code, NULL);
    for (size_t i = 0; i < p->n; i++) {
        if (p->place[i].level == REGENCY)
            writer_text(w, out, regencies++, 4, p->place[i].name, NULL);
        if (p->place[i].level == DISTRICT) {
            district = p->place[i].name;
            writer_text(w, out, districts++, 3, district, NULL);
        }
        if (p->place[i].level != VILLAGE)
            continue;
        writer_text(w, out, villages, 0, district, NULL);
        writer_text(w, out, villages, 1, p->place[i].name, NULL);
        writer_text(w, out, villages++, 2, p->place[i].code, NULL);
    }
    worksheet_hide(out);
    worksheet_protect(out, NULL, NULL);
}

static bool asks_title(const struct form *f)
{
    bool asks = false;
    for (size_t i = 0; i < f->titles; i++)
        asks |= f->title[i].text.len == 0;
    return asks && f->rows != ROWS_ITEMS;
}

static void set_properties(struct writer *w)
{
    const struct layout *l = w->form->layout;
    struct arena *a = w->arena;
    lxw_doc_properties properties = {.title = arena_cstr(a, l->title), .created = CREATED};
    const struct {
        const char *name;
        struct str value;
    } own[] = {
        {"kp2s-form", l->id},
        {"kp2s-form-version", l->version},
        {"kp2s-region", w->form->places->place[0].code},
        {"kp2s-period", w->form->span->name},
    };
    writer_note(w, workbook_set_properties(w->workbook, &properties));
    for (size_t i = 0; i < sizeof own / sizeof *own; i++)
        writer_note(
            w, workbook_set_custom_property_string(w->workbook, own[i].name, arena_cstr(a, own[i].value)));
}

bool form_write(const struct form *f, const char *path, struct arena *a, struct err *e)
{
    struct writer w = {.form = f, .arena = a, .workbook = workbook_new(path)};
    if (!w.workbook)
        return err_set(e, ST_CANTCREATE, "cannot create '%s'", path);
    make_formats(&w);
    set_properties(&w);
    for (size_t i = 0; i < f->sheets; i++)
        write_sheet(&w, &f->sheet[i]);
    guide_write(&w);
    if (f->rows == ROWS_BLANK || asks_title(f))
        write_lists(&w);
    writer_note(&w, workbook_close(w.workbook));
    return !w.failed || err_set(e, ST_CANTCREATE, "cannot write '%s': %s", path, lxw_strerror(w.failed));
}
