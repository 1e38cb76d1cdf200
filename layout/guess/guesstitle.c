#include "guesstitle.h"

enum { JOINED_CELLS = 3, MOST_MARKS = 3 };

/* Labels, longer ones before those they begin with; level: whose names stand behind them without a colon. */
static const struct {
    const char *label, *field;
    int level;
    bool whole; /* the label is part of the value */
} labels[] = {
    {"tahun kinerja", "period", -1, false},
    {"tahun anggaran", "period", -1, false},
    {"tahun", "period", -1, false},
    {"periode", "period", -1, false},
    {"bulan", "period", -1, false},
    {"triwulan", "period", -1, true},
    {"semester", "period", -1, true},
    {"kuartal", "period", -1, true},
    {"keadaan", "period", -1, false},
    {"data tanggal", "period", -1, false},
    {"per tanggal", "period", -1, false},
    {"provinsi", "province", PLACE_PROVINCE, false},
    {"kabupaten/kota", "regency", PLACE_REGENCY, false},
    {"kabupaten", "regency", PLACE_REGENCY, false},
    {"kab/kota", "regency", PLACE_REGENCY, false},
    {"kab", "regency", PLACE_REGENCY, false},
    {"kota", "regency", PLACE_REGENCY, false},
    {"kecamatan", "district", PLACE_DISTRICT, false},
    {"desa/kelurahan", "village", PLACE_VILLAGE, false},
    {"desa", "village", PLACE_VILLAGE, false},
    {"kelurahan", "village", PLACE_VILLAGE, false},
    {"puskesmas", "puskesmas", -1, false},
    {"penilai", "assessor", -1, false},
    {"peran", "role", -1, false},
};

static bool is_end_of_word(struct str s, size_t i)
{
    return i >= s.len || !((s.ptr[i] >= 'a' && s.ptr[i] <= 'z') || (s.ptr[i] >= '0' && s.ptr[i] <= '9'));
}

/* Where the value begins behind a label that ends at i, past a colon; *colon tells whether there is one. */
static size_t value_at(struct str s, size_t i, bool *colon)
{
    while (i < s.len && (s.ptr[i] == ' ' || s.ptr[i] == '.'))
        i++;
    *colon = i < s.len && s.ptr[i] == ':';
    i += *colon;
    while (i < s.len && s.ptr[i] == ' ')
        i++;
    return i;
}

static bool known(const struct gsheet *s, const struct gtitles *t, const char *field)
{
    for (size_t i = 0; i < t->n; i++)
        if (strcmp(t->title[i].field, field) == 0)
            return true;
    return t->n == GTITLES || gsheet_field(s, field);
}

/* "SEMESTER ? TAHUN ???? | SEMESTER ?? TAHUN ????": patterns without * take the whole text. */
static struct str whole_pattern(struct arena *a, struct str text, size_t label)
{
    size_t number = label + 1, behind = number;
    while (behind < text.len && text.ptr[behind] != ' ')
        behind++;
    char *rest = arena_cstr(a, gsheet_pattern(a, (struct str){text.ptr + behind, text.len - behind}));
    for (char *p = rest; *p; p++)
        *p = *p >= '0' && *p <= '9' ? '?' : *p;
    struct str all = STR("");
    for (int marks = 1; marks <= MOST_MARKS; marks++)
        all = arena_printf(a, "%.*s%s%.*s %.*s%s%s", STR_ARG(all), marks > 1 ? " | " : "", (int)label,
                           text.ptr, marks, "???", *rest ? " " : "", rest);
    return all;
}

/* The label at i with a value behind it. Within a sentence only "… TAHUN 2024" and the like count, and a
 * region that ends it. */
static bool label_at(const struct gsheet *s, const struct gplaces *places, struct str text, struct str folded,
                     size_t i, struct arena *a, struct gtitle *title)
{
    for (size_t k = 0; k < sizeof labels / sizeof *labels; k++) {
        size_t len = strlen(labels[k].label), from, to;
        bool colon;
        if (i + len > folded.len || memcmp(folded.ptr + i, labels[k].label, len) != 0 ||
            !is_end_of_word(folded, i + len))
            continue;
        size_t at = value_at(folded, i + len, &colon);
        struct str value = {folded.ptr + at, folded.len - at}, label = {text.ptr + i, at - i};
        bool period = strcmp(labels[k].field, "period") == 0 && words_when(value, &from, &to) != WHEN_NONE,
             place = labels[k].level >= 0 && (gplaces_named(places, value) >> labels[k].level & 1),
             scores = s->kind == KIND_ASSESSMENT || labels[k].level >= 0 || period ||
                      strcmp(labels[k].field, "puskesmas") == 0 || strcmp(labels[k].field, "period") == 0;
        if (value.len == 0 || at == i + len || !scores || !((colon && i == 0) || period || place))
            continue;
        if (labels[k].whole && !colon && i > 0)
            continue;
        title->field = labels[k].field;
        if (labels[k].whole && !colon) {
            title->pattern = whole_pattern(a, text, len);
            return true;
        }
        title->pattern = arena_printf(a, "%s%.*s%s*", i > 0 ? "* " : "", STR_ARG(gsheet_pattern(a, label)),
                                      label.ptr[label.len - 1] == ' ' ? " " : "");
        return true;
    }
    return false;
}

/* The first label of the text whose field nothing says yet. */
static bool find_label(const struct gsheet *s, const struct gplaces *places, struct str text, long row,
                       struct arena *a, struct gtitles *t)
{
    struct str folded = str_fold(a, text);
    struct gtitle title = {.row = row};
    for (size_t i = 0; i < folded.len; i++) {
        if ((i > 0 && folded.ptr[i - 1] != ' ') || !label_at(s, places, text, folded, i, a, &title))
            continue;
        if (strcmp(title.field, "period") == 0 && gsheet_lacks_year(s))
            title.field = "year";
        if (!known(s, t, title.field))
            t->title[t->n++] = title;
        return true;
    }
    return false;
}

void gtitles_find(const struct gsheet *s, const struct gplaces *places, struct arena *a, struct gtitles *t)
{
    *t = (struct gtitles){.n = 0};
    for (size_t i = 0; i < s->rows && s->row[i].number < s->heading; i++) {
        const struct row *row = &s->row[i];
        for (size_t k = 0; k < row->n; k++) {
            struct str text = gsheet_plain(a, row->cell[k].text);
            for (size_t n = 1; n <= JOINED_CELLS && k + n <= row->n && text.len > 0; n++) {
                if (find_label(s, places, text, row->number, a, t))
                    break;
                if (k + n < row->n)
                    text = gsheet_plain(
                        a, arena_printf(a, "%.*s %.*s", STR_ARG(text), STR_ARG(row->cell[k + n].text)));
            }
        }
    }
}

struct str gtitles_text(const struct gsheet *s, struct arena *a)
{
    struct str all = s->text ? STR("") : gsheet_plain(a, s->name);
    for (size_t i = 0; i < s->rows && s->row[i].number < s->heading; i++)
        for (size_t k = 0; k < s->row[i].n; k++)
            all =
                arena_printf(a, "%.*s %.*s", STR_ARG(all), STR_ARG(gsheet_plain(a, s->row[i].cell[k].text)));
    return all;
}

struct str gtitles_period_of_name(struct str name, struct arena *a)
{
    char *copy = arena_cstr(a, gsheet_plain(a, name));
    for (char *p = copy; *p; p++)
        if (*p == '_')
            *p = ' ';
    struct str text = str_c(copy);
    size_t from, to, next, end;
    enum when when = words_when(text, &from, &to);
    if (when == WHEN_NONE)
        return STR("");
    struct str before = gsheet_pattern(a, (struct str){text.ptr, from}),
               behind = {text.ptr + to, text.len - to};
    /* Of a long name only the word before the period stays: the rest differs from region to region. */
    for (size_t i = before.len; i > 0; i--)
        if (before.ptr[i - 1] == ' ') {
            before = arena_printf(a, "* %.*s", (int)(before.len - i), before.ptr + i);
            break;
        }
    before = arena_printf(a, "%.*s%s*", STR_ARG(before), from > 0 && text.ptr[from - 1] == ' ' ? " " : "");
    if (when == WHEN_OTHER || words_when(behind, &next, &end) != WHEN_NONE)
        return before; /* the period goes on: "Januari 2024", "Triwulan 2" */
    return arena_printf(a, "%.*s%s%.*s", STR_ARG(before), behind.len > 0 && *behind.ptr == ' ' ? " " : "",
                        STR_ARG(gsheet_pattern(a, behind)));
}
