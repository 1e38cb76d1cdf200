/* Sheet Perubahan: what differs from the edition before, and where to look for the cell that made it */
#include "sheets.h"
#include "shown.h"
#include "words.h"

#include <string.h>

/* What a code of the warehouse is called; the code itself where nobody named it. */
struct named {
    const char *code, *name[2];
};

static const char *named(const struct named *names, size_t n, const char *code)
{
    for (size_t i = 0; i < n; i++)
        if (strcmp(names[i].code, code) == 0)
            return names[i].name[words_lang()];
    return code;
}
#define NAMED(names, code) named(names, sizeof(names) / sizeof *(names), code)

static const struct named parts[] = {
    {"1", {"1 Peringkat", "1 Ranks"}},
    {"2", {"2 Nilai", "2 Scores"}},
    {"3", {"3 Angka", "3 Figures"}},
    {"4", {"4 Desa, kecamatan", "4 Villages, districts"}},
    {"5", {"5 Data, definisi", "5 Data, definitions"}},
};

static const struct named relations[] = {
    {"review_ranking", {"Peringkat", "Ranking"}},
    {"review_award", {"Penghargaan", "Awards"}},
    {"review_assessment", {"Nilai Aksi", "Scores of Actions"}},
    {"review_score", {"Nilai menurut instrumen", "Scores of the instrument"}},
    {"review_trend", {"Peringkat dan tahun lalu", "Ranking and last year"}},
    {"review_coverage", {"Cakupan", "Coverage"}},
    {"review_coverage_region", {"Cakupan menurut wilayah", "Coverage by region"}},
    {"review_prevalence", {"Status gizi", "Nutrition"}},
    {"review_prevalence_region", {"Status gizi menurut wilayah", "Nutrition by region"}},
    {"review_convergence", {"Konvergensi", "Convergence"}},
    {"review_convergence_region", {"Konvergensi menurut wilayah", "Convergence by region"}},
    {"review_survey", {"Hasil survei", "Survey results"}},
    {"review_aspect", {"Terkuat dan terlemah", "Strongest and weakest"}},
    {"review_aspect_village", {"Desa penyebab", "Villages behind it"}},
    {"review_peer", {"Tempat belajar", "Where to learn"}},
    {"review_movement", {"Angka dan tahun lalu", "Figures and last year"}},
    {"review_agency", {"Kiriman menurut instansi", "Submissions by agency"}},
    {"review_submission_due", {"Ketepatan waktu", "Punctuality"}},
    {"review_completeness", {"Kelengkapan", "Completeness"}},
    {"review_submission", {"Kiriman", "Submissions"}},
    {"review_remark", {"Catatan", "Remarks"}},
    {"review_checked", {"Pemeriksaan", "Checks"}},
    {"finding", {"Temuan", "Findings"}},
    {"review_head", {"Reviu", "Review"}},
    {"review_instrument", {"Instrumen", "Instrument"}},
    {"review_indicator", {"Definisi indikator", "Definitions of indicators"}},
    {"review_target", {"Target", "Targets"}},
    {"review_region", {"Wilayah", "Regions"}},
};

static const struct named fields[] = {
    {"", {"baris", "row"}},
    {"rank", {"peringkat", "rank"}},
    {"rank_before", {"peringkat tahun lalu", "rank last year"}},
    {"score", {"nilai", "score"}},
    {"score_before", {"nilai tahun lalu", "score last year"}},
    {"score_change", {"selisih nilai", "change of the score"}},
    {"score_percent", {"nilai (% maksimum)", "score (% of maximum)"}},
    {"score_percent_before", {"nilai tahun lalu (%)", "score last year (%)"}},
    {"score_percent_change", {"selisih nilai (%)", "change of the score (%)"}},
    {"score_printed", {"nilai tertulis", "score in print"}},
    {"score_max", {"nilai tertinggi", "highest score"}},
    {"raw", {"nilai sebelum dibakukan", "raw score"}},
    {"contribution", {"sumbangan", "contribution"}},
    {"maximum", {"nilai tertinggi", "maximum"}},
    {"missing", {"tanpa data", "no data"}},
    {"aksi", {"komponen Aksi", "component Actions"}},
    {"cakupan", {"komponen cakupan", "component coverage"}},
    {"konvergensi", {"komponen konvergensi", "component convergence"}},
    {"prevalensi", {"komponen prevalensi", "component prevalence"}},
    {"data", {"komponen data", "component data"}},
    {"tie", {"nilai sama", "tie"}},
    {"numerator", {"pembilang", "numerator"}},
    {"denominator", {"penyebut", "denominator"}},
    {"percent", {"persen", "per cent"}},
    {"last_numerator", {"pembilang tahun lalu", "numerator last year"}},
    {"last_denominator", {"penyebut tahun lalu", "denominator last year"}},
    {"last_percent", {"persen tahun lalu", "per cent last year"}},
    {"change", {"perubahan (poin)", "change (points)"}},
    {"target", {"target", "target"}},
    {"value", {"angka", "value"}},
    {"regions", {"banyaknya wilayah", "regions"}},
    {"set_aside", {"tidak dihitung", "set aside"}},
    {"over_100", {"di atas 100 %", "over 100 %"}},
    {"attainment", {"capaian target", "reached of the target"}},
    {"margin", {"jarak ke target", "distance to the target"}},
    {"reached", {"target tercapai", "target reached"}},
    {"unserved", {"belum terlayani", "not served"}},
    {"share", {"bagian (%)", "share (%)"}},
    {"aspect_place", {"urutan kelemahan", "place of the weakness"}},
    {"place", {"urutan", "place"}},
    {"indicator", {"indikator", "indicator"}},
    {"indicator_name", {"nama indikator", "name of the indicator"}},
    {"peer", {"kode tempat belajar", "code of the peer"}},
    {"peer_name", {"tempat belajar", "peer"}},
    {"peer_percent", {"cakupan tempat belajar", "the peer's coverage"}},
    {"peer_denominator", {"sasaran tempat belajar", "the peer's size"}},
    {"children", {"anak diukur", "children measured"}},
    {"measured", {"diukur", "measured"}},
    {"affected", {"anak dengan masalah itu", "children affected"}},
    {"lower_bound", {"batas bawah", "lower bound"}},
    {"upper_bound", {"batas atas", "upper bound"}},
    {"ds_children", {"D", "D"}},
    {"ds_target", {"S", "S"}},
    {"ds_percent", {"D/S (%)", "D/S (%)"}},
    {"stunted", {"stunting", "stunted"}},
    {"stunted_percent", {"stunting (%)", "stunted (%)"}},
    {"severely_stunted", {"sangat pendek", "severely stunted"}},
    {"severely_stunted_percent", {"sangat pendek (%)", "severely stunted (%)"}},
    {"underweight", {"berat kurang", "underweight"}},
    {"underweight_percent", {"berat kurang (%)", "underweight (%)"}},
    {"wasted", {"gizi kurang", "wasted"}},
    {"wasted_percent", {"gizi kurang (%)", "wasted (%)"}},
    {"overweight", {"gizi lebih", "overweight"}},
    {"overweight_percent", {"gizi lebih (%)", "overweight (%)"}},
    {"received", {"diterima", "received"}},
    {"received_percent", {"diterima (%)", "received (%)"}},
    {"due", {"seharusnya", "due"}},
    {"not_due", {"tidak berlaku", "not due"}},
    {"persons", {"orang", "persons"}},
    {"complete", {"orang lengkap", "persons complete"}},
    {"complete_percent", {"paket lengkap (%)", "complete package (%)"}},
    {"households", {"rumah tangga", "households"}},
    {"complete_households", {"rumah tangga lengkap", "households complete"}},
    {"complete_households_percent", {"rumah tangga lengkap (%)", "households complete (%)"}},
    {"submissions", {"kiriman", "submissions"}},
    {"records", {"baris diterima", "rows accepted"}},
    {"rejected", {"baris ditolak", "rows rejected"}},
    {"rejected_percent", {"baris ditolak (%)", "rows rejected (%)"}},
    {"remarks", {"catatan", "remarks"}},
    {"came_on", {"hari datang", "day it came"}},
    {"days_late", {"hari terlambat", "days late"}},
    {"state", {"keadaan", "state"}},
    {"superseded_by", {"digantikan oleh kiriman", "superseded by submission"}},
    {"findings", {"temuan", "findings"}},
    {"submission_key", {"nomor kiriman", "number of the submission"}},
    {"sentence", {"kalimat", "sentence"}},
    {"figure", {"angka", "figure"}},
    {"expected", {"pembanding", "expected"}},
    {"name", {"nama", "name"}},
    {"source", {"sumber", "source"}},
    {"weight", {"bobot", "weight"}},
    {"figures", {"angka diperiksa", "figures checked"}},
};

static const struct named kinds[] = {
    {"lokus", {"desa lokus", "focus villages"}},
    {"other", {"desa bukan lokus", "other villages"}},
    {"strong", {"terkuat", "strongest"}},
    {"weak", {"terlemah", "weakest"}},
    {"under5", {"balita", "under five"}},
    {"under2", {"baduta", "under two"}},
    {"stunted", {"stunting", "stunted"}},
    {"severely_stunted", {"sangat pendek", "severely stunted"}},
    {"underweight", {"berat kurang", "underweight"}},
    {"wasted", {"gizi kurang", "wasted"}},
    {"overweight", {"gizi lebih", "overweight"}},
    {"bumil", {"ibu hamil", "pregnant women"}},
    {"anak", {"anak 0–23 bulan", "children of 0–23 months"}},
    {"coverage", {"cakupan", "coverage"}},
    {"prevalence", {"status gizi", "nutrition"}},
    {"convergence", {"konvergensi", "convergence"}},
    {"complete", {"paket lengkap", "complete package"}},
};

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
        s = arena_printf(b->arena, "%.*s%s%s", STR_ARG(s), between, NAMED(kinds, kind));
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
        put_number(s, row, column, data_number(d, SET_CHANGES, at, field), LOOK_VALUE);
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

/* "3 peringkat, 12 nilai, …", or that there is none */
static const char *counts(const struct book *b)
{
    const struct data *d = b->data;
    struct str s = STR("");
    int rows = data_rows(d, SET_CHANGES);
    for (int i = 0; i < rows; i++) {
        const char *part = data_text(d, SET_CHANGES, i, "part");
        if (i == 0 || strcmp(part, data_text(d, SET_CHANGES, i - 1, "part")) != 0)
            s = arena_printf(
                b->arena, "%.*s%s%s: %s", STR_ARG(s), s.len ? "; " : "", NAMED(parts, part) + 2,
                words_number(b->arena, data_number(d, SET_CHANGES, i, "differences_of_part"), 0));
    }
    if (rows > 0 && data_number(d, SET_CHANGES, 0, "differences") > rows)
        s = arena_printf(
            b->arena,
            words_say("%.*s. Di sini %s yang pertama dari %s; kp2s-edition difference menulis semuanya",
                      "%.*s. Here are the first %s of %s; kp2s-edition difference writes all"),
            STR_ARG(s), words_number(b->arena, rows, 0),
            words_number(b->arena, data_number(d, SET_CHANGES, 0, "differences"), 0));
    return rows > 0 ? arena_cstr(b->arena, s) : words_say("Tidak ada perbedaan", "Nothing differs");
}

void sheet_changes(struct book *b)
{
    const struct column columns[] = {
        {words_say("Kelompok", "Group"), NULL, 17, LOOK_TEXT},
        {words_say("Bagian reviu", "Part of the review"), NULL, 25, LOOK_TEXT},
        {words_say("Kode", "Code"), "region", 13, LOOK_TEXT},
        {words_say("Wilayah", "Region"), "region_name", 29, LOOK_TEXT},
        {words_say("Angka", "Figure"), NULL, 44, LOOK_WRAP},
        {words_say("Yang berubah", "What changed"), NULL, 23, LOOK_TEXT},
        {words_say("Sebelum", "Before"), NULL, 16, LOOK_CENTER},
        {words_say("Sesudah", "After"), NULL, 16, LOOK_CENTER},
        {words_say("Telusuri sampai selnya", "Trace to its cell"), NULL, 62, LOOK_SMALL}};
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
                     former, counts(b)));
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
        put_text(&s, 4 + i, 0, NAMED(parts, data_text(d, SET_CHANGES, i, "part")), LOOK_TEXT);
        put_text(&s, 4 + i, 1, NAMED(relations, data_text(d, SET_CHANGES, i, "relation")), LOOK_TEXT);
        put_text(&s, 4 + i, 4, what, LOOK_WRAP);
        put_text(&s, 4 + i, 5, NAMED(fields, data_text(d, SET_CHANGES, i, "field")), LOOK_TEXT);
        put_value(&s, 4 + i, 6, i, "former_value");
        put_value(&s, 4 + i, 7, i, "present_value");
        put_text(&s, 4 + i, 8, command(b, i), LOOK_SMALL);
        sheet_fit(&s, 4 + i, what, 44);
    }
    sheet_heads(&s, 3, 3, 4);
}
