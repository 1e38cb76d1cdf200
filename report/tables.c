/* Sheets that are mostly one table: Peringkat, Konvergensi, Prevalensi, Mutu Data, Definisi, Silsilah. */
#include "sheets.h"
#include "words.h"

#include "reason.h"

#include <stdio.h>
#include <string.h>

#define COLUMNS(a) (int)(sizeof(a) / sizeof *(a))

static const char *tie_words(const struct data *d)
{
    const char *rule = data_text(d, SET_HEAD, 0, "tie_rule");
    if (strcmp(rule, "key") == 0)
        return "menurut kunci kedua instrumen";
    if (strcmp(rule, "decided") == 0)
        return "menurut keputusan yang tercatat";
    return strcmp(rule, "dense") == 0 ? "peringkat sama, berikutnya rapat (1, 2, 2, 3)"
                                      : "peringkat sama, berikutnya melompat (1, 2, 2, 4)";
}

/* An instrument without the components of the review has its own tree, which its name stands for here. */
const char *sheets_formula(const struct book *b)
{
    const struct data *d = b->data;
    struct str s = STR("Nilai gabungan =");
    int n = data_rows(d, SET_COMPONENTS);
    for (int i = 0; i < n; i++)
        s = arena_printf(b->arena, "%.*s%s %s × %s", STR_ARG(s), i ? " +" : "",
                         words_number(b->arena, data_number(d, SET_COMPONENTS, i, "weight"), 2),
                         words_component(data_text(d, SET_COMPONENTS, i, "component")));
    if (n == 0)
        s = arena_printf(b->arena, "Nilai menurut instrumen %s", data_text(d, SET_HEAD, 0, "name"));
    return arena_cstr(b->arena, arena_printf(b->arena, "%.*s; %stanpa data dinilai 0. Nilai sama: %s.",
                                             STR_ARG(s), n ? "komponen 0–100, " : "", tie_words(d)));
}

/* --- Peringkat --- */

static const char *missing_words(struct book *b, const char *missing)
{
    struct str list = str_c(missing), s = STR("");
    while (list.len > 0) {
        const char *component = arena_cstr(b->arena, str_cut(&list, ','));
        s = arena_printf(b->arena, "%.*s%s%s", STR_ARG(s),
                         s.len ? ", " : "tanpa data: ", words_component(component));
    }
    return arena_cstr(b->arena, s);
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

/* Weight × component, the parts a score is made of, right of what is printed; and their chart. */
static void put_parts(struct sheet *s, int first, int end)
{
    static const int colours[] = {COLOUR_NAVY, COLOUR_TEAL, COLOUR_SAND, 0x9DB4C0, 0xC98B6B};
    struct book *b = s->book;
    int rows = data_rows(b->data, SET_RANKING), n = data_rows(b->data, SET_COMPONENTS);
    if (n == 0)
        return;
    struct chart chart = {
        .title = "Dari apa nilai gabungan tersusun (bobot × komponen)",
        .description = "Diagram batang bertumpuk sumbangan setiap komponen pada nilai gabungan, menurut "
                       "peringkat",
        .upright = true,
        .stacked = true,
        .quiet = true,
        .names = 2,
        .first = RANKING_FIRST,
        .last = RANKING_FIRST + rows - 1,
        .max = 100,
        .row = end + 1,
        .width = 1120,
        .height = 330};
    for (int c = 0; c < n && c < COLUMNS(colours); c++) {
        const char *component = data_text(b->data, SET_COMPONENTS, c, "component");
        const char *field = arena_cstr(b->arena, arena_printf(b->arena, "%s_part", component));
        sheet_width(s, first + c, first + c, 13);
        put_text(s, RANKING_FIRST - 1, first + c, words_component(component), LOOK_HEAD_SMALL);
        for (int i = 0; i < rows; i++)
            put_field(s, RANKING_FIRST + i, first + c, SET_RANKING, i, field, LOOK_CELL);
        chart.series[chart.n++] = (struct series){words_component(component), first + c, colours[c]};
    }
    put_text(s, RANKING_FIRST - 2, first, "Dasar diagram: bobot × komponen", LOOK_SUBTITLE);
    put_chart(s, &chart);
}

void sheet_ranking(struct book *b)
{
    const struct data *d = b->data;
    struct sheet s = book_sheet(b, "Peringkat", "Peringkat kabupaten/kota", sheets_formula(b), COLOUR_TEAL);
    sheet_roomy(&s, data_rows(b->data, SET_RANKING) > 20);
    if (!data_true(d, SET_HEAD, 0, "confirmed"))
        put_text(&s, 2, 0, "Instrumen belum dikonfirmasi: bukan hasil resmi.", LOOK_KICKER);
    struct column columns[10] = {{"Peringkat", "rank", 11, LOOK_CENTER},
                                 {"Kode", "region", 8, LOOK_TEXT},
                                 {"Kabupaten/Kota", "region_name", 32, LOOK_STRONG},
                                 {"Nilai", "score", 18, LOOK_STRONG_SCORE}};
    int n = 4;
    for (int i = 0; i < data_rows(d, SET_COMPONENTS); i++) {
        const char *component = data_text(d, SET_COMPONENTS, i, "component");
        double weight = data_number(d, SET_COMPONENTS, i, "weight");
        struct str head =
            arena_printf(b->arena, "%s (%s)", words_component(component), words_number(b->arena, weight, 2));
        columns[n++] = (struct column){arena_cstr(b->arena, head), component, 15, LOOK_PERCENT};
    }
    columns[n++] = (struct column){"Keterangan", NULL, 36, LOOK_WRAP};
    int end = put_table(&s, "tblPeringkat", RANKING_FIRST - 1, SET_RANKING, columns, n),
        rows = data_rows(d, SET_RANKING);
    for (int i = 0; i < rows; i++)
        put_text(&s, RANKING_FIRST + i, n - 1, missing_words(b, data_text(d, SET_RANKING, i, "missing")),
                 LOOK_WRAP);
    put_score_bars(&s, rows);
    sheet_heads(&s, RANKING_FIRST - 1, RANKING_FIRST - 1, 3);
    put_parts(&s, n + 1, end);
    sheet_check(&s, worksheet_print_area(s.worksheet, 0, 0, (lxw_row_t)end + (rows > 20 ? 21 : 15),
                                         (lxw_col_t)(n - 1)));
}

/* --- Konvergensi --- */

void sheet_convergence(struct book *b)
{
    static const struct column columns[] = {{"Kode", "region", 8, LOOK_TEXT},
                                            {"Kabupaten/Kota", "region_name", 32, LOOK_STRONG},
                                            {"Triwulan", "period", 11, LOOK_CENTER},
                                            {"Layanan diterima", "received", 13, LOOK_COUNT},
                                            {"Layanan seharusnya", "due", 13, LOOK_COUNT},
                                            {"Layanan diterima (%)", "percent", 14, LOOK_PERCENT},
                                            {"Orang", "persons", 12, LOOK_COUNT},
                                            {"Orang dengan paket lengkap", "complete", 15, LOOK_COUNT},
                                            {"Paket lengkap (%)", "complete_percent", 14, LOOK_PERCENT}};
    struct sheet s = book_sheet(
        b, "Konvergensi", "Konvergensi layanan ibu hamil dan anak 0–23 bulan",
        "Dua ukuran berdampingan: bagian layanan yang diterima, dan bagian orang yang menerima semua "
        "layanannya. Layanan yang tidak berlaku (TS) tidak dihitung.",
        COLOUR_TEAL);
    sheet_roomy(&s, data_rows(b->data, SET_RANKING) > 20);
    int end = put_table(&s, "tblKonvergensi", 3, SET_CONVERGENCE, columns, COLUMNS(columns));
    int rows = data_rows(b->data, SET_CONVERGENCE);
    sheet_heads(&s, 3, 3, 2);
    if (rows == 0)
        return;
    struct chart chart = {
        .title = "Layanan diterima dan paket lengkap (%)",
        .description = "Diagram batang dua ukuran konvergensi setiap kabupaten/kota",
        .upright = true,
        .names = 1,
        .first = 4,
        .last = end - 1,
        .series = {{"Layanan diterima (%)", 5, COLOUR_TEAL}, {"Paket lengkap (%)", 8, COLOUR_SAND}},
        .n = 2,
        .max = 100,
        .row = end + 1,
        .width = 1000,
        .height = 320};
    put_chart(&s, &chart);
}

/* --- Prevalensi --- */

void sheet_prevalence(struct book *b)
{
    static const struct column columns[] = {
        {"Kode", "region", 8, LOOK_TEXT},
        {"Kabupaten/Kota", "region_name", 32, LOOK_STRONG},
        {"Sumber", "system", 11, LOOK_CENTER},
        {"Balita diukur (TB/U)", "measured", 12, LOOK_COUNT},
        {"Stunting", "stunted", 11, LOOK_COUNT},
        {"Stunting (%)", "stunted_percent", 12, LOOK_PERCENT},
        {"Sangat pendek", "severely_stunted", 11, LOOK_COUNT},
        {"Sangat pendek (%)", "severely_stunted_percent", 12, LOOK_PERCENT},
        {"Diukur BB/U", "waz_measured", 11, LOOK_COUNT},
        {"Berat badan kurang (%)", "underweight_percent", 13, LOOK_PERCENT},
        {"Diukur BB/TB", "whz_measured", 11, LOOK_COUNT},
        {"Gizi kurang (%)", "wasted_percent", 12, LOOK_PERCENT},
        {"Gizi lebih (%)", "overweight_percent", 12, LOOK_PERCENT}};
    struct sheet s = book_sheet(
        b, "Prevalensi", "Prevalensi status gizi balita",
        "Pengukuran terakhir setiap anak pada tahun ini, z-skor WHO 2006 dihitung ulang. Ini data layanan, "
        "bukan survei: tidak dapat dibandingkan dengan SSGI/SKI.",
        COLOUR_TEAL);
    sheet_roomy(&s, data_rows(b->data, SET_RANKING) > 20);
    put_table(&s, "tblPrevalensi", 3, SET_PREVALENCE, columns, COLUMNS(columns));
    int rows = 0;
    while (rows < data_rows(b->data, SET_PREVALENCE) &&
           strcmp(data_text(b->data, SET_PREVALENCE, rows, "system"), "e-ppgbm") == 0)
        rows++;
    sheet_heads(&s, 3, 3, 2);
    if (rows == 0)
        return;
    struct chart chart = {
        .title = "Balita stunting dan sangat pendek, e-PPGBM (%)",
        .description = "Diagram batang persentase balita stunting dan sangat pendek setiap kabupaten/kota, "
                       "menurun",
        .upright = true,
        .names = 1,
        .first = 4,
        .last = 4 + rows - 1,
        .series = {{"Stunting (%)", 5, COLOUR_NAVY}, {"Sangat pendek (%)", 7, COLOUR_SAND}},
        .n = 2,
        .row = 5 + data_rows(b->data, SET_PREVALENCE),
        .width = 1180,
        .height = 320};
    put_chart(&s, &chart);
}

/* --- Mutu Data --- */

/* The sentence of a remark's code; codes of another version of the toolkit have none. */
static const char *reason_sentence(const char *code)
{
    for (int i = 0; i < REASON_COUNT; i++)
        if (strcmp(reasons[i].code, code) == 0)
            return reasons[i].id;
    return "";
}

static int put_remarks(struct sheet *s, int row)
{
    static const struct column columns[] = {
        {"No.", NULL, 0, LOOK_CENTER},           {"Uraian", NULL, 0, LOOK_WRAP},
        {"Formulir", "form", 0, LOOK_TEXT},      {"Jenis", NULL, 0, LOOK_CENTER},
        {"Banyaknya", "remarks", 0, LOOK_COUNT}, {"Daerah", "scopes", 0, LOOK_COUNT},
        {"Kode catatan", "code", 0, LOOK_TEXT}};
    const struct data *d = s->book->data;
    int end = put_table(s, "tblCatatan", row, SET_REMARKS, columns, COLUMNS(columns));
    for (int i = 0; i < data_rows(d, SET_REMARKS); i++) {
        put_number(s, row + 1 + i, 0, i + 1, LOOK_COUNT);
        const char *sentence = reason_sentence(data_text(d, SET_REMARKS, i, "code"));
        put_text(s, row + 1 + i, 1, sentence, LOOK_WRAP);
        sheet_fit(s, row + 1 + i, sentence, 48);
        put_text(s, row + 1 + i, 3, words_severity(data_text(d, SET_REMARKS, i, "severity")), LOOK_CENTER);
    }
    return end;
}

void sheet_quality(struct book *b)
{
    static const struct column columns[] = {{"Kode", "region", 8, LOOK_TEXT},
                                            {"Kabupaten/Kota", "region_name", 44, LOOK_TEXT},
                                            {"Formulir", "form", 22, LOOK_TEXT},
                                            {"Diterima", NULL, 13, LOOK_CENTER},
                                            {"Kiriman", "submissions", 12, LOOK_COUNT},
                                            {"Baris diterima", "records", 12, LOOK_COUNT},
                                            {"Baris ditolak", "rejected", 18, LOOK_COUNT},
                                            {"Ditolak (%)", "rejected_percent", 12, LOOK_PERCENT},
                                            {"Catatan", "remarks", 12, LOOK_COUNT}};
    struct sheet s = book_sheet(
        b, "Mutu Data", "Kelengkapan dan mutu data",
        "Setiap formulir yang wajib dikirim: apakah diterima, berapa baris diterima, ditolak, dan diberi "
        "catatan. Di bawahnya catatan menurut sebab.",
        COLOUR_GREY);
    int end = put_table(&s, "tblMutu", 3, SET_COMPLETENESS, columns, COLUMNS(columns));
    for (int i = 0; i < data_rows(b->data, SET_COMPLETENESS); i++) {
        bool received = data_true(b->data, SET_COMPLETENESS, i, "received");
        put_text(&s, 4 + i, 3, received ? "ya" : "BELUM", received ? LOOK_CENTER : LOOK_FAR);
    }
    sheet_heads(&s, 3, 3, 2);
    put_text(&s, end + 1, 0, "Catatan menurut formulir dan sebab", LOOK_SECTION);
    put_remarks(&s, end + 2);
}

/* --- Definisi --- */

static int put_components(struct sheet *s, int row)
{
    const struct data *d = s->book->data;
    struct arena *a = s->book->arena;
    const char *most = data_text(d, SET_HEAD, 0, "score_max"),
               *rule = data_text(d, SET_HEAD, 0, "assessor_rule");
    if (data_rows(d, SET_COMPONENTS) > 0)
        put_text(s, row++, 0, "Komponen nilai gabungan", LOOK_KICKER);
    for (int i = 0; i < data_rows(d, SET_COMPONENTS); i++) {
        const char *component = data_text(d, SET_COMPONENTS, i, "component");
        put_text(s, row++, 0,
                 arena_cstr(a, arena_printf(a, "%s, bobot %s: %s.", words_component(component),
                                            words_number(a, data_number(d, SET_COMPONENTS, i, "weight"), 2),
                                            words_component_meaning(component))),
                 LOOK_PLAIN);
    }
    put_text(
        s, row++, 0,
        arena_cstr(
            a,
            arena_printf(
                a, "Instrumen %s (%s): nilai maksimum %s; nilai butir dari beberapa penilai: %s. Sumber: %s.",
                data_text(d, SET_HEAD, 0, "instrument"), data_text(d, SET_HEAD, 0, "name"),
                *most ? words_number(a, data_number(d, SET_HEAD, 0, "score_max"), 0) : "tidak diketahui",
                strcmp(rule, "mean") == 0        ? "rata-rata"
                : strcmp(rule, "median") == 0    ? "median"
                : strcmp(rule, "consensus") == 0 ? "bila semua sama"
                : strcmp(rule, "roles") == 0     ? "rata-rata antarperan"
                                                 : "ketua panelis",
                data_text(d, SET_HEAD, 0, "source"))),
        LOOK_PLAIN);
    return row;
}

void sheet_definitions(struct book *b)
{
    static const struct column columns[] = {{"Kode", "code", 8, LOOK_TEXT},
                                            {"Indikator", "name", 34, LOOK_WRAP},
                                            {"Jenis", "kind", 10, LOOK_TEXT},
                                            {"Arah baik", NULL, 9, LOOK_CENTER},
                                            {"Pembilang", "numerator_definition", 30, LOOK_WRAP},
                                            {"Pemilik pembilang", "numerator_owner", 11, LOOK_TEXT},
                                            {"Penyebut", "denominator_definition", 30, LOOK_WRAP},
                                            {"Pemilik penyebut", "denominator_owner", 11, LOOK_TEXT},
                                            {"Satuan", "unit", 8, LOOK_CENTER},
                                            {"Target", "target", 9, LOOK_PERCENT},
                                            {"Sumber target", "target_source", 24, LOOK_WRAP},
                                            {"Target diverifikasi", NULL, 13, LOOK_CENTER},
                                            {"Sumber definisi", "definition_source", 40, LOOK_WRAP}};
    struct sheet s = book_sheet(
        b, "Definisi", "Definisi indikator dan target",
        "Pembilang dan penyebut dijumlahkan dahulu, baru dibagi. Target yang belum diverifikasi harus "
        "dikonfirmasi petugas.",
        COLOUR_GREY);
    const struct data *d = b->data;
    int end = put_table(&s, "tblDefinisi", 3, SET_INDICATORS, columns, COLUMNS(columns));
    for (int i = 0; i < data_rows(d, SET_INDICATORS); i++) {
        bool up = strcmp(data_text(d, SET_INDICATORS, i, "direction"), "up") == 0;
        put_text(&s, 4 + i, 3, up ? "naik ▲" : "turun ▼", LOOK_CENTER);
        if (data_null(d, SET_INDICATORS, i, "target"))
            put_text(&s, 4 + i, 11, "–", LOOK_NONE);
        else if (data_true(d, SET_INDICATORS, i, "verified"))
            put_text(&s, 4 + i, 11, "ya", LOOK_CENTER);
        else
            put_text(&s, 4 + i, 11, "BELUM", LOOK_BEHIND);
    }
    sheet_heads(&s, 3, 3, 2);
    put_components(&s, end + 1);
}

/* --- Silsilah --- */

void sheet_lineage(struct book *b)
{
    static const struct column columns[] = {{"No. kiriman", "submission_key", 9, LOOK_COUNT},
                                            {"Formulir", "form", 19, LOOK_TEXT},
                                            {"Instansi", "agency", 30, LOOK_WRAP},
                                            {"Kode", "region", 8, LOOK_TEXT},
                                            {"Wilayah", "region_name", 29, LOOK_TEXT},
                                            {"Periode", "period", 10, LOOK_CENTER},
                                            {"Berkas", "file_name", 44, LOOK_WRAP},
                                            {"SHA-256", "sha256", 35, LOOK_SMALL},
                                            {"Dimuat", "loaded_on", 17, LOOK_DAY},
                                            {"Baris diterima", "data_count", 10, LOOK_COUNT},
                                            {"Baris ditolak", "reject_count", 10, LOOK_COUNT},
                                            {"Catatan", "note_count", 10, LOOK_COUNT},
                                            {"Status", "status", 14, LOOK_TEXT}};
    struct sheet s = book_sheet(
        b, "Silsilah", "Silsilah: dari berkas mana angka-angka ini",
        "Setiap kiriman tahun ini, juga yang sudah digantikan. Berkas asli dapat dikenali dari sidik "
        "SHA-256; kp2s-trace menunjukkan selnya.",
        COLOUR_GREY);
    if (b->data->edition)
        put_text(&s, 2, 0,
                 arena_cstr(b->arena, arena_printf(b->arena, "Sidik SHA-256 edisi %s: %s", b->data->edition,
                                                   data_text(b->data, SET_EDITION, 0, "checksum"))),
                 LOOK_SUBTITLE);
    put_table(&s, "tblSilsilah", 3, SET_SUBMISSIONS, columns, COLUMNS(columns));
    sheet_heads(&s, 3, 3, 2);
}
