/* Rows of the further forms: their cells, the records a right reader takes from them, and the faults. */
#include "form.h"

#include "day.h"
#include "spell.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum fault {
    FAULT_NONE,
    FAULT_REGION,   /* a letter doubled in the name of the smallest region */
    FAULT_WORD,     /* NIHIL in place of a count */
    FAULT_NEGATIVE, /* -3 in place of a count */
    FAULT_MARK,     /* "?" in place of a choice that is a service's state */
    FAULTS = FAULT_MARK,
};

struct person {
    char name[SPELL_LENGTH], nik[32];
    bool girl;
    int born;
};

/* --- cells --- */

static void put_number(struct form_work *w, int column, double number)
{
    char text[32];
    if (book_form_is_text(w->form->book))
        line_text(&w->line, column, "%s", spell_decimal(number, w->form->point ? '.' : ',', text));
    else
        line_number(&w->line, column, number);
}

static const char *digits_of(const char *code, char text[16])
{
    size_t n = 0;
    for (const char *p = code; *p; p++)
        if (*p != '.' && n < 15)
            text[n++] = *p;
    text[n] = '\0';
    return text;
}

static const char *region_code(const struct form_work *w)
{
    return w->village    ? w->village->code
           : w->district ? w->district->code
           : w->regency  ? w->regency->code
                         : w->s->province.code;
}

static void put_code(struct form_work *w, int column, const char *style)
{
    char text[16];
    const char *code = region_code(w);
    if (!style || strcmp(style, "points") == 0)
        line_text(&w->line, column, "%s", code);
    else if (strcmp(style, "number") == 0 && !book_form_is_text(w->form->book))
        line_number(&w->line, column, strtod(digits_of(code, text), NULL));
    else if (strcmp(style, "last4") == 0)
        line_text(&w->line, column, "%s", strrchr(code, '.') + 1);
    else if (strcmp(style, "district") == 0)
        line_text(&w->line, column, "%s", w->district->code);
    else
        line_text(&w->line, column, "%s", digits_of(code, text));
}

static void put_day(struct form_work *w, int column, const char *style, int day)
{
    struct date d = day_date(day);
    if (!style && !book_form_is_text(w->form->book))
        line_date(&w->line, column, day_serial(day));
    else if (!style || strcmp(style, "iso") == 0)
        line_text(&w->line, column, "%04d-%02d-%02d", d.year, d.month, d.day);
    else
        line_text(&w->line, column, "%02d/%02d/%04d%s", d.day, d.month, d.year,
                  strcmp(style, "time") == 0 ? " 0:00:00" : "");
}

static void put_grouped(struct form_work *w, int column, long n)
{
    char text[32];
    spell_thousands(n, text);
    for (char *p = text; *p; p++)
        *p = *p == '.' ? ',' : *p;
    line_text(&w->line, column, "%s", text);
}

static void put_value(struct form_work *w, int column, const struct form_value *v)
{
    const struct form_column *c = &w->sheet->columns[column - 1];
    if (v->cell_length > 0 && strspn(v->cell, "0123456789") >= (size_t)v->cell_length)
        put_number(w, column, strtod(v->cell, NULL));
    else if (v->cell)
        line_text(&w->line, column, "%.*s", v->cell_length, v->cell);
    else if (v->missing)
        line_text(&w->line, column, "-");
    else if (c->what == COLUMN_COUNT && c->text)
        put_grouped(w, column, (long)v->number);
    else
        put_number(w, column, v->number);
}

static void put_region(struct form_work *w, int column, const struct form_column *c)
{
    char text[CELL_TEXT];
    if (c->text && c->what != COLUMN_CODE) {
        line_text(&w->line, column, "%s", form_fill(w, c->text, text));
        return;
    }
    switch (c->what) {
    case COLUMN_PROVINCE:
        line_text(&w->line, column, "%s", w->s->province.name);
        break;
    case COLUMN_REGENCY:
        line_text(&w->line, column, "%s", place_label(w->regency, text));
        break;
    case COLUMN_DISTRICT:
        if (!w->sheet->blocks || w->block != w->district)
            line_text(&w->line, column, "%s", spell_district(&w->rng, w->district, text));
        break;
    case COLUMN_PUSKESMAS:
        line_text(&w->line, column, "PKM %s", w->district->name);
        break;
    case COLUMN_VILLAGE:
        line_text(&w->line, column, "%s", spell_village(&w->rng, w->village, text));
        break;
    default:
        put_code(w, column, c->text);
    }
}

static struct person draw_person(struct form_work *w)
{
    const struct form_sheet *f = w->sheet;
    struct person p;
    int oldest = f->oldest ? f->oldest : 720, youngest = f->oldest ? f->youngest : 240;
    p.girl = f->sex ? f->sex == 'P' : rng_chance(&w->rng, 0.5);
    p.born = day_of(w->s->year, 12, 28) - rng_between(&w->rng, youngest * 30 + 1, oldest * 30);
    spell_person(&w->rng, p.name);
    spell_nik(region_code(w), p.born, p.girl, ++w->s->serial, p.nik);
    return p;
}

static void put_cell(struct form_work *w, int i, const struct person *p)
{
    const struct form_column *c = &w->sheet->columns[i];
    char text[CELL_TEXT];
    switch (c->what) {
    case COLUMN_TEXT:
        if (c->text)
            line_text(&w->line, i + 1, "%s", form_fill(w, c->text, text));
        break;
    case COLUMN_NO:
        put_number(w, i + 1, w->number);
        break;
    case COLUMN_OTHER:
        line_text(&w->line, i + 1, "62%02d%03d%03d", (w->regency->ordinal + 7) % 100, w->number % 1000,
                  w->village ? w->village->families : 0);
        break;
    case COLUMN_NIK:
        line_text(&w->line, i + 1, "%s", p->nik);
        break;
    case COLUMN_KK:
        line_text(&w->line, i + 1, "%s",
                  spell_nik(region_code(w), day_of(2012, 7, 2), false, (w->number + 1) / 2, text));
        break;
    case COLUMN_NAME:
        line_text(&w->line, i + 1, "%s", p->name);
        break;
    case COLUMN_SEX:
        line_text(&w->line, i + 1, "%s", p->girl ? "P" : "L");
        break;
    case COLUMN_BORN:
        put_day(w, i + 1, c->text, p->born);
        break;
    case COLUMN_COUNT:
    case COLUMN_CALC:
    case COLUMN_RATIO:
    case COLUMN_RATE:
    case COLUMN_CHOICE:
    case COLUMN_ITEM:
        put_value(w, i + 1, form_value(w, i));
        break;
    default:
        put_region(w, i + 1, c);
    }
}

/* --- the truth --- */

static const char *told_region(const struct form_work *w)
{
    return w->sheet->without_region ? w->regency->code : region_code(w);
}

/* What a text of a record says in this row; out has room for it. */
static const char *meant(struct form_work *w, const char *text, char out[CELL_TEXT])
{
    if (!text)
        return "";
    if (*text != '@')
        return form_fill(w, text, out);
    struct form_value item = {0}, *v = &item;
    if (strcmp(text, "@item") == 0)
        form_choose(w->item, v);
    else
        v = form_value(w, form_column(w, text + 1));
    char raw[CELL_TEXT];
    snprintf(raw, sizeof raw, "%.*s", v->meaning_length, v->meaning);
    return form_fill(w, raw, out);
}

static bool applies(struct form_work *w, const struct form_record *r)
{
    if (!r->when)
        return true;
    char name[64], is[CELL_TEXT];
    const char *wanted = strchr(r->when, '=') + 1;
    snprintf(name, sizeof name, "@%.*s", (int)(wanted - r->when - 1), r->when);
    return strcmp(meant(w, name, is), wanted) == 0;
}

static const char *cells_of(struct form_work *w, const struct form_record *r, char text[64])
{
    const char *name[] = {r->n, r->d, r->reported};
    char cell[16];
    size_t n = 0;
    if (r->state) {
        if (*r->state != '@')
            return "-";
        snprintf(text, 64, "%s", book_address(form_column(w, r->state + 1) + 1, w->where.row, cell));
        return text;
    }
    for (int i = 0; i < 3; i++)
        n += (size_t)snprintf(text + n, 64 - n, "%s%s", i ? " " : "",
                              name[i] ? book_address(form_column(w, name[i]) + 1, w->where.row, cell) : "-");
    return text;
}

/* The number in a named cell as a right reader has it; empty when there is none. */
static const char *number_text(struct form_work *w, const char *name, char text[CELL_TEXT])
{
    struct form_value *v = name ? form_value(w, form_column(w, name)) : NULL;
    if (!v || v->missing)
        return "";
    if (v->meaning)
        snprintf(text, CELL_TEXT, "%.*s", v->meaning_length, v->meaning);
    else
        spell_decimal(v->number, '.', text);
    return text;
}

/* The puskesmas whose figures the row has; of a village's it is not told. */
static const char *told_puskesmas(struct form_work *w, char text[SPELL_LENGTH])
{
    const struct form_column *c = w->sheet->columns;
    while (c->heading && c->what != COLUMN_PUSKESMAS)
        c++;
    return c->heading && w->district && !w->village ? spell_upper(w->district->name, text) : "";
}

static void accept_figure(struct form_work *w, const struct form_record *r, const char *code,
                          const char *period)
{
    char nt[CELL_TEXT], dt[CELL_TEXT], rt[CELL_TEXT], st[CELL_TEXT], at[CELL_TEXT], cells[64], cell[16];
    char pt[SPELL_LENGTH];
    const char *n = number_text(w, r->n, nt), *d = number_text(w, r->d, dt);
    const char *reported = number_text(w, r->reported, rt);
    enum indicator_type type = catalogue_indicator(&w->s->catalogue, code)->type;
    bool value = *n && (*d || type != INDICATOR_RATIO);
    if (type == INDICATOR_PERCENT)
        value = *reported;
    if (strcmp(n, "0") == 0 && strcmp(d, "0") == 0) {
        value = false;
        n = d = "";
    }
    if (value && *n && *d && strtod(n, NULL) > strtod(d, NULL))
        truth_remark(&w->s->truth, &w->where, book_address(form_column(w, r->n) + 1, w->where.row, cell),
                     REASON_over_100);
    truth_record(&w->s->truth, KIND_COVERAGE, &w->where, cells_of(w, r, cells), code, told_region(w),
                 told_puskesmas(w, pt), period, meant(w, r->sex, st), meant(w, r->age, at),
                 value ? "value" : "missing", n, d, reported, (char *)NULL);
}

static void accept_service(struct form_work *w, const struct form_record *r, const char *code,
                           const char *period)
{
    char state[CELL_TEXT], cells[64];
    truth_record(&w->s->truth, KIND_SERVICE, &w->where, cells_of(w, r, cells), r->subject, told_region(w),
                 period, code, meant(w, r->state, state), (char *)NULL);
}

/* Remarks that every row gets; true when one of them rejects the record. */
static bool standing_remarks(struct form_work *w, const char *code)
{
    bool rejected = false;
    char cell[16];
    for (const struct form_remark *m = w->sheet->remarks; m && m->column; m++) {
        if (m->code && strcmp(m->code, code) != 0)
            continue;
        truth_remark(&w->s->truth, &w->where, book_address(form_column(w, m->column) + 1, w->where.row, cell),
                     m->reason);
        rejected = rejected || reasons[m->reason].severity == SEV_REJECT;
    }
    return rejected;
}

static bool reads(const struct form_record *r, const char *name)
{
    return name && ((r->n && strcmp(r->n, name) == 0) || (r->d && strcmp(r->d, name) == 0) ||
                    (r->state && r->state[0] == '@' && strcmp(r->state + 1, name) == 0));
}

/* bad: the column at fault, or -1; region: it is the region's. */
static void write_truth(struct form_work *w, int bad, bool region, enum reason reason)
{
    char code_text[CELL_TEXT], period_text[CELL_TEXT], cell[16];
    for (const struct form_record *r = w->sheet->records; r->code; r++) {
        if (!applies(w, r))
            continue;
        const char *code = meant(w, r->code, code_text);
        const char *period = meant(w,
                                   r->period          ? r->period
                                   : w->sheet->period ? w->sheet->period
                                                      : w->form->period,
                                   period_text);
        if (bad >= 0 && (region || reads(r, w->sheet->columns[bad].name)))
            truth_remark(&w->s->truth, &w->where, book_address(bad + 1, w->where.row, cell), reason);
        else if (!standing_remarks(w, code))
            (r->state ? accept_service : accept_figure)(w, r, code, period);
    }
}

/* --- faults --- */

static bool is_read(const struct form_work *w, int i, bool state)
{
    for (const struct form_record *r = w->sheet->records; r->code; r++)
        if (reads(r, w->sheet->columns[i].name) && (r->state != NULL) == state && !r->when)
            return true;
    return false;
}

/* The column that a fault can sit in, or -1. */
static int fault_column(const struct form_work *w, enum fault fault)
{
    const struct form_column *c = w->sheet->columns;
    enum form_what region = w->village ? COLUMN_VILLAGE : COLUMN_DISTRICT;
    for (int i = 0; c[i].heading; i++) {
        if (fault == FAULT_REGION && c[i].what == region && !c[i].text && w->district && !w->sheet->blocks)
            return i;
        if ((fault == FAULT_WORD || fault == FAULT_NEGATIVE) && c[i].what == COLUMN_COUNT &&
            is_read(w, i, false))
            return i;
        if (fault == FAULT_MARK && c[i].what == COLUMN_CHOICE && is_read(w, i, true))
            return i;
    }
    return -1;
}

static enum reason put_fault(struct form_work *w, enum fault fault, int i)
{
    char text[SPELL_LENGTH];
    bool coded = false;
    for (const struct form_column *c = w->sheet->columns; c->heading; c++)
        coded = coded || (c->what == COLUMN_CODE && (!c->text || strcmp(c->text, "last4") != 0));
    switch (fault) {
    case FAULT_REGION:
        line_text(&w->line, i + 1, "%s", spell_slip(w->village ? w->village->name : w->district->name, text));
        return coded ? REASON_region_code_mismatch : REASON_region_unknown;
    case FAULT_NEGATIVE:
        put_number(w, i + 1, -3);
        w->value[i].number = -3;
        return REASON_number_negative;
    case FAULT_MARK:
        line_text(&w->line, i + 1, "?");
        return REASON_service_state;
    default:
        line_text(&w->line, i + 1, "NIHIL");
        w->value[i].number = 0;
        return REASON_number_invalid;
    }
}

/* --- rows --- */

void form_row(struct form_work *w)
{
    const struct form_column *c = w->sheet->columns;
    enum fault fault = w->form->spotless ? FAULT_NONE : (enum fault)sample_fault(&w->rng, w->s, FAULTS);
    int bad = fault == FAULT_NONE ? -1 : fault_column(w, fault);
    enum reason reason = REASON_COUNT;
    struct person p = {0};
    memset(w->value, 0, sizeof w->value);
    w->where.row++;
    w->number++;
    if (w->sheet->rows == ROWS_PERSONS)
        p = draw_person(w);
    for (int i = 0; c[i].heading; i++)
        put_cell(w, i, &p);
    if (bad >= 0)
        reason = put_fault(w, fault, bad);
    if (!w->sheet->total_alone)
        write_truth(w, bad, fault == FAULT_REGION, reason);
    for (int i = 0; c[i].heading; i++)
        w->sum[i] += w->value[i].number;
    book_row(w->book, w->where.row, &w->line);
    line_clear(&w->line);
    w->block = w->district;
}

void form_total(struct form_work *w, int row)
{
    const struct form_column *c = w->sheet->columns;
    char text[CELL_TEXT];
    int label = 0;
    memset(w->value, 0, sizeof w->value);
    for (int i = 0; c[i].heading; i++) {
        if (c[i].what == COLUMN_COUNT || c[i].what == COLUMN_CALC)
            w->value[i] = (struct form_value){.drawn = true, .number = w->sum[i]};
        if (c[i].what == COLUMN_DISTRICT || c[i].what == COLUMN_VILLAGE || c[i].what == COLUMN_REGENCY)
            label = i;
    }
    line_text(&w->line, w->sheet->total_left ? 1 : label + 1, "%s", form_fill(w, w->sheet->total, text));
    for (int i = 0; c[i].heading; i++)
        if (c[i].what == COLUMN_COUNT || c[i].what == COLUMN_CALC || c[i].what == COLUMN_RATIO)
            put_value(w, i + 1, form_value(w, i));
    if (w->sheet->total_alone) {
        w->where.row = row;
        write_truth(w, -1, false, REASON_COUNT);
    }
    book_row(w->book, row, &w->line);
    line_clear(&w->line);
}
