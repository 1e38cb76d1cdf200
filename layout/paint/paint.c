#include "paint.h"

#include "title.h"

/* --- what is masked --- */

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool is_nbsp(struct str s, size_t i)
{
    return i + 1 < s.len && (unsigned char)s.ptr[i] == 0xC2 && (unsigned char)s.ptr[i + 1] == 0xA0;
}

/* The shape of a text: x for a letter, # for a digit. */
static struct str shape(struct str s, struct arena *a)
{
    char *out = arena_alloc(a, s.len);
    size_t n = 0;
    for (size_t i = 0; i < s.len; i++) {
        unsigned char c = (unsigned char)s.ptr[i];
        if ((c & 0xC0) == 0x80)
            continue; /* within a character */
        bool letter = is_letter((char)c) || (c >= 0x80 && !is_nbsp(s, i));
        out[n++] = is_digit((char)c) ? '#' : letter ? 'x' : c >= 0x80 ? ' ' : (char)c;
    }
    return (struct str){out, n};
}

/* The number that begins at s.ptr, which is a digit: its length, blanks, dots, commas and hyphens between
 * digits included. *digits counts those of it that are of a whole number. */
static size_t number_length(struct str s, size_t *digits)
{
    size_t end = 0, whole = 0, marks = 0;
    *digits = 0;
    for (size_t i = 0; i < s.len; i++) {
        if (is_digit(s.ptr[i])) {
            ++*digits;
            end = i + 1;
        } else if (i + 1 == s.len || !is_digit(s.ptr[i + 1]) || !strchr(" .,-", s.ptr[i])) {
            break;
        } else {
            marks += s.ptr[i] == '.' || s.ptr[i] == ',' ? 1 : 2;
            whole = *digits;
        }
    }
    if (marks == 1) /* a decimal mark */
        *digits = whole;
    return end;
}

static struct str without_numbers(struct str s, struct arena *a)
{
    enum { MANY = 13 };
    char *copy = NULL;
    for (size_t i = 0, digits; i < s.len; i++) {
        if (!is_digit(s.ptr[i]))
            continue;
        size_t end = i + number_length((struct str){s.ptr + i, s.len - i}, &digits);
        if (digits >= MANY && !copy) {
            copy = arena_alloc(a, s.len);
            memcpy(copy, s.ptr, s.len);
        }
        for (; i < end; i++)
            if (digits >= MANY && is_digit(s.ptr[i]))
                copy[i] = '#';
    }
    return copy ? (struct str){copy, s.len} : s;
}

struct str paint_line(struct str s, struct arena *a)
{
    struct str rest = str_trim(without_numbers(s, a));
    char *out = arena_alloc(a, rest.len);
    size_t n = 0;
    for (size_t i = 0; i < rest.len; i++) {
        char c = rest.ptr[i];
        bool blank = c == ' ' || c == '\t' || c == '\r' || c == '\n';
        if (!blank)
            out[n++] = c;
        else if (out[n - 1] != ' ')
            out[n++] = ' ';
    }
    return (struct str){out, n};
}

/* What nobody reads: short figures and marks may be shown, all else may be a name or an address. */
static bool may_show(const struct cell *c)
{
    enum { FEW = 9 };
    if (c->type == CELL_ERROR)
        return true;
    struct str text = str_trim(c->text);
    for (size_t i = 0; i < text.len; i++)
        if (is_letter(text.ptr[i]) || (unsigned char)text.ptr[i] >= 0x80)
            return false;
    return text.len <= FEW;
}

/* --- roles --- */

enum role paint_role(const struct layout *l, int field)
{
    enum { REGIONS = 6 }; /* they come first in every kind (lib/kind.c) */
    static const struct {
        const char *field;
        enum role role;
    } named[] = {{"numerator", ROLE_NUMERATOR}, {"denominator", ROLE_DENOMINATOR},
                 {"reported", ROLE_REPORTED},   {"birth_date", ROLE_PERSON},
                 {"sex", ROLE_FIELD},           {"period", ROLE_FIELD}};
    struct str name = layout_field(l, field);
    for (size_t i = 0; i < sizeof named / sizeof *named; i++)
        if (str_is(name, named[i].field))
            return named[i].role;
    if (kind_personal(name))
        return ROLE_PERSON;
    if (field < REGIONS)
        return ROLE_REGION;
    return layout_is_value(l, field) || l->kind == KIND_MEASUREMENT ? ROLE_VALUE : ROLE_FIELD;
}

static void give_role(struct palette *p, int col, int field, enum role role)
{
    p->by_name |= role == ROLE_PERSON;
    if (p->column[col] != ROLE_UNREAD && role != ROLE_PERSON)
        return;
    p->column[col] = role;
    p->field[col] = field;
}

void palette_init(struct palette *p, const struct layout *l, const struct plan *plan, struct arena *a)
{
    *p = (struct palette){.l = l, .plan = plan};
    for (size_t i = 0; i < plan->patterns; i++)
        for (int f = 0; f < LAYOUT_MAX_FIELDS; f++)
            p->width = plan->pattern[i].slot[f].col > p->width ? plan->pattern[i].slot[f].col : p->width;
    for (size_t i = 0; i < l->filters; i++)
        p->width = plan->filter[i] > p->width ? plan->filter[i] : p->width;
    size_t columns = (size_t)p->width + 1;
    p->column = arena_alloc(a, columns * sizeof *p->column);
    p->field = arena_alloc(a, columns * sizeof *p->field);
    for (size_t i = 0; i < columns; i++)
        p->field[i] = -1;
    for (size_t i = 0; i < plan->patterns; i++)
        for (int f = 0; kind_found[l->kind][f]; f++)
            if (plan->pattern[i].slot[f].col > 0)
                give_role(p, plan->pattern[i].slot[f].col, f, paint_role(l, f));
    for (size_t i = 0; i < l->filters; i++)
        give_role(p, plan->filter[i], -1, ROLE_FIELD);
}

static enum role column_role(const struct palette *p, int col)
{
    return col <= p->width ? p->column[col] : ROLE_UNREAD;
}

/* --- titles --- */

/* The cells from..to of the row hold the title; false when none do. */
static bool title_cells(const struct variants *v, const struct row *row, struct arena *a, struct str *said,
                        size_t *from, size_t *to)
{
    for (*to = 1; *to <= row->n; ++*to) { /* the first that is enough, then as few before it as are needed */
        if (!title_in_row(v, &(struct row){.cell = row->cell, .n = *to}, a, said))
            continue;
        struct str ignored;
        for (*from = 0; *from + 1 < *to; ++*from)
            if (!title_in_row(v, &(struct row){.cell = row->cell + *from + 1, .n = *to - *from - 1}, a,
                              &ignored))
                break;
        return true;
    }
    return false;
}

/* Gives the cells of titles their role. Above the heading only what the plan took is one. */
static void paint_titles(const struct palette *p, const struct row *row, enum fate fate,
                         struct painted_row *out, struct arena *a)
{
    for (size_t t = 0; t < LAYOUT_MAX_TITLES; t++) {
        struct str said;
        size_t from, to;
        const struct variants *names = &p->l->titles[TITLE_ABOVE][t];
        if (names->n == 0 || !title_cells(names, row, a, &said, &from, &to) ||
            (fate == FATE_ABOVE && !str_eq(said, p->plan->title[t])))
            continue;
        bool person = t >= LAYOUT_TITLES && paint_role(p->l, (int)t - LAYOUT_TITLES) == ROLE_PERSON;
        for (size_t i = from; i < to; i++) {
            out->cell[i].role = ROLE_TITLE;
            out->cell[i].masked = person;
        }
    }
}

bool paint_title(const struct palette *p, size_t title, const struct head *head, long *row, int *col)
{
    struct arena a = {0};
    struct str said;
    size_t from = 0, to;
    bool found = false;
    const struct variants *names = &p->l->titles[TITLE_ABOVE][title];
    for (size_t i = 0; i < head->rows && head->row[i].number < p->plan->heading && names->n > 0 && !found;
         i++) {
        found = title_cells(names, &head->row[i], &a, &said, &from, &to);
        if (found) {
            *row = head->row[i].number;
            *col = head->row[i].cell[from].col;
        }
    }
    arena_done(&a);
    return found;
}

/* --- rows --- */

static bool is_mark(const struct palette *p, long level, int col)
{
    for (size_t i = 0; i < p->plan->marks; i++)
        if ((level < 0 || p->plan->mark[i].level == level) && p->plan->mark[i].col == col)
            return true;
    return false;
}

/* Role of a cell below the heading, titles aside. first: it is the row's first that is filled. */
static enum role role_below(const struct palette *p, enum fate fate, int col, bool first)
{
    enum role role = column_role(p, col);
    switch (fate) {
    case FATE_DATA:
    case FATE_BLOCK:
        return role;
    case FATE_TOTAL:
        return first || role != ROLE_UNREAD ? ROLE_TOTAL : ROLE_UNREAD;
    case FATE_HEADING:
        return is_mark(p, -1, col) ? ROLE_HEADING : ROLE_UNREAD;
    case FATE_END:
    case FATE_BEHIND:
        return ROLE_BEHIND;
    case FATE_TITLE:
        return ROLE_UNREAD;
    default:
        return ROLE_PASSED;
    }
}

/* The length of the word by which the layout knows a total or the end of the table, where the text begins
 * with one. */
static size_t word_length(const struct variants *words, struct str text, struct arena *a)
{
    struct str typed = str_trim(text), folded = str_fold(a, typed);
    for (size_t i = 0; i < words->n; i++) {
        const struct variants one = {&words->pattern[i], &words->typed[i], 1};
        size_t end = (size_t)(typed.ptr - text.ptr) + words->pattern[i].len;
        if (glob_wild(words->pattern[i]) || !variants_begin(&one, folded))
            continue;
        while (end < text.len && ((unsigned char)text.ptr[end] & 0xC0) == 0x80)
            end++; /* not within a character */
        return end;
    }
    return 0;
}

/* Text of a cell below the heading is shown where the layout reads it. */
static bool is_known(const struct palette *p, enum fate fate, int col)
{
    if (fate == FATE_HEADING)
        return is_mark(p, -1, col);
    enum role column = column_role(p, col);
    return column != ROLE_UNREAD && column != ROLE_PERSON && fate != FATE_BEHIND && fate != FATE_END &&
           fate != FATE_TITLE;
}

static struct painted_cell below(const struct palette *p, const struct cell *c, enum fate fate, bool first,
                                 struct arena *a)
{
    const struct variants *words = fate == FATE_TOTAL                        ? &p->l->totals
                                   : fate == FATE_END || fate == FATE_BEHIND ? &p->l->stops
                                                                             : NULL;
    bool person = column_role(p, c->col) == ROLE_PERSON && fate != FATE_HEADING;
    return (struct painted_cell){.col = c->col,
                                 .role = role_below(p, fate, c->col, first),
                                 .type = c->type,
                                 .masked = !is_known(p, fate, c->col) && (person || !may_show(c)),
                                 .label = first && words ? word_length(words, c->text, a) : 0,
                                 .text = c->text};
}

/* How much may be shown of a text above the heading that no title takes: of the first in a row that is not as
 * long as those of tables, what stands before a colon, and all of it on sheets that are not by name. */
static size_t label_length(const struct palette *p, const struct row *row, const struct cell *c)
{
    enum { MOST = 4 };
    const char *colon = memchr(c->text.ptr, ':', c->text.len);
    if (row->n > MOST || c != row->cell)
        return 0;
    return colon ? (size_t)(colon - c->text.ptr) : p->by_name ? 0 : c->text.len;
}

static struct painted_cell above(const struct palette *p, const struct row *row, const struct cell *c)
{
    long level = row->number - p->plan->heading;
    bool mark = level >= 0 && is_mark(p, level, c->col);
    return (struct painted_cell){.col = c->col,
                                 .role = mark ? ROLE_HEADING : ROLE_UNREAD,
                                 .type = c->type,
                                 .masked = level < 0 && !may_show(c),
                                 .label = level < 0 ? label_length(p, row, c) : 0,
                                 .text = c->text};
}

/* Puts in the cells that are empty on the sheet and have a text carried down. */
static void add_carried(const struct palette *p, const struct str *text, struct painted_row *out,
                        struct arena *a)
{
    struct painted_cell *cell = arena_alloc(a, (out->n + (size_t)p->width) * sizeof *cell);
    size_t n = 0, i = 0;
    for (int col = 1; col <= p->width; col++) {
        for (; i < out->n && out->cell[i].col < col; i++)
            cell[n++] = out->cell[i];
        bool there = i < out->n && out->cell[i].col == col && str_trim(out->cell[i].text).len > 0;
        if (p->field[col] < 0 || text[col].len == 0 || there)
            continue;
        if (i < out->n && out->cell[i].col == col)
            i++;
        cell[n++] = (struct painted_cell){.col = col,
                                          .role = p->column[col],
                                          .carried = true,
                                          .masked = p->column[col] == ROLE_PERSON,
                                          .text = arena_dup(a, text[col])};
    }
    for (; i < out->n; i++)
        cell[n++] = out->cell[i];
    out->cell = cell;
    out->n = n;
}

static struct str masked(struct str text, size_t label, struct arena *a)
{
    struct str shown = without_numbers((struct str){text.ptr, label}, a),
               rest = shape((struct str){text.ptr + label, text.len - label}, a);
    return arena_printf(a, "%.*s%.*s", STR_ARG(shown), STR_ARG(rest));
}

/* Empty when the text stays as it is. */
static struct str became(const struct palette *p, int field, struct str text, struct arena *a)
{
    struct str typed = str_trim(text), meant = table_meant(p->l, field, typed, a);
    return str_eq(typed, meant) ? STR("") : meant;
}

struct painted_row paint_row(const struct palette *p, const struct row *row, enum fate fate,
                             const struct str *text, struct arena *a)
{
    struct painted_row out = {.number = row->number,
                              .fate = fate,
                              .heading = fate == FATE_ABOVE && row->number >= p->plan->heading,
                              .hidden = row->hidden,
                              .cell = arena_alloc(a, row->n * sizeof *out.cell),
                              .n = row->n};
    bool first = true;
    for (size_t i = 0; i < row->n; i++) {
        const struct cell *c = &row->cell[i];
        bool filled = str_trim(c->text).len > 0;
        out.cell[i] = fate == FATE_ABOVE ? above(p, row, c) : below(p, c, fate, first && filled, a);
        first = first && !filled;
    }
    if (fate == FATE_TITLE || (fate == FATE_ABOVE && row->number < p->plan->heading))
        paint_titles(p, row, fate, &out, a);
    if (fate == FATE_DATA || fate == FATE_BLOCK)
        add_carried(p, text, &out, a);
    for (size_t i = 0; i < out.n; i++) {
        struct painted_cell *c = &out.cell[i];
        if (fate == FATE_DATA && c->col <= p->width && p->field[c->col] >= 0 && !c->masked)
            c->became = became(p, p->field[c->col], c->text, a);
        c->text = c->masked ? masked(c->text, c->label, a) : without_numbers(c->text, a);
    }
    return out;
}
