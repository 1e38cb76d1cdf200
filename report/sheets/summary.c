/* Sheet Ringkasan: one page for who has one minute: who is last, at what, and why. */
#include "sheets.h"
#include "shown.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Six cards side by side, each two columns and a gap; so the page has columns 0 to 16. */
enum { CARDS = 6, LAST = 16, LEFT_LAST = 7, RIGHT = 9 };

/* A count as words: "1.234". */
static const char *count(struct book *b, const char *field)
{
    return words_number(b->arena, data_number(b->data, SET_FIGURES, 0, field), 0);
}

static const char *percent(struct book *b, enum set set, int row, const char *field)
{
    return words_number(b->arena, data_number(b->data, set, row, field), 1);
}

/* --- cards --- */

static void put_card(struct sheet *s, int at, int row, const char *label, const char *percent_field,
                     const char *note)
{
    struct book *b = s->book;
    int column = at * 3;
    const char *value = "–";
    if (!data_null(b->data, SET_FIGURES, 0, percent_field))
        value = book_text(b, "%s %%", percent(b, SET_FIGURES, 0, percent_field));
    put_wide(s, row, column, column + 1, label, LOOK_CARD_LABEL);
    put_wide(s, row + 1, column, column + 1, value, LOOK_CARD_VALUE);
    put_wide(s, row + 2, column, column + 1, note, LOOK_CARD_NOTE);
}

/* "; tahun lalu 23,1 %" of a figure of the province, as SET_TREND has it; "" when it is not known. */
static const char *last_year(struct book *b, const char *field)
{
    const struct data *d = b->data;
    int at = data_rows(d, SET_TREND) - 2;
    if (at < 0 || data_null(d, SET_TREND, at, field) ||
        data_number(d, SET_TREND, at, "year") != strtod(d->year, NULL) - 1)
        return "";
    return book_text(b, words_say("; tahun lalu %s %%", "; last year %s %%"),
                     percent(b, SET_TREND, at, field));
}

static void put_cards(struct sheet *s, int row)
{
    struct book *b = s->book;
    put_card(s, 0, row, words_say("Balita stunting (e-PPGBM)", "Stunted under-fives (e-PPGBM)"),
             "stunted_percent",
             book_text(b, words_say("%s dari %s balita diukur%s", "%s of %s children measured%s"),
                       count(b, "stunted"), count(b, "measured"), last_year(b, "stunted")));
    put_card(s, 1, row, words_say("Layanan diterima", "Services received"), "percent",
             book_text(b, words_say("%s dari %s layanan%s", "%s of %s services%s"), count(b, "received"),
                       count(b, "due"), last_year(b, "received")));
    put_card(s, 2, row, words_say("Paket layanan lengkap", "Complete package"), "complete_percent",
             book_text(b, words_say("%s dari %s ibu hamil dan anak%s", "%s of %s mothers and children%s"),
                       count(b, "complete"), count(b, "persons"), last_year(b, "complete")));
    put_card(s, 3, row, words_say("Target cakupan tercapai", "Coverage targets reached"), "reached_percent",
             book_text(b,
                       words_say("%s dari %s pasangan daerah dan indikator",
                                 "%s of %s pairs of region and indicator"),
                       count(b, "reached"), count(b, "compared")));
    put_card(s, 4, row, words_say("Formulir diterima", "Forms received"), "forms_percent",
             book_text(b, words_say("%s dari %s yang wajib", "%s of %s due"), count(b, "forms"),
                       count(b, "forms_due")));
    put_card(s, 5, row, words_say("Baris data ditolak", "Rows rejected"), "rejected_percent",
             book_text(b, words_say("%s ditolak, %s diterima", "%s rejected, %s accepted"),
                       count(b, "rejected"), count(b, "records")));
    sheet_height(s, row, 20);
    sheet_height(s, row + 1, 32);
    sheet_height(s, row + 2, 30);
}

/* --- who, at what, why --- */

/* "kehilangan nilai terbanyak di Aksi: 43,6 dari 100"; "" when it loses none. */
static const char *say_loss(struct book *b, int row)
{
    const struct data *d = b->data;
    double lost;
    const char *most = data_most_lost(d, row, &lost);
    return most ? book_text(b,
                            words_say("Kehilangan nilai terbanyak di %s: %s dari 100.",
                                      "Loses most of its score in %s: %s of 100."),
                            words_component(most), words_number(b->arena, lost, 1))
                : "";
}

/* "Air minum layak 37,0 % (target 100 %); belum terlayani di Candi (Kumai) 75, …." of the weak aspect at a
 * place, the first with its villages; "" when there is none. */
static const char *say_aspect(struct book *b, const char *region, int place)
{
    const struct data *d = b->data;
    int at = sheets_aspect(d, region, "weak", place);
    if (at < 0)
        return "";
    const char *causes = place == 1 ? sheets_causes(b, at, 2) : "";
    return book_text(b, "%s %s %% (target %s)%s%s.", sheets_indicator(b, SET_STRENGTHS, at),
                     percent(b, SET_STRENGTHS, at, "percent"), sheets_target(b, SET_STRENGTHS, at),
                     *causes ? words_say("; belum terlayani di ", "; not served in ") : "", causes);
}

static void put_place(struct sheet *s, int row, int at)
{
    struct book *b = s->book;
    const struct data *d = b->data;
    int moved = data_find(d, SET_MOVED, "region", data_text(d, SET_RANKING, at, "region"));
    double places = moved < 0 ? 0 : data_number(d, SET_MOVED, moved, "places");
    const char *move = places == 0 ? ""
                                   : book_text(b, "  %s %s", places > 0 ? "▲" : "▼",
                                               words_number(b->arena, fabs(places), 0));
    put_field(s, row, 0, SET_RANKING, at, "rank", LOOK_CENTER);
    put_wide(s, row, 1, LEFT_LAST - 1,
             book_text(b, "%s%s", data_text(d, SET_RANKING, at, "region_name"), move), LOOK_STRONG);
    put_text(s, row, LEFT_LAST,
             words_number(b->arena, data_number(d, SET_RANKING, at, "score"),
                          (int)data_number(d, SET_HEAD, 0, "decimals")),
             LOOK_FIGURE);
}

enum { WHY_WIDTH = 88 };

/* Why it is where it is, in the row below its name. Returns its height. */
static double put_why(struct sheet *s, int row, int at)
{
    struct book *b = s->book;
    const struct data *d = b->data;
    const char *region = data_text(d, SET_RANKING, at, "region"),
               *missing = sheets_components(b, data_text(d, SET_RANKING, at, "missing")), *text = "";
    const char *const sentences[] = {
        say_aspect(b, region, 1), say_aspect(b, region, 2), say_loss(b, at),
        *missing ? book_text(b, words_say("Tanpa data: %s.", "No data: %s."), missing) : ""};
    for (int i = 0; i < COLUMNS(sentences); i++)
        text = book_text(b, "%s%s%s", text, *text && *sentences[i] ? " " : "", sentences[i]);
    put_wide(s, row, 1, LEFT_LAST, text, LOOK_SENTENCE);
    sheet_fit(s, row, text, WHY_WIDTH);
    return text_points(text, WHY_WIDTH);
}

/* The last ones with what they are weakest at, then the first ones. Of few regions everyone once. Returns the
 * row after it, and the height of all of them in points. */
static int put_ends(struct sheet *s, int row, double *points)
{
    const struct data *d = s->book->data;
    int n = data_rows(d, SET_RANKING), weak = n < 6 ? (n + 1) / 2 : 3, strong = n < 6 ? n / 2 : 3;
    put_wide(s, row, 0, LEFT_LAST,
             words_say("Terbawah: paling lemah di mana, dan sebabnya", "Last: weakest at what, and why"),
             LOOK_SECTION);
    for (int i = n - 1; i >= n - weak; i--) {
        put_place(s, ++row, i);
        *points += put_why(s, ++row, i);
    }
    row += 2;
    put_wide(s, row, 0, LEFT_LAST, words_say("Teratas", "First"), LOOK_SECTION);
    for (int i = 0; i < strong; i++)
        put_place(s, ++row, i);
    *points += 18 * (3 + weak + strong);
    return row + 1;
}

static void put_scores_chart(struct sheet *s, int row, double points)
{
    int n = data_rows(s->book->data, SET_RANKING);
    struct chart chart = {
        .title = words_say("Nilai gabungan menurut peringkat", "Composite score by rank"),
        .description =
            words_say("Diagram batang nilai gabungan setiap kabupaten/kota menurut peringkat; angkanya "
                      "di lembar Peringkat",
                      "Bars of the composite score of each regency by rank; figures on sheet Ranking"),
        .names = 2,
        .first = RANKING_FIRST,
        .last = RANKING_FIRST + n - 1,
        .series = {{words_say("Nilai gabungan", "Composite score"), 3, COLOUR_TEAL}},
        .n = 1,
        .max = 100,
        .row = row,
        .column = RIGHT,
        .width = 610,
        .height = (int)(points * 4 / 3) - 24,
        .sheet = sheets_ranking_name()};
    put_chart(s, &chart);
}

/* --- the province as a whole --- */

static const char *say_aksi(struct book *b, int at)
{
    int aksi = (int)data_number(b->data, SET_AKSI, at, "aksi");
    return book_text(b,
                     words_say("Aksi %d, %s: rata-rata %s %% dari nilai maksimum.",
                               "Action %d, %s: on average %s %% of the maximum."),
                     aksi, words_aksi(aksi), percent(b, SET_AKSI, at, "mean"));
}

static const char *say_indicator(struct book *b, int at)
{
    const struct data *d = b->data;
    return book_text(
        b,
        words_say("%s: %s %% (target %s%s); tercapai di %s dari %s daerah.",
                  "%s: %s %% (target %s%s); reached in %s of %s regions."),
        sheets_indicator(b, SET_INDICATORS, at), percent(b, SET_INDICATORS, at, "percent"),
        sheets_target(b, SET_INDICATORS, at),
        data_true(d, SET_INDICATORS, at, "verified") ? ""
                                                     : words_say(", belum diverifikasi", ", not verified"),
        data_text(d, SET_INDICATORS, at, "reached"), data_text(d, SET_INDICATORS, at, "compared"));
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
    put_wide(s, row, first, last,
             sign > 0 ? words_say("Aspek terkuat provinsi", "Strongest in the province")
                      : words_say("Aspek terlemah provinsi", "Weakest in the province"),
             LOOK_SECTION);
    int aksi = extreme(b->data, SET_AKSI, "mean", sign, NULL, 0), seen[2], n = 0;
    if (aksi >= 0)
        put_wide(s, ++row, first, last, say_aksi(b, aksi), LOOK_SENTENCE);
    while (n < 2 && (seen[n] = extreme(b->data, SET_INDICATORS, "attainment", sign, seen, n)) >= 0)
        put_wide(s, ++row, first, last, say_indicator(b, seen[n++]), LOOK_SENTENCE);
    return row + 1;
}

/* "Rata-rata komponen (0–100): Aksi 79,54, Cakupan 92,11." */
static const char *say_components(struct book *b)
{
    const struct data *d = b->data;
    const char *text = words_say("Rata-rata komponen (0–100):", "Means of the components (0–100):");
    int n = data_rows(d, SET_COMPONENTS);
    for (int i = 0; i < n; i++)
        text = book_text(b, "%s%s %s %s", text, i ? "," : "",
                         words_component(data_text(d, SET_COMPONENTS, i, "component")),
                         words_number(b->arena, data_number(d, SET_COMPONENTS, i, "mean"), 2));
    return n ? book_text(b, "%s. ", text) : "";
}

/* --- the page --- */

static int put_head(struct sheet *s)
{
    struct book *b = s->book;
    const struct data *d = b->data;
    put_wide(s, 0, 0, LAST,
             words_say("REVIU KINERJA TAHUNAN  ·  KONVERGENSI PENCEGAHAN STUNTING",
                       "ANNUAL PERFORMANCE REVIEW  ·  CONVERGENCE OF STUNTING PREVENTION"),
             LOOK_KICKER);
    put_wide(s, 1, 0, LAST,
             book_text(b, words_say("Provinsi %s, tahun kinerja %s", "Province of %s, performance year %s"),
                       data_text(d, SET_HEAD, 0, "province_name"), d->year),
             LOOK_TITLE);
    sheet_height(s, 1, 34);
    put_wide(s, 2, 0, LAST,
             book_text(b,
                       words_say("%s kabupaten/kota  ·  instrumen: %s  ·  dihitung %s  ·  %s",
                                 "%s regencies and cities  ·  instrument: %s  ·  computed %s  ·  %s"),
                       data_text(d, SET_HEAD, 0, "regencies"), data_text(d, SET_HEAD, 0, "name"),
                       words_date(b->arena, (long long)data_number(d, SET_HEAD, 0, "computed_at")),
                       shown_words(d, b->arena)),
             LOOK_SUBTITLE);
    if (*shown_lacking(d, b->arena))
        put_wide(s, 3, 0, LAST, shown_lacking(d, b->arena), LOOK_WARNING);
    if (data_true(d, SET_HEAD, 0, "confirmed"))
        return 4;
    put_wide(
        s, 4, 0, LAST,
        words_say("INSTRUMEN BELUM DIKONFIRMASI: bobot dan butirnya belum disahkan; nilai dan peringkat ini "
                  "bukan hasil resmi.",
                  "INSTRUMENT NOT CONFIRMED: nobody has approved its weights and items; scores and ranks are "
                  "no official result."),
        LOOK_WARNING);
    sheet_height(s, 4, 24);
    return 6;
}

void sheet_summary(struct book *b)
{
    struct sheet s = book_sheet(b, words_say("Ringkasan", "Summary"), NULL, NULL, COLOUR_NAVY);
    for (int i = 0; i < CARDS; i++) {
        sheet_width(&s, i * 3, i * 3 + 1, 13.5);
        sheet_width(&s, i * 3 + 2, i * 3 + 2, 1.5);
    }
    sheet_roomy(&s, false);
    /* figures are written as words here, so that they read alike in every language of Excel */
    sheet_check(&s, worksheet_ignore_errors(s.worksheet, LXW_IGNORE_NUMBER_STORED_AS_TEXT, "A1:Q60"));
    int row = put_head(&s);
    put_cards(&s, row);
    int top = row + 4;
    double points = 0;
    row = put_ends(&s, top, &points);
    put_scores_chart(&s, top, points);
    int left = put_aspects(&s, row + 1, 0, LEFT_LAST, -1), right = put_aspects(&s, row + 1, RIGHT, LAST, 1);
    int last = left > right ? left : right;
    for (int i = row + 2; i < last; i++)
        sheet_height(&s, i, 32);
    put_wide(&s, last + 1, 0, LAST, book_text(b, "%s%s", say_components(b), sheets_formula(b)), LOOK_NOTE);
    put_wide(
        &s, last + 2, 0, LAST,
        words_say(
            "Angka stunting berasal dari pengukuran layanan (e-PPGBM) dan tidak dapat dibandingkan dengan "
            "prevalensi survei (SSGI/SKI). Persentase dihitung dari jumlah pembilang dan penyebut semua "
            "wilayah. Rincian setiap daerah di lembar Kuat dan Lemah.",
            "Stunting is of the services' measurements (e-PPGBM) and not to be compared with the prevalence "
            "of surveys (SSGI/SKI). Percentages are of the sums of numerators and denominators. More of "
            "each region is on sheet Strong and Weak."),
        LOOK_NOTE);
    sheet_height(&s, last + 1, 28);
    sheet_height(&s, last + 2, 28);
    sheet_check(&s, worksheet_print_area(s.worksheet, 0, 0, (lxw_row_t)last + 2, LAST));
    worksheet_activate(s.worksheet);
}
