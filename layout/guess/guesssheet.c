#include "guesssheet.h"

#include "limit.h"

enum { MOST_WORDIES = 500 };

const struct cell *gsheet_cell(const struct row *row, int col)
{
    for (size_t i = 0; i < row->n && row->cell[i].col <= col; i++)
        if (row->cell[i].col == col)
            return str_trim(row->cell[i].text).len > 0 ? &row->cell[i] : NULL;
    return NULL;
}

struct str gsheet_plain(struct arena *a, struct str text)
{
    struct str valid = str_utf8(a, text);
    char *out = arena_alloc(a, valid.len + 1);
    size_t n = 0;
    for (size_t i = 0; i < valid.len; i++) {
        unsigned char c = (unsigned char)valid.ptr[i];
        bool no_break = c == 0xC2 && i + 1 < valid.len && (unsigned char)valid.ptr[i + 1] == 0xA0;
        bool blank = c == ' ' || c == '\t' || c == '\n' || c == '\r' || no_break;
        bool control = c < 0x20 || c == 0x7F ||
                       (c == 0xC2 && i + 1 < valid.len && (unsigned char)valid.ptr[i + 1] < 0xA0);
        i += no_break || (control && c == 0xC2);
        if (!blank)
            out[n++] = control ? '?' : (char)c;
        else if (n > 0 && out[n - 1] != ' ')
            out[n++] = ' ';
    }
    return (struct str){out, n > 0 && out[n - 1] == ' ' ? n - 1 : n};
}

struct str gsheet_pattern(struct arena *a, struct str text)
{
    struct str plain = gsheet_plain(a, text);
    char *p = arena_cstr(a, plain);
    for (size_t i = 0; i < plain.len; i++)
        if (p[i] == '|' || p[i] == '*' || p[i] == '@' || (p[i] == ';' && (i == 0 || p[i - 1] == ' ')))
            p[i] = '?';
    return (struct str){p, plain.len};
}

/* --- what a cell looks like --- */

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

bool gsheet_personal(struct str text)
{
    size_t digits = 0;
    for (size_t i = 0; i < text.len; i++)
        digits += is_digit(text.ptr[i]);
    return digits >= 15 && digits <= 17 && text.len < digits + 8;
}

static bool is_nothing(struct str s)
{
    return str_is(s, "-") || str_is(s, "–") || str_is(s, "NA") || str_is(s, "N/A") || str_is(s, "...");
}

static bool is_year(struct str s)
{
    long year;
    if (s.len == 6 && memcmp(s.ptr + 4, ".0", 2) == 0)
        s.len = 4;
    return s.len == 4 && str_to_long(s, &year) && year >= 1990 && year < 2050;
}

/* 2024-01-31, 31/1/2024, with or without a time behind it. */
static bool is_date(struct str s)
{
    size_t part[3] = {0}, k = 0, i = 0;
    for (; i < s.len && k < 3; i++) {
        if (is_digit(s.ptr[i]))
            part[k]++;
        else if (s.ptr[i] == '-' || s.ptr[i] == '/')
            k++;
        else
            break;
    }
    return k == 2 && part[1] >= 1 && part[1] <= 2 &&
           ((part[0] == 4 && part[2] >= 1 && part[2] <= 2) ||
            (part[0] <= 2 && part[0] >= 1 && part[2] >= 2)) &&
           (i == s.len || s.ptr[i] == ' ' || s.ptr[i] == 'T');
}

/* Digits with the signs that figures, money, codes and ordinals have, and no letters. A dash inside, as in
 * "0 - 4", is no sign of a figure. */
static bool is_figure(struct str s)
{
    size_t digits = 0;
    if (s.len > 2 && (memcmp(s.ptr, "Rp", 2) == 0 || memcmp(s.ptr, "RP", 2) == 0))
        s = (struct str){s.ptr + 2, s.len - 2};
    for (size_t i = 0; i < s.len; i++) {
        char c = s.ptr[i];
        bool dash = (c == '-' || c == '+') && digits == 0;
        if (is_digit(c))
            digits++;
        else if (!dash && !memchr("., %()'", c, 7))
            return false;
    }
    return digits > 0;
}

enum sort gsheet_sort(const struct gsheet *s, const struct cell *c)
{
    struct str text = c ? str_trim(c->text) : STR("");
    if (text.len == 0)
        return SORT_EMPTY;
    if (c->type == CELL_DATE || c->type == CELL_DURATION || is_date(text))
        return SORT_DATE;
    if (is_year(text))
        return SORT_YEAR;
    if (is_nothing(text))
        return SORT_NOTHING;
    if (c->type == CELL_NUMBER || c->type == CELL_ERROR)
        return SORT_NUMBER;
    if (is_figure(text))
        return s->text ? SORT_NUMBER : SORT_TYPED;
    return SORT_TEXT;
}

/* --- rows --- */

static const struct {
    const char *word, *folded;
    bool total;
} endings[] = {
    {"JUMLAH", "jumlah", true},
    {"TOTAL", "total", true},
    {"GRAND TOTAL", "grand total", true},
    {"SUB TOTAL", "sub total", true},
    {"SUBTOTAL", "subtotal", true},
    {"INDONESIA", "indonesia", true},
    {"NASIONAL", "nasional", true},
    {"RATA-RATA", "rata-rata", false},
    {"Mengetahui", "mengetahui", false},
    {"Catatan", "catatan", false},
    {"Keterangan", "keterangan", false},
    {"Sumber", "sumber", false},
    {"Note", "note", false},
    {"###", "###", false},
    {"Dicetak", "dicetak", false},
    {"Demikian", "demikian", false},
    {"Penanggung jawab", "penanggung jawab", false},
};

/* A row whose first or second filled cell begins with a word that ends or sums a table. Words that end it
 * stand alone or nearly so. */
static void note_words(struct gsheet *s, const struct row *row, struct arena *scratch)
{
    size_t filled = 0, seen = 0;
    for (size_t i = 0; i < row->n; i++)
        filled += str_trim(row->cell[i].text).len > 0;
    for (size_t i = 0; i < row->n && seen < 3; i++) {
        struct str text = str_trim(row->cell[i].text);
        if (text.len == 0)
            continue;
        seen++;
        struct str folded = str_fold(scratch, text);
        for (size_t k = 0; k < sizeof endings / sizeof *endings; k++) {
            struct str pattern = str_c(endings[k].folded);
            struct variants one = {&pattern, &pattern, 1};
            bool at = endings[k].total ? filled > 1 : seen == 1 && filled <= 3;
            if (at && variants_begin(&one, folded) && s->wordies < MOST_WORDIES) {
                s->wordy[s->wordies++] = (struct wordy){row->number, endings[k].word, endings[k].total};
                return;
            }
        }
    }
}

static void keep(struct gsheet *s, const struct row *row, struct arena *a)
{
    struct row *kept = &s->row[s->rows++];
    *kept = (struct row){row->number, arena_alloc(a, row->n * sizeof *row->cell), 0, row->hidden};
    for (size_t i = 0; i < row->n && row->cell[i].col <= GSHEET_COLUMNS; i++) {
        kept->cell[kept->n] = row->cell[i];
        kept->cell[kept->n++].text = arena_dup(a, row->cell[i].text);
    }
}

static bool has_content(const struct row *row)
{
    for (size_t i = 0; i < row->n; i++)
        if (str_trim(row->cell[i].text).len > 0)
            return true;
    return false;
}

bool gsheet_read(struct gsheet *s, struct heads *h, size_t index, struct arena *a, struct err *e)
{
    *s = (struct gsheet){.heads = h, .index = index, .text = book_is_text(h->book)};
    s->name = book_sheet(h->book, index)->name;
    s->survey = book_survey(h->book, index, e);
    struct rows *rows = s->survey ? rows_open(h->book, index, e) : NULL;
    if (!rows)
        return false;
    s->row = arena_alloc(a, GSHEET_ROWS * sizeof *s->row);
    s->wordy = arena_alloc(a, MOST_WORDIES * sizeof *s->wordy);
    struct arena scratch = {0};
    struct row row;
    uint64_t bytes = 0;
    int got;
    while ((got = rows_next(rows, &row, e)) > 0) {
        if (!has_content(&row))
            continue;
        s->width = row.cell[row.n - 1].col > s->width ? row.cell[row.n - 1].col : s->width;
        for (size_t i = 0; i < row.n; i++)
            bytes += row.cell[i].text.len;
        if (s->rows < GSHEET_ROWS && bytes < limit_of(LIMIT_HEAD_BYTES))
            keep(s, &row, a);
        else
            s->beyond++;
        arena_reset(&scratch);
        note_words(s, &row, &scratch);
    }
    arena_done(&scratch);
    rows_close(rows);
    return got == 0;
}
