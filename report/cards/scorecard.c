/* Sheet Kartu: one page of one kabupaten/kota, to be read at a glance. */
#include "scorecard.h"
#include "cards.h"
#include "shown.h"
#include "words.h"

#include <stdlib.h>
#include <string.h>

/* A grid of narrow columns: four cards, or two tables, side by side. */
enum { LAST = 18, LEFT_LAST = 8, RIGHT = 10, CARDS = 4, CARD_SPAN = 5 };

const char *scorecard_private(void)
{
    return words_say(
        "Untuk tim pemerintah kabupaten/kota: memuat angka kecil per desa, tidak untuk diterbitkan.",
        "For the team of the kabupaten/kota: holds small counts of villages, not to be published.");
}

const char *scorecard_indicator(const struct data *d, enum set set, int at)
{
    if (words_lang() == LANG_EN)
        return data_text(d, set, at, "name_en");
    return data_text(d, set, at, set == SET_CARD_FIGURES ? "indicator_name" : "name");
}

#define SAY(b, ...) arena_cstr((b)->arena, arena_printf((b)->arena, __VA_ARGS__))

static const char *number(struct book *b, enum set set, int at, const char *field, int decimals)
{
    if (data_null(b->data, set, at, field))
        return "–";
    return words_number(b->arena, data_number(b->data, set, at, field), decimals);
}

/* "+1,2" */
static const char *change(struct book *b, enum set set, int at, const char *field)
{
    double value = data_number(b->data, set, at, field);
    return SAY(b, "%s%s", value > 0 ? "+" : "", words_number(b->arena, value, 1));
}

/* A number over several columns: merged, then written into the first of them. */
static void put_wide_field(struct sheet *s, int row, int first, int last, enum set set, int at,
                           const char *field, enum look look)
{
    put_wide(s, row, first, last, "", data_null(s->book->data, set, at, field) ? LOOK_NONE : look);
    put_field(s, row, first, set, at, field, look);
}

/* --- head and cards --- */

static int put_head(struct sheet *s)
{
    struct book *b = s->book;
    const struct data *d = b->data;
    bool confirmed = data_true(d, SET_HEAD, 0, "confirmed");
    put_wide(s, 0, 0, LAST,
             words_say("KARTU KINERJA  ·  KONVERGENSI PENCEGAHAN STUNTING",
                       "SCORECARD  ·  CONVERGENCE AGAINST STUNTING"),
             LOOK_KICKER);
    put_wide(s, 1, 0, LAST, data_text(d, SET_CARD, 0, "region_name"), LOOK_TITLE);
    put_wide(s, 2, 0, LAST,
             SAY(b,
                 words_say("Provinsi %s  ·  tahun kinerja %s  ·  dihitung %s, %s",
                           "Province %s  ·  performance year %s  ·  computed %s, %s"),
                 data_text(d, SET_HEAD, 0, "province_name"), d->year,
                 words_date(b->arena, (long long)data_number(d, SET_HEAD, 0, "computed_at")),
                 shown_words(d, b->arena)),
             LOOK_SUBTITLE);
    put_wide(s, 3, 0, LAST,
             SAY(b, words_say("Instrumen: %s%s", "Instrument: %s%s"), data_text(d, SET_HEAD, 0, "name"),
                 confirmed ? words_say(" (sudah dikonfirmasi)", " (confirmed)") : ""),
             LOOK_SUBTITLE);
    put_wide(s, 4, 0, LAST, scorecard_private(), confirmed ? LOOK_WARNING : LOOK_SUBTITLE);
    if (!confirmed)
        put_wide(s, 5, 0, LAST,
                 words_say("INSTRUMEN BELUM DIKONFIRMASI: nilai dan peringkat bukan hasil resmi.",
                           "INSTRUMENT NOT CONFIRMED: score and rank are no official result."),
                 LOOK_WARNING);
    sheet_height(s, 1, 32);
    sheet_height(s, confirmed ? 4 : 5, 22);
    return confirmed ? 6 : 7;
}

static void put_card(struct sheet *s, int at, int row, const char *label, const char *value, const char *note)
{
    int first = at * CARD_SPAN, last = first + CARD_SPAN - 2;
    put_wide(s, row, first, last, label, LOOK_CARD_LABEL);
    put_wide(s, row + 1, first, last, value, LOOK_CARD_VALUE);
    put_wide(s, row + 2, first, last, note, LOOK_CARD_NOTE);
}

static const char *say_movement(struct book *b)
{
    const struct data *d = b->data;
    if (data_null(d, SET_CARD, 0, "last_rank") || data_null(d, SET_CARD, 0, "rank"))
        return d->edition ? words_say("tahun lalu: tidak ada dalam edisi", "last year: not in the edition")
                          : words_say("tahun lalu: belum ada reviu", "last year: no review");
    int from = (int)data_number(d, SET_CARD, 0, "last_rank"), to = (int)data_number(d, SET_CARD, 0, "rank");
    const char *other = data_true(d, SET_CARD, 0, "same_instrument")
                            ? ""
                            : words_say("; instrumen lain", "; other instrument");
    if (from == to)
        return SAY(b, words_say("tetap: tahun lalu juga %d%s", "unchanged: %d last year, too%s"), from,
                   other);
    return SAY(b, words_say("%s %d: tahun lalu %d%s", "%s %d: last year %d%s"),
               to < from ? words_say("▲ naik", "▲ up") : words_say("▼ turun", "▼ down"), abs(to - from), from,
               other);
}

static void put_stunting_card(struct sheet *s, int row)
{
    struct book *b = s->book;
    int at = data_find(b->data, SET_CARD_NUTRITION, "measure", "stunted");
    const char *label = words_say("Balita stunting (e-PPGBM)", "Stunted under-fives (e-PPGBM)");
    if (at < 0 || data_null(b->data, SET_CARD_NUTRITION, at, "percent")) {
        put_card(s, 2, row, label, "–", words_say("tidak ada pengukuran", "no measurements"));
        return;
    }
    bool known = !data_null(b->data, SET_CARD_NUTRITION, at, "ds_percent");
    put_card(s, 2, row, label, SAY(b, "%s %%", number(b, SET_CARD_NUTRITION, at, "percent", 1)),
             SAY(b, words_say("selang 95 %%: %s–%s %%; D/S %s%s", "95 %% interval: %s–%s %%; D/S %s%s"),
                 number(b, SET_CARD_NUTRITION, at, "lower_bound", 1),
                 number(b, SET_CARD_NUTRITION, at, "upper_bound", 1),
                 known ? number(b, SET_CARD_NUTRITION, at, "ds_percent", 1)
                       : words_say("tidak diketahui", "unknown"),
                 known ? " %" : ""));
}

static void put_cards(struct sheet *s, int row)
{
    struct book *b = s->book;
    const struct data *d = b->data;
    int decimals = (int)data_number(d, SET_HEAD, 0, "decimals");
    put_card(s, 0, row, words_say("Peringkat", "Rank"),
             SAY(b, words_say("%s dari %s", "%s of %s"), number(b, SET_CARD, 0, "rank", 0),
                 data_text(d, SET_CARD, 0, "regencies")),
             say_movement(b));
    put_card(s, 1, row, words_say("Nilai", "Score"), number(b, SET_CARD, 0, "score", decimals),
             SAY(b, words_say("median provinsi %s", "province's median %s"),
                 number(b, SET_CARD, 0, "score_median", decimals)));
    put_stunting_card(s, row);
    if (data_rows(d, SET_CARD_SERVICES) > 0)
        put_card(s, 3, row, words_say("Layanan diterima", "Services received"),
                 SAY(b, "%s %%", number(b, SET_CARD_SERVICES, 0, "percent", 1)),
                 SAY(b,
                     words_say("paket lengkap: %s %% dari %s orang", "complete package: %s %% of %s persons"),
                     number(b, SET_CARD_SERVICES, 0, "complete_percent", 1),
                     number(b, SET_CARD_SERVICES, 0, "persons", 0)));
    else
        put_card(s, 3, row, words_say("Layanan diterima", "Services received"), "–",
                 words_say("tidak ada data layanan", "no data of services"));
    sheet_height(s, row, 20);
    sheet_height(s, row + 1, 32);
    sheet_height(s, row + 2, 28);
}

/* --- components --- */

static void put_component(struct sheet *s, int row, int at)
{
    struct book *b = s->book;
    const char *component = data_text(b->data, SET_COMPONENTS, at, "component");
    double weight = data_number(b->data, SET_COMPONENTS, at, "weight");
    const char *median = SAY(b, "%s_median", component);
    put_wide(s, row, 0, 3, SAY(b, "%s (%s)", words_component(component), words_number(b->arena, weight, 2)),
             LOOK_TEXT);
    put_wide_field(s, row, 4, 5, SET_CARD, 0, component, LOOK_PERCENT);
    put_wide_field(s, row, 6, 7, SET_CARD, 0, median, LOOK_PERCENT);
    put_wide(s, row, 8, 9, "", LOOK_PERCENT);
    put_number(s, row, 8, weight * (100 - data_number(b->data, SET_CARD, 0, component)), LOOK_PERCENT);
}

static const char *say_missing(struct book *b, const char *missing)
{
    struct str list = str_c(missing), s = STR("");
    while (list.len > 0) {
        const char *component = arena_cstr(b->arena, str_cut(&list, ','));
        s = arena_printf(b->arena, "%.*s%s%s", STR_ARG(s), s.len ? ", " : "", words_component(component));
    }
    return SAY(b, words_say("Tanpa data, dinilai 0: %.*s", "No data, counted as 0: %.*s"), STR_ARG(s));
}

/* Each component beside the median, and how many points of the score it costs. Returns the row after them. */
static int put_components(struct sheet *s, int row)
{
    struct book *b = s->book;
    int n = data_rows(b->data, SET_COMPONENTS);
    if (n == 0)
        return row;
    put_wide(s, row++, 0, RIGHT - 1,
             words_say("Nilai dan komponennya (0–100) terhadap median provinsi",
                       "Score and its components (0–100) beside the province's median"),
             LOOK_SECTION);
    int head = row++;
    put_wide(s, head, 0, 3, words_say("Komponen (bobot)", "Component (weight)"), LOOK_HEAD_SMALL);
    put_wide(s, head, 4, 5, words_say("Daerah ini", "Here"), LOOK_HEAD_SMALL);
    put_wide(s, head, 6, 7, "Median", LOOK_HEAD_SMALL);
    put_wide(s, head, 8, 9, words_say("Nilai hilang", "Points lost"), LOOK_HEAD_SMALL);
    for (int i = 0; i < n; i++) {
        sheet_height(s, row, 30);
        put_component(s, row++, i);
    }
    const char *missing = data_text(b->data, SET_CARD, 0, "missing");
    if (*missing)
        put_wide(s, row++, 0, RIGHT - 1, say_missing(b, missing), LOOK_SUBTITLE);
    struct chart chart = {
        .title = words_say("Komponen terhadap median", "Components beside the median"),
        .description = words_say(
            "Diagram batang komponen nilai daerah ini dan median provinsi; angkanya di tabel di sampingnya",
            "Bar chart of the components here and the province's median; the figures are in the table beside "
            "it"),
        .first = head + 1,
        .last = head + n,
        .series = {{words_say("Daerah ini", "Here"), 4, COLOUR_NAVY}, {"Median", 6, COLOUR_SAND}},
        .n = 2,
        .quiet = true,
        .max = 100,
        .row = head,
        .column = RIGHT + 1,
        .width = 290,
        .height = 36 + n * 40};
    put_chart(s, &chart);
    return row + 1;
}

/* --- strong and weak --- */

const char *scorecard_cause(struct book *b, int at)
{
    const struct data *d = b->data;
    if (data_null(d, SET_CARD_INDICATORS, at, "reached") || data_true(d, SET_CARD_INDICATORS, at, "reached"))
        return "";
    bool down = strcmp(data_text(d, SET_CARD_INDICATORS, at, "direction"), "up") != 0;
    struct str s =
        arena_printf(b->arena,
                     down ? words_say("%s terlalu banyak untuk targetnya", "%s too many for the target")
                          : words_say("kurang %s untuk mencapai target", "%s short of the target"),
                     number(b, SET_CARD_INDICATORS, at, "short", 0));
    if (!data_null(d, SET_CARD_INDICATORS, at, "parts"))
        s = arena_printf(b->arena,
                         words_say("%.*s; %s dari %s %s belum mencapainya", "%.*s; %s of %s %s miss it"),
                         STR_ARG(s), number(b, SET_CARD_INDICATORS, at, "parts_short", 0),
                         number(b, SET_CARD_INDICATORS, at, "parts", 0),
                         data_number(d, SET_CARD_INDICATORS, at, "part_level") > 3
                             ? words_say("desa/kelurahan", "villages")
                             : words_say("kecamatan", "districts"));
    if (*data_text(d, SET_CARD_INDICATORS, at, "most"))
        s = arena_printf(b->arena, "%.*s; %s %s", STR_ARG(s),
                         down ? words_say("terbanyak di", "most of them in")
                              : words_say("yang belum terlayani terbanyak di", "most of the unserved in"),
                         data_text(d, SET_CARD_INDICATORS, at, "most"));
    return arena_cstr(b->arena, s);
}

/* Why it is where it is, is said of the weak. */
static const char *say_aspect(struct book *b, int at, bool why)
{
    const struct data *d = b->data;
    bool down = strcmp(data_text(d, SET_CARD_INDICATORS, at, "direction"), "up") != 0;
    double target = data_number(d, SET_CARD_INDICATORS, at, "target");
    struct str s = arena_printf(
        b->arena, words_say("%s: %s %%, target %s%s %%%s", "%s: %s %%, target %s%s %%%s"),
        scorecard_indicator(d, SET_CARD_INDICATORS, at), number(b, SET_CARD_INDICATORS, at, "percent", 1),
        down ? words_say("paling tinggi ", "at most ") : "",
        words_number(b->arena, target, target == (double)(long)target ? 0 : 1),
        data_true(d, SET_CARD_INDICATORS, at, "verified")
            ? ""
            : words_say(" (belum diverifikasi)", " (not verified)"));
    const char *cause = scorecard_cause(b, at);
    if (*cause)
        return SAY(b, "%.*s: %s.", STR_ARG(s), why ? cause : words_say("belum tercapai", "not reached"));
    return SAY(b, words_say("%.*s: tercapai.", "%.*s: reached."), STR_ARG(s));
}

/* The indicator at this place of the strong or the weak; -1 without one. */
static int find_aspect(const struct data *d, const char *side, int place)
{
    for (int i = 0; i < data_rows(d, SET_CARD_INDICATORS); i++)
        if (strcmp(data_text(d, SET_CARD_INDICATORS, i, "side"), side) == 0 &&
            (int)data_number(d, SET_CARD_INDICATORS, i, "place") == place)
            return i;
    return -1;
}

static int put_aspects(struct sheet *s, int row, const char *side, const char *title)
{
    put_wide(s, row++, 0, LAST, title, LOOK_SECTION);
    if (find_aspect(s->book->data, side, 1) < 0)
        put_wide(s, row++, 0, LAST,
                 words_say("Tidak ada cakupan dengan target.", "No coverage with a target."), LOOK_SUBTITLE);
    for (int place = 1, at; (at = find_aspect(s->book->data, side, place)) >= 0; place++) {
        const char *sentence =
            SAY(s->book, "%d.  %s", place, say_aspect(s->book, at, strcmp(side, "weak") == 0));
        put_wide(s, row, 0, LAST, sentence, LOOK_SENTENCE);
        sheet_fit(s, row++, sentence, 108);
    }
    return row + 1;
}

/* --- nutrition, services, agencies --- */

static const char *measure_name(const char *measure)
{
    static const struct {
        const char *code, *name[2];
    } names[] = {{"stunted", {"Stunting (TB/U < −2)", "Stunted (HAZ < −2)"}},
                 {"severely_stunted", {"Sangat pendek (< −3)", "Severely stunted (< −3)"}},
                 {"underweight", {"Berat badan kurang", "Underweight"}},
                 {"wasted", {"Gizi kurang", "Wasted"}},
                 {"overweight", {"Gizi lebih", "Overweight"}}};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strcmp(names[i].code, measure) == 0)
            return words_say(names[i].name[LANG_ID], names[i].name[LANG_EN]);
    return measure;
}

static int put_nutrition(struct sheet *s, int row)
{
    struct book *b = s->book;
    const struct data *d = b->data;
    put_wide(s, row++, 0, LEFT_LAST,
             words_say("Status gizi balita, e-PPGBM (%)", "Nutrition of under-fives, e-PPGBM (%)"),
             LOOK_SECTION);
    put_wide(s, row, 0, 3, "", LOOK_HEAD_SMALL);
    put_wide(s, row, 4, 5, words_say("Daerah ini", "Here"), LOOK_HEAD_SMALL);
    put_wide(s, row, 6, 7, words_say("Provinsi", "Province"), LOOK_HEAD_SMALL);
    put_text(s, row++, LEFT_LAST, words_say("± lalu", "± last"), LOOK_HEAD_SMALL);
    for (int i = 0; i < data_rows(d, SET_CARD_NUTRITION); i++, row++) {
        put_wide(s, row, 0, 3, measure_name(data_text(d, SET_CARD_NUTRITION, i, "measure")), LOOK_TEXT);
        put_wide_field(s, row, 4, 5, SET_CARD_NUTRITION, i, "percent", LOOK_PERCENT);
        put_wide_field(s, row, 6, 7, SET_CARD_NUTRITION, i, "province_percent", LOOK_PERCENT);
        bool none = data_null(d, SET_CARD_NUTRITION, i, "change");
        put_text(s, row, LEFT_LAST, none ? "–" : change(b, SET_CARD_NUTRITION, i, "change"),
                 none ? LOOK_NONE : LOOK_CENTER);
    }
    int at = data_find(d, SET_CARD_NUTRITION, "measure", "stunted");
    if (at < 0)
        return row;
    bool known = !data_null(d, SET_CARD_NUTRITION, at, "ds_target");
    put_wide(s, row++, 0, LEFT_LAST,
             known ? SAY(b, words_say("D/S: %s dari %s anak sasaran", "D/S: %s of %s target children"),
                         number(b, SET_CARD_NUTRITION, at, "ds_children", 0),
                         number(b, SET_CARD_NUTRITION, at, "ds_target", 0))
                   : words_say("D/S: anak sasaran tidak diketahui", "D/S: target children unknown"),
             LOOK_SUBTITLE);
    return row;
}

static int put_services(struct sheet *s, int row)
{
    const struct data *d = s->book->data;
    put_wide(s, row++, RIGHT, LAST, words_say("Konvergensi layanan (%)", "Convergence of services (%)"),
             LOOK_SECTION);
    put_wide(s, row, RIGHT, RIGHT + 2, "", LOOK_HEAD_SMALL);
    put_wide(s, row, RIGHT + 3, RIGHT + 4, words_say("Diterima", "Received"), LOOK_HEAD_SMALL);
    put_wide(s, row, RIGHT + 5, RIGHT + 6, words_say("Lengkap", "Complete"), LOOK_HEAD_SMALL);
    put_wide(s, row++, RIGHT + 7, RIGHT + 8, words_say("Lengkap, prov.", "Complete, prov."), LOOK_HEAD_SMALL);
    for (int i = 0; i < data_rows(d, SET_CARD_SERVICES); i++, row++) {
        const char *subject = data_text(d, SET_CARD_SERVICES, i, "subject");
        put_wide(s, row, RIGHT, RIGHT + 2,
                 !*subject                       ? words_say("Semua", "All")
                 : strcmp(subject, "bumil") == 0 ? words_say("Ibu hamil", "Pregnant women")
                                                 : words_say("Anak 0–23 bln", "Children 0–23 m"),
                 LOOK_TEXT);
        put_wide_field(s, row, RIGHT + 3, RIGHT + 4, SET_CARD_SERVICES, i, "percent", LOOK_PERCENT);
        put_wide_field(s, row, RIGHT + 5, RIGHT + 6, SET_CARD_SERVICES, i, "complete_percent", LOOK_PERCENT);
        put_wide_field(s, row, RIGHT + 7, RIGHT + 8, SET_CARD_SERVICES, i, "province_complete_percent",
                       LOOK_PERCENT);
    }
    if (data_rows(d, SET_CARD_SERVICES) > 0)
        put_wide(s, row++, RIGHT, LAST,
                 SAY(s->book, words_say("%s; rumah tangga lengkap: %s %%", "%s; complete households: %s %%"),
                     data_text(d, SET_CARD_SERVICES, 0, "period"),
                     number(s->book, SET_CARD_SERVICES, 0, "complete_households_percent", 1)),
                 LOOK_SUBTITLE);
    return row;
}

static int put_agencies(struct sheet *s, int row)
{
    static const char *const fields[] = {"due", "received", "on_time", "late", "missing"};
    const struct data *d = s->book->data;
    const char *const heads[] = {words_say("Wajib", "Due"), words_say("Datang", "Came"),
                                 words_say("Tepat waktu", "On time"), words_say("Terlambat", "Late"),
                                 words_say("Belum", "Missing")};
    put_wide(s, row++, 0, LAST,
             words_say("Kiriman instansi dan ketepatan waktunya", "What agencies sent, and when"),
             LOOK_SECTION);
    put_wide(s, row, 0, 8, words_say("Instansi", "Agency"), LOOK_HEAD_SMALL);
    for (int c = 0; c < 5; c++)
        put_wide(s, row, 9 + 2 * c, 10 + 2 * c, heads[c], LOOK_HEAD_SMALL);
    row++;
    for (int i = 0; i < data_rows(d, SET_CARD_AGENCIES); i++, row++) {
        bool dated = data_number(d, SET_CARD_AGENCIES, i, "with_deadline") > 0;
        put_wide(s, row, 0, 8, data_text(d, SET_CARD_AGENCIES, i, "agency_name"), LOOK_TEXT);
        for (int c = 0; c < 5; c++) {
            bool none = (c == 2 || c == 3) && !dated; /* nothing had a deadline: neither on time nor late */
            if (none)
                put_wide(s, row, 9 + 2 * c, 10 + 2 * c, "–", LOOK_NONE);
            else
                put_wide_field(s, row, 9 + 2 * c, 10 + 2 * c, SET_CARD_AGENCIES, i, fields[c], LOOK_COUNT);
        }
    }
    return row;
}

/* --- the page --- */

void scorecard_card(struct book *b)
{
    struct sheet s = book_sheet(b, words_say("Kartu", "Card"), NULL, NULL, COLOUR_NAVY);
    sheet_width(&s, 0, LAST, 4.6);
    sheet_roomy(&s, true);
    sheet_check(&s, worksheet_ignore_errors(s.worksheet, LXW_IGNORE_NUMBER_STORED_AS_TEXT, "A1:S90"));
    int row = put_head(&s);
    put_cards(&s, row);
    row = put_components(&s, row + 4);
    row = put_aspects(&s, row, "weak",
                      words_say("Tiga aspek terlemah, dan mengapa", "The three weakest aspects, and why"));
    row = put_aspects(&s, row, "strong", words_say("Tiga aspek terkuat", "The three strongest aspects"));
    int left = put_nutrition(&s, row), right = put_services(&s, row);
    row = put_agencies(&s, (left > right ? left : right) + 1);
    const char *note = words_say("Angka stunting berasal dari pengukuran layanan (e-PPGBM), bukan survei "
                                 "(SSGI/SKI). Selang 95 %: seberapa jauh angka itu dapat "
                                 "berbeda karena kebetulan semata; anak yang tidak datang dilihat pada D/S. "
                                 "Desa penyebab dan langkahnya di lembar berikut.",
                                 "Stunting is measured by services (e-PPGBM), not by a survey (SSGI/SKI). 95 "
                                 "% interval: how far it may be off by chance alone; "
                                 "for those who did not come see D/S. The villages behind it and the next "
                                 "steps are on the other sheets.");
    put_wide(&s, row + 1, 0, LAST, note, LOOK_NOTE);
    sheet_height(&s, row + 1, 38);
    sheet_check(&s, worksheet_print_area(s.worksheet, 0, 0, (lxw_row_t)row + 1, LAST));
    worksheet_activate(s.worksheet);
}

static void fill(struct book *b, const void *with)
{
    (void)with;
    scorecard_card(b);
    scorecard_villages(b);
    scorecard_figures(b);
    scorecard_steps(b);
}

const struct cards scorecard = {.prefix = "kartu", .last = SET_CARD_STEPS, .figures = true, .fill = fill};
