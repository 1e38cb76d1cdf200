#include "paintscreen.h"

#include "checktell.h"

#include <stdio.h>

enum { GUTTER = 22, WIDEST = 24, NARROWEST = 9, MASKED = 6 };

static const struct {
    const char *name; /* fits any column */
    const char *colour;
} looks[ROLES] = {
    [ROLE_UNREAD] = {"", "38;5;245"},
    [ROLE_HEADING] = {"heading", "1;38;5;16;48;5;252"},
    [ROLE_TITLE] = {"title", "1;38;5;16;48;5;229"},
    [ROLE_REGION] = {"region", "38;5;16;48;5;151"},
    [ROLE_PERSON] = {"person", "38;5;16;48;5;182"},
    [ROLE_NUMERATOR] = {"numer.", "38;5;16;48;5;117"},
    [ROLE_DENOMINATOR] = {"denom.", "38;5;16;48;5;153"},
    [ROLE_REPORTED] = {"reported", "38;5;16;48;5;195"},
    [ROLE_VALUE] = {"value", "38;5;16;48;5;117"},
    [ROLE_FIELD] = {"field", "38;5;16;48;5;223"},
    [ROLE_TOTAL] = {"total", "1;38;5;16;48;5;216"},
    [ROLE_PASSED] = {"passed", "3;38;5;245;48;5;254"},
    [ROLE_BEHIND] = {"behind", "9;38;5;245"},
};

/* A column of the grid; a run of columns that are not read may be one. */
struct column {
    int first, last;
    size_t width;
};

struct screen {
    struct out *out;
    const struct check_sheet *s;
    bool colour;
    struct arena a;
    struct column *column;
    size_t columns;
    size_t widest; /* of a column */
    size_t blanks; /* not written yet: none end a line */
};

/* --- text --- */

static void put(struct screen *sc, struct str s)
{
    out_write(sc->out, s.ptr, s.len);
}

/* The first n characters. */
static struct str first_of(struct str s, size_t n)
{
    size_t i = 0;
    for (; i < s.len; i++)
        if (((unsigned char)s.ptr[i] & 0xC0) != 0x80 && n-- == 0)
            break;
    return (struct str){s.ptr, i};
}

/* As wide as the column, cut or padded. */
static struct str fitted(struct screen *sc, struct str s, size_t width)
{
    size_t n = str_characters(s);
    if (n > width)
        return arena_printf(&sc->a, "%.*s…", STR_ARG(first_of(s, width - 1)));
    return arena_printf(&sc->a, "%.*s%*s", STR_ARG(s), (int)(width - n), "");
}

static struct str cell_text(struct screen *sc, const struct painted_cell *c)
{
    struct str s = paint_line(c->text, &sc->a);
    if (c->carried)
        s = arena_printf(&sc->a, "↓ %.*s", STR_ARG(s));
    else if (c->became.len > 0)
        s = arena_printf(&sc->a, "%.*s ← %.*s", STR_ARG(c->became), STR_ARG(s));
    return str_visible(&sc->a, s);
}

/* --- columns --- */

static enum role role_of(const struct check_sheet *s, int col)
{
    return col <= s->palette.width ? s->palette.column[col] : ROLE_UNREAD;
}

/* Text that stands outside of tables may go on over the cells at its right. */
static bool is_free(const struct painted_row *row)
{
    return (row->fate == FATE_ABOVE && !row->heading) || row->fate == FATE_TITLE || row->fate == FATE_END ||
           row->fate == FATE_BEHIND;
}

/* One for each column that anything shown stands in, or that is read. */
static void make_columns(struct screen *sc)
{
    const struct check_sheet *s = sc->s;
    int last = s->palette.width;
    for (size_t i = 0; i < s->showns; i++)
        if (s->shown[i].n > 0 && s->shown[i].cell[s->shown[i].n - 1].col > last)
            last = s->shown[i].cell[s->shown[i].n - 1].col;
    bool *filled = arena_alloc(&sc->a, (size_t)last + 1);
    size_t *wide = arena_alloc(&sc->a, ((size_t)last + 1) * sizeof *wide);
    for (size_t i = 0; i < s->showns; i++)
        for (size_t k = 0; k < s->shown[i].n; k++) {
            const struct painted_cell *c = &s->shown[i].cell[k];
            size_t n = str_characters(cell_text(sc, c));
            filled[c->col] = true;
            if (!is_free(&s->shown[i]) && n > wide[c->col])
                wide[c->col] = n;
        }
    sc->column = arena_alloc(&sc->a, (size_t)last * sizeof *sc->column);
    for (int col = 1; col <= last; col++) {
        size_t least = strlen(looks[role_of(s, col)].name);
        size_t width = wide[col] > least ? wide[col] : least;
        if (role_of(s, col) == ROLE_PERSON)
            width = MASKED;
        if (filled[col] || role_of(s, col) != ROLE_UNREAD)
            sc->column[sc->columns++] = (struct column){col, col, width > 3 ? width : 3};
    }
}

static size_t total_width(const struct screen *sc)
{
    size_t n = GUTTER;
    for (size_t i = 0; i < sc->columns; i++)
        n += 1 + (sc->column[i].width < sc->widest ? sc->column[i].width : sc->widest);
    return n;
}

/* Runs of columns that are not read become one. */
static void join_unread(struct screen *sc)
{
    size_t n = 0;
    for (size_t i = 0; i < sc->columns; i++) {
        struct column *c = &sc->column[i], *before = n > 0 ? &sc->column[n - 1] : NULL;
        bool unread = role_of(sc->s, c->first) == ROLE_UNREAD;
        if (unread && before && role_of(sc->s, before->first) == ROLE_UNREAD) {
            before->last = c->last;
            before->width = 3;
        } else {
            sc->column[n++] = *c;
        }
    }
    sc->columns = n;
}

/* Makes the columns as narrow as the width asks for; returns how many have room. */
static size_t fit_columns(struct screen *sc, size_t width)
{
    sc->widest = WIDEST;
    if (total_width(sc) > width)
        join_unread(sc);
    while (total_width(sc) > width && sc->widest > NARROWEST)
        sc->widest--;
    size_t n = GUTTER, columns = 0;
    for (; columns < sc->columns; columns++) {
        struct column *c = &sc->column[columns];
        c->width = c->width < sc->widest ? c->width : sc->widest;
        n += 1 + c->width;
        if (n > width && columns > 0)
            break;
    }
    return columns;
}

/* --- rows --- */

static void put_plain(struct screen *sc, struct str text)
{
    size_t end = text.len;
    while (end > 0 && text.ptr[end - 1] == ' ')
        end--;
    if (end > 0) {
        put(sc, arena_printf(&sc->a, "%*s%.*s", (int)sc->blanks, "", (int)end, text.ptr));
        sc->blanks = 0;
    }
    sc->blanks += text.len - end;
}

static void put_cell(struct screen *sc, struct str text, enum role role)
{
    put_plain(sc, STR(" "));
    if (!sc->colour)
        put_plain(sc, text);
    else
        put_plain(sc, arena_printf(&sc->a, "\033[%sm%.*s\033[0m", looks[role].colour, STR_ARG(text)));
}

static void put_gutter(struct screen *sc, const char *row, const char *fate)
{
    put_plain(sc, arena_printf(&sc->a, "%8s %-*s", row, GUTTER - 9, fate));
}

static void end_line(struct screen *sc)
{
    put(sc, STR("\n"));
    sc->blanks = 0;
}

/* Column letters, and below them what each column is. */
static void put_heads(struct screen *sc, size_t columns)
{
    put_gutter(sc, "", "");
    for (size_t i = 0; i < columns; i++) {
        char first[ADDRESS_SIZE], last[ADDRESS_SIZE];
        const struct column *c = &sc->column[i];
        address_column(c->first, first);
        address_column(c->last, last);
        struct str text = c->first == c->last ? str_c(first) : arena_printf(&sc->a, "%s-%s", first, last);
        put_plain(sc, STR(" "));
        put_plain(sc, fitted(sc, text, c->width));
    }
    end_line(sc);
    put_gutter(sc, "", "");
    for (size_t i = 0; i < columns; i++) {
        enum role role = role_of(sc->s, sc->column[i].first);
        put_cell(sc, fitted(sc, str_c(looks[role].name), sc->column[i].width), role);
    }
    end_line(sc);
}

static const char *fate_name(const struct painted_row *row)
{
    bool title = false;
    for (size_t i = 0; i < row->n; i++)
        title |= row->cell[i].role == ROLE_TITLE;
    if (row->fate == FATE_DATA && row->hidden)
        return "data (hidden)";
    if (row->fate != FATE_ABOVE)
        return tell_fate(row->fate, false);
    return row->heading ? "heading" : title ? "title" : "";
}

static void put_free_text(struct screen *sc, const struct painted_row *row)
{
    for (size_t i = 0; i < row->n; i++)
        put_cell(sc, cell_text(sc, &row->cell[i]), row->cell[i].role);
}

static void put_row(struct screen *sc, const struct painted_row *row, size_t columns)
{
    char number[24];
    size_t k = 0;
    snprintf(number, sizeof number, "%ld", row->number);
    put_gutter(sc, number, fate_name(row));
    if (is_free(row)) {
        put_free_text(sc, row);
        end_line(sc);
        return;
    }
    for (size_t i = 0; i < columns; i++) {
        const struct column *c = &sc->column[i];
        while (k < row->n && row->cell[k].col < c->first)
            k++;
        bool there = k < row->n && row->cell[k].col <= c->last, one = c->first == c->last;
        struct str text = !there ? STR("") : one ? cell_text(sc, &row->cell[k]) : STR("…");
        put_cell(sc, fitted(sc, text, c->width), there ? row->cell[k].role : ROLE_UNREAD);
    }
    end_line(sc);
}

static void put_legend(struct screen *sc)
{
    bool occurs[ROLES] = {0};
    for (size_t i = 0; i < sc->s->showns; i++)
        for (size_t k = 0; k < sc->s->shown[i].n; k++)
            occurs[sc->s->shown[i].cell[k].role] = true;
    put_gutter(sc, "", "");
    for (int role = ROLE_HEADING; role < ROLES; role++)
        if (occurs[role])
            put_cell(sc, str_c(looks[role].name), (enum role)role);
    put_cell(sc, STR("not read"), ROLE_UNREAD);
    end_line(sc);
}

void screen_sheet(struct out *out, const struct check_sheet *s, bool colour, int width)
{
    struct screen sc = {.out = out, .s = s, .colour = colour};
    make_columns(&sc);
    size_t columns = fit_columns(&sc, (size_t)width);
    end_line(&sc);
    put_heads(&sc, columns);
    for (size_t i = 0; i < s->showns; i++) {
        if (i > 0 && s->shown[i].number > s->shown[i - 1].number + 1 && s->shown[i].fate != FATE_ABOVE)
            put(&sc, STR("       ⋮\n"));
        put_row(&sc, &s->shown[i], columns);
    }
    if (columns < sc.columns) {
        char first[ADDRESS_SIZE], last[ADDRESS_SIZE];
        address_column(sc.column[columns].first, first);
        address_column(sc.column[sc.columns - 1].last, last);
        put(&sc, arena_printf(&sc.a, "%*s no room for columns %s to %s\n", GUTTER, "", first, last));
    }
    if (colour)
        put_legend(&sc);
    arena_done(&sc.a);
}
