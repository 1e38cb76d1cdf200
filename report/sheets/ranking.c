/* Sheet Peringkat: ranks and scores, how they moved since the review before, and what scores are made of */
#include "sheets.h"

#include <string.h>

static const char *tie_words(const struct data *d)
{
    const char *rule = data_text(d, SET_HEAD, 0, "tie_rule");
    if (strcmp(rule, "key") == 0)
        return words_say("menurut kunci kedua instrumen", "by the instrument's second key");
    if (strcmp(rule, "decided") == 0)
        return words_say("menurut keputusan yang tercatat", "by the decision recorded");
    return strcmp(rule, "dense") == 0 ? words_say("peringkat sama, berikutnya rapat (1, 2, 2, 3)",
                                                  "the same rank, the next one close behind (1, 2, 2, 3)")
                                      : words_say("peringkat sama, berikutnya melompat (1, 2, 2, 4)",
                                                  "the same rank, the next one skipped (1, 2, 2, 4)");
}

/* An instrument without the components of the review has its own tree, which its name stands for here. */
const char *sheets_formula(struct book *b)
{
    const struct data *d = b->data;
    const char *s = words_say("Nilai gabungan =", "Composite score =");
    int n = data_rows(d, SET_COMPONENTS);
    for (int i = 0; i < n; i++)
        s = book_text(b, "%s%s %s × %s", s, i ? " +" : "",
                      words_number(b->arena, data_number(d, SET_COMPONENTS, i, "weight"), 2),
                      words_component(data_text(d, SET_COMPONENTS, i, "component")));
    if (n == 0)
        return book_text(b,
                         words_say("Nilai menurut instrumen %s; tanpa data dinilai 0. Nilai sama: %s.",
                                   "Score by the instrument %s; no data counts as 0. Equal scores: %s."),
                         data_text(d, SET_HEAD, 0, "name"), tie_words(d));
    return book_text(b,
                     words_say("%s; komponen 0–100, tanpa data dinilai 0. Nilai sama: %s.",
                               "%s; components 0–100, no data counts as 0. Equal scores: %s."),
                     s, tie_words(d));
}

const char *sheets_components(struct book *b, const char *components)
{
    struct str list = str_c(components);
    const char *s = "";
    while (list.len > 0) {
        const char *component = arena_cstr(b->arena, str_cut(&list, ','));
        s = book_text(b, "%s%s%s", s, *s ? ", " : "", words_component(component));
    }
    return s;
}

const char *sheets_ranking_name(void)
{
    return words_say("Peringkat", "Ranking");
}

static void put_score_bars(struct sheet *s, int rows)
{
    lxw_conditional_format bars = {.type = LXW_CONDITIONAL_DATA_BAR,
                                   .data_bar_2010 = true,
                                   .bar_solid = true,
                                   .bar_color = 0xBFDDE0,
                                   .min_rule_type = LXW_CONDITIONAL_RULE_TYPE_NUMBER,
                                   .min_value = 0};
    double most = data_number(s->book->data, SET_RANKING, 0, "score_max");
    if (most > 0) {
        bars.max_rule_type = LXW_CONDITIONAL_RULE_TYPE_NUMBER;
        bars.max_value = most;
    }
    sheet_check(s, worksheet_conditional_format_range(s->worksheet, RANKING_FIRST, 3,
                                                      (lxw_row_t)(RANKING_FIRST + rows - 1), 3, &bars));
}

/* Rank and score of the review before, and how far each moved: ▲ is better in both. */
static void put_moves(struct sheet *s, int column)
{
    const struct data *d = s->book->data;
    for (int i = 0; i < data_rows(d, SET_RANKING); i++) {
        int row = RANKING_FIRST + i,
            at = data_find(d, SET_MOVED, "region", data_text(d, SET_RANKING, i, "region"));
        if (at < 0) {
            for (int c = 0; c < 3; c++)
                put_text(s, row, column + c, "–", LOOK_NONE);
            continue;
        }
        put_field(s, row, column, SET_MOVED, at, "rank_before", LOOK_CENTER);
        put_field(s, row, column + 1, SET_MOVED, at, "places", LOOK_PLACES);
        put_field(s, row, column + 2, SET_MOVED, at, "score_change", LOOK_CHANGE);
    }
}

static void put_remarks(struct sheet *s, int column)
{
    struct book *b = s->book;
    const struct data *d = b->data;
    for (int i = 0; i < data_rows(d, SET_RANKING); i++) {
        int at = sheets_aspect(d, data_text(d, SET_RANKING, i, "region"), "weak", 1);
        const char *missing = sheets_components(b, data_text(d, SET_RANKING, i, "missing")), *weak = "";
        if (at >= 0)
            weak = book_text(b, "%s %s %%", sheets_indicator(b, SET_STRENGTHS, at),
                             words_number(b->arena, data_number(d, SET_STRENGTHS, at, "percent"), 1));
        const char *text = book_text(b, "%s%s%s%s", weak, *weak && *missing ? "; " : "",
                                     *missing ? words_say("tanpa data: ", "no data: ") : "", missing);
        put_text(s, RANKING_FIRST + i, column, text, LOOK_WRAP);
        sheet_fit(s, RANKING_FIRST + i, text, 42);
    }
}

/* Weight × component, the parts a score is made of, right of what is printed; and their chart. */
static void put_parts(struct sheet *s, int first, int end)
{
    static const int colours[] = {COLOUR_NAVY, COLOUR_TEAL, COLOUR_SAND, 0x9DB4C0, 0xC98B6B};
    struct book *b = s->book;
    int rows = data_rows(b->data, SET_RANKING), n = data_rows(b->data, SET_COMPONENTS);
    if (n == 0)
        return;
    struct chart chart = {
        .title = words_say("Dari apa nilai gabungan tersusun (bobot × komponen)",
                           "What the composite score is made of (weight × component)"),
        .description =
            words_say("Diagram batang bertumpuk sumbangan setiap komponen pada nilai gabungan, menurut "
                      "peringkat",
                      "Stacked bars of what each component adds to the composite score, by rank"),
        .upright = true,
        .stacked = true,
        .quiet = true,
        .names = 2,
        .first = RANKING_FIRST,
        .last = RANKING_FIRST + rows - 1,
        .max = 100,
        .row = end + 1,
        .width = data_rows(b->data, SET_MOVED) > 0 ? 1330 : 1120,
        .height = 330};
    for (int c = 0; c < n && c < COLUMNS(colours); c++) {
        const char *component = data_text(b->data, SET_COMPONENTS, c, "component");
        const char *field = book_text(b, "%s_part", component);
        sheet_width(s, first + c, first + c, 13);
        put_text(s, RANKING_FIRST - 1, first + c, words_component(component), LOOK_HEAD_SMALL);
        for (int i = 0; i < rows; i++)
            put_field(s, RANKING_FIRST + i, first + c, SET_RANKING, i, field, LOOK_CELL);
        chart.series[chart.n++] = (struct series){words_component(component), first + c, colours[c]};
    }
    put_text(s, RANKING_FIRST - 2, first,
             words_say("Dasar diagram: bobot × komponen", "Behind the chart: weight × component"),
             LOOK_SUBTITLE);
    put_chart(s, &chart);
}

/* Of which review the moves are; or that there is none. */
static const char *before(struct book *b)
{
    if (data_lacks(b->data, SET_MOVED))
        return book_nothing(b, SET_MOVED);
    if (data_rows(b->data, SET_MOVED) == 0)
        return words_say("Belum ada reviu tahun sebelumnya untuk dibandingkan.",
                         "There is no earlier review to compare with.");
    return book_text(b,
                     words_say("Perubahan terhadap reviu %s: ▲ naik, ▼ turun, = tetap.",
                               "Moves since the review of %s: ▲ up, ▼ down, = the same."),
                     data_text(b->data, SET_MOVED, 0, "year_before"));
}

void sheet_ranking(struct book *b)
{
    const struct data *d = b->data;
    struct sheet s = book_sheet(b, sheets_ranking_name(),
                                words_say("Peringkat kabupaten/kota", "Ranking of regencies and cities"),
                                sheets_formula(b), COLOUR_TEAL);
    sheet_roomy(&s, data_rows(b->data, SET_RANKING) > 20);
    put_text(&s, 2, 0, before(b), LOOK_SUBTITLE);
    if (!data_true(d, SET_HEAD, 0, "confirmed"))
        put_text(&s, 3, 0,
                 words_say("Instrumen belum dikonfirmasi: bukan hasil resmi.",
                           "The instrument is not confirmed: no official result."),
                 LOOK_KICKER);
    struct column columns[16] = {
        {words_say("Peringkat", "Rank"), "rank", 10, LOOK_CENTER},
        {words_say("Kode", "Code"), "region", 7, LOOK_TEXT},
        {words_say("Kabupaten/Kota", "Regency/City"), "region_name", 30, LOOK_STRONG},
        {words_say("Nilai", "Score"), "score", 16, LOOK_STRONG_SCORE}};
    int n = 4;
    if (data_rows(d, SET_MOVED) > 0) {
        columns[n++] =
            (struct column){words_say("Peringkat sebelumnya", "Rank before"), NULL, 11, LOOK_CENTER};
        columns[n++] =
            (struct column){words_say("Naik/turun (peringkat)", "Places up or down"), NULL, 10, LOOK_CENTER};
        columns[n++] =
            (struct column){words_say("Perubahan nilai", "Change of score"), NULL, 11, LOOK_CENTER};
    }
    for (int i = 0; i < data_rows(d, SET_COMPONENTS); i++) {
        const char *component = data_text(d, SET_COMPONENTS, i, "component");
        double weight = data_number(d, SET_COMPONENTS, i, "weight");
        columns[n++] = (struct column){
            book_text(b, "%s (%s)", words_component(component), words_number(b->arena, weight, 2)), component,
            13, LOOK_PERCENT};
    }
    columns[n++] = (struct column){words_say("Paling lemah", "Weakest"), NULL, 42, LOOK_WRAP};
    int end = put_table(&s, "tblPeringkat", RANKING_FIRST - 1, SET_RANKING, columns, n),
        rows = data_rows(d, SET_RANKING);
    if (data_rows(d, SET_MOVED) > 0)
        put_moves(&s, 4);
    put_remarks(&s, n - 1);
    put_score_bars(&s, rows);
    sheet_heads(&s, RANKING_FIRST - 1, RANKING_FIRST - 1, 3);
    put_parts(&s, n + 1, end);
    sheet_check(&s, worksheet_print_area(s.worksheet, 0, 0, (lxw_row_t)end + (rows > 20 ? 21 : 15),
                                         (lxw_col_t)(n - 1)));
}
