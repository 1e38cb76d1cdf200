/* What the cells below each heading hold. */
#include "guesssheet.h"
#include "look.h"

/* The decimal mark of a figure typed as text; 0 when it has none. Three digits behind it are thousands. */
static char decimal_mark(struct str s)
{
    for (size_t i = s.len; i > 1; i--) {
        char c = s.ptr[i - 1];
        if (c != ',' && c != '.')
            continue;
        size_t behind = 0;
        while (i + behind < s.len && s.ptr[i + behind] >= '0' && s.ptr[i + behind] <= '9')
            behind++;
        return behind == 0 || behind == 3 ? 0 : c;
    }
    return 0;
}

static bool is_mark(struct str folded)
{
    static const char *const marks[] = {
        "1", "0", "tidak berlaku", "y", "t", "ts", "v", "x", "ya", "tidak", "√", "ö", "Ö", "✓", "✔"};
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (str_is(folded, marks[i]))
            return true;
    return false;
}

static void look_at_code(struct column *c, const struct gplaces *places, struct str text)
{
    char digits[11];
    size_t n = gplaces_digits(text, digits).len;
    int level = gplaces_code(places, text);
    if (level >= 0)
        c->coded[level]++;
    c->digits7 += level < 0 && n == 7;
    c->digits10 += level < 0 && n == 10;
}

/* Different texts are told apart by their hashes: at most GSHEET_ROWS of them. */
static void look_at_text(struct column *c, const struct gplaces *places, struct str text, struct str folded,
                         uint64_t *seen)
{
    uint64_t hash = str_hash(folded);
    for (size_t i = 0; i < c->distinct; i++)
        if (seen[i] == hash)
            return;
    seen[c->distinct++] = hash;
    unsigned levels = gplaces_named(places, text);
    for (int k = 0; k < PLACE_LEVELS; k++)
        c->named[k] += levels >> k & 1;
}

static void look_at_cells(const struct gsheet *s, struct column *c, const struct gplaces *places)
{
    uint64_t seen[GSHEET_ROWS];
    struct arena scratch = {0};
    for (size_t i = s->data; i < s->end; i++) {
        const struct cell *cell = gsheet_cell(&s->row[i], c->col);
        enum sort sort = gsheet_sort(s, cell);
        if (sort == SORT_EMPTY || sort == SORT_NOTHING)
            continue;
        arena_reset(&scratch);
        struct str text = str_trim(cell->text), folded = str_fold(&scratch, text);
        c->filled++;
        c->texts += sort == SORT_TEXT;
        c->years += sort == SORT_YEAR;
        c->figures += sort == SORT_NUMBER || sort == SORT_TYPED || sort == SORT_YEAR;
        c->niks += gsheet_personal(text);
        c->marks += is_mark(folded);
        c->grades += folded.len == 1 && *folded.ptr >= 'a' && *folded.ptr <= 'e';
        look_at_code(c, places, text);
        if (sort == SORT_TEXT)
            look_at_text(c, places, text, folded, seen);
        if (cell->type == CELL_TEXT && (sort == SORT_NUMBER || sort == SORT_TYPED)) {
            struct str figure =
                text.ptr[text.len - 1] == '%' ? str_trim((struct str){text.ptr, text.len - 1}) : text;
            c->points += decimal_mark(figure) == '.';
            c->commas += decimal_mark(figure) == ',';
        }
    }
    arena_done(&scratch);
}

static bool is_wordy(const struct gsheet *s, long row, bool total)
{
    for (size_t i = 0; i < s->wordies; i++)
        if (s->wordy[i].row == row && s->wordy[i].total == total)
            return true;
    return false;
}

/* Rows of totals are no data; the first word that ends the table does. */
static void keep_data(struct gsheet *s)
{
    size_t kept = s->data;
    for (size_t i = s->data; i < s->rows && !is_wordy(s, s->row[i].number, false); i++)
        if (!is_wordy(s, s->row[i].number, true))
            s->row[kept++] = s->row[i];
    s->end = kept;
}

static void split(struct column *c)
{
    c->leaf = c->typed;
    for (size_t i = c->typed.len; i > 2; i--)
        if (memcmp(c->typed.ptr + i - 3, " > ", 3) == 0) {
            c->leaf = (struct str){c->typed.ptr + i, c->typed.len - i};
            c->upper = (struct str){c->typed.ptr, i - 3};
            return;
        }
}

/* By the whole path where that says a region ("Desa > Kode"), else by its last heading. */
static struct saying say(struct arena *a, const struct column *c)
{
    struct saying all = words_say(words_of(a, c->typed)), last = words_say(words_of(a, c->leaf));
    return all.say != SAY_NOTHING && (last.say == SAY_NOTHING || last.say == SAY_OTHER || !last.field) ? all
                                                                                                       : last;
}

bool gsheet_columns(struct gsheet *s, const struct gplaces *places, struct arena *a, struct err *e)
{
    const struct path *path;
    size_t n;
    if (!heads_paths(s->heads, s->index, s->heading, s->depth, false, &path, &n, e))
        return false;
    keep_data(s);
    s->column = arena_alloc(a, n * sizeof *s->column);
    for (size_t i = 0; i < n && path[i].col <= GSHEET_COLUMNS; i++) {
        struct column *c = &s->column[s->columns++];
        c->col = path[i].col;
        c->typed = gsheet_pattern(a, path[i].typed);
        split(c);
        c->words = words_of(a, c->leaf);
        c->saying = say(a, c);
        look_at_cells(s, c, places);
    }
    return true;
}
