/* Sheet Perubahan: what differs from the edition before, and where to look for the cell that made it */
#include "names.h"
#include "sheets.h"
#include "shown.h"
#include "words.h"

#include <string.h>

/* "E22 Keluarga berisiko … (desa lokus)" */
static const char *figure(const struct book *b, int row)
{
    const struct data *d = b->data;
    const char *code = data_text(d, SET_CHANGES, row, "code"), *name = data_text(d, SET_CHANGES, row, "name");
    int known = *name ? -1 : data_find(d, SET_INDICATORS, "code", code);
    if (known >= 0)
        name = data_text(d, SET_INDICATORS, known, "name");
    struct str s = arena_printf(b->arena, "%s%s%s", code, *code && *name ? " " : "", name);
    const char *between = s.len ? " (" : "", *after = s.len ? ")" : "";
    struct str rest = str_c(data_text(d, SET_CHANGES, row, "codes"));
    if (rest.len == 0)
        return arena_cstr(b->arena, s);
    while (rest.len > 0) {
        const char *kind = arena_cstr(b->arena, str_cut(&rest, ' '));
        s = arena_printf(b->arena, "%.*s%s%s", STR_ARG(s), between, names_kind(kind));
        between = ", ";
    }
    return arena_cstr(b->arena, arena_printf(b->arena, "%.*s%s", STR_ARG(s), after));
}

static const char *command(const struct book *b, int row)
{
    const struct data *d = b->data;
    if (!data_null(d, SET_CHANGES, row, "trace_id"))
        return arena_cstr(
            b->arena, arena_printf(b->arena, "kp2s-trace %s", data_text(d, SET_CHANGES, row, "trace_id")));
    if (data_null(d, SET_CHANGES, row, "figure"))
        return "";
    const char *system = data_text(d, SET_CHANGES, row, "system");
    return arena_cstr(b->arena, arena_printf(b->arena, "kp2s-trace --year %s --region %s --figure %s%s%s",
                                             d->year, data_text(d, SET_CHANGES, row, "figure_region"),
                                             data_text(d, SET_CHANGES, row, "figure"),
                                             *system ? " --system " : "", system));
}

static void put_value(struct sheet *s, int row, int column, int at, const char *field)
{
    const struct data *d = s->book->data;
    const char *text = data_text(d, SET_CHANGES, at, field);
    if (!*text)
        put_text(s, row, column, "–", LOOK_NONE);
    else if (data_true(d, SET_CHANGES, at, "is_number"))
        put_number(s, row, column, data_number(d, SET_CHANGES, at, field),
                   strchr(text, '.') ? LOOK_VALUE : LOOK_COUNT);
    else if (strcmp(text, "true") == 0 || strcmp(text, "ada") == 0)
        put_text(s, row, column,
                 strcmp(text, "ada") == 0 ? words_say("ada", "there") : words_say("ya", "yes"), LOOK_CENTER);
    else if (strcmp(text, "false") == 0 || strcmp(text, "tidak ada") == 0)
        put_text(s, row, column,
                 strcmp(text, "false") == 0 ? words_say("tidak", "no") : words_say("tidak ada", "not there"),
                 LOOK_CENTER);
    else
        put_text(s, row, column, text, LOOK_WRAP);
}

void sheet_changes(struct book *b)
{
    const struct column columns[] = {
        {words_say("Kelompok", "Group"), NULL, 18, LOOK_TEXT},
        {words_say("Bagian reviu", "Part of the review"), NULL, 24, LOOK_TEXT},
        {words_say("Kode", "Code"), "region", 14, LOOK_TEXT},
        {words_say("Wilayah", "Region"), "region_name", 27, LOOK_TEXT},
        {words_say("Angka", "Figure"), NULL, 40, LOOK_WRAP},
        {words_say("Yang berubah", "What changed"), NULL, 22, LOOK_TEXT},
        {words_say("Sebelum", "Before"), NULL, 13, LOOK_CENTER},
        {words_say("Sesudah", "After"), NULL, 13, LOOK_CENTER},
        {words_say("Telusuri sampai selnya", "Trace to its cell"), NULL, 52, LOOK_SMALL}};
    const struct data *d = b->data;
    const char *former = data_text(d, SET_EDITION, 0, "former");
    if (!*former)
        return;
    const char *subtitle = arena_cstr(
        b->arena,
        arena_printf(b->arena, words_say("%s dibandingkan dengan edisi %s. %s.", "%s beside edition %s. %s."),
                     d->edition
                         ? arena_cstr(b->arena,
                                      arena_printf(b->arena, words_say("Edisi %s", "Edition %s"), d->edition))
                         : words_say("Keadaan sekarang", "The present"),
                     former, shown_counts(d, b->arena)));
    struct sheet s =
        book_sheet(b, words_say("Perubahan", "Changes"),
                   words_say("Perubahan sejak edisi sebelumnya", "Changes since the edition before"),
                   subtitle, COLOUR_GREY);
    int rows = data_rows(d, SET_CHANGES);
    if (rows == 0)
        return;
    put_table(&s, words_say("tblPerubahan", "tblChanges"), 3, SET_CHANGES, columns,
              (int)(sizeof columns / sizeof *columns));
    for (int i = 0; i < rows; i++) {
        const char *what = figure(b, i);
        put_text(&s, 4 + i, 0, names_part(data_text(d, SET_CHANGES, i, "part")), LOOK_TEXT);
        put_text(&s, 4 + i, 1, names_view(data_text(d, SET_CHANGES, i, "relation")), LOOK_TEXT);
        put_text(&s, 4 + i, 4, what, LOOK_WRAP);
        put_text(&s, 4 + i, 5, names_field(data_text(d, SET_CHANGES, i, "field")), LOOK_TEXT);
        put_value(&s, 4 + i, 6, i, "former_value");
        put_value(&s, 4 + i, 7, i, "present_value");
        put_text(&s, 4 + i, 8, command(b, i), LOOK_SMALL);
        sheet_fit(&s, 4 + i, what, 46);
    }
    sheet_heads(&s, 3, 3, 4);
}
