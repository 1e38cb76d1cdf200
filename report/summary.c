/* Sheet Ringkasan: one page for who has one minute. */
#include "sheets.h"
#include "shown.h"
#include "words.h"

#include <stdlib.h>
#include <string.h>

/* Six cards side by side, each two columns and a gap; so the page has columns 0 to 16. */
enum { CARDS = 6, LAST = 16, LEFT_LAST = 7, RIGHT = 9 };

/* A count as words: "1.234". */
static const char *count(struct book *b, const char *field)
{
    return words_number(b->arena, data_number(b->data, SET_FIGURES, 0, field), 0);
}

static void put_card(struct sheet *s, int at, int row, const char *label, const char *percent_field,
                     const char *note)
{
    struct book *b = s->book;
    int column = at * 3;
    const char *value = "–";
    if (!data_null(b->data, SET_FIGURES, 0, percent_field))
        value = arena_cstr(
            b->arena,
            arena_printf(b->arena, "%s %%",
                         words_number(b->arena, data_number(b->data, SET_FIGURES, 0, percent_field), 1)));
    put_wide(s, row, column, column + 1, label, LOOK_CARD_LABEL);
    put_wide(s, row + 1, column, column + 1, value, LOOK_CARD_VALUE);
    put_wide(s, row + 2, column, column + 1, note, LOOK_CARD_NOTE);
}

static void put_cards(struct sheet *s, int row)
{
    struct book *b = s->book;
    struct arena *a = b->arena;
#define NOTE(...) arena_cstr(a, arena_printf(a, __VA_ARGS__))
    put_card(s, 0, row, "Balita stunting (e-PPGBM)", "stunted_percent",
             NOTE("%s dari %s balita diukur", count(b, "stunted"), count(b, "measured")));
    put_card(s, 1, row, "Layanan diterima", "percent",
             NOTE("%s dari %s layanan", count(b, "received"), count(b, "due")));
    put_card(s, 2, row, "Paket layanan lengkap", "complete_percent",
             NOTE("%s dari %s ibu hamil dan anak", count(b, "complete"), count(b, "persons")));
    put_card(s, 3, row, "Target cakupan tercapai", "reached_percent",
             NOTE("%s dari %s pasangan daerah dan indikator", count(b, "reached"), count(b, "compared")));
    put_card(s, 4, row, "Formulir diterima", "forms_percent",
             NOTE("%s dari %s yang wajib", count(b, "forms"), count(b, "forms_due")));
    put_card(s, 5, row, "Baris data ditolak", "rejected_percent",
             NOTE("%s ditolak, %s diterima", count(b, "rejected"), count(b, "records")));
#undef NOTE
    sheet_height(s, row, 20);
    sheet_height(s, row + 1, 32);
    sheet_height(s, row + 2, 28);
}

static void put_rank(struct sheet *s, int row, int at)
{
    struct book *b = s->book;
    put_field(s, row, 0, SET_RANKING, at, "rank", LOOK_CENTER);
    put_wide(s, row, 1, LEFT_LAST - 1, data_text(b->data, SET_RANKING, at, "region_name"), LOOK_TEXT);
    put_text(s, row, LEFT_LAST,
             words_number(b->arena, data_number(b->data, SET_RANKING, at, "score"),
                          (int)data_number(b->data, SET_HEAD, 0, "decimals")),
             LOOK_FIGURE);
}

/* Top and bottom three; of fewer than six regions everyone once. Returns the row after it. */
static int put_ends(struct sheet *s, int row)
{
    int n = data_rows(s->book->data, SET_RANKING), top = n < 6 ? n : 3;
    put_wide(s, row, 0, LEFT_LAST, n < 6 ? "Peringkat" : "Tiga teratas", LOOK_SECTION);
    for (int i = 0; i < top; i++)
        put_rank(s, ++row, i);
    if (n >= 6) {
        row += 2;
        put_wide(s, row, 0, LEFT_LAST, "Tiga terbawah", LOOK_SECTION);
        for (int i = n - 3; i < n; i++)
            put_rank(s, ++row, i);
    }
    return row + 1;
}

/* Components with weight and mean. Returns the row after it. */
static int put_components(struct sheet *s, int row)
{
    struct book *b = s->book;
    if (data_rows(b->data, SET_COMPONENTS) == 0)
        return row;
    put_wide(s, row, 0, LEFT_LAST, "Rata-rata komponen nilai (0–100)", LOOK_SECTION);
    for (int i = 0; i < data_rows(b->data, SET_COMPONENTS); i++) {
        const char *label = arena_cstr(
            b->arena,
            arena_printf(b->arena, "%s, bobot %s",
                         words_component(data_text(b->data, SET_COMPONENTS, i, "component")),
                         words_number(b->arena, data_number(b->data, SET_COMPONENTS, i, "weight"), 2)));
        put_wide(s, ++row, 0, LEFT_LAST - 1, label, LOOK_TEXT);
        put_text(s, row, LEFT_LAST,
                 words_number(b->arena, data_number(b->data, SET_COMPONENTS, i, "mean"), 2), LOOK_FIGURE);
    }
    return row + 1;
}

/* --- strong and weak in words --- */

static const char *say_aksi(struct book *b, int at)
{
    int aksi = (int)data_number(b->data, SET_AKSI, at, "aksi");
    return arena_cstr(b->arena,
                      arena_printf(b->arena, "Aksi %d, %s: rata-rata %s %% dari nilai maksimum.", aksi,
                                   words_aksi(aksi),
                                   words_number(b->arena, data_number(b->data, SET_AKSI, at, "mean"), 1)));
}

static const char *say_indicator(struct book *b, int at)
{
    const struct data *d = b->data;
    bool down = strcmp(data_text(d, SET_INDICATORS, at, "direction"), "down") == 0;
    double target = data_number(d, SET_INDICATORS, at, "target");
    struct str goal =
        arena_printf(b->arena, "target %s%s %%%s", down ? "paling tinggi " : "",
                     words_number(b->arena, target, target == (double)(long)target ? 0 : 1),
                     data_true(d, SET_INDICATORS, at, "verified") ? "" : ", belum diverifikasi");
    return arena_cstr(b->arena,
                      arena_printf(b->arena, "%s: %s %% (%.*s); tercapai di %s dari %s daerah.",
                                   data_text(d, SET_INDICATORS, at, "name"),
                                   words_number(b->arena, data_number(d, SET_INDICATORS, at, "percent"), 1),
                                   STR_ARG(goal), data_text(d, SET_INDICATORS, at, "reached"),
                                   data_text(d, SET_INDICATORS, at, "compared")));
}

/* The row with the highest (sign 1) or lowest (sign -1) value, other than those in skip; -1 when none has a
 * value. */
static int extreme(const struct data *d, enum set set, const char *field, int sign, const int *skip,
                   int skipped)
{
    int best = -1;
    for (int i = 0; i < data_rows(d, set); i++) {
        bool used = data_null(d, set, i, field);
        for (int k = 0; k < skipped; k++)
            used = used || skip[k] == i;
        if (!used &&
            (best < 0 || sign * (data_number(d, set, i, field) - data_number(d, set, best, field)) > 0))
            best = i;
    }
    return best;
}

/* The best or worst Aksi and the two best or worst indicators. Returns the row after them. */
static int put_aspects(struct sheet *s, int row, int first, int last, int sign)
{
    struct book *b = s->book;
    put_wide(s, row, first, last, sign > 0 ? "Aspek terkuat" : "Aspek terlemah", LOOK_SECTION);
    int aksi = extreme(b->data, SET_AKSI, "mean", sign, NULL, 0), seen[2], n = 0;
    if (aksi >= 0)
        put_wide(s, ++row, first, last, say_aksi(b, aksi), LOOK_SENTENCE);
    while (n < 2 && (seen[n] = extreme(b->data, SET_INDICATORS, "attainment", sign, seen, n)) >= 0)
        put_wide(s, ++row, first, last, say_indicator(b, seen[n++]), LOOK_SENTENCE);
    return row + 1;
}

/* --- the page --- */

static int put_head(struct sheet *s)
{
    struct book *b = s->book;
    const struct data *d = b->data;
    put_wide(s, 0, 0, LAST, "REVIU KINERJA TAHUNAN  ·  KONVERGENSI PENCEGAHAN STUNTING", LOOK_KICKER);
    put_wide(s, 1, 0, LAST,
             arena_cstr(b->arena, arena_printf(b->arena, "Provinsi %s, tahun kinerja %s",
                                               data_text(d, SET_HEAD, 0, "province_name"), d->year)),
             LOOK_TITLE);
    sheet_height(s, 1, 34);
    put_wide(
        s, 2, 0, LAST,
        arena_cstr(b->arena,
                   arena_printf(b->arena, "%s kabupaten/kota  ·  instrumen: %s  ·  dihitung %s  ·  %s",
                                data_text(d, SET_HEAD, 0, "regencies"), data_text(d, SET_HEAD, 0, "name"),
                                words_date(b->arena, (long long)data_number(d, SET_HEAD, 0, "computed_at")),
                                shown_words(d, b->arena))),
        LOOK_SUBTITLE);
    if (*shown_lacking(d, b->arena))
        put_wide(s, 3, 0, LAST, shown_lacking(d, b->arena), LOOK_WARNING);
    if (data_true(d, SET_HEAD, 0, "confirmed"))
        return 4;
    put_wide(s, 4, 0, LAST,
             "INSTRUMEN BELUM DIKONFIRMASI: bobot dan butirnya belum disahkan; nilai dan peringkat ini bukan "
             "hasil resmi.",
             LOOK_WARNING);
    sheet_height(s, 4, 24);
    return 6;
}

static void put_scores_chart(struct sheet *s, int row, int rows)
{
    int n = data_rows(s->book->data, SET_RANKING);
    struct chart chart = {
        .title = "Nilai gabungan menurut peringkat",
        .description = "Diagram batang nilai gabungan setiap kabupaten/kota menurut peringkat; angkanya di "
                       "lembar Peringkat",
        .names = 2,
        .first = RANKING_FIRST,
        .last = RANKING_FIRST + n - 1,
        .series = {{"Nilai gabungan", 3, COLOUR_TEAL}},
        .n = 1,
        .max = 100,
        .row = row,
        .column = RIGHT,
        .width = 466,
        .height = rows * 22,
        .sheet = "Peringkat"};
    put_chart(s, &chart);
}

void sheet_summary(struct book *b)
{
    struct sheet s = book_sheet(b, "Ringkasan", NULL, NULL, COLOUR_NAVY);
    for (int i = 0; i < CARDS; i++) {
        sheet_width(&s, i * 3, i * 3 + 1, 10);
        sheet_width(&s, i * 3 + 2, i * 3 + 2, 1.5);
    }
    sheet_roomy(&s, false);
    /* figures are written as words here, so that they read alike in every language of Excel */
    sheet_check(&s, worksheet_ignore_errors(s.worksheet, LXW_IGNORE_NUMBER_STORED_AS_TEXT, "A1:Q60"));
    int row = put_head(&s);
    put_cards(&s, row);
    int top = row + 4;
    row = put_ends(&s, top);
    row = put_components(&s, row + 1);
    put_scores_chart(&s, top, row - top);
    int left = put_aspects(&s, row + 1, 0, LEFT_LAST, 1), right = put_aspects(&s, row + 1, RIGHT, LAST, -1);
    int last = left > right ? left : right;
    for (int i = row + 2; i < last; i++)
        sheet_height(&s, i, 32);
    put_wide(&s, last + 1, 0, LAST, sheets_formula(b), LOOK_NOTE);
    put_wide(&s, last + 2, 0, LAST,
             "Angka stunting berasal dari pengukuran layanan (e-PPGBM) dan tidak dapat dibandingkan dengan "
             "prevalensi survei "
             "(SSGI/SKI). Persentase dihitung dari jumlah pembilang dan penyebut semua wilayah.",
             LOOK_NOTE);
    sheet_height(&s, last + 1, 26);
    sheet_height(&s, last + 2, 26);
    sheet_check(&s, worksheet_print_area(s.worksheet, 0, 0, (lxw_row_t)last + 2, LAST));
    worksheet_activate(s.worksheet);
}
